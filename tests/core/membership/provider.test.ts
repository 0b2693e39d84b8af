import {
  activityMention,
  checkMembership,
  checkProvider,
  isCertifiedOn,
  type MembershipSituation,
  type ProviderSituation,
  parse,
  settingsSchema,
  siretSchema,
} from "@kairos/core";
import { describe, expect, it } from "vitest";
import { aMembership, aMembershipSituation, aProvider, aSession, pau, today } from "../../examples/index.js";

const check = (overrides: Parameters<typeof aProvider>[0], training?: ProviderSituation["training"]) =>
  checkProvider({ provider: aProvider(overrides), today, training }).map(({ code }) => code);
const training = { startsOn: "2026-12-07", endsOn: "2026-12-18" };

describe("a provider", () => {
  it.each([
    ["Qualiopi ends today", { qualiopi: { endsOn: "2026-11-16" } }, []],
    ["Qualiopi ended yesterday", { qualiopi: { endsOn: "2026-11-15" } }, ["org.qualiopi-expired"]],
    ["nothing is known of Qualiopi", { qualiopi: undefined }, ["org.qualiopi-missing"]],
    ["the agreement ends in 91 days", { agreement: { endsOn: "2027-02-15" } }, []],
    ["the agreement ends in 90 days", { agreement: { endsOn: "2027-02-14" } }, ["org.agreement-expiring"]],
    ["the agreement ends today", { agreement: { endsOn: "2026-11-16" } }, ["org.agreement-expiring"]],
    ["the agreement ended yesterday", { agreement: { endsOn: "2026-11-15" } }, ["org.agreement-expired"]],
    [
      "the agreement ends in 61 days, of 60 set",
      { agreement: { endsOn: "2027-01-16" }, settings: { membership: { renewalDays: [10, 60] } } },
      [],
    ],
    [
      "the agreement ends in 60 days, of 60 set",
      { agreement: { endsOn: "2027-01-15" }, settings: { membership: { renewalDays: [10, 60] } } },
      ["org.agreement-expiring"],
    ],
    ["nothing is known of the agreement", { agreement: undefined }, []],
    ["the SIREN is another company's", { siren: "999000276" }, ["id.siret-siren-mismatch"]],
    ["no SIREN is given", { siren: undefined }, []],
    ["an activity number of Corsica", { activityNumber: "942A1234520" }, []],
    ["an activity number of Martinique", { activityNumber: "02973412397" }, []],
    ["an activity number of a region merged since", { activityNumber: "72331234533" }, []],
    ["an activity number of no region", { activityNumber: "00331234533" }, ["id.nda-layout"]],
  ] as const)("%s", (_name, overrides, codes) => {
    expect(check(overrides as Parameters<typeof aProvider>[0])).toEqual(codes);
  });

  it("whose agreement is only supposed to have ended may still quote: it is a warning", () => {
    const severity = (assumed?: true) =>
      checkProvider({ provider: aProvider({ agreement: { endsOn: "2026-11-15", assumed } }), today }).map((problem) => problem.severity);
    expect([severity(), severity(true)]).toEqual([["error"], ["warning"]]);
  });

  it.each([
    ["Qualiopi ends with the training", { qualiopi: { endsOn: "2026-12-18" } }, []],
    ["Qualiopi ends the day before", { qualiopi: { endsOn: "2026-12-17" } }, ["org.qualiopi-ends-before-session"]],
    ["Qualiopi ends today", { qualiopi: { endsOn: "2026-11-16" } }, ["org.qualiopi-ends-before-session"]],
    ["nothing is known of Qualiopi", { qualiopi: undefined }, ["org.qualiopi-missing"]],
    ["Qualiopi is already over: said once", { qualiopi: { endsOn: "2026-11-15" } }, ["org.qualiopi-expired"]],
  ] as const)("before a training: %s", (_name, overrides, codes) => {
    expect(check(overrides, training)).toEqual(codes);
  });

  it("must be certified for the kind of action", () => {
    expect(check({}, { ...training, category: "skills-review" })).toEqual(["org.qualiopi-category"]);
    expect(check({}, { ...training, category: "training" })).toEqual([]);
    expect(check({}, aSession())).toEqual([]);
  });

  it.each([
    ["everything is there", {}, []],
    ["no deputy", { membership: aMembership({ deputy: undefined }) }, ["org.rgc-single"]],
    ["nobody at all", { membership: aMembership({ manager: undefined, deputy: undefined }) }, ["org.rgc-missing"]],
    ["the deputy is the RGC", { membership: aMembership({ deputy: "nadia" }) }, ["org.rgc-deputy-same"]],
    ["no address", { provider: aProvider({ address: undefined }) }, ["org.field-missing"]],
    ["an address without a city", { provider: aProvider({ address: { city: "" } }) }, ["org.field-missing"]],
    ["no activity number", { provider: aProvider({ activityNumber: undefined }) }, ["org.field-missing"]],
    [
      "no contact at all",
      { provider: aProvider({ contact: { name: undefined, email: undefined, phone: undefined } }) },
      Array(3).fill("org.field-missing"),
    ],
    ["no SIREN beside the SIRET, which holds it", { provider: aProvider({ siren: undefined }) }, []],
    ["another establishment of the provider", { provider: aProvider({ siret: pau }) }, []],
    ["an establishment of another company", { head: siretSchema.parse("73282932000074") }, ["org.establishment-other-siren"]],
    ["the first establishment is not known", { head: undefined }, []],
    ["Qualiopi has ended", { provider: aProvider({ qualiopi: { endsOn: "2026-11-15" } }) }, ["org.qualiopi-expired"]],
  ] satisfies [string, Partial<MembershipSituation>, string[]][])("asks for membership: %s", (_name, beside, codes) => {
    expect(checkMembership(aMembershipSituation(beside)).map(({ code }) => code)).toEqual(codes);
  });

  it("is certified until the last day, included", () => {
    expect(isCertifiedOn(aProvider(), "2028-05-31")).toBe(true);
    expect(isCertifiedOn(aProvider(), "2028-06-01")).toBe(false);
    expect(isCertifiedOn(aProvider({ qualiopi: undefined }), today)).toBe(false);
  });
});

