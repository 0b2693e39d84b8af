import { type BillingOrigin, type Invoice, type Preparation, prepareInvoice } from "@kairos/core";
import { describe, expect, it } from "vitest";
import { describe as describeHalfDays } from "../../../packages/core/src/invoices/billing/prepare-afc.js";
import { aFact } from "../../examples/attendance.js";
import { aQuote, aSession } from "../../examples/index.js";
import { anAgreement, anInvoiceLine, anInvoiceSituation, anIssuedInvoice, anOrder, forkliftSchedule } from "../../examples/invoice.js";

const { proof } = anInvoiceSituation();
const ofOrder = (agreement: Parameters<typeof anAgreement>[0] = {}, order: Parameters<typeof anOrder>[0] = {}): BillingOrigin => ({
  order: anOrder(order),
  agreement: anAgreement(agreement),
});
const ofQuote = (overrides: Parameters<typeof aQuote>[0] = {}): BillingOrigin => ({
  quote: aQuote({ status: "accepted", ...overrides }),
  customerSiret: anAgreement().customerSiret,
});
const prepare = (from: BillingOrigin, beside: Partial<Preparation> = {}) =>
  prepareInvoice({ kind: "invoice", from, session: aSession(), proof, others: [], today: "2026-12-21", ...beside });

function content(from: BillingOrigin, beside: Partial<Preparation> = {}) {
  const result = prepare(from, beside);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return {
    ...result.value.content,
    lines: result.value.content.lines.map((line) =>
      line.description === undefined ? line : { ...line, description: plain(line.description) },
    ),
  };
}
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const worked = forkliftSchedule.halfDays.map(({ day, half }) => ({ day, half, minutes: 210, basis: "attended" as const }));
const deposit = (rank: number, amountCents: number, day = "2026-12-21"): Invoice => {
  const invoice = anIssuedInvoice({
    kind: "deposit",
    reference: `PF-2026-000${rank}`,
    lines: [anInvoiceLine({ unit: "flat", quantity: 1, unitPriceCents: amountCents, amountCents, halfDays: [] })],
  });
  const issue = { ...(invoice.issue as NonNullable<Invoice["issue"]>), number: `FAC-2026-000${rank}`, rank, issuedOn: day };
  return { ...invoice, issue };
};

describe("what is prepared from an order", () => {
  const expected = {
    siret: "99900014400017",
    kind: "invoice",
    scheme: "afc",
    customerSiret: "13000548100010",
    agreement: "CONV-2026-0001",
    order: "BC-2026-118",
    quote: undefined,
    title: "Cariste CACES R489",
    sessionReference: "SE-2026-014",
    startsOn: "2026-12-07",
    endsOn: "2026-12-18",
    lines: [
      {
        label: "Cariste CACES R489",
        description: "70 h suivies",
        traineeId: "T-0007",
        unit: "hour",
        quantity: 4200,
        unitPriceCents: 1700,
        amountCents: 119_000,
        vatRegime: "exempt-training",
        vatRate: 0,
        startsOn: "2026-12-07",
        endsOn: "2026-12-18",
        halfDays: worked,
      },
    ],
    deposits: [],
  };

  it("is all that an invoice says, and nothing that was not told", () => {
    expect(content(ofOrder())).toStrictEqual(expected);
  });

  it("carries the penalty, what was paid beforehand, the engagement and the service code, each when told", () => {
    const penalty = { amountCents: 4_000, reason: "Retard" };
    const alreadyPaid = { on: "2026-12-01" };
    expect(content(ofOrder(), { penalty })).toStrictEqual({ ...expected, penalty });
    expect(content(ofOrder(), { alreadyPaid })).toStrictEqual({ ...expected, alreadyPaid });
    expect(content(ofOrder(), { engagement: "45000" })).toStrictEqual({ ...expected, engagement: "45000" });
    expect(content(ofOrder(), { serviceCode: "SERV1" })).toStrictEqual({ ...expected, serviceCode: "SERV1" });
  });

  it("names the tolerated hours apart", () => {
    const absent = {
      ...proof,
      records: proof.records.map((one, index) => (index === 1 ? aFact("T-0007", one, { status: "excused" }) : one)),
    };
    const { lines } = content(ofOrder({ terms: { toleratedAbsences: "excused" } }), { proof: absent });
    expect(lines[0]?.description).toBe("66 h 30 suivies, 3 h 30 d'absences tolérées");
    expect(lines[0]?.halfDays.map(({ basis }) => basis)).toEqual(["attended", "tolerated", ...worked.slice(2).map(() => "attended")]);
    expect(plain(describeHalfDays([]))).toBe("0 h suivies");
  });

  it("of a deposit, is its line and the days of the period, or of the session", () => {
    const from = ofOrder({ terms: { depositRate: 3000 }, vatRegime: "taxed", vatRate: 2000 });
    const line = {
      label: "Acompte sur la commande BC-2026-118",
      unit: "flat",
      quantity: 1,
      unitPriceCents: 35_700,
      amountCents: 35_700,
      halfDays: [],
      vatRegime: "taxed",
      vatRate: 2000,
    };
    expect(content(from, { kind: "deposit" })).toStrictEqual({ ...expected, kind: "deposit", lines: [line] });
    const period = { startsOn: "2026-12-08", endsOn: "2026-12-10" };
    expect(content(from, { kind: "deposit", period })).toMatchObject(period);
    const rest = content(from, { kind: "deposit", others: [deposit(1, 35_699)] });
    expect(rest.lines.map(({ amountCents }) => amountCents)).toEqual([1]);
    for (const asked of [35_700, 35_701]) expect(prepare(from, { kind: "deposit", others: [deposit(1, asked)] }).ok).toBe(false);
    expect(prepare(ofQuote(), { kind: "deposit" }).ok).toBe(false);
  });

  it("of a balance, takes off the oldest deposits, as far as it goes; nothing of a plain invoice", () => {
    const [one, two, three] = [deposit(1, 100_000), deposit(2, 19_000), deposit(3, 500)] as [Invoice, Invoice, Invoice];
    const taken = (kind: "balance" | "invoice", ...others: readonly Invoice[]) =>
      content(ofOrder(), { kind, others }).deposits.map(({ number, amountCents }) => [number, amountCents]);
    expect(taken("balance", two, one, three)).toEqual([
      ["FAC-2026-0001", 100_000],
      ["FAC-2026-0002", 19_000],
    ]);
    expect(taken("balance", one, three)).toEqual([
      ["FAC-2026-0001", 100_000],
      ["FAC-2026-0003", 500],
    ]);
    expect(taken("invoice", one, three)).toEqual([]);
  });
});

