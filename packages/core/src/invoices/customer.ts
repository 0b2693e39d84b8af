import * as z from "zod/mini";
import { addressSchema } from "../membership/index.js";
import { siretSchema } from "../shared/identifiers.js";
import { line, record } from "../shared/schemas.js";

/** Whoever an invoice is addressed to: a direction of France Travail, most of the time. One establishment keeps its own. */
export const customerSchema = record({
  /** The provider's establishment. */
  siret: siretSchema,
  customerSiret: siretSchema,
  name: line(99).check(z.minLength(1)),
  address: z.optional(addressSchema),
  /** « Service exécutant » of Chorus Pro, when the customer wants one (BT-10). */
  serviceCode: z.optional(line(100)),
  /** Invoices to a public body go through its portal, and are paid within its own term. */
  isPublic: z._default(z.boolean(), true),
  /** Where electronic invoices reach it; its SIREN unless said. */
  electronicAddress: z.optional(z.string().check(z.regex(/^[A-Za-z0-9._-]{1,80}$/))),
});
export type Customer = z.output<typeof customerSchema>;
export type CustomerInput = z.input<typeof customerSchema>;
