import {
  type Answers,
  addDays,
  addMonths,
  type DeskFacts,
  dayOf,
  daysBetween,
  explainAccess,
  type IsoMonth,
  isCertifiedOn,
  listingStatusOn,
  monthOf,
  type Permission,
  type Provider,
  type Quote,
  type Session,
  type Symptom,
  tasks,
  visibilityOf,
} from "@kairos/core";
import type { CommandContext } from "../command.js";
import { leaversIn } from "./access.js";

type Desk = Pick<CommandContext<unknown>, "store" | "actor" | "today">;

/** What a diagnosis is about, as far as it was said. */
export interface DiagnosisOf {
  readonly symptom: Symptom;
  readonly answers: Answers;
  /** References of things that the person may see. */
  readonly session?: string | undefined;
  readonly quote?: string | undefined;
  /** Asked which session or quote it is about, the person named none. */
  readonly passed?: boolean;
  readonly provider: Provider;
}

/** What the desk computes by itself for a symptom: the person's own rights, the session's data, the quote, the certification. */
export async function deskFactsFor(desk: Desk, about: DiagnosisOf): Promise<DeskFacts> {
  const { symptom, provider } = about;
  const gathered = await Promise.all((sources[symptom] ?? []).map((gather) => gather(desk, about)));
  return Object.assign({ inactiveAfterDays: provider.settings.access.inactiveDays }, ...gathered);
}

type Gather = (desk: Desk, about: DiagnosisOf) => Promise<Partial<DeskFacts>>;

const access: Gather = async (desk, about) => ({ access: await accessIn(desk, about) });
const quoteStatus: Gather = async ({ store }, { quote }) => ({
  quoteStatus: quote === undefined ? undefined : (await store.quotes.get(quote))?.status,
});
const certification: Gather = async ({ today }, { provider }) => ({ isCertified: isCertifiedOn(provider, today) });
const idle: Gather = async (desk, { provider }) => ({ idleDays: await idleDaysOf(desk, provider) });
const months: Gather = async (desk, { session }) => ({ openMonths: session === undefined ? undefined : await openMonthsOf(desk, session) });
const visibility: Gather = async (desk, about) => ({ visibility: await visibilityIn(desk, about) });

/** What is worth looking at, by symptom. */
const sources: Readonly<Partial<Record<Symptom, readonly Gather[]>>> = {
  forbidden: [access],
  "account-blocked": [idle],
  "session-invisible": [visibility],
  "quote-impossible": [access, certification, visibility],
  "quote-stuck": [quoteStatus],
  "attendance-undeclarable": [access, months],
};

/** The right that stands for what was being done; nothing when that is not known. */
export function permissionFor({ symptom, answers }: Pick<DiagnosisOf, "symptom" | "answers">): Permission | undefined {
  if (symptom === "quote-impossible") return "quote.enter";
  if (symptom === "attendance-undeclarable") return "attendance.record";
  const { task = "" } = answers;
  return symptom === "forbidden" && Object.hasOwn(tasks, task) ? tasks[task]?.permission : undefined;
}

async function accessIn({ store, actor, today }: Desk, about: DiagnosisOf): Promise<DeskFacts["access"]> {
  const permission = permissionFor(about);
  if (permission === undefined) return undefined;
  const asked = { person: actor.id, permission, siret: about.provider.siret, on: today };
  return explainAccess(asked, {
    grants: await store.grants.list(),
    own: await store.ownProfiles.list(),
    account: await store.accounts.get(actor.id),
    leavers: await leaversIn(store),
  });
}

/** How many of the last acts are looked through: somebody who only reports incidents stops there. */
const acts = 100;

/** Days since the person last worked in the desk. What they do about incidents is no sign that the account is used. */
async function idleDaysOf({ store, actor, today }: Desk, { siret, settings }: Provider): Promise<number | undefined> {
  const last = (await store.audit.search({ actor: actor.id, outcome: "done", limit: acts })).find(
    ({ act }) => !act.startsWith("incident."),
  );
  const [granted] = (await store.grants.of(actor.id))
    .filter((grant) => grant.siret === siret)
    .map(({ from }) => from)
    .sort();
  const since = last === undefined ? granted : dayOf(last.at, settings.timeZone);
  return since === undefined ? undefined : Math.max(0, daysBetween(since, today));
}

/** When the session is to show; nothing when its journey is followed elsewhere and nothing leaves it out. */
async function visibilityIn({ store, today }: Desk, { session: named, quote, provider }: DiagnosisOf): Promise<DeskFacts["visibility"]> {
  const reference = named ?? (quote === undefined ? undefined : (await store.quotes.get(quote))?.sessionReference);
  const session = reference === undefined ? undefined : await store.sessions.get(reference);
  if (session === undefined) return undefined;
  const course = session.course === undefined ? undefined : await store.courses.get(session.course);
  const found = visibilityOf(session, provider.settings, today, { course, provider });
  const isFollowed = (session.listing?.steps.length ?? 0) > 0 || session.listingReference === undefined;
  return isFollowed || found.leftOut.length > 0 ? found : undefined;
}

/** Months of the session that have begun and are not closed. */
async function openMonthsOf({ store, today }: Desk, reference: string): Promise<readonly IsoMonth[] | undefined> {
  const session = await store.sessions.get(reference);
  if (session === undefined) return undefined;
  const closed = new Set((await store.months.ofSession(reference)).filter(({ status }) => status === "closed").map(({ month }) => month));
  const last = monthOf(session.endsOn < today ? session.endsOn : today);
  const begun: IsoMonth[] = [];
  for (let month = monthOf(session.startsOn); month <= last; month = monthOf(addMonths(`${month}-01`, 1))) begun.push(month);
  return begun.filter((month) => !closed.has(month));
}

/** The sessions that a symptom is likely about, the likeliest first. */
export async function likelySessions({ store, today }: Desk, { symptom, provider }: DiagnosisOf): Promise<readonly Session[]> {
  const isAttendance = symptom === "attendance-undeclarable";
  const listed = await store.sessions.list(isAttendance ? { from: addDays(today, -declaredFor), until: today } : { from: today });
  const ours = listed.filter((one) => one.siret === provider.siret && listingStatusOn(one, today) !== "cancelled");
  return isAttendance ? ours : ours.filter((one) => visibilityOf(one, provider.settings, today).seenOn === undefined).reverse();
}

/** The quotes that may be waiting for something. */
export async function likelyQuotes({ store }: Desk, { provider }: DiagnosisOf): Promise<readonly Quote[]> {
  const waiting = ["awaiting-candidate", "approved", "under-review"] as const;
  const listed = await Promise.all(waiting.map((status) => store.quotes.list({ status, limit: 20 })));
  return listed.flat().filter(({ siret }) => siret === provider.siret);
}

/** Days after its end in which a session's attendance may still be declared: what is offered, no limit of the portal. */
const declaredFor = 62;
