import { type Cents, divideHalfUp, formatCents, formatRate } from "../../../shared/money.js";
import { type Finding, found, judgeBy, nothing, ruleAbout } from "../../../shared/rules.js";
import { sentenceCase } from "../../../shared/text.js";
import { groupsOf, isProduct, lineAmount, type SumsSituation, taxableOf, totalsOf } from "../sums.js";
import { termNames } from "../terms.js";

const rule = ruleAbout<SumsSituation>();
const why = "Une facture dont les montants ne se recoupent pas est rejetée par la plateforme, ou payée en retard.";
const mendLines = "Reprenez le brouillon : ses lignes et ses totaux se calculent ensemble.";

/** What must add up in any invoice. The public rule is named, so that it can be looked up. */
export const sumsRules = {
  "einvoice.line-amount": rule({
    severity: "error",
    source: "desk-practice",
    check: ({ terms, isOurs }) =>
      terms.lines.flatMap((line, index): readonly Finding<{ line: string; saidCents: Cents; computedCents: Cents }>[] => {
        const { quantityTenThousandths: quantity, unitPriceMicros: price, netCents } = line;
        if (line.isAdjusted || quantity === undefined || price === undefined || netCents === undefined) return nothing;
        if (isProduct(netCents, quantity, price)) return nothing;
        const params = { line: line.id ?? String(index + 1), saidCents: netCents, computedCents: lineAmount(quantity, price) };
        return found(["lines", index, "netCents"], params, isOurs ? "error" : "warning");
      }),
    fr: ({ line, saidCents, computedCents }) => ({
      what: `La ligne ${line} porte ${formatCents(saidCents)} ; quantité × prix unitaire font ${formatCents(computedCents)}.`,
      why,
      mend: mendLines,
    }),
  }),
  "einvoice.total-mismatch": rule({
    severity: "error",
    source: "en-16931",
    check: (situation) =>
      totalsOf(situation).flatMap(({ rule: code, term, path, said, computed }) =>
        said === undefined || computed === undefined || said === computed
          ? nothing
          : found(path, { rule: code, term, saidCents: said, computedCents: computed }),
      ),
    fr: ({ rule: code, term, saidCents, computedCents }) => ({
      what: `${sentenceCase(termNames[term].fr)} (${term}) est de ${formatCents(saidCents)} ; le calcul donne ${formatCents(computedCents)} (règle ${code}).`,
      why,
      mend: mendLines,
    }),
  }),
  "einvoice.vat-group": rule({
    severity: "error",
    source: "en-16931",
    check: (situation) =>
      groupsOf(situation).flatMap((group): readonly Finding<{ category: string; rate: number; count: number }>[] =>
        group.count === 1 ? nothing : found(["vat"], group),
      ),
    fr: ({ category, rate, count }) => ({
      what:
        count === 0
          ? `Rien ne récapitule la TVA de catégorie ${category} à ${formatRate(rate)}, que des lignes portent (règle BR-${category}-01).`
          : `La TVA de catégorie ${category} à ${formatRate(rate)} est récapitulée ${count} fois (règle BR-${category}-01).`,
      why: "Chaque taux a une seule base et une seule taxe : sans elles, la TVA de la facture ne se vérifie pas.",
      mend: mendLines,
    }),
  }),
  "einvoice.vat-taxable": rule({
    severity: "error",
    source: "en-16931",
    check: ({ terms, hasLines }) =>
      !hasLines
        ? nothing
        : terms.vat.flatMap((group, index): readonly Finding<VatMismatch>[] => {
            const computedCents = taxableOf(terms, group);
            const { category, rate, taxableCents: saidCents } = group;
            if (saidCents === undefined || computedCents === undefined || saidCents === computedCents) return nothing;
            return found(["vat", index, "taxableCents"], { category: category ?? "", rate: rate ?? 0, saidCents, computedCents });
          }),
    fr: ({ category, rate, saidCents, computedCents }) => ({
      what: `La base de TVA à ${formatRate(rate)} est de ${formatCents(saidCents)} ; les lignes de ce taux font ${formatCents(computedCents)} (règle BR-${category}-08).`,
      why,
      mend: mendLines,
    }),
  }),
  "einvoice.vat-amount": rule({
    severity: "error",
    source: "en-16931",
    check: ({ terms }) =>
      terms.vat.flatMap(({ category, rate, taxableCents, taxCents }, index): readonly Finding<VatMismatch>[] => {
        if (rate === undefined || taxableCents === undefined || taxCents === undefined) return nothing;
        const computedCents = divideHalfUp(taxableCents * rate, 10_000);
        if (taxCents === computedCents) return nothing;
        return found(["vat", index, "taxCents"], { category: category ?? "", rate, saidCents: taxCents, computedCents });
      }),
    fr: ({ rate, saidCents, computedCents }) => ({
      what: `La TVA à ${formatRate(rate)} est de ${formatCents(saidCents)} ; sa base donne ${formatCents(computedCents)} (règle BR-CO-17).`,
      why,
      mend: mendLines,
    }),
  }),
};

export const checkSums = judgeBy<SumsSituation, typeof sumsRules>(sumsRules);

export interface VatMismatch {
  readonly category: string;
  readonly rate: number;
  readonly saidCents: Cents;
  readonly computedCents: Cents;
}
