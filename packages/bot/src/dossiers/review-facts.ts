import {
  type AccessReview,
  type Decree,
  dayOf,
  type IsoDate,
  openReview,
  type Permission,
  type Provider,
  type ReviewFacts,
  type Usage,
} from "@kairos/core";
import { type CommandContext, type Commands, rightsFor } from "../command.js";
import type { Store } from "../store/store.js";
import { namesIn } from "./people.js";

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
    exercisable: new Set([...commands.values()].flatMap(({ needs }) => rightsFor(needs)).concat("answer.publish")),
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
    return permissionsOf(act, commands).map((permission) => ({ person: actor, permission, lastOn: dayOf(lastAt, zone) }));
  });
}

/** The rights an act may stand for; previews and dropped ones used none. */
function permissionsOf(act: string, commands: Commands): readonly Permission[] {
  const [noun = "", verb = "", stage] = act.split(".");
  if (stage === "publier") return ["answer.publish"];
  const needs = stage === undefined ? commands.get(`${noun} ${verb}`.trim())?.needs : undefined;
  return rightsFor(needs ?? "none");
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
