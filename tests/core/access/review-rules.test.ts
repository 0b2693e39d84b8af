import { checkReviewedEstablishment, checkReviewedGrant, type ReviewedGrant, reviewedEstablishment, reviewedGrants } from "@kairos/core";
import { describe, expect, it } from "vitest";
import { aGrant, anAccount, aProvider, aReviewFacts, lea, nadia, omar, today } from "../../examples/index.js";

const [base] = reviewedGrants(aReviewFacts()).filter(({ grant }) => grant.id === lea.id);
if (base === undefined) throw new Error("nobody is reviewed");
const judged = (overrides: Partial<ReviewedGrant>) =>
  checkReviewedGrant({ ...base, ...overrides }).map(({ code, severity, path, params }) => [code, severity, path.join("."), params]);
const codes = (overrides: Partial<ReviewedGrant>) => judged(overrides).map(([code]) => code);

describe("who has left", () => {
  const error = (leftOn: string) => [["access.leaver-active", "error", "person", { leftOn }]];

  it.each<[string, Partial<ReviewedGrant>, readonly unknown[]]>([
    ["today", { account: anAccount({ leftOn: today }) }, error(today)],
    ["tomorrow", { account: anAccount({ leftOn: "2026-11-17" }) }, []],
    ["from here today, and not from elsewhere", { account: anAccount({ departedOn: today }) }, error(today)],
    ["from here tomorrow", { account: anAccount({ departedOn: "2026-11-17" }) }, []],
    ["here before, and leaves tomorrow", { account: anAccount({ leftOn: "2026-11-17", departedOn: "2026-11-10" }) }, error("2026-11-10")],
    [
      "the day the grant begins",
      { account: anAccount({ leftOn: "2026-11-01" }), grant: aGrant({ from: "2026-11-01" }) },
      error("2026-11-01"),
    ],
    ["before the grant begins: they are back", { account: anAccount({ leftOn: "2026-11-01" }), grant: aGrant({ from: "2026-11-02" }) }, []],
    ["and has no grant any more", { account: anAccount({ leftOn: "2026-11-01" }), grant: aGrant({ revokedOn: today }) }, []],
  ])("%s", (_name, overrides, expected) => {
    expect(judged(overrides)).toEqual(expected);
  });

  it("is unknown of an account that nobody declared", () => {
    expect(codes({ account: undefined })).toEqual(["access.mfa-missing"]);
  });
});

it("a shared account is an error once it is declared, and only asked about when its name says so", () => {
  expect(judged({ account: anAccount({ shared: true }), name: "Accueil" })).toEqual([
    ["access.shared-account", "error", "person", { declared: true }],
  ]);
  expect(judged({ name: "Accueil" })).toEqual([["access.shared-account", "warning", "person", { declared: false }]]);
});

describe("days without an act", () => {
  it.each<[string, Partial<ReviewedGrant>, readonly unknown[]]>([
    ["ninety since the last one", { lastActOn: "2026-08-18" }, []],
    ["ninety-one", { lastActOn: "2026-08-17" }, [{ days: 91, lastActOn: "2026-08-17" }]],
    ["ninety since the grant, acts before it set aside", { lastActOn: "2026-01-01", grant: aGrant({ from: "2026-08-18" }) }, []],
    [
      "ninety-one since the grant",
      { lastActOn: "2026-01-01", grant: aGrant({ from: "2026-08-17" }) },
      [{ days: 91, lastActOn: "2026-01-01" }],
    ],
    ["and never any", { lastActOn: undefined, grant: aGrant({ from: "2026-08-17" }) }, [{ days: 91 }]],
    ["of a grant that is over", { lastActOn: "2026-08-17", grant: aGrant({ revokedOn: today }) }, []],
  ])("%s", (_name, overrides, expected) => {
    const found = checkReviewedGrant({ ...base, ...overrides }).filter(({ code }) => code === "access.inactive-account");
    expect(found.map(({ params }) => params)).toStrictEqual(expected);
  });
});

describe("rights that were never used", () => {
  const excess: Partial<ReviewedGrant> = { used: ["quote.read"], unused: ["session.read", "quote.enter"], lastActOn: today };

  it.each<[string, Partial<ReviewedGrant>, readonly unknown[]]>([
    ["are told, but for those of reading", {}, [{ unused: ["quote.enter"] }]],
    ["all of reading", { unused: ["session.read"] }, []],
    ["of somebody who used none", { used: [] }, []],
    ["of an RGC", { permissions: ["access.manage"] }, []],
    ["of a grant of ninety days", { grant: aGrant({ from: "2026-08-18" }) }, []],
    ["of a grant of ninety-one days", { grant: aGrant({ from: "2026-08-17" }) }, [{ unused: ["quote.enter"] }]],
    ["of a grant that is over", { grant: aGrant({ revokedOn: today }) }, []],
  ])("%s", (_name, overrides, expected) => {
    const found = checkReviewedGrant({ ...base, ...excess, ...overrides }).filter(({ code }) => code === "access.role-excess");
    expect(found.map(({ params }) => params)).toEqual(expected);
  });
});

