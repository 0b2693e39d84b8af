import { explainAccess, type Grant, managersOf, narrowestProfile, type OwnProfile } from "@kairos/core";
import { describe, expect, it } from "vitest";
import { aGrant, anAccount, bordeaux, nadia, omar, pau, today } from "../../examples/index.js";

const asked = { person: "lea", permission: "quote.enter", siret: bordeaux, on: today } as const;
const why = (grants: readonly Grant[], account?: Parameters<typeof explainAccess>[1]["account"]) => {
  const found = explainAccess(asked, { grants: [nadia, ...grants], own: [], account });
  return found.granted ? found.by.map(({ id }) => id) : [found.why, found.grant?.id];
};

describe("an explanation", () => {
  it.each([
    ["names every grant that gives the right", [aGrant(), aGrant({ id: "H-9" })], ["H-0002", "H-9"]],
    ["says that it ended", [aGrant({ until: "2026-11-15" })], ["ended", "H-0002"]],
    [
      "says that it was withdrawn, the latest first",
      [aGrant({ until: "2026-03-01" }), aGrant({ id: "H-9", revokedOn: "2026-11-16" })],
      ["ended", "H-9"],
    ],
    [
      "says when it begins, even after one that ended",
      [aGrant({ until: "2026-03-01" }), aGrant({ id: "H-9", from: "2026-12-01" })],
      ["to-come", "H-9"],
    ],
    ["says that it is for another establishment", [aGrant({ siret: pau })], ["elsewhere", "H-0002"]],
    ["says that no profile held here gives it", [aGrant({ profile: "assistant" })], ["not-in-profile", undefined]],
    ["says that nothing is held here", [aGrant({ person: "sam" })], ["no-grant", undefined]],
  ] as const)("%s", (_, grants, expected) => {
    expect(why(grants)).toEqual(expected);
  });

  it("says that the person has left, whatever stands", () => {
    expect(why([aGrant()], anAccount({ leftOn: today }))).toEqual(["left", undefined]);
    expect(why([aGrant()], anAccount({ leftOn: "2026-11-17" }))).toEqual(["H-0002"]);
  });

  it("names who can give it and the narrowest profile that would", () => {
    const found = explainAccess(asked, { grants: [nadia, omar], own: [] });
    expect(found).toMatchObject({ granted: false, profile: "quote-clerk", givers: ["nadia", "omar"] });
  });
});

describe("who manages an establishment", () => {
  it("is whoever holds it there that day, once each", () => {
    expect(managersOf([nadia, omar, aGrant({ id: "H-9", person: "omar", profile: "rgc" })], bordeaux, today)).toEqual(["nadia", "omar"]);
    expect(managersOf([{ ...nadia, revokedOn: today }, omar], bordeaux, today)).toEqual(["omar"]);
    expect(managersOf([nadia], pau, today)).toEqual([]);
  });
});

describe("the narrowest profile", () => {
  const own: OwnProfile = {
    id: "PR-0001",
    siret: bordeaux,
    name: "Accueil",
    base: "assistant",
    permissions: ["session.read", "quote.read"],
    changedOn: today,
    changedBy: "nadia",
  };

  it("is one of the provider's own where it was made", () => {
    expect(narrowestProfile(new Set(["quote.read"]), bordeaux, [own])).toBe("PR-0001");
    expect(narrowestProfile(new Set(["quote.read"]), pau, [own])).toBe("assistant");
  });

  it("keeps all that is used, and is nothing when none does", () => {
    expect(narrowestProfile(new Set(["quote.enter", "quote.approve"]), bordeaux, [own])).toBeUndefined();
    expect(narrowestProfile(new Set(["quote.read"]), bordeaux, [], ["quote.read"])).toBeUndefined();
  });
});
