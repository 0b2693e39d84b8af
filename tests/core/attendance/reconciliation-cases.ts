import {
  type MinutesRow,
  type ReconciledSlot,
  type Reconciliation,
  type ReconciliationInput,
  type RecordedRow,
  reconcile,
} from "@kairos/core";
import { slowly } from "./reconciliation-oracle.js";

/** A small case drawn from a seed: few names and days, so that sources meet, contradict and repeat each other. */
export function caseOf(seed: number): ReconciliationInput {
  const draw = drawing(seed);
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(draw() * values.length)] as Value;
  const sessions = ["SE-2", "SE-10", "SE-1"].slice(0, 1 + Math.floor(draw() * 3));
  const trainees = ["T-9", "T-0001", "É-1"].slice(0, 1 + Math.floor(draw() * 3));
  const days = pick([
    ["2026-12-07", "2026-12-08", "2026-12-09"],
    ["2026-03-29", "2026-10-25", "2027-03-28"],
    ["1999-12-31", "2026-12-08", "2200-01-01", "2026-02-28", "2028-02-29", "2026-12-10"],
  ]);
  const slot = (): ReconciledSlot => ({
    session: pick(sessions),
    trainee: pick(trainees),
    day: pick(days),
    half: pick(["morning", "afternoon", "evening"] as const),
  });
  const many = <Row>(row: () => Row, most: number): Row[] => Array.from({ length: Math.floor(draw() * (most + 1)) }, row);
  // Some rows are said again, as they were or with other minutes.
  const oftenTwice = <Row extends ReconciledSlot>(rows: readonly Row[]): Row[] =>
    rows.flatMap((row) => (draw() < 0.06 ? [row, { ...row, ...("minutes" in row && draw() < 0.5 && { minutes: minutes() }) }] : [row]));
  const minutes = () => pick([0, 0, 1, 180, 209, 210, 210, 210, 211, 1440]);
  const planned = oftenTwice(many(() => ({ ...slot(), minutes: pick([210, 210, 180, 0]) }), 6));
  // What is said is said of what is planned, and as it is planned, more often than not.
  const said = (): MinutesRow => {
    if (planned.length === 0 || draw() < 0.25) return { ...slot(), minutes: minutes() };
    const row = pick(planned);
    return draw() < 0.4 ? row : { ...row, minutes: minutes() };
  };
  const saidSlot = (): ReconciledSlot => {
    const { session, trainee, day, half } = said();
    return { session, trainee, day, half };
  };
  const recorded = (): RecordedRow => ({ ...said(), ...(draw() < 0.2 && { proved: draw() < 0.7 }) });
  return {
    planned,
    recorded: oftenTwice(many(recorded, 6)),
    declared: oftenTwice(many(said, 5)),
    billed: oftenTwice(many(said, 5)),
    signed: oftenTwice(many(saidSlot, 6)),
    withdrawals: draw() < 0.5 ? many(saidSlot, 2) : [],
    today: pick([...days, "2026-12-08"]),
    ...(draw() < 0.5 && { declaredBefore: pick(days) }),
    ...(draw() < 0.5 && { signedBy: pick(["day", "half-day"] as const) }),
  };
}

/** What is wrong with a case, in words; nothing when all holds. */
export function faultOf(seed: number): string | undefined {
  const input = caseOf(seed);
  const result = reconcile(input);
  const written = JSON.stringify(result);
  return (
    notConserved(input, result) ??
    (JSON.stringify(reconcile(shuffled(input, seed + 1))) === written ? undefined : "the order of the input shows") ??
    (JSON.stringify(slowly(input)) === written ? undefined : "the slow way finds something else")
  );
}

/** The source whose minutes, or signatures, are not all in the totals, each once. */
export function notConserved(input: ReconciliationInput, { totals }: Reconciliation): string | undefined {
  const minutes = (rows: readonly MinutesRow[]) => rows.reduce((sum, row) => sum + row.minutes, 0);
  const expected = {
    planned: minutes(input.planned),
    recorded: minutes(input.recorded),
    declared: minutes(input.declared),
    billed: minutes(input.billed),
    signed: input.signed.length,
    proof: totals.recorded.matched,
  };
  for (const [source, figure] of Object.entries(expected)) {
    const classes: readonly number[] = Object.values(totals[source as keyof typeof expected]);
    if (classes.some((one) => one < 0)) return `${source}: a class below nothing`;
    const sum = classes.reduce((total, one) => total + one, 0);
    if (sum !== figure) return `${source}: ${sum} in the totals, ${figure} in the input`;
  }
  if (totals.planned.attended !== totals.recorded.matched) return "what was attended is not what was recorded as planned";
  return undefined;
}

export function shuffled(input: ReconciliationInput, seed: number): ReconciliationInput {
  const draw = drawing(seed);
  const mix = <Row>(rows: readonly Row[]): readonly Row[] => {
    const mixed = [...rows];
    for (let last = mixed.length - 1; last > 0; last--) {
      const other = Math.floor(draw() * (last + 1));
      [mixed[last], mixed[other]] = [mixed[other] as Row, mixed[last] as Row];
    }
    return mixed;
  };
  const { planned, recorded, declared, billed, signed, withdrawals, ...terms } = input;
  return {
    ...terms,
    planned: mix(planned),
    recorded: mix(recorded),
    declared: mix(declared),
    billed: mix(billed),
    signed: mix(signed),
    withdrawals: mix(withdrawals),
  };
}

/** Numbers from 0 to 1, the same for the same seed; neighbouring seeds have nothing in common. */
export function drawing(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
