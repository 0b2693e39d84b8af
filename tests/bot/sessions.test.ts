import { type Problem, say } from "@kairos/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Answer } from "../../packages/bot/src/dispatch.js";
import { openFoundedDesk, type TestDesk } from "./desk.js";

let desk: TestDesk;
beforeEach(async () => {
  desk = await openFoundedDesk();
});
afterEach(async () => {
  expect(desk.failures).toEqual([]);
  await desk.close();
});

const type = (line: string, person = "coordinateur") => desk.type(person, line);

async function done(line: string, person?: string): Promise<Answer["reply"]> {
  const answer = await type(line, person);
  if (answer.outcome !== "done") throw new Error(`${line}: ${JSON.stringify(answer.reply.problems)}`);
  return answer.reply;
}

async function refused(line: string, person?: string): Promise<readonly string[]> {
  const { outcome, reply } = await type(line, person);
  expect(outcome, line).not.toBe("done");
  for (const problem of reply.problems ?? []) expect(say(problem).mend, line).toMatch(/\.$/);
  return codesOf(reply);
}

function codesOf({ problems = [] }: { problems?: readonly Problem[] | undefined }): readonly string[] {
  return problems.map(({ code }) => code);
}

function said({ lines = [] }: Answer["reply"]): string {
  return lines
    .map(({ text }) => text.fr)
    .join("\n")
    .replaceAll("\u00a0", " ");
}

function table({ table: shown }: Answer["reply"]): readonly string[] {
  return (shown?.rows ?? []).map((row) => row.map(({ fr }) => fr.replaceAll("\u00a0", " ")).join(" | "));
}

const week = "semaine:lun-ven 9h-12h30 13h30-17h";

