import { billed, declared, planned, recorded, type Said, signed, silent } from "./reconcile-sheet.js";
import { plannedClasses, proofClasses, type ReconciliationTotals, type SaidClass, saidClasses } from "./reconciliation.js";

/** Every figure of the input, put into one class and no other. */
export interface Tally {
  add(said: Said): void;
  /** Half-days of which everybody says the same, and each signed once: the minutes planned, and those attended of them. */
  agree(planned: number, attended: number, halfDays: number): void;
  totals(): ReconciliationTotals;
}

export function tallyOf(): Tally {
  const totals = {
    planned: zeros(plannedClasses),
    recorded: zeros(saidClasses),
    declared: zeros(saidClasses),
    billed: zeros(saidClasses),
    signed: zeros(saidClasses),
    proof: zeros(proofClasses),
  };
  return {
    totals: () => totals,
    agree(planned, attended, halfDays) {
      totals.planned.attended += attended;
      totals.planned.missed += planned - attended;
      totals.recorded.matched += attended;
      totals.declared.matched += attended;
      totals.billed.matched += attended;
      totals.signed.matched += halfDays;
      totals.proof.signed += attended;
    },
    add(said) {
      addPlanned(totals.planned, said);
      addMinutes(totals.recorded, said, recorded);
      addMinutes(totals.declared, said, declared);
      addMinutes(totals.billed, said, billed);
      addSignatures(totals.signed, said);
      addProof(totals.proof, said);
    },
  };
}

type Sums<Name extends string> = Record<Name, number>;

function zeros<Name extends string>(names: readonly Name[]): Sums<Name> {
  return Object.fromEntries(names.map((name) => [name, 0])) as Sums<Name>;
}

function addPlanned(sums: Sums<(typeof plannedClasses)[number]>, said: Said): void {
  if (said.rows[planned] === 0) return;
  const least = said.least[planned] as number;
  sums.twice += said.others[planned] as number;
  if (said.place === "withdrawn") sums.withdrawn += least;
  else if (said.place === "future") sums.toCome += least;
  else if (said.least[recorded] === silent) sums[said.isOver ? "unrecorded" : "toCome"] += least;
  else {
    const attended = Math.min(said.least[recorded] as number, least);
    sums.attended += attended;
    sums.missed += least - attended;
  }
}

function addMinutes(sums: Sums<SaidClass>, said: Said, source: number): void {
  if (said.rows[source] === 0) return;
  const least = said.least[source] as number;
  sums.twice += said.others[source] as number;
  if (said.place === "planned") {
    const matched = Math.min(least, said.least[planned] as number);
    sums.matched += matched;
    sums.beyond += least - matched;
  } else sums[said.place] += least;
}

function addSignatures(sums: Sums<SaidClass>, { rows, signedPlace }: Said): void {
  const signatures = rows[signed] as number;
  if (signatures === 0) return;
  sums.twice += signatures - 1;
  sums[signedPlace === "planned" ? "matched" : signedPlace] += 1;
}

function addProof(sums: Sums<(typeof proofClasses)[number]>, said: Said): void {
  if (said.place !== "planned" || said.least[recorded] === silent) return;
  const attended = Math.min(said.least[recorded] as number, said.least[planned] as number);
  if (said.isSigned) sums.signed += attended;
  else sums[said.isProved ? "otherwise" : "nothing"] += attended;
}
