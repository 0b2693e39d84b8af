import { type InvoiceInput, invoiceSchema } from "@kairos/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { invoicesDue } from "../../../packages/bot/src/notices/invoices-due.js";
import { lookInto } from "../../../packages/bot/src/notices/look.js";
import { planner } from "../../../packages/bot/src/notices/plan.js";
import { openDatabase } from "../../../packages/bot/src/store/database.js";
import type { Database } from "../../../packages/bot/src/store/store.js";
import { anIssuedInvoice } from "../../examples/invoice.js";
import { sha256 } from "../desk.js";
import { aGrant, aProvider, change, clerk, colleague, guild, lyon, nantes, plannedIn, portsOn, sayInFrench } from "./office.js";

let database: Database;
beforeEach(async () => {
  database = await openDatabase({ file: ":memory:", digest: sha256 });
  await change(database, async (store) => {
    await store.providers.save(aProvider());
    await store.grants.save(aGrant({ person: clerk, profile: "billing" }));
    await store.grants.save(aGrant({ id: "H-0002", person: colleague, profile: "assistant" }));
    await store.invoices.save(anInvoiceHere(1));
  });
});
afterEach(() => database.close());

/** Issued on the 21st of December, due on the 20th of January, a Wednesday. */
function anInvoiceHere(rank: number, more: Partial<InvoiceInput> = {}) {
  const { issue } = anIssuedInvoice();
  if (issue === undefined) throw new Error("not issued");
  const number = `FAC-2026-000${rank}`;
  return invoiceSchema.parse({
    ...anIssuedInvoice(),
    siret: lyon,
    reference: `PF-2026-000${rank}`,
    issue: { ...issue, number, rank },
    ...more,
  });
}

async function said(day: string) {
  const look = await lookInto(portsOn(database), guild, `${day}T07:30:00.000Z`);
  if (look === undefined) throw new Error("nothing to look at");
  return (await invoicesDue.find(look)).map(({ person, message }) => [person, sayInFrench(message)]);
}

const late = (numbers: string, count = "1 facture") => [[clerk, `${count} en retard de paiement : ${numbers}. → /facture retards`]];

describe("the invoices of the morning", () => {
  it.each([
    ["2027-01-20", []],
    ["2027-01-21", late("FAC-2026-0001")],
    ["2027-01-22", []],
    ["2027-01-24", []],
    ["2027-01-25", late("FAC-2026-0001")],
    ["2027-01-26", []],
  ])("are told on %s: late since the day before, or any on a Monday", async (day, expected) => {
    expect(await said(day)).toEqual(expected);
  });

  it("that were rejected the day before are told, then on Mondays until they are corrected", async () => {
    const events = [{ action: "reject" as const, on: "2027-01-11", by: "karim", at: "2027-01-12T22:59:00.000Z" }];
    await change(database, (store) => store.invoices.save(anInvoiceHere(1, { status: "rejected", events })));
    const told = [[clerk, "1 facture rejetée, à corriger ou à déposer à nouveau : FAC-2026-0001. → /facture voir facture:FAC-2026-0001"]];
    expect(await said("2027-01-12")).toEqual([]);
    expect(await said("2027-01-13")).toEqual(told);
    expect(await said("2027-01-14")).toEqual([]);
    expect(await said("2027-01-18")).toEqual(told);
    expect(await said("2027-01-21")).toEqual([]);
  });

  it("are told no more once they are paid", async () => {
    const payments = [{ on: "2027-01-15", amountCents: 119_000, by: "karim", at: "2027-01-15T10:00:00.000Z" }];
    await change(database, (store) => store.invoices.save(anInvoiceHere(1, { status: "paid", payments })));
    expect(await said("2027-01-21")).toEqual([]);
  });

  it("are ten at most, the rest counted, and neither a name nor an amount is said", async () => {
    await change(database, async (store) => {
      for (let rank = 2; rank <= 12; rank += 1) await store.invoices.save(anInvoiceHere(rank, { reference: `PF-2026-00${rank + 10}` }));
    });
    const [[, text] = []] = await said("2027-01-21");
    expect(text).toMatch(/^12 factures en retard de paiement : FAC-\S+(, FAC-\S+){9} et 2 de plus\./);
    expect(text).not.toMatch(/€|Travail|Cariste/);
  });

  it("of another establishment are not told", async () => {
    await change(database, async ({ providers, grants }) => {
      await providers.save(aProvider({ siret: nantes, name: "Atelier de Nantes" }));
      await grants.save(aGrant({ person: clerk, revokedOn: "2026-12-01", revokedBy: "u-rgc" }));
      await grants.save(aGrant({ id: "H-0003", person: clerk, profile: "billing", siret: nantes }));
    });
    expect(await said("2027-01-21")).toEqual([]);
  });

  it("are told once a day, at the hour of the digest", async () => {
    const plan = planner(portsOn(database));
    const keys = async () => (await plannedIn(database)).filter(({ kind }) => kind === "invoices-due").map(({ key }) => key);
    await plan("2027-01-21T07:29:00.000Z");
    expect(await keys()).toEqual([]);
    for (const time of ["07:30", "07:45", "15:00"]) await plan(`2027-01-21T${time}:00.000Z`);
    expect(await keys()).toEqual([`invoices-due:2027-01-21:${clerk}`]);
  });
});
