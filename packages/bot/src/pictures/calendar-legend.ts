import { learningPlaceLabels, type SessionCalendar } from "@kairos/core";
import { dayOffLooks, dayOffNames, placeLooks } from "./calendar-looks.js";
import { type Look, palette } from "./palette.js";
import { box, type Frame, fitted, lengthOf, textAt } from "./svg.js";

/** What the colours, patterns, letters and initials of a calendar mean: only those it uses. */
export function legendOf(calendar: SessionCalendar, { x, y, width }: Omit<Frame, "height">): { parts: readonly string[]; height: number } {
  const parts: string[] = [];
  let [left, top] = [x, y];
  const put = (wide: number, draw: (at: number, baseline: number) => readonly string[]) => {
    if (left > x && left + wide > x + width) [left, top] = [x, top + line];
    parts.push(...draw(left, top));
    left += wide + 22;
  };
  const off = (["holiday", "closure"] as const).filter((why) =>
    calendar.weeks.some(({ days }) => days.some((day) => day.off?.why === why)),
  );
  const keys: readonly (readonly [string, Look, string])[] = [
    ...calendar.places.map((place) => [place, placeLooks[place], learningPlaceLabels[place].fr] as const),
    ...off.map((why) => [why, dayOffLooks[why], dayOffNames[why]] as const),
  ];
  for (const [name, look, label] of keys) put(26 + lengthOf(label, pen), (at, baseline) => keyOf(name, look, label, at, baseline));
  const { trainers, rooms } = calendar;
  const people = trainers.map(({ initials, name }) => [initials, name] as const);
  const places = rooms.length > 1 ? rooms.map((room) => [roomSign(rooms, room), room] as const) : [];
  for (const signs of [people, places]) {
    if (signs.length > 0 && left > x) [left, top] = [x, top + line];
    for (const [sign, name] of signs) {
      const shown = fitted(name, width - lengthOf(sign, bold) - 6, pen);
      put(lengthOf(sign, bold) + 6 + lengthOf(shown, pen), (at, baseline) => [
        textAt(at, baseline, sign, bold),
        textAt(at + lengthOf(sign, bold) + 6, baseline, shown, pen),
      ]);
    }
  }
  return { parts, height: parts.length === 0 ? 0 : top - y + 8 };
}

/** How a room is written where there are several: `S2`. */
export function roomSign(rooms: readonly string[], room: string): string {
  return `S${rooms.indexOf(room) + 1}`;
}

const line = 22;
const pen = { size: 13, colour: palette.ink } as const;
const bold = { ...pen, isBold: true } as const;

function keyOf(name: string, look: Look, label: string, x: number, baseline: number): readonly string[] {
  const swatch = { x, y: baseline - 12, width: 20, height: 15 };
  const isPlace = name in placeLooks;
  return [
    box(swatch, `url(#${name})`, ` rx="3" stroke="${look.edge}"`),
    ...(isPlace
      ? [
          box({ x: x + 3, y: baseline - 11.5, width: 14, height: 14 }, look.edge, ' rx="3"'),
          textAt(x + 10, baseline - 0.7, look.sign, { size: 10.5, colour: "#ffffff", isBold: true, anchor: "middle" }),
        ]
      : []),
    textAt(x + 26, baseline, label, pen),
  ];
}