it("a right that somebody gave to themselves is remarked, unless it is the first RGC's", () => {
  expect(judged({ grant: aGrant({ grantedBy: "lea" }) })).toEqual([["access.self-granted", "warning", "grantedBy", {}]]);
  expect(codes({ grant: aGrant({ grantedBy: "lea", profile: "rgc" }) })).toEqual([]);
});

describe("a grant that ends", () => {
  it.each<[string, Parameters<typeof aGrant>[0], readonly string[]]>([
    ["in thirty-one days", { until: "2026-12-17" }, []],
    ["in thirty days", { until: "2026-12-16" }, ["access.grant-ending"]],
    ["today", { until: today }, ["access.grant-ending"]],
    ["yesterday", { until: "2026-11-15" }, ["access.grant-ended"]],
    ["yesterday, revoked before", { until: "2026-11-15", revokedOn: "2026-11-01" }, []],
    ["soon, and has not begun", { from: "2026-11-20", until: "2026-11-30" }, []],
    ["never, and is revoked", { revokedOn: "2026-11-01" }, []],
    ["never", {}, []],
  ])("%s", (_name, grant, expected) => {
    expect(codes({ grant: aGrant(grant) })).toEqual(expected);
  });
});

describe("the password of whoever gives rights", () => {
  const manager: Partial<ReviewedGrant> = { permissions: ["access.manage"], grant: aGrant({ profile: "rgc" }) };

  it.each<[string, Partial<ReviewedGrant>, readonly unknown[]]>([
    ["twelve months ago", { account: anAccount({ passwordChangedOn: "2025-11-16" }) }, []],
    ["a day more", { account: anAccount({ passwordChangedOn: "2025-11-15" }) }, [{ months: 12, changedOn: "2025-11-15" }]],
    ["never said", { account: anAccount({ passwordChangedOn: undefined }) }, [{ months: 12 }]],
    ["of nobody known", { account: undefined }, [{ months: 12 }]],
    ["of who gives none any more", { account: undefined, grant: aGrant({ revokedOn: today }) }, []],
    ["of others", { account: undefined, permissions: ["quote.read"] }, []],
  ])("%s", (_name, overrides, expected) => {
    const found = checkReviewedGrant({ ...base, ...manager, ...overrides }).filter(({ code }) => code === "access.password-due");
    expect(found.map(({ params }) => params)).toStrictEqual(expected);
  });
});

describe("the password of others, where the provider asks for it", () => {
  const settings = aProvider({ settings: { access: { userPasswordMonths: 3 } } }).settings.access;

  it.each<[string, Partial<ReviewedGrant>, number]>([
    ["three months ago", { account: anAccount({ passwordChangedOn: "2026-08-16" }) }, 0],
    ["a day more", { account: anAccount({ passwordChangedOn: "2026-08-15" }) }, 1],
    ["never said", { account: anAccount({ passwordChangedOn: undefined }) }, 1],
    ["of nobody known", { account: undefined }, 1],
    ["of an RGC, who has another rule", { account: undefined, permissions: ["access.manage"] }, 0],
    ["of a grant that is over", { account: undefined, grant: aGrant({ revokedOn: today }) }, 0],
  ])("%s", (_name, overrides, count) => {
    const rotated = { ...base, settings, ...overrides };
    const told = (given: ReviewedGrant) => checkReviewedGrant(given).filter(({ code }) => code === "access.password-rotation-user");
    expect(told(rotated).map(({ params }) => params)).toEqual(Array(count).fill({ months: 3 }));
    expect(told({ ...rotated, settings: base.settings })).toEqual([]);
  });
});

it("two-factor authentication is asked of grants in force only", () => {
  const account = anAccount({ twoFactorOn: undefined });
  expect(codes({ account })).toEqual(["access.mfa-missing"]);
  expect(codes({ account, grant: aGrant({ revokedOn: today }) })).toEqual([]);
});

describe("an establishment", () => {
  const judgedOf = (...overrides: Parameters<typeof aReviewFacts>) =>
    checkReviewedEstablishment(reviewedEstablishment(aReviewFacts(...overrides))).map(({ code, params }) => [code, params]);
  const from = (day: string) => ({ reviews: [], grants: [nadia, omar, lea].map((one) => ({ ...one, from: day })) });
  const waived = aProvider({ settings: { separationOfDuties: "waived" } });

  it("is reviewed in time, or late by so many days", () => {
    expect(judgedOf(from("2026-05-16"))).toEqual([]);
    expect(judgedOf(from("2026-05-14"))).toEqual([["access.review-overdue", { dueOn: "2026-11-14", days: 2 }]]);
    expect(judgedOf({ reviews: [], grants: [] })).toEqual([]);
  });

  it("has one manager, two, or none yet", () => {
    expect(judgedOf({ grants: [nadia, lea] })).toEqual([["access.single-manager", {}]]);
    expect(judgedOf({ grants: [lea] })).toEqual([]);
  });

  it("waives the separation of duties for one person, and not for two", () => {
    expect(judgedOf({ provider: waived, grants: [nadia] }).map(([code]) => code)).toEqual(["access.single-manager"]);
    expect(judgedOf({ provider: waived, grants: [nadia, omar] })).toEqual([["access.waiver-outdated", { people: 2 }]]);
  });
});
