import {
  accessRefusals,
  type CalendarEvent,
  counted,
  formatDay,
  inputRules,
  type Label,
  mondayOf,
  type Permission,
  raise,
} from "@kairos/core";
import { command } from "../../command.js";
import { mayIn } from "../../dossiers/appointment-people.js";
import { eventsOfAppointments, eventsOfSession, eventsOfWeek, takesPart } from "../../dossiers/calendar-files.js";
import { personFrom } from "../../dossiers/people.js";
import { unknownReference } from "../../dossiers/unknown.js";
import { icsOf } from "../../files/ics.js";
import { day, optional, reference, yesOrNo } from "../../options.js";
import { done, line, type Reply, type ReplyLine, refused, same } from "../../reply.js";
import { zoneOf } from "../../zone.js";

export default command({
  words: {
    fr: ["fichier", "Fichier d'agenda : un rendez-vous, une semaine ou le planning d'une session"],
    en: ["file", "Calendar file: one appointment, one week or a session's schedule"],
  },
  needs: "agenda.read",
  visibility: "private",
  example: "/rdv fichier semaine:07/12/2026",
  options: {
    reference: optional(reference("appointment", { fr: ["reference", "Un rendez-vous"], en: ["reference", "One appointment"] })),
    session: optional(reference("session", { fr: ["session", "Le planning d'une session"], en: ["session", "The schedule of a session"] })),
    person: optional(
      reference("person", {
        fr: ["personne", "La semaine de qui : la vôtre, sauf si vous le dites"],
        en: ["person", "Whose week: yours unless said"],
      }),
    ),
    week: optional(
      day({
        fr: ["semaine", "Un jour de cette semaine : celle-ci, sauf si vous le dites"],
        en: ["week", "A day of that week: this one unless said"],
      }),
    ),
    names: optional(yesOrNo({ fr: ["noms", "Écrire les noms des candidats"], en: ["names", "Write the candidates' names"] })),
  },
  async run(context) {
    const { input, store, provider, today, rights, actor } = context;
    const withNames = input.names === true;
    if (withNames && !rights.has("trainee.read")) return missing("trainee.read");
    const asked = [input.reference, input.session, input.person ?? input.week].filter((one) => one !== undefined);
    if (asked.length > 1) return refused([raise(inputRules, "input.unknown-value", [], { value: asked.join(" "), allowed: oneOf })]);
    if (input.reference !== undefined) {
      const appointment = await store.appointments.get(input.reference.toUpperCase());
      const mayRead = appointment && (takesPart(appointment, actor.id) || (await mayIn(context, "appointment.read", appointment.siret)));
      if (!mayRead)
        return rights.has("appointment.read")
          ? refused([unknownReference("appointment", "reference", input.reference)])
          : missing("appointment.read");
      const events = await eventsOfAppointments(context, [appointment], withNames);
      return answer(
        appointment.reference,
        { fr: `Rendez-vous ${appointment.reference}`, en: `Appointment ${appointment.reference}` },
        events,
        { object: appointment.reference },
      );
    }
    if (input.session !== undefined) {
      const session = await store.sessions.get(input.session.toUpperCase());
      if (session === undefined || !(await mayIn(context, "session.read", session.siret)))
        return rights.has("session.read") ? refused([unknownReference("session", "session", input.session)]) : missing("session.read");
      const schedule = await store.schedules.get(session.reference);
      const events = schedule === undefined ? [] : await eventsOfSession(context, session, schedule);
      const lines = (schedule?.version ?? 1) > 1 ? [staysBehind] : [];
      return answer(session.reference, same(`Session ${session.reference}`), events, { object: session.reference, lines });
    }
    const person = input.person === undefined ? actor : await personFrom(store, input.person);
    if (person === undefined) return refused([unknownReference("person", "personne", input.person ?? "")]);
    if (person.id !== actor.id && !rights.has("appointment.read")) return missing("appointment.read");
    const monday = mondayOf(input.week ?? today);
    const week = { monday, zone: zoneOf(provider), withNames };
    const events = await eventsOfWeek(context, person.id, week);
    return answer(`semaine-${monday}`, { fr: `Semaine du ${formatDay(monday)}`, en: `Week of ${formatDay(monday, "en")}` }, events, {
      lines: person.id === actor.id ? [] : [line("plain", `Semaine de ${person.name}.`, `Week of ${person.name}.`)],
    });
  },
});

async function answer(
  fileName: string,
  name: Label,
  events: readonly CalendarEvent[],
  { object, lines = [] }: { readonly object?: string; readonly lines?: readonly ReplyLine[] },
): Promise<Reply> {
  const count = events.length;
  const trace = { ...(object !== undefined && { object }), details: { events: count } };
  if (count === 0) return done({ title: name, lines: [...lines, nothing], data: { events: 0 }, trace });
  return done({
    title: name,
    lines: [
      ...lines,
      line(
        "good",
        `Fichier d'agenda prêt : ${counted(count, "élément")}. Ouvrez-le avec votre agenda ; ouvert à nouveau plus tard, il met à jour ce qui a changé.`,
        `Calendar file ready: ${counted(count, "item", "items", "en")}. Open it with your calendar; opened again later, it updates what has changed.`,
      ),
    ],
    texts: [{ fileName: `${fileName}.ics`, text: await icsOf(events, name.fr) }],
    data: { events: count },
    trace,
  });
}

const oneOf = {
  fr: "un rendez-vous, ou une session, ou une semaine : un à la fois",
  en: "an appointment, or a session, or a week: one at a time",
};
const nothing = line("plain", "Rien à mettre dans un agenda.", "Nothing to put in a calendar.");
const staysBehind = line(
  "muted",
  "Ce planning a changé. Une demi-journée retirée depuis reste dans l'agenda où elle a été mise : supprimez-la à la main.",
  "This schedule has changed. A half-day that was taken out stays in the calendar it was put in: remove it by hand.",
);

function missing(permission: Permission): Reply {
  return refused([raise(accessRefusals, "access.missing-permission", [], { permission, managers: [] })]);
}
