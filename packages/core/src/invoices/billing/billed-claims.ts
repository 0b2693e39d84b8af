import type { Claim } from "../../attendance/index.js";
import type { Instant } from "../../shared/calendar.js";
import type { IssuedInvoice } from "../invoice.js";
import { billedSlots } from "./standing.js";

/** What an issued invoice says of half-days: one claim for each, under its number. */
export function billedClaims({ siret, sessionReference, issue, lines }: IssuedInvoice, at: Instant): readonly Claim[] {
  return [...billedSlots({ lines }).values()].map(({ traineeId, halfDay: { day, half, minutes } }) => ({
    kind: "billed",
    sessionReference,
    siret,
    traineeId,
    day,
    half,
    minutes,
    reference: issue.number,
    at,
  }));
}
