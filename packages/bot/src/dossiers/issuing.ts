import {
  advanceInvoice,
  billedClaims,
  counted,
  creditNotesOn,
  dueOf,
  formatCents,
  formatDay,
  type Invoice,
  type InvoiceSituation,
  type Issue,
  type IssuedInvoice,
  invoiceTotals,
  isIssued,
  isWhollyCredited,
  leftToCredit,
  releasedClaims,
} from "@kairos/core";
import { both, line, type ReplyLine } from "../reply.js";
import type { Store } from "../store/store.js";

/** Keeps an issued invoice, seals it, and bills its half-days; a credit note gives them back and may end its original. Says what changed. */
export async function keepIssue(store: Store, situation: InvoiceSituation, issue: Issue): Promise<readonly ReplyLine[]> {
  const { invoice } = issue;
  await store.invoices.save(invoice);
  await store.invoices.seal(issue);
  const { original, others } = situation;
  if (invoice.kind === "credit-note") {
    if (original === undefined || !isIssued(original)) throw new Error(`${invoice.reference} credits nothing that was issued`);
    return applyCreditNote(store, original, creditNotesOn(original, others, invoice), invoice);
  }
  const claims = billedClaims(invoice, invoice.issue.at);
  await store.claims.addMany(claims);
  return claims.length === 0
    ? []
    : [
        line(
          "plain",
          `${counted(claims.length, "demi-journée est facturée par elle, et ne le sera", "demi-journées sont facturées par elle, et ne le seront")} par aucune autre.`,
          `It bills ${counted(claims.length, "half-day", "half-days", "en")}, which no other invoice will.`,
        ),
      ];
}

async function applyCreditNote(
  store: Store,
  original: IssuedInvoice,
  before: readonly Invoice[],
  creditNote: IssuedInvoice,
): Promise<readonly ReplyLine[]> {
  const claims = releasedClaims(original, before, creditNote);
  await store.claims.removeMany(claims);
  const { number } = original.issue;
  const released = line(
    "plain",
    `${counted(claims.length, "demi-journée n'est", "demi-journées ne sont")} plus ${claims.length < 2 ? "facturée" : "facturées"} par ${number} : une autre facture peut ${claims.length < 2 ? "la" : "les"} reprendre.`,
    `${counted(claims.length, "half-day is", "half-days are", "en")} no longer billed by ${number}: another invoice may take ${claims.length === 1 ? "it" : "them"}.`,
  );
  const all = [...before, creditNote];
  const lines = claims.length === 0 ? [] : [released];
  if (!isWhollyCredited(original, all)) return [...lines, leftLine(original, all), ...(await settleRest(store, original, all))];
  const credited = advanceInvoice(original, "credit");
  if (!credited.ok) throw new Error(`${number} cannot be credited`);
  await store.invoices.save(credited.value);
  return [...lines, line("plain", `${number} est entièrement annulée par avoir.`, `${number} is wholly credited.`)];
}

/** What was paid in part and needs nothing more, now that the rest is credited, is paid. */
async function settleRest(store: Store, original: IssuedInvoice, creditNotes: readonly Invoice[]): Promise<readonly ReplyLine[]> {
  if (original.status !== "part-paid" || dueOf(original, creditNotes).leftCents > 0) return [];
  const settled = advanceInvoice(original, "settle");
  if (!settled.ok) throw new Error(`${original.issue.number} cannot be settled`);
  await store.invoices.save(settled.value);
  const { number } = original.issue;
  return [line("plain", `${number} n'attend plus rien : elle est payée.`, `${number} awaits nothing more: it is paid.`)];
}

/** `Reste sur FAC-2026-0001 après avoirs : 595,00 €.` */
export function leftLine(original: IssuedInvoice, creditNotes: readonly Invoice[]): ReplyLine {
  const { netCents } = leftToCredit(original, creditNotes);
  const { number } = original.issue;
  return line(
    "plain",
    `Reste facturé sur ${number}, avoirs déduits : ${formatCents(netCents)} HT.`,
    `Left billed on ${number}, credit notes deducted: ${formatCents(netCents, "en")} VAT excluded.`,
  );
}

/** `FAC-2026-0001 du 21/12/2026, à payer avant le 20/01/2027 : 1 190,00 €.` */
export function issuedLine(invoice: IssuedInvoice): ReplyLine {
  const { number, issuedOn, dueOn } = invoice.issue;
  const { totalCents, dueCents } = invoiceTotals(invoice);
  const text = both((language) => {
    const [isFrench, day] = [language === "fr", formatDay(issuedOn, language)];
    const dated = isFrench ? `Numéro ${number}, datée du ${day}` : `Number ${number}, dated ${day}`;
    if (invoice.kind === "credit-note")
      return isFrench
        ? `Numéro ${number}, daté du ${day} : ${formatCents(totalCents)} à rendre ou à déduire.`
        : `${dated}: ${formatCents(totalCents, "en")} to give back or deduct.`;
    if (dueCents === 0) return isFrench ? `${dated} : rien à payer, elle l'est déjà.` : `${dated}: nothing to pay, it is paid already.`;
    const due = formatDay(dueOn, language);
    return isFrench
      ? `${dated} : ${formatCents(dueCents)} à payer au plus tard le ${due}.`
      : `${dated}: ${formatCents(dueCents, "en")} to be paid by ${due}.`;
  });
  return { tone: "good", text };
}
