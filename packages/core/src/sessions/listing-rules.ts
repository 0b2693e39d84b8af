import type { Provider, Settings } from "../membership/index.js";
import type { Booking } from "../shared/booking.js";
import { formatDay, type IsoDate } from "../shared/calendar.js";
import { clockAt } from "../shared/clock.js";
import type { Label } from "../shared/language.js";
import { type Finding, found, judgeBy, nothing, type ProblemOf, ruleAbout } from "../shared/rules.js";
import { excerpt } from "../shared/text.js";
import { bookingsOfSession } from "./bookings.js";
import type { Course } from "./course.js";
import { displayRules } from "./display-rules.js";
import { type Duplicates, findDuplicates } from "./duplicates.js";
import type { ListingStatus } from "./listing.js";
import { resourceName, sessionOverlaps } from "./overlaps.js";
import { checkSession, type SessionProblem } from "./rules.js";
import type { Schedule } from "./schedule.js";
import { type Session, totalMinutes } from "./session.js";
import { exportedDays, exportFaultsOf } from "./visibility.js";

/** A session to be listed, and what it is compared with. What is left out makes the rules that need it undecided. */
export interface ListingSituation {
  readonly session: Session;
  readonly today: IsoDate;
  readonly provider?: Provider | undefined;
  readonly course?: Course | undefined;
  readonly schedule?: Schedule | undefined;
  /** Sessions of the same dates, among which it may be itself. */
  readonly otherSessions?: readonly Session[] | undefined;
  /** What the other sessions keep. */
  readonly otherBookings?: readonly Booking[] | undefined;
  /** How the trainers are called, by their id. */
  readonly names?: ReadonlyMap<string, string> | undefined;
}

const rule = ruleAbout<ListingSituation>();

/** What a listing must say and may lack. */
export type ListingField = "place" | "hours" | "course" | "objectives" | "expectedResults" | "programme";

export const listingFieldLabels: Readonly<Record<ListingField, Label>> = {
  place: { fr: "Le lieu de la session", en: "The place of the session" },
  hours: { fr: "Le nombre d'heures de la session", en: "The hours of the session" },
  course: { fr: "La fiche de la formation", en: "The course's record" },
  objectives: { fr: "Le texte des objectifs", en: "The text of the course's objectives" },
  expectedResults: { fr: "Le texte des résultats attendus", en: "The text of the expected results" },
  programme: { fr: "Le programme de la formation", en: "The course's programme" },
};

/** What a session and another one need at the same time, in clocks of the place. */
export interface OverlapParams {
  readonly kind: "trainer" | "room";
  readonly name: string;
  readonly other: string;
  readonly day: IsoDate;
  readonly from: string;
  readonly until: string;
  readonly times: number;
}

