import {
  accessOn,
  can,
  checkGrant,
  establishmentsFor,
  type Grant,
  type GrantSituation,
  grantSchema,
  isInForce,
  type Permission,
  parse,
  permissions,
  permissionsOf,
  profiles,
  type Siret,
} from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aGrant, bordeaux, grantsOf, pau, today } from "../../examples/index.js";
import { permissionGrid } from "./grid.js";

const asked = { permission: "quote.enter", siret: bordeaux, on: today } as const;
const may = (grants: readonly Grant[], { permission, siret, on }: { permission: Permission; siret: Siret; on: string }) =>
  can(accessOn(grants, on), permission, siret);

it("each profile holds these rights and no others", () => {
  expect(permissionGrid()).toMatchInlineSnapshot(`
    "| Droit | RGC | coordinateur pédagogique | assistant administratif | gestionnaire de devis | valideur | formateur | chargé de facturation |
    | --- | --- | --- | --- | --- | --- | --- | --- |
    | consulter l'organisme | ✔ | ✔ | ✔ | ✔ | ✔ | · | ✔ |
    | gérer l'organisme | ✔ | · | · | · | · | · | · |
    | consulter les habilitations | ✔ | · | · | · | · | · | · |
    | gérer les habilitations | ✔ | · | · | · | · | · | · |
    | consulter le journal | ✔ | · | · | · | · | · | · |
    | exporter les données d'une personne | ✔ | · | · | · | · | · | · |
    | effacer les données d'une personne | ✔ | · | · | · | · | · | · |
    | consulter les sessions | · | ✔ | ✔ | ✔ | ✔ | · | ✔ |
    | gérer les sessions | · | ✔ | · | · | · | · | · |
    | consulter les rendez-vous | · | ✔ | ✔ | ✔ | ✔ | · | ✔ |
    | gérer les rendez-vous | · | ✔ | ✔ | · | · | · | · |
    | consulter son propre agenda | ✔ | ✔ | ✔ | ✔ | ✔ | ✔ | ✔ |
    | consulter les stagiaires | · | ✔ | ✔ | ✔ | ✔ | · | ✔ |
    | gérer les stagiaires | · | ✔ | · | ✔ | · | · | · |
    | consulter les devis | · | ✔ | ✔ | ✔ | ✔ | · | ✔ |
    | saisir un devis | · | · | · | ✔ | · | · | · |
    | soumettre un devis | · | · | · | ✔ | · | · | · |
    | valider un devis | · | · | · | · | ✔ | · | · |
    | enregistrer une décision de France Travail | · | · | · | · | ✔ | · | · |
    | consulter l'assiduité | · | ✔ | ✔ | · | · | · | ✔ |
    | saisir l'assiduité | · | ✔ | · | · | · | · | · |
    | saisir l'assiduité de ses propres sessions | · | · | · | · | · | ✔ | · |
    | consulter les factures | · | · | · | · | · | · | ✔ |
    | préparer une facture | · | · | · | · | · | · | ✔ |
    | émettre une facture | · | · | · | · | · | · | ✔ |
    | signaler un incident | ✔ | ✔ | ✔ | ✔ | ✔ | ✔ | ✔ |
    | suivre les incidents de tous | ✔ | · | · | · | · | · | · |
    | vérifier un lien du portail | ✔ | ✔ | ✔ | ✔ | ✔ | ✔ | ✔ |
    | publier une réponse dans un salon | ✔ | ✔ | · | · | ✔ | · | · |"
  `);
});

describe("a grant is in force", () => {
  const temporary = aGrant({ from: "2026-03-01", until: "2026-03-31" });

  it.each([
    ["2026-02-28", false],
    ["2026-03-01", true],
    ["2026-03-31", true],
    ["2026-04-01", false],
  ])("on %s: %s", (on, expected) => {
    expect(isInForce(temporary, on)).toBe(expected);
  });

  it("until the day before it is revoked", () => {
    const revoked = aGrant({ from: "2026-03-01", revokedOn: "2026-03-10" });
    expect(isInForce(revoked, "2026-03-09")).toBe(true);
    expect(isInForce(revoked, "2026-03-10")).toBe(false);
  });

  it("never, when it is revoked on its first day", () => {
    const stillborn = aGrant({ from: "2026-03-01", revokedOn: "2026-03-01" });
    fc.assert(fc.property(day, (on) => !isInForce(stillborn, on)));
  });
});

