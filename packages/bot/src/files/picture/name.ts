import { holdsNir, type MaskedKind, type MaskingContext, maskedKinds, masksOf, maskText, secretKinds } from "@kairos/core";
import { safeName } from "../safe-name.js";

/**
 * What the name of a picture told that must not leave the desk, by kind: `{ name: 1, nir: 1 }`. Nothing of it is kept, and whoever
 * sent it is told. What the door has masked already counts too.
 */
export function heldByName(name: string, context: MaskingContext): ReadonlyMap<MaskedKind, number> {
  const stem = name.replace(/\.[A-Za-z0-9]{1,5}$/, "");
  const spaced = maskText(stem.replace(/[_.-]+/g, " "), context).masked;
  const asItIs = maskText(stem, context).masked;
  const held = new Map<MaskedKind, number>();
  for (const kind of maskedKinds) {
    const inWords = spaced.get(kind) ?? 0;
    // `Screenshot_20261116-091244_Chrome` looks like a key until it is read in words.
    const count = kind === "token" ? inWords : Math.max(inWords, asItIs.get(kind) ?? 0, masksOf(kind, stem));
    if (count > 0) held.set(kind, count);
  }
  return held;
}

/** A name that may be shown back to whoever sent it: no password, no key, no social security number. */
export function speakableName(name: string): string {
  const { text } = maskText(name, { people: [], spared: [] }, secretKinds);
  return holdsNir(text) || holdsNir(safeName(text)) ? "image" : text;
}
