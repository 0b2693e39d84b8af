import type { Address, Provider } from "../../membership/index.js";
import { formatDay, type IsoDate } from "../../shared/calendar.js";
import { formatCents, sumCents } from "../../shared/money.js";
import { counted } from "../../shared/text.js";
import type { Customer } from "../customer.js";
import { explainInterest, explainTerm } from "./explained.js";
import { claimedCents, type Receivable } from "./receivable.js";

export interface ReminderFacts {
  readonly provider: Provider;
  readonly customer: Pick<Customer, "name" | "address">;
  /** The late invoices of that customer, at least one. */
  readonly late: readonly Receivable[];
  readonly today: IsoDate;
}

/** The letter that reminds a customer of what is late, in French: what is owed, what the delay adds and how it is worked out. */
export function reminderLetter({ provider, customer, late, today }: ReminderFacts): string {
  const several = late.length > 1;
  const paragraphs = [
    [provider.name, ...addressLines(provider.address), `SIRET ${provider.siret}`],
    [customer.name, ...addressLines(customer.address)],
    [`${provider.address === undefined ? "Le" : `${provider.address.city}, le`} ${formatDay(today)}`],
    [`Objet : ${several ? "factures échues à régler" : "facture échue à régler"}`],
    ["Madame, Monsieur,"],
    [
      `Sauf erreur de notre part, ${several ? "les factures suivantes n'ont pas été réglées à leur échéance" : "la facture suivante n'a pas été réglée à son échéance"} :`,
      ...late.map(owedLine),
    ],
    ["Comme l'indiquent nos factures, le retard ajoute, sans rappel, des intérêts et une indemnité :", ...late.map(addedLine)],
    [totalOf(late), howToPay(late)],
    [
      "Si votre paiement est déjà parti, ne tenez pas compte de cette lettre. Si une facture vous pose une difficulté, dites-nous laquelle.",
    ],
    ["Nous vous prions d'agréer, Madame, Monsieur, nos salutations distinguées."],
    [provider.contact.name, provider.name, provider.contact.email, provider.contact.phone].filter((part) => part !== undefined),
  ];
  return `${paragraphs.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function addressLines(address: Address | undefined): readonly string[] {
  return address === undefined ? [] : [address.street, `${address.postalCode} ${address.city}`];
}

function owedLine({ invoice, due, term, daysLate }: Receivable): string {
  const { number, issuedOn } = invoice.issue;
  const late = `échéance le ${formatDay(term.dueOn)} (${explainTerm(term, "fr")}), ${counted(daysLate, "jour")} de retard`;
  return `- ${number} du ${formatDay(issuedOn)}, ${invoice.title} : ${formatCents(due.leftCents)} restant dus, ${late}`;
}

function addedLine({ invoice, interest, indemnityCents }: Receivable): string {
  const indemnity = `indemnité forfaitaire pour frais de recouvrement ${formatCents(indemnityCents)}`;
  const worked = interest.cents === undefined ? "intérêts à calculer" : `intérêts ${explainInterest(interest, "fr")}`;
  return `- ${invoice.issue.number} : ${worked} ; ${indemnity}`;
}

function totalOf(late: readonly Receivable[]): string {
  const claims = late.map(claimedCents);
  const left = sumCents(late.map(({ due }) => due.leftCents));
  const known = claims.flatMap((cents) => (cents === undefined ? [] : [cents]));
  return known.length < claims.length
    ? `Somme restant due à ce jour, hors intérêts et indemnités : ${formatCents(left)}.`
    : `Somme à régler à ce jour : ${formatCents(sumCents(known))}, dont ${formatCents(left)} au titre des factures.`;
}

/** No bank account: a chat carries this letter, and the invoices say where they are paid. */
function howToPay(late: readonly Receivable[]): string {
  const numbers = late.map(({ invoice }) => invoice.issue.number).join(", ");
  return `Nous vous remercions de la virer sur le compte indiqué par ${late.length > 1 ? "nos factures" : "notre facture"}, en rappelant : ${numbers}.`;
}
