import type { Dossier } from "./seeded.js";

/** What is derived from a dossier, worked out the first time only: every fault asks for it. */
export function once<Derived>(derive: (dossier: Dossier) => Derived): (dossier: Dossier) => Derived {
  const derived = new Map<Dossier, Derived>();
  return (dossier) => {
    if (!derived.has(dossier)) derived.set(dossier, derive(dossier));
    return derived.get(dossier) as Derived;
  };
}
