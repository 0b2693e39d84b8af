import { invoiceTotals } from "@kairos/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { codes, said } from "./attended-desk.js";
import { type BillingDesk, openBillingDesk } from "./billing.js";

let bench: BillingDesk;
beforeEach(async () => {
  bench = await openBillingDesk();
  await bench.done("/facture emettre facture:PF-2026-0001");
});
afterEach(() => bench.desk.close());

const credit = (rest = "") => `/facture avoir facture:FAC-2026-0001 motif:Feuille rectifiée ${rest}`.trim();
const prepare = (rest?: string) => bench.type(credit(rest), "facturier");
const total = async (named: string) => invoiceTotals(await bench.invoice(named)).totalCents;

describe("a credit note on the whole", () => {
  it("cites the original, is issued in its own series, gives the half-days back and ends the original", async () => {
    const prepared = await prepare();
    expect(prepared.reply.title?.fr).toBe("Avoir PF-2026-0002 · AFC · brouillon");
    expect(await bench.billed()).toHaveLength(20);
    expect(codes(await bench.type("/facture emettre facture:PF-2026-0002", "facturier"))).toEqual(["invoice.same-person"]);
    const issued = await bench.done("/facture emettre facture:PF-2026-0002");
    expect(issued.reply.title?.fr).toBe("Avoir AV-2026-0001 · AFC · émis");
    expect(said(issued)).toContain("20 demi-journées ne sont plus facturées par FAC-2026-0001");
    expect(said(issued)).toContain("FAC-2026-0001 est entièrement annulée par avoir.");
    expect(await bench.invoice("AV-2026-0001")).toMatchObject({
      kind: "credit-note",
      credits: { number: "FAC-2026-0001", issuedOn: "2026-12-21", reference: "PF-2026-0001", reason: "Feuille rectifiée" },
    });
    expect(await total("AV-2026-0001")).toBe(119_000);
    expect((await bench.invoice("FAC-2026-0001")).status).toBe("credited");
    expect(await bench.billed()).toEqual([]);
  });

  it("lets a new invoice bill the same half-days", async () => {
    await prepare();
    await bench.done("/facture emettre facture:PF-2026-0002");
    await bench.draft("PF-2026-0009", [0, 10]);
    const again = await bench.done("/facture emettre facture:PF-2026-0009");
    expect(again.reply.title?.fr).toContain("FAC-2026-0002");
    expect(new Set((await bench.billed()).map(({ reference }) => reference))).toEqual(new Set(["FAC-2026-0002"]));
  });

  it("leaves what was sealed of the original as it was", async () => {
    await prepare();
    await bench.done("/facture emettre facture:PF-2026-0002");
    expect((await bench.look((store) => store.invoices.sealed("FAC-2026-0001")))?.invoice.status).toBe("issued");
    expect((await bench.done("/facture numeros")).reply).toMatchObject({ verdict: "sound", problems: [] });
  });
});

