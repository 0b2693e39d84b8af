import { formatDay, type Label, quoteStatusLabels, type Result, success } from "@kairos/core";
import type { CommandContext } from "../command.js";
import { done, type NextStep, type Reply, same } from "../reply.js";
import { teaches } from "./attendance.js";
import { type DiagnosisOf, likelyQuotes, likelySessions } from "./diagnosis.js";
import { againWith, titleOf } from "./diagnosis-said.js";
import { isNone } from "./list-options.js";
import { unknown } from "./unknown.js";

type Desk = Pick<CommandContext<unknown>, "store" | "may" | "actor" | "today">;
type Named = Result<Pick<DiagnosisOf, "session" | "quote" | "passed">>;

/** What is named, if the person may see it; what a message only mentions is passed over when it is not theirs. */
export async function namedObjects(
  desk: Desk,
  { session, quote, message }: { readonly session: string | undefined; readonly quote: string | undefined; readonly message: string },
): Promise<Named> {
  const [sessionNamed, quoteNamed] = [await namedSession(desk, session), await namedQuote(desk, quote)];
  if (!sessionNamed.ok) return sessionNamed;
  if (!quoteNamed.ok) return quoteNamed;
  const mentioned = [
    await namedSession(desk, /\bSE-\d{4}-\d{3,8}\b/i.exec(message)?.[0]),
    await namedQuote(desk, /\bDEV-\d{4}-\d{4,8}\b/i.exec(message)?.[0]),
  ];
  return success(Object.assign({}, ...mentioned.map((one) => (one.ok ? one.value : {})), sessionNamed.value, quoteNamed.value));
}

async function namedSession({ store, may, actor }: Desk, typed: string | undefined): Promise<Named> {
  if (typed === undefined) return success({});
  if (isNone(typed)) return success({ passed: true });
  const session = await store.sessions.get(typed.trim().toUpperCase());
  const isTheirs =
    session !== undefined &&
    (may("session.read", session.siret) || teaches(actor.id, session, await store.schedules.get(session.reference)));
  return isTheirs ? success({ session: session.reference }) : unknown("session", "session", typed);
}

async function namedQuote({ store, may }: Desk, typed: string | undefined): Promise<Named> {
  if (typed === undefined) return success({});
  if (isNone(typed)) return success({ passed: true });
  const quote = await store.quotes.get(typed.trim().toUpperCase());
  return quote !== undefined && may("quote.read", quote.siret) ? success({ quote: quote.reference }) : unknown("quote", "devis", typed);
}

/** Things that are offered as buttons, beside the one that passes. */
const offered = 4;

interface Offered {
  readonly label: Label;
  readonly detail: Label;
  readonly command: string;
}

/** Which session or quote it is about, where the answer hangs on it and some may be the one. */
export async function askObject(desk: Desk, about: DiagnosisOf, place: string | undefined): Promise<Reply | undefined> {
  const { symptom, session, quote, passed } = about;
  const isSession = symptom === "session-invisible" || symptom === "attendance-undeclarable";
  const isKnown = isSession ? session !== undefined : quote !== undefined;
  if (passed === true || isKnown || (!isSession && symptom !== "quote-stuck")) return undefined;
  const things = isSession ? await sessionsOffered(desk, about, place) : await quotesOffered(desk, about, place);
  if (things.length === 0) return undefined;
  const none = { fr: isSession ? "aucune de celles-ci" : "aucun de ceux-ci", en: "none of these" };
  return done({
    title: titleOf(symptom),
    lines: [{ tone: "plain", text: isSession ? whichSession : whichQuote }],
    next: [...things.slice(0, offered).map(stepTo), { text: none, button: none, command: againWith({ ...about, passed: true }, place) }],
    data: { symptom, asks: "object" },
    trace: { details: { symptom, asks: "object" } },
  });
}

const whichSession = { fr: "De quelle session s'agit-il ?", en: "Which session is it about?" };
const whichQuote = { fr: "De quel devis s'agit-il ?", en: "Which quote is it about?" };

async function sessionsOffered(desk: Desk, about: DiagnosisOf, place: string | undefined): Promise<readonly Offered[]> {
  if (!desk.may("session.read", about.provider.siret)) return [];
  return (await likelySessions(desk, about)).map(({ reference, title, startsOn }) => ({
    label: same(`${reference} · ${title}`),
    detail: { fr: formatDay(startsOn), en: formatDay(startsOn, "en") },
    command: againWith({ ...about, session: reference }, place),
  }));
}

async function quotesOffered(desk: Desk, about: DiagnosisOf, place: string | undefined): Promise<readonly Offered[]> {
  if (!desk.may("quote.read", about.provider.siret)) return [];
  return (await likelyQuotes(desk, about)).map(({ reference, title, status }) => ({
    label: same(title === undefined ? reference : `${reference} · ${title}`),
    detail: quoteStatusLabels[status],
    command: againWith({ ...about, quote: reference }, place),
  }));
}

function stepTo({ label, detail, command }: Offered): NextStep {
  return { text: { fr: `${label.fr} (${detail.fr})`, en: `${label.en} (${detail.en})` }, button: label, command };
}
