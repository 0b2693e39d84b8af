import { attendanceSheetSchema, invoiceWorkflow } from "@kairos/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Answer } from "../../packages/bot/src/dispatch.js";
import { anEnrolment, aSignIn } from "../examples/attendance.js";
import { anInvoice, anInvoiceLine, forkliftSchedule } from "../examples/invoice.js";
import { readPdf } from "../pdf/reader.js";
import { read } from "../pdf/shown.js";
import { codes, namesOf, said } from "./attended-desk.js";
import { unpacked } from "./files/unzip.js";
import { type IssuedDesk, openIssuedDesk } from "./issued-desk.js";

let on: IssuedDesk;
beforeEach(async () => {
  on = await openIssuedDesk();
});
afterEach(async () => {
  expect(on.desk.failures).toEqual([]);
  await on.desk.close();
});

const depot = "/facture depot facture:FAC-2026-0001 signataire:Nadia Sellier";

function packed({ files: [archive] }: Answer) {
  return unpacked(archive?.bytes ?? new Uint8Array());
}

function textOf(files: ReadonlyMap<string, Buffer>, name: string): string {
  return read(readPdf(files.get(name) ?? new Uint8Array()).pages);
}

/** `Certificats de réalisation: prêt`, a row each. */
function states({ reply }: Answer): readonly string[] {
  return (reply.table?.rows ?? []).map(([what, state]) => `${what?.fr}: ${state?.fr}`);
}

