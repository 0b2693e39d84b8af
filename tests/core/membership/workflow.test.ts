import {
  advanceMembership,
  type Membership,
  type MembershipAct,
  type MembershipAction,
  type MembershipSituation,
  type MembershipTransition,
  membershipActionLabels,
  membershipActions,
  membershipDocumentLabels,
  membershipStateLabels,
  membershipStatuses,
  membershipWorkflow,
  nameManagers,
} from "@kairos/core";
import { describe, expect, it } from "vitest";
import { aMembership, aMembershipSituation, aProvider } from "../../examples/index.js";

const starts = ["not-started", ...membershipStatuses] as const;
type Start = (typeof starts)[number];
const act: MembershipAct = { by: "nadia", at: "2026-11-16T09:00:00Z" };

describe("each status and each action", () => {
  it("are these and no others", () => {
    expect(starts.map(gridOf).join("\n")).toMatchInlineSnapshot(`
      "not-started
        prepare -> prepared
        declare -> active
      prepared
        prepare -> prepared
        send -> sent
        declare -> active
      sent
        approve -> approved
        refuse -> refused
      approved
        receive -> identifiers-received
      identifiers-received
        open -> portal-opened
      portal-opened
        grant -> rights-granted
      rights-granted
        activate -> active
      active
        suspend -> suspended
        request-renewal -> active
        renew -> active
      refused
        prepare -> prepared
      suspended
        resume -> active"
    `);
  });

  it("are refused for one reason: the step does not follow", () => {
    for (const status of starts) {
      for (const action of membershipActions.filter((one) => !attempt(one, status).ok)) {
        expect(codes(attempt(action, status)), `${status} ${action}`).toEqual(["membership.transition-illegal"]);
      }
    }
  });

  it("say what can be done instead", () => {
    expect(attempt("open", "sent")).toMatchObject({ problems: [{ params: { status: "sent", possible: ["approve", "refuse"] } }] });
  });

  it("ask for one right", () => {
    expect(new Set(membershipActions.map((action) => membershipWorkflow[action].needs))).toEqual(new Set(["provider.manage"]));
  });
});

describe("a request", () => {
  const fresh = aMembershipSituation({ membership: undefined });

  it("names an RGC and is prepared without a fault", () => {
    expect(advanceMembership(fresh, "prepare", { ...act, manager: "nadia", deputy: "karim", on: "2026-11-10" })).toMatchObject({
      ok: true,
      value: { membership: { status: "prepared", manager: "nadia", deputy: "karim", steps: [{ action: "prepare", on: "2026-11-10" }] } },
    });
  });

  it.each([
    ["nobody is named", {}, {}, ["org.rgc-missing"]],
    ["the deputy is the RGC", {}, { manager: "nadia", deputy: "nadia" }, ["org.rgc-deputy-same"]],
    ["Qualiopi has ended", { qualiopi: { endsOn: "2026-11-15" } }, { manager: "nadia", deputy: "karim" }, ["org.qualiopi-expired"]],
    ["the phone is missing", { contact: { phone: undefined } }, { manager: "nadia", deputy: "karim" }, ["org.field-missing"]],
    ["the agreement that ended is what it is about", { agreement: { endsOn: "2026-11-15" } }, { manager: "nadia", deputy: "karim" }, []],
    ["no deputy is only a warning", {}, { manager: "nadia" }, []],
  ])("when %s", (_name, overrides, names, expected) => {
    expect(codes(advanceMembership({ ...fresh, provider: aProvider(overrides) }, "prepare", { ...act, ...names }))).toEqual(expected);
  });

  it("that was refused starts anew, and what was done before stays in its history", () => {
    const refused = advanced(aMembershipSituation(), "refuse", { on: "2026-10-20", reason: "Pièce manquante" });
    expect(refused).toMatchObject({ status: "refused", steps: [{}, {}, { reason: "Pièce manquante" }] });
    const again = advanced(aMembershipSituation({ membership: refused }), "prepare", { on: "2026-10-21" });
    expect(again).toMatchObject({ status: "prepared", manager: "nadia", documents: {} });
    expect(again.steps).toHaveLength(4);
  });
});

describe("the days", () => {
  it.each([
    ["tomorrow", { on: "2026-11-17" }, ["input.day-in-future"]],
    ["today", {}, []],
    ["the day of the previous step", { on: "2026-10-05" }, []],
    ["the day before it", { on: "2026-10-04" }, ["membership.act-too-early"]],
  ])("an approval of %s", (_name, told, expected) => {
    expect(codes(advanceMembership(aMembershipSituation(), "approve", { ...act, ...told }))).toEqual(expected);
  });
});

