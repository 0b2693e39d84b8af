import {
  compareSlots,
  type Difference,
  type DifferenceKind,
  type PlannedClass,
  type ProofClass,
  plannedClasses,
  proofClasses,
  type ReconciledSlot,
  type Reconciliation,
  type ReconciliationInput,
  type ReconciliationSource,
  type SaidClass,
  saidClasses,
} from "@kairos/core";

type Claimed = "recorded" | "declared" | "billed";
const claimed: readonly Claimed[] = ["recorded", "declared", "billed"];

/** The same reconciliation, half-day after half-day, from maps of rows: slow, and plain to read. */
export function slowly(input: ReconciliationInput): Reconciliation {
  const differences: Difference[] = [];
  const totals = {
    planned: zeros<PlannedClass>(plannedClasses),
    recorded: zeros<SaidClass>(saidClasses),
    declared: zeros<SaidClass>(saidClasses),
    billed: zeros<SaidClass>(saidClasses),
    signed: zeros<SaidClass>(saidClasses),
    proof: zeros<ProofClass>(proofClasses),
  };
  const rowsOf = {
    planned: bySlot(input.planned),
    recorded: bySlot(input.recorded),
    declared: bySlot(input.declared),
    billed: bySlot(input.billed),
    signed: bySlot(input.signed),
  };
  for (const here of everySlot(input)) {
    const { session, trainee, day, half } = here;
    const tell = (
      kind: DifferenceKind,
      source: ReconciliationSource,
      figure: number | undefined,
      against: ReconciliationSource,
      expected?: number,
    ) => differences.push({ session, trainee, day, half, kind, source, figure, against, expected });
    const figures = (source: Claimed | "planned", { key }: KeyedSlot = here) =>
      (rowsOf[source].get(key) ?? []).map(({ minutes }) => minutes);
    const least = (source: Claimed | "planned", of?: KeyedSlot) => {
      const all = figures(source, of);
      return all.length === 0 ? undefined : Math.min(...all);
    };
    const signatures = ({ key }: KeyedSlot = here) => rowsOf.signed.get(key)?.length ?? 0;
    const placeOf = (of: KeyedSlot): "withdrawn" | "future" | "outside" | "planned" => {
      const isAfter = (row: ReconciledSlot) => row.session === of.session && row.trainee === of.trainee && compareSlots(of, row) >= 0;
      if (input.withdrawals.some(isAfter)) return "withdrawn";
      if (of.day > input.today) return "future";
      return least("planned", of) === undefined ? "outside" : "planned";
    };
    const covered =
      input.signedBy === "day" ? (["morning", "afternoon", "evening"] as const).map((half) => keyed({ ...here, half })) : [here];
    const place = placeOf(here);
    const signedPlace = covered.some((one) => placeOf(one) === "planned") ? "planned" : place;
    const isSigned = covered.some((one) => signatures(one) > 0);
    const isProved = rowsOf.recorded.get(here.key)?.every(({ proved }) => proved === true) ?? false;
    const [plan, fact, declaredAs, billedAs] = [least("planned"), least("recorded"), least("declared"), least("billed")];
    const isOver = day < input.today;

    for (const source of ["planned", ...claimed] as const) {
      const all = figures(source);
      if (all.length > 1) tell("twice", source, sum(all), source, Math.min(...all));
      if (all.length > 0) totals[source].twice += sum(all) - Math.min(...all);
    }
    if (signatures() > 1) tell("twice", "signed", signatures(), "signed", 1);

    if (plan !== undefined) {
      if (place === "withdrawn") totals.planned.withdrawn += plan;
      else if (place === "future" || (fact === undefined && !isOver)) totals.planned.toCome += plan;
      else if (fact === undefined) totals.planned.unrecorded += plan;
      else {
        totals.planned.attended += Math.min(fact, plan);
        totals.planned.missed += plan - Math.min(fact, plan);
      }
    }
    for (const source of claimed) {
      const figure = least(source);
      if (figure === undefined) continue;
      if (place !== "planned") totals[source][place] += figure;
      else {
        totals[source].matched += Math.min(figure, plan ?? 0);
        totals[source].beyond += Math.max(figure - (plan ?? 0), 0);
      }
    }
    if (signatures() > 0) {
      totals.signed.twice += signatures() - 1;
      totals.signed[signedPlace === "planned" ? "matched" : signedPlace] += 1;
    }
    if (place === "planned" && fact !== undefined) {
      totals.proof[isSigned ? "signed" : isProved ? "otherwise" : "nothing"] += Math.min(fact, plan ?? 0);
    }

    if (place !== "planned") {
      for (const source of claimed) {
        const figure = least(source);
        if (figure === undefined) continue;
        if (figure > 0 || (source === "recorded" && place === "outside")) tell(place, source, figure, "planned", plan);
      }
      if (signatures() > 0 && signedPlace !== "planned") tell(signedPlace, "signed", signatures(), "planned", plan);
      continue;
    }
    for (const source of claimed) {
      const figure = least(source);
      if (figure !== undefined && figure > (plan ?? 0)) tell("beyond", source, figure, "planned", plan);
    }
    if (fact === undefined && isOver) {
      if (isSigned) tell("signed-not-recorded", "signed", signatures() || undefined, "recorded");
      else tell("not-recorded", "recorded", undefined, "planned", plan);
    }
    if (fact === 0 && isSigned && covered.every((one) => (least("recorded", one) ?? 0) === 0)) {
      tell("signed-absent", "signed", signatures() || undefined, "recorded", 0);
    }
    if (fact !== undefined && fact > 0) {
      if (isOver && !isSigned && !isProved) {
        if (billedAs !== undefined && billedAs > 0) tell("billed-not-signed", "billed", billedAs, "signed");
        else tell("not-signed", "signed", undefined, "recorded", fact);
      }
      if (day < (input.declaredBefore ?? input.today) && declaredAs === undefined) {
        tell("not-declared", "declared", undefined, "recorded", fact);
      }
    }
    if (declaredAs !== undefined && declaredAs !== (fact ?? 0)) tell("declared-differs", "declared", declaredAs, "recorded", fact);
    if (billedAs !== undefined && billedAs !== (fact ?? 0)) tell("billed-differs", "billed", billedAs, "recorded", fact);
    if (billedAs !== undefined && billedAs !== (declaredAs ?? 0))
      tell("billed-not-as-declared", "billed", billedAs, "declared", declaredAs);
  }
  return { differences, totals };
}

/** A half-day with the text that it is found by. */
interface KeyedSlot extends ReconciledSlot {
  readonly key: string;
}

function keyed({ session, trainee, day, half }: ReconciledSlot): KeyedSlot {
  return { session, trainee, day, half, key: `${session}|${trainee}|${day}|${half}` };
}

function everySlot({ planned, recorded, declared, billed, signed }: ReconciliationInput): readonly KeyedSlot[] {
  const slots = new Map(
    [...planned, ...recorded, ...declared, ...billed, ...signed].map((row) => {
      const slot = keyed(row);
      return [slot.key, slot];
    }),
  );
  return [...slots.values()].sort((a, b) => compare(a.session, b.session) || compare(a.trainee, b.trainee) || compareSlots(a, b));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function bySlot<Row extends ReconciledSlot>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const map = new Map<string, Row[]>();
  for (const row of rows) {
    const { key } = keyed(row);
    const others = map.get(key);
    if (others) others.push(row);
    else map.set(key, [row]);
  }
  return map;
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}

function zeros<Name extends string>(names: readonly Name[]): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
}
