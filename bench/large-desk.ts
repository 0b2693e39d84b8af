import type { Quote } from "@kairos/core";
import type { Database, Store } from "../packages/bot/src/store/store.js";
import { allPresent, anEnrolment } from "../tests/examples/attendance.js";
import { aQuote } from "../tests/examples/quote.js";
import { aSchedule } from "../tests/examples/schedule.js";
import { aSession, aTrainee } from "../tests/examples/session.js";

/** How much a provider left behind: so many sessions of twenty trainees and fifty half-days, so many quotes. */
export interface Past {
  readonly sessions: number;
  readonly quotes: number;
}

export const perSession = { trainees: 20, halfDays: 50, quotes: 100 };

/** Fills a database with finished business, through the store as commands do, under numbers that no story takes. */
export async function fillDesk(database: Database, workspace: string, { sessions, quotes }: Past): Promise<void> {
  const groups = Math.ceil(quotes / perSession.quotes);
  for (let group = 0; group < Math.max(sessions, groups); group++) {
    await database.deliver({ workspace, id: `past-${group}`, at: "2026-01-05T08:00:00.000Z", actor: "lea", path: "past" }, async (unit) => {
      const store = unit.store("all");
      const session = sessionOf(group);
      await store.sessions.save(session);
      const people = Array.from({ length: perSession.trainees }, (_, index) => traineeOf(group, index));
      for (const trainee of people) await store.trainees.save(trainee);
      if (group < sessions)
        await attend(
          store,
          group,
          people.map(({ id }) => id),
        );
      if (group < groups) for (let index = 0; index < perSession.quotes; index++) await store.quotes.save(quoteOf(group, index));
      await store.audit.append({
        at: "2026-01-05T08:00:00.000Z",
        actor: "lea",
        act: "past",
        object: session.reference,
        outcome: "done",
        details: {},
      });
      return { outcome: "done" };
    });
  }
}

async function attend(store: Store, group: number, people: readonly string[]): Promise<void> {
  const session = sessionOf(group);
  const schedule = aSchedule(session, "lun-ven 9h-12h30 13h30-17h");
  const roster = people.map((traineeId) => anEnrolment({ traineeId, sessionReference: session.reference }));
  await store.schedules.save(schedule, session);
  for (const enrolment of roster) await store.enrolments.save(enrolment);
  const facts = allPresent(roster, { halfDays: schedule.halfDays.slice(0, perSession.halfDays) });
  await store.attendance.saveMany(
    facts.map((fact) => ({ ...fact, sessionReference: session.reference })),
    { by: "lea", at: "2026-01-05T08:00:00.000Z" },
  );
}

/** Five weeks, one session after another from 2016 on: ten years of a large provider. */
function sessionOf(group: number) {
  const startsOn = dayAfter("2016-01-04", 7 * (group % 500));
  return aSession({
    reference: `SE-2016-${String(group).padStart(5, "0")}`,
    title: `${titles[group % titles.length]} ${group % 97}`,
    listingReference: undefined,
    startsOn,
    endsOn: dayAfter(startsOn, 32),
    hours: { centreMinutes: 175 * 60 },
  });
}

function traineeOf(group: number, index: number) {
  const number = group * perSession.trainees + index;
  return aTrainee({
    id: `T-${100_000 + number}`,
    firstName: `${firstNames[number % firstNames.length]}${letters(number % 97)}`,
    lastName: `${lastNames[number % lastNames.length]}${letters(number)}`,
    franceTravailId: String(20_000_000_000 + number),
  });
}

function quoteOf(group: number, index: number): Quote {
  const session = sessionOf(group);
  const status = statuses[(group + index) % statuses.length] ?? "accepted";
  const { startsOn, endsOn, title, hours } = session;
  return aQuote({
    reference: `DEV-2016-${String(group * perSession.quotes + index).padStart(6, "0")}`,
    sessionReference: session.reference,
    traineeId: traineeOf(group, index % perSession.trainees).id,
    title,
    startsOn,
    endsOn,
    hours,
    status,
    lines: [{ kind: "pedagogical", label: title, unit: "hour", quantity: 175 * 60, unitPriceCents: 12_00, amountCents: 2100_00 }],
    funding: { franceTravailCents: 2100_00 },
    totalCents: 2100_00,
    validUntil: endsOn,
  });
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function letters(number: number): string {
  return number.toString(26).replace(/\d/g, (digit) => String.fromCharCode(113 + Number(digit)));
}

const titles = [
  "Cariste CACES R489",
  "Soudage TIG",
  "Secrétaire comptable",
  "Anglais professionnel",
  "Agent de propreté",
  "Vente en magasin",
];
const firstNames = ["Camille", "Omar", "Léa", "Jean-Baptiste", "Inès", "Zoé", "Noé", "Lucien"];
const lastNames = ["Martin", "Durand", "Lefèvre", "Marchand", "Morel", "Garnier", "Petit", "Roussel", "Faure", "Colin", "Brun"];
/** Of a hundred quotes one is still open. */
const statuses = [
  ...Array.from({ length: 90 }, () => "accepted" as const),
  ...Array.from({ length: 9 }, () => "refused" as const),
  "cancelled" as const,
];
