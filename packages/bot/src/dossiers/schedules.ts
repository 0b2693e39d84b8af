import {
  checkListing,
  counted,
  formatDay,
  formatMinutes,
  formatPattern,
  formatSlot,
  type HalfDay,
  type IsoDate,
  type Label,
  type Language,
  learningPlaceLabels,
  minutesOf,
  mondayOf,
  type Problem,
  reachOf,
  refuseClashes,
  type Schedule,
  type Session,
  scheduleClashes,
  scheduleHours,
  totalMinutes,
  weekdayOf,
} from "@kairos/core";
import { line, type ReplyLine, type ReplyTable, same } from "../reply.js";
import type { Store } from "../store/store.js";
import { namesIn } from "./people.js";

/** `20 demi-journées, 70 h, du 07/12/2026 au 18/12/2026` */
export function scheduleSummary({ halfDays }: Schedule): Label {
  const days = halfDays.map(({ day }) => day);
  const [first = "", last = ""] = [days[0], days.at(-1)];
  const minutes = formatMinutes(totalMinutes(scheduleHours({ halfDays })));
  const count = halfDays.length;
  return {
    fr: `Planning : ${count} demi-journée${count > 1 ? "s" : ""}, ${minutes}, du ${formatDay(first)} au ${formatDay(last)}.`,
    en: `Schedule: ${count} half-day${count === 1 ? "" : "s"}, ${minutes}, from ${formatDay(first, "en")} to ${formatDay(last, "en")}.`,
  };
}

/** A row a week: its days, its hours as a week is typed, how many they are; the total last. */
export function weeksOf({ halfDays }: Pick<Schedule, "halfDays">): ReplyTable {
  const weeks = new Map<string, HalfDay[]>();
  for (const halfDay of halfDays) {
    const monday = mondayOf(halfDay.day);
    weeks.set(monday, [...(weeks.get(monday) ?? []), halfDay]);
  }
  const rows = [...weeks].map(([monday, own]) => {
    const pattern = own.map(({ day, half, from, until, at }) => ({ weekday: weekdayOf(day), half, from, until, at }));
    return [
      { fr: formatDay(monday), en: formatDay(monday, "en") },
      { fr: formatPattern(pattern), en: formatPattern(pattern, "en") },
      same(sumOf(own)),
    ];
  });
  return {
    columns: [
      { fr: "Semaine du", en: "Week of" },
      { fr: "Horaires", en: "Hours" },
      { fr: "Total", en: "Total" },
    ],
    rows: rows.length === 1 ? rows : [...rows, [{ fr: "En tout", en: "In all" }, same(""), same(sumOf(halfDays))]],
  };
}

/** Half-days whose room or trainers are not the session's own, one line each. */
export function apartLines({ halfDays }: Schedule, nameOf: (person: string) => string): readonly ReplyLine[] {
  const apart = halfDays.filter(({ room, trainers }) => room !== undefined || trainers !== undefined);
  const lines = apart.slice(0, mostLines).map((halfDay) => ({ tone: "muted" as const, text: halfDayLabel(halfDay, nameOf) }));
  const left = apart.length - lines.length;
  return left === 0
    ? lines
    : [
        ...lines,
        line(
          "muted",
          `… et ${counted(left, "autre demi-journée réglée", "autres demi-journées réglées")} à part.`,
          `… and ${counted(left, "other half-day", "other half-days", "en")} set apart.`,
        ),
      ];
}

/** `lundi 07/12/2026 matin, 09:00-12:30 en centre, salle Quai 2, Omar Diallo` */
export function halfDayLabel(halfDay: HalfDay, nameOf: (person: string) => string): Label {
  const { at, room, trainers } = halfDay;
  const people = trainers === undefined ? undefined : trainers.map(nameOf).join(", ") || "—";
  const said = (language: Language, roomWord: string) =>
    [
      `${formatSlot(halfDay, language)}`,
      `${halfDay.from}-${halfDay.until} ${learningPlaceLabels[at][language]}`,
      room === undefined ? undefined : `${roomWord} ${room}`,
      people,
    ]
      .filter((part) => part !== undefined)
      .join(", ");
  return { fr: said("fr", "salle"), en: said("en", "room") };
}

/** What a schedule meets elsewhere: appointments refuse it, other sessions of the same trainer or room are told. */
export interface Meetings {
  readonly refusals: readonly Problem[];
  readonly warnings: readonly Problem[];
}

export async function meetingsOf(store: Store, session: Session, schedule: Schedule, today: IsoDate): Promise<Meetings> {
  const reach = reachOf(session, schedule);
  if (reach === undefined) return { refusals: [], warnings: [] };
  const kept = await store.bookings.between(reach.resources, reach.from, reach.until, { kind: "session", reference: session.reference });
  const names = await namesIn(store);
  const otherBookings = kept.flatMap(({ kind, reference, siret, ...when }) =>
    kind === "session" && reference !== undefined && siret !== undefined ? [{ ...when, owner: { kind, reference, siret } }] : [],
  );
  const clashes = scheduleClashes(session, schedule, kept);
  return {
    refusals: refuseClashes(clashes, session, schedule, (id) => names.get(id) ?? id),
    warnings: checkListing({ session, today, schedule, otherBookings, names }).filter(({ code }) => code === "session.overlap"),
  };
}

/** The appointments that a schedule meets, each of which refuses it. */
export async function appointmentsMet(store: Store, session: Session, schedule: Schedule): Promise<readonly Problem[]> {
  const reach = reachOf(session, schedule);
  if (reach === undefined) return [];
  const kept = await store.bookings.between(reach.resources, reach.from, reach.until, { kind: "session", reference: session.reference });
  const appointments = kept.filter(({ kind }) => kind === "appointment");
  if (appointments.length === 0) return [];
  const names = await namesIn(store);
  return refuseClashes(scheduleClashes(session, schedule, appointments), session, schedule, (id) => names.get(id) ?? id);
}

const mostLines = 10;

function sumOf(halfDays: readonly HalfDay[]): string {
  return formatMinutes(halfDays.reduce((sum, halfDay) => sum + minutesOf(halfDay), 0));
}
