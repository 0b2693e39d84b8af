import { isIban } from "./iban.js";
import type { Sentence } from "./language.js";
import type { Severity } from "./problem.js";
import type { Row, Table } from "./rules.js";
import { isSiren, isSiret } from "./sirene.js";
import type { SourceId } from "./sources.js";

export interface Malformed {
  readonly value: string;
}

/** A rule about one identifier, in capitals, blanks already taken out; the rows before it have found nothing. */
export interface IdentifierRule extends Row<Malformed> {
  readonly broken: (value: string) => boolean;
}

const rule = (row: {
  readonly severity: Severity;
  readonly source: SourceId;
  readonly broken: (value: string) => boolean;
  readonly fr: (params: Malformed) => Sentence;
}): IdentifierRule => row;

const sirenWhy = "Le SIREN identifie l'organisme : un devis qui porte un numéro faux est renvoyé.";
const siretWhy = "Le SIRET identifie l'établissement : sans lui, la session et le devis restent introuvables dans le portail Kairos.";
const recopy = "Recopiez-le depuis l'avis de situation Sirene de l'organisme.";

export const sirenRules = {
  "id.siren-format": rule({
    severity: "error",
    source: "insee-sirene",
    broken: (siren) => !/^\d{9}$/.test(siren),
    fr: ({ value }) => ({ what: `« ${value} » n'est pas un SIREN : un SIREN a 9 chiffres.`, why: sirenWhy, mend: recopy }),
  }),
  "id.siren-checksum": rule({
    severity: "error",
    source: "insee-sirene",
    broken: (siren) => !isSiren(siren),
    fr: ({ value }) => ({
      what: `Le SIREN ${value} a une clé de contrôle fausse : un chiffre a été mal saisi.`,
      why: sirenWhy,
      mend: recopy,
    }),
  }),
};

export const siretRules = {
  "id.siret-format": rule({
    severity: "error",
    source: "insee-sirene",
    broken: (siret) => !/^\d{14}$/.test(siret),
    fr: ({ value }) => ({ what: `« ${value} » n'est pas un SIRET : un SIRET a 14 chiffres.`, why: siretWhy, mend: recopy }),
  }),
  "id.siret-checksum": rule({
    severity: "error",
    source: "insee-sirene",
    broken: (siret) => !isSiret(siret),
    fr: ({ value }) => ({
      what: `Le SIRET ${value} a une clé de contrôle fausse : un chiffre a été mal saisi.`,
      why: siretWhy,
      mend: recopy,
    }),
  }),
};

export const activityNumberRules = {
  "id.nda-format": rule({
    severity: "error",
    source: "lheo-2.3",
    broken: (nda) => !/^[0-9AB]{11}$/.test(nda),
    fr: ({ value }) => ({
      what: `« ${value} » n'est pas un numéro de déclaration d'activité : ce numéro a 11 caractères (chiffres, A ou B pour la Corse).`,
      why: "Ce numéro doit figurer sur chaque devis (article R6351-6).",
      mend: "Recopiez-le depuis le récépissé de déclaration d'activité de la DREETS.",
    }),
  }),
};

export const activityNumberLayoutRules = {
  "id.nda-layout": rule({
    severity: "warning",
    source: "desk-practice",
    broken: (nda) => !hasUsualLayout(nda),
    fr: ({ value }) => ({
      what: `Le numéro de déclaration d'activité ${value} ne commence pas par une région et un département connus.`,
      why: "La forme habituelle est région (2), département (2), numéro (5), département (2) ; une inversion de chiffres passe vite inaperçue.",
      mend: "Comparez-le au récépissé de la DREETS ; s'il est identique, laissez-le.",
    }),
  }),
};

export const rncpRules = {
  "id.rncp-format": rule({
    severity: "error",
    source: "lheo-2.3",
    broken: (code) => /^RNCP/.test(code) && !/^RNCP\d{1,6}$/.test(code),
    fr: ({ value }) => ({
      what: `« ${value} » n'est pas un code RNCP : « RNCP » suivi de chiffres, par exemple RNCP34862.`,
      why: "Le conseiller vérifie la certification visée avec ce code.",
      mend: "Recopiez le code de la fiche publiée par France compétences.",
    }),
  }),
};

