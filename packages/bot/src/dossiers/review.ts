import {
  type AccessReview,
  type Decree,
  dayOf,
  formatDay,
  type IsoDate,
  type Label,
  openReview,
  type Permission,
  type PreparedReview,
  type Provider,
  prepareReview,
  profileLabel,
  type ReviewFacts,
  type ReviewRow,
  reviewDecisionLabels,
  type Usage,
} from "@kairos/core";
import type { CommandContext, Commands } from "../command.js";
import { done, line, type NextStep, type Reply, type ReplyLine, type ReplyTable, same } from "../reply.js";
import type { Store } from "../store/store.js";
import { inWords } from "./access.js";
import { namesIn } from "./people.js";
import { titlesOf } from "./problem-titles.js";

type Desk = Pick<CommandContext<unknown>, "store" | "today" | "commands">;

/** Everything the review of one establishment looks at, the trail's own account of what was used included. */
async function reviewFactsOf({ store, today, commands }: Desk, provider: Provider): Promise<ReviewFacts> {
  const ofHere = <One extends { readonly siret: string }>(list: readonly One[]) => list.filter(({ siret }) => siret === provider.siret);
  const [grants, own, reviews] = [
    ofHere(await store.grants.list()),
    await store.ownProfiles.list(),
    ofHere(await store.accessReviews.list()),
  ];
  const { timeZone } = provider.settings;
  return {
    provider,
    today,
    grants,
    own: ofHere(own),
    accounts: await store.accounts.list(),
    names: await namesIn(store),
    usage: await usageIn(store, commands, timeZone),
    exercisable: new Set(
      [...commands.values()].flatMap(({ needs }) => (needs === "none" || needs === "founding" ? [] : needs)).concat("answer.publish"),
    ),
    ...(await tracesIn(store, provider, grants, reviews)),
    reviews,
  };
}

/** The review under way, and where it stands. */
export async function openReviewOf(
  desk: Desk,
  provider: Provider,
): Promise<{ readonly facts: ReviewFacts; readonly review: AccessReview | undefined }> {
  const facts = await reviewFactsOf(desk, provider);
  return { facts, review: openReview(facts.reviews) };
}

/** The same once a row is decided: the trail is not read again. */
export function factsAfter(facts: ReviewFacts, { review, grants }: Decree): ReviewFacts {
  const changed = new Map(grants.map((grant) => [grant.id, grant]));
  const kept = facts.grants.map((grant) => changed.get(grant.id) ?? grant);
  const given = grants.filter(({ id }) => !facts.grants.some((grant) => grant.id === id));
  return {
    ...facts,
    grants: [...kept, ...given],
    traced: new Set([...facts.traced, ...given.map(({ id }) => id)]),
    reviews: facts.reviews.map((one) => (one.id === review.id ? review : one)),
  };
}

/** What each person did under each right, from the acts the trail keeps. */
async function usageIn(store: Store, commands: Commands, zone: string): Promise<readonly Usage[]> {
  const used = await store.audit.usage("");
  return used.flatMap(({ actor, act, lastAt }) => {
    const permission = permissionOf(act, commands);
    return permission === undefined ? [] : [{ person: actor, permission, lastOn: dayOf(lastAt, zone) }];
  });
}

/** The right an act stands for; previews and dropped ones used none. */
function permissionOf(act: string, commands: Commands): Permission | undefined {
  const [noun = "", verb = "", stage] = act.split(".");
  if (stage === "publier") return "answer.publish";
  const needs = stage === undefined ? commands.get(`${noun} ${verb}`.trim())?.needs : undefined;
  return needs === "none" || needs === "founding" ? undefined : needs;
}

/** Which grants the trail saw given, and from which day on it still says so. */
async function tracesIn(store: Store, { siret, settings }: Provider, grants: ReviewFacts["grants"], reviews: ReviewFacts["reviews"]) {
  const traced = new Set(reviews.flatMap(({ decisions }) => decisions.flatMap(({ replacedBy }) => replacedBy ?? [])));
  for await (const { outcome, details } of store.audit.entries({ object: siret })) {
    if (outcome === "done" && typeof details.grant === "string") traced.add(details.grant);
  }
  for (const { id } of grants) {
    for await (const { outcome, act } of store.audit.entries({ object: id })) {
      if (outcome === "done" && act === "acces.accorder") traced.add(id);
    }
  }
  let trailFrom: IsoDate | undefined;
  for await (const { sequence, at } of store.audit.entries()) {
    trailFrom = sequence > 1 ? dayOf(at, settings.timeZone) : undefined;
    break;
  }
  return { traced, trailFrom };
}

