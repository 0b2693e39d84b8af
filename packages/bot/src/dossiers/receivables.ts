import {
  type Customer,
  claimedCents,
  counted,
  creditNotesOn,
  explainInterest,
  explainTerm,
  fold,
  formatCents,
  formatDay,
  type IsoDate,
  isIssued,
  type Label,
  type Provider,
  type Receivable,
  type Result,
  receivableOf,
  reminderLetter,
  success,
  sumCents,
} from "@kairos/core";
import { safeName } from "../files/safe-name.js";
import { both, line, type NextStep, type ReplyLine, type ReplyTable, type ReplyText, same } from "../reply.js";
import type { Store } from "../store/store.js";
import { unknown } from "./unknown.js";

/** Money to receive, with whom it is owed by and to. */
export interface OwedMoney {
  readonly receivable: Receivable;
  readonly provider: Provider;
  readonly customer: Customer | undefined;
}

/** Every issued invoice of which something is left to pay, the latest first. */
export async function owedMoney(store: Store, today: IsoDate): Promise<readonly OwedMoney[]> {
  const providers = new Map((await store.providers.list()).map((provider) => [provider.siret, provider]));
  const customers = new Map((await store.customers.list()).map((customer) => [`${customer.siret} ${customer.customerSiret}`, customer]));
  const creditNotes = await store.invoices.list({ kind: "credit-note" });
  const owed = (await store.invoices.list({ isOpen: true })).filter(isIssued).map((invoice): OwedMoney => {
    const provider = providers.get(invoice.siret);
    if (provider === undefined) throw new Error(`${invoice.reference} has no establishment`);
    const customer = customers.get(`${invoice.siret} ${invoice.customerSiret}`);
    const { bankRates } = provider.settings.invoices;
    const facts = { creditNotes: creditNotesOn(invoice, creditNotes), isPublic: customer?.isPublic ?? true, bankRates, today };
    return { receivable: receivableOf({ invoice, ...facts }), provider, customer };
  });
  return owed.filter(({ receivable }) => receivable.due.leftCents > 0).sort((a, b) => lateness(b) - lateness(a));
}

/** The latest first, then what is due the soonest. */
function lateness({ receivable: { daysLate, term, isRejected } }: OwedMoney): number {
  return isRejected ? Number.MIN_SAFE_INTEGER : daysLate * 100_000_000 - Number(term.dueOn.replaceAll("-", ""));
}

/** One invoice a row, all that its delay adds beside what is left. */
export function owedTable(owed: readonly OwedMoney[]): ReplyTable {
  return {
    columns: [
      { fr: "Facture", en: "Invoice" },
      { fr: "Payeur", en: "Customer" },
      { fr: "Échéance", en: "Due on" },
      { fr: "Retard", en: "Late" },
      { fr: "Reste dû", en: "Left" },
      { fr: "Intérêts", en: "Interest" },
      { fr: "Indemnité", en: "Indemnity" },
      { fr: "En tout", en: "In all" },
    ],
    rows: owed.map(({ receivable, customer }) => {
      const { invoice, due, term, interest, indemnityCents } = receivable;
      return [
        same(invoice.issue.number),
        same(customer?.name ?? invoice.customerSiret),
        both((language) => formatDay(term.dueOn, language)),
        delayOf(receivable),
        money(due.leftCents),
        interest.rows.length === 0 ? same("—") : money(interest.cents),
        indemnityCents === 0 ? same("—") : money(indemnityCents),
        money(claimedCents(receivable)),
      ];
    }),
  };
}

function delayOf({ isRejected, daysLate }: Receivable): Label {
  if (isRejected) return { fr: "rejetée", en: "rejected" };
  return daysLate === 0 ? same("—") : { fr: counted(daysLate, "jour"), en: counted(daysLate, "day", "days", "en") };
}

function money(cents: number | undefined): Label {
  return cents === undefined ? same("?") : both((language) => formatCents(cents, language));
}

/** How many invoices are explained in words: the table has them all. */
const mostExplained = 8;

