import { addDays, type Grant, permissions, type ReviewFacts } from "@kairos/core";
import { aGrant, anAccount, usageOf } from "../examples/index.js";
import { providerOf } from "./provider.js";
import type { Dossier } from "./seeded.js";

/** Who works for the dossier's provider: two account managers, and whoever entered the quote. All is in order since the last review. */
export function teamOf(dossier: Dossier): ReviewFacts | undefined {
  const provider = providerOf(dossier);
  const { today, quote } = dossier.situation;
  if (provider === undefined) return undefined;
  const [clerk = "lea"] = quote.enteredBy;
  const grants: readonly Grant[] = [
    { id: "H-0001", person: "nadia", profile: "rgc", grantedBy: "omar", reason: "RGC de l'établissement" },
    { id: "H-0002", person: "omar", profile: "rgc", grantedBy: "nadia", reason: "Supplée le RGC" },
    { id: "H-0003", person: clerk, profile: "quote-clerk", grantedBy: "nadia", reason: `Saisit ${quote.title?.slice(0, 150)}` },
  ].map((grant) => aGrant({ ...grant, siret: provider.siret, from: addDays(today, -300) }));
  const seenOn = addDays(today, -120);
  const closedOn = addDays(today, -60);
  return {
    provider,
    today,
    grants,
    own: [],
    accounts: grants.map(({ person }) => anAccount({ person, twoFactorOn: seenOn, passwordChangedOn: seenOn })),
    names: new Map(grants.map(({ person }) => [person, `${person.slice(0, 1).toUpperCase()}${person.slice(1)} Morel`])),
    usage: grants.flatMap(({ person, profile }) => usageOf(person, profile, addDays(today, -1))),
    exercisable: new Set(permissions),
    traced: new Set(grants.map(({ id }) => id)),
    reviews: [
      {
        id: "R-0001",
        siret: provider.siret,
        openedOn: closedOn,
        openedBy: "nadia",
        decisions: [],
        closed: { on: closedOn, by: "nadia", nextOn: addDays(today, 120), report: {} as never },
      },
    ],
  };
}