describe("a person may", () => {
  it("do what one of their grants gives, for that establishment only", () => {
    expect(may([aGrant()], asked)).toBe(true);
    expect(may([aGrant()], { ...asked, siret: pau })).toBe(false);
    expect(may([aGrant()], { ...asked, permission: "quote.approve" })).toBe(false);
  });

  it("do nothing without a grant", () => {
    for (const permission of permissions) expect(may([], { ...asked, permission })).toBe(false);
  });

  it("do nothing with grants that are over, revoked or to come", () => {
    const past = aGrant({ until: "2026-11-15" });
    const revoked = aGrant({ revokedOn: "2026-11-16" });
    const future = aGrant({ from: "2026-11-17" });
    expect(may([past, revoked, future], asked)).toBe(false);
  });

  it("hold two profiles at once", () => {
    const both = grantsOf("sam", "rgc", "approver");
    expect(may(both, { ...asked, permission: "access.manage" })).toBe(true);
    expect(may(both, { ...asked, permission: "quote.approve" })).toBe(true);
    expect(may(both, { ...asked, permission: "quote.enter" })).toBe(false);
  });

  it("act for exactly the establishments where they can", () => {
    const grants = [aGrant(), aGrant({ id: "H-9", siret: pau }), aGrant({ id: "H-10", profile: "assistant" })];
    expect(establishmentsFor(accessOn(grants, today), "quote.enter")).toEqual([bordeaux, pau]);
    expect(establishmentsFor(accessOn(grants, today), "quote.approve")).toEqual([]);
  });

  it("never gain a right from one grant less, whatever the grants", () => {
    fc.assert(
      fc.property(fc.array(anyGrant, { maxLength: 6 }), fc.constantFrom(...permissions), day, fc.nat(), (grants, permission, on, index) => {
        const question = { permission, siret: bordeaux, on };
        const fewer = grants.filter((_, position) => position !== index % Math.max(1, grants.length));
        if (!may(grants, question)) expect(may(fewer, question)).toBe(false);
        expect(establishmentsFor(accessOn(grants, on), permission).includes(bordeaux)).toBe(may(grants, question));
      }),
    );
  });
});

describe("giving a grant", () => {
  it("is sound when somebody else gives it for the first time", () => {
    expect(give(starting())).toEqual([]);
  });

  it("is refused to oneself, even to an RGC", () => {
    expect(give(starting({ person: "nadia" }))).toEqual(["access.self-granted"]);
  });

  it("is refused when it would end before it starts, not when it lasts one day", () => {
    expect(give(starting({ from: "2026-12-02", until: "2026-12-01" }))).toEqual(["access.dates-order"]);
    expect(give(starting({ from: "2026-12-01", until: "2026-12-01" }))).toEqual([]);
  });

  it("is refused for a day gone by", () => {
    expect(give(starting({ from: "2026-11-15" }))).toEqual(["access.in-the-past"]);
    expect(give(starting({ from: "2026-11-10", until: "2026-11-15" }))).toEqual(["access.in-the-past"]);
  });

  it("is refused twice over the same days", () => {
    expect(give(starting({ id: "H-3" }), [starting()])).toEqual(["access.already-granted"]);
    expect(give(starting({ id: "H-3" }), [starting({ from: "2027-01-01" })])).toEqual(["access.already-granted"]);
    expect(give(starting({ id: "H-3", until: "2026-12-31" }), [starting({ from: "2026-12-31" })])).toEqual(["access.already-granted"]);
  });

  it.each([
    ["the one before is over", starting({ until: "2025-12-31" })],
    ["the one before was revoked", starting({ revokedOn: "2026-01-05" })],
    ["it is another profile", starting({ profile: "approver" })],
    ["it is another person", starting({ person: "sam" })],
    ["it is another establishment", starting({ siret: pau })],
  ])("is sound when %s", (_name, other) => {
    expect(give(starting({ id: "H-3" }), [other])).toEqual([]);
  });

  it("is sound before the days of another, and from the day another is revoked", () => {
    expect(give(starting({ id: "H-3", until: "2026-12-31" }), [starting({ from: "2027-01-01" })])).toEqual([]);
    const revoked = starting({ revokedOn: "2026-12-01" });
    expect(give(starting({ id: "H-3", from: "2026-12-01" }), [revoked])).toEqual([]);
    expect(give(starting({ id: "H-3", from: "2026-11-30" }), [revoked])).toEqual(["access.already-granted"]);
    expect(give(starting({ id: "H-3" }), [starting({ from: "2026-12-01", revokedOn: "2026-12-01" })])).toEqual([]);
    expect(give(starting({ id: "H-3" }), [starting({ from: "2026-11-30", revokedOn: "2026-12-01" })])).toEqual(["access.already-granted"]);
  });

  it("to a first RGC is sound", () => {
    expect(give(starting({ profile: "rgc" }))).toEqual([]);
  });

  it("renews a temporary grant from the day after it ends", () => {
    const running = starting({ until: "2026-12-31" });
    expect(give(starting({ id: "H-3", from: "2027-01-01" }), [running])).toEqual([]);
    expect(give(starting({ id: "H-3", from: "2026-12-31" }), [running])).toEqual(["access.already-granted"]);
  });
});

