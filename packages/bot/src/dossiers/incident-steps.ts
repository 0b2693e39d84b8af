import type { Incident, IncidentStatus, Label } from "@kairos/core";
import type { NextStep } from "../reply.js";

/** What comes next, in words and as it is typed, by status. */
export function stepsAfter({ reference, status }: Pick<Incident, "reference" | "status">): readonly NextStep[] {
  return after[status].map((step) => written(step, reference));
}

/** To say that the file has left. */
export function sendStep({ reference }: Pick<Incident, "reference">): NextStep {
  return written(send, reference);
}

function written({ text, button, verb }: Step, reference: string): NextStep {
  return { text, button, command: `/incident ${verb} incident:${reference}` };
}

interface Step {
  readonly text: Label;
  readonly button: Label;
  readonly verb: string;
}

const complete: Step = {
  text: { fr: "Compléter le dossier", en: "Complete the file" },
  button: { fr: "compléter le dossier", en: "complete the file" },
  verb: "completer",
};
const file: Step = {
  text: { fr: "Reprendre le courriel et ses pièces", en: "Take the mail and its attachments" },
  button: { fr: "le dossier à envoyer", en: "the file to send" },
  verb: "fichier",
};
const send: Step = {
  text: { fr: "Une fois le courriel parti", en: "Once the mail has left" },
  button: { fr: "c'est envoyé", en: "it is sent" },
  verb: "envoye",
};
const answer: Step = {
  text: { fr: "Quand une réponse arrive, la coller", en: "When an answer comes, paste it" },
  button: { fr: "j'ai une réponse", en: "I have an answer" },
  verb: "reponse",
};
const solve: Step = {
  text: { fr: "Si c'est réglé, dire ce qui l'a résolu", en: "If it is over, tell what solved it" },
  button: { fr: "c'est résolu", en: "it is solved" },
  verb: "resolu",
};
const reopen: Step = {
  text: { fr: "Si cela recommence, rouvrir et dire pourquoi", en: "If it happens again, reopen and tell why" },
  button: { fr: "rouvrir", en: "reopen" },
  verb: "rouvrir",
};

const after: Readonly<Record<IncidentStatus, readonly Step[]>> = {
  draft: [complete, solve],
  reopened: [complete, solve],
  complete: [file, send, solve],
  sent: [answer, solve],
  answered: [solve, { ...answer, text: { fr: "Si une autre réponse arrive", en: "If another answer comes" } }],
  solved: [reopen],
  dropped: [reopen],
};
