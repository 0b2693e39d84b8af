import {
  checkSchedule,
  counted,
  formatDay,
  formatMinutes,
  generateSchedule,
  handEdits,
  hasErrors,
  type IsoDate,
  type Label,
  type Language,
  type LeftOut,
  minutesOf,
  type Provider,
  patternRefusals,
  raise,
  readPattern,
  type Schedule,
  type Session,
  scheduleHours,
  totalMinutes,
} from "@kairos/core";
import { done, line, type Reply, type ReplyLine, refused, same } from "../reply.js";
import type { Store } from "../store/store.js";
import { meetingsOf, scheduleSummary, weeksOf } from "./schedules.js";

export interface ScheduleDesk {
  readonly store: Store;
  readonly session: Session;
  readonly schedule: Schedule | undefined;
  readonly provider: Provider;
  readonly nameOf: (person: string) => string;
  readonly today: IsoDate;
}

/** Makes a session's schedule from a week; what stands already is replaced only when it is asked. */
export async function makeSchedule(desk: ScheduleDesk, week: string, replace: boolean): Promise<Reply> {
  const { store, session, schedule: before, provider, today } = desk;
  const settings = provider.settings.sessions;
  const pattern = readPattern(week);
  if (!pattern.ok) return refused(pattern.problems.map((problem) => ({ ...problem, path: ["semaine"] })));
  if (before !== undefined && before.halfDays.length > 0 && !replace) {
    const params = { halfDays: before.halfDays.length, minutes: minutesIn(before), edited: handEdits(session, before, settings) };
    return refused([raise(patternRefusals, "session.schedule-exists", ["semaine"], params)], { trace: { object: session.reference } });
  }
  const made = generateSchedule({
    session,
    pattern: pattern.value,
    daysOff: settings,
    timeZone: provider.settings.timeZone,
    replaces: before,
  });
  if (!made.ok) return refused(made.problems, { trace: { object: session.reference } });
  const { schedule, leftOut } = made.value;
  const met = await meetingsOf(store, session, schedule, today);
  const problems = [...checkSchedule({ session, schedule, settings, pattern: pattern.value }), ...met.warnings];
  const refusals = [...problems.filter(({ severity }) => severity === "error"), ...met.refusals];
  if (hasErrors(refusals)) return refused(refusals, { trace: { object: session.reference } });
  await store.schedules.save(schedule, session);
  return done({
    title: { fr: `Planning de ${session.reference}`, en: `Schedule of ${session.reference}` },
    lines: [
      { tone: "good", text: scheduleSummary(schedule) },
      ...replacedLine(before, handEditsOf(before, session, provider)),
      ...leftOutLines(leftOut),
      ...hoursLine(session, schedule),
    ],
    table: weeksOf(schedule),
    problems,
    next: [
      {
        text: { fr: "Pour changer un seul jour", en: "To change one day only" },
        command: `/session planning reference:${session.reference} demi-journee:… horaire:…`,
      },
    ],
    data: { reference: session.reference, halfDays: schedule.halfDays.length, minutes: minutesIn(schedule), leftOut: leftOut.length },
    trace: { object: session.reference, details: { halfDays: schedule.halfDays.length, version: schedule.version } },
  });
}

/** What is said of the hours when nothing is wrong with them; a difference is a problem of its own. */
export function hoursLine(session: Session, schedule: Schedule): readonly ReplyLine[] {
  const [expected, scheduled] = [session.hours, scheduleHours(schedule)];
  if (totalMinutes(expected) === 0) return [];
  const alike = (["centreMinutes", "companyMinutes", "distanceMinutes"] as const).every((place) => expected[place] === scheduled[place]);
  if (!alike) return [];
  const total = formatMinutes(totalMinutes(expected));
  return [line("good", `Les heures sont celles de la session : ${total}.`, `The hours are the session's: ${total}.`)];
}

function handEditsOf(before: Schedule | undefined, session: Session, { settings }: Provider): number {
  return before === undefined ? 0 : handEdits(session, before, settings.sessions);
}

function replacedLine(before: Schedule | undefined, edited: number): readonly ReplyLine[] {
  if (before === undefined || before.halfDays.length === 0) return [];
  const [count, hours] = [before.halfDays.length, formatMinutes(minutesIn(before))];
  return [
    line(
      "warning",
      `Remplace le planning précédent : ${counted(count, "demi-journée")}, ${hours}${edited === 0 ? "" : `, dont ${edited} ${edited === 1 ? "réglée" : "réglées"} à la main`}.`,
      `Replaces the previous schedule: ${counted(count, "half-day", "half-days", "en")}, ${hours}${edited === 0 ? "" : `, ${edited} of them set by hand`}.`,
    ),
  ];
}

/** A line for each holiday and each closure: its days, and what it takes away. */
function leftOutLines(leftOut: readonly LeftOut[]): readonly ReplyLine[] {
  const groups = new Map<string, LeftOut[]>();
  for (const one of leftOut) {
    const key = one.why === "holiday" ? one.day : one.label.fr;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((group) => {
    const minutes = formatMinutes(group.reduce((sum, one) => sum + minutesOf(one), 0));
    return {
      tone: "muted" as const,
      text: {
        fr: `Laissé de côté : ${daysOf(group, "fr")}, ${labelOf(group)?.fr} (${minutes}).`,
        en: `Left out: ${daysOf(group, "en")}, ${labelOf(group)?.en} (${minutes}).`,
      },
    };
  });
}

function labelOf([first]: readonly LeftOut[]): Label {
  return first?.label ?? same("");
}

function daysOf(group: readonly LeftOut[], language: Language): string {
  const [first = "", last = ""] = [group[0]?.day, group.at(-1)?.day];
  if (first === last) return formatDay(first, language);
  return language === "fr" ? `du ${formatDay(first)} au ${formatDay(last)}` : `${formatDay(first, "en")} to ${formatDay(last, "en")}`;
}

function minutesIn(schedule: Schedule): number {
  return totalMinutes(scheduleHours(schedule));
}