describe("revoking a grant", () => {
  const nadia = aGrant({ id: "H-1", person: "nadia", profile: "rgc" });
  const deputy = aGrant({ id: "H-4", person: "omar", profile: "rgc" });

  it("is refused for the last RGC", () => {
    expect(revoke(nadia, [nadia])).toEqual(["access.last-rgc"]);
    expect(revoke(nadia, [nadia, { ...deputy, revokedOn: "2026-11-16" }])).toEqual(["access.last-rgc"]);
    expect(revoke(nadia, [nadia, { ...deputy, siret: pau }])).toEqual(["access.last-rgc"]);
    expect(revoke(nadia, [nadia, { ...deputy, from: "2026-11-17" }])).toEqual(["access.last-rgc"]);
  });

  it("is sound while another RGC stays", () => {
    expect(revoke(nadia, [nadia, deputy])).toEqual([]);
  });

  it("is sound for any other profile, even the last of its kind", () => {
    expect(revoke(aGrant(), [nadia, aGrant()])).toEqual([]);
    expect(revoke(aGrant(), [aGrant()])).toEqual([]);
    expect(revoke(aGrant({ from: "2026-12-02", until: "2026-12-01" }), [nadia])).toEqual([]);
  });

  it("is refused when the same person is RGC twice, and nobody else", () => {
    expect(revoke(nadia, [nadia, { ...nadia, id: "H-7" }])).toEqual(["access.last-rgc"]);
  });

  it.each<[string, Partial<GrantSituation["grant"]>, Partial<GrantSituation["grant"]>, string | undefined, boolean]>([
    ["both end on one day", { until: "2026-12-31" }, { until: "2026-12-31" }, undefined, true],
    ["the other ends the day before", { until: "2026-12-31" }, { until: "2026-12-30" }, undefined, false],
    ["the other ends, this one does not", {}, { until: "2026-12-31" }, undefined, false],
    ["both end today", { until: today }, { until: today }, undefined, true],
    ["the other is to be revoked the day after", { until: "2026-11-30" }, { revokedOn: "2026-12-01" }, undefined, true],
    ["the other is to be revoked that day", { until: "2026-12-01" }, { revokedOn: "2026-12-01" }, undefined, false],
    [
      "the other is to be revoked before its end",
      { until: "2026-12-15" },
      { until: "2027-01-31", revokedOn: "2026-12-01" },
      undefined,
      false,
    ],
    ["the other leaves the day after", { until: "2026-11-30" }, {}, "2026-12-01", true],
    ["the other leaves that day", { until: "2026-12-01" }, {}, "2026-12-01", false],
    ["the other has left today, and this one was over", { until: "2026-11-10" }, {}, today, false],
  ])("when %s", (_name, own, other, leftOn, isSound) => {
    const [grant, second] = [
      { ...nadia, ...own },
      { ...deputy, ...other },
    ];
    const leavers = new Map(leftOn === undefined ? [] : [["omar", leftOn]]);
    const problems = checkGrant({ grant, action: "revoke", by: "karim", grants: [grant, second], today, leavers });
    expect(problems.map(({ code }) => code)).toEqual(isSound ? [] : ["access.last-rgc"]);
  });
});

it("a profile that does not exist gives nothing, and one of the provider's own only where it was made", () => {
  const own = [
    {
      id: "PR-0001",
      siret: bordeaux,
      name: "Accueil",
      base: "assistant" as const,
      permissions: ["quote.read" as const],
      changedOn: today,
      changedBy: "nadia",
    },
  ];
  for (const profile of ["super-admin", "toString", "PR-0002"]) expect(permissionsOf(profile, bordeaux, own)).toEqual([]);
  expect(permissionsOf("PR-0001", bordeaux, own)).toEqual(["quote.read"]);
  expect(permissionsOf("PR-0001", pau, own)).toEqual([]);
  const widened = own.map((profile) => ({ ...profile, permissions: ["quote.read" as const, "access.manage" as const] }));
  expect(permissionsOf("PR-0001", bordeaux, widened)).toEqual(["quote.read"]);
  expect(parse(grantSchema, { ...aGrant(), profile: "super admin" })).toMatchObject({ ok: false, problems: [{ path: ["profile"] }] });
});

it("somebody who has left may do nothing, whatever still stands", () => {
  expect(can(accessOn([aGrant()], today, { left: true }), "quote.enter", bordeaux)).toBe(false);
});

const day = fc.integer({ min: 1, max: 28 }).map((date) => `2026-03-${date.toString().padStart(2, "0")}`);
const anyGrant = fc
  .record({
    profile: fc.constantFrom(...(Object.keys(profiles) as (keyof typeof profiles)[])),
    siret: fc.constantFrom("99900014400017", "99900014400025"),
    from: day,
    until: fc.option(day, { nil: undefined }),
    revokedOn: fc.option(day, { nil: undefined }),
  })
  .map((grant) => aGrant(grant));

/** A grant that begins today, unless told. */
function starting(overrides: Parameters<typeof aGrant>[0] = {}) {
  return aGrant({ from: today, ...overrides });
}

function give(grant: GrantSituation["grant"], grants: readonly GrantSituation["grant"][] = []) {
  return checkGrant({ grant, action: "give", by: "nadia", grants, today }).map(({ code }) => code);
}

function revoke(grant: GrantSituation["grant"], grants: readonly GrantSituation["grant"][]) {
  return checkGrant({ grant, action: "revoke", by: "karim", grants, today }).map(({ code }) => code);
}
