import type { Strip, Tag } from "./marks.js";
import { bandOf, beside, columnsOf, frame, fullWidth, padded, stacked, textStrip } from "./strips.js";
import { styles } from "./theme.js";

export interface Signer {
  readonly name: string;
  /** `Date et signature`. */
  readonly expected: string;
}

/** A frame is as high as this, and leaves as much free under its words as the hand needs. */
const frameHeight = 70;
const roomToSign = 38;

/** A frame for each person who signs, two or three in a row. */
export function signatureRows(signers: readonly Signer[]): readonly Strip[] {
  const columns = columnsOf(signers.length <= 2 || signers.length === 4 ? 2 : 3);
  const rows = Array.from({ length: Math.ceil(signers.length / columns.length) }, (_, row) =>
    signers.slice(row * columns.length, (row + 1) * columns.length),
  );
  return rows.map((row) => {
    const words = row.map(({ name, expected }, index) => {
      const tag: Tag = { role: "P" };
      const place = columns[index] ?? fullWidth;
      const texts = [textStrip(name, styles.strong, { place, tag, goesOn: true }), textStrip(expected, styles.label, { place, tag })];
      return padded(stacked(texts), 8, 0);
    });
    const height = Math.max(frameHeight, ...words.map((strip) => strip.height + roomToSign));
    const framed = words.map((strip, index): Strip => {
      const { x, width } = bandOf(columns[index] ?? fullWidth);
      return { ...strip, height, boxes: frame(x, 0, width, height) };
    });
    return beside(framed, 8);
  });
}
