import { franceTravailIdMatching, type Provider, traineeSchema } from "@kairos/core";

/** A trainee as this provider's settings accept their identifier. */
export function traineeSchemaOf(provider: Provider | undefined) {
  if (provider === undefined) return traineeSchema;
  return traineeSchema.extend({ franceTravailId: franceTravailIdMatching(provider.settings.franceTravailIdPattern).optional() });
}
