import {
  type Age,
  type AgedBalance,
  ageLabels,
  ages,
  type CentsByAge,
  counted,
  formatCents,
  formatDay,
  type IsoDate,
  type Siret,
  sentenceCase,
} from "@kairos/core";
import { ageLooks } from "./money-looks.js";
import { palette, patternOf } from "./palette.js";
import { box, type Frame, lengthOf, svgOf, textAt, wrapped } from "./svg.js";

/** An aged balance to draw, with the names of those who owe. */
export interface AgedPicture {
  readonly balance: AgedBalance;
  readonly nameOf: (customerSiret: Siret) => string;
  readonly today: IsoDate;
}

/** What is left to receive as a picture, in French: a bar for the whole, then one a customer, cut by age. */
export function agedBalanceSvg({ balance, nameOf, today }: AgedPicture): string {
  const shown = balance.customers.slice(0, mostCustomers);
  const rest = balance.customers.length - shown.length;
  const bars = [
    { name: "En tout", ...balance, isBold: true as const },
    ...shown.map((customer) => ({ name: nameOf(customer.customerSiret), ...customer })),
  ];
  const top = margin + 62;
  const below = top + bars.length * row + 8;
  const legend = legendOf(balance, below + (rest > 0 ? 26 : 0) + 16);
  const height = legend.bottom + margin;
  return svgOf(
    { width, height },
    Object.entries(ageLooks).map(([age, look]) => patternOf(age, look)),
    [
      box({ x: 0, y: 0, width, height }, palette.ground),
      textAt(margin, margin + 20, `Balance âgée au ${formatDay(today)}`, { size: 22, colour: palette.ink, isBold: true }),
      textAt(margin, margin + 44, headline(balance), { size: 15, colour: palette.soft }),
      ...bars.flatMap((bar, rank) => barOf(bar, top + rank * row, balance.totalCents)),
      ...(rest > 0
        ? [
            textAt(margin, below + 18, `et ${counted(rest, "autre payeur", "autres payeurs")}, dans le tableau`, {
              size: 14,
              colour: palette.soft,
            }),
          ]
        : []),
      ...legend.parts,
    ],
  );
}

/** How many customers are drawn, those who owe most: the table has the others. */
const mostCustomers = 10;
const width = 1100;
const margin = 28;
const names = 230;
const sums = 130;
const row = 58;
const barHeight = 44;
/** Of the narrowest piece: a cent shows. */
const least = 2;
const barWidth = width - 2 * margin - names - sums;

function headline({ customers, totalCents, byAge }: AgedBalance): string {
  const late = totalCents - byAge["not-due"] - byAge.rejected;
  return `${formatCents(totalCents)} à recevoir de ${counted(customers.length, "payeur")}, dont ${formatCents(late)} en retard`;
}

interface Bar {
  readonly name: string;
  readonly byAge: CentsByAge;
  readonly totalCents: number;
  readonly isBold?: true;
}

/** Every bar has the same scale: a customer's is its share of the whole. */
function barOf({ name, byAge, totalCents, isBold }: Bar, y: number, wholeCents: number): readonly string[] {
  const pen = { size: 15, colour: palette.ink, ...(isBold && { isBold }) };
  const middle = y + barHeight / 2 + 5;
  const lines = wrapped(name, names - 14, pen);
  const first = middle - (lines.length - 1) * 10;
  const parts = [
    ...lines.map((line, rank) => textAt(margin, first + rank * 20, line, pen)),
    textAt(width - margin, middle, formatCents(totalCents), { ...pen, anchor: "end" }),
  ];
  let x = margin + names;
  for (const age of ages) {
    if (byAge[age] === 0) continue;
    const wide = Math.max(least, (barWidth * byAge[age]) / wholeCents);
    parts.push(...pieceOf(age, byAge[age], { x, y, width: wide, height: barHeight }));
    x += wide;
  }
  return parts;
}

/** Its sign and its amount, or its sign alone, where they fit: the legend says both. */
function pieceOf(age: Age, cents: number, frame: Frame): readonly string[] {
  const { edge, sign } = ageLooks[age];
  const lines = [
    { text: sign, size: 12, isBold: true as const },
    { text: formatCents(cents), size: 12 },
  ];
  const isFitting = (line: (typeof lines)[number]) => lengthOf(line.text, line) + 16 <= frame.width;
  const shown = lines.every(isFitting) ? lines : lines.slice(0, 1).filter(isFitting);
  const wide = Math.max(...shown.map((line) => lengthOf(line.text, line))) + 12;
  const [centre, high] = [frame.x + frame.width / 2, shown.length * 16 + 4];
  const top = frame.y + (barHeight - high) / 2;
  return [
    box(frame, `url(#${age})`, ` stroke="${edge}"`),
    ...(shown.length === 0 ? [] : [box({ x: centre - wide / 2, y: top, width: wide, height: high }, palette.ground, ' rx="3"')]),
    ...shown.map((line, rank) => textAt(centre, top + 14 + rank * 16, line.text, { ...line, colour: palette.ink, anchor: "middle" })),
  ];
}

function legendOf({ byAge }: AgedBalance, y: number): { readonly parts: readonly string[]; readonly bottom: number } {
  const column = (width - 2 * margin) / 3;
  const used = ages.filter((age) => byAge[age] > 0);
  const parts = used.flatMap((age, rank) => {
    const [x, top] = [margin + (rank % 3) * column, y + Math.floor(rank / 3) * 30];
    return [
      box({ x, y: top, width: 26, height: 18 }, `url(#${age})`, ` stroke="${ageLooks[age].edge}"`),
      textAt(x + 34, top + 14, `${sentenceCase(ageLabels[age].fr)} : ${formatCents(byAge[age])}`, { size: 14, colour: palette.ink }),
    ];
  });
  return { parts, bottom: y + Math.ceil(used.length / 3) * 30 };
}
