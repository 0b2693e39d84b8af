import { type CalendarWeek, counted, formatDay, formatMinutes, type SessionCalendar } from "@kairos/core";
import { dayOf, gap, type Scale } from "./calendar-cells.js";
import { legendOf } from "./calendar-legend.js";
import { dayOffLooks, monthName, placeLooks, weekdayNames } from "./calendar-looks.js";
import { palette, patternOf } from "./palette.js";
import { box, svgOf, textAt, wrapped } from "./svg.js";

/** A session's weeks as a picture, in French: half-days where they fall, what leaves days out, who is in the room. */
export function sessionCalendarSvg(calendar: SessionCalendar): string {
  const scale = calendar.weeks.length > longFrom ? small : large;
  const { width } = scale;
  const inner = width - 2 * margin;
  const head = headOf(calendar, inner);
  const grid = gridOf(calendar, scale, head.height);
  const below = head.height + grid.height + 22;
  const legend = legendOf(calendar, { x: margin, y: below, width: inner });
  const height = below + legend.height + 12;
  const defs = Object.entries({ ...placeLooks, ...dayOffLooks }).map(([name, look]) => patternOf(name, look));
  return svgOf({ width, height }, defs, [
    box({ x: 0, y: 0, width, height }, palette.ground),
    ...head.parts,
    ...grid.parts,
    ...legend.parts,
  ]);
}

interface Part {
  readonly parts: readonly string[];
  readonly height: number;
}

const margin = 28;
const gutter = 104;
const longFrom = 8;
const large: Scale = { width: 1100, half: 40, isLong: false, text: 13, above: 26, beside: gap };
const small: Scale = { width: 1320, half: 20, isLong: true, text: 11.5, above: gap, beside: 33 };

function headOf({ reference, title, period, place, people, minutes, rooms }: SessionCalendar, inner: number): Part {
  const pen = { size: 22, colour: palette.ink, isBold: true } as const;
  const sub = { size: 14, colour: palette.soft } as const;
  const titles = wrapped(`${title} · ${reference}`, inner, pen);
  const facts = [
    `du ${formatDay(period.startsOn)} au ${formatDay(period.endsOn)}`,
    formatMinutes(minutes),
    ...(people.expected === undefined ? [] : [`${counted(people.expected, "stagiaire")} ${people.expected > 1 ? "attendus" : "attendu"}`]),
    ...(people.capacity === undefined ? [] : [counted(people.capacity, "place")]),
  ];
  const where = [...(rooms.length === 1 ? rooms : []), ...(place === undefined ? [] : [place])].join(", ");
  const lines = [...wrapped(facts.join(" · "), inner, sub), ...(where === "" ? [] : wrapped(where, inner, sub))];
  const top = margin + 18;
  const below = top + 28 * titles.length - 2;
  return {
    parts: [
      ...titles.map((line, rank) => textAt(margin, top + rank * 28, line, pen)),
      ...lines.map((line, rank) => textAt(margin, below + rank * 20, line, sub)),
    ],
    height: below + 20 * (lines.length - 1) + 18,
  };
}

function gridOf(calendar: SessionCalendar, scale: Scale, top: number): Part {
  const inner = scale.width - 2 * margin;
  const column = (inner - gutter) / calendar.weekdays.length;
  const title = { size: 13, colour: palette.soft, isBold: true } as const;
  const parts = calendar.weekdays.map((weekday, rank) =>
    textAt(margin + gutter + rank * column + 5, top + 14, weekdayNames[weekday - 1] ?? "", title),
  );
  let y = top + 24;
  let month = "";
  for (const week of calendar.weeks) {
    const name = monthName(week.days.find(({ isInPeriod }) => isInPeriod)?.day ?? week.monday);
    if (name !== month) {
      month = name;
      parts.push(textAt(margin, y + 15, month, { size: 15, colour: palette.ink, isBold: true }));
      parts.push(box({ x: margin, y: y + 22, width: inner, height: 1.5 }, palette.soft));
      y += 28;
    }
    const rows = Math.max(1, ...week.days.flatMap(({ halfDays }) => halfDays.map(({ half }) => calendar.halves.indexOf(half) + 1)));
    const row = Math.max(46, scale.above + rows * (scale.half + gap) + gap);
    parts.push(...weekOf(week, margin, y));
    week.days.forEach((day, rank) => {
      const frame = { x: margin + gutter + rank * column, y, width: column - gap, height: row };
      parts.push(...dayOf(day, frame, calendar, scale));
    });
    y += row + gap;
  }
  return { parts, height: y - top };
}

function weekOf({ number, minutes }: CalendarWeek, x: number, y: number): readonly string[] {
  return [
    textAt(x, y + 17, `Semaine ${number}`, { size: 13, colour: palette.ink, isBold: true }),
    textAt(x, y + 34, minutes === 0 ? "—" : formatMinutes(minutes), { size: 13, colour: palette.soft }),
  ];
}
