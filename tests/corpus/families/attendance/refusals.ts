import {
  type AttendanceException,
  addDays,
  enrolmentFaults,
  type GivenFact,
  misplacedDetails,
  planEntry,
  raise,
  readExceptions,
  recordRefusals,
} from "@kairos/core";
import { attendedOf } from "../../attendance.js";
import { type Dossier, faultsIn } from "../../seeded.js";
import { trainingDays } from "../../training.js";
import type { FaultsOf } from "../index.js";

/** « Tous présents sauf », about two of the group. */
const inTyped = faultsIn(
  (dossier) => {
    const attended = attendedOf(dossier);
    return (
      attended && { title: attended.session.title, people: attended.trainees, text: "T-0007 retard 20 min, Lefèvre excusé santé AT-12" }
    );
  },
  ({ text, people }) =>
    readExceptions(text, people).faults.map((fault) => raise(recordRefusals, "attendance.exception-unreadable", ["sauf"], fault)),
);

/** The last half-day about to be entered, one person excused. */
function entryOf(dossier: Dossier) {
  const attended = attendedOf(dossier);
  const halfDay = attended?.schedule.halfDays.at(-1);
  if (attended === undefined || halfDay === undefined) return undefined;
  const records = attended.records.filter(({ day, half }) => day !== halfDay.day || half !== halfDay.half);
  const said = { status: "excused", reason: "appointment", document: "JUST-12" } as const;
  const exceptions: readonly AttendanceException[] = [{ traineeId: "T-0021", piece: "T-0021 excusé rdv JUST-12", said }];
  return { ...attended, halfDay, records, exceptions };
}

const inEntry = faultsIn(entryOf, ({ halfDay, roster, records, exceptions }) => planEntry(halfDay, roster, records, exceptions).problems);

const inDetails = faultsIn<{ readonly title: string; readonly given: GivenFact }>(
  (dossier) => {
    const attended = attendedOf(dossier);
    return attended && { title: attended.session.title, given: { status: "late", minutes: 20 } };
  },
  ({ given }) => misplacedDetails(given),
);

const inEnrolment = faultsIn(
  (dossier) => {
    const attended = attendedOf(dossier);
    const enrolment = attended?.roster[0];
    return attended && enrolment && { session: attended.session, enrolment };
  },
  ({ enrolment, session }) => enrolmentFaults(enrolment, session),
);

export const refusalFaults: Pick<
  FaultsOf<"attendance">,
  | "attendance.exception-unreadable"
  | "attendance.not-expected"
  | "attendance.recorded-already"
  | "attendance.detail-misplaced"
  | "attendance.enrolment-dates"
> = {
  "attendance.exception-unreadable": inTyped((typed, random) => {
    const { text } = typed;
    const mistyped = [
      text.replace("Lefèvre", "Lefebvre"),
      text.replace("Lefèvre", "Martin"),
      text.replace("retard 20 min", ""),
      text.replace("retard 20 min", "retard beaucoup"),
      text.replace("excusé", "exusé"),
      text.replace("excusé", "excusé abandon"),
      text.replace(", Lefèvre", " T-0021"),
      text.replace("Lefèvre", "T-0007"),
      text.replace("AT-12", "AT-12 20 min"),
      "absent ce matin",
    ];
    return { ...typed, text: random.pick(mistyped) };
  }),
  "attendance.not-expected": inEntry((entry, random) => {
    const { halfDay, roster, records } = entry;
    const { day, half } = halfDay;
    const dates = random.pick([
      { joinsOn: addDays(day, 1 + random.int(9)) },
      { leavesOn: addDays(day, -1 - random.int(9)) },
      { withdrawal: { day, half } },
    ]);
    return { ...entry, records, roster: roster.map((one) => (one.traineeId === "T-0021" ? { ...one, ...dates } : one)) };
  }),
  "attendance.recorded-already": inEntry((entry, random, dossier) => {
    const { day, half } = entry.halfDay;
    const known = attendedOf(dossier)?.records.find((one) => one.traineeId === "T-0021" && one.day === day && one.half === half);
    if (known === undefined) return undefined;
    const recorded = {
      ...known,
      ...random.pick([{}, { status: "late" as const, lateMinutes: 1 + random.int(60) }, { status: "unexcused" as const }]),
    };
    return { ...entry, records: [...entry.records, recorded] };
  }),
  "attendance.detail-misplaced": inDetails((fact, random) => {
    const minutes = 1 + random.int(90);
    const given = random.pick<GivenFact>([
      { status: "present", minutes },
      { status: "unexcused", minutes },
      { status: "left-early", minutes, early: 10 },
      { status: "late", minutes, reason: "transport" },
      { status: "unexcused", document: `AT-${minutes}` },
      { status: "present", evidence: ["connection"] },
    ]);
    return { ...fact, given };
  }),
  "attendance.enrolment-dates": inEnrolment(({ session, enrolment }, random, dossier) => {
    const { startsOn, endsOn } = session;
    const days = trainingDays(attendedOf(dossier)?.schedule ?? { halfDays: [] });
    const [first, last] = [days[0] ?? startsOn, days.at(-1) ?? endsOn];
    const dates = [
      { joinsOn: addDays(startsOn, -1 - random.int(30)) },
      { leavesOn: addDays(endsOn, 1 + random.int(300)) },
      { withdrawal: { day: addDays(endsOn, 1 + random.int(30)), half: "morning" as const } },
      ...(first < last
        ? [
            { joinsOn: last, leavesOn: first },
            { joinsOn: last, withdrawal: { day: first, half: "afternoon" as const } },
            { leavesOn: first, withdrawal: { day: last, half: "morning" as const } },
          ]
        : []),
    ];
    return { session, enrolment: { ...enrolment, ...random.pick<object>(dates) } };
  }),
};
