import { formatDay, type IsoDate } from "./calendar.js";
import { type FileRefusal, sayFileRefused } from "./file-faults.js";
import { kindLabels } from "./kind-labels.js";
import type { Label } from "./language.js";
import { type ProblemOf, refusal } from "./rules.js";

/** What can be wrong with the form of an input, before any rule is asked. */
export const inputRules = {
  "input.missing": refusal<object>({
    severity: "error",
    source: "desk-practice",
    fr: () => ({ what: "Cette information manque.", why: "Sans elle, on ne peut pas continuer.", mend: "Ajoutez-la, puis recommencez." }),
  }),
  "input.nothing-given": refusal<object>({
    severity: "error",
    source: "desk-practice",
    fr: () => ({
      what: "Rien à changer : aucune nouvelle valeur n'est donnée.",
      why: "On ne peut pas deviner ce qu'il faut corriger.",
      mend: "Donnez au moins une des options, avec sa nouvelle valeur.",
    }),
  }),
  "input.wrong-type": refusal<{ expected: string; received: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ expected, received }) => ({
      what: `On attend ${typeNames[expected] ?? expected}, pas ${typeNames[received] ?? received}.`,
      why: "La donnée n'a pas la forme prévue.",
      mend: "Corrigez la valeur à cet endroit.",
    }),
  }),
  "input.not-a-date": refusal<{ value: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ value }) => ({
      what: `« ${value} » n'est pas une date qui existe.`,
      why: "Sans date sûre, ni la période ni les délais ne peuvent être vérifiés.",
      mend: "Écrivez-la comme 07/12/2026 ou 7 décembre 2026.",
    }),
  }),
  "input.not-an-amount": refusal<{ value: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ value }) => ({
      what: `« ${value} » n'est pas un montant en euros.`,
      why: "Un montant mal lu fausse tout le devis.",
      mend: "Écrivez-le comme 1190, 1190,50 ou 1 190,50 €.",
    }),
  }),
  "input.ambiguous-amount": refusal<{ value: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ value }) => ({
      what: `« ${value} » peut se lire de deux façons (milliers ou décimales).`,
      why: "Un montant ne se devine pas.",
      mend: "Écrivez-le sans séparateur de milliers et avec deux décimales : 1190,00.",
    }),
  }),
  "input.not-a-duration": refusal<{ value: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ value }) => ({
      what: `« ${value} » n'est pas une durée.`,
      why: "Des heures imprécises font revenir le devis.",
      mend: "Écrivez-la comme 70 h, 70h30 ou 3,5.",
    }),
  }),
  "input.not-a-number": refusal<{ value: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ value }) => ({
      what: `« ${value} » n'est pas un nombre entier.`,
      why: "Ici, on compte des choses entières : des lignes, des jours, des mois.",
      mend: "Écrivez-le en chiffres : 3.",
    }),
  }),
  /** `allowed`: a list of values, or what to write, in words. */
  "input.unknown-value": refusal<{ value: string; allowed: string | Label }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ value, allowed }) => ({
      what: `« ${value} » n'est pas une valeur prévue.`,
      why: "Seules les valeurs prévues ont un sens ici.",
      mend: typeof allowed === "string" ? `Choisissez parmi : ${allowed}.` : `Écrivez ${allowed.fr}.`,
    }),
  }),
  "input.unknown-reference": refusal<{ kind: string; reference: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ kind, reference }) => ({
      what: `${kindLabels[kind]?.fr ?? kind} « ${reference} » est introuvable.`,
      why: "Aucune fiche de ce nom ne vous est accessible.",
      mend: "Vérifiez la référence ; celles qui existent vous sont proposées pendant que vous tapez.",
    }),
  }),
  "input.reference-taken": refusal<{ kind: string; reference: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ kind, reference }) => ({
      what: `${kindLabels[kind]?.fr ?? kind} « ${reference} » existe déjà.`,
      why: "Une référence désigne une seule fiche.",
      mend:
        kind === "sheet"
          ? "Il n'y a rien à refaire ; pour la joindre autrement, retirez d'abord celle qui est là."
          : "Choisissez une autre référence, ou modifiez la fiche existante.",
    }),
  }),
  "input.too-long": refusal<{ most: number }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ most }) => ({
      what: `C'est trop long : ${most} au plus.`,
      why: "Le texte ne tiendrait ni dans le portail ni sur le document.",
      mend: "Raccourcissez.",
    }),
  }),
  "input.too-short": refusal<{ least: number }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ least }) => ({
      what: `C'est trop court : ${least} au moins.`,
      why: "L'information ne serait pas utilisable.",
      mend: "Complétez.",
    }),
  }),
  "input.too-many": refusal<{ most: number }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ most }) => ({
      what: `Il y en a déjà ${most}, le plus que l'on garde ici.`,
      why: "Au-delà, personne ne les relit, et la base grossit pour rien.",
      mend: "Retirez ce qui ne sert plus, ou réunissez plusieurs pages dans un seul fichier.",
    }),
  }),
  "input.out-of-range": refusal<{ least?: number; most?: number }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ least, most }) => ({
      what: `La valeur est hors des limites${limits(least, most)}.`,
      why: "Une telle valeur est presque toujours une faute de frappe.",
      mend: "Corrigez la valeur.",
    }),
  }),
  "input.day-in-future": refusal<{ day: IsoDate }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ day }) => ({
      what: `Le ${formatDay(day)} est dans le futur.`,
      why: "On note ce qui a eu lieu, pas ce qui est attendu.",
      mend: "Indiquez le jour où cela s'est passé.",
    }),
  }),
  "input.unknown-field": refusal<{ fields: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ fields }) => ({
      what: `Champ inconnu : ${fields}.`,
      why: "Un champ mal nommé serait perdu sans que personne le sache.",
      mend: "Retirez-le ou corrigez son nom.",
    }),
  }),
  "input.unreadable-text": refusal<object>({
    severity: "error",
    source: "desk-practice",
    fr: () => ({
      what: "Ce texte contient des caractères de contrôle invisibles.",
      why: "Ils abîment le document et cachent souvent un copier-coller malheureux.",
      mend: "Retapez le texte à la main.",
    }),
  }),
  "input.expired": refusal<object>({
    severity: "error",
    source: "desk-practice",
    fr: () => ({
      what: "Cette demande a expiré : rien n'a été fait.",
      why: "Ce qui était montré a pu changer depuis.",
      mend: "Relancez la commande.",
    }),
  }),
  "input.changed-since": refusal<object>({
    severity: "error",
    source: "desk-practice",
    fr: () => ({
      what: "Le dossier a changé depuis l'aperçu : rien n'a été fait.",
      why: "Vous auriez confirmé autre chose que ce que vous avez lu.",
      mend: "Relancez la commande et relisez l'aperçu.",
    }),
  }),
  "input.not-a-file": refusal<FileRefusal>({
    severity: "error",
    source: "desk-practice",
    fr: sayFileRefused,
  }),
  "input.malformed": refusal<object>({
    severity: "error",
    source: "desk-practice",
    fr: () => ({
      what: "La valeur n'a pas la forme attendue.",
      why: "Elle ne peut pas être lue.",
      mend: "Corrigez la valeur à cet endroit.",
    }),
  }),
};

/** One bound or both, in one pair of brackets. */
function limits(least: number | undefined, most: number | undefined): string {
  if (least !== undefined && most !== undefined) return ` (de ${least} à ${most})`;
  if (least !== undefined) return ` (au moins ${least})`;
  return most === undefined ? "" : ` (au plus ${most})`;
}

export type InputProblem = ProblemOf<typeof inputRules>;

const typeNames: Readonly<Record<string, string>> = {
  string: "du texte",
  number: "un nombre",
  int: "un nombre entier",
  boolean: "oui ou non",
  object: "un objet",
  array: "une liste",
  "unreadable-number": "un nombre illisible",
  null: "rien",
  undefined: "rien",
};
