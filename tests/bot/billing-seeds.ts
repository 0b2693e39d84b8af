import { type Invoice, type InvoiceInput, plannedHalfDays, type Schedule } from "@kairos/core";
import type { Store } from "../../packages/bot/src/store/store.js";
import { aClosedMonth } from "../core/attendance/certificate-examples.js";
import { aFact, anEnrolment, aSignIn } from "../examples/attendance.js";
import { aCustomer, anAgreement, anInvoice, anInvoiceLine, anOrder, aProvider, aSchedule, aSession, aTrainee } from "../examples/index.js";

/** The evening when the session is over and its month closed. */
export const afterwards = "2026-12-21T09:00:00.000Z";

/** An order for one trainee: everything that lets it be billed, whole or day by day. */
export interface Billable {
  readonly session: string;
  readonly order: string;
  readonly trainee: string;
}

export const forklift: Billable = { session: "SE-2026-014", order: "BC-2026-118", trainee: "T-0001" };

/** The agreement and its customer; the provider's bank. */
export async function keepAgreement(store: Store): Promise<void> {
  const provider = (await store.providers.get(aProvider().siret)) ?? aProvider();
  const { bank } = aProvider({ bank: { iban: "FR7630006000011234567890189" } });
  await store.providers.save({ ...provider, bank });
  await store.customers.save(aCustomer());
  await store.trainingAgreements.save(anAgreement());
}

/** A session attended in whole by one trainee, signed and closed, with its order. */
export async function keepBillable(store: Store, { session: reference, order, trainee }: Billable): Promise<Schedule> {
  const session = aSession({ reference, listingReference: undefined });
  const schedule = aSchedule(session);
  const beside = { sessionReference: reference };
  const roster = [anEnrolment({ ...beside, traineeId: trainee })];
  await store.sessions.save(session);
  await store.schedules.save(schedule, session);
  await store.trainees.save(aTrainee({ id: trainee }));
  for (const one of roster) await store.enrolments.save(one);
  const { halfDays } = schedule;
  await store.attendance.saveMany(
    halfDays.map((one) => aFact(trainee, one, beside)),
    { by: "lea", at: afterwards },
  );
  await store.signIns.addMany(halfDays.map((one) => aSignIn(trainee, one, beside)));
  const [plannedMinutes, at] = [plannedHalfDays(schedule, roster).reduce((sum, { minutes }) => sum + minutes, 0), afterwards];
  const closing = { at, by: "lea", plannedMinutes, attendedMinutes: plannedMinutes, trainees: 1, digest: "0".repeat(64) };
  await store.months.save(aClosedMonth({ ...beside, closings: [closing] }));
  await store.purchaseOrders.save(anOrder({ reference: order, ...beside, engagement: "4500012345" }));
  return schedule;
}

/** A draft that bills the days of a session from one rank to another, seven hours each. */
export function aDraft(
  reference: string,
  { session, order, trainee }: Billable,
  schedule: Schedule,
  [from, until]: readonly [number, number] = [0, 10],
  overrides: Partial<InvoiceInput> = {},
): Invoice {
  const halfDays = schedule.halfDays.slice(2 * from, 2 * until).map(({ day, half }) => ({ day, half, minutes: 210 }));
  const [startsOn = "", endsOn = ""] = [halfDays[0]?.day, halfDays.at(-1)?.day];
  const quantity = 210 * halfDays.length;
  const line = anInvoiceLine({ traineeId: trainee, quantity, amountCents: (quantity * 1700) / 60, startsOn, endsOn, halfDays });
  return anInvoice({ reference, sessionReference: session, order, startsOn, endsOn, lines: [line], ...overrides });
}
