import {
  accessOn,
  actionsFrom,
  advanceQuote,
  can,
  profileIds,
  profiles,
  type Quote,
  type QuoteAction,
  type QuoteSituation,
  type QuoteStatus,
  quoteActionLabels,
  quoteStatuses,
  quoteStatusLabels,
  quoteWorkflow,
} from "@kairos/core";
import { describe, expect, it } from "vitest";
import { aGrant, aProvider, aQuote, aQuoteSituation, bordeaux, today } from "../../examples/index.js";

const actions = Object.keys(quoteWorkflow) as QuoteAction[];
const record = { version: 1, on: "2026-11-14", recordedBy: "karim", recordedAt: "2026-11-14T08:00:00Z" };
const approvedSince: readonly QuoteStatus[] = ["approved", "under-review", "accepted", "refused"];
const at = "2026-11-16T09:00:00Z";

describe("each status and each action, by somebody else and by whoever entered the quote", () => {
  it("are these and no others", () => {
    expect(quoteStatuses.map(gridOf).join("\n")).toMatchInlineSnapshot(`
      "draft
        submit -> awaiting-candidate
        expire -> expired
        cancel -> cancelled
      awaiting-candidate
        approve -> approved (not by its author)
        decline -> declined
        request-correction -> correction-requested
        revise -> draft
        expire -> expired
        cancel -> cancelled
      approved
        review -> under-review
        request-correction -> correction-requested
        revise -> draft
        expire -> expired
        cancel -> cancelled
      declined
        revise -> draft
        cancel -> cancelled
        close -> closed
      under-review
        accept -> accepted
        refuse -> refused
        request-correction -> correction-requested
        revise -> draft
        cancel -> cancelled
      accepted
        close -> closed
      refused
        revise -> draft
        close -> closed
      correction-requested
        revise -> draft
        cancel -> cancelled
      expired
        revise -> draft
        cancel -> cancelled
        close -> closed
      cancelled
      closed"
    `);
  });

  it("are refused for one reason: the step does not follow", () => {
    for (const status of quoteStatuses) {
      for (const action of actions.filter((candidate) => !isOpen(candidate, status, "karim"))) {
        expect(codes(action, status, "karim"), `${status} ${action}`).toEqual(["quote.transition-illegal"]);
      }
    }
  });

  it("say what can be done instead", () => {
    const result = attempt("accept", "draft", "karim");
    expect(result).toMatchObject({
      problems: [{ params: { action: "accept", status: "draft", possible: ["submit", "expire", "cancel"] } }],
    });
    expect(actionsFrom(quoteWorkflow, "closed")).toEqual([]);
  });
});

it("each action asks for one right, and these profiles hold it", () => {
  const grid = actions.map((action) => `${action}: ${quoteWorkflow[action].needs} (${holders(action).join(", ")})`);
  expect(grid).toMatchInlineSnapshot(`
    [
      "submit: quote.submit (quote-clerk)",
      "approve: quote.approve (approver)",
      "decline: quote.approve (approver)",
      "review: quote.decide (approver)",
      "accept: quote.decide (approver)",
      "refuse: quote.decide (approver)",
      "request-correction: quote.decide (approver)",
      "revise: quote.enter (quote-clerk)",
      "expire: quote.submit (quote-clerk)",
      "cancel: quote.submit (quote-clerk)",
      "close: quote.decide (approver)",
    ]
  `);
});

it("no profile both enters quotes and approves them", () => {
  for (const profile of profileIds) {
    const held = profiles[profile].permissions;
    expect(held.includes("quote.enter") && held.includes("quote.approve"), profile).toBe(false);
  }
});

it("a provider of one person may waive the separation of duties", () => {
  const alone = { provider: aProvider({ settings: { separationOfDuties: "waived" } }) };
  expect(attempt("approve", "awaiting-candidate", "lea").ok).toBe(false);
  expect(attempt("approve", "awaiting-candidate", "lea", alone).ok).toBe(true);
});