export const rsRules = {
  "id.rs-format": rule({
    severity: "error",
    source: "lheo-2.3",
    broken: (code) => !/^RNCP/.test(code) && !/^RS\d{1,6}$/.test(code),
    fr: ({ value }) => ({
      what: `« ${value} » n'est pas un code de certification : « RNCP » ou « RS » suivi de chiffres, par exemple RS6789.`,
      why: "Le conseiller vérifie la certification visée avec ce code.",
      mend: "Recopiez le code de la fiche publiée par France compétences.",
    }),
  }),
};

export const formacodeRules = {
  "id.formacode-format": rule({
    severity: "error",
    source: "lheo-2.3",
    broken: (code) => !/^\d{5}$/.test(code),
    fr: ({ value }) => ({
      what: `« ${value} » n'est pas un Formacode : un Formacode a 5 chiffres.`,
      why: "Le Formacode range la formation dans le catalogue régional ; certaines régions en excluent.",
      mend: "Reprenez le Formacode de la fiche de la formation au Carif-Oref.",
    }),
  }),
};

export const ibanRules = {
  "id.iban": rule({
    severity: "error",
    source: "iso-13616",
    broken: (iban) => !isIban(iban),
    fr: ({ value }) => ({
      what: `« ${value} » n'est pas un IBAN : sa clé de contrôle est fausse, ou sa longueur.`,
      why: "Un virement vers un mauvais compte se perd, et la facture reste impayée.",
      mend: "Recopiez-le depuis le relevé d'identité bancaire de l'organisme.",
    }),
  }),
};

export const bicRules = {
  "id.bic": rule({
    severity: "error",
    source: "iso-13616",
    broken: (bic) => !/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(bic),
    fr: ({ value }) => ({
      what: `« ${value} » n'est pas un code BIC : un BIC a 8 ou 11 caractères, par exemple AGRIFRPP.`,
      why: "Chorus Pro le demande à côté de l'IBAN.",
      mend: "Recopiez-le depuis le relevé d'identité bancaire de l'organisme.",
    }),
  }),
};

export const vatNumberRules = {
  "id.vat-number": rule({
    severity: "error",
    source: "desk-practice",
    broken: (number) => !/^FR[0-9A-Z]{2}\d{9}$/.test(number) || !isSiren(number.slice(4)),
    fr: ({ value }) => ({
      what: `« ${value} » n'est pas un numéro de TVA français : FR, deux caractères de clé, puis le SIREN.`,
      why: "Une facture dont le numéro de TVA est faux est rejetée.",
      mend: "Recopiez-le depuis le courrier du service des impôts ; sans numéro de TVA, n'indiquez rien.",
    }),
  }),
};

export const franceTravailIdRow: Row<Malformed> = {
  severity: "error",
  source: "france-travail-id",
  fr: ({ value }) => ({
    what: `« ${value} » n'est pas un identifiant France Travail : 11 chiffres, ou 8 caractères (7 chiffres puis un chiffre ou une lettre).`,
    why: "France Travail retrouve le candidat par cet identifiant ; avec un numéro faux, le devis n'arrive à personne.",
    mend: "Demandez au candidat l'identifiant affiché dans son espace personnel. Ce n'est jamais le numéro de sécurité sociale.",
  }),
};

const nirRow: Row<object> = {
  severity: "error",
  source: "nir-decree",
  fr: () => ({
    what: "Ce texte contient un numéro de sécurité sociale.",
    why: "Son usage demande une autorisation légale que les organismes de formation n'ont pas en général : rien n'a été enregistré.",
    mend: "Retirez-le ; pour désigner un candidat, utilisez sa référence (T-0001) ou son identifiant France Travail.",
  }),
};

/** Every `id.*` code of this file. */
export const identifierRules = {
  ...sirenRules,
  ...siretRules,
  ...activityNumberRules,
  ...activityNumberLayoutRules,
  ...rncpRules,
  ...rsRules,
  ...formacodeRules,
  ...ibanRules,
  ...bicRules,
  ...vatNumberRules,
  "id.ft-id-format": franceTravailIdRow,
  "id.nir-detected": nirRow,
} satisfies Table;

const regions = new Set(
  "01 02 03 04 06 11 24 27 28 32 44 52 53 75 76 84 93 94 21 22 23 25 26 31 41 42 43 54 72 73 74 82 83 91 95 96 97 98".split(" "),
);

function hasUsualLayout(nda: string): boolean {
  const department = nda.slice(2, 4);
  return regions.has(nda.slice(0, 2)) && /^(\d{2}|2[AB])$/.test(department) && department !== "00";
}
