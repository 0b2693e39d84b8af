import {
  type Appointment,
  type AppointmentStatus,
  addDays,
  appointmentKindLabels,
  appointmentStatusLabels,
  candidatesOf,
  instantAt,
} from "@kairos/core";
import { command } from "../../command.js";
import { kindOption } from "../../dossiers/appointment-options.js";
import { whenOf } from "../../dossiers/appointment-words.js";
import { personFrom } from "../../dossiers/people.js";
import { unknownReference } from "../../dossiers/unknown.js";
import { choice, day, optional, reference } from "../../options.js";
import { done, line, refused, same } from "../../reply.js";
import { zoneOf } from "../../zone.js";

const most = 100;

export default command({
  words: {
    fr: ["liste", "Liste les rendez-vous, ceux à venir si rien n'est dit"],
    en: ["list", "List the appointments, those to come unless said"],
  },
  needs: "appointment.read",
  visibility: "private",
  publishable: true,
  example: "/rdv liste",
  options: {
    from: optional(day({ fr: ["du", "Premier jour"], en: ["from", "First day"] })),
    until: optional(day({ fr: ["au", "Dernier jour"], en: ["until", "Last day"] })),
    status: optional(choice({ fr: ["statut", "Seulement ce statut"], en: ["status", "Only this status"] }, appointmentStatusLabels)),
    kind: optional(kindOption),
    trainee: optional(reference("trainee", { fr: ["candidat", "Seulement ce candidat"], en: ["candidate", "Only this candidate"] })),
    person: optional(reference("person", { fr: ["personne", "Seulement avec elle"], en: ["person", "Only with them"] })),
    session: optional(reference("session", { fr: ["session", "Seulement cette session"], en: ["session", "Only this session"] })),
  },
  async run({ input, store, provider, now }) {
    const zone = zoneOf(provider);
    const person = input.person === undefined ? undefined : await personFrom(store, input.person);
    if (input.person !== undefined && person === undefined) return refused([unknownReference("person", "personne", input.person)]);
    const isNarrowed = input.status !== undefined || input.trainee !== undefined || input.session !== undefined;
    const from = input.from === undefined ? (isNarrowed ? undefined : now) : instantAt(input.from, "00:00", zone);
    const all = await store.appointments.list({
      ...(from !== undefined && { from }),
      ...(input.until !== undefined && { until: instantAt(addDays(input.until, 1), "00:00", zone) }),
      ...(input.status !== undefined && { status: [input.status satisfies AppointmentStatus] }),
      ...(input.session !== undefined && { session: input.session.toUpperCase() }),
    });
    const trainee = input.trainee?.toUpperCase();
    const found = all.filter(
      (one) =>
        (input.kind === undefined || one.kind === input.kind) &&
        (trainee === undefined || candidatesOf(one).includes(trainee)) &&
        (person === undefined || one.participants.some((who) => "person" in who && who.person === person.id)),
    );
    const shown = found.slice(0, most);
    return done({
      title: { fr: "Rendez-vous", en: "Appointments" },
      lines: [
        ...(shown.length === 0 ? [line("plain", "Aucun rendez-vous ne correspond.", "No appointment matches.")] : []),
        ...(found.length > most
          ? [
              line(
                "muted",
                `Les ${most} premiers ; donnez une période pour voir les autres.`,
                `The first ${most}; give a period to see the others.`,
              ),
            ]
          : []),
      ],
      ...(shown.length > 0 && {
        table: { columns, rows: shown.map((one) => rowOf(one, zone)), open: { path: "rdv voir", option: "reference" } },
      }),
      data: {
        appointments: shown.map(({ reference, status, startsAt, minutes, kind }) => ({ reference, status, startsAt, minutes, kind })),
      },
    });
  },
});

const columns = [
  { fr: "Référence", en: "Reference" },
  { fr: "Quand", en: "When" },
  { fr: "Nature", en: "Kind" },
  { fr: "Candidats", en: "Candidates" },
  { fr: "Statut", en: "Status" },
];

/** Candidates by their references: a channel may read it. */
function rowOf(appointment: Appointment, zone: string) {
  const candidates = candidatesOf(appointment);
  const places = appointment.places === undefined ? "" : `/${appointment.places}`;
  return [
    same(appointment.reference),
    whenOf(appointment, zone),
    appointmentKindLabels[appointment.kind],
    same(candidates.length > 3 || places !== "" ? `${candidates.length}${places}` : candidates.join(", ") || "—"),
    appointmentStatusLabels[appointment.status],
  ];
}
