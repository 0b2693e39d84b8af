import { siretSchema } from "@kairos/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pngDimensions } from "../../packages/bot/src/files/pictures.js";
import type { Heatmap } from "../../packages/bot/src/pictures/heatmap-data.js";
import { openFoundedDesk, type TestDesk } from "./desk.js";
import { anAttendance, anEnrolment, aSignIn, aTrainee, write } from "./store/fixtures.js";

let desk: TestDesk;
beforeEach(async () => {
  desk = await openFoundedDesk();
});
afterEach(async () => {
  expect(desk.failures).toEqual([]);
  await desk.close();
});

const siret = siretSchema.parse("99900014400017");
const reference = "SE-2026-014";
const change = { by: "u-clerk", at: "2026-12-08T17:00:00.000Z" };
const read = (person = "coordinateur", rest = "") => desk.type(person, `/assiduite carte session:${reference}${rest}`);
const words = ({ reply }: Awaited<ReturnType<typeof read>>) => (reply.lines ?? []).map(({ text }) => text.fr);
const drawn = ({ reply }: Awaited<ReturnType<typeof read>>): Heatmap => {
  const heatmap = reply.pictures?.[0]?.heatmap;
  if (heatmap === undefined) throw new Error("nothing to draw");
  return heatmap;
};

async function plan(end = "18/12/2026"): Promise<void> {
  if (end !== "18/12/2026") await desk.type("coordinateur", `/session corriger reference:${reference} fin:${end}`);
  const { outcome } = await desk.type("coordinateur", `/session planning reference:${reference} semaine:lun-ven 9h-12h30 13h30-17h`);
  expect(outcome).toBe("done");
}

async function enrol(count: number): Promise<readonly string[]> {
  const ids = Array.from({ length: count }, (_, rank) => `T-${String(rank + 1).padStart(4, "0")}`);
  await write(
    desk.database,
    async (store) => {
      for (const id of ids) {
        if (id !== "T-0001") await store.trainees.save(aTrainee({ id, siret, lastName: "Martin", firstName: "Alix" }));
        await store.enrolments.save(anEnrolment({ sessionReference: reference, siret, traineeId: id }));
      }
    },
    { workspace: "test" },
  );
  return ids;
}

async function record(...facts: readonly Parameters<typeof anAttendance>[0][]): Promise<void> {
  const records = facts.map((fact) => anAttendance({ sessionReference: reference, siret, day: "2026-12-07", half: "morning", ...fact }));
  await write(desk.database, ({ attendance }) => attendance.saveMany(records, change), { workspace: "test" });
}

