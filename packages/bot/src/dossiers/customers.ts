import { type Customer, checkCustomer, sirenOf } from "@kairos/core";
import { done, type Reply, type ReplyLine, same } from "../reply.js";

/** Whoever invoices are addressed to, and what is missing for one. */
export function customerCard(customer: Customer, first: readonly ReplyLine[] = [], details: Readonly<Record<string, string>> = {}): Reply {
  const { customerSiret, name, address, serviceCode, isPublic, electronicAddress } = customer;
  return done({
    title: { fr: `Payeur ${name}`, en: `Customer ${name}` },
    lines: first,
    fields: [
      { name: { fr: "SIRET", en: "SIRET" }, value: same(customerSiret) },
      { name: { fr: "Adresse", en: "Address" }, value: same(addressOf(customer)) },
      {
        name: { fr: "Service (Chorus Pro)", en: "Service (Chorus Pro)" },
        value: serviceCode === undefined ? { fr: "aucun", en: "none" } : same(serviceCode),
      },
      {
        name: { fr: "Organisme public", en: "Public body" },
        value: isPublic ? { fr: "oui", en: "yes" } : { fr: "non", en: "no" },
      },
      { name: { fr: "Adresse électronique", en: "Electronic address" }, value: same(electronicAddress ?? sirenOf(customerSiret)) },
    ],
    problems: checkCustomer({ customer }),
    next: [
      {
        text: { fr: "enregistrer une convention", en: "record an agreement" },
        command: `/convention creer payeur:${customerSiret} intitule:… marche:… debut:… fin:… base:… prix:…`,
      },
    ],
    data: { siret: customerSiret, isComplete: address !== undefined },
    trace: { object: customerSiret, details },
  });
}

export function addressOf({ address }: Customer): string {
  if (address === undefined) return "—";
  const { street, postalCode, city } = address;
  return [street, [postalCode, city].filter((part) => part !== "").join(" ")].filter((part) => part !== "").join(", ") || "—";
}
