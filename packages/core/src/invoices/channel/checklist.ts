import type { Label, Language } from "../../shared/language.js";
import { counted, enumerate } from "../../shared/text.js";
import type { InvoiceDocument } from "../document.js";
import type { Channel } from "../invoice.js";
import type { InvoiceSituation } from "../situation.js";
import { channelOf, engagementOf, serviceCodeOf } from "./channel.js";
import { type Enclosures, enclosuresOf } from "./enclosures.js";

/** Whether what the channel asks is there. `by-hand`: the desk does not hold it, whoever deposits adds it. */
export const checkedStates = ["ready", "missing", "to-check", "by-hand"] as const;
export type CheckedState = (typeof checkedStates)[number];

export const checkedStateLabels: Readonly<Record<CheckedState, Label>> = {
  ready: { fr: "prêt", en: "ready" },
  missing: { fr: "manque", en: "missing" },
  "to-check": { fr: "à vérifier", en: "to be checked" },
  "by-hand": { fr: "à joindre vous-même", en: "to be added by you" },
};

/** Files that go with an invoice, by what they are. */
export const enclosureKinds = ["quote", "certificates", "sheets", "signed-sheets", "statements"] as const;
export type EnclosureKind = (typeof enclosureKinds)[number];

/** What a package holds: the names of its files; and, for each kind, what there is no file of: a trainee, a month, a sheet. */
export interface Packed {
  readonly invoice: readonly string[];
  readonly enclosures: Readonly<Partial<Record<EnclosureKind, { readonly files: readonly string[]; readonly lacking: readonly Label[] }>>>;
}

export const checkedItems = ["recipient", "service-code", "engagement", "contract", "invoice", ...enclosureKinds, "assessment"] as const;
export type CheckedItemKind = (typeof checkedItems)[number];

export const checkedItemLabels: Readonly<Record<CheckedItemKind, Label>> = {
  recipient: { fr: "SIRET du destinataire", en: "Recipient's SIRET" },
  "service-code": { fr: "Code service", en: "Service code" },
  engagement: { fr: "Numéro d'engagement", en: "Commitment number" },
  contract: { fr: "Numéro de marché", en: "Contract number" },
  invoice: { fr: "Facture", en: "Invoice" },
  quote: { fr: "Devis accepté", en: "Accepted quote" },
  certificates: { fr: "Certificats de réalisation", en: "Completion certificates" },
  sheets: { fr: "Feuilles d'émargement remplies", en: "Attendance sheets, filled in" },
  "signed-sheets": { fr: "Feuilles d'émargement signées", en: "Attendance sheets, signed" },
  statements: { fr: "États mensuels", en: "Monthly statements" },
  assessment: { fr: "Bilan", en: "Assessment" },
};

/** One thing that the channel asks: to be typed there, or attached. */
export interface CheckedItem {
  readonly item: CheckedItemKind;
  readonly isFile: boolean;
  readonly state: CheckedState;
  /** As it is typed on the channel; for files, their names. */
  readonly values: readonly string[];
  /** Where it comes from. */
  readonly from: Label;
  /** What is left to do, unless it is ready. */
  readonly mend?: Label;
}

export interface Checklist {
  readonly channel: Channel;
  readonly items: readonly CheckedItem[];
}

interface Facts extends InvoiceSituation {
  readonly channel: Channel;
  readonly document: InvoiceDocument;
  readonly packed: Packed;
  readonly expected: Enclosures;
}

/**
 * What the channel of an invoice asks, thing by thing, and whether it is there. What is typed is what the issued invoice says;
 * what it does not say may be known since.
 */
export function prepareChecklist(situation: InvoiceSituation, document: InvoiceDocument, packed: Packed): Checklist {
  const channel = channelOf(situation.invoice, situation.provider);
  const facts = { ...situation, channel, document, packed, expected: enclosuresOf(situation) };
  return { channel, items: checkedItems.flatMap((item) => rows[item](facts).map((row) => ({ item, ...row }))) };
}

type Row = (facts: Facts) => readonly Omit<CheckedItem, "item">[];

