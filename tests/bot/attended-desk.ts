import { type AttendanceRecord, plannedHalfDays, type Schedule, type Session } from "@kairos/core";
import type { Answer } from "../../packages/bot/src/dispatch.js";
import type { Store } from "../../packages/bot/src/store/store.js";
import { aClosedMonth, aDeclaration } from "../core/attendance/certificate-examples.js";
import { allPresent, anEnrolment, aSignIn } from "../examples/attendance.js";
import { readPdf } from "../pdf/reader.js";
import { read } from "../pdf/shown.js";
import { openFoundedDesk, type TestDesk } from "./desk.js";

export interface Seeded {
  readonly session: Session;
  readonly schedule: Schedule;
}

/** How much was attended of two weeks, and whether their month was signed off. */
export interface Attended {
  readonly lateAtFirst?: number;
  readonly closed?: boolean;
  readonly until?: number;
  /** By everybody, unless told. */
  readonly signed?: boolean;
}

let seeds = 0;

/** A founded desk whose session has a schedule and a trainer, and what fills it before other commands could. */
export async function openAttendedDesk() {
  const desk: TestDesk = await openFoundedDesk();

  const type = (line: string, person = "coordinateur") => desk.type(person, line);

  const done = async (line: string, person?: string): Promise<void> => {
    const answer = await type(line, person);
    if (answer.outcome !== "done") throw new Error(`${line}: ${JSON.stringify(answer.reply.problems)}`);
  };

  /** Writes what other commands would have. */
  const seed = async (work: (store: Store, seeded: Seeded) => Promise<void>): Promise<void> => {
    seeds += 1;
    await desk.database.deliver({ workspace: "test", id: `seed-${seeds}`, at: desk.now(), actor: "lea", path: "seed" }, async (unit) => {
      const store = unit.store("all");
      const [session, schedule] = [await store.sessions.get("SE-2026-014"), await store.schedules.get("SE-2026-014")];
      if (session === undefined || schedule === undefined) throw new Error("no session");
      await work(store, { session, schedule });
      return { outcome: "done" };
    });
  };

  const enrol = (...ids: readonly string[]) =>
    seed(async (store) => {
      for (const traineeId of ids) await store.enrolments.save(anEnrolment({ traineeId }));
    });

  /** So many in all, enrolled; the first is there already. */
  const addTrainees = async (count: number): Promise<readonly string[]> => {
    for (let made = 1; made < count; made += 1)
      await done("/stagiaire ajouter prenom:Anne nom:Martin identifiant:10203040507", "gestionnaire");
    const ids = Array.from({ length: count }, (_, index) => `T-${String(index + 1).padStart(4, "0")}`);
    await enrol(...ids);
    return ids;
  };

  /** Present at the first half-days, all of them unless told; December declared and closed, on its last evening. */
  const attendAll = async (
    ids: readonly string[],
    { lateAtFirst = 0, closed = true, until = 20, signed = true }: Attended,
  ): Promise<void> => {
    desk.setClock("2026-12-18T18:00:00.000Z");
    const isFirst = ({ day, half }: Pick<AttendanceRecord, "day" | "half">) => day === "2026-12-07" && half === "morning";
    await seed(async (store, { schedule }) => {
      const halfDays = schedule.halfDays.slice(0, until);
      const roster = ids.map((traineeId) => anEnrolment({ traineeId }));
      const facts = allPresent(roster, { halfDays }).map((fact) =>
        lateAtFirst > 0 && isFirst(fact) ? { ...fact, status: "late" as const, lateMinutes: lateAtFirst } : fact,
      );
      await store.attendance.saveMany(facts, { by: "lea", at: desk.now() });
      if (signed) await store.signIns.addMany(roster.flatMap(({ traineeId }) => halfDays.map((halfDay) => aSignIn(traineeId, halfDay))));
      if (!closed) return;
      await store.months.save(aClosedMonth());
      const planned = plannedHalfDays({ ...schedule, halfDays }, roster);
      await store.claims.addMany(
        planned.map((one) => ({ ...aDeclaration(one, one.traineeId), minutes: one.minutes - (isFirst(one) ? lateAtFirst : 0) })),
      );
    });
  };

  await done("/session planning reference:SE-2026-014 semaine:lun-ven 9h-12h30 13h30-17h");
  await done("/session corriger reference:SE-2026-014 formateurs:Omar Diallo");
  await done("/acces accorder personne:omar-diallo profil:formateur motif:Cours", "rgc");
  return { desk, type, done, seed, enrol, addTrainees, attendAll };
}

export type AttendedDesk = Awaited<ReturnType<typeof openAttendedDesk>>;

export function codes({ reply }: Answer): readonly string[] {
  return (reply.problems ?? []).map(({ code }) => code);
}

export function said({ reply }: Answer): string {
  return (reply.lines ?? [])
    .map(({ text }) => text.fr)
    .join("\n")
    .replaceAll("\u00a0", " ");
}

export function namesOf({ files }: Answer): readonly string[] {
  return files.map(({ name }) => name);
}

export function shown({ files: [file] }: Answer): string {
  return file === undefined ? "" : read(readPdf(file.bytes).pages);
}
