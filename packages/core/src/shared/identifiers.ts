import * as z from "zod/mini";
import {
  activityNumberRules,
  bicRules,
  formacodeRules,
  franceTravailIdRow,
  type IdentifierRule,
  ibanRules,
  type Malformed,
  rncpRules,
  rsRules,
  sirenRules,
  siretRules,
  vatNumberRules,
} from "./identifier-rules.js";
import { type Finding, nothing } from "./rules.js";
import { excerpt } from "./text.js";

/** 14 digits: SIREN and establishment number. */
export type Siret = string & z.$brand<"Siret">;
/** 9 digits: the company. */
export type Siren = string & z.$brand<"Siren">;
/** Numéro de déclaration d'activité, 11 characters. Never a France Travail id, though both may be 11 digits. */
export type ActivityNumber = string & z.$brand<"ActivityNumber">;
/** The job seeker's France Travail identifier. */
export type FranceTravailId = string & z.$brand<"FranceTravailId">;

/** Default pattern of a France Travail id; a provider's settings may hold another. */
export const franceTravailIdPattern = "^(\\d{11}|\\d{7}[0-9A-Za-z])$";

export const sirenSchema = identifier<"Siren">(sirenRules);
export const siretSchema = identifier<"Siret">(siretRules);
export const activityNumberSchema = identifier<"ActivityNumber">(activityNumberRules);
export const certificationSchema = identifier<"Certification">({ ...rncpRules, ...rsRules });
export const formacodeSchema = identifier<"Formacode">(formacodeRules);
export const ibanSchema = identifier<"Iban">(ibanRules);
export const bicSchema = identifier<"Bic">(bicRules);
export const vatNumberSchema = identifier<"VatNumber">(vatNumberRules);
export const franceTravailIdSchema = franceTravailIdMatching(franceTravailIdPattern);

/** The schema of a France Travail id for a provider whose settings change the pattern. */
export function franceTravailIdMatching(pattern: string) {
  const expected = new RegExp(pattern, "u");
  return identifier<"FranceTravailId">({ "id.ft-id-format": { ...franceTravailIdRow, broken: (id) => !expected.test(id) } });
}

/** Judges a stored identifier again, as a rule table judges a dossier. */
export function brokenIdentifier(rules: Readonly<Record<string, IdentifierRule>>, value: string): readonly Finding<Malformed>[] {
  return Object.values(rules).some((row) => row.broken(value)) ? [{ path: [], params: { value: excerpt(value) } }] : nothing;
}

function identifier<Brand extends string>(rules: Readonly<Record<string, IdentifierRule>>) {
  const rows = Object.entries(rules);
  return z
    .string()
    .check(z.overwrite(compact), (context) => {
      if (context.value === "") {
        context.issues.push({ code: "custom", input: context.value, params: { code: "input.missing" } });
        return;
      }
      for (const [code, row] of rows) {
        if (!row.broken(context.value)) continue;
        const params = { code, severity: row.severity, params: { value: excerpt(context.value) } };
        context.issues.push({ code: "custom", input: context.value, params });
        return;
      }
    })
    .brand<Brand>();
}

/** Without the blanks, dots and dashes people type between groups. */
function compact(text: string): string {
  return text.replace(/[\s.\-\u00a0\u202f]/g, "").toUpperCase();
}

export function sirenOf(siret: Siret): Siren {
  return siret.slice(0, 9) as Siren;
}