it("a refusal says where: the day, the end, the detail", () => {
  const placed = (situation: MembershipSituation, action: MembershipAction, told: Partial<MembershipAct> = {}) => {
    const result = advanceMembership(situation, action, { ...act, ...told });
    return result.ok ? [] : result.problems.map(({ code, path }) => [code, ...path]);
  };
  const sent = aMembershipSituation();
  expect(placed(sent, "open")).toEqual([["membership.transition-illegal", "status"]]);
  expect(placed(sent, "approve", { on: "2026-11-17" })).toEqual([["input.day-in-future", "on"]]);
  expect(placed(sent, "approve", { on: "2026-10-04" })).toEqual([["membership.act-too-early", "on"]]);
  expect(placed(sent, "approve", { endsOn: "2026-11-16" })).toEqual([["membership.end-too-early", "endsOn"]]);
  expect(placed(sent, "refuse", { number: "1" })).toEqual([["membership.detail-misplaced", "number"]]);
});

it("a step says nothing that it was not told", () => {
  const sent = advanced(aMembershipSituation(), "approve", {});
  expect(sent.steps.at(-1)).toStrictEqual({ action: "approve", on: "2026-11-16", by: "nadia", at: act.at });
  const bare = nameManagers(aMembership({ manager: undefined, deputy: undefined }), {});
  expect(Object.keys(bare)).not.toContain("manager");
  expect(Object.keys(bare)).not.toContain("deputy");
});

describe("the agreement", () => {
  const approved = (told: Partial<MembershipAct>, beside: Partial<MembershipSituation> = {}) => {
    const bare = { provider: aProvider({ agreement: undefined }), ...beside };
    return agreementOf(advanceMembership(aMembershipSituation(bare), "approve", { ...act, on: "2026-11-02", ...told }));
  };
  const active = aMembership({ status: "active" });
  const renewed = (told: Partial<MembershipAct>, endsOn = "2028-09-30") => {
    const provider = aProvider({ agreement: { number: "0126ADR-1/1", endsOn, assumed: true } });
    return agreementOf(advanceMembership({ ...aMembershipSituation({ membership: active }), provider }, "renew", { ...act, ...told }));
  };

  it("has the end and the number of its letter", () => {
    expect(approved({ endsOn: "2029-10-31", number: "0126ADR-2/1" })).toEqual({ endsOn: "2029-10-31", number: "0126ADR-2/1" });
  });

  it("has a supposed end while the letter's is not known: three years, or as the provider sets", () => {
    expect(approved({})).toEqual({ endsOn: "2029-11-02", assumed: true });
    const two = aProvider({ agreement: undefined, settings: { membership: { agreementYears: 2 } } });
    expect(approved({}, { provider: two })).toEqual({ endsOn: "2028-11-02", assumed: true });
  });

  it("has the number of its own letter, never that of the agreement before", () => {
    expect(approved({ endsOn: "2029-10-31" }, { provider: aProvider() })).toEqual({ endsOn: "2029-10-31" });
  });

  it("ends after it began", () => {
    expect(approved({ endsOn: "2026-11-02" })).toBe("membership.end-too-early");
    expect(approved({ endsOn: "2026-11-03" })).toEqual({ endsOn: "2026-11-03" });
  });

  it("is extended by a renewal, from its end or from today when that is past", () => {
    expect(renewed({ endsOn: "2031-09-30" })).toEqual({ number: "0126ADR-1/1", endsOn: "2031-09-30" });
    expect(renewed({})).toEqual({ number: "0126ADR-1/1", endsOn: "2031-09-30", assumed: true });
    expect(renewed({}, "2020-09-30")).toMatchObject({ endsOn: "2029-11-16" });
    expect(renewed({ endsOn: "2028-09-30" })).toBe("membership.end-too-early");
    expect(renewed({ endsOn: "2026-11-16" }, "2026-11-16")).toBe("membership.end-too-early");
    const none = { ...aMembershipSituation({ membership: active }), provider: aProvider({ agreement: undefined }) };
    expect(agreementOf(advanceMembership(none, "renew", act))).toEqual({ endsOn: "2029-11-16", assumed: true });
  });

  it("of a provider that was a member already is declared, as the record knows it or as it is told", () => {
    const fresh = aMembershipSituation({ membership: undefined });
    expect(agreementOf(advanceMembership(fresh, "declare", act))).toEqual({ number: "0126ADR-1/1", endsOn: "2028-09-30" });
    const told = { ...act, on: "2024-02-01", endsOn: "2027-01-31" };
    expect(agreementOf(advanceMembership(fresh, "declare", told))).toMatchObject({ endsOn: "2027-01-31" });
    const unknown = { ...fresh, provider: aProvider({ agreement: undefined }) };
    expect(agreementOf(advanceMembership(unknown, "declare", act))).toEqual({ endsOn: "2029-11-16", assumed: true });
    const assumed = { ...fresh, provider: aProvider({ agreement: { endsOn: "2028-09-30", assumed: true } }) };
    expect(agreementOf(advanceMembership(assumed, "declare", act))).toMatchObject({ endsOn: "2028-09-30", assumed: true });
    expect(agreementOf(advanceMembership(assumed, "declare", { ...act, endsOn: "2029-01-31" }))).toStrictEqual({
      number: "0126ADR-1/1",
      endsOn: "2029-01-31",
    });
    expect(agreementOf(advanceMembership(fresh, "declare", { ...act, endsOn: "2026-11-16" }))).toBe("membership.end-too-early");
    const past = { ...fresh, provider: aProvider({ agreement: { endsOn: "2020-09-30" } }) };
    expect(agreementOf(advanceMembership(past, "declare", act))).toMatchObject({ endsOn: "2020-09-30" });
  });

  it("is not touched by another step, which says so when it is told of it", () => {
    const opening = aMembershipSituation({ membership: aMembership({ status: "identifiers-received" }) });
    expect(agreementOf(advanceMembership(opening, "open", act))).toEqual(opening.provider.agreement);
    for (const told of [{ endsOn: "2029-10-31" }, { number: "1" }, { letter: "identifier-letter" as const }]) {
      expect(codes(advanceMembership(opening, "open", { ...act, ...told }))).toEqual(["membership.detail-misplaced"]);
    }
  });
});

