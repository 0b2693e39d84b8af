import { resourceKeys } from "../shared/booking.js";
import { addDays, dayOf, formatDay, formatInstant, weekdayOf } from "../shared/calendar.js";
import { clockAt, epochMinutes, instantAt, type WorkingStretch } from "../shared/clock.js";
import { found, nothing } from "../shared/rules.js";
import { sentenceCase } from "../shared/text.js";
import { stillStands } from "./advance.js";
import { type Appointment, appointmentKindLabels } from "./appointment.js";
import { resourceOf } from "./bookings.js";
import { comesAgain } from "./moment.js";
import { type Called, called, type Engagement, endOf, meets, rule } from "./situation.js";

/** What an engagement is, as far as the asker may know: nothing of it when they may not. */
export interface Told {
  readonly kind: Engagement["kind"];
  readonly reference: string;
  readonly from: string;
  readonly until: string;
}

/** What keeps the people and the room of an appointment at its time. */
export const timeRules = {
  "appointment.overlap": rule({
    severity: "error",
    source: "desk-practice",
    needs: ["busy"],
    check: ({ appointment, busy, zone, names }) => {
      if (!stillStands(appointment)) return nothing;
      const { startsAt, siret, room, participants } = appointment;
      const kept: readonly { readonly key: string; readonly who: Called }[] = [
        ...participants.map((one) => ({ key: resourceOf(one, siret), who: called(one, names) })),
        ...(room === undefined ? [] : [{ key: resourceKeys.room(siret, room), who: { role: "room" as const, name: room } }]),
      ];
      return busy.flatMap((one) => {
        const mine = meets(appointment, one) ? kept.find(({ key }) => key === one.resource) : undefined;
        return mine === undefined ? [] : found(["startsAt"], { who: mine.who, startsAt, zone, other: told(one, zone) });
      });
    },
    fr: ({ who, startsAt, zone, other }) => ({
      what: `Le ${formatInstant(startsAt, zone)}, ${subjectFr(who)} n'est pas libre : ${otherFr(other)}.`,
      why: "Une personne ou une salle ne peut pas être à deux endroits à la fois.",
      mend: "Choisissez un autre horaire, libre pour tous.",
    }),
  }),
  "appointment.during-session": rule({
    severity: "warning",
    source: "desk-practice",
    check: ({ appointment, busy = [], followed = [] }) =>
      stillStands(appointment)
        ? followed
            .filter(({ session }) => busy.some((one) => one.resource === resourceKeys.session(session) && meets(appointment, one)))
            .map((params) => ({ path: ["participants"], params }))
        : nothing,
    fr: ({ trainee, session }) => ({
      what: `${trainee} est en formation à cette heure-là (session ${session}).`,
      why: "Le temps du rendez-vous manquerait à sa formation et à ses heures de présence.",
      mend: "Choisissez une pause ou une fin de journée, ou prévenez le formateur.",
    }),
  }),
  "appointment.outside-hours": rule({
    severity: "warning",
    source: "desk-practice",
    check: ({ appointment, hours, zone, names }) => {
      if (hours === undefined || !stillStands(appointment)) return nothing;
      return appointment.participants.flatMap((one) => {
        const stretches = "person" in one ? hours.get(one.person) : undefined;
        if (stretches === undefined || isWithin(appointment, stretches, zone)) return [];
        return found(["startsAt"], { name: called(one, names).name, startsAt: appointment.startsAt, zone });
      });
    },
    fr: ({ name, startsAt, zone }) => ({
      what: `Le ${formatInstant(startsAt, zone)} sort des heures de travail de ${name}.`,
      why: "On ne compte pas sur quelqu'un hors de ses heures sans le lui demander.",
      mend: "Vérifiez avec la personne, ou corrigez ses heures de travail.",
    }),
  }),
  "appointment.past": rule({
    severity: "warning",
    source: "desk-practice",
    check: ({ appointment, now, zone }) =>
      stillStands(appointment) && endOf(appointment) <= now ? found(["startsAt"], { startsAt: appointment.startsAt, zone }) : nothing,
    fr: ({ startsAt, zone }) => ({
      what: `Ce rendez-vous est passé (${formatInstant(startsAt, zone)}) et rien ne dit s'il a eu lieu.`,
      why: "Un rendez-vous sans suite notée fait appeler deux fois la même personne.",
      mend: "Notez s'il a été tenu, excusé ou non honoré ; si la date est fausse, déplacez-le.",
    }),
  }),
  "appointment.after-session-start": rule({
    severity: "warning",
    source: "desk-practice",
    check: ({ appointment, session, zone }) => {
      const { kind, startsAt } = appointment;
      const comesBefore = kind === "orientation" || kind === "file-approval";
      if (session === undefined || !comesBefore || session.intake === "permanent" || !stillStands(appointment)) return nothing;
      if (dayOf(startsAt, zone) < session.startsOn) return nothing;
      return found(["startsAt"], { kind, startsAt, zone, session: session.reference, startsOn: session.startsOn });
    },
    fr: ({ kind, startsAt, zone, session, startsOn }) => ({
      what: `${sentenceCase(appointmentKindLabels[kind].fr)} le ${formatInstant(startsAt, zone)}, alors que la session ${session} commence le ${formatDay(startsOn)}.`,
      why: "L'orientation et la validation du dossier viennent avant l'entrée en formation.",
      mend: "Avancez le rendez-vous, ou choisissez une session plus tardive.",
    }),
  }),
  "appointment.day-off": rule({
    severity: "notice",
    source: "desk-practice",
    check: ({ appointment, dayOff, zone }) =>
      dayOff !== undefined && stillStands(appointment) ? found(["startsAt"], { day: dayOf(appointment.startsAt, zone), dayOff }) : nothing,
    fr: ({ day, dayOff }) => ({
      what: `Le ${formatDay(day)} n'est pas un jour ordinaire : ${dayOff.fr}.`,
      why: "La personne peut trouver porte close, ou ne pas penser qu'on l'attend ce jour-là.",
      mend: "Vérifiez que quelqu'un sera là, ou prenez un autre jour.",
    }),
  }),
  "appointment.hour-doubled": rule({
    severity: "notice",
    source: "desk-practice",
    check: ({ appointment, zone }) => {
      const { startsAt } = appointment;
      return stillStands(appointment) && comesAgain(startsAt, zone) ? found(["startsAt"], { ...clockAt(startsAt, zone) }) : nothing;
    },
    fr: ({ day, time }) => ({
      what: `Le ${formatDay(day)}, les horloges montrent ${time} deux fois ; c'est la première qui est retenue.`,
      why: "Les horloges reculent cette nuit-là, et deux personnes pourraient se manquer.",
      mend: "Dites bien « avant le changement d'heure » à la personne, ou choisissez une autre heure.",
    }),
  }),
};

