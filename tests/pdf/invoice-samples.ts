import { type InvoiceDocument, type InvoiceInput, type InvoiceLineInput, type Provider, prepareInvoiceDocument } from "@kairos/core";
import {
  aCustomer,
  anAgreement,
  anInvoice,
  anInvoiceLine,
  anIssuedInvoice,
  anOrder,
  aProvider,
  aSession,
  aTrainee,
  type Overrides,
} from "../examples/index.js";

const bank = { iban: "FR7630006000011234567890189", bic: "AGRIFRPP", holder: "Horizon Formation Métropole" };

/** As core prepares it, issued unless it is a draft. */
export function anInvoiceDocument(
  changes: Overrides<InvoiceInput> & { readonly isDraft?: boolean } = {},
  provider: Overrides<Provider> = {},
): InvoiceDocument {
  const { isDraft = false, ...overrides } = changes;
  return prepareInvoiceDocument({
    invoice: (isDraft ? anInvoice : anIssuedInvoice)(overrides),
    provider: aProvider({ bank, ...provider } as Parameters<typeof aProvider>[0]),
    customer: aCustomer({ serviceCode: "AFC-ARA" }),
    agreement: anAgreement(),
    order: anOrder(),
    session: aSession(),
    trainees: new Map([["T-0007", aTrainee()]]),
    today: "2026-12-21",
  });
}

/** So many lines, each worth a little more than the one before. */
export function manyInvoiceLines(count: number, changes: Overrides<InvoiceLineInput> = {}) {
  return Array.from({ length: count }, (_, index) =>
    anInvoiceLine({ label: `Module-${index + 1}. Cariste CACES R489`, amountCents: 100_000 + index, halfDays: [], ...changes }),
  );
}

export const aDeposit = () =>
  anInvoiceDocument({
    kind: "deposit",
    lines: [
      anInvoiceLine({
        label: "Acompte de 30 % sur la commande BC-2026-118",
        traineeId: undefined,
        unit: "flat",
        quantity: 1,
        unitPriceCents: 35_700,
        amountCents: 35_700,
        halfDays: [],
      }),
    ],
  });

export const aBalance = () =>
  anInvoiceDocument({
    kind: "balance",
    deposits: [{ number: "FAC-2026-0001", issuedOn: "2026-11-20", amountCents: 35_700 }],
    penalty: { amountCents: 5_000, reason: "retard de remise des attestations" },
    issue: {
      number: "FAC-2026-0002",
      issuedOn: "2026-12-21",
      series: "FAC",
      year: 2026,
      rank: 2,
      dueOn: "2027-01-20",
      by: "karim",
      at: "2026-12-21T10:00:00.000Z",
    },
  });

export const aCreditNote = () =>
  anInvoiceDocument({
    kind: "credit-note",
    credits: { number: "FAC-2026-0001", issuedOn: "2026-12-21", reference: "PF-2026-0001", reason: "deux demi-journées facturées à tort" },
    issue: {
      number: "AV-2026-0001",
      issuedOn: "2026-12-23",
      series: "AV",
      year: 2026,
      rank: 1,
      dueOn: "2026-12-23",
      by: "karim",
      at: "2026-12-23T10:00:00.000Z",
    },
    lines: [anInvoiceLine({ quantity: 420, amountCents: 11_900, halfDays: [] })],
  });

/** Exempt training and a taxed service. */
export const aTaxedMix = () =>
  anInvoiceDocument(
    {
      scheme: "aif",
      lines: [
        anInvoiceLine(),
        anInvoiceLine({
          label: "Location d'un chariot élévateur",
          description: "Deux journées, carburant compris",
          traineeId: undefined,
          unit: "day",
          quantity: 2,
          unitPriceCents: 15_000,
          amountCents: 30_000,
          vatRegime: "taxed",
          vatRate: 2000,
          startsOn: "2026-12-14",
          endsOn: "2026-12-15",
          halfDays: [],
        }),
        anInvoiceLine({
          label: "Manuel du cariste",
          traineeId: undefined,
          unit: "flat",
          quantity: 3,
          unitPriceCents: 1_250,
          amountCents: 3_750,
          vatRegime: "taxed",
          vatRate: 550,
          halfDays: [],
        }),
      ],
    },
    { vatNumber: "FR83356000000" },
  );

const hostile = 'A & B <École> "du" \ud800\u0001\u202e Rhône 🚀 👩‍👩‍👧 محمد 漢字';

/** Everything that people type, as no schema of ours lets it through. */
export function aHostileInvoice(text = `${hostile} ${"x".repeat(200)}`): InvoiceDocument {
  const document = anInvoiceDocument({ notes: "notes" });
  return {
    ...document,
    schemeLabel: text,
    provider: { ...document.provider, name: text, contact: { name: text, email: text, phone: text }, activityMention: text },
    customer: { ...document.customer, name: text, serviceCode: text },
    references: { contract: text, order: text, engagement: text, quote: text },
    training: { ...document.training, title: text, sessionReference: text },
    lines: document.lines.map((line) => ({ ...line, label: text, description: text, trainee: { id: text, name: text } })),
    penalty: { amountCents: 1, reason: text },
    credits: { number: text, issuedOn: "2026-12-01", reason: text },
    deposits: [{ number: text, issuedOn: "2026-12-01", amountCents: 1 }],
    mentions: { exemptions: [text], operation: text, latePenalty: text, indemnity: text, discount: text },
    notes: text,
  };
}