it("the legal mention names the number and the prefect, or waits for both", () => {
  expect(activityMention(aProvider({ activityNumber: "04973412397", activityRegion: "04" }))).toBe(
    "Déclaration d'activité enregistrée sous le numéro 04973412397 auprès du préfet de région de La Réunion. Cet enregistrement ne vaut pas agrément de l'État.",
  );
  expect(activityMention(aProvider({ activityRegion: undefined }))).toBeUndefined();
  expect(activityMention(aProvider({ activityNumber: undefined }))).toBeUndefined();
});

describe("a setting", () => {
  it.each([
    ["a time zone that does not exist", { timeZone: "Mars/Phobos" }, "input.unknown-value"],
    ["a pattern that does not compile", { franceTravailIdPattern: "(" }, "input.malformed"],
    ["a setting nobody knows", { aif: { plafond: 1 } }, "input.unknown-field"],
    ["no reminder of the renewal", { membership: { renewalDays: [] } }, "input.too-short"],
    ["an agreement of no year", { membership: { agreementYears: 0 } }, "input.out-of-range"],
    ["an address where a host is kept", { portalHost: "https://portail.example" }, "input.malformed"],
    ["a delay of a hundred days", { aif: { minDaysBeforeStart: 100 } }, "input.out-of-range"],
  ])("is refused on entry: %s", (_name, input, code) => {
    expect(parse(settingsSchema, input)).toMatchObject({ ok: false, problems: [{ code }] });
  });

  it.each(["Europe/Paris", "America/Martinique", "Indian/Reunion", "UTC"])("may be the time zone %s", (timeZone) => {
    expect(parse(settingsSchema, { timeZone })).toMatchObject({ ok: true, value: { timeZone } });
  });
});
