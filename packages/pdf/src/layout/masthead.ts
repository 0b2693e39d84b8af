import { type Fact, factRows } from "./facts.js";
import type { Strip, Tag } from "./marks.js";
import { fullWidth, type Place, padded, stacked, textStrip, tinted } from "./strips.js";
import { styles } from "./theme.js";

/** Who issues the document, above all else: the name, then lines in small, then what it says of itself. */
export function letterhead(name: string, lines: readonly string[], presentation = "", place: Place = fullWidth): Strip {
  return stacked([
    textStrip(name, styles.name, { place }),
    ...lines.map((line, index) => textStrip(line, styles.small, { place, gap: index === 0 ? 3 : 0 })),
    ...(presentation.trim() === "" ? [] : [textStrip(presentation, styles.small, { place, gap: 4 })]),
  ]);
}

/** What kind of document it is, in capitals, above which one it is; both are one title for those who hear it. */
export function documentTitle(genre: string, title: string, place: Place = fullWidth): Strip {
  const tag: Tag = { role: "H1" };
  return stacked([
    textStrip(genre.toLocaleUpperCase("fr"), styles.overline, { place, tag, goesOn: true }),
    textStrip(title, styles.title, { place, tag }),
  ]);
}

/** The facts that tell this document from the others, on a tint. */
export function factsBand(facts: readonly Fact[], place: Place = fullWidth): Strip {
  return { ...tinted(padded(stacked(factRows(facts, 0, place)), 8, 8), place), gap: 11 };
}
