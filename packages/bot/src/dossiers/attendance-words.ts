import {
  type AttendanceStatus,
  absenceReasonLabels,
  attendanceStatusLabels,
  attendedMinutes,
  evidenceKindLabels,
  formatMinutes,
  type HalfDay,
  type Label,
  type Language,
  type Minutes,
  type NotEntered,
  raise,
  recordRefusals,
  type Said,
  say,
} from "@kairos/core";
import { both, line, type ReplyLine, same } from "../reply.js";
import { type AttendedSession, calledTrainee } from "./attendance.js";
import { halfDayLabel } from "./schedules.js";

/** `en retard de 20 min`, `absence justifiée (santé, AT-12)`, `présent à distance (évaluation)`. */
export function saidWords({ status, lateMinutes, earlyMinutes, reason, document, evidence = [] }: Said): Label {
  return both((language) => {
    const details = [
      timeWords(lateMinutes, status === "late" ? undefined : { fr: "retard", en: "late" }, language),
      timeWords(earlyMinutes, status === "left-early" ? undefined : { fr: "parti avant la fin", en: "left early" }, language),
      reason && absenceReasonLabels[reason][language],
      document,
      ...evidence.map((kind) => evidenceKindLabels[kind][language]),
    ].filter((detail) => detail !== undefined);
    const label = attendanceStatusLabels[status][language];
    return details.length === 0 ? label : `${label} (${details.join(", ")})`;
  });
}

function timeWords(minutes: Minutes | undefined, head: Label | undefined, language: Language): string | undefined {
  if (minutes === undefined) return undefined;
  return head === undefined ? formatMinutes(minutes) : `${head[language]} ${formatMinutes(minutes)}`;
}

/** `3 h 10 sur 3 h 30`; the whole where all of it was followed. */
export function minutesWords(said: Said, planned: Minutes | undefined): Label {
  if (planned === undefined) return same("—");
  const attended = attendedMinutes(said, planned);
  const [done, all] = [formatMinutes(attended), formatMinutes(planned)];
  return attended === planned ? same(all) : { fr: `${done} sur ${all}`, en: `${done} of ${all}` };
}

/** `présent : 18, en retard : 1`, in the order of the statuses. */
export function countsByStatus(lines: readonly { readonly said: Said }[], language: Language): string {
  const counts = new Map<AttendanceStatus, number>();
  for (const { said } of lines) counts.set(said.status, (counts.get(said.status) ?? 0) + 1);
  const colon = language === "fr" ? " :" : ":";
  return (Object.keys(attendanceStatusLabels) as AttendanceStatus[])
    .flatMap((status) => {
      const count = counts.get(status);
      return count === undefined ? [] : [`${attendanceStatusLabels[status][language]}${colon} ${count}`];
    })
    .join(", ");
}

/** `SE-2026-014 · 07/12/2026 matin, 09:00-12:30 en centre` */
export function entryTitle({ session }: AttendedSession, halfDay: HalfDay): Label {
  const { trainers: _trainers, room: _room, ...plain } = halfDay;
  const slot = halfDayLabel(plain, (id) => id);
  return both((language) => `${session.reference} · ${slot[language]}`);
}

/** Whoever is not expected, one line each, with the reason. */
export function leftOutLines(attended: AttendedSession, leftOut: readonly NotEntered[]): readonly ReplyLine[] {
  return leftOut.map(({ traineeId, why, on }) => {
    const trainee = calledTrainee(attended, traineeId);
    const problem = raise(recordRefusals, "attendance.not-expected", [], { trainee, why, ...(on !== undefined && { on }) });
    return line("muted", `Pas noté : ${say(problem).what}`, `Not recorded: ${say(problem, "en").what}`);
  });
}