describe("/assiduite carte", () => {
  it("answers a picture without a name, and the same in words beside it", async () => {
    await plan();
    await enrol(2);
    await record({ traineeId: "T-0001", status: "present" }, { traineeId: "T-0002", status: "unexcused" });
    const signIn = aSignIn({ sessionReference: reference, siret, traineeId: "T-0001", day: "2026-12-07", half: "morning" });
    await write(desk.database, ({ signIns }) => signIns.addMany([signIn]), { workspace: "test" });
    desk.setClock("2026-12-07T18:00:00.000Z");
    const answer = await read();
    expect(answer.outcome).toBe("done");
    const heatmap = drawn(answer);
    expect(heatmap.rows).toEqual([
      { name: "T-0001", cells: `Pn${"f".repeat(18)}`, percent: 50 },
      { name: "T-0002", cells: `un${"f".repeat(18)}`, percent: 0 },
    ]);
    expect(heatmap.lines).toEqual([
      "Cariste CACES R489",
      "du 07/12/2026 au 18/12/2026 · 2 stagiaires · 20 demi-journées · état au 07/12/2026",
    ]);
    expect([heatmap.percents.slice(0, 3), heatmap.percent]).toEqual([[50, 0, null], 25]);
    expect(JSON.stringify(answer.reply.pictures)).not.toMatch(/camille|durand|martin/i);
    expect(answer.reply.table?.rows.map((row) => row.map(({ fr }) => fr))).toEqual([
      ["T-0001 · Camille DURAND", "50\u00a0%", "présent 1, à saisir 1, à venir 18, signé 1"],
      ["T-0002 · Alix MARTIN", "0\u00a0%", "absence injustifiée 1, à saisir 1, à venir 18"],
    ]);
    expect(words(answer)).toEqual([
      "Cariste CACES R489 · du 07/12/2026 au 18/12/2026",
      "À saisir : T-0001 (1), T-0002 (1).",
      "Absences injustifiées : T-0002 (1).",
      "Taux les plus bas : 07/12/2026 après-midi 0\u00a0%, 07/12/2026 matin 50\u00a0%.",
      "Taux : durée suivie sur durée prévue, pour les demi-journées qui ont commencé.",
    ]);
    const [picture] = answer.files;
    expect(picture?.name).toBe("assiduite-SE-2026-014.png");
    expect(pngDimensions(picture?.bytes ?? new Uint8Array())?.width).toBeGreaterThan(600);
    expect(picture?.alt?.fr).toBe(
      "Carte d'assiduité de la session SE-2026-014, du 07/12/2026 au 18/12/2026 : 2 stagiaires, 20 demi-journées, taux 25\u00a0%. À saisir : T-0001 (1), T-0002 (1). Absences injustifiées : T-0002 (1). Présent 1, absence injustifiée 1, à saisir 2, à venir 36, signé 1. Le tableau du message dit la même chose.",
    );
    expect(picture?.alt?.en).toContain("To be recorded: T-0001 (1), T-0002 (1). Unexcused absences: T-0002 (1).");
    expect(JSON.stringify(answer.reply.trace)).not.toMatch(/camille|T-0001/i);
  });

  it("is drawn again from what was kept, for a delivery that is repeated", async () => {
    await plan();
    await enrol(3);
    const request = {
      workspace: "test",
      deliveryId: "twice",
      actor: { id: "coordinateur", name: "coordinateur" },
      mayFound: true,
      path: "assiduite carte",
      options: { session: reference },
    };
    const first = await desk.dispatch(request);
    await record({ traineeId: "T-0001", status: "unexcused" });
    const second = await desk.dispatch(request);
    expect(Buffer.compare(first.files[0]?.bytes ?? Buffer.alloc(0), second.files[0]?.bytes ?? Buffer.alloc(1))).toBe(0);
  });

  it("shows a trainer their own sessions and no other", async () => {
    await plan();
    await enrol(1);
    await desk.type("rgc", "/acces accorder personne:formatrice profil:formateur motif:Anime");
    expect((await read("formatrice")).reply.problems?.map(({ code }) => code)).toEqual(["access.not-own-session"]);
    await desk.type("coordinateur", `/session corriger reference:${reference} formateurs:formatrice`);
    const own = await read("formatrice");
    expect([own.outcome, own.files.length]).toEqual(["done", 1]);
    expect((await read("rgc")).reply.problems?.map(({ code }) => code)).toEqual(["access.missing-permission"]);
  });

  it("says that there is nothing to draw without a schedule, or without a trainee", async () => {
    const unplanned = await read();
    expect([unplanned.outcome, unplanned.files.length, unplanned.reply.next?.[0]?.command]).toEqual([
      "done",
      0,
      `/session planning reference:${reference} semaine:lun-ven 9h-12h30 13h30-17h`,
    ]);
    await plan();
    const empty = await read();
    expect([empty.files.length, words(empty)[0]]).toEqual([
      0,
      `Personne n'est inscrit dans cette session : il n'y a rien à dessiner. Pour inscrire un stagiaire : /assiduite inscrire session:${reference}`,
    ]);
    expect((await desk.type("coordinateur", "/assiduite carte session:SE-0")).reply.problems?.map(({ code }) => code)).toEqual([
      "input.unknown-reference",
    ]);
  });

  it("keeps to the month that is asked, and says which months there are", async () => {
    await plan("15/01/2027");
    await enrol(1);
    const january = await read("coordinateur", " mois:01/2027");
    expect(drawn(january).days[0]?.[0]).toBe("2027-01-04");
    expect(january.files[0]?.name).toBe("assiduite-SE-2026-014-2027-01.png");
    expect(january.reply.next?.map(({ command }) => command)).toEqual([`/assiduite carte session:${reference} mois:2026-12`]);
    const [before] = january.reply.next ?? [];
    expect((await desk.type("coordinateur", before?.command ?? "")).files[0]?.name).toBe("assiduite-SE-2026-014-2026-12.png");
    const march = await read("coordinateur", " mois:mars 2027");
    expect([march.files.length, words(march)]).toEqual([
      0,
      ["Aucune demi-journée n'est prévue en mars 2027. Le planning en a en : décembre 2026, janvier 2027."],
    ]);
    expect((await read("coordinateur", " mois:hiver")).reply.problems?.map(({ code }) => code)).toEqual(["input.unknown-value"]);
  });

  it("shows the month under way of a session too long for one picture", async () => {
    await plan("30/06/2027");
    await enrol(1);
    const early = await read();
    expect(words(early)[1]).toBe(
      "La session a plus de 130 demi-journées : voici décembre 2026. Les autres mois se montrent avec l'option « mois ».",
    );
    desk.setClock("2027-03-10T09:00:00.000Z");
    const march = await read();
    expect([drawn(march).days[0]?.[0].slice(0, 7), march.reply.next?.length]).toEqual(["2027-03", 2]);
  });

  it("draws the first of many trainees, and has all of them in the table", async () => {
    await plan();
    await enrol(500);
    const answer = await read();
    expect([drawn(answer).rows.length, answer.reply.table?.rows.length]).toEqual([60, 500]);
    expect(drawn(answer).lines[1]).toContain("les 60 premiers stagiaires sur 500");
    expect(words(answer)[1]).toBe("L'image s'arrête aux 60 premiers stagiaires ; les 500 sont dans le tableau.");
  });

  it("tells of facts that no cell can show", async () => {
    await plan();
    await enrol(1);
    await record({ traineeId: "T-0001", day: "2026-12-12" }, { traineeId: "T-0099" });
    const answer = await read();
    expect(words(answer)[1]).toBe(
      `2 faits saisis tombent hors des demi-journées à suivre : ils ne sont pas sur la carte. Pour voir : /assiduite rapprocher session:${reference}`,
    );
    expect(drawn(answer).rows[0]?.cells).toBe("f".repeat(20));
  });
});
