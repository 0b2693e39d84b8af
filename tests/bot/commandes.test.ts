import type { Invoice } from "@kairos/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { anInvoice, anInvoiceLine, anIssuedInvoice } from "../examples/index.js";
import { type AgreementDesk, agreementLine, customerLine, openAgreementDesk, orderLine } from "./agreement-desk.js";
import { codes, said } from "./attended-desk.js";

let clerk: AgreementDesk;
beforeEach(async () => {
  clerk = await openAgreementDesk(customerLine, `${agreementLine} signee-le:15/10/2026`);
});
afterEach(async () => {
  expect(clerk.desk.failures).toEqual([]);
  await clerk.desk.close();
});

const stored = (reference = "BC-2026-118") => clerk.desk.database.read("test", "all", (store) => store.purchaseOrders.get(reference));
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const amend = (number: string, quantities: string, on = "16/11/2026") =>
  clerk.type(`/commande avenant commande:BC-2026-118 numero:${number} ${quantities} le:${on}`);

describe("an order", () => {
  it("counts the hours of the session for each, unless told otherwise", async () => {
    const answer = await clerk.done(`${orderLine} noms:t-0001`);
    expect(plain(said(answer)).split("\n")).toEqual([
      "Commande enregistrée.",
      "Commandé : 700 h pour 10 stagiaires, à 17,00 € par heure-stagiaire, soit 11 900,00 € HT.",
      "Rien n'est encore facturé.",
    ]);
    expect(await stored()).toMatchObject({
      siret: "99900014400017",
      agreement: "CONV-2026-0001",
      sessionReference: "SE-2026-014",
      orderedOn: "2026-11-05",
      minutes: 42_000,
      trainees: 10,
      traineeIds: ["T-0001"],
      amendments: [],
    });
    const names = answer.reply.fields?.find(({ name }) => name.fr === "Stagiaires nommés")?.value.fr;
    expect(names).toBe("T-0001 · Camille DURAND");
    expect(JSON.stringify(answer.reply.trace)).not.toContain("DURAND");
  });

  it("has its own hours, price and engagement when the paper gives them", async () => {
    const answer = await clerk.done(`${orderLine} heures:655 h prix:18,50 engagement:4500 0123 45`);
    expect(codes(answer)).toEqual(["order.price-differs"]);
    expect(await stored()).toMatchObject({ minutes: 39_300, unitPriceCents: 1850, engagement: "4500 0123 45" });
    expect(plain(said(answer))).toContain("soit 12 117,50 € HT");
  });

  it("is refused when anything in it cannot be", async () => {
    for (const [options, ...expected] of [
      ["convention:CONV-2026-0009 reference:BC-1 session:SE-2026-014 stagiaires:1", "input.unknown-reference"],
      ["convention:CONV-2026-0009 reference:BC-1 session:SE-9 stagiaires:1", "input.unknown-reference", "input.unknown-reference"],
      ["convention:CONV-2026-0001 reference:BC-1 session:SE-2026-014 stagiaires:0", "input.out-of-range"],
      ["convention:CONV-2026-0001 reference:BC-1 session:SE-2026-014 stagiaires:-3", "input.out-of-range"],
      ["convention:CONV-2026-0001 reference:BC 1 session:SE-2026-014 stagiaires:1", "input.unknown-value"],
      ["convention:CONV-2026-0001 reference:BC-1🙂 session:SE-2026-014 stagiaires:1", "input.malformed"],
      ["convention:CONV-2026-0001 reference:BC-1 session:SE-2026-014 stagiaires:1 heures:0 h", "input.out-of-range"],
      ["convention:CONV-2026-0001 reference:BC-1 session:SE-2026-014 stagiaires:1 date:17/11/2026", "input.day-in-future"],
      ["convention:CONV-2026-0001 reference:BC-1 session:SE-2026-014 stagiaires:1 noms:T-0001, T-0404", "input.unknown-reference"],
      ["convention:CONV-2026-0001 reference:BC-1 session:SE-2026-014 stagiaires:10000 heures:99999 h prix:9999", "order.too-large"],
      ["convention:CONV-2026-0001 reference:BC-1 session:SE-2026-014 stagiaires:1 prix:0", "agreement.price-zero"],
    ] as const) {
      expect(codes(await clerk.type(`/commande creer ${options}`)), options).toEqual(expected);
      expect(await stored("BC-1")).toBeUndefined();
    }
  });

  it("is never placed under an unsigned agreement, nor for a session outside of it", async () => {
    await clerk.done(agreementLine.replace("debut:01/11/2026", "debut:01/01/2027"));
    const unsigned = orderLine.replace("CONV-2026-0001", "CONV-2026-0002");
    expect([...codes(await clerk.type(unsigned))].sort()).toEqual(["agreement.unsigned", "order.outside-agreement"]);
    await clerk.done("/convention signer convention:CONV-2026-0002 le:15/10/2026");
    expect(codes(await clerk.type(unsigned))).toEqual(["order.outside-agreement"]);
    expect(await stored()).toBeUndefined();
  });

  it("has one number; another one for the same session is remarked", async () => {
    await clerk.done(orderLine);
    expect(codes(await clerk.type(orderLine))).toEqual(["input.reference-taken"]);
    expect(codes(await clerk.done(orderLine.replace("BC-2026-118", "BC-2026-119")))).toEqual(["order.session-twice"]);
    const { reply } = await clerk.done("/commande liste session:se-2026-014");
    expect(reply.table?.rows.map(([first]) => first?.fr)).toEqual(["BC-2026-119", "BC-2026-118"]);
    expect(said(await clerk.done("/commande liste cherche:BC-9"))).toBe("Aucune commande ne correspond.");
    const typed = { workspace: "test", scope: "all" as const, kind: "order" as const, typed: "2026-118" };
    expect(await clerk.desk.database.suggest(typed)).toEqual([
      { value: "BC-2026-118", label: "BC-2026-118 · CONV-2026-0001 · SE-2026-014" },
    ]);
  });
});

