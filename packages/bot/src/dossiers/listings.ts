import {
  type Booking,
  bookingsOfSession,
  exportFaultLabels,
  formatDay,
  type IsoDate,
  type Label,
  type Language,
  type ListingAction,
  type ListingSituation,
  type ListingStanding,
  type ListingStatus,
  listingActionLabels,
  listingStanding,
  listingStatusLabels,
  listingStatusOn,
  listingWorkflow,
  type Provider,
  type Session,
  settingsSchema,
} from "@kairos/core";
import type { CommandContext } from "../command.js";
import { line, type NextStep, type Reply, type ReplyLine } from "../reply.js";
import type { Store } from "../store/store.js";
import { namesIn } from "./people.js";

/** What each step is called where it is chosen, by where it leads: one step leads to each status. */
export const listingStepLabels: Readonly<Record<ListingStatus, Label>> = {
  ready: { fr: "prête", en: "ready" },
  sent: { fr: "transmise", en: "sent" },
  visible: { fr: "vue dans Kairos", en: "seen in Kairos" },
  open: { fr: "ouverte", en: "open" },
  full: { fr: "complète", en: "full" },
  suspended: { fr: "suspendue", en: "suspended" },
  running: { fr: "démarrée", en: "started" },
  ended: { fr: "terminée", en: "ended" },
  archived: { fr: "archivée", en: "archived" },
  draft: { fr: "à reprendre", en: "to be reworked" },
  cancelled: { fr: "annulée", en: "cancelled" },
};

/** The step that leads to a status. */
export const stepTo: ReadonlyMap<ListingStatus, ListingAction> = new Map(
  (Object.keys(listingWorkflow) as ListingAction[]).map((action) => [listingWorkflow[action].to, action]),
);

/** A session with all that its listing is judged with. */
export async function listingSituationOf(
  { store, today }: Pick<CommandContext<unknown>, "store" | "today">,
  session: Session,
): Promise<ListingSituation> {
  const [provider, course, schedule, otherSessions, names] = await Promise.all([
    store.providers.get(session.siret),
    session.course === undefined ? undefined : store.courses.get(session.course),
    store.schedules.get(session.reference),
    likeSessions(store, session),
    namesIn(store),
  ]);
  const own = schedule === undefined ? [] : bookingsOfSession(session, schedule);
  return { session, today, provider, course, schedule, otherSessions, otherBookings: await beside(store, session, own), names };
}

/** The sessions that may be the same one: those of its dates whose title has its words. */
export function likeSessions(store: Store, { title, startsOn, endsOn }: Session): Promise<readonly Session[]> {
  return store.sessions.list({ search: title, from: startsOn, until: endsOn });
}

/** What other sessions keep of what this one keeps, as far as the person may know. */
async function beside(store: Store, { reference }: Session, own: readonly Booking[]): Promise<readonly Booking[]> {
  const starts = own.map(({ startsAt }) => startsAt).sort();
  const ends = own.map(({ endsAt }) => endsAt).sort();
  const [from, until] = [starts[0], ends.at(-1)];
  if (from === undefined || until === undefined) return [];
  const resources = [...new Set(own.map(({ resource }) => resource))];
  const seen = await store.bookings.between(resources, from, until, { kind: "session", reference });
  return seen.flatMap(({ kind, reference: of, siret, ...when }) =>
    kind === "session" && of !== undefined && siret !== undefined ? [{ ...when, owner: { kind, reference: of, siret } }] : [],
  );
}

/** Where a listing stands, in sentences: what is done, the days, what holds it back, who acts. */
export function standingLines({ where, since, who, next, kind, visibility }: ListingStanding): readonly ReplyLine[] {
  const tone = tones[kind] ?? "plain";
  return [
    since === undefined
      ? { tone, text: where }
      : line(tone, `${where.fr} Dernière étape le ${formatDay(since)}.`, `${where.en} Last step on ${formatDay(since, "en")}.`),
    ...displayLines(visibility),
    { tone: "plain", text: { fr: `${parties[who].fr}${next.fr}`, en: `${parties[who].en}${next.en}` } },
  ];
}

