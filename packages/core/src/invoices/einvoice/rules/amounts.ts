import { formatCents, formatRate } from "../../../shared/money.js";
import { type Finding, found, nothing, ruleAbout } from "../../../shared/rules.js";
import { sentenceCase } from "../../../shared/text.js";
import { alreadyPaid, frenchRates } from "../codes.js";
import { largestCents } from "../decimals.js";
import type { ElectronicInvoice, VatOf } from "../electronic-invoice.js";
import { type Term, termNames } from "../terms.js";
import type { ElectronicSituation } from "./situation.js";

const rule = ruleAbout<ElectronicSituation>();

/** What each figure may be by itself; how they hold together is judged by `sumsRules`. */
export const amountRules = {
  "einvoice.amount": rule({
    severity: "error",
    source: "desk-practice",
    check: ({ invoice }) =>
      figuresOf(invoice).flatMap(({ term, path, value, most }): readonly Finding<{ term: Term; value: string }>[] =>
        Number.isSafeInteger(value) && value >= 0 && value <= most ? nothing : found(path, { term, value: String(value) }),
      ),
    fr: ({ term }) => ({
      what: `${sentenceCase(termNames[term].fr)} (${term}) est négatif, ou trop grand pour être exact.`,
      why: "Tous les montants d'une facture sont positifs, même ceux d'un avoir, et se comptent en centimes entiers.",
      mend: "Reprenez le brouillon : pour rendre de l'argent, établissez un avoir (/facture avoir).",
    }),
  }),
  "einvoice.line-missing": rule({
    severity: "error",
    source: "en-16931",
    check: ({ invoice }) => (invoice.lines.length > 0 ? nothing : found(["lines"], {})),
    fr: () => ({
      what: "La facture n'a pas de ligne.",
      why: "Elle doit en avoir une au moins (règle BR-16).",
      mend: "Préparez-la à nouveau : /facture preparer.",
    }),
  }),
  "einvoice.vat-rate": rule({
    severity: "error",
    source: "fnfe-br-fr",
    check: ({ invoice: { lines, allowances, vat } }) => {
      const bearing: readonly (readonly [string, readonly VatOf[]])[] = [
        ["lines", lines],
        ["allowances", allowances],
        ["vat", vat],
      ];
      return bearing.flatMap(([name, items]) =>
        items.flatMap(({ category, rate }, index): readonly Finding<{ category: string; rate: number }>[] => {
          const isRight = frenchRates.includes(rate) && (category === "E") === (rate === 0);
          return isRight ? nothing : found([name, index, "rate"], { category: category as string, rate });
        }),
      );
    },
    fr: ({ category, rate }) => ({
      what: `Le taux de TVA ${formatRate(rate)} ne va pas avec la catégorie ${category}.`,
      why: "Une ligne exonérée (E) est à 0 %, une ligne taxée (S) à un taux en vigueur en France (règles BR-E-05, BR-S-05 et BR-FR-16).",
      mend: "Corrigez le régime ou le taux de la ligne.",
    }),
  }),
  "einvoice.exemption-reason": rule({
    severity: "error",
    source: "en-16931",
    check: ({ invoice: { vat } }) =>
      vat.flatMap(({ category, exemption }, index): readonly Finding<{ category: string }>[] =>
        (category === "E") === (exemption !== undefined) ? nothing : found(["vat", index, "exemption"], { category: category as string }),
      ),
    fr: ({ category }) => ({
      what: category === "E" ? "L'exonération de TVA ne dit pas son motif." : "Un motif d'exonération accompagne une TVA qui est due.",
      why: "Une exonération cite son texte, une TVA due n'en cite pas (règles BR-E-10 et BR-S-10).",
      mend: "Corrigez le régime de TVA de la ligne.",
    }),
  }),
  "einvoice.already-paid": rule({
    severity: "error",
    source: "fnfe-br-fr",
    check: ({ invoice: { process, totals, dueOn } }) => {
      const { prepaidCents = 0, grossCents, dueCents } = totals;
      const isPaid = prepaidCents === grossCents && dueCents === 0 && dueOn !== undefined;
      return process !== alreadyPaid || isPaid ? nothing : found(["totals"], { prepaidCents, grossCents, dueCents });
    },
    fr: ({ prepaidCents, grossCents, dueCents }) => ({
      what: `La facture est dite déjà payée (S2), mais ${formatCents(prepaidCents)} sont payés sur ${formatCents(grossCents)} et il reste ${formatCents(dueCents)}.`,
      why: "Une facture S2 est payée en entier, et son échéance est le jour du paiement (règle BR-FR-CO-09).",
      mend: "Indiquez le paiement et son jour, ou laissez la facture à payer (S1).",
    }),
  }),
};

interface FigureOf {
  readonly term: Term;
  readonly path: readonly (string | number)[];
  readonly value: number;
  readonly most: number;
}

function figuresOf({ totals, lines, allowances, vat }: ElectronicInvoice): readonly FigureOf[] {
  const cents = (term: Term, path: readonly (string | number)[], value: number | undefined): readonly FigureOf[] =>
    value === undefined ? [] : [{ term, path, value, most: largestCents }];
  return [
    ...cents("BT-106", ["totals", "linesCents"], totals.linesCents),
    ...cents("BT-107", ["totals", "allowancesCents"], totals.allowancesCents),
    ...cents("BT-109", ["totals", "netCents"], totals.netCents),
    ...cents("BT-110", ["totals", "vatCents"], totals.vatCents),
    ...cents("BT-112", ["totals", "grossCents"], totals.grossCents),
    ...cents("BT-113", ["totals", "prepaidCents"], totals.prepaidCents),
    ...cents("BT-115", ["totals", "dueCents"], totals.dueCents),
    ...allowances.flatMap(({ amountCents }, index) => cents("BT-92", ["allowances", index, "amountCents"], amountCents)),
    ...vat.flatMap(({ taxableCents, taxCents }, index) => [
      ...cents("BT-116", ["vat", index, "taxableCents"], taxableCents),
      ...cents("BT-117", ["vat", index, "taxCents"], taxCents),
    ]),
    ...lines.flatMap(({ netCents, quantityTenThousandths, unitPriceMicros }, index) => [
      ...cents("BT-131", ["lines", index, "netCents"], netCents),
      { term: "BT-129" as const, path: ["lines", index, "quantityTenThousandths"], value: quantityTenThousandths, most: largestInteger },
      { term: "BT-146" as const, path: ["lines", index, "unitPriceMicros"], value: unitPriceMicros, most: largestInteger },
    ]),
  ];
}

const largestInteger = Number.MAX_SAFE_INTEGER;
