import { appointmentSchema, type ScheduleInput, scheduleSchema } from "@kairos/core";
import ICAL from "ical.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pngDimensions } from "../../packages/bot/src/files/pictures.js";
import { openFoundedDesk, type TestDesk } from "./desk.js";
import { write } from "./store/fixtures.js";

let desk: TestDesk;
beforeEach(async () => {
  desk = await openFoundedDesk();
});
afterEach(async () => {
  expect(desk.failures).toEqual([]);
  await desk.close();
});

const siret = "99900014400017";
const reference = "SE-2026-014";

/** Two days in December, the second one partly in a company. */
const halfDays: ScheduleInput["halfDays"] = [
  { day: "2026-12-07", half: "morning", from: "09:00", until: "12:30" },
  { day: "2026-12-07", half: "afternoon", from: "13:30", until: "17:00" },
  { day: "2026-12-08", half: "morning", from: "09:00", until: "12:30", at: "company", trainers: [] },
];

async function plan(changes: Partial<ScheduleInput> = {}): Promise<void> {
  const schedule = scheduleSchema.parse({ sessionReference: reference, siret, timeZone: "Europe/Paris", halfDays, version: 1, ...changes });
  await write(
    desk.database,
    async (store) => {
      const session = await store.sessions.get(reference);
      if (session === undefined) throw new Error("no session");
      const taught = { ...session, room: "Atelier 1", trainers: ["coordinateur"], capacity: 12 };
      await store.sessions.save(taught);
      await store.schedules.save(schedule, taught);
    },
    { workspace: "test" },
  );
}

/** With the assistant and a candidate; on the Tuesday of the session's first week. */
async function meet(changes: object = {}): Promise<void> {
  const appointment = appointmentSchema.parse({
    reference: "RDV-2026-0001",
    siret,
    kind: "orientation",
    status: "confirmed",
    startsAt: "2026-12-08T13:00:00.000Z",
    minutes: 45,
    participants: [
      { role: "candidate", trainee: "T-0001" },
      { role: "staff", person: "assistant" },
    ],
    steps: [{ action: "propose", by: "assistant", at: "2026-11-15T08:00:00.000Z" }],
    sequence: 0,
    ...changes,
  });
  await write(desk.database, ({ appointments }) => appointments.save(appointment), { workspace: "test" });
}

async function fileOf(person: string, line: string) {
  const answer = await desk.type(person, line);
  const [file] = answer.files;
  const text = file === undefined ? "" : Buffer.from(file.bytes).toString();
  const events =
    file === undefined ? [] : new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  return { answer, name: file?.name, text, events, codes: (answer.reply.problems ?? []).map(({ code }) => code) };
}

describe("/session calendrier", () => {
  it("answers a picture, the same in words, and where to have it in a calendar", async () => {
    await plan();
    const answer = await desk.type("gestionnaire", `/session calendrier reference:${reference}`);
    expect(answer.outcome).toBe("done");
    expect(answer.reply.table?.rows.map((row) => row.map(({ fr }) => fr))).toEqual([
      ["07/12/2026", "lun 9h-12h30 13h30-17h ; mar 9h-12h30 entreprise", "10\u00a0h\u00a030"],
    ]);
    const [picture] = answer.files;
    expect(picture?.name).toBe("calendrier-SE-2026-014.png");
    expect(picture?.alt?.fr).toMatch(
      /^Calendrier de la session SE-2026-014, du 07\/12\/2026 au 18\/12\/2026 : 2 semaines, 3 demi-journées/,
    );
    expect(pngDimensions(picture?.bytes ?? new Uint8Array())?.width).toBe(1650);
    expect(answer.reply.next?.[0]?.command).toBe("/rdv fichier session:SE-2026-014");
    const [drawn] = answer.reply.pictures ?? [];
    expect(drawn?.svg).toContain("coordinateur");
    expect(JSON.stringify(answer.reply)).not.toMatch(/Camille|Durand/i);
  });

  it("names holidays and closures, in the picture and in words", async () => {
    await plan({ halfDays: [...halfDays, { day: "2026-12-24", half: "morning", from: "09:00", until: "12:00" }] });
    await desk.type("coordinateur", `/session corriger reference:${reference} fin:31/12/2026`);
    const { reply } = await desk.type("gestionnaire", `/session calendrier reference:${reference}`);
    expect(reply.lines?.map(({ text }) => text.fr)).toContain("Jours fériés et fermetures : 25/12/2026 Noël.");
    expect(reply.pictures?.[0]?.svg).toContain("Noël");
  });

  it("says that there is nothing to draw yet, and knows no other session", async () => {
    const answer = await desk.type("gestionnaire", `/session calendrier reference:${reference}`);
    expect([answer.outcome, answer.files.length, answer.reply.lines?.[1]?.tone]).toEqual(["done", 0, "warning"]);
    const other = await desk.type("gestionnaire", "/session calendrier reference:SE-0");
    expect(other.reply.problems?.map(({ code }) => code)).toEqual(["input.unknown-reference"]);
  });
});

