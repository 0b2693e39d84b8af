import {
  advanceIncident,
  type Incident,
  type IncidentAction,
  type IncidentStatus,
  incidentActionLabels,
  incidentStatuses,
  incidentStatusLabels,
  incidentWorkflow,
  profileIds,
  profiles,
} from "@kairos/core";
import { describe, expect, it } from "vitest";
import { anIncidentSituation } from "../../examples/incident.js";

const actions = Object.keys(incidentWorkflow) as IncidentAction[];
const act = { by: "lea", at: "2026-12-07T08:30:00.000Z" };

describe("each status and each action", () => {
  it("are these and no others", () => {
    expect(incidentStatuses.map(gridOf).join("\n")).toMatchInlineSnapshot(`
      "draft
        complete -> complete
        solve -> solved
        drop -> dropped
      complete
        send -> sent
        solve -> solved
        drop -> dropped
      sent
        answer -> answered
        solve -> solved
      answered
        answer -> answered
        solve -> solved
      solved
        reopen -> reopened
      reopened
        complete -> complete
        solve -> solved
        drop -> dropped
      dropped
        reopen -> reopened"
    `);
  });

  it("are refused for one reason, and what can be done instead is said", () => {
    expect(advanceIncident(anIncidentSituation(), "send", act)).toMatchObject({
      problems: [{ code: "ticket.step-illegal", params: { status: "draft", possible: ["complete", "solve", "drop"] } }],
    });
    const sent = advanceIncident(anIncidentSituation({ status: "sent" }), "drop", act);
    expect(sent).toMatchObject({ problems: [{ params: { action: "drop", possible: ["answer", "solve"] } }] });
  });

  it("complete only what misses nothing, whatever it is reopened from", () => {
    for (const status of ["draft", "reopened"] as const) {
      const refused = advanceIncident(anIncidentSituation({ status, browser: undefined }), "complete", act);
      expect(refused, status).toMatchObject({ ok: false, problems: [{ code: "ticket.browser-missing" }] });
      expect(advanceIncident(anIncidentSituation({ status, screenshots: [] }), "complete", act), status).toMatchObject({ ok: true });
    }
    expect(advanceIncident(anIncidentSituation({ browser: undefined }), "solve", act)).toMatchObject({ ok: true });
  });
});

describe("the history", () => {
  it("keeps who did what when, to whom and with which words", () => {
    const sent = stepped({ status: "complete" }, "send", { ...act, to: "account-manager", note: "Par courriel" });
    expect(sent.history).toEqual([{ action: "send", ...act, to: "account-manager", note: "Par courriel" }]);
    expect(stepped(sent, "answer").history.map(({ action }) => action)).toEqual(["send", "answer"]);
    expect(stepped(sent, "answer").history[1]).toStrictEqual({ action: "answer", ...act });
    expect(stepped(sent, "answer")).not.toHaveProperty("solution");
  });

  it("holds a hundred steps, the first leaves when one more comes", () => {
    const history = Array.from({ length: 100 }, (_, rank) => ({ action: "answer" as const, by: `p${rank}`, at: act.at }));
    const historyAfter = (count: number) => stepped({ status: "sent", history: history.slice(0, count) }, "answer").history;
    expect(historyAfter(98)).toHaveLength(99);
    expect(historyAfter(99)).toHaveLength(100);
    expect(historyAfter(99)[0]?.by).toBe("p0");
    expect(historyAfter(100)).toHaveLength(100);
    expect([historyAfter(100)[0]?.by, historyAfter(100).at(-1)?.by]).toEqual(["p1", "lea"]);
  });
});

