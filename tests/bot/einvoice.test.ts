import { type InvoiceInput, prepareInvoiceDocument, say, writeCii } from "@kairos/core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Answer } from "../../packages/bot/src/dispatch.js";
import { electronicInvoices } from "../examples/electronic-invoice.js";
import { aCustomer, anInvoice, anInvoiceLine, anIssuedInvoice } from "../examples/invoice.js";
import { aProvider } from "../examples/provider.js";
import { openFoundedDesk, type TestDesk } from "./desk.js";
import { aPdfWith } from "./files/pdf-samples.js";
import { write } from "./store/fixtures.js";

let desk: TestDesk;

async function open(): Promise<void> {
  desk = await openFoundedDesk();
  await desk.type("rgc", "/acces accorder personne:comptable profil:chargé de facturation motif:Factures");
  desk.setClock("2026-12-21T08:00:00.000Z");
}

async function close(): Promise<void> {
  expect(desk.failures).toEqual([]);
  await desk.close();
}

const codesOf = ({ problems = [] }: Answer["reply"]) => problems.map(({ code }) => code);
const fieldsOf = ({ fields = [] }: Answer["reply"]) =>
  Object.fromEntries(fields.map(({ name, value }) => [name.fr, value.fr.replace(/[\u00a0\u202f]/g, " ")]));
const xml = (facture: string) => desk.type("comptable", `/facture xml facture:${facture}`);

async function keep(changes: Partial<InvoiceInput> = {}, isIssued = true): Promise<void> {
  const invoice = isIssued ? anIssuedInvoice(changes) : anInvoice(changes);
  const customer = aCustomer();
  await write(
    desk.database,
    async (store) => {
      await store.customers.save(customer);
      await store.invoices.save(invoice);
      if (invoice.issue === undefined) return;
      const provider = aProvider({ bank: { iban: "FR7630006000011234567890189" } });
      const document = prepareInvoiceDocument({ invoice, provider, customer, trainees: new Map(), today: "2026-12-21" });
      await store.invoices.seal({ invoice: { ...invoice, issue: invoice.issue }, document });
    },
    { workspace: "test" },
  );
}

describe("the file of an invoice", () => {
  beforeEach(open);
  afterEach(close);

  it("is handed out once it is issued, the same each time, and says what was sealed", async () => {
    await keep();
    const first = await xml("FAC-2026-0001");
    expect(first.outcome).toBe("done");
    const [file] = first.reply.texts ?? [];
    expect(file?.fileName).toBe("factur-x-FAC-2026-0001.xml");
    expect(file?.text).toContain("<ram:ExemptionReasonCode>VATEX-FR-CGI261-4</ram:ExemptionReasonCode>");
    expect((await xml("fac-2026-0001")).reply.texts).toEqual(first.reply.texts);
    expect(first.reply.verdict).toBe("sound");
    expect(codesOf(first.reply)).toEqual(["einvoice.through-chorus", "einvoice.reception-not-ready"]);
  });

  it("is only judged before: a draft has no number", async () => {
    await keep({}, false);
    const { outcome, reply } = await xml("PF-2026-0001");
    expect([outcome, reply.texts, reply.verdict]).toEqual(["done", undefined, "sound"]);
    expect(reply.lines?.map(({ text }) => text.fr).join(" ")).toContain("une fois la facture émise");
  });

  it("is withheld when it would be wrong, and says how to mend it", async () => {
    await keep({ lines: [anInvoiceLine({ amountCents: 119_100 })] });
    const { outcome, reply } = await xml("FAC-2026-0001");
    expect([outcome, reply.texts]).toEqual(["refused", undefined]);
    expect(
      reply.problems?.filter(({ severity }) => severity === "error").map((one) => say(one).what.replace(/[\u00a0\u202f]/g, " ")),
    ).toEqual(["La ligne 1 porte 1 191,00 € ; quantité × prix unitaire font 1 190,00 €."]);
  });

  it("is not for whoever may not see invoices, nor of an invoice that is not there", async () => {
    await keep();
    expect((await desk.type("assistant", "/facture xml facture:FAC-2026-0001")).outcome).toBe("denied");
    expect(codesOf((await xml("FAC-2026-0099")).reply)).toEqual(["input.unknown-reference"]);
  });
});

