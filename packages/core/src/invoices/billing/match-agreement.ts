import { feeLikelihood } from "../../quotes/index.js";
import { formatDay, type IsoDate } from "../../shared/calendar.js";
import { inForce } from "../../shared/dated.js";
import { type BasisPoints, formatCents, formatRate } from "../../shared/money.js";
import { found, nothing, ruleAbout } from "../../shared/rules.js";
import { excerpt } from "../../shared/text.js";
import { afcCompanyShare } from "../figures.js";
import type { InvoiceSituation } from "../situation.js";
import { billsWork } from "./match-facts.js";
import { agreementMismatches, formatAgreed, mismatchLabels, mismatchOrigins } from "./mismatches.js";

const rule = ruleAbout<InvoiceSituation>();

/** What an invoice rests on: a signed agreement and its order, or an accepted quote. */
export const matchAgreementRules = {
  "invoice.agreement-missing": rule({
    severity: "error",
    source: "afc-cariforef-occitanie",
    check: ({ invoice: { scheme, kind, startsOn, agreement: reference }, agreement }) => {
      if (scheme !== "afc" || kind === "credit-note") return nothing;
      const { signedOn } = agreement ?? {};
      if (signedOn !== undefined && signedOn <= startsOn) return nothing;
      const why = agreement === undefined ? "none" : signedOn === undefined ? "unsigned" : "late";
      return found<AgreementMissing>(["agreement"], { why, agreement: reference ?? "—", signedOn, startsOn });
    },
    fr: ({ why, agreement, signedOn, startsOn }) => ({
      what: {
        none: "La facture ne repose sur aucune convention.",
        unsigned: `La convention ${agreement} n'est pas signée.`,
        late: `La convention ${agreement} a été signée le ${formatDay(signedOn ?? startsOn)}, après le début facturé (${formatDay(startsOn)}).`,
      }[why],
      why: "Une AFC se paie sur une convention signée avant le début de la formation.",
      mend:
        why === "none"
          ? "Enregistrez la convention et sa commande, puis préparez la facture depuis la commande."
          : "Notez le jour de signature de la convention, ou ne facturez que ce qui l'a suivie.",
    }),
  }),
  "invoice.agreement-mismatch": rule({
    severity: "error",
    source: "afc-market-practice",
    check: (situation) =>
      agreementMismatches(situation).map(({ path, severity, ...params }) => ({
        path,
        params,
        ...(severity !== undefined && { severity }),
      })),
    fr: ({ field, invoice, agreed, from, reference }) => ({
      what: `${mismatchLabels[field].fr} : ${formatAgreed(field, invoice)} sur la facture, ${formatAgreed(field, agreed)} dans ${mismatchOrigins[from].fr} ${reference}.`,
      why: "Le payeur compare la facture à ce qu'il a signé : une différence la fait rejeter.",
      mend: "Corrigez ce qui est faux, la pièce ou la facture, puis préparez la facture à nouveau.",
    }),
  }),
  "invoice.order-reference-missing": rule({
    severity: "error",
    source: "public-e-invoicing",
    check: ({ invoice: { scheme, order: reference }, order }) =>
      scheme !== "afc" || (reference !== undefined && order !== undefined) ? nothing : found(["order"], { order: reference }),
    fr: ({ order }) => ({
      what:
        order === undefined ? "La facture ne porte aucun numéro de bon de commande." : `Le bon de commande ${order} n'est pas enregistré.`,
      why: "Sans référence de commande, le payeur ne sait pas à quoi rattacher la facture et la rejette.",
      mend: "Enregistrez le bon de commande, puis préparez la facture depuis lui.",
    }),
  }),
  "invoice.quote-not-accepted": rule({
    severity: "error",
    source: "kairos-quote-lifecycle",
    check: ({ invoice: { scheme, quote: reference }, quote }) => {
      if (scheme === "afc" || (quote !== undefined && isAccepted(quote))) return nothing;
      return found(["quote"], { quote: reference, status: quote?.status });
    },
    fr: ({ quote, status }) => ({
      what:
        quote === undefined
          ? "La facture ne repose sur aucun devis."
          : `Le devis ${quote} ${status === undefined ? "n'est pas enregistré" : "n'est pas accepté par France Travail"}.`,
      why: "Une AIF ou une POEI ne se paie que sur un devis accepté.",
      mend: "Notez la décision de France Travail sur le devis ; s'il est refusé, rien ne se facture.",
    }),
  }),
  "invoice.poei-payee": rule({
    severity: "warning",
    source: "poei-durations",
    check: ({ invoice: { scheme, kind }, quote }) =>
      scheme === "poei" && kind !== "credit-note" && quote?.poei?.payee === "employer"
        ? found(["customerSiret"], { quote: quote.reference, employer: quote.poei.employer })
        : nothing,
    fr: ({ quote, employer }) => ({
      what: `Le devis ${quote} dit que France Travail paie l'employeur${employer === undefined ? "" : ` (${employer})`}, et la facture est adressée à un payeur de l'organisme.`,
      why: "France Travail paie l'organisme externe, ou l'employeur quand il forme lui-même : jamais les deux.",
      mend: "Vérifiez qui est payé ; si c'est l'employeur, abandonnez ce brouillon.",
    }),
  }),
  "invoice.afc-fee-to-trainee": rule({
    severity: "error",
    source: "afc-cariforef-occitanie",
    check: ({ invoice: { scheme, lines, kind }, quote }) => {
      if (scheme !== "afc" || kind === "credit-note") return nothing;
      const fees = lines.flatMap(({ label, amountCents }, index) =>
        feeLikelihood(label) === "certain" ? found<AfcFee>(["lines", index, "label"], { by: "line", label, amountCents }) : nothing,
      );
      const asked = quote?.funding?.traineeCents ?? 0;
      return asked === 0
        ? fees
        : [...fees, ...found<AfcFee>(["quote"], { by: "quote", label: quote?.reference ?? "", amountCents: asked })];
    },
    fr: ({ by, label, amountCents }) => ({
      what:
        by === "line"
          ? `« ${excerpt(label, 60)} » (${formatCents(amountCents)}) : une AFC ne comporte aucun frais.`
          : `Le devis ${label} demande ${formatCents(amountCents)} au stagiaire d'une AFC.`,
      why: "Une AFC est gratuite pour le stagiaire : ni frais de dossier, ni frais d'inscription ; tout est dans le prix du marché.",
      mend: "Retirez ces frais : ils ne se demandent ni au stagiaire, ni au payeur.",
    }),
  }),
  "invoice.company-share": rule({
    severity: "warning",
    source: "afc-cariforef-occitanie",
    check: ({ invoice, agreement, proof: { planned } }) => {
      if (invoice.scheme !== "afc" || !billsWork(invoice)) return nothing;
      const most: BasisPoints | undefined = agreement?.terms.companyShareMost ?? inForce(afcCompanyShare, invoice.startsOn);
      const total = planned.reduce((sum, { minutes }) => sum + minutes, 0);
      const company = planned.reduce((sum, { at, minutes }) => (at === "company" ? sum + minutes : sum), 0);
      if (most === undefined || company * 10_000 <= most * total) return nothing;
      return found(["lines"], { share: Math.ceil((company * 10_000) / total), most, session: invoice.sessionReference });
    },
    fr: ({ share, most, session }) => ({
      what: `La part en entreprise est de ${formatRate(share)} au planning de ${session}, pour ${formatRate(most)} au plus selon la convention.`,
      why: "Au-delà, les heures en entreprise peuvent ne pas être payées, sauf si la certification les demande.",
      mend: "Vérifiez le lieu des demi-journées ; si la certification l'exige, notez la part permise dans la convention.",
    }),
  }),
};

type AgreementMissing = {
  readonly why: "none" | "unsigned" | "late";
  readonly agreement: string;
  readonly signedOn: IsoDate | undefined;
  readonly startsOn: IsoDate;
};

type AfcFee = { readonly by: "line" | "quote"; readonly label: string; readonly amountCents: number };

/** Once accepted, a quote that is closed was still agreed to. */
export function isAccepted({ status, decision }: NonNullable<InvoiceSituation["quote"]>): boolean {
  return status === "accepted" || (status === "closed" && decision?.outcome === "accepted");
}