describe("a schedule", () => {
  it("is made from a week, and shown week by week", async () => {
    const reply = await done(`/session planning reference:SE-2026-014 ${week}`);
    expect(said(reply)).toContain("20 demi-journées, 70 h, du 07/12/2026 au 18/12/2026");
    expect(said(reply)).toContain("Les heures sont celles de la session : 70 h.");
    expect(table(reply)).toEqual([
      "07/12/2026 | lun-ven 9h-12h30 13h30-17h | 35 h",
      "14/12/2026 | lun-ven 9h-12h30 13h30-17h | 35 h",
      "En tout |  | 70 h",
    ]);
    expect(codesOf(reply)).toEqual([]);
    expect(table(await done("/session planning reference:SE-2026-014"))).toEqual(table(reply));
    expect(table(await done("/session voir reference:SE-2026-014", "assistant"))).toEqual(table(reply));
  });

  it("says what was left out, why, and what that makes of the hours", async () => {
    await done("/organisme regler parametre:fermetures valeur:12/11/2026-13/11/2026 Salon", "rgc");
    await done("/session creer reference:SE-1 intitule:Cariste debut:09/11/2026 fin:20/11/2026 heures-centre:70 h");
    const reply = await done(`/session planning reference:SE-1 ${week}`);
    expect(said(reply)).toContain("Laissé de côté : 11/11/2026, armistice de 1918 (7 h).");
    expect(said(reply)).toContain("Laissé de côté : du 12/11/2026 au 13/11/2026, Salon (14 h).");
    expect(codesOf(reply)).toEqual(["session.schedule-hours"]);
    const [problem] = reply.problems ?? [];
    expect(problem && say(problem).what.replaceAll("\u00a0", " ")).toBe(
      "Le planning compte 49 h, la session 70 h (21 h de moins) : 7 h de moins le 11/11/2026 (armistice de 1918) ; 14 h de moins pendant « Salon » (12/11/2026, 13/11/2026).",
    );
  });

  it("is not made again without being told, and says what it replaces", async () => {
    await done(`/session planning reference:SE-2026-014 ${week}`);
    await done("/session planning reference:SE-2026-014 demi-journee:07/12/2026 matin salle:Quai 2");
    expect(await refused(`/session planning reference:SE-2026-014 ${week}`)).toEqual(["session.schedule-exists"]);
    const again = await done("/session planning reference:SE-2026-014 semaine:lun-ven 9h-12h remplacer:oui");
    expect(said(again)).toContain("Remplace le planning précédent : 20 demi-journées, 70 h, dont 1 réglée à la main.");
    expect(await versionOf("SE-2026-014")).toBe(3);
  });

  it("is changed by half-day: added, moved, removed", async () => {
    await done(`/session planning reference:SE-2026-014 ${week}`);
    const added = await done("/session planning reference:SE-2026-014 demi-journee:12/12/2026 matin horaire:9h-12h lieu:distance");
    expect(said(added)).toContain("Ajoutée : 12/12/2026 matin, 09:00-12:00 à distance.");
    expect(codesOf(added)).toEqual(["session.schedule-hours", "session.hours-vs-dates"]);
    const moved = await done("/session planning reference:SE-2026-014 demi-journee:lundi 7 décembre après-midi horaire:14h-17h");
    expect(said(moved)).toContain("07/12/2026 après-midi, 14:00-17:00 en centre (avant : 07/12/2026 après-midi, 13:30-17:00 en centre).");
    const removed = await done("/session planning reference:SE-2026-014 demi-journee:12/12/2026 matin retirer:oui");
    expect(said(removed)).toContain("Retirée : 12/12/2026 matin, 09:00-12:00 à distance.");
    expect(table(removed)[0]).toBe("07/12/2026 | lun 9h-12h30 14h-17h ; mar-ven 9h-12h30 13h30-17h | 34 h 30");
  });

  it("is begun by one half-day where there is none", async () => {
    const reply = await done("/session planning reference:SE-2026-014 demi-journee:07/12/2026 horaire:9h-12h");
    expect(table(reply)).toEqual(["07/12/2026 | lun 9h-12h | 3 h"]);
    expect(await versionOf("SE-2026-014")).toBe(1);
  });

  it.each<[string, string]>([
    ["semaine:lun 9h-25:99", "input.not-an-hour"],
    ["semaine:lun 9h-24:00", "input.not-an-hour"],
    ["semaine:lun 12h-9h", "input.hours-order"],
    ["semaine:lun 9h-13h 12h-14h", "input.hours-overlap"],
    ["semaine:chaque jour", "input.week-unreadable"],
    ["semaine:sam-dim", "input.week-incomplete"],
    ["demi-journee:31/02/2026 matin horaire:9h-12h", "input.unknown-value"],
    ["demi-journee:07/12/2026", "input.missing"],
    ["demi-journee:07/12/2026 matin", "input.nothing-given"],
    ["demi-journee:07/12/2026 matin retirer:oui", "session.half-day-unknown"],
    ["demi-journee:07/12/2026 matin salle:Quai 2", "session.half-day-unknown"],
    ["demi-journee:06/12/2026 matin horaire:9h-12h", "session.schedule-outside-dates"],
    ["demi-journee:07/12/2026 matin horaire:9h-24:00", "input.not-an-hour"],
    ["salle:Quai 2", "input.missing"],
    ["formateurs:aucun", "input.missing"],
    ["horaire:9h-12h", "input.missing"],
    ["lieu:distance", "input.missing"],
    ["retirer:oui", "input.missing"],
    ["remplacer:oui", "input.missing"],
    ["demi-journee:07/12/2026 matin horaire:9h-12h remplacer:oui", "input.missing"],
    ["semaine:lun 9h-12h demi-journee:07/12/2026 matin horaire:9h-12h", "session.schedule-two-ways"],
    ["semaine:lun 9h-12h salle:Quai 2", "session.schedule-two-ways"],
    ["semaine:lun 9h-12h distance entreprise", "input.week-unreadable"],
    ["demi-journee:07/12/2026 matin horaire:neuf heures", "input.week-unreadable"],
  ])("« %s » is refused and nothing is kept: %s", async (options, code) => {
    expect(await refused(`/session planning reference:SE-2026-014 ${options}`)).toEqual([code]);
    expect(said(await done("/session planning reference:SE-2026-014"))).toContain("n'a pas encore de planning");
  });

  it("is refused on a change of clocks, by a week or by one half-day", async () => {
    await done("/session corriger reference:SE-2026-014 debut:22/03/2027 fin:28/03/2027");
    for (const options of ["demi-journee:28/03/2027 matin horaire:2h30-3h30", "semaine:sam-dim 2h30-3h30"]) {
      expect(await refused(`/session planning reference:SE-2026-014 ${options}`)).toContain("session.half-day-clock-change");
    }
    expect(said(await done("/session planning reference:SE-2026-014"))).toContain("n'a pas encore de planning");
  });

  it("takes the right to manage sessions, and the reference of one", async () => {
    expect((await type("/session planning reference:SE-2026-014", "assistant")).outcome).toBe("denied");
    expect(await refused("/session planning reference:SE-1")).toEqual(["input.unknown-reference"]);
  });
});