describe("an invoice that was received", () => {
  beforeAll(open);
  afterAll(close);

  const read = (name: string, bytes: Uint8Array) => desk.type("comptable", `/facture lire fichier:${name}`, { fichier: { name, bytes } });
  const mixed = electronicInvoices["exempt and taxed, with an allowance"];
  if (mixed === undefined) throw new Error("no example");
  const text = writeCii(mixed);

  it.each([
    ["facture.xml", Buffer.from(text)],
    ["facture.pdf", aPdfWith([["factur-x.xml", Buffer.from(text)]])],
  ])("is shown with its lines and totals: %s", async (name, bytes) => {
    const { outcome, reply } = await read(name, bytes);
    expect([outcome, reply.verdict, codesOf(reply)]).toEqual(["done", "sound", []]);
    expect(reply.title?.fr).toBe("Facture reçue FA-2026-0001 · École des métiers & Cie");
    expect(fieldsOf(reply)).toMatchObject({
      Fournisseur: "École des métiers & Cie · 73282932000074",
      "Émise le": "21/12/2026",
      Échéance: "20/01/2027",
      "Total hors taxe": "199,98 €",
      TVA: "26,56 €",
      "Net à payer": "226,54 €",
      "À payer sur": "FR76 … 0189",
      Profil: "EN 16931",
    });
    expect(reply.table?.rows.map((row) => row.map(({ fr }) => fr.replace(/[\u00a0\u202f]/g, " ")).join(" | "))).toEqual([
      "1 | Cariste CACES R489 · T-0001 | 3,5 h | 0 % | 59,93 €",
      "2 | Examen | 1 | 20 % | 120,05 €",
      "3 | Salle, 3 jours | 3 j | 8,5 % | 30,00 €",
    ]);
  });

  it("is told what does not add up, and is shown all the same", async () => {
    const wrong = text.replace("<ram:GrandTotalAmount>226.54", "<ram:GrandTotalAmount>226.55");
    const { outcome, reply } = await read("facture.xml", Buffer.from(wrong));
    expect([outcome, reply.verdict]).toEqual(["done", "unsound"]);
    expect(reply.problems?.map((one) => say(one).what.replace(/[\u00a0\u202f]/g, " "))).toEqual([
      "Le total TTC (BT-112) est de 226,55 € ; le calcul donne 226,54 € (règle BR-CO-15).",
      "Le net à payer (BT-115) est de 226,54 € ; le calcul donne 226,55 € (règle BR-CO-16).",
    ]);
  });

  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>';
  it.each([
    ["a DOCTYPE with entities", "f.xml", Buffer.from(text.replace("<rsm", `${bomb}<rsm`)), "xml.declaration-refused"],
    ["a DOCTYPE that declares nothing", "f.xml", Buffer.from(text.replace("<rsm", "<!DOCTYPE rsm><rsm")), "xml.declaration-refused"],
    ["elements nested too deep", "f.xml", Buffer.from(text.replace("<ram:Name>", "<ram:Name>".repeat(500))), "file.beyond-limits"],
    ["a cut file", "f.xml", Buffer.from(text.slice(0, 3_000)), "xml.not-well-formed"],
    ["26 MB", "f.xml", Buffer.alloc(26 * 1024 * 1024, " "), "input.not-a-file"],
    [
      "a UBL invoice",
      "f.xml",
      Buffer.from('<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>'),
      "einvoice.other-syntax",
    ],
    ["a page", "f.xml", Buffer.from("<html><body/></html>"), "einvoice.not-an-invoice"],
    ["a picture called XML", "f.xml", Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), "input.not-a-file"],
    ["a PDF without a file", "f.pdf", aPdfWith([]), "einvoice.no-attachment"],
    ["a PDF with a file of another name", "f.pdf", aPdfWith([["facture.xml", Buffer.from(text)]]), "einvoice.no-attachment"],
    [
      "a PDF with two invoices",
      "f.pdf",
      aPdfWith([
        ["factur-x.xml", Buffer.from(text)],
        ["Factur-X.xml", Buffer.from(text)],
      ]),
      "einvoice.several-attachments",
    ],
    [
      "an encrypted PDF",
      "f.pdf",
      aPdfWith([["factur-x.xml", Buffer.from(text)]], { trailer: "/Encrypt 1 0 R" }),
      "einvoice.pdf-unreadable",
    ],
    ["a PDF that holds a bomb", "f.pdf", aPdfWith([["factur-x.xml", Buffer.alloc(200_000_000, " ")]]), "einvoice.pdf-unreadable"],
    ["a PDF of nothing", "f.pdf", Buffer.from("%PDF-1.7\n%%EOF\n"), "einvoice.pdf-unreadable"],
  ])("is refused: %s", async (_, name, bytes, code) => {
    const start = performance.now();
    const { outcome, reply } = await read(name, bytes);
    expect(performance.now() - start).toBeLessThan(5_000);
    expect([outcome, codesOf(reply)]).toEqual([code === "input.not-a-file" ? "invalid" : "refused", [code]]);
  });
});
