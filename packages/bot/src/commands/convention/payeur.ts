import { checkCustomer, customerSchema, inputRules, parse, raise, siretSchema } from "@kairos/core";
import { command } from "../../command.js";
import { siretIn } from "../../dossiers/agreements.js";
import { customerCard } from "../../dossiers/customers.js";
import { isNone } from "../../dossiers/list-options.js";
import { establishmentOption } from "../../establishment.js";
import { given, optional, reference, text, yesOrNo } from "../../options.js";
import { line, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["payeur", "Enregistre ou corrige un payeur : à qui les factures sont adressées"],
    en: ["customer", "Record or correct a customer: whoever invoices are addressed to"],
  },
  needs: "invoice.prepare",
  visibility: "private",
  form: [
    ["customer", "name", "street", "postalCode", "city"],
    ["serviceCode", "isPublic", "electronicAddress"],
  ],
  example: "/convention payeur siret:13000548100010 nom:France Travail rue:1 place des Exemples code-postal:75020 ville:Paris",
  options: {
    customer: reference("customer", { fr: ["siret", "SIRET du payeur, 14 chiffres"], en: ["siret", "SIRET of the customer, 14 digits"] }),
    name: optional(text({ fr: ["nom", "Nom du payeur"], en: ["name", "Name of the customer"] }, 99)),
    street: optional(text({ fr: ["rue", "Numéro et rue"], en: ["street", "Number and street"] }, 120)),
    postalCode: optional(text({ fr: ["code-postal", "Code postal"], en: ["postal-code", "Postal code"] }, 10)),
    city: optional(text({ fr: ["ville", "Ville"], en: ["city", "City"] }, 80)),
    serviceCode: optional(
      text(
        {
          fr: ["service", "Code du service dans Chorus Pro, si le payeur en demande un ; ou aucun", "Code du service Chorus Pro, ou aucun"],
          en: ["service", "Service code in Chorus Pro, if the customer asks for one; or none", "Chorus Pro service code, or none"],
        },
        100,
      ),
    ),
    isPublic: optional(
      yesOrNo({ fr: ["public", "Organisme public : oui, sauf indication"], en: ["public", "Public body: yes, unless said"] }),
    ),
    electronicAddress: optional(
      text(
        {
          fr: ["adresse-electronique", "Adresse de facturation électronique, ou aucune", "Adresse électronique, ou aucune"],
          en: ["electronic-address", "Address for electronic invoices, or none", "Electronic address, or none"],
        },
        80,
      ),
    ),
    ...establishmentOption,
  },
  async known({ store, provider, values }) {
    const siret = siretIn(values.siret ?? "");
    const customer = (await store.customers.list()).find((one) => one.siret === provider?.siret && one.customerSiret === siret);
    if (customer === undefined) return {};
    const { name, address, serviceCode, isPublic, electronicAddress } = customer;
    return { ...given({ name, serviceCode, isPublic, electronicAddress }), ...address };
  },
  async run({ input, provider, store }) {
    const { customer: typed, street, postalCode, city, establishment: _place, serviceCode, electronicAddress, ...direct } = input;
    const siret = parse(siretSchema, siretIn(typed));
    if (!siret.ok) return refused(siret.problems);
    if (provider === undefined) return refused([raise(inputRules, "input.missing", ["etablissement"], {})]);
    const before = await store.customers.get(provider.siret, siret.value);
    const address = given({ street, postalCode, city });
    const changes = { ...given(direct), ...given({ serviceCode, electronicAddress }), ...address };
    if (before === undefined && direct.name === undefined) return refused([raise(inputRules, "input.missing", ["nom"], {})]);
    if (Object.keys(changes).length === 0) return refused([raise(inputRules, "input.nothing-given", [], {})]);
    const {
      serviceCode: service,
      electronicAddress: electronic,
      ...kept
    } = before ?? { siret: provider.siret, customerSiret: siret.value };
    const customer = parse(customerSchema, {
      ...kept,
      ...given({ ...direct, serviceCode: stated(serviceCode, service), electronicAddress: stated(electronicAddress, electronic) }),
      ...(Object.keys(address).length > 0 && { address: { street: "", postalCode: "", city: "", ...before?.address, ...address } }),
    });
    if (!customer.ok) return refused(customer.problems);
    const errors = checkCustomer({ customer: customer.value }).filter(({ severity }) => severity === "error");
    if (errors.length > 0) return refused(errors);
    await store.customers.save(customer.value);
    const saved =
      before === undefined
        ? line("good", "Payeur enregistré.", "Customer recorded.")
        : line("good", "Payeur corrigé.", "Customer corrected.");
    return customerCard(customer.value, [saved], { change: Object.keys(changes).join(" ") });
  },
});

/** What is now said, or was before; nothing once it was said to be none. */
function stated(said: string | undefined, before: string | undefined): string | undefined {
  if (said === undefined) return before;
  return isNone(said) ? undefined : said;
}
