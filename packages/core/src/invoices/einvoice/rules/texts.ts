import { type Finding, found, nothing, ruleAbout } from "../../../shared/rules.js";
import { sentenceCase } from "../../../shared/text.js";
import { withoutUnwritable } from "../../../shared/write-xml.js";
import { longest } from "../codes.js";
import type { ElectronicAddress, ElectronicInvoice } from "../electronic-invoice.js";
import { type Term, termNames } from "../terms.js";
import type { ElectronicSituation } from "./situation.js";

const rule = ruleAbout<ElectronicSituation>();

/** What every text must be to reach its reader whole. */
export const textRules = {
  "einvoice.text-unfit": rule({
    severity: "error",
    source: "en-16931",
    check: ({ invoice }) =>
      textsOf(invoice).flatMap(({ term, path, text }): readonly Finding<{ term: Term }>[] =>
        text !== "" && text === text.trim() && text === withoutUnwritable(text) ? nothing : found(path, { term }),
      ),
    fr: ({ term }) => ({
      what: `${sentenceCase(termNames[term].fr)} (${term}) est vide, ou contient un caractère qu'un fichier XML ne peut pas porter.`,
      why: "Le fichier serait illisible, ou dirait autre chose que la facture.",
      mend: "Ressaisissez ce texte.",
    }),
  }),
  "einvoice.text-too-long": rule({
    severity: "error",
    source: "fnfe-br-fr",
    check: ({ invoice, isForPublicBody }) =>
      textsOf(invoice).flatMap(({ term, path, text, most }): readonly Finding<{ term: Term; length: number; most: number }>[] => {
        const { length } = [...text];
        return !isForPublicBody || most === undefined || length <= most ? nothing : found(path, { term, length, most });
      }),
    fr: ({ term, length, most }) => ({
      what: `${sentenceCase(termNames[term].fr)} (${term}) a ${length} caractères, ${most} au plus.`,
      why: "Chorus Pro enregistre le fichier, puis ne le transmet jamais : personne ne le paie (règles CPRO).",
      mend: "Raccourcissez ce texte.",
    }),
  }),
  "einvoice.address-lines": rule({
    severity: "error",
    source: "en-16931",
    check: ({ invoice }) =>
      (["seller", "buyer"] as const).flatMap((party): readonly Finding<{ term: Term; count: number }>[] => {
        const { length: count } = invoice[party].address.lines;
        return count <= 3 ? nothing : found([party, "address", "lines"], { term: party === "seller" ? "BT-35" : "BT-50", count });
      }),
    fr: ({ term, count }) => ({
      what: `${sentenceCase(termNames[term].fr)} (${term}) a ${count} lignes, trois au plus.`,
      why: "Les autres seraient perdues.",
      mend: "Réunissez-les en trois lignes.",
    }),
  }),
};

interface TextOf {
  readonly term: Term;
  readonly path: readonly (string | number)[];
  readonly text: string;
  /** In characters, for Chorus Pro. */
  readonly most: number | undefined;
}

function textsOf(invoice: ElectronicInvoice): readonly TextOf[] {
  const { seller, buyer, payment, notes, allowances, lines, vat } = invoice;
  const said = (term: Term, path: readonly (string | number)[], text: string | undefined, most?: number): readonly TextOf[] =>
    text === undefined ? [] : [{ term, path, text, most }];
  const addressed = (term: Term, party: string, { lines: streets, postalCode, city }: ElectronicAddress) =>
    [...streets, postalCode, city].flatMap((text) => said(term, [party, "address"], text, longest.address));
  return [
    ...said("BT-10", ["buyerReference"], invoice.buyerReference, longest.serviceCode),
    ...said("BT-12", ["contract"], invoice.contract, longest.reference),
    ...said("BT-13", ["order"], invoice.order, longest.reference),
    ...said("BT-20", ["terms"], invoice.terms, longest.text),
    ...said("BT-27", ["seller", "name"], seller.name, longest.name),
    ...said("BT-33", ["seller", "legalInfo"], seller.legalInfo, longest.text),
    ...Object.values(seller.contact ?? {}).flatMap((text: string | undefined) => said("BT-41", ["seller", "contact"], text, longest.name)),
    ...addressed("BT-35", "seller", seller.address),
    ...said("BT-44", ["buyer", "name"], buyer.name, longest.name),
    ...said("BT-46", ["buyer", "serviceCode"], buyer.serviceCode, longest.serviceCode),
    ...addressed("BT-50", "buyer", buyer.address),
    ...said("BT-83", ["payment", "reference"], payment?.reference),
    ...said("BT-85", ["payment", "holder"], payment?.holder, longest.name),
    ...said("BT-86", ["payment", "bic"], payment?.bic),
    ...notes.flatMap(({ text }, index) => said("BT-22", ["notes", index, "text"], text, longest.text)),
    ...allowances.flatMap(({ reason }, index) => said("BT-97", ["allowances", index, "reason"], reason, longest.text)),
    ...vat.flatMap(({ exemption }, index) => said("BT-120", ["vat", index, "exemption"], exemption?.reason, longest.text)),
    ...lines.flatMap(({ id, name, description }, index) => [
      ...said("BT-126", ["lines", index, "id"], id),
      ...said("BT-153", ["lines", index, "name"], name),
      ...said("BT-154", ["lines", index, "description"], description, longest.text),
    ]),
  ];
}