describe("an amendment", () => {
  beforeEach(() => clerk.done(orderLine));

  it("replaces the quantities; what they were stays readable", async () => {
    expect((await amend("1", "stagiaires:8 heures:560 h motif:Deux places de moins")).outcome).toBe("done");
    const answer = await clerk.done("/commande voir commande:bc-2026-118");
    expect(plain(said(answer))).toContain("Commandé : 560 h pour 8 stagiaires, à 17,00 € par heure-stagiaire, soit 9 520,00 € HT.");
    expect(answer.reply.table?.rows.map((row) => row.map(({ fr }) => plain(fr)))).toEqual([
      ["commande", "05/11/2026", "700 h", "10", "11 900,00 €", "—"],
      ["avenant 1", "16/11/2026", "560 h", "8", "9 520,00 €", "Deux places de moins"],
    ]);
    expect(await stored()).toMatchObject({ minutes: 42_000, trainees: 10 });
  });

  it("comes after the one before, under its own number", async () => {
    await amend("1", "stagiaires:8 heures:560 h", "10/11/2026");
    expect(codes(await amend("2", "stagiaires:8 heures:540 h", "09/11/2026"))).toEqual(["order.amendment-order"]);
    expect(codes(await amend("1", "stagiaires:8 heures:540 h"))).toEqual(["order.amendment-repeated"]);
    expect(codes(await amend("2", "stagiaires:8 heures:540 h", "17/11/2026"))).toEqual(["input.day-in-future"]);
    expect((await stored())?.amendments).toHaveLength(1);
    expect((await amend("2", "stagiaires:8 heures:540 h", "10/11/2026")).outcome).toBe("done");
  });

  it("never goes below what is billed, to the minute", async () => {
    await clerk.bill(anIssuedInvoice(), anInvoice({ reference: "PF-2026-0002", lines: [anInvoiceLine({ quantity: 9000 })] }));
    const [problem] = (await amend("1", "stagiaires:1 heures:4199 min")).reply.problems ?? [];
    expect(problem).toMatchObject({
      code: "order.below-billed",
      params: { measure: "minutes", ordered: 4199, billed: 4200, invoices: ["FAC-2026-0001"] },
    });
    expect((await stored())?.amendments).toEqual([]);
    const answer = await amend("1", "stagiaires:1 heures:70 h");
    expect(plain(said(answer)).split("\n").slice(2)).toEqual([
      "Facturé : 70 h, 1 190,00 € HT (FAC-2026-0001) ; reste 0,00 € HT.",
      "Brouillons, pas encore émis : PF-2026-0002.",
    ]);
  });
});

describe("cancelling an order", () => {
  const cancel = "/commande annuler commande:BC-2026-118 motif:Session reportée";
  beforeEach(() => clerk.done(orderLine));

  it("leaves it readable, and gives its number back when nothing was billed", async () => {
    expect(said(await clerk.done(cancel))).toContain("Commande annulée : elle ne se facture plus.");
    expect(await stored()).toMatchObject({ cancelled: { on: "2026-11-16", reason: "Session reportée", recordedBy: "facturation" } });
    expect(codes(await clerk.type(cancel))).toEqual(["order.already-cancelled"]);
    expect(codes(await amend("1", "stagiaires:1 heures:70 h"))).toEqual(["order.already-cancelled"]);
    expect(plain(said(await clerk.done("/convention voir convention:CONV-2026-0001")))).toContain(
      "0 commande en cours : 0,00 € HT commandés",
    );
    await clerk.done(orderLine.replace("stagiaires:10", "stagiaires:2"));
    expect(await stored()).toMatchObject({ trainees: 2 });
    expect(await stored()).not.toHaveProperty("cancelled");
  });

  it("is refused once something is billed, and allowed once it is credited in whole", async () => {
    await clerk.bill(anIssuedInvoice());
    expect(codes(await clerk.type(cancel))).toEqual(["order.cancelled-billed"]);
    expect(await stored()).not.toHaveProperty("cancelled");
    const original = anIssuedInvoice({ status: "credited" });
    const credits = { number: "FAC-2026-0001", issuedOn: "2026-12-21", reference: "PF-2026-0001", reason: "Session reportée" };
    const issue = { ...original.issue, number: "AV-2026-0001", series: "AV" };
    await clerk.bill(original, {
      ...original,
      reference: "PF-2026-0002",
      kind: "credit-note",
      status: "issued",
      credits,
      issue,
    } as Invoice);
    expect((await clerk.type(cancel)).outcome).toBe("done");
  });

  it("says which draft rests on it", async () => {
    await clerk.bill(anInvoice());
    expect(said(await clerk.done(cancel))).toContain("Abandonnez aussi le brouillon qui repose sur elle : PF-2026-0001.");
    expect(codes(await clerk.type(orderLine))).toEqual(["input.reference-taken"]);
  });
});