export const listingRules = {
  "session.field-missing": rule({
    severity: "error",
    source: "lheo-2.3",
    check: missingFields,
    fr: ({ field }) => ({
      what: `${listingFieldLabels[field].fr} manque.`,
      why: "La base régionale refuse une fiche incomplète, et un candidat ne choisit pas ce qu'il ne comprend pas.",
      mend: field === "course" ? "Rattachez la session à sa formation." : "Complétez la fiche, puis recommencez.",
    }),
  }),
  "session.reference-missing": rule({
    severity: "error",
    source: "kairos-article",
    check: ({ session }) =>
      session.listingReference === undefined && numbered.has(session.listing?.status ?? "draft")
        ? found(["listingReference"], {})
        : nothing,
    fr: () => ({
      what: "Le numéro Carif-Oref de la session manque.",
      why: "France Travail retrouve la session par ce numéro, que la base régionale donne une fois la fiche transmise.",
      mend: "Copiez-le depuis la fiche du Carif-Oref.",
    }),
  }),
  "session.reference-pattern": rule({
    severity: "warning",
    source: "desk-practice",
    needs: ["provider"],
    check: ({ session: { listingReference }, provider }) =>
      listingReference === undefined || matches(listingReference, provider.settings)
        ? nothing
        : found(["listingReference"], { listingReference }),
    fr: ({ listingReference }) => ({
      what: `Le numéro « ${excerpt(listingReference)} » n'a pas la forme des numéros de votre région.`,
      why: "Avec un numéro mal copié, France Travail ne trouve pas la session.",
      mend: "Comparez-le avec la fiche du Carif-Oref ; s'il est juste, changez le réglage de l'organisme.",
    }),
  }),
  "session.duplicate": rule({
    severity: "error",
    source: "desk-practice",
    needs: ["otherSessions"],
    check: duplicatesOf,
    fr: ({ by, other, startsOn, endsOn }) =>
      by === "content"
        ? {
            what: `La session ${other} a le même intitulé, les mêmes dates (du ${formatDay(startsOn)} au ${formatDay(endsOn)}) et le même lieu.`,
            why: "Une session référencée deux fois disperse les devis et fausse les places.",
            mend: "Gardez-en une seule. Si ce sont deux groupes, indiquez la salle ou le numéro Carif-Oref de chacun.",
          }
        : {
            what: `La session ${other} (du ${formatDay(startsOn)} au ${formatDay(endsOn)}) porte le même numéro Carif-Oref.`,
            why: "Le numéro désigne une seule session : France Travail prendrait l'une pour l'autre.",
            mend: "Vérifiez le numéro de chacune sur le site du Carif-Oref.",
          },
  }),
  "session.overlap": rule({
    severity: "warning",
    source: "desk-practice",
    needs: ["schedule", "otherBookings"],
    check: overlapsOf,
    fr: ({ kind, name, other, day, from, until, times }) => ({
      what: `${kind === "trainer" ? "Le formateur" : "La salle"} « ${excerpt(name)} » est aussi à la session ${other} le ${formatDay(day)}, de ${from} à ${until}${times > 1 ? ` (${times} fois en tout)` : ""}.`,
      why: "La même personne ou la même salle ne peut pas servir à deux groupes à la fois.",
      mend: "Déplacez une demi-journée, ou changez le formateur ou la salle de l'une des deux sessions.",
    }),
  }),
  ...displayRules,
  "session.ended-too-long": rule({
    severity: "warning",
    source: "carif-export",
    check: ({ session, today }) =>
      exportFaultsOf(session, today).includes("ended") ? found(["endsOn"], { endsOn: session.endsOn, days: exportedDays }) : nothing,
    fr: ({ endsOn, days }) => ({
      what: `La session est finie depuis le ${formatDay(endsOn)}, plus de ${days} jours : la base régionale ne la transmet plus.`,
      why: "Une session qui n'est plus transmise disparaît des outils de France Travail.",
      mend: "Archivez-la ; si la date de fin est fausse, corrigez-la puis transmettez de nouveau la fiche.",
    }),
  }),
  "session.not-exported-initial-training": rule({
    severity: "warning",
    source: "carif-export",
    check: ({ session, today, course, provider }) =>
      exportFaultsOf(session, today, { course, provider }).includes("initial-training") ? found(["initialTraining"], {}) : nothing,
    fr: () => ({
      what: "La session relève de la formation initiale ou de l'apprentissage : la base régionale ne la transmet pas à France Travail.",
      why: "Seule la formation continue est transmise ; la session ne s'affichera jamais dans Kairos.",
      mend: "Si elle est ouverte aux demandeurs d'emploi, corrigez sa fiche avec le Carif-Oref.",
    }),
  }),
  "session.not-exported-siret": rule({
    severity: "warning",
    source: "carif-export",
    check: ({ session, today, course, provider }) =>
      exportFaultsOf(session, today, { course, provider }).includes("siret")
        ? found(["siret"], { siret: session.siret as string })
        : nothing,
    fr: ({ siret }) => ({
      what: `Le SIRET ${siret} de la session n'est pas celui d'un établissement de l'organisme.`,
      why: "La base régionale ne transmet pas à France Travail les organismes dont le SIRET manque ou est faux.",
      mend: "Corrigez le SIRET de la fiche avec le Carif-Oref.",
    }),
  }),
};

