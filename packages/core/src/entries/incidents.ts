import { incidentRefusals, ticketRules } from "../incidents/index.js";
import { incidentsEnglish } from "../locales/en/incidents.js";
import { sayOf } from "./common.js";

export * from "../incidents/index.js";
export { type Provider, type ProviderInput, providerSchema } from "../membership/index.js";
export * from "./common-names.js";

/** A problem of incidents in words. */
export const say = sayOf([incidentRefusals, ticketRules], { ...incidentsEnglish });
