import { command } from "../../command.js";
import { addressOf } from "../../dossiers/customers.js";
import { done, line, same } from "../../reply.js";

export default command({
  words: {
    fr: ["payeurs", "Liste les payeurs, et ce qui manque à leur fiche"],
    en: ["customers", "List the customers, and what their record lacks"],
  },
  needs: "invoice.read",
  visibility: "private",
  publishable: true,
  example: "/convention payeurs",
  options: {},
  async run({ store }) {
    const customers = await store.customers.list();
    return done({
      title: { fr: "Payeurs", en: "Customers" },
      ...(customers.length === 0
        ? { lines: [line("plain", "Aucun payeur n'est encore enregistré.", "No customer is recorded yet.")], next: [addOne] }
        : {
            table: {
              columns,
              rows: customers.map((one) => [
                same(one.customerSiret),
                same(one.name),
                same(addressOf(one)),
                same(one.serviceCode ?? "—"),
                one.isPublic ? { fr: "oui", en: "yes" } : { fr: "non", en: "no" },
              ]),
            },
          }),
      data: { customers: customers.map(({ customerSiret, name }) => ({ siret: customerSiret, name })) },
    });
  },
});

const columns = [
  { fr: "SIRET", en: "SIRET" },
  { fr: "Nom", en: "Name" },
  { fr: "Adresse", en: "Address" },
  { fr: "Service", en: "Service" },
  { fr: "Public", en: "Public" },
];

const addOne = {
  text: { fr: "enregistrer un payeur", en: "record a customer" },
  command: "/convention payeur siret:… nom:… rue:… code-postal:… ville:…",
};
