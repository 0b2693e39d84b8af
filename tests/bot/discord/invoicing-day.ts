import type { Store } from "../../../packages/bot/src/store/store.js";
import { aCustomer, anAgreement, anInvoice, anInvoiceLine, anIssuedInvoice, anOrder } from "../../examples/invoice.js";
import { write } from "../attended.js";
import { aDraft, keepAgreement, keepBillable } from "../billing-seeds.js";
import type { TestDesk } from "../desk.js";
import { guild } from "../fronts/loopback.js";
import { keepIssued } from "../issued-desk.js";
import type { Name } from "./scene.js";

/** What the day says of agreements and invoices: every command at least once. */
export const invoicingDay: readonly (readonly [Name, string])[] = [
  ["rgc", "/organisme regler parametre:taux-bce valeur:2,15 % depuis 01/07/2026"],
  ["rgc", "/acces accorder personne:valideur profil:chargé de facturation motif:Factures"],
  ["valideur", "/convention payeur siret:13000548100010 nom:France Travail rue:1 place des Exemples code-postal:75020 ville:Paris"],
  ["valideur", "/convention payeurs"],
  [
    "valideur",
    "/convention creer intitule:Cariste CACES R489 payeur:13000548100010 marche:2026-AFC-0417 debut:01/11/2026 fin:31/10/2027 base:heure-stagiaire prix:17 €",
  ],
  ["valideur", "/convention signer convention:CONV-2026-0001 le:15/10/2026"],
  ["valideur", "/convention corriger convention:CONV-2026-0001 acompte:20 %"],
  ["valideur", "/convention voir convention:CONV-2026-0001"],
  ["valideur", "/convention liste"],
  ["valideur", "/commande creer convention:CONV-2026-0001 reference:BC-2026-118 session:SE-2026-014 stagiaires:1 date:05/11/2026"],
  ["valideur", "/commande avenant commande:BC-2026-118 numero:1 stagiaires:2 heures:140 h"],
  ["valideur", "/commande voir commande:BC-2026-118"],
  ["valideur", "/commande liste"],
  ["valideur", "/commande annuler commande:BC-2026-118 motif:Session reportée"],
  ["valideur", "/facture preparer commande:BC-2026-404 nature:acompte"],
  ["valideur", "/facture rapprocher facture:PF-2026-0001"],
  ["valideur", "/facture abandonner facture:PF-2026-0001"],
  ["valideur", "/facture xml facture:PF-2026-0099"],
  ["valideur", "/facture lire fichier:facture.xml"],
  ["valideur", "/facture liste"],
  ["valideur", "/facture numeros"],
  ["valideur", "/facture voir facture:PF-2026-0101"],
  ["valideur", "/facture emettre facture:PF-2026-0101"],
  ["valideur", "/facture avoir facture:PF-2026-0101 motif:Erreur de saisie"],
  ["valideur", "/facture depot facture:FAC-2026-0090"],
  ["valideur", "/facture pdf facture:FAC-2026-0090"],
  ["valideur", "/facture deposer facture:FAC-2026-0090 reference:CPRO-118"],
  ["valideur", "/facture rejet facture:FAC-2026-0090 motif:Engagement inconnu"],
  ["valideur", "/facture deposer facture:FAC-2026-0090 reference:CPRO-204"],
  ["valideur", "/facture reception facture:FAC-2026-0090"],
  ["valideur", "/facture retards"],
  ["valideur", "/facture paiement facture:FAC-2026-0080 montant:500"],
  ["valideur", "/facture annuler-paiement facture:FAC-2026-0080 motif:Autre client"],
  ["valideur", "/facture suivi session:SE-2026-014"],
];

type Keep = (store: Store) => Promise<void>;

/** What must be there before a line, as if the weeks before had brought it: numbers far from those that the day takes. */
const seeds: Readonly<Record<string, Keep>> = {
  "/facture preparer": async ({ customers, trainingAgreements, purchaseOrders }) => {
    await customers.save(aCustomer());
    await trainingAgreements.save(anAgreement({ reference: "CONV-2026-0404", terms: { depositRate: 2000 } }));
    await purchaseOrders.save(anOrder({ reference: "BC-2026-404", agreement: "CONV-2026-0404" }));
  },
  "/facture xml": async ({ customers, invoices }) => {
    await customers.save(aCustomer());
    await invoices.save(anInvoice({ reference: "PF-2026-0099", sessionReference: "SE-2026-014" }));
  },
  "/facture liste": async (store) => {
    await keepAgreement(store);
    const billable = { session: "SE-2026-099", order: "BC-2026-099", trainee: "T-0099" };
    await store.invoices.save(aDraft("PF-2026-0101", billable, await keepBillable(store, billable)));
  },
  "/facture retards": async ({ customers, invoices }) => {
    const issue = { number: "FAC-2026-0080", issuedOn: "2026-07-01", series: "FAC", year: 2026, rank: 80, dueOn: "2026-07-31" };
    await customers.save(aCustomer());
    await invoices.save(anIssuedInvoice({ reference: "PF-2026-0080", issue: { ...issue, by: "rgc", at: "2026-07-01T08:00:00.000Z" } }));
  },
};

/** One that waits for its deposit. */
const awaitingDeposit = {
  reference: "PF-2026-0090",
  issue: {
    number: "FAC-2026-0090",
    issuedOn: "2026-11-16",
    series: "FAC",
    year: 2026,
    rank: 90,
    dueOn: "2026-12-16",
    by: "rgc",
    at: "2026-11-16T08:00:00.000Z",
  },
  lines: [anInvoiceLine({ traineeId: "T-0001", halfDays: [] })],
};

export async function keepFor(line: string, desk: Pick<TestDesk, "database" | "now">): Promise<void> {
  if (line.startsWith("/facture depot")) await keepIssued(desk, awaitingDeposit, guild);
  for (const [start, keep] of Object.entries(seeds)) if (line.startsWith(start)) await write(desk, keep, guild);
}
