import {
  addDays,
  can,
  counted,
  formatDay,
  type Incident,
  type Label,
  type Quote,
  type QuoteWait,
  type QuoteWaitKind,
  whatWaits,
} from "@kairos/core";
import type { NextStep } from "../reply.js";
import { openIncidents } from "./incidents-seen.js";
import type { Look, News, NewsKind } from "./notice.js";
import { isRemindedToday } from "./quote-reminder.js";
import { waitingQuotesIn } from "./waiting-quotes.js";

/** Once a day, to each person, what waits for somebody with their rights, unless a reminder says it. Nothing when nothing waits. */
export const digest: NewsKind = {
  shownBy: "/devis liste",
  find: async (look) => {
    const { digestAt } = look.settings.chat;
    if (digestAt === "off") return [];
    const quotesOf = waitingQuotesIn(look);
    const open = await openIncidents(look);
    const found: News[] = [];
    for (const [person, access] of look.people) {
      const waits = waitsFor(look, person, await quotesOf(person));
      const followed = open.filter(({ siret }) => can(access, "incident.follow", siret));
      if (waits.length + followed.length > 0) found.push(newsOf(look, person, digestAt, { waits, followed }));
    }
    return found;
  },
};

/** What may wait, a row each: how it is counted, and what to type for the oldest. In the order in which it is said. */
const rows: Readonly<Record<QuoteWaitKind, Row>> = {
  remind: {
    said: (count) => ({ fr: `${count} devis à relancer`, en: `${counted(count, "quote", "quotes", "en")} to follow up` }),
    command: (reference) => `/devis voir reference:${reference}`,
  },
  correct: {
    said: (count) => ({ fr: `${count} devis à corriger`, en: `${counted(count, "quote", "quotes", "en")} to correct` }),
    command: (reference) => `/devis corriger reference:${reference}`,
  },
  expire: {
    said: (count) => ({
      fr: `${count} devis dont la validité est passée, à prolonger ou à marquer comme ${count > 1 ? "expirés" : "expiré"}`,
      en: `${counted(count, "quote", "quotes", "en")} no longer valid, to extend or to mark as expired`,
    }),
    command: (reference) => `/devis expirer reference:${reference}`,
  },
};

interface Row {
  said(count: number): Label;
  command(reference: string): string;
}

/** How many references a line shows. */
const most = 10;

function waitsFor(look: Look, person: string, quotes: readonly Quote[]): readonly QuoteWait[] {
  const access = look.accessOf(person);
  return quotes
    .filter((quote) => !isRemindedToday(look, person, quote))
    .flatMap((quote) => whatWaits(quote, look.settingsOf(quote.siret), look.today) ?? [])
    .filter(({ needs, siret }) => can(access, needs, siret))
    .sort((a, b) => (a.dayOn + a.reference < b.dayOn + b.reference ? -1 : 1));
}

interface Waiting {
  readonly waits: readonly QuoteWait[];
  /** Open incidents of the establishments where the person follows everybody's. */
  readonly followed: readonly Incident[];
}

function newsOf({ today, at }: Look, person: string, time: string, { waits, followed }: Waiting): News {
  const kinds = Object.keys(rows) as readonly QuoteWaitKind[];
  const sorted = kinds.map((kind) => ({ kind, waits: waits.filter((wait) => wait.kind === kind) }));
  return {
    key: `digest:${today}:${person}`,
    person,
    dueAt: at(today, time),
    until: at(addDays(today, 1), "00:00"),
    data: { today, ...Object.fromEntries(sorted.map((one) => [one.kind, one.waits.length])), ...incidentsData(followed) },
    message: [
      { text: { fr: `À faire le ${formatDay(today)} :`, en: `To do on ${formatDay(today, "en")}:` } },
      ...sorted.flatMap((one) => lineOf(rows[one.kind], one.waits)),
      ...incidentsLine(followed),
    ],
  };
}

function lineOf(row: Row, waits: readonly QuoteWait[]): readonly NextStep[] {
  const [oldest] = waits;
  if (oldest === undefined) return [];
  const { fr, en } = row.said(waits.length);
  const references = waits.map(({ reference }) => reference);
  const shown = references.slice(0, most).join(", ");
  const rest = references.length - most;
  const several = references.length > 1;
  const text = {
    fr: `${fr}, ${several ? "le plus ancien " : ""}depuis le ${formatDay(oldest.dayOn)} : ${shown}${rest > 0 ? ` et ${rest} de plus` : ""}`,
    en: `${en}, ${several ? "the oldest " : ""}since ${formatDay(oldest.dayOn, "en")}: ${shown}${rest > 0 ? ` and ${rest} more` : ""}`,
  };
  return [{ text, command: row.command(oldest.reference) }];
}

function incidentsData(followed: readonly Incident[]): { readonly incidents?: number } {
  return followed.length === 0 ? {} : { incidents: followed.length };
}

function incidentsLine(followed: readonly Incident[]): readonly NextStep[] {
  if (followed.length === 0) return [];
  const text = {
    fr: `${counted(followed.length, "incident ouvert", "incidents ouverts")} dans le portail`,
    en: `${counted(followed.length, "open incident", "open incidents", "en")} of the portal`,
  };
  return [{ text, command: "/incident liste" }];
}
