import { billed, declared, planned, recorded, type Said, signed, silent } from "./reconcile-sheet.js";
import type { DifferenceKind } from "./reconciliation.js";

/** Ranks of two sources, and their figures or `silent`. */
export type Tell = (kind: DifferenceKind, source: number, figure: number, against: number, expected: number) => void;

/**
 * What does not agree in one half-day. What should not be there is told at once, what is missing once the day is over. Where
 * nobody was expected, whoever says something is told and nothing is compared.
 */
export function differencesOf(said: Said, tell: Tell): void {
  saidTwice(said, tell);
  if (said.place !== "planned") misplaced(said, tell);
  else {
    beyondPlanned(said, tell);
    missing(said, tell);
    contradicted(said, tell);
  }
}

function saidTwice({ rows, least, others }: Said, tell: Tell): void {
  for (let source = planned; source <= billed; source++) {
    if ((rows[source] as number) > 1)
      tell("twice", source, (least[source] as number) + (others[source] as number), source, least[source] as number);
  }
  if ((rows[signed] as number) > 1) tell("twice", signed, rows[signed] as number, signed, 1);
}

/** An absence may be known beforehand, or go on after a withdrawal; on a day without training, nobody can be away. */
function misplaced({ place, signedPlace, rows, least }: Said, tell: Tell): void {
  if (place === "planned") return;
  for (let source = recorded; source <= billed; source++) {
    const figure = least[source] as number;
    if (figure > 0 || (figure === 0 && source === recorded && place === "outside")) {
      tell(place, source, figure, planned, least[planned] as number);
    }
  }
  if (rows[signed] !== 0 && signedPlace !== "planned") tell(place, signed, rows[signed] as number, planned, least[planned] as number);
}

function beyondPlanned({ least }: Said, tell: Tell): void {
  const expected = least[planned] as number;
  for (let source = recorded; source <= billed; source++) {
    const figure = least[source] as number;
    if (figure > expected) tell("beyond", source, figure, planned, expected);
  }
}

function missing(said: Said, tell: Tell): void {
  const { least, rows, isOver, isSigned, isProved, tookPart, hadToBeDeclared } = said;
  const attended = least[recorded] as number;
  const signatures = rows[signed] === 0 ? silent : (rows[signed] as number);
  if (attended === silent) {
    if (!isOver) return;
    if (isSigned) tell("signed-not-recorded", signed, signatures, recorded, silent);
    else tell("not-recorded", recorded, silent, planned, least[planned] as number);
  } else if (attended === 0) {
    if (isSigned && !tookPart) tell("signed-absent", signed, signatures, recorded, 0);
  } else {
    const toBill = least[billed] as number;
    if (isOver && !isSigned && !isProved) {
      if (toBill > 0) tell("billed-not-signed", billed, toBill, signed, silent);
      else tell("not-signed", signed, silent, recorded, attended);
    }
    if (hadToBeDeclared && least[declared] === silent) tell("not-declared", declared, silent, recorded, attended);
  }
}

function contradicted({ least }: Said, tell: Tell): void {
  differs("declared-differs", least, declared, recorded, tell);
  differs("billed-differs", least, billed, recorded, tell);
  differs("billed-not-as-declared", least, billed, declared, tell);
}

/** Whoever is silent says nothing was done: nothing declared and nothing attended agree. */
function differs(kind: DifferenceKind, least: Int32Array, source: number, against: number, tell: Tell): void {
  const [figure, expected] = [least[source] as number, least[against] as number];
  if (figure !== silent && figure !== Math.max(expected, 0)) tell(kind, source, figure, against, expected);
}