describe("/facture depot", () => {
  it("packs what proves the invoice, of whom it bills and of nobody else", async () => {
    await on.issue();
    const answer = await on.type(depot);
    expect([answer.outcome, codes(answer), namesOf(answer)]).toEqual(["done", [], ["depot-FAC-2026-0001.zip"]]);
    expect(answer.files[0]?.confidential).toBe(true);
    const files = packed(answer);
    expect([...files.keys()]).toEqual([
      "liste-de-controle.pdf",
      "facture-FAC-2026-0001.pdf",
      "certificat-T-0001.pdf",
      "feuille-2026-12.pdf",
      "etat-mensuel-2026-12.pdf",
    ]);
    for (const name of [...files.keys()].slice(2)) {
      expect(textOf(files, name), name).toContain("Camille DURAND");
      expect(textOf(files, name), name).not.toContain("MARTIN");
    }
    expect(textOf(files, "facture-FAC-2026-0001.pdf")).toContain("FAC-2026-0001");
    expect(textOf(files, "certificat-T-0001.pdf")).toContain("Nadia Sellier");
    expect(textOf(files, "feuille-2026-12.pdf")).toContain("présent");
    expect(said(answer)).toContain("Dossier de dépôt prêt : depot-FAC-2026-0001.zip, 5 fichiers. Canal : Chorus Pro.");
    expect(answer.reply.next?.map(({ command }) => command)).toEqual(["/facture deposer facture:FAC-2026-0001 reference:…"]);
  });

  it("lists what the channel asks, and reads aloud", async () => {
    await on.issue();
    const list = textOf(packed(await on.type(depot)), "liste-de-controle.pdf");
    for (const part of [
      "LISTE DE CONTRÔLE DU DÉPÔT FAC-2026-0001",
      "Chorus Pro",
      "SIRET du destinataire 13000548100010 la facture, France Travail prêt",
      "Numéro d'engagement 4500012345 la facture prêt",
      "Numéro de marché 2026-AFC-0417 lot 3 la facture prêt",
      "Certificats de réalisation certificat-T-0001.pdf",
      "Code service : cherchez dans l'annuaire de Chorus Pro si ce SIRET en demande un.",
    ])
      expect(list.replaceAll("’", "'")).toContain(part);
    expect(list).not.toMatch(/Camille|Durand|undefined|null/i);
  });

  it("gives the same bytes twice, whoever asks for the same answer again", async () => {
    await on.issue();
    const request = { workspace: "test", actor: { id: "facturation", name: "facturation" }, mayFound: false, path: "facture depot" };
    const options = { facture: "FAC-2026-0001", signataire: "Nadia Sellier" };
    const [first, again] = [
      await on.desk.dispatch({ ...request, deliveryId: "depot-1", options }),
      await on.desk.dispatch({ ...request, deliveryId: "depot-1", options }),
    ];
    expect(again.repeated).toBe(true);
    expect(Buffer.compare(first.files[0]?.bytes ?? Buffer.from("a"), again.files[0]?.bytes ?? Buffer.from("b"))).toBe(0);
  });

  it("says which certificates and months are missing, and how to have them", async () => {
    await on.issue();
    await on.seed(async (store) => {
      const month = await store.months.get("SE-2026-014", "2026-12");
      if (month !== undefined) await store.months.save({ ...month, status: "reopened" });
    });
    const answer = await on.type(depot);
    expect([...packed(answer).keys()]).toEqual(["liste-de-controle.pdf", "facture-FAC-2026-0001.pdf", "feuille-2026-12.pdf"]);
    expect(codes(answer)).toEqual(["chorus.attachment-missing"]);
    expect(states(answer)).toEqual(expect.arrayContaining(["Certificats de réalisation: manque", "États mensuels: manque"]));
    const mends = answer.reply.table?.rows.map((row) => row[3]?.fr) ?? [];
    expect(mends).toContain("décembre 2026 : clôturez le mois (/assiduite cloturer), puis refaites le dossier");
    expect(mends.some((mend) => mend?.startsWith("T-0001 : voyez ce qui bloque"))).toBe(true);
  });

  it("hands out the signed sheets as they came back, and asks for those whose file is not there", async () => {
    await on.issue();
    const scan = Buffer.from("%PDF-1.7 signed");
    await on.seed(async (store) => {
      const digest = await store.files.put(scan);
      const sheet = {
        sessionReference: "SE-2026-014",
        siret: anEnrolment().siret,
        halfDays: [],
        trainers: [],
        recordedBy: "lea",
        recordedAt: on.desk.now(),
      };
      await store.sheets.save(attendanceSheetSchema.parse({ ...sheet, reference: "FE-0001", digest, fileName: "Émargement n°1.PDF" }));
      await store.sheets.save(attendanceSheetSchema.parse({ ...sheet, reference: "FE-0002" }));
      const [first, second] = forkliftSchedule.halfDays;
      if (first === undefined || second === undefined) throw new Error("no half-day");
      await store.signIns.addMany([
        aSignIn("T-0001", first, { method: "sheet", proof: "FE-0001" }),
        aSignIn("T-0001", second, { method: "sheet", proof: "FE-0002" }),
        aSignIn("T-0002", second, { method: "sheet", proof: "FE-0003" }),
      ]);
    });
    const answer = await on.type(depot);
    expect(packed(answer).get("feuille-signee-FE-0001.pdf")?.equals(scan)).toBe(true);
    expect([...packed(answer).keys()].filter((name) => name.startsWith("feuille-signee"))).toEqual(["feuille-signee-FE-0001.pdf"]);
    const row = answer.reply.table?.rows.find(([what]) => what?.fr === "Feuilles d'émargement signées");
    expect(row?.map(({ fr }) => fr)).toEqual([
      "Feuilles d'émargement signées",
      "manque",
      "feuille-signee-FE-0001.pdf",
      expect.stringMatching(/^FE-0002 : /),
    ]);
  });

  it("of an AIF, adds the accepted quote as it was sealed, and the assessment that only the portal has", async () => {
    await on.done("/devis creer dispositif:AIF session:SE-2026-014 stagiaire:T-0001", "gestionnaire");
    await on.done("/devis corriger reference:DEV-2026-0001 reprendre-session:oui", "gestionnaire");
    await on.issue({ scheme: "aif", agreement: undefined, order: undefined, quote: "DEV-2026-0001", engagement: "4500099999" });
    const draft = await on.type(depot);
    expect(states(draft)).toEqual(expect.arrayContaining(["Devis accepté: manque", "Bilan: à joindre vous-même"]));
    await on.seed(async (store) => {
      const quote = await store.quotes.get("DEV-2026-0001");
      const { documentOf, situationOf } = await import("../../packages/bot/src/dossiers/quotes.js");
      if (quote === undefined) throw new Error("no quote");
      const document = documentOf(await situationOf({ store, today: "2026-12-22" }, quote));
      await store.quotes.seal({ version: quote.version, quote, document }, quote.reference);
    });
    const answer = await on.type(depot);
    expect([...packed(answer).keys()]).toContain("devis-DEV-2026-0001-v1-brouillon.pdf");
    expect(states(answer)).toContain("Devis accepté: prêt");
  });

  it("needs no proof of a deposit invoice, and says so by asking for none", async () => {
    await on.issue({ kind: "deposit", lines: [anInvoiceLine({ traineeId: undefined, halfDays: [] })] });
    const answer = await on.type(depot);
    expect([...packed(answer).keys()]).toEqual(["liste-de-controle.pdf", "facture-FAC-2026-0001.pdf"]);
    expect(states(answer).filter((state) => /Certificats|Feuilles|mensuels|Bilan/.test(state))).toEqual([]);
  });

  it("by another channel, asks for nothing that is Chorus Pro's own", async () => {
    await on.issue();
    await on.settle({ invoices: { channels: { afc: "other" } } });
    const answer = await on.type(depot);
    expect(said(answer)).toContain("Canal : autre canal.");
    expect(states(answer).filter((state) => state.startsWith("Code service"))).toEqual([]);
  });

  it("is refused for a draft, for an unknown invoice, and to whoever may not issue", async () => {
    await on.seed((store) => store.invoices.save(anInvoice()));
    const draft = await on.type("/facture depot facture:PF-2026-0001");
    expect([codes(draft), draft.reply.problems?.[0]?.params]).toEqual([
      ["invoice.step-illegal"],
      { action: "deposit", status: "draft", invoice: "PF-2026-0001", possible: ["discard", "issue"] },
    ]);
    expect(codes(await on.type("/facture depot facture:FAC-2026-0404"))).toEqual(["input.unknown-reference"]);
    expect((await on.type("/facture depot facture:PF-2026-0001", "gestionnaire")).outcome).toBe("denied");
  });

  it("gives no sheet nor certificate to whoever may not see attendance", async () => {
    await on.issue();
    await on.done("/acces profil nom:Dépôt base:chargé de facturation droits:consulter les factures, émettre une facture", "rgc");
    await on.done("/acces accorder personne:depositaire profil:Dépôt motif:Factures", "rgc");
    const answer = await on.type(depot, "depositaire");
    expect([answer.outcome, answer.files, answer.reply.problems?.[0]?.params]).toEqual([
      "denied",
      [],
      { permission: "attendance.read", managers: [] },
    ]);
  });

  it("leaves no name in the trail", async () => {
    await on.issue();
    await on.type(depot);
    const entries = await on.desk.database.read("test", "all", (store) => store.audit.search({ limit: 3 }));
    expect(entries[0]).toMatchObject({ act: "facture.depot", object: "PF-2026-0001", details: { files: 5 } });
    expect(JSON.stringify(entries)).not.toMatch(/Camille|Durand|Sellier/i);
  });
});

