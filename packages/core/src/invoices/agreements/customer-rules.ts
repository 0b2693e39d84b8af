import { found, judgeBy, nothing, type ProblemOf, ruleAbout } from "../../shared/rules.js";
import type { Customer } from "../customer.js";

export interface CustomerSituation {
  readonly customer?: Customer | undefined;
}

const rule = ruleAbout<CustomerSituation>();

export const customerRules = {
  "agreement.customer-incomplete": rule({
    severity: "warning",
    source: "cgi-242-nonies-a",
    needs: ["customer"],
    check: ({ customer: { name, customerSiret: siret, address } }) => {
      const isComplete = address !== undefined && [address.street, address.postalCode, address.city].every((part) => part !== "");
      return isComplete ? nothing : found(["customer", "address"], { customer: name, siret });
    },
    fr: ({ customer }) => ({
      what: `L'adresse du payeur est incomplète : ${customer}.`,
      why: "Une facture porte le nom et l'adresse complète de qui la paie.",
      mend: "Complétez la rue, le code postal et la ville du payeur.",
    }),
  }),
  "agreement.own-siret": rule({
    severity: "error",
    source: "desk-practice",
    needs: ["customer"],
    check: ({ customer: { siret, customerSiret } }) =>
      siret === customerSiret ? found(["customer", "customerSiret"], { siret }) : nothing,
    fr: ({ siret }) => ({
      what: `Le SIRET ${siret} est celui de votre établissement.`,
      why: "Le payeur est celui à qui la facture est adressée : une direction de France Travail, le plus souvent.",
      mend: "Donnez le SIRET du payeur : il est écrit sur l'avis de marché ou la convention.",
    }),
  }),
};
export type CustomerProblem = ProblemOf<typeof customerRules>;

/** Judges a customer by itself, before any agreement. */
export const checkCustomer = judgeBy<CustomerSituation, typeof customerRules>(customerRules);
