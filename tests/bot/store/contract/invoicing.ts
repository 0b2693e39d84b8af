import { expect, it } from "vitest";
import type { Opening } from "../contract.js";
import { aClaim, aCustomer, anAgreement, anInvoice, anOrder, aSealedInvoice, look, lyon, nantes, write } from "../fixtures.js";
import { fresh } from "./open.js";

export function invoicingContract(open: Opening): void {
  const database = fresh(open);

  it("keeps customers by establishment, agreements and orders, and finds them again", async () => {
    const mine = aCustomer({ siret: nantes, name: "France Travail Pays de la Loire" });
    await write(database(), async ({ customers, trainingAgreements, purchaseOrders }) => {
      await customers.save(aCustomer());
      await customers.save(mine);
      await trainingAgreements.save(anAgreement());
      await trainingAgreements.save(anAgreement({ reference: "CONV-2026-0002", title: "Soudeur" }));
      await purchaseOrders.save(anOrder());
      await purchaseOrders.save(anOrder({ reference: "BC-2026-119", sessionReference: "SE-2026-015" }));
    });
    const customer = (siret: typeof lyon) => look(database(), ({ customers }) => customers.get(siret, aCustomer().customerSiret));
    expect([await customer(lyon), await customer(nantes)]).toEqual([aCustomer(), mine]);
    const found = await look(database(), ({ trainingAgreements }) => trainingAgreements.list({ search: "2026-afc soudeur" }));
    expect(found.map(({ reference }) => reference)).toEqual(["CONV-2026-0002"]);
    const orders = (filter: object) =>
      look(database(), async ({ purchaseOrders }) => (await purchaseOrders.list(filter)).map(({ reference }) => reference));
    expect(await orders({ agreement: "CONV-2026-0001" })).toEqual(["BC-2026-119", "BC-2026-118"]);
    expect(await orders({ sessionReference: "SE-2026-014" })).toEqual(["BC-2026-118"]);
  });

  it("finds an invoice by its draft's reference and by its number", async () => {
    const { invoice } = aSealedInvoice();
    await write(database(), async ({ invoices }) => {
      await invoices.save(anInvoice());
      await invoices.save(invoice);
      await invoices.save(anInvoice({ reference: "PF-2026-0002", title: "Soudeur" }));
    });
    const named = (name: string) => look(database(), ({ invoices }) => invoices.get(name));
    expect(await named("PF-2026-0001")).toEqual(invoice);
    expect(await named("FAC-2026-0001")).toEqual(invoice);
    expect(await named("FAC-2026-0002")).toBeUndefined();
    const listed = (filter: object) =>
      look(database(), async ({ invoices }) => (await invoices.list(filter)).map(({ reference }) => reference));
    expect(await listed({})).toEqual(["PF-2026-0002", "PF-2026-0001"]);
    expect(await listed({ status: "draft" })).toEqual(["PF-2026-0002"]);
    expect(await listed({ isOpen: true })).toEqual(["PF-2026-0001"]);
    expect(await listed({ search: "fac-2026 cariste" })).toEqual(["PF-2026-0001"]);
  });

  it("tells the other invoices of a session, an order or a quote", async () => {
    const related = [
      anInvoice({ reference: "PF-2026-0002", order: undefined }),
      anInvoice({ reference: "PF-2026-0003", sessionReference: "SE-2026-015" }),
      anInvoice({ reference: "PF-2026-0004", sessionReference: "SE-2026-015", order: undefined, quote: "DEV-2026-0001" }),
    ];
    const stranger = anInvoice({ reference: "PF-2026-0005", sessionReference: "SE-2026-016", order: "BC-2026-200" });
    await write(database(), async ({ invoices }) => {
      for (const one of [anInvoice(), ...related, stranger]) await invoices.save(one);
    });
    expect(await look(database(), ({ invoices }) => invoices.related(anInvoice({ quote: "DEV-2026-0001" })))).toEqual(related);
    expect(await look(database(), ({ invoices }) => invoices.related(anInvoice()))).toEqual(related.slice(0, 2));
  });

  it("seals what was issued once, and counts its numbers", async () => {
    const sealed = [aSealedInvoice(1), aSealedInvoice(2, { reference: "PF-2026-0002" })];
    await write(database(), async ({ invoices }) => {
      for (const one of sealed) await invoices.seal(one);
    });
    expect(await look(database(), ({ invoices }) => invoices.sealed("FAC-2026-0001"))).toEqual(JSON.parse(JSON.stringify(sealed[0])));
    expect(await look(database(), ({ invoices }) => invoices.sealed("FAC-2026-0009"))).toBeUndefined();
    const taken = [1, 2].map((rank) => ({ number: `FAC-2026-000${rank}`, rank, issuedOn: "2026-12-21" }));
    expect(await look(database(), ({ invoices }) => invoices.numbers("FAC", 2026))).toEqual(taken);
    expect(await look(database(), ({ invoices }) => invoices.lastNumber("FAC"))).toEqual(taken[1]);
    expect(await look(database(), ({ invoices }) => invoices.lastNumber("AV"))).toBeUndefined();
    await expect(write(database(), ({ invoices }) => invoices.seal(aSealedInvoice(1)))).rejects.toThrow(/UNIQUE/i);
    const changed = { ...aSealedInvoice(2, { reference: "PF-2026-0002" }).invoice, title: "Soudeur" };
    await write(database(), ({ invoices }) => invoices.save(changed));
    const issued = await look(database(), ({ invoices }) => invoices.issuedIn(2026));
    expect(issued.map(({ sealed: one, kept }) => [one.issue.number, one.title, kept?.title])).toEqual([
      ["FAC-2026-0001", sealed[0]?.invoice.title, undefined],
      ["FAC-2026-0002", sealed[1]?.invoice.title, "Soudeur"],
    ]);
    expect(await look(database(), ({ invoices }) => invoices.issuedIn(2025))).toEqual([]);
  });

  it("lets one invoice bill a half-day, whatever imported files say of other tools", async () => {
    const billed = (reference: string) => aClaim({ kind: "billed", reference });
    await write(database(), ({ claims }) => claims.addMany([billed("FAC-2026-0001"), billed("IMP-0001")]));
    await expect(write(database(), ({ claims }) => claims.addMany([billed("FAC-2026-0002")]))).rejects.toThrow(/UNIQUE/i);
    await write(database(), async ({ claims }) => {
      await claims.removeMany([billed("FAC-2026-0001")]);
      await claims.addMany([billed("FAC-2026-0002")]);
    });
    const left = await look(database(), ({ claims }) => claims.of("billed", { session: "SE-2026-014" }));
    expect(left.map(({ reference }) => reference)).toEqual(["FAC-2026-0002", "IMP-0001"]);
  });
}
