import * as z from "zod/mini";
import type { IsoDate } from "../shared/calendar.js";
import { siretSchema } from "../shared/identifiers.js";
import type { Label } from "../shared/language.js";
import { instantSchema, isoDateSchema, line, record } from "../shared/schemas.js";

/** Where a request for membership stands, as it was recorded. */
export const membershipStatuses = [
  "prepared",
  "sent",
  "approved",
  "identifiers-received",
  "portal-opened",
  "rights-granted",
  "active",
  "refused",
  "suspended",
] as const;
export type MembershipStatus = (typeof membershipStatuses)[number];

/** What a person is told: a status, or what the agreement's end makes of it today; `not-started` before any record. */
export type MembershipState = MembershipStatus | "not-started" | "expiring" | "expired";

export const membershipStateLabels: Readonly<Record<MembershipState, Label>> = {
  "not-started": { fr: "pas commencée", en: "not started" },
  prepared: { fr: "demande préparée", en: "request prepared" },
  sent: { fr: "demande envoyée", en: "request sent" },
  approved: { fr: "acceptée", en: "approved" },
  "identifiers-received": { fr: "identifiants reçus", en: "identifiers received" },
  "portal-opened": { fr: "portail ouvert", en: "portal opened" },
  "rights-granted": { fr: "droits donnés dans GID", en: "rights granted in GID" },
  active: { fr: "active", en: "active" },
  refused: { fr: "refusée", en: "refused" },
  suspended: { fr: "suspendue", en: "suspended" },
  expiring: { fr: "bientôt échue", en: "expiring" },
  expired: { fr: "échue", en: "expired" },
};

/** Papers of which only the day is kept: neither their content, nor an identifier, nor a password. */
export const membershipDocuments = ["request", "approval", "identifier-letter", "password-letter", "renewal-request"] as const;
export type MembershipDocument = (typeof membershipDocuments)[number];

/** The two that come by post once a request is approved, in any order. */
export const membershipLetters = ["identifier-letter", "password-letter"] as const;
export type MembershipLetter = (typeof membershipLetters)[number];

export const membershipDocumentLabels: Readonly<Record<MembershipDocument, Label>> = {
  request: { fr: "demande d'adhésion", en: "membership request" },
  approval: { fr: "accord de France Travail", en: "approval by France Travail" },
  "identifier-letter": { fr: "courrier de l'identifiant", en: "identifier letter" },
  "password-letter": { fr: "courrier du mot de passe", en: "password letter" },
  "renewal-request": { fr: "demande de renouvellement", en: "renewal request" },
};

export const membershipActions = [
  "prepare",
  "send",
  "approve",
  "refuse",
  "receive",
  "open",
  "grant",
  "activate",
  "suspend",
  "resume",
  "request-renewal",
  "renew",
  "declare",
] as const;
export type MembershipAction = (typeof membershipActions)[number];

const personSchema = line(80).check(z.minLength(1));
const day = z.optional(isoDateSchema);

/** The path of one establishment to the portal, and what was recorded on the way. */
export const membershipSchema = record({
  siret: siretSchema,
  status: z.enum(membershipStatuses),
  /** The RGC named to France Travail: one for each SIRET. */
  manager: z.optional(personSchema),
  deputy: z.optional(personSchema),
  documents: z.prefault(
    record({ request: day, approval: day, "identifier-letter": day, "password-letter": day, "renewal-request": day }),
    {},
  ),
  steps: z
    .array(
      record({
        action: z.enum(membershipActions),
        /** The day it happened outside. */
        on: isoDateSchema,
        by: personSchema,
        at: instantSchema,
        reason: z.optional(line(300)),
      }),
    )
    .check(z.maxLength(1000)),
});
export type Membership = z.output<typeof membershipSchema>;
export type MembershipInput = z.input<typeof membershipSchema>;

/** The steps of the request under way: what came before a new request belongs to the one that was refused. */
export function stepsUnderWay(membership: Membership | undefined): Membership["steps"] {
  const steps = membership?.steps ?? [];
  const start = steps.map(({ action }) => action === "prepare" || action === "declare").lastIndexOf(true);
  return steps.slice(Math.max(start, 0));
}

/** The latest day of some steps: two letters may be recorded in any order. */
export function lastDayOf(steps: Membership["steps"]): IsoDate | undefined {
  return steps.reduce<IsoDate | undefined>((last, { on }) => (last === undefined || on > last ? on : last), undefined);
}