describe("the two letters", () => {
  const approved = aMembership({
    status: "approved",
    documents: { approval: "2026-10-20" },
    steps: [{ action: "approve", on: "2026-10-20", by: "nadia", at: "2026-10-20T09:00:00Z" }],
  });
  const situation = aMembershipSituation({ membership: approved });

  it("come in any order; one alone changes no status", () => {
    const one = advanced(situation, "receive", { letter: "password-letter", on: "2026-11-05" });
    expect(one).toMatchObject({ status: "approved", documents: { "password-letter": "2026-11-05" } });
    const both = advanced({ ...situation, membership: one }, "receive", { letter: "identifier-letter", on: "2026-11-03" });
    expect(both).toMatchObject({
      status: "identifiers-received",
      documents: { "identifier-letter": "2026-11-03", "password-letter": "2026-11-05" },
    });
    const early = advanceMembership({ ...situation, membership: both }, "open", { ...act, on: "2026-11-04" });
    expect(early).toMatchObject({ problems: [{ code: "membership.act-too-early", params: { lastOn: "2026-11-05" } }] });
  });

  it("come after the approval, and one is named", () => {
    expect(codes(advanceMembership(situation, "receive", { ...act, letter: "identifier-letter", on: "2026-10-19" }))).toEqual([
      "membership.act-too-early",
    ]);
    expect(advanceMembership(situation, "receive", act)).toMatchObject({ problems: [{ code: "input.missing", path: ["letter"] }] });
  });
});

it("what is begun anew, or declared, keeps no paper of before", () => {
  for (const action of ["prepare", "declare"] as const) {
    const prepared = aMembershipSituation({ membership: aMembership({ status: "prepared", steps: [] }) });
    expect(prepared.membership?.documents).toEqual({ request: "2026-10-05" });
    expect(advanced(prepared, action, {}).documents).toEqual({});
  }
});

it("a renewal answers its request", () => {
  const active = aMembershipSituation({ membership: aMembership({ status: "active" }) });
  const asked = advanced(active, "request-renewal", { on: "2026-11-10" });
  expect(asked).toMatchObject({ status: "active", documents: { request: "2026-10-05", "renewal-request": "2026-11-10" } });
  const renewed = advanced({ ...active, membership: asked }, "renew", { endsOn: "2031-09-30" });
  expect(renewed.documents).toEqual({ request: "2026-10-05" });
});

it("the request of a renewal stays until the renewal, and comes after the last one", () => {
  const active = aMembershipSituation({ membership: aMembership({ status: "active" }) });
  const asked = { ...active, membership: advanced(active, "request-renewal", { on: "2026-11-10" }) };
  expect(advanced(asked, "suspend", {}).documents).toEqual({ request: "2026-10-05", "renewal-request": "2026-11-10" });
  expect(codes(advanceMembership(asked, "request-renewal", { ...act, on: "2026-11-09" }))).toEqual(["membership.act-too-early"]);
});

it("a day that is refused is said, with the day it is held against", () => {
  const told = (on: string) => advanceMembership(aMembershipSituation(), "approve", { ...act, on });
  expect(told("2026-11-17")).toMatchObject({ problems: [{ params: { day: "2026-11-17" } }] });
  expect(told("2026-10-04")).toMatchObject({ problems: [{ params: { on: "2026-10-04", lastOn: "2026-10-05" } }] });
});

