import type { Strip, Tag } from "./marks.js";
import { bandOf, beside, columnsOf, frame, padded, stacked, textStrip } from "./strips.js";
import { styles } from "./theme.js";

const boxHeight = 70;

/** A frame for each person who signs, with what is expected there. */
export function signaturePlaces(signers: readonly { readonly name: string; readonly expected: string }[]): Strip {
  const columns = columnsOf(signers.length);
  const places = columns.map((place, index): Strip => {
    const { name = "", expected = "" } = signers[index] ?? {};
    const tag: Tag = { role: "P" };
    const words = padded(
      stacked([textStrip(name, styles.strong, { place, tag, goesOn: true }), textStrip(expected, styles.label, { place, tag })]),
      8,
      0,
    );
    const { x, width } = bandOf(place);
    return { ...words, height: boxHeight, boxes: frame(x, 0, width, boxHeight) };
  });
  return beside(places, 8);
}
