import {
  type Answers,
  afterColon,
  attachedLabels,
  type Conclusion,
  contactLabels,
  type Incident,
  type Label,
  type Language,
  type QuestionId,
  questions,
  symptomLabels,
  symptoms,
} from "@kairos/core";
import { both, line, type NextStep, type ReplyLine, same } from "../reply.js";
import type { DiagnosisOf } from "./diagnosis.js";

/** Under which option of the command each answer stands. */
export const answerOptions: Readonly<Record<QuestionId, string>> = {
  "message-says": "page",
  "other-browser": "chrome",
  "typed-from-letter": "lettre",
  task: "tache",
  "listing-sent": "transmise",
  "qualiopi-shown": "qualiopi",
  "candidate-approved": "valide",
};

/** The same command again, with one more answer. */
export function againWith({ symptom, answers, session, quote, passed }: Omit<DiagnosisOf, "provider">, place: string | undefined): string {
  const said = (Object.entries(answers) as [QuestionId, string][]).map(
    ([id, choice]) => `${answerOptions[id]}:${questions[id].choices[choice]?.fr ?? choice}`,
  );
  return [
    "/incident diagnostic",
    `symptome:${symptomLabels[symptom].fr}`,
    ...said,
    ...(session === undefined ? [] : [`session:${session}`]),
    ...(quote === undefined ? [] : [`devis:${quote}`]),
    ...(passed === true ? [symptom === "quote-stuck" ? "devis:aucun" : "session:aucune"] : []),
    ...(place === undefined ? [] : [`etablissement:${place}`]),
  ].join(" ");
}

/** A button for each choice of a question. */
export function choicesOf(question: QuestionId, again: (answers: Answers) => string): readonly NextStep[] {
  return Object.entries(questions[question].choices).map(([choice, label]) => ({
    text: label,
    button: label,
    command: again({ [question]: choice }),
  }));
}

/** A button for each symptom. */
export function symptomSteps(place: string | undefined): readonly NextStep[] {
  return symptoms.map((symptom) => ({
    text: symptomLabels[symptom],
    button: symptomLabels[symptom],
    command: againWith({ symptom, answers: {} }, place),
  }));
}

/** Who can help, called by name when it is somebody of the establishment, and where they are written to. */
export function helpLines(
  { row: { contact, attach } }: Conclusion,
  helper: {
    readonly address: string | undefined;
    readonly managers: readonly string[];
    readonly isManager: boolean;
    readonly maySet: boolean;
  },
): readonly ReplyLine[] {
  const { address, managers, isManager, maySet } = helper;
  const who = contactLabels[contact];
  const people = managers.length === 0 ? "" : ` (${managers.join(", ")})`;
  const attached = (language: Language) => attach.map((one) => attachedLabels[one][language]).join(", ");
  const toAttach = line(
    "plain",
    `À joindre : votre SIRET et votre identifiant du portail, ${attached("fr")}.`,
    `To attach: your SIRET and your portal identifier, ${attached("en")}.`,
  );
  if (contact === "account-manager") {
    const isAlone = isManager && managers.length === 0;
    return [
      isAlone
        ? line("plain", "Qui peut aider : vous gérez vous-même les habilitations.", "Who can help: you manage access yourself.")
        : line("plain", `Qui peut aider : ${who.fr}${people}.`, `Who can help: ${who.en}${people}.`),
      toAttach,
    ];
  }
  const known = address === undefined ? { fr: "", en: "" } : same(`, ${address}`);
  const helps = line("plain", `Qui peut aider : ${who.fr}${known.fr}.`, `Who can help: ${who.en}${known.en}.`);
  const missing = maySet
    ? line(
        "warning",
        "Son adresse n'est pas enregistrée : ajoutez-la aux réglages de l'organisme.",
        "Their address is not recorded: add it to the provider's settings.",
      )
    : line(
        "warning",
        `Son adresse n'est pas enregistrée : demandez-la au RGC${people}.`,
        `Their address is not recorded: ask the account manager (RGC)${people} for it.`,
      );
  return [helps, ...(address === undefined ? [missing] : []), toAttach];
}

/** What others see at this moment, and what solved it before. */
export function precedentLines(known: Incident | undefined, past: readonly Incident[]): readonly ReplyLine[] {
  return [
    ...(known === undefined
      ? []
      : [
          line(
            "warning",
            `Incident connu : vous êtes plusieurs à le voir depuis moins d'une heure (${known.reference}). Votre dossier y sera rattaché.`,
            `Known incident: several of you have seen it within the hour (${known.reference}). Your file will be attached to it.`,
          ),
        ]),
    ...past.map(({ reference, solution = "" }) =>
      line("good", `Ce qui l'a résolu avant (${reference}) : « ${solution} »`, `What solved it before (${reference}): “${solution}”`),
    ),
  ];
}

/** What to try, numbered. */
export function tryLines({ row }: Conclusion): readonly ReplyLine[] {
  return row.tries.map((tried, rank) => ({ tone: "plain", text: both((language) => `${rank + 1}. ${tried[language]}`) }));
}

/** « Cause probable : … », and why. */
export function causeLines({ row, because }: Conclusion): readonly ReplyLine[] {
  const { label } = row;
  return [
    line("warning", `Cause probable : ${label.fr}.`, `Likely cause: ${label.en}.`),
    line("plain", `Pourquoi : ${afterColon(because.fr)}`, `Why: ${because.en}`),
  ];
}

export function titleOf(symptom: DiagnosisOf["symptom"]): Label {
  const { fr, en } = symptomLabels[symptom];
  return { fr: `Diagnostic · ${fr}`, en: `Diagnosis · ${en}` };
}
