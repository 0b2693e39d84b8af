import {
  checkSchedule,
  checkSession,
  formatCents,
  formatDay,
  formatMinutes,
  type IsoDate,
  intakeLabels,
  type Label,
  type Language,
  modalityLabels,
  type Provider,
  type Result,
  type Schedule,
  type Session,
  success,
  totalMinutes,
  withInitials,
} from "@kairos/core";
import { choice, integer, optional, reference, text } from "../options.js";
import { done, line, type Reply, type ReplyLine, same } from "../reply.js";
import type { Store } from "../store/store.js";
import { splitOf, trainingDetails } from "./courses.js";
import { listingFields } from "./listings.js";
import { scheduleSummary, weeksOf } from "./schedules.js";
import { callingIn } from "./trainers.js";
import { unknown } from "./unknown.js";

/** What may be said of a session beyond its title and dates. */
export const sessionDetails = {
  place: optional(text({ fr: ["lieu", "Adresse ou salle"], en: ["place", "Address or room"] }, 160)),
  listingReference: optional(text({ fr: ["carif", "Numéro Carif-Oref"], en: ["carif", "Carif-Oref number"] }, 40)),
  ...trainingDetails,
  room: optional(
    text(
      {
        fr: ["salle", "Salle : elle accueille un seul groupe à la fois", "Salle"],
        en: ["room", "Room: it holds one group at a time", "Room"],
      },
      80,
    ),
  ),
  trainers: optional(
    text(
      {
        fr: ["formateurs", "Qui forme : des noms séparés par des virgules, ou aucun", "Formateurs, séparés par des virgules"],
        en: ["trainers", "Who teaches: names separated by commas, or none", "Trainers, separated by commas"],
      },
      400,
    ),
  ),
  capacity: optional(integer({ fr: ["places", "Places de la session"], en: ["places", "Places of the session"] }, 1, 9999)),
  intake: optional(
    choice(
      { fr: ["entrees", "Entrées : à dates fixes ou permanentes"], en: ["intake", "Entries: at fixed dates or at any time"] },
      intakeLabels,
    ),
  ),
};

/** The course whose session it is. */
export const sessionCourse = reference("course", {
  fr: ["cours", "Formation du catalogue : ce que vous ne dites pas en est repris"],
  en: ["course", "Course of the catalogue: what you leave out is taken from it"],
});

/** What a session's card is drawn with, beside the session. */
export interface SessionFacts {
  readonly schedule?: Schedule | undefined;
  readonly provider?: Provider | undefined;
  readonly nameOf: (person: string) => string;
}

export async function loadSession(store: Store, typed: string, option = "reference"): Promise<Result<Session>> {
  const session = await store.sessions.get(typed.toUpperCase());
  return session === undefined ? unknown("session", option, typed) : success(session);
}

export async function sessionFacts(store: Store, session: Session): Promise<SessionFacts> {
  const [schedule, provider, nameOf] = await Promise.all([
    store.schedules.get(session.reference),
    store.providers.get(session.siret),
    callingIn(store),
  ]);
  return { schedule, provider, nameOf };
}

/** A session's record, and what the rules say of it. People are shown by their initials: a channel may read it. */
export function sessionCard(
  session: Session,
  today: IsoDate,
  details: Readonly<Record<string, string>> = {},
  facts: SessionFacts = { nameOf: (id) => id },
): Reply {
  const { schedule, provider } = facts;
  const settings = provider?.settings.sessions;
  return done({
    title: same(`Session ${session.reference}`),
    lines: [{ tone: "plain", text: sessionSummary(session) }, ...scheduleLines(facts)],
    fields: [
      { name: { fr: "Lieu", en: "Place" }, value: same(session.place ?? "—") },
      { name: { fr: "Modalité", en: "Modality" }, value: modalityLabels[session.modality] },
      { name: { fr: "Carif-Oref", en: "Carif-Oref" }, value: same(session.listingReference ?? "—") },
      ...listingFields(session, today, provider),
      { name: { fr: "Certification", en: "Certification" }, value: same(session.certification ?? "—") },
      { name: { fr: "Heures", en: "Hours" }, value: splitOf(session.hours) },
      ...shownIfKnown(session, facts),
    ],
    ...(schedule !== undefined && { table: weeksOf(schedule) }),
    problems: [...checkSession({ session, today }), ...(settings === undefined ? [] : checkSchedule({ session, schedule, settings }))],
    data: { reference: session.reference },
    trace: { object: session.reference, details },
  });
}

function shownIfKnown(session: Session, { schedule, nameOf }: SessionFacts): NonNullable<Reply["fields"]> {
  const { course, room, trainers = [], capacity, intake } = session;
  const ids = new Set([...trainers, ...(schedule?.halfDays ?? []).flatMap((halfDay) => halfDay.trainers ?? [])]);
  const people = withInitials([...ids].map((id) => ({ id, name: nameOf(id) })));
  return [
    ...(course === undefined ? [] : [{ name: { fr: "Formation", en: "Course" }, value: same(course) }]),
    ...(room === undefined ? [] : [{ name: { fr: "Salle", en: "Room" }, value: same(room) }]),
    ...(people.length === 0
      ? []
      : [{ name: { fr: "Formateurs", en: "Trainers" }, value: same(people.map(({ initials }) => initials).join(", ")) }]),
    ...(capacity === undefined ? [] : [{ name: { fr: "Places", en: "Places" }, value: same(String(capacity)) }]),
    ...(intake === undefined ? [] : [{ name: { fr: "Entrées", en: "Entries" }, value: intakeLabels[intake] }]),
  ];
}

function scheduleLines({ schedule }: SessionFacts): readonly ReplyLine[] {
  if (schedule === undefined) return [];
  if (schedule.halfDays.length === 0) return [line("muted", "Planning vide.", "Empty schedule.")];
  return [{ tone: "plain", text: scheduleSummary(schedule) }];
}

/** `Cariste CACES R489 · 07/12/2026 → 18/12/2026 · 70 h · 1 190,00 €` */
export function sessionSummary(session: Session): Label {
  const inLanguage = (language: Language) =>
    [
      session.title,
      `${formatDay(session.startsOn, language)} → ${formatDay(session.endsOn, language)}`,
      formatMinutes(totalMinutes(session.hours)),
      session.priceCents === undefined ? undefined : formatCents(session.priceCents, language),
    ]
      .filter(Boolean)
      .join(" · ");
  return { fr: inLanguage("fr"), en: inLanguage("en") };
}
