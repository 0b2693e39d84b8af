import { isIban } from "../../../shared/iban.js";
import { type Finding, found, nothing, ruleAbout } from "../../../shared/rules.js";
import { excerpt, sentenceCase } from "../../../shared/text.js";
import { longest } from "../codes.js";
import type { ElectronicBuyer, ElectronicSeller } from "../electronic-invoice.js";
import { type BusinessTerm, termNames } from "../terms.js";
import type { ElectronicSituation } from "./situation.js";

const rule = ruleAbout<ElectronicSituation>();
const recopy = "Recopiez-le depuis l'avis de situation Sirene, dans la fiche de l'organisme ou du client.";

/** Who sells and who buys, and how they are reached and paid. */
export const partyRules = {
  "einvoice.siren": rule({
    severity: "error",
    source: "fnfe-br-fr",
    check: (situation) =>
      partiesOf(situation).flatMap(({ name, siren, terms }): readonly Finding<{ term: BusinessTerm; value: string }>[] =>
        siren === undefined || /^\d{9}$/.test(siren) ? nothing : found([name, "siren"], { term: terms.siren, value: excerpt(siren) }),
      ),
    fr: ({ term, value }) => ({
      what: `${sentenceCase(termNames[term].fr)} (${term}) « ${value} » n'a pas 9 chiffres.`,
      why: "L'identifiant légal de chacun est son SIREN (règles BR-FR-10 et BR-FR-32).",
      mend: recopy,
    }),
  }),
  "einvoice.siret": rule({
    severity: "error",
    source: "fnfe-br-fr",
    check: (situation) =>
      partiesOf(situation).flatMap(
        ({ name, siren, siret, terms }): readonly Finding<{ term: BusinessTerm; siret: string; siren: string }>[] => {
          if (siret === undefined || (/^\d{14}$/.test(siret) && siret.startsWith(siren ?? siret))) return nothing;
          return found([name, "siret"], { term: terms.siret, siret: excerpt(siret), siren: excerpt(siren ?? "") });
        },
      ),
    fr: ({ term, siret, siren }) => ({
      what: `${sentenceCase(termNames[term].fr)} (${term}) « ${siret} » n'a pas 14 chiffres, ou ne commence pas par le SIREN ${siren}.`,
      why: "Un SIRET est un SIREN suivi de cinq chiffres (règle BR-FR-09).",
      mend: recopy,
    }),
  }),
  "einvoice.siret-missing": rule({
    severity: "error",
    source: "fnfe-br-fr",
    check: (situation) =>
      !situation.isForPublicBody
        ? nothing
        : partiesOf(situation).flatMap(({ name, siret, terms }): readonly Finding<{ term: BusinessTerm }>[] =>
            siret === undefined ? found([name, "siret"], { term: terms.siret }) : nothing,
          ),
    fr: ({ term }) => ({
      what: `${sentenceCase(termNames[term].fr)} (${term}) manque.`,
      why: "Chorus Pro retrouve le vendeur et le destinataire par leurs SIRET (règle CPRO-10).",
      mend: recopy,
    }),
  }),
  "einvoice.service-code": rule({
    severity: "error",
    source: "fnfe-br-fr",
    check: ({ invoice: { buyer } }): readonly Finding<{ value: string }>[] =>
      buyer.serviceCode === undefined || /^[A-Za-z0-9+_.-]+$/.test(buyer.serviceCode)
        ? nothing
        : found(["buyer", "serviceCode"], { value: excerpt(buyer.serviceCode) }),
    fr: ({ value }) => ({
      what: `Le code service (BT-46) « ${value} » contient autre chose que des lettres sans accent, des chiffres, « + », « - », « _ » et « . ».`,
      why: "Chorus Pro ne retrouve pas le service du destinataire sous ce code (règle BR-FR-24).",
      mend: "Recopiez-le de l'annuaire de Chorus Pro, puis corrigez la fiche du payeur : /convention payeur.",
    }),
  }),
  "einvoice.electronic-address-missing": rule({
    severity: "error",
    source: "fnfe-br-fr",
    check: (situation) =>
      partiesOf(situation).flatMap(({ name, electronicAddress, terms }): readonly Finding<{ term: BusinessTerm }>[] =>
        electronicAddress === undefined ? found([name, "electronicAddress"], { term: terms.electronicAddress }) : nothing,
      ),
    fr: ({ term }) => ({
      what: `${sentenceCase(termNames[term].fr)} (${term}) manque.`,
      why: "C'est par elle que l'annuaire trouve la plateforme du destinataire (règles BR-FR-12 et BR-FR-13).",
      mend: "À défaut d'une autre, c'est le SIREN.",
    }),
  }),
  "einvoice.electronic-address": rule({
    severity: "error",
    source: "fnfe-br-fr",
    check: (situation) =>
      partiesOf(situation).flatMap(({ name, electronicAddress, terms }): readonly Finding<{ term: BusinessTerm; value: string }>[] => {
        if (electronicAddress === undefined || isElectronicAddress(electronicAddress)) return nothing;
        return found([name, "electronicAddress"], { term: terms.electronicAddress, value: excerpt(electronicAddress) });
      }),
    fr: ({ term, value }) => ({
      what: `${sentenceCase(termNames[term].fr)} (${term}) « ${value} » n'est pas une adresse de l'annuaire.`,
      why: `Elle a ${longest.electronicAddress} caractères au plus, parmi A-Z, a-z, 0-9, « - », « _ » et « . » (règles BR-FR-23 et BR-FR-25).`,
      mend: "C'est le SIREN, ou le SIREN suivi de « _ » et de ce que l'annuaire indique.",
    }),
  }),
  "einvoice.electronic-address-other": rule({
    severity: "error",
    source: "fnfe-br-fr",
    check: ({ invoice: { notes, buyer } }) => {
      const { electronicAddress = "", siren = "" } = buyer;
      const isDomestic = notes.some(({ subject, text }) => subject === "BAR" && text === "B2B");
      return isDomestic && (siren === "" || !electronicAddress.startsWith(siren))
        ? found(["buyer", "electronicAddress"], { value: excerpt(electronicAddress), siren: excerpt(siren) })
        : nothing;
    },
    fr: ({ value, siren }) => ({
      what: `L'adresse électronique du client « ${value} » ne commence pas par son SIREN ${siren}.`,
      why: "Entre entreprises françaises, elle le doit (règles BR-FR-11 et BR-FR-21).",
      mend: "Complétez le SIREN du client, ou corrigez son adresse électronique.",
    }),
  }),
  "einvoice.vat-number": rule({
    severity: "error",
    source: "en-16931",
    check: (situation) =>
      partiesOf(situation).flatMap(({ name, vatNumber, terms }): readonly Finding<{ term: BusinessTerm; value: string }>[] =>
        vatNumber === undefined || /^[A-Z]{2}[A-Z0-9+*]{2,13}$/.test(vatNumber)
          ? nothing
          : found([name, "vatNumber"], { term: terms.vatNumber, value: excerpt(vatNumber) }),
      ),
    fr: ({ term, value }) => ({
      what: `${sentenceCase(termNames[term].fr)} (${term}) « ${value} » ne commence pas par le code d'un pays.`,
      why: "Un numéro de TVA français s'écrit FR, deux caractères et le SIREN (règle BR-CO-09).",
      mend: "Corrigez-le, ou retirez-le si l'organisme n'en a pas.",
    }),
  }),
  "einvoice.country": rule({
    severity: "error",
    source: "en-16931",
    check: (situation) =>
      partiesOf(situation).flatMap(({ name, address, terms }): readonly Finding<{ term: BusinessTerm; value: string }>[] =>
        /^[A-Z]{2}$/.test(address.country)
          ? nothing
          : found([name, "address", "country"], { term: terms.country, value: excerpt(address.country) }),
      ),
    fr: ({ term, value }) => ({
      what: `${sentenceCase(termNames[term].fr)} (${term}) « ${value} » n'est pas le code d'un pays.`,
      why: "Il s'écrit en deux lettres, FR pour la France (règles BR-09 et BR-11).",
      mend: "Corrigez le pays.",
    }),
  }),
  "einvoice.iban": rule({
    severity: "error",
    source: "fnfe-br-fr",
    check: ({ invoice: { payment } }) =>
      payment === undefined || (isIban(payment.iban) && payment.iban.length <= longest.iban)
        ? nothing
        : found(["payment", "iban"], { length: payment.iban.length, most: longest.iban }),
    fr: ({ length, most }) => ({
      what: length > most ? `L'IBAN a ${length} caractères, ${most} au plus.` : "L'IBAN est faux : sa clé de contrôle ne correspond pas.",
      why: "Le virement reviendrait, ou ne partirait pas (règles BR-61 et CPRO-39).",
      mend: "Recopiez l'IBAN du RIB, sans espace.",
    }),
  }),
};

interface PartyOf extends Partial<Pick<ElectronicSeller, "siren" | "siret" | "electronicAddress" | "vatNumber">> {
  readonly name: "seller" | "buyer";
  readonly address: ElectronicBuyer["address"];
  readonly terms: Readonly<Record<"siren" | "siret" | "electronicAddress" | "vatNumber" | "country", BusinessTerm>>;
}

function partiesOf({ invoice: { seller, buyer } }: ElectronicSituation): readonly PartyOf[] {
  return [
    {
      ...seller,
      name: "seller",
      terms: { siren: "BT-30", siret: "BT-29", electronicAddress: "BT-34", vatNumber: "BT-31", country: "BT-40" },
    },
    {
      ...buyer,
      name: "buyer",
      terms: { siren: "BT-47", siret: "BT-46", electronicAddress: "BT-49", vatNumber: "BT-48", country: "BT-55" },
    },
  ];
}

function isElectronicAddress(value: string): boolean {
  return /^[A-Za-z0-9._-]+$/.test(value) && value.length <= longest.electronicAddress;
}
