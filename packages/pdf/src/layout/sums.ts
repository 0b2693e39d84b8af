import type { Strip, Style, Tag } from "./marks.js";
import { widthOf } from "./measure.js";
import { printable } from "./printable.js";
import { beside, type Place, padded, stacked, textStrip, tinted } from "./strips.js";
import { outset, styles } from "./theme.js";

/** A sum at the foot of a document: `total` is the one that stands out, `note` comes after it in small. */
export interface Sum {
  readonly label: string;
  readonly value: string;
  readonly weight?: "total" | "note";
}

/** The sums one under the other, labels at the left of the place and amounts at its right. */
export function sumsStrip(sums: readonly Sum[], place: Place): Strip {
  return stacked(sums.map((sum) => sumStrip(sum, place)));
}

function sumStrip({ label, value, weight }: Sum, place: Place): Strip {
  if (weight === "total") return { ...tinted(rowStrip(label, value, styles.total, 7, place), place), gap: 4 };
  return weight === "note" ? { ...rowStrip(label, value, styles.small, 2, place), gap: 4 } : rowStrip(label, value, styles.body, 2, place);
}

function rowStrip(label: string, value: string, style: Style, padding: number, place: Place): Strip {
  const tag: Tag = { role: "P" };
  const room = place.width - widthOf(printable(value), style) - outset;
  const texts = [
    textStrip(label, style, { place: { ...place, width: room }, tag, goesOn: true }),
    textStrip(value, style, { place: { ...place, align: "right" }, tag }),
  ];
  return padded(beside(texts), padding, padding);
}
