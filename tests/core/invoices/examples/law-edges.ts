import { checkInvoice, checkPayment, checkSeries, type InvoiceSituation, type Payment, type Problem } from "@kairos/core";
import { aSignIn } from "../../../examples/attendance.js";
import { aProvider, aQuote } from "../../../examples/index.js";
import {
  aCustomer,
  anAgreement,
  anInvoice,
  anInvoiceLine,
  anInvoiceSituation,
  anIssuedInvoice,
  anOrder,
  forkliftSchedule,
} from "../../../examples/invoice.js";
import { ofQuote, proofWith, quoted } from "./billing.js";
import { aCreditSituation, original } from "./issuing.js";

type Changes = Parameters<typeof anInvoice>[0];
const judged = (invoice: Changes, beside: Partial<InvoiceSituation> = {}): readonly Problem[] =>
  checkInvoice(anInvoiceSituation({ invoice: anInvoice(invoice), ...beside }));
const line = anInvoiceLine();
const credits = { number: "FAC-2026-0001", issuedOn: "2026-12-21", reference: "PF-2026-0001", reason: "Feuille rectifiée" };
const bank = { iban: "FR7630006000011234567890189" };
const provider = (changes: Parameters<typeof aProvider>[0]) => ({ provider: aProvider({ bank, ...changes }) });
const settings = (invoices: object) => provider({ settings: { invoices } });
const paid = (amountCents: number): Payment => ({ on: "2027-01-15", amountCents, by: "karim", at: "2027-01-15T10:00:00.000Z" });
const payment = (invoice: Changes, beside: Partial<InvoiceSituation> = {}) =>
  checkPayment(anInvoiceSituation({ invoice: anIssuedInvoice(invoice), ...beside }));
const series = (ranks: readonly number[], days: readonly string[] = []) =>
  checkSeries({
    series: "FAC",
    year: 2026,
    taken: ranks.map((rank, index) => ({ number: `FAC-2026-000${rank}`, rank, issuedOn: days[index] ?? "2026-12-21" })),
  });

