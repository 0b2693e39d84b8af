import { describe, expect, it } from "vitest";
import { facturXOf } from "../../examples/embedding/make-an-invoice.js";
import { ticketOf } from "../../examples/embedding/prepare-an-incident.js";
import { compareMonth } from "../../examples/embedding/reconcile-a-month.js";
import { invoiceInPdf } from "../../packages/bot/src/files/invoice-pdf.js";
import { anIncident } from "../examples/incident.js";
import { aProvider } from "../examples/index.js";
import { aCustomer, anAgreement, anIssuedInvoice, anOrder } from "../examples/invoice.js";
import { aSession, aTrainee } from "../examples/session.js";

describe("a month from three files", () => {
  const planned = "T-0007;2026-12-07;matin;210\nT-0007;2026-12-07;apres-midi;210\n";

  it("may be invoiced when all agree", () => {
    const same = compareMonth({ planned, recorded: planned, declared: planned, billed: planned }, "SE-2026-014", "2026-12-31");
    expect(same).toEqual({ mayLeave: true, attendedMinutes: 420, remarks: [] });
  });

  it("may not when a half-day is billed that nobody attended, and says which", () => {
    const recorded = "T-0007;2026-12-07;matin;210\r\nT-0007;2026-12-07;apres-midi;0\r\n";
    const { mayLeave, remarks } = compareMonth({ planned, recorded, declared: recorded, billed: planned }, "SE-2026-014", "2026-12-31");
    expect(mayLeave).toBe(false);
    expect(remarks.join("\n")).toMatch(/T-0007, 07\/12\/2026 après-midi/);
  });
});

describe("an invoice as a Factur-X", () => {
  const facts = {
    invoice: anIssuedInvoice(),
    provider: aProvider({ bank: { iban: "FR7630006000011234567890189", bic: "AGRIFRPP" } }),
    customer: aCustomer(),
    agreement: anAgreement(),
    order: anOrder(),
    session: aSession(),
    trainees: new Map([["T-0007", aTrainee()]]),
    today: "2026-12-21",
  };

  it("is a PDF with its XML inside", async () => {
    const file = await facturXOf(facts, "2026-12-21T10:00:00.000Z");
    const xml = invoiceInPdf(file);
    expect(xml.ok && Buffer.from(xml.value).toString()).toContain("<ram:ID>FAC-2026-0001</ram:ID>");
  });

  it("is refused in words when the XML would break a rule", async () => {
    const invoice = { ...anIssuedInvoice(), lines: [] };
    await expect(facturXOf({ ...facts, invoice }, "2026-12-21T10:00:00.000Z")).rejects.toThrow(/ligne/);
  });
});

describe("an incident for support", () => {
  const desk = { provider: aProvider(), candidates: [{ firstName: "Camille", lastName: "Durand" }], now: "2026-12-07T08:30:00.000Z" };

  it("is a text that names no candidate", () => {
    const { missing, text } = ticketOf({ ...anIncident(), steps: "J'ouvre le devis de Camille Durand." }, desk);
    expect(missing).toEqual([]);
    expect(text).toContain("J'ouvre le devis de [nom].");
    expect(text).not.toContain("Durand");
  });

  it("says what is still missing", () => {
    expect(ticketOf({ ...anIncident(), browser: undefined, portalUser: undefined }, desk).missing).toEqual([
      "L'identifiant de la personne dans le portail manque.",
      "Le navigateur et sa version manquent.",
    ]);
  });
});
