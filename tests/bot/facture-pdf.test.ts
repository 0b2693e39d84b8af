import { type Invoice, prepareInvoiceDocument } from "@kairos/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Answer } from "../../packages/bot/src/dispatch.js";
import { aCustomer, anAgreement, anInvoice, anIssuedInvoice, anOrder, aProvider, aTrainee } from "../examples/index.js";
import { readPdf } from "../pdf/reader.js";
import { read } from "../pdf/shown.js";
import { write } from "./attended.js";
import { openFoundedDesk, type TestDesk } from "./desk.js";

let desk: TestDesk;
beforeEach(async () => {
  desk = await openFoundedDesk();
  await desk.type("rgc", "/acces accorder personne:comptable profil:chargé de facturation motif:Factures");
  await write(desk, async ({ customers, trainingAgreements, purchaseOrders }) => {
    await customers.save(aCustomer());
    await trainingAgreements.save(anAgreement());
    await purchaseOrders.save(anOrder());
  });
});
afterEach(async () => {
  expect(desk.failures).toEqual([]);
  await desk.close();
});

describe("a draft", () => {
  it("is printed as what it is, with nothing for machines", async () => {
    await write(desk, ({ invoices }) => invoices.save(anInvoice()));
    const answer = await desk.type("comptable", "/facture pdf facture:pf-2026-0001");
    expect(answer.files.map(({ name }) => name)).toEqual(["facture-PF-2026-0001-projet.pdf"]);
    const { pages, objects } = drawn(answer);
    expect(read(pages, true)).toMatch(/PROJET.*PROJET DE FACTURE PF-2026-0001.*2026-AFC-0417 lot 3.*Net à payer 1 190,00 €/);
    expect([...objects.values()].filter(({ dictionary }) => dictionary.includes("/EmbeddedFile"))).toEqual([]);
    expect(JSON.stringify(answer.reply.lines)).toContain("ne vaut pas facture");
  });

  it("whose customer is not known is refused, not drawn", async () => {
    await write(desk, ({ invoices }) => invoices.save(anInvoice({ customerSiret: "13000548100028" })));
    const answer = await desk.type("comptable", "/facture pdf facture:PF-2026-0001");
    expect([answer.outcome, answer.files]).toEqual(["invalid", []]);
    expect(answer.reply.problems?.[0]).toMatchObject({ code: "input.unknown-reference", params: { kind: "customer" } });
  });
});

describe("an issued invoice", () => {
  it("is printed as it was sealed, whatever changed since", async () => {
    await issue(anIssuedInvoice());
    await desk.type("rgc", "/organisme completer rue:1 rue Neuve code-postal:64000 ville:Pau");
    const answer = await desk.type("comptable", "/facture pdf facture:FAC-2026-0001");
    expect(answer.files.map(({ name }) => name)).toEqual(["facture-FAC-2026-0001.pdf"]);
    const text = read(drawn(answer).pages, true);
    expect(text).toContain("12 rue des Chantiers, 33300 Bordeaux");
    expect(text).not.toMatch(/Neuve|PROJET/);
    expect(JSON.stringify(answer.reply.lines)).toContain("Factur-X");
  });
});

it("is refused under a name that no invoice has, and to who may not read invoices", async () => {
  const unknown = await desk.type("comptable", "/facture pdf facture:FAC-2026-0404");
  expect(unknown.reply.problems?.[0]).toMatchObject({ code: "input.unknown-reference", path: ["facture"], params: { kind: "invoice" } });
  await write(desk, ({ invoices }) => invoices.save(anInvoice()));
  expect((await desk.type("coordinateur", "/facture pdf facture:PF-2026-0001")).outcome).toBe("denied");
});

function drawn({ files: [file] }: Answer) {
  return readPdf(file?.bytes ?? new Uint8Array());
}

async function issue(invoice: Invoice): Promise<void> {
  const document = prepareInvoiceDocument({
    invoice,
    provider: aProvider(),
    customer: aCustomer(),
    agreement: anAgreement(),
    order: anOrder(),
    trainees: new Map([["T-0007", aTrainee()]]),
    today: "2026-12-21",
  });
  await write(desk, async ({ invoices }) => {
    await invoices.save(invoice);
    if (invoice.issue !== undefined) await invoices.seal({ invoice: { ...invoice, issue: invoice.issue }, document });
  });
}
