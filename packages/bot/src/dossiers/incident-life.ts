import {
  advanceIncident,
  formatInstant,
  type Incident,
  type IncidentAct,
  type IncidentAction,
  type IncidentSituation,
  incidentRefusals,
  type Label,
  type Problem,
  type Result,
  raise,
  readMoment,
  success,
} from "@kairos/core";
import type { CommandContext } from "../command.js";
import { masked, optional, text } from "../options.js";
import { done, type Reply, type ReplyLine, refused } from "../reply.js";
import { incidentTitle, traceOf } from "./incident-card.js";
import { keptText, maskedLines, newlyMasked } from "./incident-masking.js";
import { stepsAfter } from "./incident-steps.js";
import { loadIncident } from "./incidents.js";

export type LifeDesk = Pick<CommandContext<unknown>, "store" | "actor" | "may" | "now" | "input">;

/** When it was done, as it is said; now unless it is. */
export const stepMoment = optional(
  masked(
    text(
      { fr: ["moment", "Quand : « ce matin 9h12 » ; maintenant sinon", "Quand"], en: ["moment", "When: “9:12”; now otherwise", "When"] },
      60,
    ),
  ),
);

/** One step of an incident, taken and saved, with what was masked of the words it came with. */
export interface Stepped {
  readonly situation: IncidentSituation;
  readonly lines: readonly ReplyLine[];
  /** The words as they are kept. */
  readonly note?: string;
}

/** What a step is told with: words that are masked before they are kept, and when. */
export interface Told extends Pick<IncidentAct, "to"> {
  readonly note?: string | undefined;
  readonly moment?: string | undefined;
}

/** Takes an incident one step further, or refuses; `change` is what else the step changes of it. */
export async function stepOn(
  desk: LifeDesk,
  typed: string,
  action: IncidentAction,
  told: (situation: IncidentSituation) => Told,
  change: (incident: Incident) => Incident = (incident) => incident,
): Promise<{ readonly ok: true; readonly value: Stepped } | { readonly ok: false; readonly refusal: Reply }> {
  const loaded = await loadIncident(desk, typed);
  if (!loaded.ok) return { ok: false, refusal: refused(loaded.problems) };
  const trace = traceOf(loaded.value.incident);
  const { note, moment, to } = told(loaded.value);
  const at = momentOf(moment, loaded.value);
  if (!at.ok) return { ok: false, refusal: refused(at.problems, { trace }) };
  const kept = note === undefined ? undefined : keptText(note, loaded.value.masking, mostLetters);
  const step = advanceIncident(loaded.value, action, { by: desk.actor.id, at: at.value, to, note: kept });
  if (!step.ok) return { ok: false, refusal: refused(step.problems, { trace, next: stepsAfter(loaded.value.incident) }) };
  const incident = change(step.value);
  await desk.store.incidents.save(incident);
  const lines = kept === undefined ? [] : maskedLines(newlyMasked([], [kept]));
  return success({ situation: { ...loaded.value, incident }, lines, ...(kept !== undefined && { note: kept }) });
}

/** Letters of what is told with a step. */
export const mostLetters = 1000;

function momentOf(typed: string | undefined, { now, masking, incident: { timeZone } }: IncidentSituation): Result<string> {
  if (typed === undefined) return success(now);
  const at = readMoment(typed, now, timeZone);
  const refuse = (problem: Problem) => ({ ok: false as const, problems: [problem] });
  if (at === undefined) {
    return refuse(raise(incidentRefusals, "ticket.time-unreadable", ["moment"], { value: keptText(typed, masking, 40) }));
  }
  return at <= now ? success(at) : refuse(raise(incidentRefusals, "ticket.step-in-future", ["moment"], { at, zone: timeZone }));
}

/** What was done, and what comes next. */
export function lifeReply({ situation: { incident }, lines }: Stepped, said: readonly ReplyLine[], more: Partial<Reply> = {}): Reply {
  const { reference, status, contact } = incident;
  return done({
    title: incidentTitle(incident),
    lines: [...said, ...lines],
    next: stepsAfter(incident),
    data: { incident: reference, status, ...(contact !== undefined && { contact }) },
    trace: traceOf(incident),
    ...more,
  });
}

/** « le 07/12/2026 à 09:12 », on the clocks of the establishment. */
export function lastAt({ history, timeZone }: Incident): Label {
  const at = history.at(-1)?.at ?? "";
  return { fr: formatInstant(at, timeZone), en: formatInstant(at, timeZone, "en") };
}
