import type { FileFault, Label } from "@kairos/core";

/** What a picture carries beside what it shows. */
export const removedKinds = ["place", "camera", "text", "colours", "pictures", "other"] as const;
export type RemovedKind = (typeof removedKinds)[number];

export const removedLabels: Readonly<Record<RemovedKind, Label>> = {
  place: { fr: "le lieu de la prise de vue", en: "where it was taken" },
  camera: { fr: "l'appareil, la date et les réglages", en: "the device, the date and the settings" },
  text: { fr: "des textes cachés", en: "hidden texts" },
  colours: { fr: "un profil de couleurs", en: "a colour profile" },
  pictures: { fr: "d'autres images cachées", en: "other hidden pictures" },
  other: { fr: "d'autres données cachées", en: "other hidden data" },
};

/** What one format leaves of a picture, or why it is not taken. */
export type Cleaning = Redrawn | FileFault;

/** A picture written anew. */
export interface Redrawn {
  readonly bytes: Uint8Array;
  /** In pixels, before it is turned as a camera may ask. */
  readonly width: number;
  readonly height: number;
  /** What was taken out, each kind once, the most telling first. */
  readonly removed: readonly RemovedKind[];
}

/** Each kind once, the most telling first. */
export function inOrder(removed: Iterable<RemovedKind>): readonly RemovedKind[] {
  const all = new Set(removed);
  return removedKinds.filter((kind) => all.has(kind));
}
