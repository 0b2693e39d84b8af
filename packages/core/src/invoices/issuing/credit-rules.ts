import { formatDay, type IsoDate } from "../../shared/calendar.js";
import { type Cents, formatCents } from "../../shared/money.js";
import { type Finding, found, nothing, ruleAbout } from "../../shared/rules.js";
import { creditNotesOn, isIssued } from "../invoice.js";
import type { InvoiceSituation } from "../situation.js";
import { leftToCredit } from "./credit-left.js";

const rule = ruleAbout<InvoiceSituation>();

/** More is credited than what is left of an invoice: of one line, or in all when no line is named. VAT excluded. */
export interface OverCredited {
  readonly invoice: string;
  readonly line?: number;
  readonly askedCents: Cents;
  readonly leftCents: Cents;
}

/** `invoice` is the one that was issued, `cited` the one that is printed. */
export type WronglyCited =
  | { readonly fault: "nothing-cited" }
  | { readonly fault: "not-issued"; readonly cited: Cited }
  | { readonly fault: "differs"; readonly cited: Cited; readonly invoice: Cited };

export interface Cited {
  readonly number: string;
  readonly issuedOn: IsoDate;
}

/** What holds for credit notes only. */
export const creditRules = {
  "invoice.credit-reference": rule({
    severity: "error",
    source: "cgi-289",
    check: wronglyCited,
    fr: (params: WronglyCited) => ({
      what: saidOf(params),
      why: "Un avoir corrige une facture précise : il en porte le numéro et la date (article 289 du CGI).",
      mend: "Abandonnez ce brouillon et préparez l'avoir depuis la facture : /facture avoir.",
    }),
  }),
  "invoice.credit-over": rule({
    severity: "error",
    source: "cgi-289",
    check: overCredited,
    fr: ({ invoice, line, askedCents, leftCents }: OverCredited) => ({
      what: `L'avoir reprend ${formatCents(askedCents)}${line === undefined ? "" : ` à la ligne ${line}`}, alors qu'il reste ${formatCents(leftCents)} à créditer sur ${invoice}.`,
      why: "On ne rend jamais plus que ce qui a été facturé, les avoirs déjà émis comptés.",
      mend:
        leftCents > 0 ? `Limitez l'avoir à ${formatCents(leftCents)}.` : "Il n'y a plus rien à créditer ici : choisissez une autre ligne.",
    }),
  }),
};

function saidOf(params: WronglyCited): string {
  if (params.fault === "nothing-cited") return "Cet avoir ne cite aucune facture.";
  const cited = `Cet avoir cite ${params.cited.number} du ${formatDay(params.cited.issuedOn)}`;
  return params.fault === "not-issued"
    ? `${cited}, qui n'est pas une facture émise ici.`
    : `${cited} ; la facture est ${params.invoice.number} du ${formatDay(params.invoice.issuedOn)}.`;
}

function wronglyCited({ invoice: { kind, credits }, original }: InvoiceSituation): readonly Finding<WronglyCited>[] {
  if (kind !== "credit-note") return nothing;
  if (credits === undefined) return found(["credits"], { fault: "nothing-cited" });
  const cited = { number: credits.number, issuedOn: credits.issuedOn };
  if (original === undefined || !isIssued(original)) return found(["credits"], { fault: "not-issued", cited });
  const { number, issuedOn } = original.issue;
  const isSame = number === cited.number && issuedOn === cited.issuedOn;
  return isSame ? nothing : found(["credits"], { fault: "differs", cited, invoice: { number, issuedOn } });
}

function overCredited({ invoice, original, others }: InvoiceSituation): readonly Finding<OverCredited>[] {
  if (invoice.kind !== "credit-note" || original === undefined || !isIssued(original)) return nothing;
  const before = creditNotesOn(original, others, invoice);
  const [left, after] = [leftToCredit(original, before), leftToCredit(original, [...before, invoice])];
  const { number } = original.issue;
  const lines = after.lines.flatMap(({ number: line, leftCents }, index) => {
    const had = left.lines[index]?.leftCents ?? 0;
    return leftCents < 0 ? found(["lines"], { invoice: number, line, askedCents: had - leftCents, leftCents: had }) : nothing;
  });
  if (lines.length > 0 || after.netCents >= 0) return lines;
  return found(["lines"], { invoice: number, askedCents: left.netCents - after.netCents, leftCents: left.netCents });
}
