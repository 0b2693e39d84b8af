import { type Appointment, candidatesOf, formatInstant } from "@kairos/core";
import { both, type Reply, type ReplyLine, same } from "../reply.js";
import { writeReminders } from "./appointment-options.js";
import { calledFor, withRole } from "./appointment-people.js";
import type { AppointmentDossier, Desk } from "./appointments.js";

/** Who comes, and what else an appointment says beside its time and place. */
export async function fieldsOf(desk: Desk, { appointment, provider }: AppointmentDossier): Promise<NonNullable<Reply["fields"]>> {
  const { session, places, reminderMinutes = provider.settings.appointments.reminderMinutes } = appointment;
  const taken = candidatesOf(appointment).length;
  const people = (await calledFor(desk, appointment)).map(({ one, name }) => withRole(name, one.role));
  const shown = people.slice(0, mostShown);
  const more = people.length - shown.length;
  return [
    {
      name: { fr: "Avec", en: "With" },
      value: both((language) =>
        [
          ...shown.map((label) => label[language]),
          ...(more > 0 ? [language === "fr" ? `et ${more} autres` : `and ${more} more`] : []),
        ].join("\n"),
      ),
    },
    ...(session === undefined ? [] : [{ name: { fr: "Session", en: "Session" }, value: same(session) }]),
    ...(places === undefined
      ? []
      : [
          {
            name: { fr: "Places", en: "Places" },
            value: { fr: `${taken} sur ${places}`, en: `${taken} of ${places}` },
          },
        ]),
    { name: { fr: "Rappels", en: "Reminders" }, value: same(writeReminders(reminderMinutes)) },
  ];
}

/** « À prévenir : T-0001, Mme Martin. » Everybody but the one who acts, and who knows. */
export async function toTell(desk: Desk, appointment: Appointment): Promise<readonly ReplyLine[]> {
  const others = (await calledFor(desk, appointment)).filter(({ one }) => !("person" in one) || one.person !== desk.actor.id);
  if (others.length === 0) return [];
  const names = others.slice(0, mostShown).map(({ name }) => name);
  const list = names.join(", ") + (others.length > names.length ? "…" : "");
  return [{ tone: "warning", text: { fr: `À prévenir : ${list}.`, en: `To be told: ${list}.` } }];
}

/** What was done, in order: when, and for a move, the time it left. */
export async function historyOf(
  { store }: Pick<Desk, "store">,
  { appointment, zone }: AppointmentDossier,
): Promise<NonNullable<Reply["table"]>> {
  const rows = await Promise.all(
    appointment.steps.map(async ({ action, by, at, from }) => {
      const name = (await store.people.get(by))?.name ?? by;
      return [
        both((language) => formatInstant(at, zone, language)),
        stepWords[action],
        same(name),
        both((language) => (from === undefined ? "—" : formatInstant(from, zone, language))),
      ];
    }),
  );
  return { columns, rows };
}

const columns = [
  { fr: "Le", en: "On" },
  { fr: "Étape", en: "Step" },
  { fr: "Par", en: "By" },
  { fr: "Heure quittée", en: "Time left" },
];

const stepWords = {
  propose: { fr: "proposé", en: "proposed" },
  confirm: { fr: "confirmé", en: "confirmed" },
  move: { fr: "déplacé", en: "moved" },
  excuse: { fr: "excusé", en: "excused" },
  miss: { fr: "non honoré", en: "no-show" },
  hold: { fr: "tenu", en: "done" },
  cancel: { fr: "annulé", en: "cancelled" },
};

const mostShown = 12;
