import { fold } from "@kairos/core";

/** The known word a typed one was probably meant to be. */
export function nearest(typed: string, known: Iterable<string>): string | undefined {
  const wanted = fold(typed);
  if (wanted === "" || wanted.length > 40) return undefined;
  let best: { readonly word: string; readonly distance: number } | undefined;
  for (const word of known) {
    const candidate = fold(word);
    const begins = wanted.length >= 3 && (candidate.startsWith(wanted) || wanted.startsWith(candidate));
    const distance = begins ? 1 : distanceBetween(wanted, candidate);
    if (distance <= Math.max(1, Math.floor(candidate.length / 3)) && distance < (best?.distance ?? Infinity)) best = { word, distance };
  }
  return best?.word;
}

/** Letters to change, add, drop or swap with their neighbour. */
function distanceBetween(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(beforeLast, j - 2) + 1 : Infinity;
      row.push(Math.min(change, at(last, j) + 1, at(row, j - 1) + 1, swap));
    }
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