/** The same for the law, the channel, the payment and the number of an invoice. */
export const lawEdges: Readonly<Record<string, () => readonly Problem[]>> = {
  // What the law asks.
  "sold by others": () =>
    judged(
      {},
      {
        agreement: anAgreement({ siret: "73282932000074" }),
        order: anOrder({ siret: "73282932000074" }),
        quote: aQuote({ siret: "73282932000074" }),
      },
    ),
  "sold by another establishment of the same": () => judged({ siret: "99900014400025" }),
  "a provider without a street": () => judged({}, provider({ address: { street: "" } })),
  "a provider without a postal code": () => judged({}, provider({ address: { postalCode: "" } })),
  "billed to a customer without a city": () => judged({}, { customer: aCustomer({ address: { city: "" } }) }),
  "billed to a customer without an address": () => judged({}, { customer: aCustomer({ address: undefined }) }),
  "no customer, through Chorus Pro": () => judged({}, { customer: undefined }),
  "no customer, by another door": () => judged({}, { customer: undefined, ...settings({ channels: { afc: "other" } }) }),
  "billed to itself": () => judged({ customerSiret: "99900014400025" }, { customer: undefined }),
  "exempt, then taxed without a rate, no attestation": () =>
    judged(
      { lines: [{ ...line, vatRegime: "small-business" }, line, { ...line, vatRegime: "taxed" }] },
      provider({ vatAttestationOn: undefined }),
    ),
  "taxed, then of a small business": () =>
    judged({
      lines: [
        { ...line, vatRegime: "taxed", vatRate: 2000 },
        { ...line, vatRegime: "small-business" },
      ],
    }),
  "of a small business only": () => judged({ lines: [{ ...line, vatRegime: "small-business" }] }),
  "exempt, then with a rate": () => judged({ lines: [line, { ...line, vatRate: 1 }] }),
  "no activity number, an agreement": () => judged({}, provider({ activityNumber: undefined })),
  "no activity number, no agreement": () => judged(ofQuote, { ...quoted(), ...provider({ activityNumber: undefined }) }),
  "two lines, the second a cent wrong": () => judged({ lines: [line, { ...line, amountCents: 118_999 }] }),
  "the largest total": () => judged({ lines: [{ label: "Tout", unitPriceCents: 1_000_000_000, amountCents: 1_000_000_000 }] }),
  "a total a cent larger": () =>
    judged({
      lines: [
        { label: "Tout", unitPriceCents: 1_000_000_000, amountCents: 1_000_000_000 },
        { label: "Un", unitPriceCents: 1, amountCents: 1 },
      ],
    }),
  "a penalty of the whole": () => judged({ penalty: { amountCents: 119_000, reason: "Retard" } }),
  "a penalty of more than the whole": () => judged({ penalty: { amountCents: 119_001, reason: "Retard" } }),
  "deposits of more than the whole": () =>
    judged({ kind: "balance", deposits: [{ number: "F-1", issuedOn: "2026-12-01", amountCents: 119_001 }] }),

  // Credit notes.
  "a sound credit note": () => checkInvoice(aCreditSituation()),
  "a credit note that cites nothing": () => checkInvoice(aCreditSituation({ credits: undefined })),
  "a credit note of no invoice": () => checkInvoice(aCreditSituation({}, { original: undefined })),
  "a credit note of a draft": () => checkInvoice(aCreditSituation({}, { original: anInvoice() })),
  "a credit note of another number": () => checkInvoice(aCreditSituation({ credits: { ...credits, number: "FAC-2026-0002" } })),
  "a credit note of another day": () => checkInvoice(aCreditSituation({ credits: { ...credits, issuedOn: "2026-12-20" } })),
  "a credit note a cent too much, by its line": () =>
    checkInvoice(aCreditSituation({ lines: [{ label: "Tout", creditedLine: 1, unitPriceCents: 119_001, amountCents: 119_001 }] })),
  "a credit note a cent too much, by no line": () =>
    checkInvoice(aCreditSituation({ lines: [{ label: "Tout", unitPriceCents: 119_001, amountCents: 119_001 }] })),
  "a credit note after another": () => {
    const before = anIssuedInvoice({ ...aCreditSituation().invoice, reference: "PF-2026-0003" });
    return checkInvoice(aCreditSituation({}, { others: [original, before] }));
  },

  // Its channel.
  "no service code, where one is asked": () => judged({}, settings({ serviceCodeRequired: true })),
  "no service code of a customer nobody knows": () => judged({}, { customer: undefined, ...settings({ serviceCodeRequired: true }) }),
  "a service code of its own": () => judged({ serviceCode: "S1" }, settings({ serviceCodeRequired: true })),
  "a service code of its customer": () =>
    judged({}, { customer: aCustomer({ serviceCode: "S1" }), ...settings({ serviceCodeRequired: true }) }),
  "no service code by another door": () => judged({}, settings({ serviceCodeRequired: true, channels: { afc: "other" } })),
  "no engagement, where none is asked": () => judged(ofQuote, { ...quoted(), ...settings({ engagementRequired: false }) }),
  "no engagement, where one is asked": () => judged(ofQuote, { ...quoted(), ...settings({ engagementRequired: true }) }),
  "a company through Chorus Pro": () => judged({}, { customer: aCustomer({ isPublic: false }) }),
  "a company by another door": () => judged({}, { customer: aCustomer({ isPublic: false }), ...settings({ channels: { afc: "other" } }) }),
  "issued, its month open": () => checkInvoice(anInvoiceSituation({ invoice: anIssuedInvoice(), ...proofWith({ months: [] }) })),
  "issued, its sheets lost": () =>
    checkInvoice(
      anInvoiceSituation({
        invoice: anIssuedInvoice(),
        ...proofWith({ signIns: forkliftSchedule.halfDays.map((one) => aSignIn("T-0007", one, { method: "sheet" })) }),
      }),
    ),
  "no bank": () => judged({}, { provider: aProvider() }),
  "no bank, for a credit note": () => judged({ kind: "credit-note" }, { provider: aProvider() }),
  "no bank, nothing to pay": () => judged({ penalty: { amountCents: 119_000, reason: "Retard" } }, { provider: aProvider() }),

  // Its payment and its number.
  "unpaid on the last day": () => payment({}, { today: "2027-01-20" }),
  "unpaid the day after": () => payment({}, { today: "2027-01-21" }),
  "unpaid the day after, by nobody known": () => payment({}, { today: "2027-01-21", customer: undefined }),
  "unpaid the day after, by a company": () => payment({}, { today: "2027-01-21", customer: aCustomer({ isPublic: false }) }),
  "unpaid, a draft": () => checkPayment(anInvoiceSituation({ today: "2027-01-21" })),
  "unpaid, a credit note": () => payment({ kind: "credit-note" }, { today: "2027-01-21" }),
  "paid to the cent": () => payment({ payments: [paid(119_000)] }, { today: "2027-01-21" }),
  "paid a cent too much": () => payment({ payments: [paid(119_001)] }, { today: "2027-01-21" }),
  "paid a cent too much, a draft": () => checkPayment(anInvoiceSituation({ invoice: anInvoice({ payments: [paid(119_001)] }) })),
  "paid a cent too much, a credit note": () => payment({ kind: "credit-note", payments: [paid(119_001)] }),
  "numbers from one on": () => series([1, 2, 3]),
  "no number": () => series([]),
  "the first number missing": () => series([2]),
  "two numbers missing, twice": () => series([1, 4, 7]),
  "a number given three times": () => series([1, 1, 1, 2]),
  "a day before the one before": () => series([1, 2, 3], ["2026-12-20", "2026-12-19", "2026-12-19"]),
  "none elsewhere, one gone, one as it was": () =>
    checkSeries({
      ...{ series: "FAC", year: 2026, taken: [], elsewhere: [] },
      sealed: [
        { sealed: original, kept: undefined },
        { sealed: original, kept: { ...original, status: "paid", payments: [paid(1)] } },
        { sealed: original, kept: { ...original, notes: "?", title: "Autre" } },
      ],
    }),
};