/** How the interest of each late invoice is worked out. */
export function interestLines(owed: readonly OwedMoney[]): readonly ReplyLine[] {
  const late = owed.filter(({ receivable }) => receivable.interest.rows.length > 0);
  const rest = late.length - mostExplained;
  return [
    ...late.slice(0, mostExplained).map(({ receivable: { invoice, term, interest, indemnityCents } }) => {
      const { number } = invoice.issue;
      return line(
        "plain",
        `${number} : échéance ${explainTerm(term, "fr")} ; intérêts ${explainInterest(interest, "fr")} ; indemnité ${formatCents(indemnityCents)}.`,
        `${number}: due date ${explainTerm(term, "en")}; interest ${explainInterest(interest, "en")}; indemnity ${formatCents(indemnityCents, "en")}.`,
      );
    }),
    ...(rest > 0
      ? [
          line(
            "muted",
            `Et ${counted(rest, "autre facture", "autres factures")} : précisez un payeur pour le détail.`,
            `And ${counted(rest, "more invoice", "more invoices", "en")}: name a customer to see how.`,
          ),
        ]
      : []),
  ];
}

/** Where interest is unknown for want of a rate, how to give it. */
export function rateLines(owed: readonly OwedMoney[]): { readonly lines: readonly ReplyLine[]; readonly next: readonly NextStep[] } {
  if (owed.every(({ receivable }) => receivable.interest.cents !== undefined)) return { lines: [], next: [] };
  const text = { fr: "régler le taux de la BCE", en: "set the rate of the ECB" };
  return {
    lines: [
      line(
        "warning",
        "Intérêts inconnus : le taux de la Banque centrale européenne n'est pas réglé pour tous les jours de retard. Qui gère l'organisme l'entre par /organisme regler. L'indemnité est due quand même.",
        "Interest unknown: the rate of the European Central Bank is not set for every late day. Whoever manages the provider enters it with /organisme regler. The indemnity is due all the same.",
      ),
    ],
    next: [{ text, command: "/organisme regler parametre:taux-bce valeur:…" }],
  };
}

/** How many letters are written at once. */
const mostLetters = 5;

/** One reminder a customer who is late, ready to copy. */
export function reminderTexts(owed: readonly OwedMoney[], today: IsoDate): readonly ReplyText[] {
  const byCustomer = new Map<string, [OwedMoney, ...OwedMoney[]]>();
  for (const one of owed.filter(({ receivable: { daysLate } }) => daysLate > 0)) {
    const key = `${one.provider.siret} ${one.receivable.invoice.customerSiret}`;
    const mine = byCustomer.get(key);
    if (mine === undefined) byCustomer.set(key, [one]);
    else mine.push(one);
  }
  return [...byCustomer.values()].slice(0, mostLetters).map((mine) => {
    const [{ provider, customer, receivable }] = mine;
    const { customerSiret } = receivable.invoice;
    const late = mine.map((one) => one.receivable);
    return {
      fileName: safeName(`relance-${customerSiret}-${today}.txt`),
      text: reminderLetter({ provider, customer: customer ?? { name: `SIRET ${customerSiret}` }, late, today }),
    };
  });
}

/** What is left in all, and how much of it is late. */
export function owedLine(owed: readonly OwedMoney[]): ReplyLine {
  const left = sumCents(owed.map(({ receivable: { due } }) => due.leftCents));
  const late = owed.filter(({ receivable: { daysLate } }) => daysLate > 0);
  const lateCents = sumCents(late.map(({ receivable: { due } }) => due.leftCents));
  if (owed.length === 0)
    return line("good", "Rien à recevoir : toutes les factures émises sont payées.", "Nothing to receive: every issued invoice is paid.");
  return line(
    late.length === 0 ? "good" : "warning",
    `À recevoir : ${formatCents(left)} sur ${counted(owed.length, "facture")}, dont ${late.length === 0 ? "aucune en retard" : `${formatCents(lateCents)} en retard (${counted(late.length, "facture")})`}.`,
    `To receive: ${formatCents(left, "en")} of ${counted(owed.length, "invoice", "invoices", "en")}, ${late.length === 0 ? "none of them late" : `${formatCents(lateCents, "en")} of it late (${counted(late.length, "invoice", "invoices", "en")})`}.`,
  );
}

/** What one customer owes, named by its SIRET or a part of its name. */
export async function owedBy(
  store: Store,
  owed: readonly OwedMoney[],
  typed: string,
  option = "payeur",
): Promise<Result<readonly OwedMoney[]>> {
  const digits = typed.replace(/\D/g, "");
  const isMeant = ({ customerSiret, name }: Pick<Customer, "customerSiret" | "name">) =>
    customerSiret === digits.slice(-14) || fold(name).includes(fold(typed));
  const meant = new Set((await store.customers.list()).filter(isMeant).map(({ customerSiret }) => customerSiret));
  return meant.size === 0
    ? unknown("customer", option, typed)
    : success(owed.filter(({ receivable }) => meant.has(receivable.invoice.customerSiret)));
}
