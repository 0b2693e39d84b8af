import type { Strip, Tag } from "./marks.js";
import { flowingText, fullWidth, keptWithNext, type Place, textMark } from "./strips.js";
import { styles } from "./theme.js";

const indent = 12;

/** A list with bullets, read as a list. Neither its first item nor its last stands alone on a page. */
export function listStrips(items: readonly string[], gap: number): readonly Strip[] {
  const list: Tag = { role: "L" };
  const place: Place = { x: fullWidth.x + indent, width: fullWidth.width - indent };
  return items.flatMap((item, index) => {
    const parent: Tag = { role: "LI", parent: list };
    const bullet = textMark("•", styles.body, { x: fullWidth.x + 2, width: indent }, 0, { role: "Lbl", parent });
    const lines = flowingText(item, styles.body, { place, tag: { role: "LBody", parent }, gap: index === 0 ? gap : 3 });
    const marked = lines.map((line, row): Strip => (row === 0 ? { ...line, texts: [bullet, ...line.texts] } : line));
    return index === 0 || index === items.length - 2 ? keptWithNext(marked) : marked;
  });
}
