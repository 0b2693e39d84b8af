import type { Label } from "../shared/language.js";

/** Everything a right can allow, and how a person reads it. Nobody holds a right by default. */
export const permissionLabels = {
  "provider.read": { fr: "consulter l'organisme", en: "view the provider" },
  "provider.manage": { fr: "gérer l'organisme", en: "manage the provider" },
  "access.read": { fr: "consulter les habilitations", en: "view access grants" },
  "access.manage": { fr: "gérer les habilitations", en: "manage access grants" },
  "audit.read": { fr: "consulter le journal", en: "read the audit trail" },
  "session.read": { fr: "consulter les sessions", en: "view sessions" },
  "session.manage": { fr: "gérer les sessions", en: "manage sessions" },
  "trainee.read": { fr: "consulter les stagiaires", en: "view trainees" },
  "trainee.manage": { fr: "gérer les stagiaires", en: "manage trainees" },
  "quote.read": { fr: "consulter les devis", en: "view quotes" },
  "quote.enter": { fr: "saisir un devis", en: "enter a quote" },
  "quote.submit": { fr: "soumettre un devis", en: "submit a quote" },
  "quote.approve": { fr: "valider un devis", en: "approve a quote" },
  "answer.publish": { fr: "publier une réponse dans un salon", en: "publish an answer in a channel" },
  "quote.decide": { fr: "enregistrer une décision de France Travail", en: "record a decision of France Travail" },
} satisfies Readonly<Record<string, Label>>;

export type Permission = keyof typeof permissionLabels;
export const permissions = Object.keys(permissionLabels) as readonly Permission[];

export interface Profile {
  readonly label: Label;
  readonly permissions: readonly Permission[];
}

const reading: readonly Permission[] = ["provider.read", "session.read", "trainee.read", "quote.read"];

const profilesOf = <Id extends string>(table: Readonly<Record<Id, Profile>>): Readonly<Record<Id, Profile>> => table;

/** The profiles every provider starts with: each job gets what it needs, nothing more. */
export const profiles = profilesOf({
  rgc: {
    label: { fr: "RGC", en: "account manager (RGC)" },
    permissions: ["provider.read", "provider.manage", "access.read", "access.manage", "audit.read", "answer.publish"],
  },
  coordinator: {
    label: { fr: "coordinateur pédagogique", en: "training coordinator" },
    permissions: [...reading, "session.manage", "trainee.manage", "answer.publish"],
  },
  assistant: {
    label: { fr: "assistant administratif", en: "administrative assistant" },
    permissions: reading,
  },
  "quote-clerk": {
    label: { fr: "gestionnaire de devis", en: "quote clerk" },
    permissions: [...reading, "trainee.manage", "quote.enter", "quote.submit"],
  },
  approver: {
    label: { fr: "valideur", en: "approver" },
    permissions: [...reading, "quote.approve", "quote.decide", "answer.publish"],
  },
});

export type ProfileId = keyof typeof profiles;
export const profileIds = Object.keys(profiles) as readonly ProfileId[];
