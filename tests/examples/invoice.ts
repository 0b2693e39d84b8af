import {
  type AttendanceMonth,
  type Customer,
  type CustomerInput,
  customerSchema,
  type Invoice,
  type InvoiceInput,
  type InvoiceLine,
  type InvoiceLineInput,
  type InvoiceSituation,
  invoiceLineSchema,
  invoiceSchema,
  type PurchaseOrder,
  type PurchaseOrderInput,
  plannedHalfDays,
  purchaseOrderSchema,
  type TrainingAgreement,
  type TrainingAgreementInput,
  trainingAgreementSchema,
} from "@kairos/core";
import { allPresent, anEnrolment, aSignIn } from "./attendance.js";
import { merge, type Overrides } from "./merge.js";
import { aProvider } from "./provider.js";
import { aSchedule } from "./schedule.js";
import { aSession, aTrainee } from "./session.js";

const entered = { enteredBy: "lea", enteredAt: "2026-11-02T09:00:00.000Z" };

/** France Travail's head office, at an address that exists nowhere. */
export function aCustomer(overrides: Overrides<CustomerInput> = {}): Customer {
  return customerSchema.parse(
    merge(
      {
        siret: "99900014400017",
        customerSiret: "13000548100010",
        name: "France Travail",
        address: { street: "1 place des Exemples", postalCode: "75020", city: "Paris" },
      },
      overrides,
    ),
  );
}

/** A market for forklift drivers, 17 € an hour of each trainee. */
export function anAgreement(overrides: Overrides<TrainingAgreementInput> = {}): TrainingAgreement {
  return trainingAgreementSchema.parse(
    merge(
      {
        reference: "CONV-2026-0001",
        siret: "99900014400017",
        customerSiret: "13000548100010",
        title: "Cariste CACES R489",
        market: "2026-AFC-0417",
        lot: "3",
        signedOn: "2026-10-15",
        startsOn: "2026-11-01",
        endsOn: "2027-10-31",
        basis: "trainee-hour",
        unitPriceCents: 1700,
        ...entered,
      },
      overrides,
    ),
  );
}

/** One trainee for the seventy hours of the session. */
export function anOrder(overrides: Overrides<PurchaseOrderInput> = {}): PurchaseOrder {
  return purchaseOrderSchema.parse(
    merge(
      {
        reference: "BC-2026-118",
        siret: "99900014400017",
        agreement: "CONV-2026-0001",
        sessionReference: "SE-2026-014",
        engagement: "4500012345",
        orderedOn: "2026-11-05",
        minutes: 4200,
        trainees: 1,
        ...entered,
      },
      overrides,
    ),
  );
}

/** Ten days of the forklift session, all attended, for one trainee. */
export function anInvoiceLine(overrides: Overrides<InvoiceLineInput> = {}): InvoiceLine {
  const halfDays = forkliftSchedule.halfDays.map(({ day, half }) => ({ day, half, minutes: 210 }));
  return invoiceLineSchema.parse(
    merge(
      {
        label: "Cariste CACES R489",
        traineeId: "T-0007",
        unit: "hour",
        quantity: 4200,
        unitPriceCents: 1700,
        amountCents: 119_000,
        startsOn: "2026-12-07",
        endsOn: "2026-12-18",
        halfDays,
      },
      overrides,
    ),
  );
}

export const forkliftSchedule = aSchedule(aSession());

export function anInvoice(overrides: Overrides<InvoiceInput> = {}): Invoice {
  return invoiceSchema.parse(
    merge(
      {
        reference: "PF-2026-0001",
        siret: "99900014400017",
        scheme: "afc",
        customerSiret: "13000548100010",
        agreement: "CONV-2026-0001",
        order: "BC-2026-118",
        sessionReference: "SE-2026-014",
        title: "Cariste CACES R489",
        startsOn: "2026-12-07",
        endsOn: "2026-12-18",
        lines: [anInvoiceLine()],
        preparedBy: ["lea"],
        preparedAt: "2026-12-21T09:00:00.000Z",
      },
      overrides,
    ),
  );
}

/** The same, with its number since the 21st of December. */
export function anIssuedInvoice(overrides: Overrides<InvoiceInput> = {}): Invoice {
  const issue = {
    number: "FAC-2026-0001",
    issuedOn: "2026-12-21",
    series: "FAC",
    year: 2026,
    rank: 1,
    dueOn: "2027-01-20",
    by: "karim",
    at: "2026-12-21T10:00:00.000Z",
  };
  return anInvoice({ status: "issued", issue, ...overrides });
}

const december: AttendanceMonth = {
  sessionReference: "SE-2026-014",
  siret: aProvider().siret,
  month: "2026-12",
  status: "closed",
  closings: [
    { at: "2026-12-18T17:00:00.000Z", by: "lea", plannedMinutes: 4200, attendedMinutes: 4200, trainees: 1, digest: "0".repeat(64) },
  ],
};

/** A sound invoice with all it is compared with: agreement, order, a month closed with everybody present. */
export function anInvoiceSituation(overrides: Partial<InvoiceSituation> = {}): InvoiceSituation {
  const roster = [anEnrolment()];
  return {
    invoice: anInvoice(),
    provider: aProvider({ bank: { iban: "FR7630006000011234567890189", bic: "AGRIFRPP" } }),
    today: "2026-12-21",
    customer: aCustomer(),
    agreement: anAgreement(),
    order: anOrder(),
    session: aSession(),
    trainees: new Map([["T-0007", aTrainee()]]),
    proof: {
      roster,
      planned: plannedHalfDays(forkliftSchedule, roster),
      records: allPresent(roster, forkliftSchedule),
      signIns: forkliftSchedule.halfDays.map((halfDay) => aSignIn("T-0007", halfDay)),
      months: [december],
      billed: [],
    },
    others: [],
    ...overrides,
  };
}