const rows: Readonly<Record<CheckedItemKind, Row>> = {
  recipient: ({ document: { customer } }) => [
    {
      isFile: false,
      state: "ready",
      values: [customer.siret],
      from: { fr: `la facture, ${customer.name}`, en: `the invoice, ${customer.name}` },
    },
  ],
  "service-code": (facts) => {
    const { document, provider } = facts;
    const issued = document.customer.serviceCode;
    const from = issued === undefined ? { fr: "la fiche du payeur", en: "the customer's record" } : invoiceItself;
    return typed(facts, "service-code", issued ?? serviceCodeOf(facts), provider.settings.invoices.serviceCodeRequired, from);
  },
  engagement: (facts) => {
    const { document, provider, order } = facts;
    const issued = document.references.engagement;
    const ordered = { fr: `la commande ${order?.reference ?? ""}`, en: `order ${order?.reference ?? ""}` };
    const from = issued === undefined && order !== undefined ? ordered : invoiceItself;
    return typed(facts, "engagement", issued ?? engagementOf(facts), provider.settings.invoices.engagementRequired, from);
  },
  contract: ({ document }) => {
    const { contract } = document.references;
    return contract === undefined ? [] : [{ isFile: false, state: "ready", values: [contract], from: invoiceItself }];
  },
  invoice: ({ packed }) => [
    {
      isFile: true,
      values: packed.invoice,
      from: { fr: "Kairos, telle qu'émise", en: "Kairos, as issued" },
      ...(packed.invoice.length === 0 ? { state: "missing", mend: mends.invoice } : { state: "ready" }),
    },
  ],
  quote: (facts) =>
    facts.invoice.quote === undefined
      ? []
      : enclosed(facts, "quote", { fr: `Kairos, ${facts.invoice.quote}`, en: `Kairos, ${facts.invoice.quote}` }),
  certificates: (facts) => proof(facts, "certificates", { fr: "Kairos, l'assiduité ; à signer", en: "Kairos, attendance; to be signed" }),
  sheets: (facts) => proof(facts, "sheets"),
  "signed-sheets": (facts) => {
    const { unsigned, signedSheets } = facts.expected;
    const [row] = unsigned.length + signedSheets.length === 0 ? [] : proof(facts, "signed-sheets");
    if (row === undefined || unsigned.length === 0) return row === undefined ? [] : [row];
    return [{ ...row, state: "missing", mend: unsignedMend(unsigned.length) }];
  },
  statements: (facts) => proof(facts, "statements"),
  // Only the AIF's was told by somebody who deposits it; of the other schemes nothing was found.
  assessment: ({ invoice, expected }) =>
    invoice.scheme !== "aif" || expected.traineeIds.length === 0
      ? []
      : [
          {
            isFile: true,
            state: "by-hand",
            values: [],
            from: { fr: "le portail Kairos", en: "the Kairos portal" },
            mend: mends.assessment,
          },
        ],
};

const invoiceItself: Label = { fr: "la facture", en: "the invoice" };

/** A reference to be typed: asked by the settings, or only where the customer wants one; another channel asks for none. */
function typed(
  { channel }: Facts,
  item: "service-code" | "engagement",
  value: string | undefined,
  isRequired: boolean,
  from: Label,
): ReturnType<Row> {
  if (value !== undefined) return [{ isFile: false, state: "ready", values: [value], from }];
  if (channel !== "chorus") return [];
  return [{ isFile: false, state: isRequired ? "missing" : "to-check", values: [], from, mend: mends[item] }];
}

/** Files that only an invoice for attended training has. */
function proof(facts: Facts, kind: EnclosureKind, from: Label = { fr: "Kairos, l'assiduité", en: "Kairos, attendance" }): ReturnType<Row> {
  return facts.expected.traineeIds.length === 0 ? [] : enclosed(facts, kind, from);
}

function enclosed({ packed }: Facts, kind: EnclosureKind, from: Label): ReturnType<Row> {
  const { files, lacking } = packed.enclosures[kind] ?? { files: [], lacking: [] };
  if (lacking.length === 0 && files.length > 0) return [{ isFile: true, state: "ready", values: files, from }];
  const named = (language: Language) => enumerate(lacking.map((one) => one[language]));
  const { fr, en } = mends[kind];
  const mend = lacking.length === 0 ? mends[kind] : { fr: `${named("fr")} : ${fr}`, en: `${named("en")}: ${en}` };
  return [{ isFile: true, state: "missing", values: files, from, mend }];
}

/** What is left to do for what is not ready. */
const mends: Readonly<Record<Exclude<CheckedItemKind, "recipient" | "contract">, Label>> = {
  "service-code": {
    fr: "cherchez dans l'annuaire de Chorus Pro si ce SIRET en demande un",
    en: "look up in the Chorus Pro directory whether this SIRET wants one",
  },
  engagement: {
    fr: "recopiez-le de la commande ou de l'accord, s'il en porte un",
    en: "copy it from the order or the agreement, if it bears one",
  },
  invoice: {
    fr: "imprimez-la à part (/facture pdf), et joignez-la en premier",
    en: "print it separately (/facture pdf), and attach it first",
  },
  quote: { fr: "la version acceptée n'a pas été retrouvée", en: "the accepted version was not found" },
  certificates: {
    fr: "voyez ce qui bloque avec /assiduite attestation, puis refaites le dossier en disant qui signe (signataire:…)",
    en: "see what stands in the way with /assiduite attestation, then make the package again, saying who signs (signataire:…)",
  },
  sheets: { fr: "faites d'abord le planning de la session", en: "make the session's schedule first" },
  "signed-sheets": {
    fr: "la feuille est notée, mais son fichier n'est pas gardé : joignez-le (/assiduite joindre)",
    en: "the sheet is recorded, but its file is not kept: attach it (/assiduite joindre)",
  },
  statements: {
    fr: "clôturez le mois (/assiduite cloturer), puis refaites le dossier",
    en: "close the month (/assiduite cloturer), then make the package again",
  },
  assessment: {
    fr: "validez et téléchargez le bilan dans le portail Kairos, puis joignez-le",
    en: "validate and download the assessment in the Kairos portal, then attach it",
  },
};

function unsignedMend(count: number): Label {
  return {
    fr: `${counted(count, "demi-journée facturée n'a", "demi-journées facturées n'ont")} pas de signature gardée ici : joignez les feuilles signées (/assiduite joindre)`,
    en: `${counted(count, "billed half-day has", "billed half-days have", "en")} no signature kept here: attach the signed sheets (/assiduite joindre)`,
  };
}
