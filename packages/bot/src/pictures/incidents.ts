import { counted, formatMonth, type IsoMonth } from "@kairos/core";
import { type Look, palette, patternOf, strokes } from "./palette.js";
import { box, fitted, lengthOf, svgOf, textAt, wrapped } from "./svg.js";

/** A month of incidents to draw, in the words that are read; the most frequent cause first. */
export interface IncidentsPicture {
  readonly month: IsoMonth;
  readonly bars: readonly IncidentBar[];
}

export interface IncidentBar {
  readonly cause: string;
  readonly symptom: string;
  readonly reported: number;
  readonly solved: number;
  /** The median time to solution, as it is said; nothing while none is solved. */
  readonly median?: string;
}

/** A month of incidents as a picture, in French: a bar a cause, solved then open, and the median time to solution. */
export function incidentsSvg({ month, bars }: IncidentsPicture): string {
  const shown = bars.slice(0, mostBars);
  const rest = bars.length - shown.length;
  const top = margin + 78;
  const below = top + shown.length * row + 8;
  const legendAt = below + (rest > 0 ? 26 : 0) + 12;
  const height = legendAt + 18 + margin;
  const most = Math.max(1, ...bars.map(({ reported }) => reported));
  const { reported, solved } = bars.reduce((sum, bar) => ({ reported: sum.reported + bar.reported, solved: sum.solved + bar.solved }), {
    reported: 0,
    solved: 0,
  });
  const heading = `${counted(reported, "incident")}, ${counted(solved, "résolu")}`;
  return svgOf(
    { width, height },
    Object.entries(incidentLooks).map(([name, look]) => patternOf(name, look)),
    [
      box({ x: 0, y: 0, width, height }, palette.ground),
      textAt(margin, margin + 20, `Incidents du portail · ${formatMonth(month)}`, { size: 22, colour: palette.ink, isBold: true }),
      textAt(margin, margin + 44, heading, { size: 15, colour: palette.soft }),
      textAt(width - margin, margin + 66, "délai médian", { size: 13, colour: palette.soft, anchor: "end" }),
      ...shown.flatMap((bar, rank) => barOf(bar, top + rank * row, most)),
      ...(rest > 0
        ? [
            textAt(margin, below + 18, `et ${counted(rest, "autre cause", "autres causes")}, dans le tableau`, {
              size: 14,
              colour: palette.soft,
            }),
          ]
        : []),
      ...legendOf(legendAt),
    ],
  );
}

/** Solved is the darker: a print in grey still tells them apart, and each has its pattern and its sign. */
export const incidentLooks: Readonly<Record<"solved" | "open", Look>> = {
  solved: { fill: "#2f6f8f", edge: "#12384b", sign: "résolu" },
  open: { fill: "#f7dc9c", edge: "#8a4b00", pattern: strokes.rising, sign: "ouvert ou abandonné" },
};

/** How many causes are drawn: the table has the others. */
const mostBars = 12;
const width = 1100;
const margin = 28;
const names = 380;
const times = 110;
const row = 58;
const barHeight = 34;
const barWidth = width - 2 * margin - names - times;

/** Every bar has the same scale: as long as its number of incidents. */
function barOf({ cause, symptom, reported, solved, median }: IncidentBar, y: number, most: number): readonly string[] {
  const pen = { size: 15, colour: palette.ink };
  const small = { size: 12, colour: palette.soft };
  const [name = ""] = wrapped(cause, names - 16, pen, 1);
  const parts = [
    textAt(margin, y + 16, name, pen),
    textAt(margin, y + 33, fitted(symptom, names - 16, small), small),
    textAt(width - margin, y + barHeight / 2 + 5, median ?? "—", { ...pen, anchor: "end" }),
  ];
  let x = margin + names;
  for (const [look, count] of [
    ["solved", solved],
    ["open", reported - solved],
  ] as const) {
    if (count <= 0) continue;
    const wide = (barWidth * count) / most;
    parts.push(box({ x, y, width: wide, height: barHeight }, `url(#${look})`, ` stroke="${incidentLooks[look].edge}"`));
    parts.push(...countOn(String(count), x, y, wide));
    x += wide;
  }
  return parts;
}

/** How many, on the ground of the picture, where it fits. */
function countOn(text: string, x: number, y: number, wide: number): readonly string[] {
  const pen = { size: 13, isBold: true as const };
  const label = lengthOf(text, pen) + 12;
  if (label + 4 > wide) return [];
  const left = x + (wide - label) / 2;
  return [
    box({ x: left, y: y + 8, width: label, height: 18 }, palette.ground, ' rx="3"'),
    textAt(x + wide / 2, y + 22, text, { ...pen, colour: palette.ink, anchor: "middle" }),
  ];
}

function legendOf(y: number): readonly string[] {
  return Object.entries(incidentLooks).flatMap(([name, { edge, sign }], rank) => {
    const x = margin + rank * 180;
    return [
      box({ x, y, width: 26, height: 18 }, `url(#${name})`, ` stroke="${edge}"`),
      textAt(x + 34, y + 14, sign, { size: 14, colour: palette.ink }),
    ];
  });
}