describe("a session that has a schedule", () => {
  beforeEach(() => done(`/session planning reference:SE-2026-014 ${week}`));

  it("does not lose half-days when its dates change: the change is refused with them", async () => {
    const { reply } = await type("/session corriger reference:SE-2026-014 fin:17/12/2026");
    expect(codesOf(reply)).toEqual(["session.schedule-outside-dates"]);
    expect(reply.problems?.[0]?.params).toMatchObject({ days: ["2026-12-18"] });
    await done("/session planning reference:SE-2026-014 demi-journee:18/12/2026 matin retirer:oui");
    await done("/session planning reference:SE-2026-014 demi-journee:18/12/2026 après-midi retirer:oui");
    await done("/session corriger reference:SE-2026-014 fin:17/12/2026");
  });

  it("keeps its trainers and its room: they cannot be where an appointment keeps them", async () => {
    await done("/session corriger reference:SE-2026-014 salle:Quai 2 formateurs:Omar Diallo, Nadia");
    await anAppointment("2026-12-09T09:00:00.000Z");
    await done("/session corriger reference:SE-2026-014 carif:75_SE1");
    // The appointment came second here: it stands. The schedule cannot be made again over it.
    const again = await type("/session planning reference:SE-2026-014 semaine:lun-ven 9h-12h remplacer:oui");
    expect(codesOf(again.reply)).toEqual(["session.schedule-over-appointment"]);
    expect(again.reply.problems?.[0]?.params).toEqual({
      who: "Omar Diallo",
      what: "person",
      day: "2026-12-09",
      from: "10:00",
      until: "10:30",
      reference: "RDV-2026-0001",
    });
    await done("/session planning reference:SE-2026-014 semaine:lun mar jeu ven 9h-12h remplacer:oui");
    expect(await refused("/session planning reference:SE-2026-014 demi-journee:09/12/2026 matin horaire:9h-12h")).toEqual([
      "session.schedule-over-appointment",
    ]);
    await done("/session planning reference:SE-2026-014 demi-journee:09/12/2026 matin horaire:10h30-12h");
  });

  it("is not given a trainer whom an appointment keeps", async () => {
    await anAppointment("2026-12-09T09:00:00.000Z");
    expect(await refused("/session corriger reference:SE-2026-014 formateurs:Omar Diallo")).toEqual(["session.schedule-over-appointment"]);
    expect(await refused("/session planning reference:SE-2026-014 demi-journee:09/12/2026 matin formateurs:Omar Diallo")).toEqual([
      "session.schedule-over-appointment",
    ]);
    await done("/session planning reference:SE-2026-014 demi-journee:09/12/2026 après-midi formateurs:Omar Diallo");
  });

  it("tells that its room or a trainer is also another session's, and is kept all the same", async () => {
    await done("/session corriger reference:SE-2026-014 salle:Quai 2 formateurs:Omar Diallo");
    await done(
      "/session creer reference:SE-3 intitule:Soudure debut:07/12/2026 fin:18/12/2026 heures-centre:30 h salle:quai 2 formateurs:Omar Diallo",
    );
    const reply = await done("/session planning reference:SE-3 semaine:lun-ven 9h-12h");
    expect(codesOf(reply)).toEqual(["session.overlap", "session.overlap"]);
    expect(reply.problems?.map(({ params }) => params)).toMatchObject([
      { kind: "trainer", name: "Omar Diallo", other: "SE-2026-014", times: 10 },
      { kind: "room", name: "quai 2", other: "SE-2026-014", times: 10 },
    ]);
    expect(codesOf(await done("/session planning reference:SE-3"))).toEqual(["session.overlap", "session.overlap"]);
  });

  it("shows its trainers by their initials, where a channel may read", async () => {
    const reply = await done(
      "/session corriger reference:SE-2026-014 formateurs:Omar Diallo, Nadia Sellier places:12 entrees:à dates fixes",
    );
    expect(said(reply)).toContain("« Omar Diallo » n'était pas encore connu");
    const shown = await done("/session voir reference:SE-2026-014");
    const fields = Object.fromEntries((shown.fields ?? []).map(({ name, value }) => [name.fr, value.fr]));
    expect(fields).toMatchObject({ Formateurs: "OD, NS", Places: "12", Entrées: "à dates fixes" });
    expect(JSON.stringify(shown)).not.toMatch(/Omar|Sellier/);
  });
});

describe("the wall clock", () => {
  it("does not lose or add a minute on the days when clocks change", async () => {
    await done("/session creer reference:SE-2 intitule:Jour debut:24/10/2026 fin:26/10/2026 heures-centre:21 h");
    const reply = await done("/session planning reference:SE-2 semaine:sam-lun 9h-13h 14h-17h");
    expect(table(reply).at(-1)).toBe("En tout |  | 21 h");
    const bookings = await desk.database.read("test", "all", (store) => store.bookings.ofSessions("2026-10-01T00:00:00.000Z"));
    const told = bookings.map(({ startsAt, endsAt }) => `${startsAt} ${endsAt}`);
    expect(told).toContain("2026-10-24T07:00:00.000Z 2026-10-24T11:00:00.000Z");
    expect(told).toContain("2026-10-25T08:00:00.000Z 2026-10-25T12:00:00.000Z");
    // What goes on while they change is refused: its sheet would say four hours, and people would stay five.
    expect(await refused("/session planning reference:SE-2 semaine:sam-lun 0h-4h remplacer:oui")).toEqual([
      "session.half-day-clock-change",
    ]);
  });
});

async function versionOf(reference: string): Promise<number | undefined> {
  return (await desk.database.read("test", "all", (store) => store.schedules.get(reference)))?.version;
}

/** Half an hour with Omar, at 10:00 in Paris. */
async function anAppointment(startsAt: string): Promise<void> {
  await desk.database.deliver({ workspace: "test", id: `rdv-${startsAt}`, at: desk.now(), actor: "rgc", path: "test" }, async (unit) => {
    const store = unit.store("all");
    await store.people.save({ id: "omar-diallo", name: "Omar Diallo" });
    await store.appointments.save({
      reference: "RDV-2026-0001",
      siret: "99900014400017" as never,
      kind: "orientation",
      status: "confirmed",
      startsAt,
      minutes: 30,
      way: "in-person",
      participants: [{ role: "staff", person: "omar-diallo" }],
      steps: [{ action: "propose", by: "rgc", at: desk.now() }],
      sequence: 0,
    });
    return { outcome: "done" };
  });
}
