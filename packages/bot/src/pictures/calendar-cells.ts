import type { CalendarDay, CalendarHalfDay, SessionCalendar } from "@kairos/core";
import { roomSign } from "./calendar-legend.js";
import { clock, dayOffLooks, placeLooks } from "./calendar-looks.js";
import { type Look, palette } from "./palette.js";
import { box, type Frame, lengthOf, type Pen, textAt, wrapped } from "./svg.js";

/** Sizes: a short session has a line for who is in the room under the hours; a long one has all on one line, its dates beside. */
export interface Scale {
  readonly width: number;
  /** Height of a half-day. */
  readonly half: number;
  readonly isLong: boolean;
  readonly text: number;
  /** Room for the number of a day: above its half-days, or beside them. */
  readonly above: number;
  readonly beside: number;
}

/** Between two half-days, and between two days. */
export const gap = 3;

/** A day of the grid: its number, what leaves it out, and its half-days, each at its own height. */
export function dayOf(day: CalendarDay, frame: Frame, calendar: SessionCalendar, scale: Scale): readonly string[] {
  if (!day.isInPeriod) return [box(frame, palette.outside)];
  const { x, y } = frame;
  const inside = {
    x: x + scale.beside,
    y: y + scale.above,
    width: frame.width - scale.beside - gap,
    height: frame.height - scale.above - gap,
  };
  return [
    box(frame, "#ffffff", ` stroke="${palette.rule}"`),
    textAt(x + 7, y + 18, numberOf(day.day), { size: 13, colour: palette.ink, isBold: true }),
    ...dayOffOf(day, frame, inside, scale),
    ...day.halfDays.flatMap((halfDay) => {
      const top = inside.y + calendar.halves.indexOf(halfDay.half) * (scale.half + gap);
      return halfDayOf(halfDay, { ...inside, y: top, height: scale.half }, calendar, scale);
    }),
  ];
}

/** Over the whole day; where people train all the same, beside or under its number. */
function dayOffOf({ off, halfDays }: CalendarDay, frame: Frame, inside: Frame, scale: Scale): readonly string[] {
  if (off === undefined) return [];
  const look = dayOffLooks[off.why];
  const [fill, edge] = [`url(#${off.why})`, ` stroke="${look.edge}"`];
  const isAlone = halfDays.length === 0;
  if (!isAlone && scale.isLong) return [box({ x: frame.x + 6, y: frame.y + 26, width: 20, height: 13 }, fill, edge)];
  const shown = isAlone ? inside : { x: frame.x + 30, y: frame.y + 4, width: frame.width - 33, height: scale.above - 7 };
  const pen = { size: isAlone ? scale.text : 11, colour: palette.ink, isBold: true, anchor: "middle" } as const;
  const lines = wrapped(off.label.fr, shown.width - 12, pen, isAlone && shown.height > 36 ? 2 : 1);
  const [middle, step] = [shown.x + shown.width / 2, pen.size + 3];
  const first = shown.y + shown.height / 2 + pen.size * 0.36 - ((lines.length - 1) * step) / 2;
  return [box(shown, fill, edge), ...lines.flatMap((line, rank) => cleared(middle, first + rank * step, line, pen, look))];
}

function halfDayOf(
  { from, until, at, room, trainers }: CalendarHalfDay,
  frame: Frame,
  { rooms }: SessionCalendar,
  scale: Scale,
): readonly string[] {
  const { x, y, width, height } = frame;
  const look = placeLooks[at];
  const hours = { size: scale.text, colour: palette.ink, isBold: true } as const;
  const pen = { size: scale.text - 1, colour: palette.ink } as const;
  const said = `${clock(from)}–${clock(until)}`;
  const [start, baseline] = [x + 23, y + (scale.isLong ? height / 2 + scale.text * 0.36 : 16)];
  const second = scale.isLong ? { x: start + lengthOf(said, hours) + 6, y: baseline } : { x: start, y: y + 32 };
  // Where there is one room, it is written above.
  const where = room === undefined ? "" : rooms.length > 1 ? roomSign(rooms, room) : scale.isLong ? "" : room;
  const [first = "", ...others] = trainers;
  const fewer = others.length === 0 ? first : `${first}+${others.length}`;
  const wordings = [[trainers.join(" "), where], [fewer, where], [fewer]].map((words) =>
    words.filter(Boolean).join(scale.isLong ? " " : " · "),
  );
  const who = wordings.find((words) => second.x + lengthOf(words, pen) <= x + width - 4) ?? "";
  return [
    box(frame, look.pattern === undefined ? look.fill : `url(#${at})`, ` stroke="${look.edge}" stroke-opacity=".6"`),
    box({ x: x + 3, y: y + 3, width: 15, height: 14 }, look.edge, ' rx="3"'),
    textAt(x + 10.5, y + 14, look.sign, { size: 10.5, colour: "#ffffff", isBold: true, anchor: "middle" }),
    ...cleared(start, baseline, said, hours, look),
    ...cleared(second.x, second.y, who, pen, look),
  ];
}

/** A line where the pattern stops. */
function cleared(x: number, y: number, text: string, pen: Pen, { fill, pattern }: Look): readonly string[] {
  if (text === "") return [];
  const written = textAt(x, y, text, pen);
  if (pattern === undefined) return [written];
  const length = lengthOf(text, pen);
  const left = pen.anchor === "middle" ? x - length / 2 : x;
  return [box({ x: left - 3, y: y - pen.size, width: length + 6, height: pen.size + 4 }, fill), written];
}

function numberOf(day: string): string {
  const number = Number(day.slice(8));
  return number === 1 ? "1er" : String(number);
}
