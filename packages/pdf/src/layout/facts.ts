import type { Strip, Tag } from "./marks.js";
import { widthOf } from "./measure.js";
import { printable } from "./printable.js";
import { beside, columnsOf, fullWidth, type Place, stacked, textStrip } from "./strips.js";
import { gutter, styles } from "./theme.js";

export interface Fact {
  readonly label: string;
  readonly value: string | undefined;
  /** How many columns it takes; one unless told. */
  readonly span?: number;
}

const columnCount = 4;

/** Known facts on the grid of the page, each label above its value; unknown ones leave no hole. */
export function factRows(facts: readonly Fact[], gap = 0, whole: Place = fullWidth): readonly Strip[] {
  const columns = columnsOf(columnCount, whole);
  const rows: Strip[][] = [];
  let taken = columnCount;
  for (const fact of facts.filter(isKnown)) {
    const { span = 1 } = fact;
    if (taken + span > columnCount) {
      rows.push([]);
      taken = 0;
    }
    const { x, width } = columns[taken] ?? whole;
    rows.at(-1)?.push(factStrip(fact, { x, width: span * width + (span - 1) * gutter }));
    taken += span;
  }
  return rows.map((cells, index) => beside(cells, index === 0 ? gap : 7));
}

/** On as many columns as its value needs to stand on one line. */
export function wideEnough(fact: Fact, whole: Place = fullWidth): Fact {
  const needed = widthOf(printable(fact.value ?? ""), styles.body);
  const column = columnsOf(columnCount, whole)[0]?.width ?? needed;
  return { ...fact, span: Math.min(columnCount, Math.max(1, Math.ceil((needed + gutter) / (column + gutter)))) };
}

function isKnown({ value = "" }: Fact): boolean {
  return value.trim() !== "";
}

function factStrip(fact: Fact, place: Place): Strip {
  const tag: Tag = { role: "P" };
  return stacked([
    textStrip(fact.label, styles.label, { place, tag, goesOn: true }),
    textStrip(fact.value ?? "", styles.body, { place, tag }),
  ]);
}
