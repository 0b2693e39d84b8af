import { type AttendanceRecord, type Half, type Problem, say } from "@kairos/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Answer } from "../../packages/bot/src/dispatch.js";
import type { Store } from "../../packages/bot/src/store/store.js";
import { openFoundedDesk, type TestDesk } from "./desk.js";
import { write } from "./store/fixtures.js";

const reference = "SE-2026-014";
const workspace = "test";
let desk: TestDesk;
beforeEach(async () => {
  desk = await openFoundedDesk();
  await done(`/session planning reference:${reference} semaine:lun-ven 9h-12h30 13h30-17h`);
  await done("/stagiaire ajouter prenom:Sofia nom:Martin identifiant:10203040507", "gestionnaire");
  await change(async (store) => {
    for (const traineeId of ["T-0001", "T-0002"]) await store.enrolments.save({ ...(await keysIn(store)), traineeId });
  });
  // Both enter on Monday; the second one stops on Tuesday afternoon.
  await enter("T-0001", "2026-12-07", "morning");
  await enter("T-0002", "2026-12-07", "morning");
  await enter("T-0002", "2026-12-08", "afternoon", "interrupted");
});
afterEach(async () => {
  expect(desk.failures).toEqual([]);
  await desk.close();
});

async function done(line: string, person = "coordinateur"): Promise<Answer["reply"]> {
  const answer = await desk.type(person, line);
  if (answer.outcome !== "done") throw new Error(`${line}: ${JSON.stringify(answer.reply.problems)}`);
  return answer.reply;
}

async function refused(line: string): Promise<readonly string[]> {
  const { outcome, reply } = await desk.type("coordinateur", line);
  expect(outcome, line).not.toBe("done");
  for (const problem of reply.problems ?? []) expect(say(problem).mend, line).toMatch(/\.$/);
  return codesOf(reply);
}

const codesOf = ({ problems = [] }: { problems?: readonly Problem[] | undefined }) => problems.map(({ code }) => code);
const said = ({ lines = [] }: Answer["reply"]) =>
  lines
    .map(({ text }) => text.fr)
    .join("\n")
    .replaceAll("\u00a0", " ");
const table = ({ table: shown }: Answer["reply"]) => (shown?.rows ?? []).map((row) => row.map(({ fr }) => fr).join(" | "));
const change = (body: (store: Store) => Promise<unknown>) => write(desk.database, body, { workspace });

async function keysIn(store: Store) {
  const session = await store.sessions.get(reference);
  if (session === undefined) throw new Error("no session");
  return { sessionReference: reference, siret: session.siret };
}

function enter(traineeId: string, day: string, half: Half, status: AttendanceRecord["status"] = "present"): Promise<void> {
  const at = desk.now();
  return change(async (store) => {
    const fact = { ...(await keysIn(store)), traineeId, day, half, status, source: "desk", recordedBy: "lea", recordedAt: at } as const;
    await store.attendance.saveMany([fact], { by: "lea", at });
  });
}

const declaring = (options: string) => `/assiduite declarer session:${reference} ${options}`;
const on = (day: string) => desk.setClock(`${day}T08:00:00.000Z`);

describe("the movements to declare", () => {
  it("are those of every session, the first due ahead, with what notes them", async () => {
    on("2026-12-10");
    const reply = await done("/assiduite mouvements");
    expect(said(reply)).toBe("3 mouvements à déclarer dans le portail, dont 2 aujourd'hui au plus tard.");
    expect(table(reply)).toEqual([
      `${reference} | T-0001 · Camille DURAND | Entrée du 07/12/2026 | 10/12/2026 | à déclarer`,
      `${reference} | T-0002 · Sofia MARTIN | Entrée du 07/12/2026 | 10/12/2026 | à déclarer`,
      `${reference} | T-0002 · Sofia MARTIN | Interruption du 08/12/2026 | 11/12/2026 | à déclarer`,
    ]);
    for (const { command } of reply.next ?? []) await done(command ?? "");
    expect(said(await done("/assiduite mouvements"))).toBe("Tout est déclaré.");
    expect(table(await done("/assiduite mouvements"))).toEqual([]);
    expect(table(await done("/assiduite mouvements tous:oui"))[2]).toContain("déclaré le 10/12/2026");
  });

  it("of one session come with what is late, and are read by who only reads", async () => {
    on("2026-12-11");
    const reply = await done(`/assiduite mouvements session:${reference}`, "assistant");
    expect(codesOf(reply)).toEqual(["attendance.entry-late"]);
    expect(reply.next).toEqual([]);
    expect(said(reply)).toContain("dont 2 en retard");
    on("2026-12-22");
    expect(codesOf(await done(`/assiduite mouvements session:${reference}`))).toEqual([
      "attendance.entry-late",
      "attendance.interruption-late",
      "attendance.exit-late",
    ]);
  });

  it("follow the delay that the provider is held to", async () => {
    await done("/organisme regler parametre:mouvement-delai valeur:5", "rgc");
    on("2026-12-12");
    expect(codesOf(await done(`/assiduite mouvements session:${reference}`))).toEqual([]);
    on("2026-12-13");
    expect(codesOf(await done(`/assiduite mouvements session:${reference}`))).toEqual(["attendance.entry-late"]);
  });

  it("are not for trainers, even of the session", async () => {
    await done("/acces accorder personne:lea profil:formateur motif:Formation", "rgc");
    await done(`/session corriger reference:${reference} formateurs:lea`);
    expect((await desk.type("lea", "/assiduite mouvements")).outcome).toBe("denied");
    expect((await desk.type("lea", declaring("stagiaire:T-0001 mouvement:entrée"))).outcome).toBe("denied");
  });

  it("are looked for three months after the end of a session, then only where it is named", async () => {
    on("2027-03-18");
    expect(table(await done("/assiduite mouvements"))).toHaveLength(5);
    on("2027-03-19");
    expect(table(await done("/assiduite mouvements"))).toEqual([]);
    expect(table(await done(`/assiduite mouvements session:${reference}`))).toHaveLength(5);
  });
});

