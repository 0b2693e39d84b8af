import type { Permission } from "../access/index.js";
import type { Label } from "../shared/language.js";

/** What only the person can say; each is asked once, with buttons. */
export const questionIds = [
  "message-says",
  "other-browser",
  "typed-from-letter",
  "task",
  "listing-sent",
  "qualiopi-shown",
  "candidate-approved",
] as const;
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

export interface Question {
  readonly label: Label;
  readonly choices: Readonly<Record<string, Label>>;
}

const yes: Label = { fr: "oui", en: "yes" };
const no: Label = { fr: "non", en: "no" };
const unknown: Label = { fr: "je ne sais pas", en: "I do not know" };

export const questions: Readonly<Record<QuestionId, Question>> = {
  "message-says": {
    label: { fr: "Que dit la page de connexion ?", en: "What does the sign-in page say?" },
    choices: {
      wrong: { fr: "identifiant ou mot de passe incorrect", en: "wrong identifier or password" },
      blocked: { fr: "compte bloqué ou inactif", en: "account blocked or dormant" },
      nothing: { fr: "rien, elle revient au départ", en: "nothing, it starts again" },
    },
  },
  "typed-from-letter": {
    label: {
      fr: "Avez-vous recopié l'identifiant de la lettre de France Travail, majuscules déverrouillées ?",
      en: "Did you copy the identifier from France Travail's letter, caps lock off?",
    },
    choices: { yes, no: { fr: "non, pas encore", en: "no, not yet" } },
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
  "listing-sent": {
    label: {
      fr: "Dans la base régionale (Carif-Oref), la session est-elle marquée comme transmise ?",
      en: "In the regional base (Carif-Oref), is the session marked as sent?",
    },
    choices: {
      late: { fr: "oui, depuis plus de deux semaines", en: "yes, for more than two weeks" },
      recent: { fr: "oui, depuis moins de deux semaines", en: "yes, for less than two weeks" },
      no,
      unknown,
    },
  },
  "qualiopi-shown": {
    label: {
      fr: "Dans le portail, la certification se voit-elle sous « Informations prestataire / Qualité » ?",
      en: "In the portal, does the certification show under “Informations prestataire / Qualité”?",
    },
    choices: { yes, no, unknown },
  },
  "candidate-approved": {
    label: {
      fr: "Le candidat a-t-il validé le devis dans son espace France Travail ?",
      en: "Has the candidate approved the quote in their France Travail space?",
    },
    choices: { yes, no, unknown },
  },
};

/** Is this what was answered; nothing while it was not. */
export function told(answers: Answers, question: QuestionId, ...choices: readonly string[]): boolean | undefined {
  const answer = answers[question];
  return answer === undefined ? undefined : choices.includes(answer);
}
