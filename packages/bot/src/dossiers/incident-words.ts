import {
  type CauseId,
  causes,
  contactLabels,
  formatInstant,
  type Incident,
  type IncidentAction,
  type IncidentStatus,
  type IncidentStep,
  type Label,
} from "@kairos/core";
import { both, type ReplyTable, same } from "../reply.js";

/** Where an incident stands, and whose turn it is. */
export const statusMeanings: Readonly<Record<IncidentStatus, Label>> = {
  draft: { fr: "Il manque quelque chose au dossier : il ne peut pas partir.", en: "Something misses in the file: it cannot leave." },
  complete: { fr: "Le dossier est complet : il reste à l'envoyer.", en: "The file is complete: it is to be sent." },
  sent: { fr: "Le dossier est envoyé : la réponse est attendue.", en: "The file was sent: the answer is awaited." },
  answered: { fr: "Une réponse est venue : à vous de dire si elle a suffi.", en: "An answer came: say whether it was enough." },
  solved: { fr: "C'est réglé.", en: "It is over." },
  reopened: { fr: "Cela recommence : le dossier est à reprendre.", en: "It happens again: the file is to be taken up." },
  dropped: { fr: "Personne ne le suit plus.", en: "Nobody follows it any more." },
};

const stepWords: Readonly<Record<IncidentAction, Label>> = {
  complete: { fr: "complété", en: "completed" },
  send: { fr: "envoyé", en: "sent" },
  answer: { fr: "réponse reçue", en: "answered" },
  solve: { fr: "résolu", en: "solved" },
  reopen: { fr: "rouvert", en: "reopened" },
  drop: { fr: "abandonné", en: "dropped" },
};

/** What was done, in order: when, what, by whom, with which words. */
export function historyOf({ reporter, reportedAt, timeZone, history }: Incident, nameOf: (id: string) => string): ReplyTable {
  const rowOf = ({ at, by, note }: Pick<IncidentStep, "at" | "by" | "note">, did: Label) => [
    both((language) => formatInstant(at, timeZone, language)),
    did,
    same(nameOf(by)),
    same(note ?? "—"),
  ];
  return {
    columns: [
      { fr: "Le", en: "On" },
      { fr: "Étape", en: "Step" },
      { fr: "Par", en: "By" },
      { fr: "Ce qui est dit", en: "What was said" },
    ],
    rows: [rowOf({ at: reportedAt, by: reporter }, { fr: "signalé", en: "reported" }), ...history.map((step) => rowOf(step, didOf(step)))],
  };
}

function didOf({ action, to }: IncidentStep): Label {
  const { fr, en } = stepWords[action];
  return to === undefined ? { fr, en } : { fr: `${fr} (${contactLabels[to].fr})`, en: `${en} (${contactLabels[to].en})` };
}

/** The likely cause in words; one that nobody found is said to be unknown. */
export function calledCause(cause: string | undefined): Label {
  return cause !== undefined && Object.hasOwn(causes, cause)
    ? causes[cause as CauseId].label
    : { fr: "cause non trouvée", en: "cause not found" };
}
