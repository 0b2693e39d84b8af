import { addDays, can, counted, dayOf, establishmentsFor, type Provider, type Siret, weekdayOf } from "@kairos/core";
import { owedMoney } from "../dossiers/receivables.js";
import { tellingHour } from "./hour.js";
import type { Look, Message, News, NewsKind } from "./notice.js";

/** In the morning, to those who issue invoices: what became late or was rejected the day before; on Mondays, all that still is. */
export const invoicesDue: NewsKind = {
  shownBy: "/facture retards",
  find: async (look) => {
    const pressing = new Map<Siret, Pressing>();
    for (const provider of look.providers) {
      const isFollowed = [...look.people.values()].some((access) => can(access, "invoice.issue", provider.siret));
      if (isFollowed) pressing.set(provider.siret, await pressingAt(look, provider));
    }
    return [...look.people].flatMap(([person, access]) => {
      const mine = establishmentsFor(access, "invoice.issue").flatMap((siret) => pressing.get(siret) ?? []);
      return newsOf(look, person, { late: mine.flatMap(({ late }) => late), rejected: mine.flatMap(({ rejected }) => rejected) });
    });
  },
};

/** Numbers of invoices. */
interface Pressing {
  readonly late: readonly string[];
  readonly rejected: readonly string[];
}

async function pressingAt({ read, today }: Look, { siret, settings: { timeZone } }: Provider): Promise<Pressing> {
  const owed = await read([siret], (store) => owedMoney(store, today));
  const [isMonday, yesterday] = [weekdayOf(today) === 1, addDays(today, -1)];
  const numbers = (isMeant: (one: (typeof owed)[number]["receivable"]) => boolean) =>
    owed.flatMap(({ receivable }) => (isMeant(receivable) ? [receivable.invoice.issue.number] : [])).sort();
  return {
    late: numbers(({ daysLate }) => daysLate > 0 && (isMonday || daysLate === 1)),
    rejected: numbers(({ isRejected, invoice }) => {
      const at = invoice.events.at(-1)?.at;
      return isRejected && (isMonday || (at !== undefined && dayOf(at, timeZone) === yesterday));
    }),
  };
}

function newsOf({ today, at, settings }: Look, person: string, pressing: Pressing): readonly News[] {
  const { late, rejected } = pressing;
  if (late.length + rejected.length === 0) return [];
  return [
    {
      key: `invoices-due:${today}:${person}`,
      person,
      dueAt: at(today, tellingHour(settings)),
      until: at(addDays(today, 1), "00:00"),
      data: { on: today, late: late.length, rejected: rejected.length },
      message: messageOf(pressing),
    },
  ];
}

/** How many invoices a message names. */
const most = 10;

function messageOf({ late, rejected }: Pressing): Message {
  return [
    ...(late.length === 0
      ? []
      : [
          {
            text: {
              fr: `${counted(late.length, "facture en retard de paiement", "factures en retard de paiement")} : ${named(late, "fr")}.`,
              en: `${counted(late.length, "invoice", "invoices", "en")} paid late: ${named(late, "en")}.`,
            },
            command: "/facture retards",
          },
        ]),
    ...(rejected.length === 0
      ? []
      : [
          {
            text: {
              fr: `${counted(rejected.length, "facture rejetée", "factures rejetées")}, à corriger ou à déposer à nouveau : ${named(rejected, "fr")}.`,
              en: `${counted(rejected.length, "invoice", "invoices", "en")} rejected, to correct or to deposit again: ${named(rejected, "en")}.`,
            },
            command: `/facture voir facture:${rejected[0]}`,
          },
        ]),
  ];
}

function named(numbers: readonly string[], language: "fr" | "en"): string {
  const rest = numbers.length - most;
  const more = language === "fr" ? ` et ${rest} de plus` : ` and ${rest} more`;
  return `${numbers.slice(0, most).join(", ")}${rest > 0 ? more : ""}`;
}