/** A review as it is shown: where it stands, the row to decide upon with its three answers, then every row. */
export function reviewReply(
  facts: ReviewFacts,
  review: AccessReview,
  shown: {
    readonly said?: readonly ReplyLine[];
    readonly grant?: string | undefined;
    readonly object?: string;
    readonly details?: Record<string, string>;
  },
): Reply {
  const prepared = prepareReview(facts, review);
  const row = shown.grant === undefined ? prepared.rows.find(({ isWaiting }) => isWaiting) : rowNamed(prepared, shown.grant);
  return done({
    title: {
      fr: `Revue des habilitations ${review.id} · ouverte le ${formatDay(review.openedOn)}`,
      en: `Access review ${review.id} · opened on ${formatDay(review.openedOn, "en")}`,
    },
    lines: [...(shown.said ?? []), progress(prepared), ...(row === undefined ? [] : [headOf(row, facts)])],
    problems: [...(shown.said === undefined && shown.grant === undefined ? prepared.establishment : []), ...(row?.problems ?? [])],
    // Between two decisions, the next row is enough.
    ...((shown.said === undefined || row === undefined) && { table: tableOf(prepared, facts) }),
    next: row === undefined ? [closing] : answersTo(row, facts),
    data: { review: review.id, waiting: prepared.rows.filter(({ isWaiting }) => isWaiting).map(({ reviewed }) => reviewed.grant.id) },
    trace: { object: shown.object ?? review.id, ...(shown.details !== undefined && { details: shown.details }) },
  });
}

export function rowNamed({ rows }: PreparedReview, grant: string): ReviewRow | undefined {
  return rows.find(({ reviewed }) => reviewed.grant.id === grant.toUpperCase());
}

function progress({ rows }: PreparedReview): ReplyLine {
  const count = (test: (row: ReviewRow) => boolean) => rows.filter(test).length;
  const [waiting, decided] = [count(({ isWaiting }) => isWaiting), count(({ decided }) => decided !== undefined)];
  const rest = rows.length - waiting - decided;
  const tone = waiting === 0 ? "good" : "plain";
  return line(
    tone,
    `À décider : ${waiting} · décidées : ${decided} · sans remarque à trancher : ${rest}, gardées à la clôture.`,
    `To decide: ${waiting} · decided: ${decided} · nothing to decide: ${rest}, kept when the review is closed.`,
  );
}

function headOf({ reviewed: { grant, name } }: ReviewRow, { own }: ReviewFacts): ReplyLine {
  const { fr, en } = profileLabel(grant.profile, own);
  return line(
    "plain",
    `${grant.id} · ${name} · ${fr}, depuis le ${formatDay(grant.from)} : ${grant.reason}`,
    `${grant.id} · ${name} · ${en}, since ${formatDay(grant.from, "en")}: ${grant.reason}`,
  );
}

/** The three answers, one click each. */
function answersTo(row: ReviewRow, { own }: ReviewFacts): readonly NextStep[] {
  const { grant } = row.reviewed;
  const reduction = reductionOf(row, own);
  const decide = (decision: string) => `/acces decider habilitation:${grant.id} decision:${decision}`;
  return [
    { text: { fr: `garder ${grant.id}`, en: `keep ${grant.id}` }, command: decide("garder") },
    ...(reduction === undefined ? [] : [{ text: reduction, command: decide("réduire") }]),
    { text: { fr: `retirer ${grant.id}`, en: `withdraw ${grant.id}` }, command: decide("retirer") },
  ];
}

/** To a profile that exists, else to what is left of this one without what was never used. */
function reductionOf({ reviewed: { grant, permissions }, narrower, remaining }: ReviewRow, own: ReviewFacts["own"]): Label | undefined {
  if (narrower !== undefined) {
    const { fr, en } = profileLabel(narrower, own);
    return { fr: `réduire ${grant.id} à « ${fr} »`, en: `reduce ${grant.id} to “${en}”` };
  }
  if (remaining.length === 0) return undefined;
  const { fr, en } = inWords(permissions.filter((permission) => !remaining.includes(permission)));
  return { fr: `réduire ${grant.id}, sans : ${fr}`, en: `reduce ${grant.id}, without: ${en}` };
}

const closing: NextStep = {
  text: { fr: "tout est décidé : clore la revue et signer le rapport", en: "all is decided: close the review and sign the report" },
  command: "/acces cloturer",
};

function tableOf({ rows }: PreparedReview, facts: ReviewFacts): ReplyTable {
  return { columns, rows: rows.map((row) => cellsOf(row, facts)), open: { path: "acces revue", option: "habilitation" } };
}

function cellsOf({ reviewed: { grant, name }, problems, decided, isWaiting }: ReviewRow, { own }: ReviewFacts) {
  return [
    same(grant.id),
    same(name),
    profileLabel(grant.profile, own),
    problems.length === 0 ? { fr: "aucune", en: "none" } : titlesOf(problems.map(({ code }) => code)),
    decided === undefined ? (isWaiting ? { fr: "à décider", en: "to decide" } : same("—")) : reviewDecisionLabels[decided.decision],
  ];
}

const columns = [
  { fr: "N°", en: "No." },
  { fr: "Personne", en: "Person" },
  { fr: "Profil", en: "Profile" },
  { fr: "Remarques", en: "Remarks" },
  { fr: "Décision", en: "Decision" },
];
