import type { ProblemOf } from "../../shared/rules.js";
import { refusal } from "../../shared/rules.js";
import { sentenceCase } from "../../shared/text.js";
import { type Term, termNames } from "./terms.js";

/** Why no invoice could be taken out of a PDF. */
export type PdfFault = "encrypted" | "malformed" | "too-large" | "too-slow";

const askSupplier = "Demandez au fournisseur de refaire sa facture.";

/** What can be wrong with the file of an invoice that somebody sent. */
export const readingRules = {
  "einvoice.not-an-invoice": refusal<{ root: string }>({
    severity: "error",
    source: "en-16931",
    fr: ({ root }) => ({
      what: `Ce XML n'est pas une facture : il commence par « ${root} ».`,
      why: "Une facture électronique de ce format commence par « CrossIndustryInvoice ».",
      mend: "Envoyez le fichier factur-x.xml, ou le PDF qui le contient.",
    }),
  }),
  "einvoice.other-syntax": refusal<{ syntax: string }>({
    severity: "error",
    source: "en-16931",
    fr: ({ syntax }) => ({
      what: `Cette facture est écrite en ${syntax}, que Kairos ne lit pas.`,
      why: "Kairos lit le CII, la syntaxe de Factur-X ; la même facture peut exister dans les deux.",
      mend: "Demandez-la au format Factur-X ou CII, ou lisez-la sur votre plateforme de réception.",
    }),
  }),
  "einvoice.no-attachment": refusal<{ names: readonly string[] }>({
    severity: "error",
    source: "en-16931",
    fr: ({ names }) => ({
      what:
        names.length === 0
          ? "Ce PDF ne contient aucun fichier : ce n'est pas une facture Factur-X."
          : `Ce PDF ne contient pas de facture Factur-X, seulement : ${names.join(", ")}.`,
      why: "Une facture Factur-X est un PDF qui contient le fichier factur-x.xml.",
      mend: "Demandez la facture Factur-X au fournisseur, ou saisissez celle-ci à la main.",
    }),
  }),
  "einvoice.several-attachments": refusal<{ names: readonly string[] }>({
    severity: "error",
    source: "en-16931",
    fr: ({ names }) => ({
      what: `Ce PDF contient plusieurs factures : ${names.join(", ")}.`,
      why: "Choisir l'une serait décider à votre place laquelle est due.",
      mend: "Demandez au fournisseur un PDF par facture.",
    }),
  }),
  "einvoice.pdf-unreadable": refusal<{ fault: PdfFault }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ fault }) => ({ what: pdfFaults[fault].what, why: "Rien n'en a été lu.", mend: pdfFaults[fault].mend }),
  }),
  "einvoice.summary-only": refusal<{ profile: string }>({
    severity: "warning",
    source: "en-16931",
    fr: ({ profile }) => ({
      what: `Ce fichier est du profil ${profile} : il n'a pas de lignes.`,
      why: "Ce profil accompagne une facture, il n'en est pas une : les lignes ne sont que dans le PDF.",
      mend: "Contrôlez les lignes sur le PDF.",
    }),
  }),
  "einvoice.term-missing": refusal<{ term: Term }>({
    severity: "warning",
    source: "en-16931",
    fr: ({ term }) => ({
      what: `${sentenceCase(termNames[term].fr)} (${term}) manque.`,
      why: "Tous les profils le demandent : sans cela, ce n'est pas une facture.",
      mend: askSupplier,
    }),
  }),
  "einvoice.value-unreadable": refusal<{ element: string; value: string; line: number }>({
    severity: "warning",
    source: "en-16931",
    fr: ({ element, value, line }) => ({
      what: `« ${value} » ne se lit pas dans « ${element} », ligne ${line}.`,
      why: "Un montant a deux décimales au plus et une date huit chiffres : cette valeur a été laissée de côté.",
      mend: askSupplier,
    }),
  }),
};
export type ReadingProblem = ProblemOf<typeof readingRules>;

const pdfFaults: Readonly<Record<PdfFault, { readonly what: string; readonly mend: string }>> = {
  encrypted: { what: "Ce PDF est chiffré : son contenu ne se lit pas.", mend: "Demandez-le sans mot de passe." },
  malformed: { what: "Ce PDF est abîmé.", mend: "Téléchargez-le à nouveau, ou demandez-le au fournisseur." },
  "too-large": { what: "Ce PDF contient un fichier trop grand pour une facture.", mend: askSupplier },
  "too-slow": { what: "Ce PDF demande trop de temps à lire.", mend: askSupplier },
};
