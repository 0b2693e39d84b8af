import { listHalfDays, ofMonth } from "../../attendance/index.js";
import { formatDay, type IsoDate } from "../../shared/calendar.js";
import { type ProblemOf, refusal } from "../../shared/rules.js";
import { counted, enumerate } from "../../shared/text.js";
import { type InvoiceStatus, invoiceStatusLabels } from "../invoice.js";
import type { NothingToBill } from "./nothing-to-bill.js";

/** What hinders preparing an invoice. */
export const billingRefusals = {
  "invoice.nothing-to-bill": refusal<NothingToBill>({ severity: "error", source: "labour-code-l6354-1", fr: nothingInFrench }),
  "invoice.origin-unclear": refusal<object>({
    severity: "error",
    source: "desk-practice",
    fr: () => ({
      what: "Il faut dire ce qui est facturé : un bon de commande (AFC) ou un devis accepté (AIF, POEI), l'un ou l'autre.",
      why: "Le payeur, le prix et ce qui reste à facturer viennent de là.",
      mend: "Donnez commande:… ou devis:…, pas les deux.",
    }),
  }),
  "invoice.match-unclear": refusal<object>({
    severity: "error",
    source: "desk-practice",
    fr: () => ({
      what: "Il faut dire ce qui est à rapprocher : une facture, ou une commande avec toutes les siennes.",
      why: "Le rapprochement compare une facture à ce qui a été commandé et suivi.",
      mend: "Donnez facture:… ou commande:…, pas les deux.",
    }),
  }),
  "invoice.customer-unclear": refusal<{ count: number }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ count }) => ({
      what:
        count === 0
          ? "Aucun payeur n'est enregistré pour cet établissement."
          : `${count} payeurs sont enregistrés : le devis ne dit pas auquel adresser la facture.`,
      why: "Une facture adressée à la mauvaise direction de France Travail est rejetée.",
      mend: count === 0 ? "Enregistrez d'abord le payeur, par son SIRET." : "Dites lequel : payeur:… avec son SIRET.",
    }),
  }),
  "invoice.period-unclear": refusal<{ why: "both" | "reversed" }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ why }) => ({
      what:
        why === "both"
          ? "La période est dite deux fois : par un mois, et par un début ou une fin."
          : "La période finit avant d'avoir commencé.",
      why: "Chaque demi-journée n'est facturée qu'une fois : la période doit être sûre.",
      mend: "Donnez soit periode:décembre 2026, soit debut:… et fin:…, dans l'ordre.",
    }),
  }),
  "invoice.draft-exists": refusal<{ draft: string; origin: string; startsOn: IsoDate; endsOn: IsoDate }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ draft, origin, startsOn, endsOn }) => ({
      what: `${draft} est déjà préparée pour ${origin}, du ${formatDay(startsOn)} au ${formatDay(endsOn)}.`,
      why: "Deux brouillons de la même période factureraient deux fois les mêmes demi-journées.",
      mend: "Recalculez ce brouillon, ou abandonnez-le d'abord.",
    }),
  }),
  "invoice.not-draft": refusal<{ invoice: string; status: InvoiceStatus }>({
    severity: "error",
    source: "cgi-289",
    fr: ({ invoice, status }) => ({
      what: `${invoice} est ${invoiceStatusLabels[status].fr} : seul un brouillon se recalcule.`,
      why: "Une facture émise ne change plus ; ce qui est faux se reprend par un avoir qui la cite.",
      mend: "Faites un avoir, ou préparez une autre facture.",
    }),
  }),
};
export type BillingRefusal = ProblemOf<typeof billingRefusals>;

function nothingInFrench({ why, session, origin, months, trainees, invoices }: NothingToBill) {
  const count = trainees.reduce((sum, one) => sum + one.count, 0);
  const reasons: Readonly<Record<NothingToBill["why"], readonly [string, string]>> = {
    "no-deposit": [
      `${origin} ne prévoit pas d'acompte : son taux est de 0 %.`,
      "Notez le taux d'acompte de la convention s'il y en a un ; sinon, facturez les heures faites.",
    ],
    "deposit-billed": [
      `tout l'acompte de ${origin} est déjà facturé${byInvoices(invoices)}.`,
      "Facturez les heures faites, puis le solde, qui déduit l'acompte.",
    ],
    nobody: [`personne de ${origin} n'est inscrit à ${session}.`, "Inscrivez les stagiaires à la session."],
    unplanned: [
      `${session} n'a aucune demi-journée prévue dans cette période.`,
      "Faites le planning de la session, ou dites une autre période.",
    ],
    "to-come": [`les demi-journées de ${session} sont toutes à venir.`, "Facturez une fois le mois suivi et clôturé."],
    unrecorded: [
      `${counted(count, "demi-journée n'a", "demi-journées n'ont")} aucune saisie : ${listHalfDays(trainees, "fr")}.`,
      "Saisissez-les, clôturez le mois, puis préparez la facture.",
    ],
    "open-months": [
      `${months.length === 1 ? "l'état" : "les états"} ${enumerate(months.map(ofMonth))} ${months.length === 1 ? "n'est pas clôturé" : "ne sont pas clôturés"}.`,
      "Clôturez ce qui est fini, puis préparez la facture.",
    ],
    "order-used": [
      `${origin} est déjà facturé en entier${byInvoices(invoices)}.`,
      "Si des heures restent à payer, demandez un avenant à la commande, ou faites un autre devis.",
    ],
    billed: [`tout ce qui a été suivi est déjà facturé${byInvoices(invoices)}.`, "Si une facture est fausse, reprenez-la par un avoir."],
    absent: [
      `personne n'a suivi de demi-journée de ${session} dans cette période.`,
      "Vérifiez l'assiduité et les absences que la convention tolère.",
    ],
  };
  const [what, mend] = reasons[why];
  return { what: `Rien à facturer : ${what}`, why: "Seul ce qui est suivi, saisi et clôturé se facture, une seule fois.", mend };
}

function byInvoices(invoices: readonly string[]): string {
  return invoices.length === 0 ? "" : ` (${enumerate(invoices)})`;
}
