import { type Grant, grantSchema, type ProfileId } from "@kairos/core";
import { merge, type Overrides } from "./merge.js";

type GrantInput = Omit<Grant, "siret"> & { readonly siret: string };

/** A right given by the RGC to Léa, who enters quotes. */
export function aGrant(overrides: Overrides<GrantInput> = {}): Grant {
  return grantSchema.parse(merge(leaEntersQuotes, overrides));
}

/** One grant of each profile named, all for one person. */
export function grantsOf(person: string, ...profiles: readonly ProfileId[]): readonly Grant[] {
  return profiles.map((profile) => aGrant({ id: `H-${person}-${profile}`, person, profile }));
}

const leaEntersQuotes: GrantInput = {
  id: "H-0002",
  person: "lea",
  siret: "99900014400017",
  profile: "quote-clerk",
  reason: "Saisit les devis du site de Bordeaux",
  grantedBy: "nadia",
  from: "2026-01-05",
};
