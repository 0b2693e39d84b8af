import {
  advanceInvoice,
  type InvoiceAction,
  type InvoiceStatus,
  invoiceActionLabels,
  invoiceStatuses,
  invoiceStatusLabels,
  invoiceWorkflow,
  profileIds,
  profiles,
} from "@kairos/core";
import { describe, expect, it } from "vitest";
import { anInvoice } from "../../examples/index.js";

const actions = Object.keys(invoiceWorkflow) as InvoiceAction[];

describe("each status and each action", () => {
  it("are these and no others", () => {
    expect(invoiceStatuses.map(gridOf).join("\n")).toMatchInlineSnapshot(`
      "draft
        discard -> discarded
        issue -> issued
      discarded
      issued
        deposit -> deposited
        pay-part -> part-paid
        settle -> paid
        credit -> credited
      deposited
        receive -> received
        reject -> rejected
        pay-part -> part-paid
        settle -> paid
        credit -> credited
      received
        reject -> rejected
        pay-part -> part-paid
        settle -> paid
        credit -> credited
      rejected
        deposit -> deposited
        credit -> credited
      part-paid
        pay-part -> part-paid
        settle -> paid
        take-back-payment -> part-paid
        credit -> credited
      paid
        take-back-payment -> part-paid
        credit -> credited
      credited"
    `);
  });

  it("are refused for one reason, and what can be done instead is said", () => {
    expect(advanceInvoice(anInvoice(), "credit")).toMatchObject({
      problems: [{ code: "invoice.step-illegal", params: { action: "credit", status: "draft", possible: ["discard", "issue"] } }],
    });
    for (const action of actions)
      expect(advanceInvoice(anInvoice({ status: "credited" }), action), action).toMatchObject({ problems: [{ params: { possible: [] } }] });
  });
});

it("each action asks for one right, and these profiles hold it", () => {
  const grid = actions.map((action) => `${action}: ${invoiceWorkflow[action].needs} (${holders(action).join(", ")})`);
  expect(grid).toMatchInlineSnapshot(`
    [
      "discard: invoice.prepare (billing)",
      "issue: invoice.issue (billing)",
      "deposit: invoice.issue (billing)",
      "receive: invoice.issue (billing)",
      "reject: invoice.issue (billing)",
      "pay-part: invoice.issue (billing)",
      "settle: invoice.issue (billing)",
      "take-back-payment: invoice.issue (billing)",
      "credit: invoice.issue (billing)",
    ]
  `);
});

it("prints the life of an invoice to docs/workflows/invoices.md", async () => {
  await expect(workflowPage()).toMatchFileSnapshot("../../../docs/workflows/invoices.md");
});

function gridOf(status: InvoiceStatus): string {
  const opened = actions.flatMap((action) => {
    const step = advanceInvoice(anInvoice({ status }), action);
    return step.ok ? [`  ${action} -> ${step.value.status}`] : [];
  });
  return [status, ...opened].join("\n");
}

function holders(action: InvoiceAction) {
  return profileIds.filter((profile) => (profiles[profile].permissions as readonly string[]).includes(invoiceWorkflow[action].needs));
}

function workflowPage(): string {
  const rows = actions.map((action) => {
    const { from, to } = invoiceWorkflow[action];
    const who = holders(action).map((profile) => profiles[profile].label.fr);
    return `| ${invoiceActionLabels[action].fr} | ${who.join(", ")} | ${from.map(french).join(", ")} | ${french(to)} | ${conditions[action] ?? "–"} |`;
  });
  const arrows = actions.flatMap((action) =>
    invoiceWorkflow[action].from.map((from) => `  ${id(from)} --> ${id(invoiceWorkflow[action].to)}: ${invoiceActionLabels[action].fr}`),
  );
  const states = invoiceStatuses.map((status) => `  state "${french(status)}" as ${id(status)}`);
  return `# La vie d'une facture

*Page écrite par les tests : ne pas la modifier à la main.*

Une facture, un acompte, un solde et un avoir suivent le même chemin. Le numéro est pris à l'émission, dans la même opération que tout le reste :
un refus ou une panne n'en consomme aucun. Émise, la facture ne se change plus : elle se corrige par un avoir, en tout ou en partie.

| Action | Qui peut | Depuis | Vers | Condition |
| --- | --- | --- | --- | --- |
${rows.join("\n")}

Une facture déjà payée, ou dont les acomptes couvrent tout, passe d'émise à payée à son émission. Un avoir émis rend ses demi-journées : une autre
facture peut les reprendre.

\`\`\`mermaid
stateDiagram-v2
${[...states, "  [*] --> draft", ...arrows].join("\n")}
\`\`\`
`;
}

const conditions: Readonly<Partial<Record<InvoiceAction, string>>> = {
  issue:
    "aucun point bloquant, par une autre personne que celles qui l'ont préparée (sauf dérogation), à une date qui ne précède pas la dernière",
  credit: "les avoirs émis couvrent toute la facture",
};

function french(status: InvoiceStatus): string {
  return invoiceStatusLabels[status].fr;
}

function id(status: InvoiceStatus): string {
  return status.replaceAll("-", "_");
}