/** The steps that come next, as commands. */
export function nextSteps({ actions }: ListingStanding, { reference, listingReference }: Session): readonly NextStep[] {
  return actions.map((action) => ({
    text: listingActionLabels[action],
    button: listingStepLabels[listingWorkflow[action].to],
    command: `/session visibilite reference:${reference} etape:${listingStepLabels[listingWorkflow[action].to].fr}${action === "see" && listingReference === undefined ? " carif:…" : ""}`,
  }));
}

export function standingTitle(session: Session, today: IsoDate): Label {
  const { reference } = session;
  const { fr, en } = listingLabel(session, today);
  return { fr: `Référencement · ${reference} · ${fr}`, en: `Listing · ${reference} · ${en}` };
}

/** For a session's card: where its listing stands, and until it is seen, when it is expected; nothing before its first step. */
export function listingFields(session: Session, today: IsoDate, provider: Provider | undefined): NonNullable<Reply["fields"]> {
  if ((session.listing?.steps.length ?? 0) === 0) return [];
  const { status, kind, visibility } = listingStanding(session, provider?.settings ?? settingsSchema.parse({}), today, { provider });
  const { display } = visibility;
  const said = (language: Language) => {
    const label = listingStatusLabels[status][language];
    if (kind !== "sent" || display === undefined) return label;
    const [from, by] = [formatDay(display.expectedFrom, language), formatDay(display.expectedBy, language)];
    return language === "fr"
      ? `${label}, attendue dans Kairos entre le ${from} et le ${by}`
      : `${label}, expected in Kairos between ${from} and ${by}`;
  };
  return [{ name: { fr: "Référencement", en: "Listing" }, value: { fr: said("fr"), en: said("en") } }];
}

/** Where a listing stands in a few words; one that was there before anybody followed it is no draft. */
export function listingLabel(session: Session, today: IsoDate): Label {
  const isFollowed = (session.listing?.steps.length ?? 0) > 0 || session.listingReference === undefined;
  return isFollowed ? listingStatusLabels[listingStatusOn(session, today)] : { fr: "non suivie ici", en: "not followed here" };
}

function displayLines({ display, seenOn, leftOut }: ListingStanding["visibility"]): readonly ReplyLine[] {
  if (seenOn !== undefined || leftOut.length > 0) {
    const held = (language: "fr" | "en") => leftOut.map((fault) => exportFaultLabels[fault][language]).join(", ");
    return leftOut.length === 0 || seenOn !== undefined
      ? []
      : [line("warning", `Ce qui la retient : ${held("fr")}.`, `What holds it back: ${held("en")}.`)];
  }
  if (display === undefined) return [];
  const { leavesOn, networkOn, expectedFrom, expectedBy } = display;
  return [
    line(
      "plain",
      `Elle quitte la base régionale dans la nuit qui précède le ${formatDay(leavesOn)}, puis s'affiche dans le réseau national le ${formatDay(networkOn)}.`,
      `It leaves the regional base in the night before ${formatDay(leavesOn, "en")}, then shows in the national network on ${formatDay(networkOn, "en")}.`,
    ),
    line(
      "plain",
      `Elle est attendue dans Kairos entre le ${formatDay(expectedFrom)} et le ${formatDay(expectedBy)}.`,
      `It is expected in Kairos between ${formatDay(expectedFrom, "en")} and ${formatDay(expectedBy, "en")}.`,
    ),
  ];
}

const tones: Readonly<Partial<Record<ListingStanding["kind"], ReplyLine["tone"]>>> = {
  visible: "good",
  open: "good",
  running: "good",
  suspended: "warning",
  late: "warning",
  "left-out": "warning",
  archived: "muted",
  cancelled: "muted",
};

const parties: Readonly<Record<ListingStanding["who"], Label>> = {
  provider: { fr: "À vous d'agir. ", en: "You must act. " },
  "regional-base": { fr: "À voir avec le Carif-Oref. ", en: "To be settled with the Carif-Oref. " },
  agency: { fr: "À voir avec France Travail. ", en: "To be settled with France Travail. " },
  nobody: { fr: "", en: "" },
};
