import type { Label, ProblemCode } from "@kairos/core";

/** The codes of numbers: company, activity, bank, certification, people. */
export const identifierTitles = {
  "id.bic": { fr: "code BIC faux", en: "wrong BIC" },
  "id.certification-ended": { fr: "certification échue", en: "certification lapsed" },
  "id.certification-expired": { fr: "certification échue", en: "certification lapsed" },
  "id.formacode-format": { fr: "Formacode mal écrit", en: "malformed Formacode" },
  "id.formacode-version-missing": { fr: "version du Formacode manquante", en: "Formacode version missing" },
  "id.ft-id-format": { fr: "identifiant France Travail mal écrit", en: "malformed France Travail id" },
  "id.iban": { fr: "IBAN faux", en: "wrong IBAN" },
  "id.nda-format": { fr: "numéro de déclaration d'activité mal écrit", en: "malformed activity number" },
  "id.nda-layout": { fr: "numéro de déclaration d'activité inhabituel", en: "unusual activity number" },
  "id.nir-detected": { fr: "numéro de sécurité sociale", en: "social security number" },
  "id.rncp-format": { fr: "code RNCP mal écrit", en: "malformed RNCP code" },
  "id.rs-format": { fr: "code RS mal écrit", en: "malformed RS code" },
  "id.siren-checksum": { fr: "SIREN faux", en: "wrong SIREN" },
  "id.siren-format": { fr: "SIREN mal écrit", en: "malformed SIREN" },
  "id.siret-checksum": { fr: "SIRET faux", en: "wrong SIRET" },
  "id.siret-format": { fr: "SIRET mal écrit", en: "malformed SIRET" },
  "id.siret-siren-mismatch": { fr: "SIRET et SIREN différents", en: "SIRET and SIREN differ" },
  "id.vat-number": { fr: "numéro de TVA faux", en: "wrong VAT number" },
} satisfies Readonly<Partial<Record<ProblemCode, Label>>>;