it("prints the life of a quote to docs/workflows/quotes.md", async () => {
  await expect(workflowPage()).toMatchFileSnapshot("../../../docs/workflows/quotes.md");
});

function gridOf(status: QuoteStatus): string {
  const opened = actions.flatMap((action) => {
    const other = attempt(action, status, "karim");
    if (!other.ok) return [];
    const author = attempt(action, status, "lea").ok ? "" : " (not by its author)";
    return [`  ${action} -> ${other.value.status}${author}`];
  });
  return [status, ...opened].join("\n");
}

function holders(action: QuoteAction): readonly string[] {
  return profileIds.filter((profile) => can(accessOn([aGrant({ profile })], today), quoteWorkflow[action].needs, bordeaux));
}

function isOpen(action: QuoteAction, status: QuoteStatus, by: string): boolean {
  return attempt(action, status, by).ok;
}

function codes(action: QuoteAction, status: QuoteStatus, by: string): readonly string[] {
  const result = attempt(action, status, by);
  return result.ok ? [] : result.problems.map((problem) => problem.code);
}

/** A sound quote of that status; past its validity when the question is whether it may expire. */
function attempt(action: QuoteAction, status: QuoteStatus, by: string, beside: Partial<QuoteSituation> = {}) {
  const quote: Quote = aQuote({
    status,
    ...(approvedSince.includes(status) && { approval: record }),
    ...(action === "expire" && { validUntil: "2026-11-15" }),
  });
  return advanceQuote(aQuoteSituation({ quote, ...beside }), action, { by, at });
}

function workflowPage(): string {
  const rows = actions.map((action) => {
    const { from, to, needs } = quoteWorkflow[action];
    const who = profileIds.filter((profile) => profiles[profile].permissions.includes(needs)).map((profile) => profiles[profile].label.fr);
    const conditions = conditionsOf[action] ?? "–";
    return `| ${quoteActionLabels[action].fr} | ${who.join(", ")} | ${from.map(french).join(", ")} | ${french(to)} | ${conditions} |`;
  });
  const arrows = actions.flatMap((action) =>
    quoteWorkflow[action].from.map((from) => `  ${id(from)} --> ${id(quoteWorkflow[action].to)}: ${quoteActionLabels[action].fr}`),
  );
  const states = quoteStatuses.map((status) => `  state "${french(status)}" as ${id(status)}`);
  const ends = quoteStatuses.filter((status) => actionsFrom(quoteWorkflow, status).length === 0).map((status) => `  ${id(status)} --> [*]`);
  return `# La vie d'un devis

*Page écrite par les tests : ne pas la modifier à la main.*

Le candidat valide le devis dans son espace France Travail ; France Travail étudie et décide. Kairos n'y est pas connecté : une personne
habilitée enregistre ce qui s'est passé, avec le jour où cela s'est passé (jamais un jour à venir).

| Action | Qui peut | Depuis | Vers | Condition |
| --- | --- | --- | --- | --- |
${rows.join("\n")}

Modifier un brouillon ne change pas sa version. Modifier un devis que le candidat a déjà reçu ouvre une nouvelle version, en brouillon : la
validation et la décision précédentes ne valent plus, et la nouvelle version repart au candidat. Un devis accepté, annulé ou clos ne se
modifie plus.

\`\`\`mermaid
stateDiagram-v2
${[...states, "  [*] --> draft", ...arrows, ...ends].join("\n")}
\`\`\`
`;
}

const conditionsOf: Partial<Record<QuoteAction, string>> = {
  submit: "aucun point bloquant dans le devis",
  approve: "par une autre personne que celles qui ont saisi le devis, sauf dérogation de l'organisme",
  expire: "la validité est dépassée",
};

function french(status: QuoteStatus): string {
  return quoteStatusLabels[status].fr;
}

function id(status: QuoteStatus): string {
  return status.replaceAll("-", "_");
}
