import { addDays, clockAt, epochMinutes, type FreeSlotsQuery, freeSlots, instantAt, laterBy, type WorkingStretch } from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const office: readonly WorkingStretch[] = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, from: "09:00", until: "12:30" },
  { weekday, from: "13:30", until: "17:30" },
]);
const zone = "Europe/Paris";
const monday = "2026-11-30T07:00:00.000Z";
const starts = (query: Partial<FreeSlotsQuery>) =>
  freeSlots({ busy: [], hours: [office], minutes: 45, from: monday, zone, count: 3, ...query }).map(({ startsAt }) => {
    const { day, time } = clockAt(startsAt, query.zone ?? zone);
    return `${day.slice(5)} ${time}`;
  });
const busyFrom = (from: string, until: string, day = "2026-11-30") => ({
  startsAt: instantAt(day, from, zone),
  endsAt: instantAt(day, until, zone),
});

describe("the nearest free slots", () => {
  it.each<[string, Partial<FreeSlotsQuery>, readonly string[]]>([
    ["follow one another", {}, ["11-30 09:00", "11-30 09:45", "11-30 10:30"]],
    ["start on a quarter of an hour", { from: "2026-11-30T08:01:30.000Z", count: 1 }, ["11-30 09:15"]],
    ["or as it is asked", { from: "2026-11-30T08:01:00.000Z", count: 1, stepMinutes: 5 }, ["11-30 09:05"]],
    [
      "leave out what is kept, to the minute",
      { busy: [busyFrom("09:00", "10:00"), busyFrom("10:45", "12:00")], count: 2 },
      ["11-30 10:00", "11-30 13:30"],
    ],
    ["do not run over lunch", { from: "2026-11-30T11:00:00.000Z", count: 1 }, ["11-30 13:30"]],
    ["end as the day ends", { from: "2026-11-30T15:45:00.000Z", count: 2 }, ["11-30 16:45", "12-01 09:00"]],
    ["skip the week-end", { from: "2026-12-04T16:00:00.000Z", count: 1 }, ["12-07 09:00"]],
    ["skip a day off", { isDayOff: (day) => day === "2026-11-30", count: 1 }, ["12-01 09:00"]],
    [
      "lie within everybody's hours",
      { hours: [office, [{ weekday: 2, from: "17:00", until: "20:00" }]], minutes: 30 },
      ["12-01 17:00", "12-08 17:00", "12-15 17:00"],
    ],
    [
      "need two stretches that touch, not one",
      {
        hours: [
          [
            { weekday: 1, from: "09:00", until: "09:30" },
            { weekday: 1, from: "09:30", until: "10:00" },
          ],
        ],
        count: 1,
      },
      ["11-30 09:00"],
    ],
    ["are none when the hours never meet", { hours: [office, [{ weekday: 7, from: "09:00", until: "12:00" }]] }, []],
    ["are none when nothing is as long", { minutes: 241 }, []],
    ["are looked for no further than asked", { from: "2026-12-04T16:00:00.000Z", horizonDays: 3 }, []],
    ["are none when none is asked", { count: 0 }, []],
  ])("%s", (_name, query, expected) => {
    expect(starts(query)).toEqual(expected);
  });
});

describe("a night when clocks change", () => {
  const night = (weekday: number) => [[{ weekday, from: "00:00", until: "06:00" }]];

  it("forward has an hour less, and nothing in the hour that is skipped", () => {
    const query = { hours: night(7), from: "2027-03-27T22:00:00.000Z", minutes: 60, count: 9, horizonDays: 2 };
    expect(starts(query)).toEqual(["03-28 00:00", "03-28 01:00", "03-28 03:00", "03-28 04:00", "03-28 05:00"]);
  });

  it("back has an hour more; of the hour that comes twice, the first is proposed", () => {
    const query = { hours: night(7), from: "2026-10-24T21:00:00.000Z", minutes: 60, count: 9, horizonDays: 2 };
    expect(starts(query)).toEqual(["10-25 00:00", "10-25 01:00", "10-25 02:00", "10-25 03:00", "10-25 04:00", "10-25 05:00"]);
    const [, , two, three] = freeSlots({ busy: [], zone, ...query });
    expect([two?.startsAt, three?.startsAt]).toEqual(["2026-10-25T00:00:00.000Z", "2026-10-25T02:00:00.000Z"]);
  });

  it("is long enough for what lasts through it", () => {
    const slot = (from: string) => freeSlots({ busy: [], zone, hours: night(7), from, minutes: 360, count: 1, horizonDays: 2 });
    expect(slot("2027-03-27T22:00:00.000Z")).toEqual([]);
    expect(slot("2026-10-24T21:00:00.000Z")).toHaveLength(1);
  });
});

