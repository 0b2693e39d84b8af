import {
  accessRefusals,
  decideOf,
  isProfileId,
  type Label,
  type OwnProfile,
  prepareReview,
  profileLabel,
  profileNamed,
  profiles,
  type ReviewDecision,
  type ReviewFacts,
  type ReviewRow,
  raise,
  reviewDecisionLabels,
} from "@kairos/core";
import { type CommandContext, command } from "../../command.js";
import { loadGrant, placeAmong } from "../../dossiers/access.js";
import { nextId } from "../../dossiers/next-id.js";
import { reviewReply, rowNamed } from "../../dossiers/review.js";
import { factsAfter, openReviewOf } from "../../dossiers/review-facts.js";
import { unknownReference } from "../../dossiers/unknown.js";
import { choice, given, optional, reference, text } from "../../options.js";
import { refused } from "../../reply.js";

export default command({
  words: {
    fr: ["decider", "Décide d'une ligne de la revue : garder, réduire ou retirer"],
    en: ["decide", "Decide on a row of the review: keep, reduce or withdraw"],
  },
  needs: "access.manage",
  visibility: "private",
  example: "/acces decider habilitation:H-0003 decision:garder motif:Remplace Nadia pendant son congé",
  options: {
    grant: reference("grant", { fr: ["habilitation", "Référence de l'habilitation"], en: ["grant", "Reference of the access grant"] }),
    decision: choice(
      { fr: ["decision", "Garder, réduire ou retirer"], en: ["decision", "Keep, reduce or withdraw"] },
      reviewDecisionLabels,
    ),
    profile: optional(
      reference("profile", {
        fr: ["profil", "Profil plus étroit ; celui qui est proposé par défaut"],
        en: ["profile", "Narrower profile; the proposed one by default"],
      }),
    ),
    reason: optional(text({ fr: ["motif", "Pourquoi, pour le rapport"], en: ["reason", "Why, for the report"] }, 200)),
  },
  async run(desk) {
    const { input, actor, store } = desk;
    const loaded = await loadGrant(store, input.grant);
    if (!loaded.ok) return refused(loaded.problems);
    const grant = loaded.value;
    const provider = await store.providers.get(grant.siret);
    if (provider === undefined) throw new Error(`The establishment of ${grant.id} is out of scope`);
    const { facts, review } = await openReviewOf(desk, provider);
    const trace = { trace: { object: grant.id, details: { decision: input.decision } } };
    if (review === undefined) return refused([raise(accessRefusals, "access.no-open-review", [], {})], trace);
    const row = rowNamed(prepareReview(facts, review), grant.id);
    if (row === undefined || (row.decided !== undefined && row.decided.decision !== "keep")) {
      return refused([unknownReference("grant", "habilitation", input.grant)], trace);
    }
    const profile = input.profile === undefined ? undefined : profileNamed(input.profile, facts.own);
    if (input.profile !== undefined && profile === undefined) {
      return refused([unknownReference("profile", "profil", input.profile)], trace);
    }
    const made = input.decision === "reduce" && profile === undefined ? await madeFrom(row, facts, desk) : undefined;
    const own = made === undefined ? facts.own : [...facts.own, made];
    const newId = input.decision === "reduce" ? await nextId(store, "H") : undefined;
    const decision = { decision: input.decision, by: actor.id, reason: input.reason, profile: profile ?? made?.id, newId };
    const decided = decideOf(row, review, { ...facts, own }, decision);
    if (!decided.ok) return refused(decided.problems, trace);
    if (made !== undefined) await store.ownProfiles.save(made);
    for (const changed of decided.value.grants) await store.grants.save(changed);
    await store.accessReviews.save(decided.value.review);
    const replacing = decided.value.grants.find(({ id }) => id === newId);
    const after = replacing === undefined ? undefined : profileLabel(replacing.profile, own);
    return reviewReply(factsAfter({ ...facts, own }, decided.value), decided.value.review, {
      actor: actor.id,
      place: await placeAmong(store, provider),
      said: [{ tone: "good", text: saidOf(input.decision, row.reviewed.name, grant.id, after) }],
      object: grant.id,
      details: {
        person: grant.person,
        decision: input.decision,
        profile: grant.profile,
        ...given({ to: replacing?.profile, replacedBy: newId }),
      },
    });
  },
});

/** Where no profile is narrow enough, the one held without what was never used becomes a profile of the provider's own. */
async function madeFrom(
  { reviewed: { grant }, narrower, remaining }: ReviewRow,
  { own, provider, today }: ReviewFacts,
  { store, actor }: Pick<CommandContext<unknown>, "store" | "actor">,
): Promise<OwnProfile | undefined> {
  if (narrower !== undefined || remaining.length === 0) return undefined;
  const base = isProfileId(grant.profile) ? grant.profile : own.find(({ id }) => id === grant.profile)?.base;
  if (base === undefined) return undefined;
  const id = await nextId(store, "PR");
  const name = `${profiles[base].label.fr} réduit (${grant.id})`;
  return { id, siret: provider.siret, name, base, permissions: [...remaining], changedOn: today, changedBy: actor.id };
}

function saidOf(decision: ReviewDecision, name: string, id: string, after: Label | undefined): Label {
  if (decision === "keep")
    return { fr: `${id} est gardée : rien ne change pour ${name}.`, en: `${id} is kept: nothing changes for ${name}.` };
  if (decision === "revoke")
    return {
      fr: `${id} est retirée : ${name} n'a plus ces droits, dès aujourd'hui.`,
      en: `${id} is withdrawn: ${name} no longer has these rights, from today on.`,
    };
  return {
    fr: `${id} est réduite : ${name} passe au profil « ${after?.fr ?? ""} ».`,
    en: `${id} is reduced: ${name} moves to the profile “${after?.en ?? ""}”.`,
  };
}
