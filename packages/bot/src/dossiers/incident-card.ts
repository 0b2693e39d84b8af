import {
  advanceIncident,
  type CauseId,
  causes,
  checkTicket,
  formatInstant,
  hasErrors,
  type Incident,
  type IncidentSituation,
  incidentStatusLabels,
  incidentWorkflow,
  type Label,
  type Problem,
  type Result,
  success,
  symptomLabels,
} from "@kairos/core";
import type { CommandContext } from "../command.js";
import { completionOf } from "../remedies-incidents.js";
import { both, done, type NextStep, type Reply, type ReplyLine, same } from "../reply.js";
import { type FileDesk, incidentFile } from "./incident-file.js";
import { sendStep } from "./incident-steps.js";
import { recipientOf } from "./incidents.js";

type Desk = FileDesk & Pick<CommandContext<unknown>, "actor" | "now">;

export function incidentTitle({ reference, symptom, status }: Incident): Label {
  return both((language) => `Incident ${reference} · ${symptomLabels[symptom][language]} · ${incidentStatusLabels[status][language]}`);
}

/** May more be said of an incident: until its file has left. */
export function mayBeCompleted({ status }: Incident): boolean {
  const { from } = incidentWorkflow.complete;
  return status === "complete" || from.some((one) => one === status);
}

/** The file judged anew: complete as soon as nothing misses, else waiting for the rest. Refused once it has left. */
export function judged({ actor, now }: Pick<Desk, "actor" | "now">, told: IncidentSituation): Result<IncidentSituation> {
  const { incident } = told;
  const situation: IncidentSituation = incident.status === "complete" ? { ...told, incident: { ...incident, status: "draft" } } : told;
  const step = advanceIncident(situation, "complete", { by: actor.id, at: now });
  if (step.ok) return success({ ...situation, incident: step.value });
  return mayBeCompleted(situation.incident) ? success(situation) : { ok: false, problems: step.problems };
}

/** What is known of an incident, what misses with how to give it, and its file once nothing does. */
export async function incidentReply(desk: Desk, situation: IncidentSituation, lines: readonly ReplyLine[]): Promise<Reply> {
  const { incident } = situation;
  const { screenshots, pictureChecked } = incident;
  const problems = checkTicket(situation);
  const isReady = !hasErrors(problems);
  const file = isReady ? await incidentFile(desk, situation) : undefined;
  const next = isReady ? [sendStep(incident), ...(file?.next ?? [])] : missingSteps(incident, problems);
  return done({
    title: incidentTitle(incident),
    fields: incidentFacts(situation),
    problems,
    ...file,
    lines: [...lines, ...(file?.lines ?? [])],
    next,
    ...(!isReady && !pictureChecked && { files: screenshots.map(({ fileName, digest }) => ({ fileName, digest })) }),
    data: dataOf(incident, problems),
    trace: traceOf(incident),
  });
}

export function traceOf({ reference, symptom, status, cause, sameAs }: Incident): NonNullable<Reply["trace"]> {
  return {
    object: reference,
    details: { symptom, status, ...(cause !== undefined && { cause }), ...(sameAs !== undefined && { sameAs }) },
  };
}

function dataOf({ reference, status, symptom, sameAs }: Incident, problems: readonly Problem[]) {
  const missing = problems.filter(({ severity }) => severity === "error").map(({ code }) => code);
  return { incident: reference, status, symptom, missing, ...(sameAs !== undefined && { sameAs }) };
}

/** Everything at once when several things miss; a screenshot is looked at, then vouched for with one button. */
export function missingSteps({ reference }: Incident, problems: readonly Problem[]): readonly NextStep[] {
  const errors = problems.filter(({ severity }) => severity === "error");
  const vouch: NextStep = {
    text: { fr: "Après avoir regardé la capture", en: "Once you have looked at the screenshot" },
    button: { fr: "Aucun candidat ne s'y voit", en: "No candidate shows on it" },
    command: `/incident completer incident:${reference} capture-verifiee:oui`,
  };
  const all: NextStep = {
    text: { fr: "Dire tout ce qui manque d'un coup", en: "Tell all that is missing at once" },
    button: { fr: "compléter le dossier", en: "complete the file" },
    command: completionOf(reference, errors),
    ahead: true,
  };
  const isUnchecked = errors.some(({ code }) => code === "ticket.picture-unchecked");
  return [...(errors.length > 1 ? [all] : []), ...(isUnchecked ? [vouch] : [])];
}

export function incidentFacts({ incident, provider }: IncidentSituation): NonNullable<Reply["fields"]> {
  const { occurredAt, timeZone, portalUser, browser, quote, session, screenshots, cause, contact } = incident;
  const row = cause !== undefined && Object.hasOwn(causes, cause) ? causes[cause as CauseId] : undefined;
  const facts: readonly (readonly [fr: string, en: string, value: Label | undefined])[] = [
    ["SIRET", "SIRET", same(provider.siret)],
    [
      "Heure exacte",
      "Exact time",
      occurredAt === undefined ? undefined : both((language) => `${formatInstant(occurredAt, timeZone, language)} (${timeZone})`),
    ],
    ["Identifiant", "Identifier", portalUser === undefined ? undefined : same(portalUser)],
    ["Navigateur", "Browser", browser === undefined ? undefined : same(browser)],
    ["Devis", "Quote", quote === undefined ? undefined : same(quote)],
    ["Session", "Session", session === undefined ? undefined : same(session)],
    ["Captures", "Screenshots", screenshots.length === 0 ? undefined : same(screenshots.map(({ fileName }) => fileName).join(", "))],
    ["Cause probable", "Likely cause", row?.label],
    ["Destinataire", "Recipient", contact === undefined ? undefined : recipientOf(contact, provider).label],
  ];
  return facts.flatMap(([fr, en, value]) => (value === undefined ? [] : [{ name: { fr, en }, value }]));
}
