import {
  checkSchedule,
  editHalfDay,
  type HalfDay,
  type HalfDayChange,
  halfAt,
  halfDayKey,
  hasErrors,
  inputRules,
  type LearningPlace,
  raise,
  type Schedule,
} from "@kairos/core";
import { done, line, type Reply, type ReplyLine, refused } from "../reply.js";
import type { NamedHalfDay } from "./half-day-option.js";
import { isNone } from "./list-options.js";
import { hoursLine, type ScheduleDesk } from "./schedule-making.js";
import { halfDayLabel, meetingsOf, scheduleSummary, weeksOf } from "./schedules.js";
import { callingIn, trainersFrom } from "./trainers.js";

/** What is said of one half-day, as typed. */
export interface HalfDayInput {
  readonly halfDay: NamedHalfDay;
  readonly hours?: { readonly from: string; readonly until: string } | undefined;
  readonly at?: LearningPlace | undefined;
  readonly room?: string | undefined;
  readonly trainers?: string | undefined;
  readonly remove?: boolean | undefined;
}

/** Adds, changes or removes one half-day of a session; a session without a schedule gets one with it. */
export async function changeHalfDay(desk: ScheduleDesk, input: HalfDayInput): Promise<Reply> {
  const { store, session, provider, nameOf } = desk;
  const { day, half = input.hours && halfAt(input.hours.from) } = input.halfDay;
  if (half === undefined) return refused([raise(inputRules, "input.missing", ["demi-journee"], {})]);
  const trainers = input.trainers === undefined ? undefined : await trainersFrom(store, input.trainers);
  if (trainers?.ok === false) return refused(trainers.problems);
  const change = changeFrom(input, { day, half }, trainers?.value.ids);
  if (change === undefined) return refused([raise(inputRules, "input.nothing-given", [], {})]);
  const current = desk.schedule ?? emptySchedule(desk);
  const edited = editHalfDay(current, change, session);
  if (!edited.ok) return refused(edited.problems, { trace: { object: session.reference } });
  const schedule = desk.schedule === undefined ? { ...edited.value, version: 1 } : edited.value;
  const settings = provider.settings.sessions;
  const called = trainers === undefined ? nameOf : await callingIn(store);
  const met = await meetingsOf(store, session, schedule, desk.today);
  if (hasErrors(met.refusals)) return refused(met.refusals, { trace: { object: session.reference } });
  await store.schedules.save(schedule, session);
  const find = ({ halfDays }: Schedule) => halfDays.find((one) => halfDayKey(one) === halfDayKey({ day, half }));
  return done({
    title: { fr: `Planning de ${session.reference}`, en: `Schedule of ${session.reference}` },
    lines: [
      toldChange(find(current), find(schedule), called),
      ...(trainers?.value.remarks ?? []),
      ...(schedule.halfDays.length === 0 ? [] : [{ tone: "plain" as const, text: scheduleSummary(schedule) }]),
      ...hoursLine(session, schedule),
    ],
    ...(schedule.halfDays.length > 0 && { table: weeksOf(schedule) }),
    problems: [...checkSchedule({ session, schedule, settings }), ...met.warnings],
    data: { reference: session.reference, halfDay: halfDayKey({ day, half }), version: schedule.version },
    trace: { object: session.reference, details: { halfDay: halfDayKey({ day, half }), version: schedule.version } },
  });
}

function changeFrom(
  { hours, at, room, remove }: HalfDayInput,
  which: Pick<HalfDay, "day" | "half">,
  trainers: readonly string[] | undefined,
): HalfDayChange | undefined {
  if (remove === true) return { ...which, remove: true };
  if (hours === undefined && at === undefined && room === undefined && trainers === undefined) return undefined;
  return {
    ...which,
    ...hours,
    ...(at !== undefined && { at }),
    ...(room !== undefined && { room: isNone(room) ? null : room }),
    ...(trainers !== undefined && { trainers: trainers.length === 0 ? null : trainers }),
  };
}

function emptySchedule({ session, provider }: ScheduleDesk): Schedule {
  return { sessionReference: session.reference, siret: session.siret, timeZone: provider.settings.timeZone, halfDays: [], version: 1 };
}

function toldChange(before: HalfDay | undefined, after: HalfDay | undefined, nameOf: (id: string) => string): ReplyLine {
  const [was, is] = [before && halfDayLabel(before, nameOf), after && halfDayLabel(after, nameOf)];
  if (is === undefined) return line("good", `Retirée : ${was?.fr}.`, `Removed: ${was?.en}.`);
  if (was === undefined) return line("good", `Ajoutée : ${is.fr}.`, `Added: ${is.en}.`);
  return line("good", `${is.fr} (avant : ${was.fr}).`, `${is.en} (before: ${was.en}).`);
}
