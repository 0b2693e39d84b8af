import { type Claim, traineeSlotKey } from "../../attendance/index.js";
import type { Instant } from "../../shared/calendar.js";
import type { IssuedInvoice } from "../invoice.js";

/**
 * What an issued invoice says of half-days: one claim each, under its number. A half-day that two lines share (a quote's hours and
 * its flat price) was followed once: the most minutes stand.
 */
export function billedClaims({ siret, sessionReference, issue, lines }: IssuedInvoice, at: Instant): readonly Claim[] {
  const claims = new Map<string, Claim>();
  for (const { traineeId, halfDays } of lines) {
    if (traineeId === undefined) continue;
    for (const { day, half, minutes } of halfDays) {
      const key = traineeSlotKey({ traineeId, day, half });
      const before = claims.get(key);
      if (before !== undefined && before.minutes >= minutes) continue;
      claims.set(key, { kind: "billed", sessionReference, siret, traineeId, day, half, minutes, reference: issue.number, at });
    }
  }
  return [...claims.values()];
}
