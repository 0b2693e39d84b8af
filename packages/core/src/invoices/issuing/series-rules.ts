import { formatDay, type IsoDate } from "../../shared/calendar.js";
import { type Finding, found, judgeBy, nothing, type ProblemOf, ruleAbout } from "../../shared/rules.js";
import { counted, enumerate } from "../../shared/text.js";
import type { Invoice, IssuedInvoice } from "../invoice.js";
import { type TakenNumber, writeNumber } from "./numbers.js";

/** The numbers of one series in one year, in the order of their ranks, and what was sealed under them. */
export interface SeriesSituation {
  readonly series: string;
  readonly year: number;
  readonly taken: readonly TakenNumber[];
  /** Each invoice as it was sealed and as it is kept now; of those that were looked at. */
  readonly sealed?: readonly { readonly sealed: IssuedInvoice; readonly kept: Invoice | undefined }[] | undefined;
  /** Invoices of the same kind numbered in another series that year. */
  readonly elsewhere?: readonly TakenNumber[] | undefined;
}

const rule = ruleAbout<SeriesSituation>();

const whyContinuous =
  "Les numéros d'une série se suivent, sans trou ni doublon, dans l'ordre des dates (annexe II du CGI, article 242 nonies A).";

/** What is asked of a whole series of numbers. */
export const seriesRules = {
  "invoice.number-duplicate": rule({
    severity: "error",
    source: "cgi-242-nonies-a",
    check: ({ taken }) =>
      [...new Set(taken.filter(({ rank }, index) => taken[index - 1]?.rank === rank).map(({ number }) => number))].flatMap((number) =>
        found(["taken"], { number }),
      ),
    fr: ({ number }) => ({
      what: `Le numéro ${number} a déjà été donné.`,
      why: whyContinuous,
      mend: "N'émettez plus rien dans cette série : prévenez la personne qui gère Kairos et votre comptable.",
    }),
  }),
  "invoice.number-gap": rule({
    severity: "error",
    source: "cgi-242-nonies-a",
    check: gapsIn,
    fr: ({ first, last, count }) => ({
      what: count === 1 ? `Le numéro ${first} manque.` : `Les numéros ${first} à ${last} manquent (${count}).`,
      why: whyContinuous,
      mend: "Une base restaurée d'une sauvegarde peut en être la cause : retrouvez ces factures et prévenez votre comptable.",
    }),
  }),
  "invoice.number-not-chronological": rule({
    severity: "error",
    source: "cgi-242-nonies-a",
    check: goingBack,
    fr: ({ number, issuedOn, last, lastOn }) => ({
      what:
        number === undefined
          ? `Le ${formatDay(issuedOn)} vient avant la date de ${last}, la dernière émise (${formatDay(lastOn)}).`
          : `${number}, du ${formatDay(issuedOn)}, suit ${last}, du ${formatDay(lastOn)}.`,
      why: whyContinuous,
      mend:
        number === undefined
          ? `Choisissez une date à partir du ${formatDay(lastOn)}.`
          : "Prévenez votre comptable : une date émise ne se change plus.",
    }),
  }),
  "invoice.series-misuse": rule({
    severity: "warning",
    source: "cgi-242-nonies-a",
    check: ({ series, elsewhere = [] }) =>
      elsewhere.length === 0 ? nothing : found(["series"], { series, numbers: elsewhere.map(({ number }) => number) }),
    fr: ({ series, numbers }) => ({
      what: `La série en cours est ${series}, mais ${counted(numbers.length, "pièce de même nature a", "pièces de même nature ont")} un numéro d'une autre série : ${enumerate(numbers, 5)}.`,
      why: "Plusieurs séries sont permises si une raison les distingue et si chacune sert toujours à la même chose.",
      mend: "Gardez une seule série par nature et par année ; changez-en au 1er janvier.",
    }),
  }),
  "invoice.issued-edited": rule({
    severity: "error",
    source: "cgi-289",
    check: ({ sealed = [] }) =>
      sealed.flatMap((one) => {
        const { number } = one.sealed.issue;
        if (one.kept === undefined) return found(["sealed"], { number, fields: [], isGone: true });
        const fields = editedIn(one.sealed, one.kept);
        return fields.length === 0 ? nothing : found(["sealed"], { number, fields, isGone: false });
      }),
    fr: ({ number, fields, isGone }) => ({
      what: isGone
        ? `${number} a été émise, mais n'est plus dans les factures.`
        : `${number} ne dit plus ce qu'elle disait à l'émission (${enumerate(fields)}).`,
      why: "Une facture émise ne se change pas : elle se corrige par un avoir.",
      mend: "L'original est conservé : prévenez la personne qui gère Kairos, puis corrigez par un avoir s'il y a lieu.",
    }),
  }),
};
export type SeriesProblem = ProblemOf<typeof seriesRules>;

/** Audits one series of one year. */
export const checkSeries: (situation: SeriesSituation) => readonly SeriesProblem[] = judgeBy(seriesRules);

/** What follows an invoice after it was issued. */
const following: ReadonlySet<string> = new Set(["status", "events", "payments"]);

/** The fields that say something else than on the day of issue. */
export function editedIn(sealed: IssuedInvoice, kept: Invoice): readonly string[] {
  const [was, is]: readonly Readonly<Record<string, unknown>>[] = [{ ...sealed }, { ...kept }];
  const fields = [...new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])];
  return fields.filter((field) => !following.has(field) && JSON.stringify(was?.[field]) !== JSON.stringify(is?.[field]));
}

/** A date that goes back; without `number` when the invoice has none yet. */
export interface OutOfOrder {
  readonly number?: string;
  readonly issuedOn: IsoDate;
  readonly last: string;
  readonly lastOn: IsoDate;
}

function goingBack({ taken }: SeriesSituation): readonly Finding<OutOfOrder>[] {
  return taken.flatMap(({ number, issuedOn }, index) => {
    const last = taken[index - 1];
    if (last === undefined || issuedOn >= last.issuedOn) return nothing;
    return found(["taken", index], { number, issuedOn, last: last.number, lastOn: last.issuedOn });
  });
}

export interface NumberGap {
  readonly first: string;
  readonly last: string;
  readonly count: number;
}

function gapsIn({ series, year, taken }: SeriesSituation): readonly Finding<NumberGap>[] {
  return taken.flatMap(({ rank }, index) => gapBetween(series, year, taken[index - 1]?.rank ?? 0, rank));
}

/** The numbers that nobody has between two ranks. */
export function gapBetween(series: string, year: number, before: number, rank: number): readonly Finding<NumberGap>[] {
  const count = rank - before - 1;
  if (count < 1) return nothing;
  const [first, last] = [before + 1, rank - 1].map((one) => writeNumber({ series, year, rank: one }));
  return found(["taken"], { first: first ?? "", last: last ?? "", count });
}
