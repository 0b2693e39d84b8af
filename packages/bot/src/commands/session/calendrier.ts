import { command } from "../../command.js";
import { altOf, calendarOf, daysOffLines, planIt, unplanned, weeksShown } from "../../dossiers/session-calendar.js";
import { loadSession, sessionSummary } from "../../dossiers/sessions.js";
import { day, optional, reference } from "../../options.js";
import { sessionCalendarSvg } from "../../pictures/session-calendar.js";
import { done, line, refused } from "../../reply.js";

export default command({
  words: { fr: ["calendrier", "Montre le calendrier d'une session en image"], en: ["calendar", "Show a session's calendar as a picture"] },
  needs: "session.read",
  visibility: "private",
  publishable: true,
  example: "/session calendrier reference:SE-2026-014",
  options: {
    reference: reference("session", { fr: ["reference", "Référence de la session"], en: ["reference", "Session reference"] }),
    from: optional(day({ fr: ["depuis", "Un jour de la première semaine à montrer"], en: ["from", "A day of the first week to show"] })),
  },
  async run(context) {
    const { input, store } = context;
    const found = await loadSession(store, input.reference);
    if (!found.ok) return refused(found.problems);
    const session = found.value;
    const { reference } = session;
    const title = { fr: `Session ${reference} · calendrier`, en: `Session ${reference} · calendar` };
    const summary = { tone: "plain", text: sessionSummary(session) } as const;
    const schedule = await store.schedules.get(reference);
    if (schedule === undefined || schedule.halfDays.length === 0)
      return done({ title, lines: [summary, unplanned], next: [planIt(reference)], data: { weeks: 0 }, trace: { object: reference } });
    const calendar = await calendarOf(context, session, schedule, input.from);
    const { weeks, weeksLeft } = calendar;
    if (weeks.length === 0) return done({ title, lines: [summary, over], data: { weeks: 0 }, trace: { object: reference } });
    return done({
      title,
      lines: [summary, ...daysOffLines(calendar), ...(weeksLeft === 0 ? [] : [laterWeeks(weeksLeft)])],
      table: weeksShown(calendar, schedule),
      pictures: [{ fileName: `calendrier-${reference}.png`, svg: sessionCalendarSvg(calendar), alt: altOf(calendar) }],
      next: [
        {
          text: { fr: "Mettre ces demi-journées dans un agenda", en: "Put these half-days in a calendar" },
          command: `/rdv fichier session:${reference}`,
        },
      ],
      data: { weeks: weeks.length },
      trace: { object: reference },
    });
  },
});

const over = line("plain", "La session est finie avant ce jour.", "The session ends before that day.");

function laterWeeks(count: number) {
  return line(
    "muted",
    count === 1
      ? "La semaine suivante se montre avec l'option « depuis »."
      : `Les ${count} semaines suivantes se montrent avec l'option « depuis ».`,
    count === 1
      ? "The week after these is shown with the option “from”."
      : `The ${count} weeks after these are shown with the option “from”.`,
  );
}
