import { formatMonth, type IsoMonth } from "../../attendance/index.js";
import { found, judgeBy, nothing, type ProblemOf, ruleAbout } from "../../shared/rules.js";
import { counted, enumerate } from "../../shared/text.js";
import { isIssued } from "../invoice.js";
import type { InvoiceSituation } from "../situation.js";
import { invoiceTotals } from "../totals.js";
import { channelOf, engagementOf, serviceCodeOf } from "./channel.js";
import { enclosuresOf } from "./enclosures.js";

const rule = ruleAbout<InvoiceSituation>();

/** What the channel of an invoice asks before it takes it. What the electronic file must hold is judged on the file itself. */
export const channelRules = {
  "chorus.recipient-siret": rule({
    severity: "error",
    source: "public-e-invoicing",
    check: (situation) =>
      isForChorus(situation) && situation.customer === undefined
        ? found(["customerSiret"], { siret: situation.invoice.customerSiret })
        : nothing,
    fr: ({ siret }) => ({
      what: `Le destinataire de la facture, ${siret}, n'est pas parmi vos payeurs.`,
      why: "Chorus Pro remet la facture à l'établissement dont elle porte le SIRET : s'il est faux, personne ne la reçoit.",
      mend: "Enregistrez le payeur avec le SIRET écrit au marché ou à l'accord (chaque direction régionale a le sien), puis préparez la facture pour lui.",
    }),
  }),
  "chorus.customer-not-public": rule({
    severity: "warning",
    source: "public-e-invoicing",
    check: (situation) =>
      isForChorus(situation) && situation.customer?.isPublic === false
        ? found(["customerSiret"], { customer: situation.customer.name })
        : nothing,
    fr: ({ customer }) => ({
      what: `${customer} n'est pas un organisme public d'après sa fiche, et la facture partirait par Chorus Pro.`,
      why: "Chorus Pro ne prend que les factures adressées à des organismes publics.",
      mend: "Corrigez la fiche du payeur, ou le canal de ce dispositif dans vos réglages.",
    }),
  }),
  "chorus.service-code": rule({
    severity: "error",
    source: "public-e-invoicing",
    check: (situation) => {
      const { provider, customer, invoice } = situation;
      const isAsked = isForChorus(situation) && provider.settings.invoices.serviceCodeRequired;
      return isAsked && serviceCodeOf(situation) === undefined
        ? found(["serviceCode"], { customer: customer?.name ?? invoice.customerSiret, siret: invoice.customerSiret })
        : nothing;
    },
    fr: ({ customer }) => ({
      what: `Il manque le code service de ${customer} : ni la facture ni la fiche du payeur ne le disent.`,
      why: "C'est par lui que Chorus Pro trouve le service qui paie ; vos réglages le disent obligatoire.",
      mend: "Cherchez-le dans l'annuaire de Chorus Pro, par le SIRET du payeur, et notez-le sur sa fiche.",
    }),
  }),
  "chorus.engagement": rule({
    severity: "error",
    source: "public-e-invoicing",
    check: (situation) => {
      const isAsked = isForChorus(situation) && situation.provider.settings.invoices.engagementRequired;
      return isAsked && engagementOf(situation) === undefined ? found(["engagement"], {}) : nothing;
    },
    fr: () => ({
      what: "Il manque le numéro d'engagement : ni la facture ni un bon de commande ne le disent.",
      why: "Le payeur rattache la facture à sa commande par ce numéro ; sans lui, elle peut être rejetée.",
      mend: "Recopiez-le de la commande ou de l'accord du payeur dans la facture. Si vos payeurs n'en donnent pas, dites-le dans vos réglages.",
    }),
  }),
  "chorus.attachment-missing": rule({
    severity: "warning",
    source: "chorus-deposit-practice",
    // Before the issue, attendance itself is judged, and blocks.
    check: (situation) => {
      if (!isForChorus(situation) || !isIssued(situation.invoice)) return nothing;
      const { openMonths, unsigned } = enclosuresOf(situation);
      return openMonths.length + unsigned.length === 0 ? nothing : found(["lines"], { openMonths, unsigned: unsigned.length });
    },
    fr: (lacking: Lacking) => ({
      what: `Il manquera au dossier de dépôt ${lackingFr(lacking).join(", et ")}.`,
      why: "Le payeur vérifie le service fait sur ces pièces : sans elles, il peut rejeter la facture.",
      mend: [
        ...(lacking.unsigned > 0 ? ["Joignez les feuilles signées (/assiduite joindre)."] : []),
        ...(lacking.openMonths.length > 0 ? ["Clôturez le mois (/assiduite cloturer), puis refaites le dossier."] : []),
      ].join(" "),
    }),
  }),
  "channel.bank-missing": rule({
    severity: "warning",
    source: "desk-practice",
    check: ({ invoice, provider }) =>
      provider.bank === undefined && invoice.kind !== "credit-note" && invoiceTotals(invoice).dueCents > 0
        ? found(["provider", "bank"], {})
        : nothing,
    fr: () => ({
      what: "Votre organisme n'a pas d'IBAN : la facture ne dit pas où payer.",
      why: "Le payeur devrait vous le redemander, et le virement attendrait.",
      mend: "Donnez-le une fois pour toutes dans la fiche de l'organisme.",
    }),
  }),
};
export type ChannelProblem = ProblemOf<typeof channelRules>;

/** Judges what the channel alone asks: before a deposit, when all the rest was judged at the issue. */
export const checkChannel: (situation: InvoiceSituation) => readonly ChannelProblem[] = judgeBy(channelRules);

/** What will not be in the package. */
interface Lacking {
  readonly openMonths: readonly IsoMonth[];
  /** Half-days billed without a signature that is kept. */
  readonly unsigned: number;
}

function lackingFr({ openMonths, unsigned }: Lacking): readonly string[] {
  const months = enumerate(openMonths.map((month) => formatMonth(month)));
  return [
    ...(unsigned > 0 ? [`les signatures de ${counted(unsigned, "demi-journée facturée", "demi-journées facturées")}`] : []),
    ...(openMonths.length > 0 ? [`l'état mensuel et les certificats (pas encore clôturé : ${months})`] : []),
  ];
}

function isForChorus({ invoice, provider }: InvoiceSituation): boolean {
  return channelOf(invoice, provider) === "chorus";
}
