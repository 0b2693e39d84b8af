import { type Provider, type ProviderInput, providerSchema, type Siret, siretSchema } from "@kairos/core";
import { merge, type Overrides } from "./merge.js";

/** Two establishments that exist nowhere. */
export const bordeaux: Siret = siretSchema.parse("99900014400017");
export const pau: Siret = siretSchema.parse("99900014400025");

/** A fictional provider in order with everything: Qualiopi, portal, VAT attestation. */
export function aProvider(overrides: Overrides<ProviderInput> = {}): Provider {
  return providerSchema.parse(merge(soundProvider, overrides));
}

const soundProvider: ProviderInput = {
  siret: "99900014400017",
  siren: "999000144",
  name: "Atelier des Rives Formation",
  address: { street: "12 rue des Chantiers", postalCode: "33300", city: "Bordeaux" },
  activityNumber: "75331234533",
  activityRegion: "75",
  vatRegime: "exempt-training",
  vatAttestationOn: "2021-03-01",
  qualiopi: { certificate: "QUA-2026-0417", categories: ["training"], endsOn: "2028-05-31" },
  agreement: { number: "0126ADR-1/1", endsOn: "2028-09-30" },
  contact: { name: "Nadia Sellier", email: "contact@atelier-des-rives.example", phone: "05 00 00 00 00" },
};
