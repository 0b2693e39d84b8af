import { activityMention } from "../../membership/index.js";
import { lineAmount } from "../../quotes/index.js";
import { type Siren, sirenOf } from "../../shared/identifiers.js";
import { type Cents, formatCents } from "../../shared/money.js";
import { type Finding, found, nothing, type RuleTable, ruleAbout } from "../../shared/rules.js";
import { enumerate } from "../../shared/text.js";
import { channelOf } from "../channel/channel.js";
import type { InvoiceSituation } from "../situation.js";
import { invoiceTotals } from "../totals.js";
import { creditRules } from "./credit-rules.js";

const rule = ruleAbout<InvoiceSituation>();

/** Ten million euros: beyond, no product of a quantity and a price is safe to compute. */
const mostCents: Cents = 1_000_000_000;

const mentions = "Une facture porte le nom, l'adresse et le SIREN du vendeur et du client (annexe II du CGI, article 242 nonies A).";

/** What the law asks of an invoice: parties, mentions, VAT, sums. What the desk always prints has no rule: it cannot be missing. */
export const invoiceLawRules = {
  "invoice.seller-siren": rule({
    severity: "error",
    source: "cgi-242-nonies-a",
    check: otherSellers,
    fr: ({ siren, others }) => ({
      what: `La facture est au nom du SIREN ${siren}, mais ${enumerate(others.map(({ reference, siren: other }) => `${reference} est au SIREN ${other}`))}.`,
      why: "Seule l'entreprise qui a conclu et donné la formation peut la facturer.",
      mend: "Préparez la facture depuis l'établissement qui porte la convention, le bon de commande ou le devis.",
    }),
  }),
  "invoice.seller-address": rule({
    severity: "error",
    source: "cgi-242-nonies-a",
    check: ({ provider: { address } }) => (isWhole(address) ? nothing : found(["provider", "address"], {})),
    fr: () => ({
      what: "L'adresse de l'organisme n'est pas complète.",
      why: mentions,
      mend: "Complétez-la avec « /organisme completer » : rue, code postal et ville.",
    }),
  }),
  "invoice.customer-siren": rule({
    severity: "error",
    source: "cgi-242-nonies-a",
    check: ({ invoice, provider, customer }) => {
      const siren = sirenOf(invoice.customerSiret);
      const fault =
        siren === sirenOf(provider.siret)
          ? "own"
          : customer === undefined && channelOf(invoice, provider) !== "chorus"
            ? "unknown"
            : undefined;
      return fault === undefined ? nothing : found(["customerSiret"], { siret: invoice.customerSiret, fault });
    },
    fr: ({ siret, fault }) => ({
      what:
        fault === "own"
          ? `Le client a le SIREN de l'organisme lui-même (SIRET ${siret}).`
          : `Le client de SIRET ${siret} n'est pas connu de Kairos : son nom, son adresse et son SIREN manqueraient.`,
      why: mentions,
      mend: "Indiquez le SIRET du payeur sur la convention, puis préparez la facture à nouveau.",
    }),
  }),
  "invoice.customer-address": rule({
    severity: "error",
    source: "cgi-242-nonies-a",
    check: ({ customer }) =>
      customer === undefined || isWhole(customer.address) ? nothing : found(["customer", "address"], { customer: customer.name }),
    fr: ({ customer }) => ({
      what: `L'adresse de ${customer} n'est pas complète.`,
      why: mentions,
      mend: "Complétez l'adresse du payeur sur la convention : elle figure sur le bon de commande.",
    }),
  }),
  "invoice.exemption-reference": rule({
    severity: "error",
    source: "cgi-261-4-4-a",
    check: unexplained,
    fr: ({ fault, line }) => ({
      what:
        fault === "no-attestation"
          ? `La ligne ${line} est exonérée de TVA, mais l'attestation 3511 de l'organisme n'est pas renseignée.`
          : `La ligne ${line} n'a ni TVA ni texte qui l'en exonère.`,
      why: "Sans TVA, une facture cite le texte qui en exonère ; celui de la formation demande l'attestation 3511.",
      mend:
        fault === "no-attestation"
          ? "Renseignez sa date d'effet avec « /organisme completer »."
          : "Corrigez le régime de TVA de la convention ou du devis, puis préparez la facture à nouveau.",
    }),
  }),
  "invoice.vat-mixed": rule({
    severity: "error",
    source: "cgi-242-nonies-a",
    check: ({ invoice: { lines } }) => {
      const rated = lines.findIndex(({ vatRegime, vatRate }) => vatRegime !== "taxed" && vatRate > 0);
      if (rated >= 0) return found(["lines", rated, "vatRate"], { line: rated + 1 });
      const small = lines.findIndex(({ vatRegime }) => vatRegime === "small-business");
      return small >= 0 && lines.some(({ vatRegime }) => vatRegime === "taxed")
        ? found(["lines", small, "vatRegime"], { line: small + 1 })
        : nothing;
    },
    fr: ({ line }) => ({
      what: `La ligne ${line} mêle deux régimes de TVA.`,
      why: "Chaque ligne a un seul régime : exonérée au taux zéro, ou taxée à son taux. En franchise de TVA, rien n'est taxé.",
      mend: "Corrigez le régime ou le taux sur la convention ou le devis, puis préparez la facture à nouveau.",
    }),
  }),
  "invoice.nda-mention": rule({
    severity: "warning",
    source: "labour-code-r6351-6",
    check: ({ invoice, provider }) =>
      activityMention(provider) === undefined
        ? found(["provider", "activityNumber"], {}, invoice.agreement === undefined ? "error" : "warning")
        : nothing,
    fr: () => ({
      what: "Le numéro de déclaration d'activité de l'organisme, ou sa région, manque.",
      why: "Il figure sur la convention et, à défaut de convention, sur la facture (article R6351-6).",
      mend: "Renseignez les deux avec « /organisme completer ».",
    }),
  }),
  "invoice.rounding": rule({
    severity: "error",
    source: "cgi-242-nonies-a",
    check: ({ invoice: { lines } }) =>
      lines.flatMap((line, index) => {
        const expectedCents = lineAmount(line);
        const { amountCents } = line;
        return expectedCents === amountCents
          ? nothing
          : found(["lines", index, "amountCents"], { line: index + 1, amountCents, expectedCents });
      }),
    fr: ({ line, amountCents, expectedCents }) => ({
      what: `Ligne ${line} : le montant est ${formatCents(amountCents)}, la quantité et le prix donnent ${formatCents(expectedCents)}.`,
      why: "Le client refait le calcul ; un centime d'écart fait rejeter la facture.",
      mend: "Abandonnez ce brouillon et préparez la facture à nouveau.",
    }),
  }),
  "invoice.total-out-of-range": rule({
    severity: "error",
    source: "desk-practice",
    check: ({ invoice }) => {
      const { netCents, totalCents, dueCents } = invoiceTotals(invoice);
      const wrong = [totalCents, netCents, dueCents].find((cents) => !(cents >= 0 && cents <= mostCents));
      return wrong === undefined ? nothing : found(["lines"], { cents: wrong, mostCents });
    },
    fr: ({ cents, mostCents: most }) => ({
      what: `Le total vient à ${formatCents(cents)}.`,
      why: `Une facture demande entre ${formatCents(0)} et ${formatCents(most)} ; ce qui est à rendre passe par un avoir.`,
      mend: "Vérifiez les acomptes et la réfaction, ou séparez la facture en plusieurs.",
    }),
  }),
  ...creditRules,
} satisfies RuleTable<InvoiceSituation>;

