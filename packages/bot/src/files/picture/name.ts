import { holdsNir, type MaskedKind, type MaskingContext, maskedKindLabels, maskedKinds, maskText, secretKinds } from "@kairos/core";
import { safeName } from "../safe-name.js";

/**
 * What the name of a picture told that must not leave the desk, by kind: `{ name: 1, nir: 1 }`. Nothing of it is kept, and whoever
 * sent it is told. What the door has masked already counts too.
 */
export function heldByName(name: string, context: MaskingContext): ReadonlyMap<MaskedKind, number> {
  const stem = name.replace(/\.[A-Za-z0-9]{1,5}$/, "");
  const readings = [stem, stem.replace(/[_.-]+/g, " ")].map((reading) => maskText(reading, context).masked);
  const held = new Map<MaskedKind, number>();
  for (const kind of maskedKinds) {
    const atTheDoor = stem.split(`[${maskedKindLabels[kind].fr}]`).length - 1;
    const count = atTheDoor + Math.max(...readings.map((masked) => masked.get(kind) ?? 0));
    if (count > 0) held.set(kind, count);
  }
  return held;
}

/** A name that may be shown back to whoever sent it: no password, no key, no social security number. */
export function speakableName(name: string): string {
  const { text } = maskText(name, { people: [], spared: [] }, secretKinds);
  return holdsNir(text) || holdsNir(safeName(text)) ? "image" : text;
}
