import { type InvoiceInput, invoiceSchema } from "@kairos/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { remedyFor } from "../../packages/bot/src/remedies.js";
import { aFact } from "../examples/attendance.js";
import { aCustomer, anAgreement, anOrder } from "../examples/invoice.js";
import { type AttendedDesk, codes, openAttendedDesk, said } from "./attended-desk.js";

let office: AttendedDesk;
let trainees: readonly string[];

/** An agreement and an order of two trainees; the first two weeks of December attended and closed. */
beforeEach(async () => {
  office = await openAttendedDesk();
  await office.done("/acces accorder personne:facturiere profil:chargé de facturation motif:Factures", "rgc");
  trainees = await office.addTrainees(2);
  await office.seed(async (store) => {
    await store.customers.save(aCustomer());
    await store.trainingAgreements.save(anAgreement());
    await store.purchaseOrders.save(anOrder({ minutes: 8400, trainees: 2 }));
  });
}, 30_000);

afterEach(async () => {
  expect(office.desk.failures).toEqual([]);
  await office.desk.close();
});

const bill = (line: string) => office.desk.type("facturiere", line);
const prepare = (rest = "") => bill(`/facture preparer commande:BC-2026-118${rest}`);
const kept = (reference: string) => office.desk.database.read("test", "all", (store) => store.invoices.get(reference));

/** What issuing a draft writes: its number, and a claim for each half-day. */
async function issue(reference: string, number: string, changes: Partial<InvoiceInput> = {}): Promise<void> {
  const { billedClaims, isIssued } = await import("@kairos/core");
  await office.seed(async (store) => {
    const draft = await store.invoices.get(reference);
    if (draft === undefined) throw new Error(`no ${reference}`);
    const rank = Number(number.slice(-4));
    const taken = {
      number,
      issuedOn: "2026-12-21",
      series: "FAC",
      year: 2026,
      rank,
      dueOn: "2027-01-20",
      by: "karim",
      at: office.desk.now(),
    };
    const issued = invoiceSchema.parse({ ...draft, status: "issued", issue: taken, ...changes });
    await store.invoices.save(issued);
    if (isIssued(issued)) await store.claims.addMany(billedClaims(issued, office.desk.now()));
  });
}

