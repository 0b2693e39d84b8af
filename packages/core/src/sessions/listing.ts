import * as z from "zod/mini";
import type { IsoDate } from "../shared/calendar.js";
import type { Label } from "../shared/language.js";
import { instantSchema, isoDateSchema, line, record } from "../shared/schemas.js";

/** Where a session's listing (*référencement*) stands, from the first draft to the archive. */
export const listingStatuses = [
  "draft",
  "ready",
  "sent",
  "visible",
  "open",
  "full",
  "suspended",
  "running",
  "ended",
  "archived",
  "cancelled",
] as const;
export type ListingStatus = (typeof listingStatuses)[number];

export const listingStatusLabels: Readonly<Record<ListingStatus, Label>> = {
  draft: { fr: "brouillon", en: "draft" },
  ready: { fr: "prête à référencer", en: "ready to list" },
  sent: { fr: "transmise à la base régionale", en: "sent to the regional base" },
  visible: { fr: "visible dans Kairos", en: "visible in Kairos" },
  open: { fr: "ouverte aux inscriptions", en: "open for enrolment" },
  full: { fr: "complète", en: "full" },
  suspended: { fr: "suspendue", en: "suspended" },
  running: { fr: "en cours", en: "running" },
  ended: { fr: "terminée", en: "ended" },
  archived: { fr: "archivée", en: "archived" },
  cancelled: { fr: "annulée", en: "cancelled" },
};

/** One thing done to a listing. */
export const listingActions = [
  "complete",
  "send",
  "see",
  "open",
  "fill",
  "suspend",
  "start",
  "end",
  "archive",
  "rework",
  "cancel",
] as const;
export type ListingAction = (typeof listingActions)[number];

export const listingSchema = record({
  status: z.enum(listingStatuses),
  /** What was done, in order: which day it happened, and when and by whom it was written down. */
  steps: z.array(record({ action: z.enum(listingActions), on: isoDateSchema, by: line(80), at: instantSchema })).check(z.maxLength(200)),
});
export type Listing = z.output<typeof listingSchema>;

/** The last sending, and what was seen after it: a reworked entry goes the whole way again. */
export function lastJourney(listing: Listing | undefined): { readonly sentOn?: IsoDate; readonly seenOn?: IsoDate } {
  let journey: { sentOn?: IsoDate; seenOn?: IsoDate } = {};
  for (const { action, on } of listing?.steps ?? []) {
    if (action === "rework") journey = {};
    if (action === "send") journey = { sentOn: on };
    if (action === "see") journey = { ...journey, seenOn: on };
  }
  return journey;
}
