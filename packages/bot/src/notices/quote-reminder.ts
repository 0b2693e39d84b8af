import { addDays, can, formatDay, type Permission, type Quote, type QuoteReminder, reminderReached } from "@kairos/core";
import { tellingHour } from "./hour.js";
import type { Look, Message, NewsKind } from "./notice.js";
import { waitingQuotesIn } from "./waiting-quotes.js";

/** A candidate is to be called back: said to those who entered the quote, once for each reminder day of each version. */
export const quoteReminder: NewsKind = {
  shownBy: "/devis liste",
  find: async (look) => {
    const quotesOf = waitingQuotesIn(look);
    const found = await Promise.all([...look.people.keys()].map(async (person) => remindersFor(look, person, await quotesOf(person))));
    return found.flat();
  },
};

/** Told today of this quote, a person does not read it in the digest of the day. */
export function isRemindedToday(look: Look, person: string, quote: Quote): boolean {
  return reminderReached(quote, look.settingsOf(quote.siret), look.today)?.dayOn === look.today && isFor(look, person, quote);
}

/** How long a reminder that could not be told stays news; from the next day on, the digest tells those who get it. */
const newsDays = 3;

function remindersFor(look: Look, person: string, quotes: readonly Quote[]) {
  return quotes.flatMap((quote) => {
    const due = reminderReached(quote, look.settingsOf(quote.siret), look.today);
    if (due === undefined || !isFor(look, person, quote)) return [];
    const { reference, version, submittedOn } = quote;
    return [
      {
        key: `quote-reminder:${reference}:${version}:${due.afterDays}:${person}`,
        person,
        dueAt: look.at(due.dayOn, tellingHour(look.settings)),
        until: look.at(addDays(due.dayOn, getsDigest(look, person, quote) ? 1 : newsDays), "00:00"),
        data: { reference, version, submittedOn, reminder: due.reminder },
        message: messageOf(quote, due),
      },
    ];
  });
}

/** Does the digest tell this person that the quote waits. */
function getsDigest({ settings, accessOf }: Look, person: string, { siret }: Quote): boolean {
  return settings.chat.digestAt !== "off" && can(accessOf(person), "quote.submit", siret);
}

/** Those who entered it and may still read it; when there are none left, those who may submit it. */
function isFor(look: Look, person: string, { siret, enteredBy }: Quote): boolean {
  const may = (one: string, permission: Permission) => can(look.accessOf(one), permission, siret);
  return enteredBy.some((one) => may(one, "quote.read")) ? enteredBy.includes(person) : may(person, "quote.submit");
}

function messageOf({ reference, submittedOn = "" }: Quote, { reminder }: QuoteReminder): Message {
  const text = {
    fr: `Devis ${reference}, soumis le ${formatDay(submittedOn)} : le candidat ne l'a pas encore validé (relance n° ${reminder}). Appelez-le et guidez-le dans son espace France Travail.`,
    en: `Quote ${reference}, submitted on ${formatDay(submittedOn, "en")}: the candidate has not approved it yet (reminder ${reminder}). Call them and guide them in their France Travail space.`,
  };
  return [{ text, command: `/devis voir reference:${reference}` }];
}
