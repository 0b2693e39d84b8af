import {
  failure,
  fold,
  formatCents,
  fund,
  inputRules,
  type Label,
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
import { lineKindLabels } from "../../dossiers/quote-words.js";
import { changeAndAnswer } from "../../dossiers/quotes.js";
import { recorded, unchanged } from "../../dossiers/recorded.js";
import type { InputOf } from "../../option.js";
import { amount, choice, duration, integer, optional, reference, text, yesOrNo } from "../../options.js";
import { line, type ReplyLine } from "../../reply.js";

const options = {
  reference: reference("quote", { fr: ["reference", "Référence du devis"], en: ["reference", "Quote reference"] }),
  line: optional(
    integer(
      { fr: ["ligne", "Ligne à modifier ; sans elle, une ligne s'ajoute"], en: ["line", "Line to change; without it, a line is added"] },
      1,
      200,
    ),
  ),
  kind: optional(
    choice({ fr: ["nature", "Nature : pédagogique ou annexe"], en: ["kind", "Kind: pedagogical or ancillary"] }, lineKindLabels),
  ),
  label: optional(text({ fr: ["libelle", "Libellé : ce qui est facturé"], en: ["label", "Label: what is charged"] }, 200)),
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
  vat: optional(text({ fr: ["tva", "Taux de TVA (20 %, 5,5 %), ou « exonéré »"], en: ["vat", "VAT rate (20%, 5.5%), or “exempt”"] }, 10)),
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
      told,
      "lines",
    ),
});

/** Lines are added at the end, so the first difference is the line that was changed or removed. */
function told({ lines: before }: Quote, { lines: after }: Quote): ReplyLine {
  const index = Math.max(before.length, after.length) - 1;
  const first = [...Array(index).keys()].find((position) => JSON.stringify(before[position]) !== JSON.stringify(after[position])) ?? index;
  const [old, now] = [before[first], after[first]];
  const number = first + 1;
  if (after.length < before.length && old !== undefined)
    return line("good", `Ligne ${number} retirée : « ${old.label} ».`, `Line ${number} removed: “${old.label}”.`);
  if (now === undefined) return unchanged;
  if (after.length > before.length) {
    const cents = lineAmount(now);
    return line(
      "good",
      `Ligne ${number} ajoutée : « ${now.label} », ${formatCents(cents)}.`,
      `Line ${number} added: “${now.label}”, ${formatCents(cents, "en")}.`,
    );
  }
  const head = { fr: `Ligne ${number} corrigée`, en: `Line ${number} corrected` };
  return recorded(head, options, old === undefined ? {} : factsOf(old), factsOf(now));
}

/** A line under the keys of the options that say it. */
function factsOf({ kind, label, unit, quantity, unitPriceCents, vatRegime, vatRate }: QuoteLine): object {
  const measure = { hour: "hours", day: "days", flat: "quantity" }[unit];
  return { kind, label, [measure]: quantity, price: unitPriceCents, vat: `${vatRegime} ${vatRate}` };
}

const aFirstLine: Label = {
  fr: "le libellé et le prix d'une première ligne, sans numéro",
  en: "the label and the price of a first line, without a number",
};
const vatAllowed: Label = { fr: "un taux (20 %, 10 %, 5,5 %) ou « exonéré »", en: "a rate (20%, 10%, 5.5%) or “exempt”" };

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
  if (current === undefined)
    return failure(
      quote.lines.length === 0
        ? raise(inputRules, "input.unknown-value", ["ligne"], { value: String(input.line), allowed: aFirstLine })
        : raise(inputRules, "input.out-of-range", ["ligne"], { least: 1, most: quote.lines.length }),
    );
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
  if (/^(exoneree?|exempt|non|no)$/.test(fold(typed)))
    return success({ vatRegime: regime === "taxed" ? "exempt-training" : regime, vatRate: 0 });
  const rate = /^(\d{1,2})(?:[.,](\d{1,2}))?\s*%?$/.exec(typed.trim());
  if (rate === null) return failure(raise(inputRules, "input.unknown-value", ["tva"], { value: typed, allowed: vatAllowed }));
  return success({ vatRegime: "taxed", vatRate: Number(rate[1]) * 100 + Number((rate[2] ?? "").padEnd(2, "0")) });
}
