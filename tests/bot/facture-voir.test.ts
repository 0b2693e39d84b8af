import { afterEach, beforeEach, expect, it } from "vitest";
import { write } from "./attended.js";
import { codes, said } from "./attended-desk.js";
import { type BillingDesk, openBillingDesk } from "./billing.js";

let bench: BillingDesk;
beforeEach(async () => {
  bench = await openBillingDesk();
});
afterEach(() => bench.desk.close());

const plain = (text: string | undefined) => text?.replaceAll("\u00a0", " ").replaceAll("\u202f", " ");

it("shows an invoice: who, how much, what proves each line, what happened, what comes next", async () => {
  const draft = await bench.done("/facture voir facture:PF-2026-0001");
  expect(draft.reply.table?.rows[0]?.map(({ fr }) => plain(fr))).toEqual([
    "1",
    "Cariste CACES R489",
    "T-0001 · Camille DURAND",
    "70 h",
    "17,00 €",
    "1 190,00 €",
    "20 demi-journées (70 h), 07/12/2026 → 18/12/2026",
  ]);
  await bench.done("/facture emettre facture:PF-2026-0001");
  await bench.done("/facture avoir facture:FAC-2026-0001 motif:Erreur montant:190", "facturier");
  await bench.done("/facture emettre facture:PF-2026-0002");
  const followed = await bench.invoice("FAC-2026-0001");
  await write(bench.desk, async (store) => {
    const at = bench.desk.now();
    await store.invoices.save({
      ...followed,
      status: "part-paid",
      events: [{ action: "deposit", on: "2026-12-22", channel: "chorus", reference: "CPP-42", by: "comptable", at }],
      payments: [{ on: "2027-01-10", amountCents: 50_000, reference: "VIR 7", by: "comptable", at }],
    });
  });
  const shown = await bench.done("/facture voir facture:FAC-2026-0001");
  expect(shown.reply.title?.fr).toBe("Facture FAC-2026-0001 · AFC · payée en partie");
  expect(plain(said(shown))).toContain(
    "22/12/2026 · noter le dépôt : CPP-42\n10/01/2027 · paiement de 500,00 € VIR 7\nAvoirs émis : AV-2026-0001 (190,00 €) ; reste facturé 1 000,00 € HT",
  );
  const fields = Object.fromEntries((shown.reply.fields ?? []).map(({ name, value }) => [name.fr, plain(value.fr)]));
  expect(fields).toEqual({
    Client: "France Travail · 13000548100010",
    "D'après": "CONV-2026-0001 · BC-2026-118 · SE-2026-014",
    Émise: "le 21/12/2026 par comptable, échéance le 20/01/2027",
    "Préparée par": "facturier",
    Montants: "HT 1 190,00 € · TVA 0,00 € · TTC 1 190,00 € · payé 500,00 € · reste à payer 690,00 €",
  });
  expect(shown.reply.next?.[0]?.command).toContain("/facture paiement facture:FAC-2026-0001");
  const creditNote = await bench.done("/facture voir facture:AV-2026-0001");
  expect(said(creditNote)).toContain("Avoir sur FAC-2026-0001 du 21/12/2026 : Erreur");
});

it("lists invoices by status, session and words, with their totals", async () => {
  await bench.done("/facture emettre facture:PF-2026-0001");
  await bench.draft("PF-2026-0009", [0, 1]);
  await bench.done("/facture avoir facture:FAC-2026-0001 motif:Erreur montant:190", "facturier");
  const listed = async (rest = "") => {
    const { reply } = await bench.done(`/facture liste ${rest}`.trim());
    return (reply.data as { invoices: readonly { reference: string }[] }).invoices.map(({ reference }) => reference);
  };
  const drafts = (await listed("statut:brouillon")).length;
  expect(drafts).toBe(2);
  expect(await listed("statut:émise")).toEqual(["PF-2026-0001"]);
  expect(await listed("session:se-2026-014")).toHaveLength(3);
  expect(await listed("session:SE-2026-999")).toEqual([]);
  expect(await listed("cherche:fac-2026 cariste")).toEqual(["PF-2026-0001"]);
  const { reply } = await bench.done("/facture liste");
  expect(plain(reply.lines?.[0]?.text.fr)).toBe("Émis : 1 190,00 € ; avoirs : 0,00 € ; net : 1 190,00 € · brouillons : 119,00 €");
  expect((await bench.type("/facture liste", "coordinateur")).outcome).toBe("denied");
});

it("audits the numbers of a year: sound, then an issued invoice that somebody changed in the file", async () => {
  await bench.done("/facture emettre facture:PF-2026-0001");
  const sound = await bench.done("/facture numeros");
  expect(sound.reply.verdict).toBe("sound");
  expect(said(sound)).toContain("FAC : 1 numéro, le dernier FAC-2026-0001 du 21/12/2026.\nAV : aucun numéro.");
  const issued = await bench.invoice("FAC-2026-0001");
  await write(bench.desk, (store) => store.invoices.save({ ...issued, title: "Cariste CACES R482" }));
  const changed = await bench.done("/facture numeros annee:2026");
  expect(changed.reply.verdict).toBe("unsound");
  expect(codes(changed)).toEqual(["invoice.issued-edited"]);
  expect(changed.reply.problems?.[0]?.params).toEqual({ number: "FAC-2026-0001", fields: ["title"], isGone: false });
  expect((await bench.done("/facture numeros annee:2025")).reply.verdict).toBe("sound");
});

it("warns of a series that was changed in the middle of a year", async () => {
  await bench.draft("PF-2026-0001", [0, 5]);
  await bench.draft("PF-2026-0002", [5, 10]);
  await bench.done("/facture emettre facture:PF-2026-0001");
  await write(bench.desk, async (store) => {
    const [provider] = await store.providers.list();
    if (provider === undefined) return;
    const { settings } = provider;
    await store.providers.save({ ...provider, settings: { ...settings, invoices: { ...settings.invoices, series: "F" } } });
  });
  await bench.done("/facture emettre facture:PF-2026-0002");
  const { reply } = await bench.done("/facture numeros");
  expect(reply.problems?.map(({ code, params }) => [code, params])).toEqual([
    ["invoice.series-misuse", { series: "F", numbers: ["FAC-2026-0001"] }],
  ]);
  expect(reply.verdict).toBe("sound");
});
