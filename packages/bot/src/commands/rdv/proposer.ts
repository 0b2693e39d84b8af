import { type Appointment, accessRefusals, momentAt, type Problem, proposeAppointment, raise } from "@kairos/core";
import { command } from "../../command.js";
import { toTell } from "../../dossiers/appointment-card.js";
import { detailOptions, kindOption, meetingLength, usualMinutes, whoOptions } from "../../dossiers/appointment-options.js";
import { readWho } from "../../dossiers/appointment-people.js";
import { nearestSteps } from "../../dossiers/appointment-slots.js";
import { typedCommand, typedOptions } from "../../dossiers/appointment-words.js";
import { keepAndAnswer, knownSession } from "../../dossiers/appointments.js";
import { nextId } from "../../dossiers/next-id.js";
import { establishmentOption } from "../../establishment.js";
import { clock, day, given, optional } from "../../options.js";
import { line, refused } from "../../reply.js";
import { zoneOf } from "../../zone.js";

const options = {
  kind: kindOption,
  on: day({ fr: ["le", "Le jour : 30/11/2026, demain"], en: ["on", "The day: 30/11/2026"] }),
  time: clock({ fr: ["heure", "L'heure : 9h30, 14:00"], en: ["time", "The hour: 9:30, 14:00"] }),
  minutes: optional(
    meetingLength({
      fr: ["duree", "La durée : 45 min, 1 h ; l'usage sinon"],
      en: ["duration", "The length: 45 min, 1 h; as usual otherwise"],
    }),
  ),
  ...whoOptions,
  ...detailOptions,
  ...establishmentOption,
};

export default command({
  words: {
    fr: ["proposer", "Propose un rendez-vous ; refuse une double réservation et montre les heures libres"],
    en: ["propose", "Propose an appointment; refuses double booking and shows free times"],
  },
  needs: "appointment.manage",
  visibility: "private",
  form: [
    ["kind", "on", "time", "minutes", "trainee"],
    ["trainer", "adviser", "with", "room", "place"],
  ],
  example: "/rdv proposer nature:entretien d'orientation le:30/11/2026 heure:10h duree:45 min candidat:T-0001 avec:gestionnaire",
  options,
  async run(desk) {
    const { input, provider, store } = desk;
    if (provider === undefined) return refused([raise(accessRefusals, "access.not-founded", [], {})]);
    const { kind, way = "in-person", place = way === "in-person" ? addressOf(provider) : undefined } = input;
    const starts = momentAt(input.on, input.time, zoneOf(provider));
    if (!starts.ok) return refused(starts.problems.map(atHour));
    const who = await readWho(desk, input, provider.siret);
    if (!who.ok) return refused(who.problems);
    const session = await knownSession(store, input.session);
    if (!session.ok) return refused(session.problems);
    const year = desk.today.slice(0, 4);
    const reference = await nextId(store, `RDV-${year}`);
    const { room, places, reminderMinutes } = input;
    const content = {
      reference,
      siret: provider.siret,
      kind,
      startsAt: starts.value,
      minutes: input.minutes ?? usualMinutes[kind],
      way,
      participants: [...who.value],
      ...given({ place, room, places, reminderMinutes, session: session.value }),
    };
    const appointment: Appointment = proposeAppointment(content, { by: desk.actor.id, at: desk.now });
    return keepAndAnswer(desk, appointment, {
      lines: [
        line("good", "Proposé : l'heure est retenue, la réponse est attendue.", "Proposed: the time is kept, an answer is awaited."),
        ...(await toTell(desk, appointment)),
      ],
      details: { action: "propose", kind },
      next: [
        {
          text: { fr: "quand la personne a répondu qu'elle viendra", en: "once the person has said they will come" },
          command: `/rdv confirmer reference:${reference}`,
        },
      ],
      instead: () =>
        nearestSteps(desk, provider, appointment, (on, time) =>
          typedCommand("rdv proposer", { ...typedOptions(options, input), le: on, heure: time }),
        ),
    });
  },
});

function addressOf({ address }: { readonly address?: { street: string; postalCode: string; city: string } | undefined }) {
  return address === undefined ? undefined : `${address.street}, ${address.postalCode} ${address.city}`.slice(0, 160);
}

function atHour(problem: Problem): Problem {
  return { ...problem, path: ["heure"] };
}