export type ListingProblem = ProblemOf<typeof listingRules> | SessionProblem;

const judge = judgeBy<ListingSituation, typeof listingRules>(listingRules);

/** Judges a session as it is listed: by itself, beside its course and schedule, and among the other sessions. */
export function checkListing(situation: ListingSituation): readonly ListingProblem[] {
  return [...checkSession(situation), ...judge(situation)];
}

/** Only whether it is there already: what a session that is recorded or corrected must not be. */
export const checkDuplicates = judgeBy<ListingSituation, Pick<typeof listingRules, "session.duplicate">>({
  "session.duplicate": listingRules["session.duplicate"],
});

/** Beyond these, the regional base has given its number. */
const numbered: ReadonlySet<ListingStatus> = new Set(["visible", "open", "full", "suspended", "running", "ended"]);

function missingFields({ session, course }: ListingSituation): readonly Finding<{ field: ListingField; course?: string }>[] {
  const isMissing = (text: string | undefined) => text === undefined || text === "";
  const fields: readonly ListingField[] = ["objectives", "expectedResults", "programme"];
  return [
    ...(session.modality !== "distance" && isMissing(session.place) ? found(["place"], { field: "place" as const }) : nothing),
    ...(totalMinutes(session.hours) === 0 ? found(["hours"], { field: "hours" as const }) : nothing),
    ...(course === undefined
      ? found(["course"], { field: "course" as const }, "warning")
      : fields
          .filter((field) => isMissing(course[field as keyof Course] as string | undefined))
          .flatMap((field) => found(["course", field], { field, course: course.reference }))),
  ];
}

function matches(reference: string, { sessions: { listingReferencePattern: pattern } }: Settings): boolean {
  return new RegExp(pattern ?? "", "u").test(reference);
}

function duplicatesOf({ session, otherSessions }: ListingSituation & { readonly otherSessions: readonly Session[] }): readonly Finding<{
  by: Duplicates["by"];
  other: string;
  startsOn: IsoDate;
  endsOn: IsoDate;
}>[] {
  const others = otherSessions.filter(({ reference }) => reference !== session.reference);
  return findDuplicates([session, ...others])
    .filter(({ sessions }) => sessions.includes(session))
    .flatMap(({ by, sessions }) => {
      const [path, severity] = by === "content" ? (["title", "error"] as const) : (["listingReference", "warning"] as const);
      return sessions
        .filter((one) => one !== session)
        .slice(0, 1)
        .flatMap(({ reference: other, startsOn, endsOn }) => found([path], { by, other, startsOn, endsOn }, severity));
    });
}

function overlapsOf({
  session,
  otherBookings,
  names,
  schedule,
}: ListingSituation & { readonly schedule: Schedule; readonly otherBookings: readonly Booking[] }): readonly Finding<OverlapParams>[] {
  const own = bookingsOfSession(session, schedule);
  const others = otherBookings.filter(({ owner }) => owner.reference !== session.reference);
  const { overlaps } = sessionOverlaps([...own, ...others]);
  return overlaps.flatMap(({ kind, resource, sessions, startsAt, endsAt, times }) => {
    if (!sessions.includes(session.reference)) return nothing;
    const other = sessions[0] === session.reference ? sessions[1] : sessions[0];
    const { day, time: from } = clockAt(startsAt, schedule.timeZone);
    const until = clockAt(endsAt, schedule.timeZone).time;
    const name = resourceName(resource, names, [session.room, ...schedule.halfDays.map(({ room }) => room)]);
    return found([kind === "trainer" ? "trainers" : "room"], { kind, name, other, day, from, until, times });
  });
}
