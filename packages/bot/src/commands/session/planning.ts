import { checkSchedule, inputRules, type Problem, patternRefusals, raise } from "@kairos/core";
import { command } from "../../command.js";
import { halfDayOption, stretchOption } from "../../dossiers/half-day-option.js";
import { changeHalfDay } from "../../dossiers/schedule-editing.js";
import { hoursLine, makeSchedule, type ScheduleDesk } from "../../dossiers/schedule-making.js";
import { apartLines, meetingsOf, scheduleSummary, weeksOf } from "../../dossiers/schedules.js";
import { loadSession, sessionFacts } from "../../dossiers/sessions.js";
import { choice, optional, reference, text, yesOrNo } from "../../options.js";
import { done, line, type Reply, refused } from "../../reply.js";

const places = {
  centre: { fr: "centre", en: "centre" },
  company: { fr: "entreprise", en: "company" },
  distance: { fr: "distance", en: "remote" },
};

export default command({
  words: {
    fr: ["planning", "Fait, change ou montre les demi-journées d'une session"],
    en: ["schedule", "Make, change or show the half-days of a session"],
  },
  needs: "session.manage",
  visibility: "private",
  example: "/session planning reference:SE-2026-014 semaine:lun-ven 9h-12h30 13h30-17h",
  options: {
    reference: reference("session", { fr: ["reference", "Référence de la session"], en: ["reference", "Session reference"] }),
    week: optional(
      text(
        {
          fr: ["semaine", "La semaine type : lun-ven 9h-12h30 13h30-17h ; sam 9h-12h distance"],
          en: ["week", "The usual week: mon-fri 9:00-12:30 13:30-17:00; sat 9:00-12:00 remote"],
        },
        400,
      ),
    ),
    replace: optional(
      yesOrNo({ fr: ["remplacer", "Refait un planning qui existe déjà"], en: ["replace", "Makes again a schedule that exists already"] }),
    ),
    halfDay: optional(
      halfDayOption({
        fr: ["demi-journee", "Une seule demi-journée : 07/12/2026 matin"],
        en: ["half-day", "One half-day only: 07/12/2026 morning"],
      }),
    ),
    hours: optional(
      stretchOption({
        fr: ["horaire", "Son horaire : 9h-12h30 ; l'ajoute si elle manque"],
        en: ["hours", "Its hours: 9:00-12:30; adds it where missing"],
      }),
    ),
    at: optional(
      choice(
        {
          fr: ["lieu", "Où ses heures comptent : centre, entreprise ou distance"],
          en: ["place", "Where its hours count: centre, company or remote"],
        },
        places,
      ),
    ),
    room: optional(
      text({ fr: ["salle", "Sa salle, ou aucune : celle de la session"], en: ["room", "Its room, or none: the session's"] }, 80),
    ),
    trainers: optional(
      text(
        { fr: ["formateurs", "Ses formateurs, ou aucun : ceux de la session"], en: ["trainers", "Its trainers, or none: the session's"] },
        400,
      ),
    ),
    remove: optional(yesOrNo({ fr: ["retirer", "Retire cette demi-journée"], en: ["remove", "Removes this half-day"] })),
  },
  async run({ input, store, today }) {
    const unheard = notHeard(input);
    if (unheard !== undefined) return refused([unheard]);
    const session = await loadSession(store, input.reference);
    if (!session.ok) return refused(session.problems);
    const { schedule, provider, nameOf } = await sessionFacts(store, session.value);
    if (provider === undefined) throw new Error(`${session.value.reference} has no establishment`);
    const desk: ScheduleDesk = { store, session: session.value, schedule, provider, nameOf, today };
    if (input.week !== undefined) return makeSchedule(desk, input.week, input.replace === true);
    if (input.halfDay !== undefined) return changeHalfDay(desk, { ...input, halfDay: input.halfDay });
    return shown(desk);
  },
});

interface Said {
  readonly week?: string | undefined;
  readonly replace?: boolean | undefined;
  readonly halfDay?: unknown;
  readonly hours?: unknown;
  readonly at?: unknown;
  readonly room?: unknown;
  readonly trainers?: unknown;
  readonly remove?: boolean | undefined;
}

/** What was said and would be left aside without a word: what is about one half-day that is not named, or about two things at once. */
function notHeard({ week, replace, halfDay, hours, at, room, trainers, remove }: Said): Problem | undefined {
  const ofOne = [hours, at, room, trainers].some((one) => one !== undefined) || remove === true;
  if (week !== undefined && (halfDay !== undefined || ofOne)) return raise(patternRefusals, "session.schedule-two-ways", ["semaine"], {});
  if (halfDay === undefined && ofOne) return raise(inputRules, "input.missing", ["demi-journee"], {});
  return replace === true && week === undefined ? raise(inputRules, "input.missing", ["semaine"], {}) : undefined;
}

async function shown({ store, session, schedule, provider, nameOf, today }: ScheduleDesk): Promise<Reply> {
  const title = { fr: `Planning de ${session.reference}`, en: `Schedule of ${session.reference}` };
  const problems = checkSchedule({ session, schedule, settings: provider.settings.sessions });
  const trace = { object: session.reference };
  if (schedule === undefined || schedule.halfDays.length === 0) {
    return done({
      title,
      lines: [line("plain", "Cette session n'a pas encore de planning.", "This session has no schedule yet.")],
      problems,
      next: [
        {
          text: { fr: "Prochaine étape : donner sa semaine type", en: "Next step: give its usual week" },
          command: `/session planning reference:${session.reference} semaine:…`,
        },
      ],
      data: { reference: session.reference, halfDays: 0 },
      trace,
    });
  }
  const met = await meetingsOf(store, session, schedule, today);
  return done({
    title,
    lines: [{ tone: "plain", text: scheduleSummary(schedule) }, ...apartLines(schedule, nameOf), ...hoursLine(session, schedule)],
    table: weeksOf(schedule),
    problems: [...problems, ...met.refusals, ...met.warnings],
    data: { reference: session.reference, halfDays: schedule.halfDays.length, version: schedule.version },
    trace,
  });
}
