import { checkSeries, counted, formatDay, hasErrors, type Invoice, type SeriesSituation, seriesOf } from "@kairos/core";
import { type CommandContext, command } from "../../command.js";
import { integer, optional } from "../../options.js";
import { done, line, type ReplyLine } from "../../reply.js";

export default command({
  words: {
    fr: ["numeros", "Contrôle les numéros d'une année : ni trou ni doublon, dates dans l'ordre, rien de modifié"],
    en: ["numbers", "Audit a year's numbers: no gap, no double, dates in order, nothing changed"],
  },
  needs: "invoice.read",
  visibility: "private",
  publishable: true,
  example: "/facture numeros",
  options: {
    year: optional(
      integer({ fr: ["annee", "Année à contrôler ; sinon, celle-ci"], en: ["year", "Year to audit; otherwise, this one"] }, 2000, 2999),
    ),
  },
  async run({ input, store, provider, today }) {
    const year = input.year ?? Number(today.slice(0, 4));
    const series = await seriesIn(store, provider, year);
    const problems = series.flatMap(checkSeries);
    return done({
      title: { fr: `Numéros de ${year}`, en: `Numbers of ${year}` },
      lines: [
        ...series.map(seriesLine),
        ...(problems.length === 0
          ? [
              line(
                "good",
                "Tout se suit, et rien n'a changé depuis l'émission.",
                "All follow each other, and nothing changed since it was issued.",
              ),
            ]
          : []),
      ],
      problems,
      verdict: hasErrors(problems) ? "unsound" : "sound",
      data: { year, series: series.map(({ series: name, taken }) => ({ series: name, count: taken.length, last: taken.at(-1)?.number })) },
      trace: { object: String(year) },
    });
  },
});

type Desk = CommandContext<unknown>;

/** Every series of the year: those the provider uses now, and those that were used. */
async function seriesIn(store: Desk["store"], provider: Desk["provider"], year: number): Promise<readonly SeriesSituation[]> {
  const issued = await store.invoices.issuedIn(year);
  const inUse = provider === undefined ? [] : (["invoice", "credit-note"] as const).map((kind) => seriesOf(kind, provider.settings));
  const names = [...new Set([...inUse, ...issued.map(({ sealed }) => sealed.issue.series)])];
  const situations: SeriesSituation[] = [];
  for (const series of names) {
    const sealed = issued.filter((one) => one.sealed.issue.series === series);
    const elsewhere = issued.filter(
      (one) =>
        provider !== undefined &&
        one.sealed.siret === provider.siret &&
        one.sealed.issue.series !== series &&
        isOf(series, one.sealed, provider),
    );
    const taken = await store.invoices.numbers(series, year);
    situations.push({ series, year, taken, sealed, elsewhere: elsewhere.map((one) => one.sealed.issue) });
  }
  return situations;
}

/** Would such an invoice take its number in that series today. */
function isOf(series: string, { kind }: Invoice, { settings }: NonNullable<Desk["provider"]>): boolean {
  return seriesOf(kind, settings) === series;
}

function seriesLine({ series, taken }: SeriesSituation): ReplyLine {
  const last = taken.at(-1);
  if (last === undefined) return line("muted", `${series} : aucun numéro.`, `${series}: no number.`);
  return line(
    "plain",
    `${series} : ${counted(taken.length, "numéro")}, le dernier ${last.number} du ${formatDay(last.issuedOn)}.`,
    `${series}: ${counted(taken.length, "number", "numbers", "en")}, the last ${last.number} of ${formatDay(last.issuedOn, "en")}.`,
  );
}