describe("/facture preparer", () => {
  it("bills what was attended, a line for each trainee, each with the half-days that prove it", async () => {
    await office.attendAll(trainees, { lateAtFirst: 30 });
    const answer = await prepare();
    expect(answer.reply.title?.fr).toBe("Facture PF-2026-0001 · AFC · brouillon");
    expect(said(answer)).toBe("Cariste CACES R489 · 07/12/2026 → 18/12/2026 · 2\u202f363,00 €");
    expect(answer.reply.table?.columns.map(({ fr }) => fr)).toEqual(["Stagiaire", "Prévu", "Suivi", "Facturable", "Montant HT"]);
    expect(answer.reply.table?.rows.map((row) => row.map(({ fr }) => fr.replaceAll("\u00a0", " ")))).toEqual([
      ["T-0001 · Camille DURAND", "70 h", "69 h 30", "69 h 30", "1\u202f181,50 €"],
      ["T-0002 · Anne MARTIN", "70 h", "69 h 30", "69 h 30", "1\u202f181,50 €"],
      ["En tout", "140 h", "139 h", "139 h", "2\u202f363,00 €"],
    ]);
    const invoice = await kept("PF-2026-0001");
    expect(invoice).toMatchObject({ kind: "invoice", status: "draft", order: "BC-2026-118", preparedBy: ["facturiere"] });
    expect(invoice?.lines.map(({ quantity, halfDays }) => [quantity, halfDays.length])).toEqual([
      [4170, 20],
      [4170, 20],
    ]);
    expect(JSON.stringify(answer.reply.trace)).not.toMatch(/Camille|Durand|Martin/i);
  });

  it("takes a month, or days, and never what is already billed", async () => {
    await office.attendAll(trainees, {});
    expect((await prepare(" debut:07/12/2026 fin:11/12/2026")).reply.data).toMatchObject({
      invoice: { startsOn: "2026-12-07", endsOn: "2026-12-11" },
    });
    await issue("PF-2026-0001", "FAC-2026-0001");
    const rest = await prepare(" periode:décembre 2026");
    expect(rest.reply.data).toMatchObject({ invoice: { reference: "PF-2026-0002", startsOn: "2026-12-14", endsOn: "2026-12-18" } });
    await issue("PF-2026-0002", "FAC-2026-0002");
    const nothing = await prepare();
    expect(nothing.outcome).toBe("refused");
    expect(nothing.reply.problems?.[0]?.params).toMatchObject({ why: "billed", invoices: ["FAC-2026-0001", "FAC-2026-0002"] });
  });

  it("refuses when nothing is billable, and says why with the command that mends", async () => {
    const early = await prepare();
    expect([early.outcome, early.reply.problems?.[0]?.params]).toMatchObject(["refused", { why: "to-come" }]);
    await office.attendAll(trainees, { closed: false });
    const open = await prepare();
    expect(open.reply.problems?.[0]).toMatchObject({
      code: "invoice.nothing-to-bill",
      params: { why: "open-months", months: ["2026-12"] },
    });
    const [problem] = open.reply.problems ?? [];
    expect(problem && remedyFor(problem, "BC-2026-118")).toBe("/assiduite cloturer session:SE-2026-014 mois:décembre 2026");
    expect(await kept("PF-2026-0001")).toBeUndefined();
  });

  it("keeps one draft of a period: the second is refused, the first recomputed under both names", async () => {
    await office.attendAll(trainees, {});
    await prepare();
    expect(codes(await prepare())).toEqual(["invoice.draft-exists"]);
    await office.seed(async (store) => {
      const late = aFact("T-0001", { day: "2026-12-07", half: "morning" }, { status: "late", lateMinutes: 60 });
      await store.attendance.saveMany([late], { by: "lea", at: office.desk.now() });
    });
    await office.done("/acces accorder personne:autre profil:chargé de facturation motif:Factures", "rgc");
    const again = await office.desk.type("autre", "/facture preparer facture:PF-2026-0001");
    expect(said(again)).toContain("Recalculée : 2\u202f380,00 € → 2\u202f363,00 €.");
    expect((await kept("PF-2026-0001"))?.preparedBy).toEqual(["facturiere", "autre"]);
    await issue("PF-2026-0001", "FAC-2026-0001");
    expect(codes(await bill("/facture preparer facture:FAC-2026-0001"))).toEqual(["invoice.not-draft"]);
  });

  it("bills a deposit once, then takes it off the balance", async () => {
    await office.seed((store) => store.trainingAgreements.save(anAgreement({ terms: { depositRate: 2000 } })));
    const deposit = await prepare(" nature:acompte");
    expect(deposit.reply.data).toMatchObject({ invoice: { kind: "deposit", lines: [{ amountCents: 47_600, halfDays: [] }] } });
    await issue("PF-2026-0001", "FAC-2026-0001");
    expect((await prepare(" nature:acompte")).reply.problems?.[0]?.params).toMatchObject({ why: "deposit-billed" });
    await office.attendAll(trainees, {});
    const balance = await prepare(" nature:solde");
    expect(said(balance)).toContain("Acompte déduit : FAC-2026-0001 du 21/12/2026, 476,00 €.");
    expect(said(balance)).toContain("à payer 1\u202f904,00 €");
    expect(balance.reply.problems?.filter(({ severity }) => severity === "error")).toEqual([]);
    // A credit note takes the deposit back while the draft waits.
    const before = await kept("PF-2026-0001");
    await office.seed((store) => store.invoices.save({ ...(before as NonNullable<typeof before>), status: "credited" }));
    const stale = await bill("/facture voir facture:PF-2026-0002");
    const [problem] = stale.reply.problems?.filter(({ severity }) => severity === "error") ?? [];
    expect(problem?.code).toBe("invoice.deposit-not-left");
    expect(problem && remedyFor(problem, "PF-2026-0002")).toBe("/facture preparer facture:PF-2026-0002");
    const again = await bill("/facture preparer facture:PF-2026-0002");
    expect([codes(again).includes("invoice.deposit-not-left"), (await kept("PF-2026-0002"))?.deposits]).toEqual([false, []]);
  });

  it("takes a penalty off with its reason, and says when the contract has none", async () => {
    await office.attendAll(trainees, {});
    expect(codes(await prepare(" penalite:50"))).toEqual(["input.missing"]);
    const answer = await prepare(" penalite:50 motif:Compte rendu en retard");
    expect(said(answer)).toContain("Pénalité déduite : 50,00 € (Compte rendu en retard).");
    expect(codes(answer)).toContain("invoice.penalty-over-contract");
    await bill("/facture preparer facture:PF-2026-0001 penalite:0");
    expect((await kept("PF-2026-0001"))?.penalty).toBeUndefined();
  });

  it("asks for one origin, a sure period and a known payer", async () => {
    expect(codes(await bill("/facture preparer"))).toEqual(["invoice.origin-unclear"]);
    expect(codes(await bill("/facture preparer commande:BC-2026-118 devis:DEV-2026-0001"))).toEqual(["invoice.origin-unclear"]);
    expect(codes(await prepare(" periode:12/2026 debut:01/12/2026"))).toEqual(["invoice.period-unclear"]);
    expect(codes(await prepare(" debut:18/12/2026 fin:07/12/2026"))).toEqual(["invoice.period-unclear"]);
    expect(codes(await bill("/facture preparer commande:BC-9"))).toEqual(["input.unknown-reference"]);
    expect(codes(await bill("/facture preparer facture:PF-2026-0009"))).toEqual(["input.unknown-reference"]);
    expect((await office.desk.type("gestionnaire", "/facture preparer commande:BC-2026-118")).outcome).toBe("denied");
  });

  it("bills an accepted quote to the only payer there is", async () => {
    await office.done("/devis creer dispositif:AIF session:SE-2026-014 stagiaire:T-0001", "gestionnaire");
    expect(codes(await bill("/facture preparer devis:DEV-2026-0001"))).toEqual(["invoice.quote-not-accepted"]);
    await office.seed(async (store) => {
      const quote = await store.quotes.get("DEV-2026-0001");
      if (quote === undefined) throw new Error("no quote");
      await store.quotes.save({ ...quote, status: "accepted" });
    });
    await office.attendAll(["T-0001"], { lateAtFirst: 30 });
    const answer = await bill("/facture preparer devis:DEV-2026-0001");
    expect(answer.reply.data).toMatchObject({
      invoice: { scheme: "aif", quote: "DEV-2026-0001", customerSiret: "13000548100010", lines: [{ amountCents: 118_150 }] },
    });
    await office.seed((store) => store.customers.save(aCustomer({ customerSiret: "73282932000074", name: "Autre direction" })));
    await bill("/facture abandonner facture:PF-2026-0001");
    expect(answer.outcome).toBe("done");
    expect(codes(await bill("/facture preparer devis:DEV-2026-0001"))).toEqual(["invoice.customer-unclear"]);
    expect((await bill("/facture preparer devis:DEV-2026-0001 payeur:73282932000074")).outcome).toBe("done");
  });
});

