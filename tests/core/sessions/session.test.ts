import { checkSession, fullName, totalMinutes } from "@kairos/core";
import { describe, expect, it } from "vitest";
import { aSession, aTrainee, today } from "../../examples/index.js";

const check = (overrides: Parameters<typeof aSession>[0]) => checkSession({ session: aSession(overrides), today }).map(({ code }) => code);

describe("a session", () => {
  it.each([
    ["one day long", { endsOn: "2026-12-07" }, []],
    ["ends before it starts", { endsOn: "2026-12-06" }, ["session.dates-order"]],
    ["its certification ends on the first day", { certification: "RS5678", certificationEndsOn: "2026-12-07" }, []],
    [
      "its certification ended the day before",
      { certification: "RS5678", certificationEndsOn: "2026-12-06" },
      ["id.certification-expired"],
    ],
    ["its certification has no known end", { certification: "RS5678" }, []],
    ["a Formacode without its edition", { formacodeVersion: undefined }, ["id.formacode-version-missing"]],
    ["no Formacode", { formacode: undefined, formacodeVersion: undefined }, []],
  ] as const)("%s", (_name, overrides, codes) => {
    expect(check(overrides)).toEqual(codes);
  });

  it("lasts as long as its three parts together", () => {
    expect(totalMinutes({ centreMinutes: 60, companyMinutes: 15, distanceMinutes: 45 })).toBe(120);
  });
});

it("a trainee is named as French administrations write names", () => {
  expect(fullName(aTrainee({ firstName: "Zoé", lastName: "Lefèvre-Ça" }))).toBe("Zoé LEFÈVRE-ÇA");
});