type Unexplained = { readonly fault: "no-attestation" | "no-reference"; readonly line: number };

function unexplained({ invoice: { lines }, provider }: InvoiceSituation): readonly Finding<Unexplained>[] {
  const exempt = lines.findIndex(({ vatRegime }) => vatRegime === "exempt-training");
  const untaxed = lines.findIndex(({ vatRegime, vatRate }) => vatRegime === "taxed" && vatRate === 0);
  const isUnattested = exempt >= 0 && provider.vatAttestationOn === undefined;
  return [
    ...(isUnattested ? found(["lines", exempt, "vatRegime"], { fault: "no-attestation" as const, line: exempt + 1 }) : nothing),
    ...(untaxed >= 0 ? found(["lines", untaxed, "vatRate"], { fault: "no-reference" as const, line: untaxed + 1 }) : nothing),
  ];
}

type OtherSeller = { readonly reference: string; readonly siren: Siren };

function otherSellers({
  invoice,
  agreement,
  order,
  quote,
  original,
}: InvoiceSituation): readonly Finding<{ siren: Siren; others: readonly OtherSeller[] }>[] {
  const siren = sirenOf(invoice.siret);
  const others = [agreement, order, quote, original]
    .flatMap((one) => (one === undefined ? [] : [{ reference: one.reference, siren: sirenOf(one.siret) }]))
    .filter((one) => one.siren !== siren);
  return others.length === 0 ? nothing : found(["siret"], { siren, others });
}

function isWhole(address: { readonly street: string; readonly postalCode: string; readonly city: string } | undefined): boolean {
  return address !== undefined && [address.street, address.postalCode, address.city].every((part) => part !== "");
}
