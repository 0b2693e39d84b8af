import { enrolmentSchema, type Problem, say, type Trainee } from "@kairos/core";
import { expect } from "vitest";
import type { Answer } from "../../packages/bot/src/dispatch.js";
import { done } from "../../packages/bot/src/reply.js";
import type { Store } from "../../packages/bot/src/store/store.js";
import { openFoundedDesk, type TestDesk } from "./desk.js";

export const monday = "2026-12-07";
export const session = "SE-2026-014";

/** A desk at 09:03 in Bordeaux, the first morning of a session: its trainer, and trainees whose accounts are known. */
export async function openSigningDesk(options: { readonly file?: string } = {}): Promise<TestDesk> {
  const desk = await openFoundedDesk(options);
  for (const [person, line] of [
    ["rgc", "/acces accorder personne:omar profil:formateur motif:Anime les sessions"],
    ["rgc", "/acces accorder personne:lea profil:formateur motif:Anime les sessions"],
    ["coordinateur", `/session corriger reference:${session} formateurs:omar salle:Salle 2`],
    ["coordinateur", `/session planning reference:${session} semaine:lun-ven 9h-12h30 13h30-17h`],
    ["gestionnaire", "/stagiaire ajouter prenom:Noé nom:Martin identifiant:10203040507"],
    ["gestionnaire", "/stagiaire ajouter prenom:Inès nom:Petit identifiant:10203040508"],
  ] as const) {
    const answer = await desk.type(person, line);
    if (answer.outcome !== "done") throw new Error(`${line}: ${JSON.stringify(answer.reply.problems)}`);
  }
  await within(desk, async (store) => {
    await enrol(store, "T-0001", "camille");
    await enrol(store, "T-0002", "noe");
    await save(store, "T-0003", { person: "ines" });
  });
  desk.setClock("2026-12-07T08:03:20.000Z");
  return desk;
}

/** Does something to what is kept, as a command would. */
export async function within(desk: TestDesk, work: (store: Store) => Promise<unknown>): Promise<void> {
  writes += 1;
  const request = { workspace: "test", id: `w-${writes}`, at: desk.now(), actor: "test", path: "test" };
  await desk.database.deliver(request, async (unit) => {
    await work(unit.store("all"));
    return done({});
  });
}

let writes = 0;

export async function enrol(store: Store, id: string, person: string, more: object = {}): Promise<void> {
  const { siret } = await save(store, id, { person });
  await store.enrolments.save(enrolmentSchema.parse({ sessionReference: session, siret, traineeId: id, ...more }));
}

async function save(store: Store, id: string, more: Partial<Trainee>): Promise<Trainee> {
  const trainee = await store.trainees.get(id);
  if (trainee === undefined) throw new Error(`no trainee ${id}`);
  await store.trainees.save({ ...trainee, ...more });
  return trainee;
}

export const kept = <T>(desk: TestDesk, look: (store: Store) => Promise<T>): Promise<T> => desk.database.read("test", "all", look);

/** The code that a trainer is shown. */
export async function shownCode(desk: TestDesk, more = "", person = "omar"): Promise<string> {
  const { outcome, reply } = await desk.type(person, `/assiduite code session:${session} ${more}`);
  if (outcome !== "done") throw new Error(JSON.stringify(reply.problems));
  return (reply.data as { readonly code: string }).code;
}

/** Codes of what is wrong with an answer that must be refused, each said in full. */
export function refusedWith({ outcome, reply }: Answer): readonly string[] {
  expect(outcome).not.toBe("done");
  for (const problem of reply.problems ?? []) expect(say(problem).mend).toMatch(/\.$/);
  return (reply.problems ?? []).map(({ code }: Problem) => code);
}

export function said({ reply: { lines = [] } }: Answer): string {
  return lines
    .map(({ text }) => text.fr)
    .join("\n")
    .replaceAll("\u00a0", " ");
}
