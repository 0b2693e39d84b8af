import { formatDay, type TrainingAgreement } from "@kairos/core";
import { command } from "../../command.js";
import { agreementSummary, calledCustomer, marketOf } from "../../dossiers/agreement-card.js";
import { given, optional, text } from "../../options.js";
import { both, done, line, same } from "../../reply.js";

const most = 100;

export default command({
  words: { fr: ["liste", "Liste les conventions, les dernières d'abord"], en: ["list", "List the agreements, latest first"] },
  needs: "invoice.read",
  visibility: "private",
  publishable: true,
  example: "/convention liste",
  options: {
    search: optional(
      text(
        { fr: ["cherche", "Mot de l'intitulé, du marché ou de la référence"], en: ["search", "Word of the title, contract or reference"] },
        80,
      ),
    ),
  },
  async run({ input, store }) {
    const found = await store.trainingAgreements.list({ ...given({ search: input.search }), limit: most + 1 });
    const agreements = found.slice(0, most);
    const customers = new Map((await store.customers.list()).map((one) => [`${one.siret}-${one.customerSiret}`, calledCustomer(one)]));
    const rowOf = (agreement: TrainingAgreement) => [
      same(agreement.reference),
      agreementSummary(agreement),
      same(customers.get(`${agreement.siret}-${agreement.customerSiret}`) ?? agreement.customerSiret),
      same(marketOf(agreement)),
      signatureOf(agreement),
    ];
    return done({
      title: { fr: "Conventions", en: "Agreements" },
      ...(agreements.length === 0
        ? { lines: [line("plain", "Aucune convention ne correspond.", "No agreement matches.")] }
        : { table: { columns, rows: agreements.map(rowOf), open: { path: "convention voir", option: "convention" } } }),
      ...(found.length > most && {
        lines: [
          line(
            "muted",
            `Les ${most} dernières conventions ; donnez un mot de l'intitulé ou du marché pour trouver les autres.`,
            `The latest ${most} agreements; give a word of the title or the contract to find the others.`,
          ),
        ],
      }),
      data: { agreements: agreements.map(({ reference }) => reference) },
    });
  },
});

const columns = [
  { fr: "Référence", en: "Reference" },
  { fr: "Convention", en: "Agreement" },
  { fr: "Payeur", en: "Customer" },
  { fr: "Marché", en: "Contract" },
  { fr: "Signée", en: "Signed" },
];

function signatureOf({ signedOn }: TrainingAgreement) {
  return signedOn === undefined ? { fr: "pas encore", en: "not yet" } : both((language) => formatDay(signedOn, language));
}
