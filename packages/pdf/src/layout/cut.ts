import type { Marks, Strip } from "./marks.js";
import { baselineOf } from "./measure.js";
import { lowered, padded } from "./strips.js";

/** What no page can hold as a whole, cut wherever no line of text is in the way. Three lines stay together at its head and at its foot. */
export function cutBetweenLines(strip: Strip): readonly Strip[] {
  const cuts = cutsIn(strip);
  const tops = [0, ...cuts];
  const again = strip.heading && padded(strip.heading, 0, underHeading);
  return tops.map((top, index): Strip => {
    const bottom = cuts[index] ?? strip.height;
    const isLast = index === cuts.length;
    return {
      ...lowered(between(strip, top, bottom), -top),
      gap: index === 0 ? strip.gap : 0,
      height: bottom - top,
      keepWithNext: isLast ? strip.keepWithNext === true : index < 2 || index >= cuts.length - 2,
      ...(again && { heading: again }),
    };
  });
}

/** The air a row has of its own, at its beginning only. */
const underHeading = 4;

/** The tops of the lines that begin under everything above them. */
function cutsIn({ texts }: Marks): readonly number[] {
  const lines = texts.map(({ y, style }) => ({ top: y - baselineOf(style), height: style.leading })).sort((a, b) => a.top - b.top);
  const cuts: number[] = [];
  let reached = lines[0] === undefined ? 0 : lines[0].top + lines[0].height;
  for (const { top, height } of lines) {
    if (top > reached - hair) cuts.push(top);
    reached = Math.max(reached, top + height);
  }
  return cuts;
}

/** Sums of the same heights may differ by less than this. */
const hair = 0.01;

function between({ texts, boxes }: Marks, top: number, bottom: number): Marks {
  const isWithin = (y: number) => y > top && y <= bottom;
  return {
    texts: texts.filter(({ y }) => isWithin(y)),
    boxes: boxes.flatMap((box) => {
      const y = Math.max(box.y, top);
      const height = Math.min(box.y + box.height, bottom) - y;
      return height > 0 ? [{ ...box, y, height }] : [];
    }),
  };
}
