import {
  addDays,
  attendedMinutes,
  checkReconciliation,
  type MinutesRow,
  type ReconciledSlot,
  type ReconciliationInput,
  reconcile,
  traineeSlotKey,
} from "@kairos/core";
import type { Random } from "../../trust/random.js";
import { attendedOf } from "../attendance.js";
import { faultsIn } from "../seeded.js";
import type { FaultsOf } from "./index.js";

/** A training that is over: everything planned was attended, signed or proved, declared and billed. */
const inSources = faultsIn<ReconciliationInput>(
  (dossier) => {
    const attended = attendedOf(dossier);
    if (attended === undefined) return undefined;
    const { session, planned, records, signIns } = attended;
    const slotOf = ({ traineeId, day, half }: (typeof records)[number] | (typeof signIns)[number]): ReconciledSlot => {
      return { session: session.reference, trainee: traineeId, day, half };
    };
    const minutes = new Map(planned.map((one) => [traineeSlotKey(one), one.minutes]));
    const recorded = records.map((one) => ({
      ...slotOf(one),
      minutes: attendedMinutes(one, minutes.get(traineeSlotKey(one)) ?? 0),
      proved: one.status === "remote",
    }));
    const said: readonly MinutesRow[] = recorded.map(({ proved: _proved, ...row }) => row);
    return {
      planned: planned.map(({ traineeId, day, half, minutes: lasts }) => ({
        session: session.reference,
        trainee: traineeId,
        day,
        half,
        minutes: lasts,
      })),
      recorded,
      declared: said,
      billed: said,
      signed: signIns.map(slotOf),
      withdrawals: [],
      today: "2027-08-01",
    };
  },
  (input) => checkReconciliation(reconcile(input)),
);

type Source = "recorded" | "declared" | "billed";
type Change<About> = (input: ReconciliationInput, about: About, random: Random) => Partial<ReconciliationInput> | undefined;

/** A mistake about one half-day. */
const inSlot = (change: Change<ReconciledSlot>) =>
  inSources((input, random) => {
    const changed = change(input, random.pick(input.planned), random);
    return changed && { ...input, ...changed };
  });

/** A mistake about one to four half-days that follow each other: all that are planned, or those that are signed. */
const inSlots = (of: "planned" | "signed", change: Change<readonly ReconciledSlot[]>) =>
  inSources((input, random) => {
    const first = random.int(input[of].length);
    const slots = input[of].slice(first, first + 1 + random.int(4));
    const changed = slots.length === 0 ? undefined : change(input, slots, random);
    return changed && { ...input, ...changed };
  });

const keyOf = ({ session, trainee, day, half }: ReconciledSlot) => [session, trainee, day, half].join("|");

/** A source without what it says of some half-days. */
function without<Row extends ReconciledSlot>(rows: readonly Row[], slots: readonly ReconciledSlot[]): readonly Row[] {
  const left = new Set(slots.map(keyOf));
  return rows.filter((row) => !left.has(keyOf(row)));
}

/** A source that says other minutes of some half-days. */
function saying<Row extends MinutesRow>(
  rows: readonly Row[],
  slots: readonly ReconciledSlot[],
  minutesOf: (minutes: number) => number,
): readonly Row[] {
  const told = new Set(slots.map(keyOf));
  return rows.map((row) => (told.has(keyOf(row)) ? { ...row, minutes: minutesOf(row.minutes) } : row));
}

const sources = ["recorded", "declared", "billed"] as const;

export const reconciliationFaults: FaultsOf<"reconciliation"> = {
  "attendance.half-day-twice": inSlot((input, slot, random) => {
    const source = random.pick<Source | "signed" | "planned">([...sources, "planned", "signed"]);
    const again = input[source].filter((row) => keyOf(row) === keyOf(slot));
    return again.length === 0 ? undefined : { [source]: [...input[source], ...again] };
  }),
  "attendance.half-day-after-abandon": inSlot((input, slot) => {
    const isAfter = ({ trainee, day, half }: ReconciledSlot) =>
      trainee === slot.trainee && (day > slot.day || (day === slot.day && (half !== "morning" || slot.half === "morning")));
    return { withdrawals: [slot], planned: input.planned.filter((row) => !isAfter(row)) };
  }),
  "attendance.half-day-to-come": inSlot((_input, { day }, random) => ({
    today: addDays(day, -1 - random.int(60)),
  })),
  "attendance.half-day-outside": inSlot((input, slot, random) => {
    const source = random.pick<Source | "signed">([...sources, "signed"]);
    if (random.chance(0.5)) return { planned: without(input.planned, [slot]) };
    const row = { ...slot, half: "evening" as const, minutes: 60 + random.int(120) };
    return { [source]: [...input[source], row] };
  }),
  "attendance.half-day-beyond": inSlots("planned", (input, slots, random) => {
    const source = random.pick(sources);
    const more = 1 + random.int(120);
    return { [source]: saying(input[source], slots, (minutes) => minutes + more) };
  }),
  "attendance.not-recorded": inSlots("planned", (input, slots) => ({
    recorded: without(input.recorded, slots),
    signed: without(input.signed, slots),
  })),
  "attendance.signed-not-recorded": inSlots("signed", (input, slots) => ({ recorded: without(input.recorded, slots) })),
  "attendance.signed-absent": inSlots("signed", (input, slots) => ({ recorded: saying(input.recorded, slots, () => 0) })),
  "attendance.not-signed": inSlots("signed", (input, slots) => ({
    signed: without(input.signed, slots),
    billed: without(input.billed, slots),
  })),
  "attendance.billed-not-signed": inSlots("signed", (input, slots) => ({ signed: without(input.signed, slots) })),
  "attendance.not-declared": inSlots("planned", (input, slots) => ({ declared: without(input.declared, slots) })),
  "attendance.declared-differs": inSlots("planned", (input, slots, random) => {
    const missed = 1 + random.int(45);
    return { declared: saying(input.declared, slots, (minutes) => minutes - missed) };
  }),
  "attendance.billed-differs": inSlots("planned", (input, slots, random) => {
    const source = random.pick(["recorded", "billed"] as const);
    const missed = 1 + random.int(45);
    return { [source]: saying(input[source], slots, (minutes) => minutes - missed) };
  }),
  "attendance.billed-not-as-declared": inSlots("planned", (input, slots, random) => {
    const source = random.pick(["declared", "billed"] as const);
    const missed = 1 + random.int(45);
    return { [source]: saying(input[source], slots, (minutes) => minutes - missed) };
  }),
};
