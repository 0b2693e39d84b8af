import {
  addDays,
  advanceListing,
  bookingsOfSession,
  checkListing,
  type Listing,
  type ListingAction,
  type ListingSituation,
  listingActionsOn,
  type Provider,
  type Schedule,
  type Session,
  siretSchema,
} from "@kairos/core";
import { aListing, listedAs } from "../../core/sessions/listing-examples.js";
import type { Random } from "../../trust/random.js";
import { problemsOf } from "../problems.js";
import { type Dossier, faultsIn } from "../seeded.js";
import { trainingOf } from "../training.js";
import type { FaultsOf } from "./index.js";

/** The session of a dossier, open for enrolment, in a region that writes its numbers in one way; nothing once it is over. */
function listedOf(dossier: Dossier): Listed | undefined {
  const training = trainingOf(dossier);
  if (training === undefined || training.session.endsOn < training.today) return undefined;
  const { provider, course, schedule, today } = training;
  const session: Session = { ...training.session, listing: listedAs("open") };
  const sessions = { ...provider.settings.sessions, listingReferencePattern: "^\\d{2}_SE\\d{8}$" };
  const region = { ...provider, settings: { ...provider.settings, sessions } };
  return { session, today, provider: region, course, schedule, otherSessions: [], otherBookings: [] };
}

interface Listed extends ListingSituation {
  readonly provider: Provider;
  readonly schedule: Schedule;
}

const inListing = faultsIn<Listed>(listedOf, checkListing);

/** A mistake in the entry of the session. */
const inEntry = (change: (session: Session, random: Random) => Session | undefined) =>
  inListing((listed, random) => {
    const session = change(listed.session, random);
    return session && { ...listed, session };
  });

/** The next step of a listing, recorded as it happened. */
const inStep = faultsIn(
  (dossier) => {
    const listed = listedOf(dossier);
    return listed && { ...listed, action: "suspend" as ListingAction, on: listed.today };
  },
  ({ session, today, action, on, ...beside }) =>
    problemsOf(advanceListing(session, action, { by: "karim", at: `${today}T09:00:00Z`, on }, today, beside)),
);

export const listingFaults: FaultsOf<"listing"> = {
  "session.field-missing": inListing((listed, random) => {
    const field = random.pick(["place", "hours", "course", "objectives", "expectedResults", "programme"] as const);
    if (field === "course") return { ...listed, course: undefined };
    if (field === "place") return { ...listed, session: { ...listed.session, modality: "on-site", place: undefined } };
    const hours = { centreMinutes: 0, companyMinutes: 0, distanceMinutes: 0 };
    if (field === "hours") return { ...listed, session: { ...listed.session, hours } };
    return listed.course && { ...listed, course: { ...listed.course, [field]: random.chance(0.5) ? "" : undefined } };
  }),
  "session.reference-missing": inEntry(({ listingReference: _left, ...session }, random) => ({
    ...session,
    listing: listedAs(random.pick(["visible", "open", "full", "suspended"])),
  })),
  "session.reference-pattern": inEntry((session, random) => {
    const { listingReference = "" } = session;
    const at = 3 + random.int(listingReference.length - 3);
    const miscopied = [
      listingReference.slice(0, at) + listingReference.slice(at + 1),
      listingReference.slice(0, at) + listingReference.slice(at - 1),
      listingReference.replace("_", "-"),
      listingReference.replace("0", "O"),
    ];
    return { ...session, listingReference: random.pick(miscopied) };
  }),
  "session.duplicate": inListing((listed, random) => {
    const { session } = listed;
    const reference = `SE-2026-${100 + random.int(800)}`;
    const { listingReference: _left, ...unnumbered } = session;
    const twin = random.pick<Session>([
      { ...unnumbered, reference, title: session.title.toUpperCase() },
      { ...session, reference },
      { ...session, reference, title: "Autre intitulé", startsOn: addDays(session.startsOn, 30), endsOn: addDays(session.endsOn, 30) },
    ]);
    return { ...listed, otherSessions: [twin] };
  }),
  "session.overlap": inListing((listed, random) => {
    const { session, schedule } = listed;
    const halfDay = random.pick(schedule.halfDays);
    const reference = `SE-2026-${100 + random.int(800)}`;
    const isSameRoom = halfDay.at === "centre" && random.chance(0.5);
    const place = isSameRoom ? { trainers: ["lea"], room: session.room } : { trainers: ["omar"], room: "Atelier" };
    const other: Session = { ...session, reference, ...place };
    const otherBookings = bookingsOfSession(other, { ...schedule, sessionReference: reference, halfDays: [halfDay] });
    return { ...listed, otherBookings };
  }),
  "session.not-yet-visible": inListing((listed, random) => {
    const { displayDelayDays } = listed.provider.settings.sessions;
    const sentOn = addDays(listed.today, -random.int(displayDelayDays));
    return { ...listed, session: { ...listed.session, listing: listedAs("sent", sentOn) } };
  }),
  "session.ended-too-long": inListing((listed, random) => ({
    ...listed,
    today: addDays(listed.session.endsOn, 31 + random.int(300)),
  })),
  "session.not-exported-initial-training": inListing((listed, random) => {
    const { session, course } = listed;
    return random.pick<Listed>([
      { ...listed, session: { ...session, initialTraining: true } },
      { ...listed, session: { ...session, category: "apprenticeship" } },
      { ...listed, course: course && { ...course, initialTraining: true } },
    ]);
  }),
  "session.not-exported-siret": inEntry((session, random) => ({
    ...session,
    siret: random.chance(0.5) ? siretSchema.parse("73282932000074") : (`${session.siret.slice(0, 13)}${random.int(7)}` as Session["siret"]),
  })),
  "session.listing-step-illegal": inStep((step, random) => {
    const possible = listingActionsOn(step.session, step.on);
    const actions = (["complete", "send", "see", "end", "archive", "open"] as const).filter((action) => !possible.includes(action));
    return { ...step, action: random.pick(actions) };
  }),
  "session.listing-step-too-early": inStep((step, random) => {
    const lastOn = lastStepOn(step.session.listing);
    return { ...step, on: addDays(lastOn, -1 - random.int(60)) };
  }),
  "session.listing-before-start": inStep((step, random) => {
    const { session, today } = step;
    if (today >= session.startsOn) return undefined;
    const listing = random.pick([listedAs("visible"), listedAs("open"), aListing("full", ["send", "2026-11-02"], ["see", "2026-11-03"])]);
    return { ...step, session: { ...session, listing }, action: "start", on: addDays(today, -random.int(7)) };
  }),
};

function lastStepOn(listing: Listing | undefined): string {
  return listing?.steps.at(-1)?.on ?? "2026-11-02";
}
