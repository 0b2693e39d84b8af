import {
  type AttendanceRecord,
  addDays,
  checkMovements,
  type IsoDate,
  type MovementDeclaration,
  type MovementKind,
  movementsOf,
  type SessionCourse,
} from "@kairos/core";
import type { Random } from "../../../trust/random.js";
import { attendedOf } from "../../attendance.js";
import { faultsIn } from "../../seeded.js";
import type { FaultsOf } from "../index.js";

type Judged = SessionCourse & { readonly today: IsoDate; readonly days: number | undefined };

/** A training long over: every entry and every exit was declared the day after. */
const inCourse = faultsIn<Judged>(
  (dossier) => {
    const attended = attendedOf(dossier);
    if (attended === undefined) return undefined;
    const { session, roster, planned, records, settings, today } = attended;
    const declarations = roster.flatMap(({ traineeId, siret }) => {
      const own = planned.filter((one) => one.traineeId === traineeId).map(({ day }) => day);
      const declared = (kind: MovementKind, on = ""): MovementDeclaration => ({
        sessionReference: session.reference,
        siret,
        traineeId,
        kind,
        on,
        declaredOn: addDays(on, 1),
        recordedBy: "lea",
        recordedAt: `${addDays(on, 1)}T09:00:00.000Z`,
      });
      return [declared("entry", own[0]), declared("exit", own.at(-1))];
    });
    return { session, roster, planned, records, declarations, today: addDays(today, 90), days: settings.movementDays };
  },
  ({ today, days, ...course }) => checkMovements({ movements: movementsOf(course, today, days) }),
);

/** A declaration of one kind that is forgotten, or made after the last day in time. */
const lately = (kind: MovementKind) => (judged: Judged, random: Random) => {
  const declarations = judged.declarations.filter((one) => one.kind === kind);
  const meant = random.pick(declarations);
  const declaredOn = addDays(meant.on, (judged.days ?? 3) + 1 + random.int(40));
  const others = judged.declarations.filter((one) => one !== meant);
  return { ...judged, declarations: random.chance(0.5) ? others : [...others, { ...meant, declaredOn }] };
};

/** Somebody's facts from a half-day on, changed; nothing where they followed one only. */
const laterFacts = (judged: Judged, random: Random, status: AttendanceRecord["status"]) => {
  const { traineeId } = random.pick(judged.roster);
  const own = judged.records.filter((one) => one.traineeId === traineeId);
  const days = [...new Set(own.map(({ day }) => day))].slice(1, -1);
  if (days.length === 0) return undefined;
  const since = random.pick(days);
  return judged.records.map((one) => (one.traineeId === traineeId && one.day >= since ? { ...one, status } : one));
};

export const movementFaults: Pick<
  FaultsOf<"statements">,
  "attendance.entry-late" | "attendance.interruption-late" | "attendance.exit-late" | "attendance.abandon-not-declared"
> = {
  "attendance.entry-late": inCourse(lately("entry")),
  "attendance.exit-late": inCourse(lately("exit")),
  "attendance.interruption-late": inCourse((judged, random) => {
    const records = laterFacts(judged, random, "interrupted");
    return records && { ...judged, records };
  }),
  "attendance.abandon-not-declared": inCourse((judged, random) => {
    if (random.chance(0.5)) {
      const records = laterFacts(judged, random, "withdrawn");
      return records && { ...judged, records };
    }
    const [first, last] = [judged.planned[0]?.day, judged.planned.at(-1)?.day];
    const between = judged.planned.filter(({ day }) => day !== first && day !== last);
    if (between.length === 0) return undefined;
    const { traineeId, day, half } = random.pick(between);
    const withdrawal = { day, half };
    const planned = judged.planned.filter((one) => one.traineeId !== traineeId || one.day < day);
    return { ...judged, planned, roster: judged.roster.map((one) => (one.traineeId === traineeId ? { ...one, withdrawal } : one)) };
  }),
};
