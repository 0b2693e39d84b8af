import type { Explanation, Permission } from "../access/index.js";
import type { QuoteStatus } from "../quotes/index.js";
import type { Visibility } from "../sessions/index.js";
import type { Label } from "../shared/language.js";
import { causes } from "./causes.js";
import type { Contact, Symptom } from "./incident.js";

/** What only the person can say; each is asked once, with buttons. */
export const questionIds = ["message-says", "other-browser", "typed-from-letter", "others-too", "task"] as const;
export type QuestionId = (typeof questionIds)[number];
export type Answers = Readonly<Partial<Record<QuestionId, string>>>;

/** What the desk knows by itself; nothing where it does not. */
export interface DeskFacts {
  /** Of the person and the task that was refused. */
  readonly access?: Explanation | undefined;
  /** Days since the last act of the person in the desk. */
  readonly idleDays?: number | undefined;
  readonly inactiveAfterDays: number;
  readonly visibility?: Visibility | undefined;
  readonly quoteStatus?: QuoteStatus | undefined;
  /** Is the Qualiopi certification in force. */
  readonly isCertified?: boolean | undefined;
  /** Months of the session that are closed and entered, and those that are not. */
  readonly openMonths?: readonly string[] | undefined;
}

export interface TriageFacts {
  readonly symptom: Symptom;
  readonly answers: Answers;
  readonly desk: DeskFacts;
}

/** One likely cause: when it is the one, why, what to try in order, who can help, what to attach. */
export interface Cause {
  readonly symptom: Symptom;
  /** Asked before this row can be judged. */
  readonly asks?: QuestionId;
  readonly fits: (facts: TriageFacts) => boolean;
  readonly label: Label;
  readonly because: (facts: TriageFacts) => Label;
  readonly tries: readonly Label[];
  readonly contact: Contact;
  readonly attach: readonly ("screenshot" | "message" | "time" | "browser" | "reference")[];
}

export type CauseId = keyof typeof causes;

export type Diagnosis = { readonly ask: QuestionId } | { readonly cause: CauseId; readonly row: Cause; readonly because: Label };

/** Walks the rows of a symptom in order: the first that fits concludes, and a row that needs an answer asks for it. */
export function diagnose(facts: TriageFacts): Diagnosis {
  for (const [cause, row] of Object.entries(causes) as [CauseId, Cause][]) {
    if (row.symptom !== facts.symptom) continue;
    if (row.asks !== undefined && facts.answers[row.asks] === undefined) return { ask: row.asks };
    if (row.fits(facts)) return { cause, row, because: row.because(facts) };
  }
  throw new Error(`no cause concludes for ${facts.symptom}`);
}

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
  "others-too": {
    label: { fr: "D'autres personnes de l'organisme l'ont aussi ?", en: "Do other people of the provider see it too?" },
    choices: { yes: { fr: "oui", en: "yes" }, no: { fr: "non", en: "no" }, unknown: { fr: "je ne sais pas", en: "I do not know" } },
  },
  task: {
    label: { fr: "Que vouliez-vous faire ?", en: "What did you want to do?" },
    choices: Object.fromEntries(Object.entries(tasks).map(([id, { label }]) => [id, label])),
  },
};