describe("/facture abandonner", () => {
  it("leaves the half-days to be billed, and touches nothing that was issued", async () => {
    await office.attendAll(trainees, {});
    await prepare();
    expect((await bill("/facture abandonner facture:PF-2026-0001")).outcome).toBe("done");
    expect((await kept("PF-2026-0001"))?.status).toBe("discarded");
    expect(codes(await bill("/facture abandonner facture:PF-2026-0001"))).toEqual(["invoice.step-illegal"]);
    expect((await prepare()).reply.data).toMatchObject({ invoice: { reference: "PF-2026-0002" } });
    await issue("PF-2026-0002", "FAC-2026-0001");
    expect(codes(await bill("/facture abandonner facture:FAC-2026-0001"))).toEqual(["invoice.step-illegal"]);
  });
});

describe("/facture rapprocher", () => {
  const cells = async (line: string) =>
    (await bill(line)).reply.table?.rows.map((row) => row.map(({ fr }) => fr.replaceAll("\u00a0", " ")));

  it("lays order, attendance and invoice side by side", async () => {
    await office.attendAll(trainees, { lateAtFirst: 30 });
    await prepare();
    expect(await cells("/facture rapprocher facture:PF-2026-0001")).toEqual([
      ["T-0001 · Camille DURAND", "70 h", "69 h 30", "69 h 30", "69 h 30", "✔"],
      ["T-0002 · Anne MARTIN", "70 h", "69 h 30", "69 h 30", "69 h 30", "✔"],
      ["Heures en tout", "140 h", "139 h", "139 h", "139 h", "✔"],
      ["Montant HT", "2\u202f380,00 €", "—", "—", "2\u202f363,00 €", "—"],
      ["Prix unitaire", "17,00 €", "—", "—", "17,00 €", "—"],
      ["Période", "01/11/2026 → 31/10/2027", "—", "—", "07/12/2026 → 18/12/2026", "—"],
    ]);
  });

  it("tells what attendance no longer proves: an error on a draft, a credit note on what was issued", async () => {
    await office.attendAll(trainees, {});
    await prepare();
    await office.seed(async (store) => {
      const absent = aFact("T-0002", { day: "2026-12-18", half: "afternoon" }, { status: "unexcused" });
      await store.attendance.saveMany([absent], { by: "lea", at: office.desk.now() });
    });
    const draft = await bill("/facture rapprocher facture:PF-2026-0001");
    expect(draft.reply.verdict).toBe("unsound");
    expect(draft.reply.problems?.find(({ code }) => code === "invoice.hours-over-attendance")?.params).toMatchObject({
      billedMinutes: 8400,
      provedMinutes: 8190,
      trainees: [{ traineeId: "T-0002", billedMinutes: 4200, provedMinutes: 3990 }],
    });
    await issue("PF-2026-0001", "FAC-2026-0001");
    const issued = await bill("/facture rapprocher facture:FAC-2026-0001");
    expect(codes(issued)).toContain("invoice.credit-needed");
    expect(codes(issued)).not.toContain("invoice.hours-over-attendance");
  });

  it("shows every invoice of an order, and what the order leaves", async () => {
    await office.attendAll(trainees, {});
    expect((await bill("/facture rapprocher commande:BC-2026-118")).reply.next?.[0]?.command).toBe(
      "/facture preparer commande:BC-2026-118",
    );
    await prepare(" debut:07/12/2026 fin:11/12/2026");
    await issue("PF-2026-0001", "FAC-2026-0001");
    const answer = await bill("/facture rapprocher commande:BC-2026-118");
    expect(said(answer)).toContain("Commandé : 140 h, 2\u202f380,00 €. Sur les factures : 1\u202f190,00 € ; il reste 1\u202f190,00 €.");
    expect(answer.reply.table?.rows.map(([reference, status]) => [reference?.fr, status?.fr])).toEqual([["FAC-2026-0001", "Émise"]]);
    expect(codes(await bill("/facture rapprocher"))).toEqual(["invoice.match-unclear"]);
  });
});
