import {
  type AttendanceMonth,
  type Claim,
  closeMonth,
  declaredChanges,
  declaredClaims,
  type MonthAction,
  type MonthStatus,
  monthActionLabels,
  monthStatement,
  monthStatuses,
  monthStatusLabels,
  monthWorkflow,
  permissionLabels,
  profileIds,
  profiles,
  reopenMonth,
  signedOff,
} from "@kairos/core";
import { describe, expect, it } from "vitest";
import { aClosing, allPresent, aMonth, factOf, planned } from "./month-examples.js";

const at = "2026-12-21T09:00:00.000Z";
const take: Readonly<Record<MonthAction, (month: AttendanceMonth) => ReturnType<typeof closeMonth>>> = {
  close: (month) => closeMonth(month, aClosing()),
  reopen: (month) => reopenMonth(month, { at, by: "karim", reason: "Feuille retrouvée" }),
};
const actions = Object.keys(monthWorkflow) as MonthAction[];

describe("the life of a month", () => {
  it("is this and no other", () => {
    const grid = monthStatuses.flatMap((status) =>
      actions.map((action) => {
        const result = take[action](aMonth({ status }));
        return `${status} ${action} -> ${result.ok ? result.value.status : result.problems.map(({ code }) => code).join()}`;
      }),
    );
    expect(grid.join("\n")).toMatchInlineSnapshot(`
      "open close -> closed
      open reopen -> attendance.month-step-illegal
      closed close -> attendance.month-step-illegal
      closed reopen -> reopened
      reopened close -> closed
      reopened reopen -> attendance.month-step-illegal"
    `);
  });

  it("says which month, of which session, cannot go that way", () => {
    expect(take.reopen(aMonth())).toMatchObject({
      problems: [
        {
          path: ["status"],
          params: { action: "reopen", status: "open", session: aMonth().sessionReference, month: aMonth().month },
        },
      ],
    });
  });

  it("keeps every closing, and what reopened it last", () => {
    const closed = closeMonth(aMonth({ status: "reopened", closings: [aClosing("1".repeat(64))] }), aClosing());
    const reopened = closed.ok ? take.reopen(closed.value) : closed;
    expect(reopened.ok && reopened.value).toMatchObject({
      closings: [{ digest: "1".repeat(64) }, { digest: "0".repeat(64) }],
      reopened: { at, by: "karim", reason: "Feuille retrouvée" },
    });
  });

  it("keeps the last hundred closings", () => {
    const closings = Array.from({ length: 100 }, (_, rank) => aClosing(String(rank).padStart(64, "0")));
    const closed = closeMonth(aMonth({ closings }), aClosing("f".repeat(64)));
    expect(closed.ok && [closed.value.closings.length, closed.value.closings[0]?.digest, closed.value.closings.at(-1)?.digest]).toEqual([
      100,
      "1".padStart(64, "0"),
      "f".repeat(64),
    ]);
  });

  it("is printed to docs/workflows/attendance-month.md", async () => {
    await expect(workflowPage()).toMatchFileSnapshot("../../../docs/workflows/attendance-month.md");
  });
});

