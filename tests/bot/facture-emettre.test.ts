import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { write } from "./attended.js";
import { codes, said } from "./attended-desk.js";
import { type BillingDesk, openBillingDesk } from "./billing.js";

let bench: BillingDesk;
beforeEach(async () => {
  bench = await openBillingDesk();
});
afterEach(() => bench.desk.close());

const issue = "/facture emettre facture:PF-2026-0001";

/** Issues through the steps of a chat: shown first. */
async function preview(person = "comptable", options: Record<string, string> = { facture: "PF-2026-0001" }, id = "shown") {
  const request = { workspace: "test", deliveryId: id, actor: { id: person, name: person }, mayFound: false, options };
  const shown = await bench.desk.dispatch({ ...request, path: "facture emettre", stage: { kind: "preview" } });
  const confirm = (deliveryId = `${id}-click`) =>
    bench.desk.dispatch({ ...request, deliveryId, options: {}, stage: { kind: "confirm", of: id } });
  return { shown, confirm };
}

describe("issuing", () => {
  it("takes the number, seals what is printed, bills the half-days, and says what comes next", async () => {
    const answer = await bench.done(issue);
    expect(answer.reply.title?.fr).toBe("Facture FAC-2026-0001 · AFC · émise");
    expect(said(answer)).toContain(
      "Numéro FAC-2026-0001, datée du 21/12/2026 : 1 190,00 € à payer au plus tard le 20/01/2027.".replace("1 190", "1\u202f190"),
    );
    expect(said(answer)).toContain("20 demi-journées sont facturées par elle");
    expect(answer.reply.next?.[0]?.command).toBe("/facture depot facture:FAC-2026-0001");
    const invoice = await bench.invoice("FAC-2026-0001");
    expect(invoice).toMatchObject({
      reference: "PF-2026-0001",
      status: "issued",
      issue: { number: "FAC-2026-0001", series: "FAC", year: 2026, rank: 1, issuedOn: "2026-12-21", dueOn: "2027-01-20", by: "comptable" },
    });
    const sealed = await bench.look((store) => store.invoices.sealed("FAC-2026-0001"));
    expect(sealed?.invoice).toEqual(invoice);
    expect(sealed?.document).toMatchObject({ number: "FAC-2026-0001", isDraft: false, totals: { dueCents: 119_000 } });
    const billed = await bench.billed();
    expect(billed).toHaveLength(20);
    expect(new Set(billed.map(({ reference }) => reference))).toEqual(new Set(["FAC-2026-0001"]));
  });

  it("is traced by references and codes alone", async () => {
    await bench.done(issue);
    const [entry] = await bench.look((store) => store.audit.search({ acts: ["facture.emettre"], limit: 1 }));
    expect(entry).toMatchObject({ object: "PF-2026-0001", details: { number: "FAC-2026-0001", kind: "invoice", date: "2026-12-21" } });
    expect(JSON.stringify(entry)).not.toMatch(/Camille|Durand|T-0001/);
  });

  it("is refused to whoever prepared it, unless the provider waived that", async () => {
    const refused = await bench.type(issue, "facturier");
    expect(codes(refused)).toEqual(["invoice.same-person"]);
    await write(bench.desk, async (store) => {
      const provider = await store.providers.get("99900014400017" as never);
      if (provider !== undefined)
        await store.providers.save({ ...provider, settings: { ...provider.settings, separationOfDuties: "waived" } });
    });
    await bench.done(issue, "facturier");
  });

  it("needs the right: who only reads is refused", async () => {
    expect((await bench.type(issue, "gestionnaire")).outcome).toBe("denied");
  });

  it("once only: an issued invoice does not take a second number", async () => {
    await bench.done(issue);
    expect(codes(await bench.type(issue))).toEqual(["invoice.step-illegal"]);
    expect(await bench.look((store) => store.invoices.numbers("FAC", 2026))).toHaveLength(1);
  });

  it("at the same time twice, one wins and the other is told", async () => {
    const both = await Promise.all([bench.type(issue), bench.type(issue)]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(["done", "refused"]);
    expect(both.flatMap((one) => (one.outcome === "done" ? [] : codes(one)))).toEqual(["invoice.step-illegal"]);
    expect(await bench.look((store) => store.invoices.numbers("FAC", 2026))).toHaveLength(1);
  });
});

describe("the number", () => {
  it("is shown by a preview, and not consumed by it", async () => {
    const first = await preview();
    expect(first.shown.reply.title?.fr).toBe("Aperçu · Facture FAC-2026-0001 · AFC · émise");
    expect((await bench.invoice("PF-2026-0001")).status).toBe("draft");
    expect(await bench.look((store) => store.invoices.numbers("FAC", 2026))).toEqual([]);
    expect(await bench.billed()).toEqual([]);
    const again = await preview("comptable", undefined, "again");
    const confirmed = await again.confirm();
    expect(confirmed.reply.title?.fr).toBe("Facture FAC-2026-0001 · AFC · émise");
    const late = await first.confirm();
    expect(late.outcome).not.toBe("done");
    expect(await bench.look((store) => store.invoices.numbers("FAC", 2026))).toHaveLength(1);
  });

  it("that was shown is the one that is taken: another issued in between asks to look again", async () => {
    await bench.draft("PF-2026-0001", [0, 5]);
    await bench.draft("PF-2026-0002", [5, 10]);
    const { shown, confirm } = await preview();
    expect(shown.reply.title?.fr).toContain("FAC-2026-0001");
    await bench.done("/facture emettre facture:PF-2026-0002");
    expect(codes(await confirm())).toEqual(["input.changed-since"]);
    expect((await bench.done(issue)).reply.title?.fr).toContain("FAC-2026-0002");
  });

  it("is not used by what is refused, nor by what fails", async () => {
    expect((await bench.type(issue, "facturier")).outcome).toBe("refused");
    expect((await bench.type(`${issue} date:22/12/2026`)).outcome).toBe("refused");
    // The half-days are billed already, by what another tool of the house wrote under the name of an invoice.
    const [claim] = (await bench.look((store) => store.signIns.of({ session: "SE-2026-014" }))).map(({ traineeId, day, half, siret }) => ({
      kind: "billed" as const,
      sessionReference: "SE-2026-014",
      siret,
      traineeId,
      day,
      half,
      minutes: 210,
      reference: "F-ANCIENNE-7",
      at: "2026-12-20T09:00:00.000Z",
    }));
    if (claim === undefined) throw new Error("no half-day");
    await write(bench.desk, (store) => store.claims.addMany([claim]));
    expect((await bench.type(issue)).outcome).not.toBe("done");
    expect((await bench.invoice("PF-2026-0001")).status).toBe("draft");
    await write(bench.desk, async (store) => void (await store.claims.removeMany([claim])));
    expect((await bench.done(issue)).reply.title?.fr).toContain("FAC-2026-0001");
  });

  it("follows the dates: none before the last one of its series, none to come", async () => {
    await bench.draft("PF-2026-0001", [0, 5]);
    await bench.draft("PF-2026-0002", [5, 10]);
    await bench.done(`${issue} date:20/12/2026`);
    const refused = await bench.type("/facture emettre facture:PF-2026-0002 date:19/12/2026");
    expect(codes(refused)).toEqual(["invoice.number-not-chronological"]);
    expect(refused.reply.problems?.[0]?.params).toEqual({ issuedOn: "2026-12-19", last: "FAC-2026-0001", lastOn: "2026-12-20" });
    expect(codes(await bench.type("/facture emettre facture:PF-2026-0002 date:22/12/2026"))).toEqual(["invoice.issued-in-future"]);
    expect((await bench.done("/facture emettre facture:PF-2026-0002 date:20/12/2026")).reply.title?.fr).toContain("FAC-2026-0002");
  });

  it("begins again with each year", async () => {
    await bench.draft("PF-2026-0001", [0, 5]);
    await bench.draft("PF-2026-0002", [5, 10]);
    await bench.done(issue);
    bench.desk.setClock("2027-01-04T09:00:00.000Z");
    expect((await bench.done("/facture emettre facture:PF-2026-0002")).reply.title?.fr).toContain("FAC-2027-0001");
  });

  it("is refused when the counter and what was issued disagree, as after a backup was restored", async () => {
    await write(bench.desk, async (store) => {
      await store.counters.next("invoice:FAC-2026");
      await store.counters.next("invoice:FAC-2026");
    });
    const answer = await bench.type(issue);
    expect(codes(answer)).toEqual(["invoice.number-gap"]);
    expect(answer.reply.problems?.[0]?.params).toEqual({ first: "FAC-2026-0001", last: "FAC-2026-0002", count: 2 });
  });

  it("never shares its counter with quotes, whatever the provider calls its series", async () => {
    await bench.done("/devis creer dispositif:AIF session:SE-2026-014 stagiaire:T-0001", "gestionnaire");
    await write(bench.desk, async (store) => {
      const provider = await store.providers.get("99900014400017" as never);
      if (provider === undefined) return;
      await store.providers.save({
        ...provider,
        settings: { ...provider.settings, invoices: { ...provider.settings.invoices, series: "DEV" } },
      });
    });
    expect((await bench.done(issue)).reply.title?.fr).toContain("DEV-2026-0001");
  });
});

describe("an invoice that is not sound", () => {
  it.each([
    ["to the provider itself", { customerSiret: "99900014400025" }, "invoice.customer-siren"],
    ["to somebody unknown", { customerSiret: "73282932000074" }, "chorus.recipient-siret"],
    ["below zero", { penalty: { amountCents: 119_001, reason: "Retard" } }, "invoice.total-out-of-range"],
    ["that says it will be paid", { alreadyPaid: { on: "2026-12-22" } }, "invoice.paid-after-issue"],
  ])("is refused with what is wrong, and keeps its draft: %s", async (_what, change, code) => {
    await bench.draft("PF-2026-0001", [0, 10], change);
    const answer = await bench.type(issue);
    expect(answer.outcome).toBe("refused");
    expect(codes(answer)).toContain(code);
    expect((await bench.invoice("PF-2026-0001")).status).toBe("draft");
    expect(await bench.look((store) => store.invoices.numbers("FAC", 2026))).toEqual([]);
  });

  it("paid beforehand, it is paid at once", async () => {
    await bench.draft("PF-2026-0001", [0, 10], { alreadyPaid: { on: "2026-12-20" } });
    const answer = await bench.done(issue);
    expect(answer.reply.title?.fr).toBe("Facture FAC-2026-0001 · AFC · payée");
    expect(said(answer)).toContain("rien à payer, elle l'est déjà");
  });
});