it("who is named may change at any step", () => {
  expect(nameManagers(aMembership(), { deputy: "lea" })).toMatchObject({ status: "sent", manager: "nadia", deputy: "lea" });
  expect(nameManagers(aMembership(), { manager: "lea" })).toMatchObject({ manager: "lea", deputy: "karim" });
});

it("keeps days, never what a letter holds", () => {
  const kept = Object.keys(advanced(aMembershipSituation(), "approve", { endsOn: "2029-10-31", number: "0126ADR-2/1" })).sort();
  expect(kept).toEqual(["deputy", "documents", "manager", "siret", "status", "steps"]);
});

it("prints the path to docs/workflows/membership.md", async () => {
  await expect(workflowPage()).toMatchFileSnapshot("../../../docs/workflows/membership.md");
});

function gridOf(status: Start): string {
  const opened = membershipActions.flatMap((action) => {
    const result = attempt(action, status);
    return result.ok ? [`  ${action} -> ${result.value.membership.status}`] : [];
  });
  return [status, ...opened].join("\n");
}

/** With the other letter there already, so that the one recorded completes the pair. */
function attempt(action: MembershipAction, status: Start) {
  const membership = status === "not-started" ? undefined : aMembership({ status, documents: { "password-letter": "2026-10-10" } });
  const told = action === "receive" ? { letter: "identifier-letter" as const } : {};
  const end = action === "renew" ? { endsOn: "2031-09-30" } : {};
  return advanceMembership(aMembershipSituation({ membership }), action, { ...act, manager: "nadia", ...told, ...end });
}

function advanced(situation: MembershipSituation, action: MembershipAction, told: Partial<MembershipAct>): Membership {
  const result = advanceMembership(situation, action, { ...act, ...told });
  if (!result.ok) throw new Error(codes(result).join());
  return result.value.membership;
}

function agreementOf(result: ReturnType<typeof advanceMembership>) {
  return result.ok ? result.value.provider.agreement : result.problems[0]?.code;
}

function codes(result: ReturnType<typeof advanceMembership>): readonly string[] {
  return result.ok ? [] : result.problems.filter(({ severity }) => severity === "error").map(({ code }) => code);
}

function workflowPage(): string {
  const french = (status: Start) => membershipStateLabels[status].fr;
  const id = (status: Start) => status.replace("-", "_");
  const rows = membershipActions.map((action) => {
    const { from, to, documents = [] }: MembershipTransition = membershipWorkflow[action];
    const papers = documents.map((document) => membershipDocumentLabels[document].fr).join(", ") || "–";
    const label = membershipActionLabels[action].fr;
    return `| ${label} | ${from.map(french).join(", ")} | ${french(to)} | ${papers} | ${conditionsOf[action] ?? "–"} |`;
  });
  const arrows = membershipActions.flatMap((action) => {
    const { from, to }: MembershipTransition = membershipWorkflow[action];
    return from.map((one) => `  ${id(one)} --> ${id(to)}: ${membershipActionLabels[action].fr}`);
  });
  return `# Le chemin jusqu'au portail

*Page écrite par les tests : ne pas la modifier à la main.*

France Travail répond, envoie les courriers et ouvre le portail. Kairos n'y est pas connecté : une personne qui a le droit « gérer l'organisme »
note ce qui s'est passé, avec le jour où cela s'est passé (jamais un jour à venir, jamais avant l'étape précédente). Des courriers, seul le jour
est gardé : ni leur contenu, ni un identifiant, ni un mot de passe.

| Étape | Depuis | Vers | Document daté | Condition |
| --- | --- | --- | --- | --- |
${rows.join("\n")}

Une adhésion active est dite « ${french("active")} », puis « ${membershipStateLabels.expiring.fr} » à l'approche de sa fin, puis « ${membershipStateLabels.expired.fr} » : la date de fin le dit chaque
jour, rien n'est à lancer.

\`\`\`mermaid
stateDiagram-v2
${[...starts.map((status) => `  state "${french(status)}" as ${id(status)}`), "  [*] --> not_started", ...arrows].join("\n")}
\`\`\`
`;
}

const conditionsOf: Partial<Record<MembershipAction, string>> = {
  prepare: "aucun point bloquant dans la fiche, un RGC nommé",
  approve: "la fin lue sur le courrier ; sinon elle est supposée, et dite telle",
  receive: "les deux courriers, dans n'importe quel ordre",
  renew: "une fin plus tardive que l'actuelle",
  declare: "pour qui avait adhéré avant de se servir de Kairos",
};
