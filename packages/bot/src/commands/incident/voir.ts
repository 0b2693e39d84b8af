import { checkTicket, counted, type Incident, pastSolutions } from "@kairos/core";
import { command } from "../../command.js";
import { incidentFacts, incidentTitle, mayBeCompleted, missingSteps, traceOf } from "../../dossiers/incident-card.js";
import { stepsAfter } from "../../dossiers/incident-steps.js";
import { historyOf, statusMeanings } from "../../dossiers/incident-words.js";
import { incidentOption, loadIncident, mayReport } from "../../dossiers/incidents.js";
import { attachedTo } from "../../dossiers/known-incidents.js";
import { callingIn } from "../../dossiers/trainers.js";
import { done, line, type Reply, type ReplyLine, refused, same } from "../../reply.js";
import type { Store } from "../../store/store.js";

export default command({
  words: {
    fr: ["voir", "Montre un incident : où il en est, ce qui a été fait, ce qui vient ensuite"],
    en: ["show", "Show an incident: where it stands, what was done, what comes next"],
  },
  needs: mayReport,
  visibility: "private",
  example: "/incident voir incident:INC-2026-0001",
  options: { incident: incidentOption },
  async run(desk) {
    const { store } = desk;
    const loaded = await loadIncident(desk, desk.input.incident);
    if (!loaded.ok) return refused(loaded.problems);
    const { incident } = loaded.value;
    const { reference, status, symptom, cause, contact, sameAs, screenshots, solution } = incident;
    const problems = mayBeCompleted(incident) ? checkTicket(loaded.value) : [];
    const attached = await attachedTo(store, incident);
    return done({
      title: incidentTitle(incident),
      lines: [{ tone: "plain", text: statusMeanings[status] }, ...attachedLines(incident, attached), ...(await pastLines(store, incident))],
      fields: [...incidentFacts(loaded.value), ...seenFields(incident)],
      table: historyOf(incident, await callingIn(store)),
      problems,
      next: [...missingSteps(incident, problems), ...stepsAfter(incident)].filter(isNew),
      data: {
        incident: reference,
        status,
        symptom,
        cause,
        contact,
        sameAs,
        attached: attached.map((one) => one.reference),
        screenshots: screenshots.length,
        steps: incident.history.length,
        solution,
      },
      trace: traceOf(incident),
    });
  },
});

/** What was seen and done, as it was told, and what solved it. */
function seenFields({ message, steps, solution }: Incident): NonNullable<Reply["fields"]> {
  const told = [
    { name: { fr: "Message affiché", en: "Message shown" }, value: message },
    { name: { fr: "Pas à pas", en: "Step by step" }, value: steps },
    { name: { fr: "Ce qui l'a résolu", en: "What solved it" }, value: solution },
  ];
  return told.flatMap(({ name, value }) => (value === undefined ? [] : [{ name, value: same(value) }]));
}

function attachedLines({ sameAs }: Incident, attached: readonly Incident[]): readonly ReplyLine[] {
  const named = attached.map(({ reference }) => reference).join(", ");
  return [
    ...(sameAs === undefined
      ? []
      : [
          line(
            "plain",
            `Rattaché à ${sameAs}, où la même chose a été vue en premier : c'est lui que l'on suit.`,
            `Attached to ${sameAs}, where the same was seen first: that one is followed.`,
          ),
        ]),
    ...(attached.length === 0
      ? []
      : [
          line(
            "plain",
            `${counted(attached.length, "incident rattaché", "incidents rattachés")} : ${named}. Résoudre celui-ci les résout aussi.`,
            `${counted(attached.length, "incident", "incidents", "en")} attached: ${named}. Solving this one solves them too.`,
          ),
        ]),
  ];
}

/** What solved the same thing before, while it is not solved yet. */
async function pastLines(store: Store, incident: Incident): Promise<readonly ReplyLine[]> {
  if (incident.status === "solved" || incident.status === "dropped" || incident.symptom === "other") return [];
  const solved = await store.incidents.list({ symptom: incident.symptom, status: "solved", limit: 50 });
  const past = pastSolutions(solved, incident);
  return past.map(({ reference, solution = "" }) =>
    line("muted", `Déjà résolu ainsi (${reference}) : ${solution}`, `Solved this way before (${reference}): ${solution}`),
  );
}

/** The form for all that misses is proposed once. */
function isNew({ button }: NonNullable<Reply["next"]>[number], rank: number, all: NonNullable<Reply["next"]>): boolean {
  return all.findIndex((one) => one.button?.fr === button?.fr) === rank;
}