describe("what solved it", () => {
  it("is kept, and given up when the incident is reopened", () => {
    const solved = stepped({ status: "answered" }, "solve", { ...act, note: "Droit ajouté" });
    expect(solved).toMatchObject({ status: "solved", solution: "Droit ajouté" });
    const reopened = stepped(solved, "reopen", { ...act, note: "C'est revenu" });
    expect(reopened).toMatchObject({ status: "reopened" });
    expect(reopened).not.toHaveProperty("solution");
    expect(reopened.history.map(({ note }) => note)).toEqual(["Droit ajouté", "C'est revenu"]);
    expect(stepped(reopened, "solve", { ...act, note: "Cache vidé" }).solution).toBe("Cache vidé");
    expect(stepped({ status: "sent", solution: "Droit ajouté" }, "solve").solution).toBe("Droit ajouté");
    expect(stepped({ status: "sent", solution: "Droit ajouté" }, "answer").solution).toBe("Droit ajouté");
  });

  it("is the note of no other step", () => {
    for (const action of ["answer", "solve"] as const) {
      const { solution } = stepped({ status: "sent" }, action, { ...act, note: "Essayez encore" });
      expect(solution, action).toBe(action === "solve" ? "Essayez encore" : undefined);
    }
  });
});

it("each action asks for one right, and these profiles hold it", () => {
  expect(new Set(actions.map((action) => incidentWorkflow[action].needs))).toEqual(new Set(["incident.report"]));
});

it("prints the life of an incident to docs/workflows/incident.md", async () => {
  await expect(workflowPage()).toMatchFileSnapshot("../../../docs/workflows/incident.md");
});

function stepped(
  incident: Parameters<typeof anIncidentSituation>[0],
  action: IncidentAction,
  how: Parameters<typeof advanceIncident>[2] = act,
): Incident {
  const step = advanceIncident(anIncidentSituation(incident), action, how);
  if (!step.ok) throw new Error(`${action}: ${step.problems.map(({ code }) => code).join()}`);
  return step.value;
}

function gridOf(status: IncidentStatus): string {
  const opened = actions.flatMap((action) => {
    const step = advanceIncident(anIncidentSituation({ status }), action, act);
    return step.ok ? [`  ${action} -> ${step.value.status}`] : [];
  });
  return [status, ...opened].join("\n");
}

function workflowPage(): string {
  const who = profileIds.filter((profile) => (profiles[profile].permissions as readonly string[]).includes("incident.report"));
  const rows = actions.map((action) => {
    const { from, to } = incidentWorkflow[action];
    const condition = conditions[action] ?? "–";
    return `| ${incidentActionLabels[action].fr} | ${from.map(french).join(", ")} | ${french(to)} | ${condition} |`;
  });
  const arrows = actions.flatMap((action) =>
    incidentWorkflow[action].from.map((from) => `  ${from} --> ${incidentWorkflow[action].to}: ${incidentActionLabels[action].fr}`),
  );
  const states = incidentStatuses.map((status) => `  state "${french(status)}" as ${status}`);
  return `# La vie d'un incident

*Page écrite par les tests : ne pas la modifier à la main.*

Le bureau n'envoie rien : la personne envoie le dossier, puis le dit. Chaque étape garde qui, quand et ce qui a été dit, sans secret ni nom de
candidat. Ce qui a résolu un incident est gardé et proposé à qui voit la même chose ; un incident rouvert le retire.

Peut agir : qui a signalé l'incident (${who.map((profile) => profiles[profile].label.fr).join(", ")}), et qui suit les incidents de tous.

| Action | Depuis | Vers | Condition |
| --- | --- | --- | --- |
${rows.join("\n")}

Vu par trois personnes dans l'heure, un incident est suivi sous le premier numéro, et les autres y sont rattachés : le résoudre les résout tous. S'il
est abandonné, le suivant prend sa place ; un incident rattaché que l'on rouvre est de nouveau suivi seul.

\`\`\`mermaid
stateDiagram-v2
${[...states, "  [*] --> draft", ...arrows].join("\n")}
\`\`\`
`;
}

const conditions: Readonly<Partial<Record<IncidentAction, string>>> = {
  complete: "aucun point bloquant",
  reopen: "dire ce qui recommence",
  solve: "dire ce qui l'a résolu",
};

function french(status: IncidentStatus): string {
  return incidentStatusLabels[status].fr;
}