describe("what closing declares", () => {
  const [first, second, ...others] = allPresent;
  if (first === undefined || second === undefined) throw new Error("nobody came");
  const claimsOf = (records: typeof allPresent) => declaredClaims({ month: aMonth(), planned, records }, at);

  it("is each half-day that has a fact, with the minutes attended, under the month", () => {
    const claims = claimsOf([factOf(first, { status: "late", lateMinutes: 30 }), factOf(second, { status: "excused" })]);
    expect(claims.map(({ traineeId, day, half, minutes }) => [traineeId, day, half, minutes])).toEqual([
      ["T-0001", "2026-12-07", "morning", 180],
      ["T-0001", "2026-12-07", "afternoon", 0],
    ]);
    expect(claims[0]).toMatchObject({ kind: "declared", reference: "2026-12", sessionReference: "SE-2026-014", at });
  });

  it("is nothing of another month, nor of what nobody planned", () => {
    expect(declaredClaims({ month: aMonth({ month: "2027-01" }), planned, records: allPresent }, at)).toEqual([]);
    expect(claimsOf([factOf(first, { day: "2026-12-12" }), factOf(first, { traineeId: "T-0009" })])).toEqual([]);
  });

  it("changes by trainee, in minutes and by half-day, even where the sum stays", () => {
    const before = claimsOf(allPresent);
    const swapped = claimsOf([factOf(first, { status: "late", lateMinutes: 60 }), factOf(second, { status: "unexcused" }), ...others]);
    expect(declaredChanges(before, before)).toEqual([]);
    expect(declaredChanges(before, swapped)).toEqual([
      {
        traineeId: "T-0001",
        before: 4200,
        after: 3930,
        slots: [
          { day: "2026-12-07", half: "morning" },
          { day: "2026-12-07", half: "afternoon" },
        ],
      },
    ]);
    const moved = (claims: readonly Claim[], minutes: readonly number[]) =>
      claims.map((claim, rank) => ({ ...claim, minutes: minutes[rank] ?? claim.minutes }));
    expect(declaredChanges(moved(before, [100, 200]), moved(before, [200, 100]))).toMatchObject([{ before: 4080, after: 4080 }]);
  });

  it("tells who is declared no more, and who is for the first time", () => {
    const claims = claimsOf(allPresent);
    const only = (trainee: string) => claims.filter(({ traineeId }) => traineeId === trainee);
    expect(declaredChanges(only("T-0001"), only("T-0002"))).toMatchObject([
      { traineeId: "T-0001", before: 4200, after: 0 },
      { traineeId: "T-0002", before: 0, after: 4200 },
    ]);
  });

  it("is signed off as one value: the same facts in any order, and no other facts", () => {
    const sealed = (records: typeof allPresent) =>
      JSON.stringify(signedOff(aMonth(), monthStatement("2026-12", planned, records), claimsOf(records)));
    expect(sealed([...allPresent].reverse())).toBe(sealed(allPresent));
    expect(sealed([...others, second])).not.toBe(sealed(allPresent));
    const announced = [factOf(first, { status: "announced" }), second, ...others];
    const unexcused = [factOf(first, { status: "unexcused" }), second, ...others];
    expect(sealed(announced)).not.toBe(sealed(unexcused));
  });
});

function workflowPage(): string {
  const french = (status: MonthStatus) => monthStatusLabels[status].fr;
  const { needs } = monthWorkflow.close;
  const holders = profileIds.filter((profile) => (profiles[profile].permissions as readonly string[]).includes(needs));
  const rows = actions.map((action) => {
    const { from, to } = monthWorkflow[action];
    return `| ${monthActionLabels[action].fr} | ${from.map(french).join(", ")} | ${french(to)} | ${conditionsOf[action]} |`;
  });
  const arrows = actions.flatMap((action) =>
    monthWorkflow[action].from.map((one) => `  ${one} --> ${monthWorkflow[action].to}: ${monthActionLabels[action].fr}`),
  );
  return `# La vie d'un mois d'assiduité

*Page écrite par les tests : ne pas la modifier à la main.*

Un mois d'une session se clôture une fois complet : ce qui est à saisir dans le portail Kairos est alors arrêté, demi-journée par demi-journée, avec
l'empreinte de l'état signé. Une personne qui a le droit « ${permissionLabels[needs].fr} » (${holders.map((profile) => profiles[profile].label.fr).join(", ")}) le clôture et le rouvre.

| Étape | Depuis | Vers | Condition |
| --- | --- | --- | --- |
${rows.join("\n")}

Corriger une demi-journée d'un mois clôturé le rouvre aussitôt, et la réponse le dit, avec les factures qui reposent dessus. Le clôturer à nouveau
montre ce qui change, stagiaire par stagiaire : c'est ce qu'il faut rectifier dans le portail.

\`\`\`mermaid
stateDiagram-v2
${[...monthStatuses.map((status) => `  state "${french(status)}" as ${status}`), "  [*] --> open", ...arrows, "  closed --> [*]"].join("\n")}
\`\`\`
`;
}

const conditionsOf: Readonly<Record<MonthAction, string>> = {
  close: "chaque demi-journée prévue est passée et saisie",
  reopen: "une raison, ou la correction d'une demi-journée du mois",
};
