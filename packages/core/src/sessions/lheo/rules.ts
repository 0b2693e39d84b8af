import type { InFile } from "../../shared/file-rules.js";
import { type ProblemOf, refusal } from "../../shared/rules.js";

const schemaWhy = "Le schéma LHEO le demande : une base régionale refuserait la fiche.";
const askSource = "Corrigez la fiche dans l'outil qui a produit le fichier, puis exportez-la à nouveau.";

/** What can be wrong with a file of the national exchange format. */
export const lheoRules = {
  "lheo.not-lheo": refusal<InFile & { root: string }>({
    severity: "error",
    source: "lheo-2.3",
    fr: ({ root }) => ({
      what: `Ce XML n'est pas un catalogue LHEO : il commence par « ${root} ».`,
      why: "Seul un fichier LHEO (lheo, offres, formation) décrit des formations et des sessions.",
      mend: "Demandez à votre Carif-Oref ou à l'éditeur de votre logiciel un export LHEO 2.3.",
    }),
  }),
  "lheo.version-unknown": refusal<InFile & { namespace: string }>({
    severity: "error",
    source: "lheo-2.3",
    fr: ({ namespace }) => ({
      what: `Cette version de LHEO n'est pas lue ici : « ${bare(namespace)} ».`,
      why: "Les versions 2.3 (lheo.gouv.fr/2.3) et 2.2 (www.lheo.org/2.2) sont lues ; une autre pourrait être mal comprise.",
      mend: "Exportez le catalogue en LHEO 2.3.",
    }),
  }),
  "lheo.element-missing": refusal<InFile & { element: string; parent: string }>({
    severity: "error",
    source: "lheo-2.3",
    fr: ({ element, parent }) => ({ what: `« ${element} » manque dans « ${parent} ».`, why: schemaWhy, mend: askSource }),
  }),
  "lheo.element-repeated": refusal<InFile & { element: string; most: number; count: number }>({
    severity: "error",
    source: "lheo-2.3",
    fr: ({ element, most, count }) => ({
      what: `« ${element} » est présent ${count} fois, pour ${most} au plus.`,
      why: "N'en garder qu'une partie serait choisir à votre place.",
      mend: askSource,
    }),
  }),
  "lheo.element-unknown": refusal<InFile & { element: string }>({
    severity: "warning",
    source: "lheo-2.3",
    fr: ({ element }) => ({
      what: `« ${element} » n'est pas prévu à cet endroit : il n'est pas lu.`,
      why: "Le schéma LHEO ne l'y connaît pas ; ce qui n'est pas prévu se range dans « extras ».",
      mend: "Si cette information compte, complétez la fiche après l'import.",
    }),
  }),
  "lheo.element-misplaced": refusal<InFile & { element: string }>({
    severity: "warning",
    source: "lheo-2.3",
    fr: ({ element }) => ({
      what: `« ${element} » n'est pas à sa place dans l'ordre du schéma.`,
      why: "Il est lu quand même ; une base régionale plus stricte le refuserait.",
      mend: askSource,
    }),
  }),
  "lheo.attribute-missing": refusal<InFile & { element: string; attribute: string }>({
    severity: "warning",
    source: "lheo-2.3",
    fr: ({ element, attribute }) => ({
      what: `« ${element} » n'a pas d'attribut « ${attribute} ».`,
      why: "Cet attribut dit la version du Formacode : le même code change de sens d'une édition à l'autre.",
      mend: askSource,
    }),
  }),
  "lheo.text-length": refusal<InFile & { element: string; least: number; most: number; length: number }>({
    severity: "error",
    source: "lheo-2.3",
    fr: ({ element, least, most, length }) => ({
      what: `« ${element} » a ${length} caractères, pour ${least === most ? most : `${least} à ${most}`}.`,
      why: "La fiche serait tronquée ou refusée en chemin.",
      mend: askSource,
    }),
  }),
  "lheo.code-unknown": refusal<InFile & { element: string; value: string; allowed: string }>({
    severity: "error",
    source: "lheo-2.3",
    fr: ({ element, value, allowed }) => ({
      what: `« ${value} » n'est pas un code de « ${element} ».`,
      why: `Les codes prévus sont : ${allowed}.`,
      mend: askSource,
    }),
  }),
  "lheo.not-a-number": refusal<InFile & { element: string; value: string; most: number }>({
    severity: "error",
    source: "lheo-2.3",
    fr: ({ element, value, most }) => ({
      what: `« ${element} » demande un nombre entier de 0 à ${most}, pas « ${value} ».`,
      why: "Des heures ou des places mal lues fausseraient la session et ses devis.",
      mend: askSource,
    }),
  }),
  "lheo.not-an-amount": refusal<InFile & { element: string; value: string }>({
    severity: "error",
    source: "lheo-2.3",
    fr: ({ element, value }) => ({
      what: `« ${value} » n'est pas un montant que « ${element} » permet de lire sans doute.`,
      why: "Un montant ne se devine pas.",
      mend: "Écrivez-le sans séparateur de milliers et avec deux décimales : 1190.00.",
    }),
  }),
  "lheo.not-a-day": refusal<InFile & { element: string; value: string }>({
    severity: "error",
    source: "lheo-2.3",
    fr: ({ element, value }) => ({
      what: `« ${value} » n'est pas un jour qui existe (« ${element} »).`,
      why: "LHEO écrit les jours AAAAMMJJ : 20261207 pour le 7 décembre 2026.",
      mend: askSource,
    }),
  }),
  "lheo.day-unknown": refusal<InFile & { element: string; value: string }>({
    severity: "error",
    source: "lheo-2.3",
    fr: ({ element, value }) => ({
      what: `Le jour de « ${element} » n'est pas fixé : « ${value} ».`,
      why: "Une session sans dates sûres ne peut recevoir ni planning, ni devis.",
      mend: "Attendez que les dates soient fixées, ou complétez-les dans l'outil d'origine.",
    }),
  }),
  "lheo.reference-missing": refusal<InFile & { element: string }>({
    severity: "error",
    source: "lheo-2.3",
    fr: ({ element }) => ({
      what: `Cette « ${element} » n'a pas de numéro utilisable (attribut « numero »).`,
      why: "Sans numéro, deux imports du même fichier feraient des doublons.",
      mend: "Donnez-lui dans l'outil d'origine un numéro fait de lettres, de chiffres et de tirets, 40 signes au plus.",
    }),
  }),
  "lheo.course-unnumbered": refusal<InFile>({
    severity: "notice",
    source: "lheo-2.3",
    fr: () => ({
      what: "Cette formation n'a pas de numéro : ses sessions viennent sans fiche de formation.",
      why: "Une fiche de formation se retrouve par son numéro.",
      mend: "Créez la formation avec /cours creer si vous voulez l'y rattacher.",
    }),
  }),
  "lheo.only-first-kept": refusal<InFile & { element: string; count: number }>({
    severity: "notice",
    source: "lheo-2.3",
    fr: ({ element, count }) => ({
      what: `${count} « ${element} » sont donnés ; le premier seul est gardé.`,
      why: "Le premier est le principal ; un devis n'en cite qu'un.",
      mend: "Si un autre est le bon, corrigez la session après l'import.",
    }),
  }),
  "lheo.hours-not-split": refusal<InFile & { total: number }>({
    severity: "warning",
    source: "lheo-2.3",
    fr: ({ total }) => ({
      what: `Les ${total} h ne sont pas réparties entre le centre, l'entreprise et la distance.`,
      why: "Le portail demande cette répartition à la saisie d'un devis ; elle ne se devine pas.",
      mend: "Complétez les heures avec /session corriger après l'import.",
    }),
  }),
  "lheo.price-with-tax": refusal<InFile>({
    severity: "warning",
    source: "lheo-2.3",
    fr: () => ({
      what: "Le prix du fichier est toutes taxes comprises : il n'est pas repris.",
      why: "Votre établissement facture la TVA, et le prix d'une session se garde hors taxe.",
      mend: "Donnez le prix hors taxe avec /session corriger après l'import.",
    }),
  }),
  "lheo.provider-incomplete": refusal<{ missing: readonly string[] }>({
    severity: "error",
    source: "lheo-2.3",
    fr: ({ missing }) => ({
      what: `Il manque à la fiche de l'établissement : ${missing.map((one) => missingNames[one] ?? one).join(", ")}.`,
      why: "LHEO les demande pour chaque formation : sans eux, le fichier serait refusé.",
      mend: "Complétez l'établissement avec /organisme completer, puis recommencez.",
    }),
  }),
};

export type LheoProblem = ProblemOf<typeof lheoRules>;

/** Of the name of a version, without what makes it look like a link. */
function bare(namespace: string): string {
  return namespace.replace(/^[a-z]+:\/\//, "");
}

const missingNames: Readonly<Record<string, string>> = {
  activityNumber: "le numéro de déclaration d'activité",
  address: "l'adresse",
  postalCode: "un code postal à 5 chiffres",
};
