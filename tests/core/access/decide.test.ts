import {
  type AccessReview,
  type Decision,
  decideOf,
  type Grant,
  isRevocable,
  mayDecide,
  type OwnProfile,
  prepareReview,
  type ReviewFacts,
} from "@kairos/core";
import { describe, expect, it } from "vitest";
import { aGrant, aReviewFacts, lea, nadia, omar, pau, today, usageOf } from "../../examples/index.js";

const open: AccessReview = { id: "R-0002", siret: lea.siret, openedOn: today, openedBy: "nadia", decisions: [] };
const own = (id: string, base: OwnProfile["base"], ...permissions: OwnProfile["permissions"]): OwnProfile => ({
  id,
  siret: lea.siret,
  name: id,
  base,
  permissions,
  changedOn: today,
  changedBy: "nadia",
});
const phone = own("PR-0001", "assistant", "session.read", "quote.read");
/** Léa only read quotes: some of her rights were never used. */
const unused = (grants: readonly Grant[] = [nadia, omar, lea]) =>
  aReviewFacts({
    grants,
    own: [phone, own("PR-0002", "approver", "quote.approve"), own("PR-0003", "assistant")],
    usage: [...usageOf("nadia", "rgc"), ...usageOf("omar", "rgc"), { person: "lea", permission: "quote.read", lastOn: "2026-11-10" }],
  });

function rowOf(facts: ReviewFacts, id: string, review = open) {
  const row = prepareReview(facts, review).rows.find(({ reviewed }) => reviewed.grant.id === id);
  if (row === undefined) throw new Error(`no row ${id}`);
  return row;
}
const decide = (decision: Partial<Decision>, facts = unused(), id = "H-0002", review = open) =>
  decideOf(rowOf(facts, id, review), review, facts, { decision: "keep", by: "nadia", ...decision });
const problems = (...given: Parameters<typeof decide>) => {
  const result = decide(...given);
  return result.ok ? [] : result.problems;
};
const reduce = { decision: "reduce", newId: "H-0009" } as const;

describe("what a decision leaves", () => {
  it("is all of it, and nothing that was not said", () => {
    const kept = decide({ newId: "H-0009" });
    const { problems: remarks } = rowOf(unused(), "H-0002");
    expect(kept).toStrictEqual({
      ok: true,
      value: { grants: [], review: { ...open, decisions: [{ grant: "H-0002", decision: "keep", remarks, by: "nadia", on: today }] } },
    });
    const revoked = decide({ decision: "revoke" });
    expect(revoked.ok && revoked.value.grants).toStrictEqual([{ ...lea, revokedOn: today, revokedBy: "nadia" }]);
    const reduced = decide({ ...reduce, reason: "Trop large" });
    expect(reduced.ok && reduced.value).toStrictEqual({
      grants: [
        { ...lea, revokedOn: today, revokedBy: "nadia", revokedReason: "Trop large" },
        { ...lea, id: "H-0009", profile: "PR-0001", from: today, grantedBy: "nadia" },
      ],
      review: {
        ...open,
        decisions: [{ grant: "H-0002", decision: "reduce", remarks, by: "nadia", on: today, replacedBy: "H-0009", reason: "Trop large" }],
      },
    });
  });

  it("takes the place of an earlier one on the same grant, beside those on others", () => {
    const decided = (grant: string): AccessReview["decisions"][number] => ({
      grant,
      decision: "keep",
      remarks: [],
      by: "omar",
      on: "2026-11-10",
    });
    const review = { ...open, decisions: [decided("H-0002"), decided("H-0003")] };
    const result = decide({ decision: "revoke" }, unused(), "H-0002", review);
    expect(result.ok && result.value.review.decisions.map(({ grant, decision }) => `${grant} ${decision}`)).toEqual([
      "H-0003 keep",
      "H-0002 revoke",
    ]);
  });

  it("begins no sooner than the grant it replaces", () => {
    const facts = unused([nadia, omar, lea]);
    const row = rowOf(facts, "H-0002");
    const toCome = { ...row, reviewed: { ...row.reviewed, grant: aGrant({ from: "2026-12-01" }) } };
    const result = decideOf(toCome, open, facts, { ...reduce, by: "nadia" });
    expect(result.ok && result.value.grants[1]).toMatchObject({ id: "H-0009", from: "2026-12-01" });
  });
});

describe("a decision is refused", () => {
  it.each<[string, Partial<Decision>, string, object]>([
    ["without a number for the new grant", { decision: "reduce" }, "access.no-narrower-profile", { profile: "quote-clerk" }],
    ["when one right would be more", { ...reduce, profile: "PR-0002" }, "access.not-narrower", { permissions: ["quote.approve"] }],
    ["when nothing would be left", { ...reduce, profile: "PR-0003" }, "access.not-narrower", { permissions: [] }],
    ["when it gives the same", { ...reduce, profile: "quote-clerk" }, "access.not-narrower", { permissions: [] }],
  ])("%s", (_name, decision, code, params) => {
    expect(problems(decision)).toEqual([{ code, severity: "error", path: ["profile"], params }]);
  });

  it("when nothing narrower is known", () => {
    expect(problems(reduce, { ...unused(), own: [] })).toEqual([
      { code: "access.no-narrower-profile", severity: "error", path: ["profile"], params: { profile: "quote-clerk" } },
    ]);
  });

  it("on one's own grant, while another RGC can", () => {
    expect(problems({ by: "lea" })).toEqual([{ code: "access.own-decision", severity: "error", path: ["person"], params: {} }]);
    expect(mayDecide(rowOf(unused(), "H-0001"), unused(), "nadia")).toBe(false);
    expect(mayDecide(rowOf(unused(), "H-0001"), unused(), "omar")).toBe(true);
  });

  it("when the narrower profile is held already", () => {
    const twice = unused([nadia, omar, lea, aGrant({ id: "H-0004", profile: "PR-0001" })]);
    expect(problems(reduce, twice).map(({ code, params }) => [code, params])).toEqual([["access.already-granted", { grant: "H-0004" }]]);
  });

  it("when the RGC who would be left is one for a time only", () => {
    const forATime = unused([nadia, { ...omar, until: "2026-12-31" }, lea]);
    expect(problems({ decision: "revoke", by: "omar" }, forATime, "H-0001").map(({ code }) => code)).toEqual(["access.last-rgc"]);
  });
});

it("a grant can be taken back, unless it is the last RGC's", () => {
  const revocable = (facts: ReviewFacts, id: string) => isRevocable(rowOf(facts, id), facts);
  expect(revocable(unused(), "H-0001")).toBe(true);
  expect(revocable(unused(), "H-0002")).toBe(true);
  expect(revocable(unused([nadia, lea]), "H-0001")).toBe(false);
  expect(revocable(unused([nadia, lea]), "H-0002")).toBe(true);
  expect(revocable(unused([nadia, { ...omar, siret: pau }, lea]), "H-0001")).toBe(false);
});