describe("a withdrawal", () => {
  beforeEach(() =>
    change(async (store) => {
      const withdrawal = { day: "2026-12-09", half: "morning", reason: "work" } as const;
      await store.enrolments.save({ ...(await keysIn(store)), traineeId: "T-0001", withdrawal });
    }),
  );

  it("is to be declared within the delay, and blocks once it has passed", async () => {
    on("2026-12-12");
    expect(codesOf(await done(`/assiduite mouvements session:${reference}`))).not.toContain("attendance.abandon-not-declared");
    on("2026-12-13");
    expect(codesOf(await done(`/assiduite mouvements session:${reference}`))).toContain("attendance.abandon-not-declared");
    const reply = await done(declaring("stagiaire:t-0001 mouvement:sortie le:12/12/2026"));
    expect(said(reply)).toBe("Sortie du 09/12/2026 (abandon), T-0001 · Camille DURAND : déclaré à France Travail le 12/12/2026.");
    expect(codesOf(await done(`/assiduite mouvements session:${reference}`))).not.toContain("attendance.abandon-not-declared");
  });

  it("declared late is said to be, and stays to be looked at", async () => {
    on("2026-12-14");
    const reply = await done(declaring("stagiaire:T-0001 mouvement:sortie"));
    expect(said(reply)).toContain("Le délai était le 12/12/2026");
    const shown = await done(`/assiduite mouvements session:${reference} tous:oui`);
    expect(shown.problems?.find(({ code }) => code === "attendance.exit-late")?.severity).toBe("warning");
    expect(table(shown).join("\n")).toContain("déclaré en retard le 14/12/2026");
  });
});

describe("a declaration", () => {
  beforeEach(() => on("2026-12-10"));

  it.each([
    ["stagiaire:T-0001 mouvement:entrée le:06/12/2026", "attendance.movement-too-early"],
    ["stagiaire:T-0001 mouvement:entrée le:11/12/2026", "input.day-in-future"],
    ["stagiaire:T-0001 mouvement:interruption", "attendance.movement-unknown"],
    ["stagiaire:T-0001 mouvement:sortie", "attendance.movement-unknown"],
    ["stagiaire:T-0001 mouvement:entrée jour:08/12/2026", "attendance.movement-unknown"],
    ["stagiaire:T-0009 mouvement:entrée", "input.unknown-reference"],
    ["stagiaire:Camille Durant mouvement:entrée", "input.unknown-reference"],
    ["stagiaire:T-0001 mouvement:départ", "input.unknown-value"],
    ["stagiaire:T-0001 mouvement:entrée le:31/02/2026", "input.not-a-date"],
  ])("« %s » is refused and nothing is kept: %s", async (options, code) => {
    expect(await refused(declaring(options))).toEqual([code]);
    const kept = await desk.database.read(workspace, "all", (store) => store.movements.ofSession(reference));
    expect(kept).toEqual([]);
  });

  it("leaves no name in the trail, be it typed instead of a reference", async () => {
    await refused(declaring("stagiaire:Camille Durant mouvement:entrée"));
    await done(declaring("stagiaire:Camille Durand mouvement:entrée"));
    const entries = await desk.database.read(workspace, "all", ({ audit }) => audit.search({ limit: 2 }));
    expect(entries.map(({ act }) => act)).toEqual(["assiduite.declarer", "assiduite.declarer"]);
    expect(JSON.stringify(entries)).toContain("T-0001");
    expect(JSON.stringify(entries)).not.toMatch(/camille/i);
  });

  it("is kept with who noted it; noted again, the day changes", async () => {
    await done(declaring("stagiaire:T-0001 mouvement:entrée le:09/12/2026"));
    await done(declaring("stagiaire:T-0001 mouvement:entrée le:08/12/2026"));
    const kept = await desk.database.read(workspace, "all", (store) => store.movements.ofSession(reference));
    expect(kept).toMatchObject([
      { traineeId: "T-0001", kind: "entry", on: "2026-12-07", declaredOn: "2026-12-08", recordedBy: "coordinateur" },
    ]);
  });

  it("asks which interruption is meant where two wait", async () => {
    await enter("T-0002", "2026-12-09", "morning");
    await enter("T-0002", "2026-12-10", "morning", "interrupted");
    expect(await refused(declaring("stagiaire:T-0002 mouvement:interruption"))).toEqual(["attendance.movement-unknown"]);
    await done(declaring("stagiaire:T-0002 mouvement:interruption jour:08/12/2026"));
    const reply = await done(declaring("stagiaire:T-0002 mouvement:interruption"));
    expect(said(reply)).toContain("Interruption du 10/12/2026");
  });
});