describe("a credit note in part", () => {
  it("of what was left to pay makes the invoice paid", async () => {
    await bench.done("/facture paiement facture:FAC-2026-0001 montant:1011,50");
    expect((await bench.invoice("FAC-2026-0001")).status).toBe("part-paid");
    await prepare("demi-journees:18/12/2026 après-midi, 17/12/2026");
    const issued = await bench.done("/facture emettre facture:PF-2026-0002");
    expect(said(issued)).toContain("FAC-2026-0001 n'attend plus rien : elle est payée.");
    expect((await bench.invoice("FAC-2026-0001")).status).toBe("paid");
  });

  it("takes back half-days of a trainee, who is understood when there is one only", async () => {
    const prepared = await prepare("demi-journees:18/12/2026 après-midi, 17/12/2026");
    expect(said(prepared)).toContain("3 demi-journées pourront être facturées à nouveau");
    const draft = await bench.invoice("PF-2026-0002");
    expect(draft.lines).toMatchObject([
      {
        traineeId: "T-0001",
        unit: "hour",
        quantity: 630,
        unitPriceCents: 1700,
        amountCents: 17_850,
        creditedLine: 1,
        startsOn: "2026-12-17",
      },
    ]);
    const issued = await bench.done("/facture emettre facture:PF-2026-0002");
    expect(said(issued)).toContain("Reste facturé sur FAC-2026-0001, avoirs déduits : 1\u202f011,50 € HT.");
    expect(await bench.billed()).toHaveLength(17);
    expect((await bench.invoice("FAC-2026-0001")).status).toBe("issued");
    expect(codes(await prepare("demi-journees:17/12/2026 matin"))).toEqual(["invoice.credit-not-billed"]);
  });

  it("takes back an amount of a line, and never more than is left", async () => {
    await prepare("montant:1 000,00 €");
    await bench.done("/facture emettre facture:PF-2026-0002");
    expect((await bench.invoice("AV-2026-0001")).lines).toMatchObject([{ unit: "flat", quantity: 1, amountCents: 100_000, halfDays: [] }]);
    expect(await bench.billed()).toHaveLength(20);
    const over = await prepare("montant:190,01 €");
    expect(codes(over)).toEqual(["invoice.credit-over"]);
    expect(over.reply.problems?.[0]?.params).toEqual({ invoice: "FAC-2026-0001", line: 1, askedCents: 19_001, leftCents: 19_000 });
    await prepare("montant:190 €");
    const last = await bench.done("/facture emettre facture:PF-2026-0003");
    expect(said(last)).toContain("FAC-2026-0001 est entièrement annulée par avoir.");
    expect(await bench.billed()).toEqual([]);
  });

  it("is judged again when it is issued: two drafts on the same half-day, one goes", async () => {
    await prepare("demi-journees:18/12/2026 matin");
    await prepare();
    await bench.done("/facture emettre facture:PF-2026-0003");
    expect(codes(await bench.type("/facture emettre facture:PF-2026-0002"))).toContain("invoice.credit-over");
    expect(await bench.look((store) => store.invoices.numbers("AV", 2026))).toHaveLength(1);
  });

  it.each([
    ["lignes:2", "invoice.credit-not-billed"],
    ["lignes:deux", "input.not-a-number"],
    ["stagiaire:T-0002", "invoice.credit-not-billed"],
    ["demi-journees:06/12/2026 matin", "invoice.credit-not-billed"],
    ["demi-journees:bientôt", "input.unknown-value"],
    ["lignes:1 stagiaire:T-0001", "invoice.credit-choice"],
    ["lignes:1,2 montant:10", "invoice.credit-choice"],
    ["montant:0", "input.out-of-range"],
    ["montant:-5", "input.out-of-range"],
    ["montant:99999999999999999999", "input.not-an-amount"],
    ["montant:10 $", "input.not-an-amount"],
  ])("is refused in clear words when it asks for %s", async (rest, code) => {
    const answer = await prepare(rest);
    expect(codes(answer)).toEqual([code]);
    expect(await bench.look((store) => store.invoices.list({ kind: "credit-note" }))).toEqual([]);
  });
});

it("is made on an issued invoice only, and not on a credit note", async () => {
  await bench.draft("PF-2026-0008", [0, 1]);
  expect(codes(await bench.type("/facture avoir facture:PF-2026-0008 motif:Erreur", "facturier"))).toEqual(["invoice.step-illegal"]);
  await prepare("montant:10");
  await bench.done("/facture emettre facture:PF-2026-0002");
  expect(codes(await bench.type("/facture avoir facture:AV-2026-0001 motif:Erreur", "facturier"))).toEqual(["invoice.credit-of-credit"]);
  expect(codes(await bench.type("/facture avoir facture:FAC-2026-0099 motif:Erreur", "facturier"))).toEqual(["input.unknown-reference"]);
});
