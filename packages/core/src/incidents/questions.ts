import type { Permission } from "../access/index.js";
import type { Label } from "../shared/language.js";

/** What only the person can say; each is asked once, with buttons. */
export const questionIds = ["message-says", "other-browser", "typed-from-letter", "task"] as const;
export type QuestionId = (typeof questionIds)[number];
export type Answers = Readonly<Partial<Record<QuestionId, string>>>;

/** The tasks of the portal a refused access may have been about, and the right of the desk that stands for each. */
export const tasks: Readonly<Record<string, { readonly label: Label; readonly permission: Permission }>> = {
  quotes: { label: { fr: "saisir un devis", en: "enter a quote" }, permission: "quote.enter" },
  approval: { label: { fr: "valider un devis", en: "approve a quote" }, permission: "quote.approve" },
  sessions: { label: { fr: "consulter les sessions", en: "view sessions" }, permission: "session.read" },
  attendance: { label: { fr: "déclarer l'assiduité", en: "declare attendance" }, permission: "attendance.record" },
  invoices: { label: { fr: "facturer", en: "invoice" }, permission: "invoice.issue" },
  accounts: { label: { fr: "gérer les habilitations", en: "manage access" }, permission: "access.manage" },
};

export const questions: Readonly<Record<QuestionId, { readonly label: Label; readonly choices: Readonly<Record<string, Label>> }>> = {
  "message-says": {
    label: { fr: "Que dit la page ?", en: "What does the page say?" },
    choices: {
      wrong: { fr: "identifiant ou mot de passe incorrect", en: "wrong identifier or password" },
      blocked: { fr: "compte bloqué ou inactif", en: "account blocked or dormant" },
      nothing: { fr: "rien, elle revient au départ", en: "nothing, it starts again" },
    },
  },
  "typed-from-letter": {
    label: {
      fr: "L'identifiant est-il recopié de la lettre, majuscules verrouillées éteintes ?",
      en: "Is the identifier copied from the letter, caps lock off?",
    },
    choices: { yes: { fr: "oui", en: "yes" }, no: { fr: "non, pas encore", en: "no, not yet" } },
  },
  "other-browser": {
    label: {
      fr: "Et dans Chrome, en navigation privée ?",
      en: "And in Chrome, in a private window?",
    },
    choices: {
      works: { fr: "cela marche", en: "it works" },
      same: { fr: "c'est pareil", en: "it is the same" },
      "not-tried": { fr: "pas essayé", en: "not tried" },
    },
  },
  task: {
    label: { fr: "Que vouliez-vous faire ?", en: "What did you want to do?" },
    choices: Object.fromEntries(Object.entries(tasks).map(([id, { label }]) => [id, label])),
  },
};