describe("what is prepared from a quote", () => {
  it("is the quote's head and its lines as they were quoted", () => {
    const [line] = aQuote().lines;
    expect(content(ofQuote())).toStrictEqual({
      siret: "99900014400017",
      kind: "invoice",
      scheme: "aif",
      customerSiret: "13000548100010",
      order: undefined,
      quote: "DEV-2026-0001",
      title: "Cariste CACES R489 catégories 1, 3 et 5",
      sessionReference: "SE-2026-014",
      startsOn: "2026-12-07",
      endsOn: "2026-12-18",
      lines: [
        {
          label: line?.label,
          unit: "hour",
          quantity: 4200,
          unitPriceCents: 1700,
          amountCents: 119_000,
          vatRegime: "exempt-training",
          vatRate: 0,
          traineeId: "T-0007",
          startsOn: "2026-12-07",
          endsOn: "2026-12-18",
          halfDays: worked,
        },
      ],
      deposits: [],
    });
    expect(content({ ...ofQuote(), quote: { ...aQuote({ status: "accepted" }), title: undefined } } as BillingOrigin).title).toBe(
      aSession().title,
    );
    expect(content(ofQuote({ scheme: "poei" })).scheme).toBe("poei");
  });

  it("says how much of it was followed where it is not billed as quoted", () => {
    const firstDay = { period: { startsOn: "2026-12-07", endsOn: "2026-12-07" } };
    const [part] = content(ofQuote(), firstDay).lines;
    expect([part?.unit, part?.quantity, part?.amountCents, part?.description, part?.endsOn]).toEqual([
      "hour",
      420,
      11_900,
      "7 h suivies sur 70 h prévues",
      "2026-12-07",
    ]);
    const [shared] = content(ofQuote({ funding: { franceTravailCents: 100_000 } }), firstDay).lines;
    expect([shared?.unit, shared?.amountCents, shared?.description]).toEqual([
      "flat",
      10_000,
      "7 h suivies sur 70 h prévues ; part de France Travail : 1 000,00 € sur 1 190,00 €",
    ]);
  });

  it("bills what hours followed before left of each line, hours as hours", () => {
    const before = anIssuedInvoice({
      order: undefined as never,
      quote: "DEV-2026-0001",
      scheme: "aif",
      lines: [
        anInvoiceLine({ label: aQuote().lines[0]?.label as string, quantity: 420, amountCents: 11_900, halfDays: worked.slice(0, 2) }),
      ],
    });
    const billed = worked.slice(0, 2).map(({ day, half, minutes }) => ({
      ...{ kind: "billed" as const, sessionReference: "SE-2026-014", siret: "99900014400017" as never, traineeId: "T-0007" },
      ...{ day, half, minutes, reference: "FAC-2026-0001", at: "2026-12-21T10:00:00.000Z" },
    }));
    const { lines } = content(ofQuote(), { others: [before], proof: { ...proof, billed } });
    expect(lines.map(({ unit, quantity, amountCents, startsOn }) => [unit, quantity, amountCents, startsOn])).toEqual([
      ["hour", 3780, 107_100, "2026-12-08"],
    ]);
  });

  it("bills nothing without a trainee, without attendance, or of somebody else's", () => {
    expect(prepare(ofQuote({ traineeId: undefined as never })).ok).toBe(false);
    expect(prepare(ofQuote({ traineeId: "T-0009" })).ok).toBe(false);
    const absent = { ...proof, records: proof.records.map((one) => aFact("T-0007", one, { status: "unexcused" })) };
    expect(prepare(ofQuote(), { proof: absent }).ok).toBe(false);
  });
});