function subjectFr({ role, name }: Called): string {
  return role === "room" ? `la salle « ${name} »` : name;
}

function otherFr(other: Told | undefined): string {
  if (other === undefined) return "un autre engagement";
  return `${other.kind === "session" ? "session" : "rendez-vous"} ${other.reference}, de ${other.from} à ${other.until}`;
}

function told({ kind, reference, startsAt, endsAt }: Engagement, zone: string): Told | undefined {
  if (reference === undefined) return undefined;
  return { kind, reference, from: clockAt(startsAt, zone).time, until: clockAt(endsAt, zone).time };
}

/** Does an appointment fit whole in somebody's hours, two stretches that touch making one. */
export function isWithin(appointment: Pick<Appointment, "startsAt" | "minutes">, hours: readonly WorkingStretch[], zone: string): boolean {
  const { day } = clockAt(appointment.startsAt, zone);
  let reached = epochMinutes(appointment.startsAt);
  const until = epochMinutes(endOf(appointment));
  const stretches = [day, addDays(day, 1)].flatMap((one) => stretchesOn(one, hours, zone)).sort((a, b) => a.from - b.from);
  for (const stretch of stretches) if (stretch.from <= reached && stretch.until > reached) reached = stretch.until;
  return reached >= until;
}

/** Somebody's hours of one day, in minutes since 1970. */
export function stretchesOn(
  day: string,
  hours: readonly WorkingStretch[],
  zone: string,
): readonly { readonly from: number; readonly until: number }[] {
  const weekday = weekdayOf(day);
  return hours
    .filter((one) => one.weekday === weekday)
    .map(({ from, until }) => ({ from: epochMinutes(instantAt(day, from, zone)), until: epochMinutes(instantAt(day, until, zone)) }));
}
