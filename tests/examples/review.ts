import { type Account, accountSchema, type Grant, permissions, profiles, type ReviewFacts, type Usage } from "@kairos/core";
import { aGrant } from "./grant.js";
import { aProvider } from "./provider.js";
import { today } from "./quote.js";

/** An establishment in order: two RGC, a clerk who works, accounts declared, a review due later. */
export function aReviewFacts(overrides: Partial<ReviewFacts> = {}): ReviewFacts {
  const grants = overrides.grants ?? [nadia, omar, lea];
  return {
    provider: aProvider(),
    today,
    grants,
    own: [],
    accounts: grants.map(({ person }) => anAccount({ person })),
    names: new Map([
      ["nadia", "Nadia Sellier"],
      ["omar", "Omar Diallo"],
      ["lea", "Léa Martin"],
    ]),
    usage: grants.flatMap(({ person, profile }) => usageOf(person, profile)),
    exercisable: new Set(permissions),
    traced: new Set(grants.map(({ id }) => id)),
    reviews: [
      {
        id: "R-0001",
        siret: grants[0]?.siret ?? lea.siret,
        openedOn: "2026-09-01",
        openedBy: "nadia",
        decisions: [],
        closed: { on: "2026-09-01", by: "nadia", nextOn: "2027-03-01", report: {} as never },
      },
    ],
    ...overrides,
  };
}

export const nadia: Grant = aGrant({ id: "H-0001", person: "nadia", profile: "rgc", grantedBy: "omar" });
export const omar: Grant = aGrant({ id: "H-0003", person: "omar", profile: "rgc" });
export const lea: Grant = aGrant();

export function anAccount(overrides: Partial<Account>): Account {
  return accountSchema.parse({ person: "lea", twoFactorOn: "2026-06-01", passwordChangedOn: "2026-06-01", ...overrides });
}

/** Somebody who used every right of a profile, yesterday. */
export function usageOf(person: string, profile: string, lastOn = "2026-11-15"): readonly Usage[] {
  const given = profiles[profile as keyof typeof profiles]?.permissions ?? [];
  return given.map((permission) => ({ person, permission, lastOn }));
}
