import {
  type AgedBalance,
  agedBalance,
  ageLabels,
  ages,
  formatCents,
  type Label,
  type Language,
  type Siret,
  sentenceCase,
} from "@kairos/core";
import { command } from "../../command.js";
import { customerOption } from "../../dossiers/agreements.js";
import {
  interestLines,
  type OwedMoney,
  owedBy,
  owedLine,
  owedMoney,
  owedTable,
  rateLines,
  reminderTexts,
} from "../../dossiers/receivables.js";
import { optional } from "../../options.js";
import { agedBalanceSvg } from "../../pictures/aged-balance.js";
import { both, done, line, type ReplyLine, type ReplyPicture, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["retards", "Ce qui reste à recevoir, par âge : intérêts, indemnités, lettres de relance"],
    en: ["overdue", "What is left to receive, by age: interest, indemnities, reminder letters"],
  },
  needs: "invoice.read",
  visibility: "private",
  example: "/facture retards",
  options: { customer: optional(customerOption) },
  async run({ input, store, today }) {
    const all = await owedMoney(store, today);
    const meant = input.customer === undefined ? { ok: true as const, value: all } : await owedBy(store, all, input.customer);
    if (!meant.ok) return refused(meant.problems);
    const owed = meant.value;
    const balance = agedBalance(owed.map(({ receivable }) => receivable));
    const rate = rateLines(owed);
    const texts = reminderTexts(owed, today);
    return done({
      title: { fr: "Factures à recevoir", en: "Money to receive" },
      lines: [
        owedLine(owed),
        ...(owed.length === 0 ? [] : [agesLine(balance)]),
        ...rate.lines,
        ...interestLines(owed),
        ...lettersLine(texts.length),
      ],
      ...(owed.length > 0 && { table: owedTable(owed), pictures: [pictureOf(owed, balance, today)] }),
      ...(texts.length > 0 && { texts }),
      next: [
        ...rate.next,
        ...owed.slice(0, 1).map(({ receivable: { invoice } }) => ({
          text: { fr: "au virement, l'enregistrer", en: "when it is paid, record it" },
          command: `/facture paiement facture:${invoice.issue.number} montant:…`,
        })),
      ],
      data: {
        totalCents: balance.totalCents,
        byAge: balance.byAge,
        invoices: owed.map(({ receivable: { invoice, due, term, daysLate, interest, indemnityCents } }) => ({
          number: invoice.issue.number,
          customerSiret: invoice.customerSiret,
          leftCents: due.leftCents,
          dueOn: term.dueOn,
          daysLate,
          interest,
          indemnityCents,
        })),
      },
    });
  },
});

/** `Pas encore échu : 500,00 € · 1 à 30 jours de retard : 1 190,00 €`: the ages that hold something. */
function agesLine({ byAge }: AgedBalance): ReplyLine {
  return { tone: "plain", text: both((language) => `${agesIn(byAge, language).join(" · ")}.`) };
}

function agesIn(byAge: AgedBalance["byAge"], language: Language): readonly string[] {
  return ages
    .filter((age) => byAge[age] > 0)
    .map((age) => `${sentenceCase(ageLabels[age][language])}${language === "fr" ? " : " : ": "}${formatCents(byAge[age], language)}`);
}

function lettersLine(count: number): readonly ReplyLine[] {
  if (count === 0) return [];
  return [
    line(
      "muted",
      `${count > 1 ? "Une lettre de relance par payeur est jointe, prêtes à copier" : "La lettre de relance est jointe, prête à copier"} : relisez-la avant l'envoi.`,
      `${count > 1 ? "A reminder letter for each customer is attached, in French" : "The reminder letter is attached, in French"}: read it again before you send it.`,
    ),
  ];
}

function pictureOf(owed: readonly OwedMoney[], balance: AgedBalance, today: string): ReplyPicture {
  const names = new Map(owed.map(({ receivable, customer }) => [receivable.invoice.customerSiret, customer?.name]));
  const nameOf = (customerSiret: Siret) => names.get(customerSiret) ?? customerSiret;
  const alt: Label = both((language) => {
    const head = language === "fr" ? "Balance âgée" : "Aged balance";
    const tail = language === "fr" ? "Le tableau du message dit la même chose." : "The table of the message says the same.";
    return `${head}, ${formatCents(balance.totalCents, language)}${language === "fr" ? " : " : ": "}${agesIn(balance.byAge, language).join(", ")}. ${tail}`;
  });
  return { fileName: `balance-agee-${today}.png`, alt, svg: agedBalanceSvg({ balance, nameOf, today }) };
}