describe("/facture deposer, reception, rejet", () => {
  it.each([
    ["deposer", "deposit"],
    ["reception", "receive"],
    ["rejet", "reject"],
  ] as const)("ask for the right of their step: %s", (verb, action) => {
    expect(on.desk.commands.get(`facture ${verb}`)?.needs).toBe(invoiceWorkflow[action].needs);
  });

  const kept = () => on.desk.database.read("test", "all", (store) => store.invoices.get("FAC-2026-0001"));

  it("follow the invoice from its deposit to its receipt, and back again after a rejection", async () => {
    await on.issue();
    const deposited = await on.type("/facture deposer facture:FAC-2026-0001 le:22/12/2026 reference:CPRO-118");
    expect([deposited.outcome, said(deposited)]).toEqual([
      "done",
      expect.stringContaining("Dépôt noté : le 22/12/2026, Chorus Pro, CPRO-118."),
    ]);
    on.desk.setClock("2026-12-28T10:00:00.000Z");
    const rejected = await on.type('/facture rejet facture:FAC-2026-0001 motif:"Engagement inconnu" le:24/12/2026');
    expect(said(rejected)).toContain("Rejet noté : le 24/12/2026, « Engagement inconnu ».");
    await on.type("/facture deposer facture:FAC-2026-0001 reference:CPRO-204");
    expect((await on.type("/facture reception facture:FAC-2026-0001")).outcome).toBe("done");
    const invoice = await kept();
    expect(invoice?.status).toBe("received");
    expect(invoice?.events.map(({ at, ...event }) => event)).toEqual([
      { action: "deposit", on: "2026-12-22", channel: "chorus", reference: "CPRO-118", by: "facturation" },
      { action: "reject", on: "2026-12-24", reason: "Engagement inconnu", by: "facturation" },
      { action: "deposit", on: "2026-12-28", channel: "chorus", reference: "CPRO-204", by: "facturation" },
      { action: "receive", on: "2026-12-28", by: "facturation" },
    ]);
  });

  it.each([
    ["to come", "deposer", "le:23/12/2026", "input.day-in-future"],
    ["before the issue", "deposer", "le:20/12/2026", "channel.event-too-early"],
    ["a receipt before any deposit", "reception", "", "invoice.step-illegal"],
    ["a rejection before any deposit", "rejet", "motif:Erreur", "invoice.step-illegal"],
  ])("refuse a day or a step that does not follow: %s", async (_, verb, more, code) => {
    await on.issue();
    const answer = await on.type(`/facture ${verb} facture:FAC-2026-0001 ${more}`.trim());
    expect([answer.reply.outcome, codes(answer)]).toEqual(["refused", [code]]);
    expect((await kept())?.events).toEqual([]);
  });

  it("take the day of the issue itself, and no day before the event before", async () => {
    await on.issue();
    expect((await on.type("/facture deposer facture:FAC-2026-0001 le:21/12/2026")).outcome).toBe("done");
    const early = await on.type("/facture reception facture:FAC-2026-0001 le:20/12/2026");
    expect(early.reply.problems?.[0]?.params).toEqual({
      invoice: "FAC-2026-0001",
      on: "2026-12-20",
      before: "deposit",
      since: "2026-12-21",
    });
    expect((await on.type("/facture reception facture:FAC-2026-0001 le:21/12/2026")).outcome).toBe("done");
  });

  it("keep the reason of a rejection out of the trail", async () => {
    await on.issue();
    await on.type("/facture deposer facture:FAC-2026-0001");
    await on.type('/facture rejet facture:FAC-2026-0001 motif:"Heures de Camille Durand"');
    const [entry] = await on.desk.database.read("test", "all", (store) => store.audit.search({ limit: 1 }));
    expect(entry).toMatchObject({ act: "facture.rejet", details: { action: "reject", on: "2026-12-22" } });
    expect(JSON.stringify(entry)).not.toContain("Camille");
  });
});
