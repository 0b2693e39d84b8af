import {
  causes,
  failure,
  type Incident,
  type IncidentSituation,
  incidentRefusals,
  inputRules,
  type Result,
  raise,
  readMoment,
  recogniseSymptom,
  success,
} from "@kairos/core";
import type { CommandContext } from "../command.js";
import type { CleanedPicture } from "../files/picture/clean.js";
import { given } from "../options.js";
import type { ReplyLine } from "../reply.js";
import type { Store } from "../store/store.js";
import { fileNameLines, keptText, maskedLines, newlyMasked, removedLines } from "./incident-masking.js";
import type { Told } from "./incident-options.js";
import { routeOf, unrouted } from "./incident-route.js";
import { withIncident } from "./incidents.js";
import { unknown } from "./unknown.js";

/** An incident as it stands once somebody has told more of it, and what they must know of what was done with it. */
export interface Heard {
  readonly situation: IncidentSituation;
  readonly lines: readonly ReplyLine[];
}

type Desk = Pick<CommandContext<unknown>, "store" | "actor" | "now" | "today">;

/** Adds what was told to an incident: masked, dated on the establishment's clocks, its picture kept. Nothing is saved of the incident. */
export async function hear(
  desk: Desk,
  situation: IncidentSituation,
  told: Partial<Told>,
  picture?: CleanedPicture,
): Promise<Result<Heard>> {
  const { store, now } = desk;
  const { incident: before, provider } = situation;
  const user = told.portalUser ?? before.portalUser;
  if (told.portalUser !== undefined && !isPortalUser(told.portalUser)) {
    return failure(raise(incidentRefusals, "ticket.user-id-unlike", ["identifiant"], {}));
  }
  const { masking } = withIncident(situation, { ...before, ...given({ portalUser: user }) });
  const occurredAt = told.moment === undefined ? before.occurredAt : readMoment(told.moment, now, before.timeZone);
  if (told.moment !== undefined && occurredAt === undefined) {
    const value = keptText(told.moment, masking, 40);
    return failure(raise(incidentRefusals, "ticket.time-unreadable", ["moment"], { value }));
  }
  const texts = given({
    message: told.message && keptText(told.message, masking, 2000),
    steps: told.steps && keptText(told.steps, masking, 2000),
    browser: told.browser && keptText(told.browser, masking, 60),
  });
  const about = await referencesIn(store, before, told, texts);
  if (!about.ok) return about;
  const screenshots = await picturesWith(store, before, picture);
  if (!screenshots.ok) return screenshots;
  const words = [texts.message ?? before.message, texts.steps ?? before.steps].filter(Boolean).join("\n");
  const symptom = symptomOf(before, told, words);
  const route = await routeOf(desk, { before, provider, symptom, words, ...about.value }, told);
  const checked = told.pictureChecked ?? (picture === undefined && before.pictureChecked);
  const incident: Incident = {
    ...unrouted(before),
    ...texts,
    ...given({ portalUser: user, occurredAt, ...about.value, ...route }),
    symptom,
    screenshots: screenshots.value,
    pictureChecked: checked && screenshots.value.length > 0,
  };
  const former = [before.message, before.steps, before.browser].filter((text) => text !== undefined);
  const current = [incident.message, incident.steps, incident.browser].filter((text) => text !== undefined);
  return success({
    situation: withIncident(situation, incident),
    lines: [...maskedLines(newlyMasked(former, current)), ...fileNameLines(told.picture?.name, masking), ...removedLines(picture)],
  });
}

/** Letters, digits and the four signs an identifier may hold; what was masked in it shows by its brackets. */
function isPortalUser(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._@-]{2,59}$/.test(text);
}

/** The quote and the session, as they are named or recognised in the words; only those that exist. */
async function referencesIn(
  store: Store,
  before: Incident,
  told: Partial<Told>,
  { message = "", steps = "" }: { readonly message?: string; readonly steps?: string },
): Promise<Result<{ readonly quote?: string; readonly session?: string }>> {
  const words = `${message} ${steps}`.match(/[\p{L}\p{N}][\p{L}\p{N}_.-]*-[\p{L}\p{N}_.-]*[\p{L}\p{N}]/gu)?.slice(0, mostReferences) ?? [];
  const quote = await firstOf(told.quote === undefined ? words : [told.quote], (word) => store.quotes.get(word.toUpperCase()));
  if (told.quote !== undefined && quote === undefined) return unknown("quote", "devis", told.quote);
  const session = await firstOf(
    told.session === undefined ? words : [told.session],
    async (word) => (await store.sessions.get(word)) ?? (await store.sessions.get(word.toUpperCase())),
  );
  if (told.session !== undefined && session === undefined) return unknown("session", "session", told.session);
  const found = told.quote === undefined && before.quote !== undefined ? undefined : quote;
  return success(
    given({
      quote: found?.reference,
      session: session?.reference ?? before.session ?? found?.sessionReference,
    }),
  );
}

async function firstOf<Thing>(words: readonly string[], look: (word: string) => Promise<Thing | undefined>): Promise<Thing | undefined> {
  for (const word of words) {
    const found = await look(word);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Words of a text that are looked up: more of them are a list that somebody pasted. */
const mostReferences = 20;

/** The pictures with one more, under the number of the incident: a number that was used names nothing else. */
async function picturesWith(
  store: Store,
  { reference, screenshots }: Incident,
  picture?: CleanedPicture,
): Promise<Result<Incident["screenshots"]>> {
  if (picture === undefined) return success(screenshots);
  const digest = await store.files.put(picture.bytes);
  if (screenshots.some((one) => one.digest === digest)) return success(screenshots);
  if (screenshots.length >= mostPictures) return failure(raise(inputRules, "input.too-many", ["capture"], { most: mostPictures }));
  const last = Math.max(0, ...screenshots.map(({ fileName }) => rankOf(fileName)));
  const extension = picture.mediaType === "image/png" ? "png" : "jpg";
  return success([...screenshots, { fileName: `${reference}-${last + 1}.${extension}`, mediaType: picture.mediaType, digest }]);
}

const mostPictures = 5;

/** `INC-2026-0001-2.png` is the second. */
export function rankOf(fileName: string): number {
  return Number(/-(\d+)\.[a-z]+$/.exec(fileName)?.[1] ?? 0);
}

function symptomOf(before: Incident, told: Partial<Told>, words: string): Incident["symptom"] {
  if (told.symptom !== undefined) return told.symptom;
  if (told.cause !== undefined) return causes[told.cause].symptom;
  return before.symptom === "other" ? (recogniseSymptom(words) ?? "other") : before.symptom;
}
