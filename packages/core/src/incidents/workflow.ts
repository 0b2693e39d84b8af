import type { Permission } from "../access/index.js";
import { formatInstant, type Instant } from "../shared/calendar.js";
import type { Label } from "../shared/language.js";
import { hasErrors, type Problem } from "../shared/problem.js";
import { failure, type Result, success } from "../shared/result.js";
import { type ProblemOf, raise, refusal } from "../shared/rules.js";
import { enumerate, sentenceCase } from "../shared/text.js";
import { actionsFrom, type Transition, workflowOf } from "../shared/workflow.js";
import { type Contact, type Incident, type IncidentStatus, type IncidentStep, incidentStatusLabels } from "./incident.js";
import type { IncidentSituation } from "./situation.js";
import { checkTicket } from "./ticket-rules.js";

/** The life of an incident, one action a row. The desk sends nothing: the person does, and says so. */
export const incidentWorkflow = workflowOf<IncidentStatus, Permission>()({
  complete: { from: ["draft", "reopened"], to: "complete", needs: "incident.report", sound: true },
  send: { from: ["complete"], to: "sent", needs: "incident.report" },
  answer: { from: ["sent", "answered"], to: "answered", needs: "incident.report" },
  solve: { from: ["draft", "complete", "sent", "answered", "reopened"], to: "solved", needs: "incident.report" },
  reopen: { from: ["solved", "dropped"], to: "reopened", needs: "incident.report" },
  drop: { from: ["draft", "complete", "reopened"], to: "dropped", needs: "incident.report" },
});
export type IncidentAction = keyof typeof incidentWorkflow;

export const incidentActionLabels: Readonly<Record<IncidentAction, Label>> = {
  complete: { fr: "compléter le dossier", en: "complete the file" },
  send: { fr: "noter l'envoi", en: "record that it was sent" },
  answer: { fr: "noter la réponse", en: "record the answer" },
  solve: { fr: "noter que c'est résolu", en: "record that it is solved" },
  reopen: { fr: "rouvrir", en: "reopen" },
  drop: { fr: "abandonner", en: "drop" },
};

export const incidentRefusals = {
  "ticket.step-illegal": refusal<{ action: IncidentAction; status: IncidentStatus; incident: string; possible: readonly IncidentAction[] }>(
    {
      severity: "error",
      source: "desk-practice",
      fr: ({ action, status, incident, possible }) => ({
        what: `« ${sentenceCase(incidentActionLabels[action].fr)} » n'est pas possible : ${incident} est ${incidentStatusLabels[status].fr}.`,
        why: "Un dossier se complète, s'envoie, reçoit une réponse, puis se résout.",
        mend:
          possible.length === 0
            ? "Ouvrez un autre incident."
            : `À ce stade, on peut : ${enumerate(possible.map((one) => incidentActionLabels[one].fr))}.`,
      }),
    },
  ),
  "ticket.time-unreadable": refusal<{ value: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ value }) => ({
      what: `« ${value} » ne dit pas à quelle heure c'était.`,
      why: "Le support cherche dans ses journaux à la minute près.",
      mend: "Dites-le comme cela vient, avec l'heure : « il y a 10 minutes », « ce matin 9h12 », « 07/12/2026 14:05 ».",
    }),
  }),
  "ticket.step-in-future": refusal<{ at: Instant; zone: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ at, zone }) => ({
      what: `Le ${formatInstant(at, zone)} n'est pas encore passé.`,
      why: "On note ce qui est fait, pas ce qui est prévu : les rappels comptent à partir de là.",
      mend: "Corrigez l'heure, ou laissez-la vide : ce sera maintenant.",
    }),
  }),
  "ticket.user-id-unlike": refusal<object>({
    severity: "error",
    source: "cnil-passwords-2022",
    fr: () => ({
      what: "Ce n'est pas un identifiant du portail : il n'a que des lettres, des chiffres, et « . _ - @ ».",
      why: "Un mot de passe n'a sa place ni dans un chat ni dans un dossier ; s'il vient d'être tapé ici, il est perdu.",
      mend: "Recopiez l'identifiant de la lettre de France Travail ; si c'était votre mot de passe, changez-le.",
    }),
  }),
};
export type IncidentRefusal = ProblemOf<typeof incidentRefusals>;

export interface IncidentAct {
  readonly by: string;
  readonly at: Instant;
  /** Of a file that is sent: to whom. */
  readonly to?: Contact | undefined;
  readonly note?: string | undefined;
}

/**
 * Takes an incident one step further, or says why not. What solved it is kept, to be proposed the next time, until it is
 * reopened: then it solved nothing.
 */
export function advanceIncident(situation: IncidentSituation, action: IncidentAction, act: IncidentAct): Result<Incident, Problem> {
  const { incident } = situation;
  const step: Transition<IncidentStatus, Permission> = incidentWorkflow[action];
  if (!step.from.includes(incident.status)) {
    const possible = actionsFrom(incidentWorkflow, incident.status);
    const params = { action, status: incident.status, incident: incident.reference, possible };
    return failure(raise(incidentRefusals, "ticket.step-illegal", ["status"], params));
  }
  if (step.sound) {
    const problems = checkTicket(situation);
    if (hasErrors(problems)) return { ok: false, problems };
  }
  const { by, at, to, note } = act;
  const did: IncidentStep = { action, by, at, ...(to !== undefined && { to }), ...(note !== undefined && { note }) };
  const history = [...incident.history.slice(1 - mostSteps), did];
  const { solution: former, ...rest } = incident;
  const solution = action === "solve" ? (note ?? former) : action === "reopen" ? undefined : former;
  return success({ ...rest, status: step.to, history, ...(solution !== undefined && { solution }) });
}

const mostSteps = 100;