describe("whatever is kept, and whatever the hours", () => {
  const clock = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 10, 15, 30, 59))
    .map(([hour, minute]) => `${two(hour)}:${two(minute)}`);
  const stretch = fc
    .record({ ahead: fc.integer({ min: 0, max: 2 }), clocks: fc.tuple(clock, clock), isReversed: fc.nat(9).map((one) => one === 0) })
    .map(({ ahead, clocks, isReversed }) => {
      const [from, until] = [...clocks].sort() as [string, string];
      return isReversed ? { ahead, from: until, until: from } : { ahead, from, until };
    });
  const query = fc
    .record({
      zone: fc.constantFrom("Europe/Paris", "America/Martinique", "Indian/Reunion", "America/Miquelon"),
      day: fc.constantFrom("2026-10-24", "2027-03-27", "2026-11-30", "2027-03-13"),
      later: fc.integer({ min: 0, max: 1500 }),
      hours: fc.array(fc.array(stretch, { minLength: 2, maxLength: 7 }), { minLength: 1, maxLength: 3 }),
      busy: fc.array(fc.tuple(fc.integer({ min: -100, max: 4000 }), fc.integer({ min: 1, max: 300 })), { maxLength: 12 }),
      minutes: fc.integer({ min: 5, max: 240 }),
      count: fc.integer({ min: 1, max: 6 }),
      stepMinutes: fc.constantFrom(5, 15, 30, 60),
      dayOff: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined, freq: 3 }),
    })
    .map(({ day, later, busy, dayOff, hours, ...rest }): FreeSlotsQuery => {
      const midnight = instantAt(day, "00:00", rest.zone);
      return {
        ...rest,
        from: laterBy(midnight, later),
        horizonDays: 3,
        hours: hours.map((all) => all.map(({ ahead, from, until }) => ({ weekday: weekdayOf(addDays(day, ahead)), from, until }))),
        busy: busy.map(([start, length]) => ({ startsAt: laterBy(midnight, start), endsAt: laterBy(midnight, start + length) })),
        isDayOff: (one) => dayOff !== undefined && one === addDays(day, dayOff),
      };
    });

  it("finds what looking at every minute finds: nothing kept, within everybody's hours, none skipped", () => {
    let found = 0;
    fc.assert(
      fc.property(query, (asked) => {
        const slots = freeSlots(asked);
        expect(slots).toEqual(minuteByMinute(asked));
        found += slots.length;
      }),
      { numRuns: 150 },
    );
    expect(found).toBeGreaterThan(100);
  });
});

interface Minute {
  readonly at: number;
  readonly day: string;
  readonly time: string;
  /** The first time clocks show it. */
  readonly isFirst: boolean;
}

const tables = new Map<string, readonly Minute[]>();

/** Every minute of four days, as clocks show it. */
function minutesFromDay(day: string, zone: string): readonly Minute[] {
  const known = tables.get(day + zone);
  if (known !== undefined) return known;
  const first = epochMinutes(instantAt(day, "00:00", zone));
  const seen = new Set<string>();
  const table = Array.from({ length: 4 * 1440 }, (_, index) => {
    const shown = clockAt(laterBy("1970-01-01T00:00:00.000Z", first + index), zone);
    const isFirst = !seen.has(shown.day + shown.time);
    seen.add(shown.day + shown.time);
    return { at: first + index, ...shown, isFirst };
  });
  tables.set(day + zone, table);
  return table;
}

/** The same, the slow way: of every minute it is asked whether each one works and nobody is kept. */
function minuteByMinute({ busy, hours, minutes, from, zone, count, stepMinutes = 15, horizonDays = 0, isDayOff }: FreeSlotsQuery) {
  const table = minutesFromDay(clockAt(from, zone).day, zone);
  const days = [...new Set(table.map(({ day }) => day))].slice(0, horizonDays);
  const kept = busy.map(({ startsAt, endsAt }) => [epochMinutes(startsAt), epochMinutes(endsAt)] as const);
  const worked = new Map(
    days.map((day) => {
      const bounds = (time: string) => epochMinutes(instantAt(day, time, zone));
      const of = (one: readonly WorkingStretch[]) =>
        one.filter(({ weekday }) => weekday === weekdayOf(day)).map(({ from, until }) => [bounds(from), bounds(until)] as const);
      return [day, isDayOff?.(day) === true ? undefined : hours.map(of)] as const;
    }),
  );
  const free = table.map(({ at, day }) => {
    const isIn = ([start, end]: readonly [number, number]) => start <= at && at < end;
    return worked.get(day)?.every((one) => one.some(isIn)) === true && !kept.some(isIn);
  });
  const slots: { startsAt: string; endsAt: string }[] = [];
  for (let index = 0; index < table.length && slots.length < count; index += 1) {
    const { at, day, time, isFirst } = table[index] as Minute;
    const isStart = Number(time.slice(3)) % stepMinutes === 0 && isFirst && at >= epochMinutes(from);
    if (!isStart || !free.slice(index, index + minutes).every(Boolean) || table[index + minutes - 1]?.day !== day) continue;
    const startsAt = laterBy("1970-01-01T00:00:00.000Z", at);
    slots.push({ startsAt, endsAt: laterBy(startsAt, minutes) });
    index += minutes - 1;
  }
  return slots;
}

/** 1 is Monday. */
function weekdayOf(day: string): number {
  return ((Math.floor(epochMinutes(`${day}T12:00:00.000Z`) / 1440) + 3) % 7) + 1;
}

function two(value: number): string {
  return value.toString().padStart(2, "0");
}
