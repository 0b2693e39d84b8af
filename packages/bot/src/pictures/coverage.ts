import { type CentsByStep, coverageSteps, formatCents, formatDay, type IsoDate } from "@kairos/core";
import { coverageLooks } from "./money-looks.js";
import { palette, patternOf } from "./palette.js";
import { box, fitted, svgOf, textAt } from "./svg.js";

/** One session, order or quote as it is drawn. */
export interface CoverageGroup {
  readonly name: string;
  readonly cents: CentsByStep;
}

export interface CoveragePicture {
  readonly title: string;
  readonly groups: readonly CoverageGroup[];
  readonly today: IsoDate;
}

/** What was ordered, delivered, billed and paid, as a picture in French: four bars a group, on the group's own scale. */
export function coverageSvg({ title, groups, today }: CoveragePicture): string {
  const shown = groups.slice(0, mostGroups);
  const top = margin + 66;
  const height = top + shown.length * group + margin - 14;
  return svgOf(
    { width, height },
    Object.entries(coverageLooks).map(([step, look]) => patternOf(step, look)),
    [
      box({ x: 0, y: 0, width, height }, palette.ground),
      textAt(margin, margin + 20, fitted(title, width - 2 * margin, titlePen), titlePen),
      textAt(
        margin,
        margin + 44,
        `Au ${formatDay(today)}, TTC. Dans chaque groupe, la barre la plus longue est le montant le plus grand.`,
        {
          size: 14,
          colour: palette.soft,
        },
      ),
      ...shown.flatMap((one, rank) => groupOf(one, top + rank * group)),
    ],
  );
}

/** How many groups are drawn: the table has the others. */
export const mostGroups = 8;
const width = 1100;
const margin = 28;
const labels = 110;
const sums = 150;
const line = 24;
const group = 28 + coverageSteps.length * line + 22;
const titlePen = { size: 22, colour: palette.ink, isBold: true } as const;
const namePen = { size: 15, colour: palette.ink, isBold: true } as const;
const pen = { size: 14, colour: palette.ink } as const;

function groupOf({ name, cents }: CoverageGroup, y: number): readonly string[] {
  const most = Math.max(1, ...coverageSteps.map((step) => cents[step]));
  const room = width - 2 * margin - labels - sums;
  return [
    textAt(margin, y + 16, fitted(name, width - 2 * margin, namePen), namePen),
    box({ x: margin, y: y + 23, width: width - 2 * margin, height: 1 }, palette.rule),
    ...coverageSteps.flatMap((step, rank) => {
      const { sign, edge } = coverageLooks[step];
      const top = y + 30 + rank * line;
      const wide = (room * Math.max(0, cents[step])) / most;
      return [
        textAt(margin, top + 14, sign, pen),
        ...(wide === 0
          ? []
          : [box({ x: margin + labels, y: top, width: Math.max(1, wide), height: 18 }, `url(#${step})`, ` stroke="${edge}"`)]),
        textAt(margin + labels + wide + 10, top + 14, formatCents(cents[step]), pen),
      ];
    }),
  ];
}