describe("/rdv fichier", () => {
  it("gives the schedule of a session, the same bytes until it changes", async () => {
    await plan();
    const first = await fileOf("gestionnaire", `/rdv fichier session:${reference}`);
    expect(first.name).toBe("SE-2026-014.ics");
    expect(first.events.map(({ uid, summary }) => [uid, summary])).toEqual([
      [`SE-2026-014.2026-12-07.morning@${siret}.kairos.invalid`, "Cariste CACES R489 · SE-2026-014"],
      [`SE-2026-014.2026-12-07.afternoon@${siret}.kairos.invalid`, "Cariste CACES R489 · SE-2026-014"],
      [`SE-2026-014.2026-12-08.morning@${siret}.kairos.invalid`, "Cariste CACES R489 · SE-2026-014"],
    ]);
    desk.setClock("2026-11-17T09:00:00.000Z");
    expect((await fileOf("gestionnaire", `/rdv fichier session:${reference}`)).text).toBe(first.text);
    await desk.type("coordinateur", `/session corriger reference:${reference} intitule:Cariste`);
    const later = await fileOf("gestionnaire", `/rdv fichier session:${reference}`);
    expect(later.text).toContain("DTSTAMP:20261117T090000Z");
    await plan({ version: 2, halfDays: halfDays?.slice(1) });
    const changed = await fileOf("gestionnaire", `/rdv fichier session:${reference}`);
    expect(changed.events.map(({ sequence }) => sequence)).toEqual([2, 2]);
    expect(changed.answer.reply.lines?.map(({ tone }) => tone)).toContain("muted");
  });

  it("gives one appointment, candidates by reference unless names are asked for by who may read them", async () => {
    await meet();
    const plain = await fileOf("assistant", "/rdv fichier reference:rdv-2026-0001");
    expect([plain.name, plain.events[0]?.description]).toEqual([
      "RDV-2026-0001.ics",
      "Rendez-vous RDV-2026-0001 : confirmé, sur place.\nCandidat : T-0001\nÉquipe : assistant",
    ]);
    const named = await fileOf("assistant", "/rdv fichier reference:RDV-2026-0001 noms:oui");
    expect(named.events[0]?.description).toContain("Candidat : T-0001 · Camille DURAND");
    expect(JSON.stringify(named.answer.reply.trace)).not.toMatch(/camille/i);
    expect((await fileOf("rgc", "/rdv fichier reference:RDV-2026-0001 noms:oui")).codes).toEqual(["access.missing-permission"]);
  });

  it("gives a cancelled appointment as one to be forgotten", async () => {
    await meet({ status: "cancelled", sequence: 2 });
    const { text } = await fileOf("assistant", "/rdv fichier reference:RDV-2026-0001");
    expect(text).toContain("METHOD:CANCEL");
    expect(text).toMatch(/SEQUENCE:2\r\n[\s\S]*STATUS:CANCELLED/);
  });

  it("gives one's week: whom one meets and what one teaches", async () => {
    await plan();
    await meet();
    await meet({ reference: "RDV-2026-0002", status: "cancelled", startsAt: "2026-12-10T08:00:00.000Z" });
    await meet({ reference: "RDV-2026-0003", startsAt: "2026-12-14T08:00:00.000Z" });
    const week = async (person: string, more = "") => {
      const { name, events, codes } = await fileOf(person, `/rdv fichier semaine:09/12/2026${more}`);
      return [name, ...events.map(({ uid }) => uid.split("@")[0]), ...codes];
    };
    expect(await week("assistant")).toEqual(["semaine-2026-12-07.ics", "RDV-2026-0001", "RDV-2026-0002"]);
    expect(await week("coordinateur")).toEqual([
      "semaine-2026-12-07.ics",
      `${reference}.2026-12-07.morning`,
      `${reference}.2026-12-07.afternoon`,
    ]);
    expect(await week("coordinateur", " personne:assistant")).toEqual(["semaine-2026-12-07.ics", "RDV-2026-0001", "RDV-2026-0002"]);
    expect(await week("gestionnaire")).toEqual([undefined]);
  });

  it("is one's own for who may only read their own", async () => {
    await plan();
    await meet();
    await desk.type("rgc", "/acces accorder personne:nadia profil:formateur motif:Formation");
    const asked = async (more: string) => (await fileOf("nadia", `/rdv fichier ${more}`)).codes;
    expect(await asked("personne:assistant semaine:09/12/2026")).toEqual(["access.missing-permission"]);
    expect(await asked("reference:RDV-2026-0001")).toEqual(["access.missing-permission"]);
    expect(await asked("reference:RDV-2026-0099")).toEqual(["access.missing-permission"]);
    expect(await asked(`session:${reference}`)).toEqual(["access.missing-permission"]);
    await meet({
      participants: [
        { role: "trainer", person: "nadia" },
        { role: "candidate", trainee: "T-0001" },
      ],
    });
    expect((await fileOf("nadia", "/rdv fichier reference:RDV-2026-0001")).events).toHaveLength(1);
    expect((await fileOf("nadia", "/rdv fichier semaine:09/12/2026")).events).toHaveLength(1);
  });

  it("asks for one thing at a time", async () => {
    expect((await fileOf("assistant", `/rdv fichier session:${reference} semaine:09/12/2026`)).codes).toEqual(["input.unknown-value"]);
    expect((await fileOf("assistant", "/rdv fichier reference:RDV-2026-0001")).codes).toEqual(["input.unknown-reference"]);
    expect((await fileOf("assistant", "/rdv fichier session:SE-0")).codes).toEqual(["input.unknown-reference"]);
  });
});
