import {
  failure,
  fund,
  inputRules,
  type LineKind,
  lineAmount,
  type Problem,
  type Provider,
  parse,
  type Quote,
  type QuoteLine,
  quoteLineSchema,
  type Result,
  raise,
  success,
} from "@kairos/core";
import { command } from "../../command.js";
import { changeAndAnswer } from "../../dossiers/quotes.js";
import { amount, choice, duration, type InputOf, integer, optional, reference, text, yesOrNo } from "../../options.js";

const kinds: Readonly<Record<LineKind, { fr: string; en: string }>> = {
  pedagogical: { fr: "pédagogique", en: "pedagogical" },
  ancillary: { fr: "annexe", en: "ancillary" },
};

const options = {
  reference: reference("quote", { fr: ["reference", "Référence du devis"], en: ["reference", "Quote reference"] }),
  line: optional(
    integer(
      { fr: ["ligne", "Ligne à modifier ; sans elle, une ligne s'ajoute"], en: ["line", "Line to change; without it, a line is added"] },
      1,
      200,
    ),
  ),
  kind: optional(choice({ fr: ["nature", "Pédagogique ou annexe"], en: ["kind", "Pedagogical or ancillary"] }, kinds)),
  label: optional(text({ fr: ["libelle", "Ce qui est facturé"], en: ["label", "What is charged"] }, 200)),
  hours: optional(
    duration({ fr: ["heures", "Durée, pour un prix à l'heure : 70 h"], en: ["hours", "Duration, for an hourly price: 70 h"] }),
  ),
  days: optional(
    integer({ fr: ["jours", "Nombre de jours, pour un prix à la journée"], en: ["days", "Number of days, for a daily price"] }, 1, 1000),
  ),
  quantity: optional(
    integer({ fr: ["quantite", "Nombre d'unités, pour un forfait"], en: ["quantity", "Number of units, for a flat price"] }, 1, 10_000),
  ),
  price: optional(amount({ fr: ["prix", "Prix unitaire hors taxe : 17,00 €"], en: ["price", "Unit price before tax: 17.00"] })),
  vat: optional(text({ fr: ["tva", "Taux de TVA (20 %, 5,5 %), ou « exonere »"], en: ["vat", "VAT rate (20%, 5.5%), or “exonere”"] }, 10)),
  remove: optional(yesOrNo({ fr: ["retirer", "Retire la ligne"], en: ["remove", "Remove the line"] })),
};

export default command({
  words: { fr: ["frais", "Ajoute, modifie ou retire une ligne de coûts"], en: ["costs", "Add, change or remove a line of costs"] },
  needs: "quote.enter",
  visibility: "private",
  form: [["label", "kind", "hours", "price", "vat"]],
  example: "/devis frais reference:DEV-2026-0001 libelle:Frais d'examen nature:annexe prix:120 €",
  options,
  run: (desk) =>
    changeAndAnswer(
      desk,
      desk.input.reference,
      ({ quote, provider }) => {
        const lines = changedLines(quote, desk.input, provider);
        return lines.ok ? success((current) => fund({ ...current, lines: [...lines.value] })) : lines;
      },
      "lines",
    ),
});

type Input = InputOf<typeof options>;

function changedLines(quote: Quote, input: Input, provider: Provider | undefined): Result<readonly QuoteLine[]> {
  if (input.line === undefined) {
    const missing = (["label", "price"] as const)
      .filter((name) => input[name] === undefined)
      .map((name): Problem => raise(inputRules, "input.missing", [options[name].words.fr[0]], {}));
    if (missing.length > 0) return failure(...missing);
    const added = lineFrom(undefined, input, provider);
    return added.ok ? success([...quote.lines, added.value]) : added;
  }
  const index = input.line - 1;
  const current = quote.lines[index];
  if (current === undefined) return failure(raise(inputRules, "input.out-of-range", ["ligne"], { least: 1, most: quote.lines.length }));
  if (input.remove === true) return success(quote.lines.filter((_, position) => position !== index));
  const changed = lineFrom(current, input, provider);
  return changed.ok ? success(quote.lines.with(index, changed.value)) : changed;
}

function lineFrom(current: QuoteLine | undefined, input: Input, provider: Provider | undefined): Result<QuoteLine> {
  const vat = vatOf(input.vat, current, provider);
  if (!vat.ok) return vat;
  const measure = measureOf(input) ??
    (current && { unit: current.unit, quantity: current.quantity }) ?? { unit: "flat" as const, quantity: 1 };
  const unitPriceCents = input.price ?? current?.unitPriceCents ?? 0;
  return parse(quoteLineSchema, {
    kind: input.kind ?? current?.kind ?? "pedagogical",
    label: input.label ?? current?.label,
    ...measure,
    unitPriceCents,
    amountCents: lineAmount({ ...measure, unitPriceCents }),
    ...vat.value,
  });
}

function measureOf({ hours, days, quantity }: Input): Pick<QuoteLine, "unit" | "quantity"> | undefined {
  if (hours !== undefined) return { unit: "hour", quantity: hours };
  if (days !== undefined) return { unit: "day", quantity: days };
  return quantity === undefined ? undefined : { unit: "flat", quantity };
}

function vatOf(
  typed: string | undefined,
  current: QuoteLine | undefined,
  provider: Provider | undefined,
): Result<Pick<QuoteLine, "vatRegime" | "vatRate">> {
  const regime = provider?.vatRegime ?? "exempt-training";
  if (typed === undefined) {
    if (current !== undefined) return success({ vatRegime: current.vatRegime, vatRate: current.vatRate });
    return success({ vatRegime: regime, vatRate: regime === "taxed" ? 2000 : 0 });
  }
  if (/^(exon[eé]r[eé]e?|non)$/i.test(typed.trim()))
    return success({ vatRegime: regime === "taxed" ? "exempt-training" : regime, vatRate: 0 });
  const rate = /^(\d{1,2})(?:[.,](\d{1,2}))?\s*%?$/.exec(typed.trim());
  if (rate === null)
    return failure(raise(inputRules, "input.unknown-value", ["tva"], { value: typed, allowed: "20 %, 10 %, 5,5 %, exonere" }));
  return success({ vatRegime: "taxed", vatRate: Number(rate[1]) * 100 + Number((rate[2] ?? "").padEnd(2, "0")) });
}
