import type { Problem, QuoteSituation } from "@kairos/core";
import { dossiers } from "../core/quotes/dossiers.js";
import { type Random, randomFrom } from "../trust/random.js";

/** A sound dossier of the corpus: provider, session, trainee and quote agree, and no rule has anything to say of it. */
export interface Dossier {
  readonly name: string;
  readonly situation: QuoteSituation;
}

export const corpus: readonly Dossier[] = dossiers.map(([name, situation]) => ({ name, situation }));

/** What one fault made of a dossier: what was judged before it, what is judged after, and what the rules say of both. */
export interface Planted {
  readonly faulty: unknown;
  readonly before: readonly Problem[];
  readonly after: readonly Problem[];
}

/** A mistake people make, planted in a sound dossier by a seed. Nothing when that dossier has no room for it. */
export type Fault = (dossier: Dossier, random: Random) => Planted | undefined;

/** Makes the faults of one family: what of a dossier is judged, and by what. */
export function faultsIn<Judged>(sound: (dossier: Dossier) => Judged | undefined, judge: (judged: Judged) => readonly Problem[]) {
  return (plant: (judged: Judged, random: Random, dossier: Dossier) => Judged | undefined): Fault =>
    (dossier, random) => {
      const judged = sound(dossier);
      if (judged === undefined) return undefined;
      const faulty = plant(judged, random, dossier);
      return faulty === undefined ? undefined : { faulty, before: judge(judged), after: judge(faulty) };
    };
}

export interface Seeded extends Planted {
  readonly dossier: string;
  readonly seed: number;
}

/** The first `wanted` dossiers, in an order of the code's own, that have room for the fault: each with a seed of its own. */
export function seeded(code: string, fault: Fault, wanted: number): readonly Seeded[] {
  const order = randomFrom([...code].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), 7));
  const left = [...corpus];
  const found: Seeded[] = [];
  for (let seed = 1; left.length > 0 && found.length < wanted; seed++) {
    const [dossier] = left.splice(order.int(left.length), 1);
    const planted = dossier && fault(dossier, randomFrom(seed));
    if (dossier && planted) found.push({ ...planted, dossier: dossier.name, seed });
  }
  return found;
}
