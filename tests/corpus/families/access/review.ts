import { type Account, addDays, type Grant, isHarmless, type Provider, permissionsOf, prepareReview, type ReviewFacts } from "@kairos/core";
import type { Random } from "../../../trust/random.js";
import { faultsIn } from "../../seeded.js";
import { teamOf } from "../../team.js";

const inReview = faultsIn(teamOf, (facts) => {
  const { rows, establishment } = prepareReview(facts);
  return [...rows.flatMap(({ problems }) => problems), ...establishment];
});
const account = (isMeant: (grant: Grant) => boolean, change: (random: Random, facts: ReviewFacts) => Partial<Account>) =>
  inReview((facts, random) => {
    const { person } = random.pick(facts.grants.filter(isMeant));
    const changed = change(random, facts);
    return { ...facts, accounts: facts.accounts.map((one) => (one.person === person ? { ...one, ...changed } : one)) };
  });
const grant = (change: (random: Random, facts: ReviewFacts) => Partial<Grant>) =>
  inReview((facts, random) => {
    const changed = change(random, facts);
    return { ...facts, grants: facts.grants.map((one) => (isManager(one) ? one : { ...one, ...changed })) };
  });
const set = ({ provider, ...facts }: ReviewFacts, settings: Partial<Provider["settings"]>): ReviewFacts => ({
  ...facts,
  provider: { ...provider, settings: { ...provider.settings, ...settings } },
});
const anybody = () => true;
const isManager = ({ profile }: Grant) => profile === "rgc";
const isOrdinary = (one: Grant) => !isManager(one);

/** What a review remarks of a grant, and of the establishment. */
export const reviewFaults = {
  "access.leaver-active": account(anybody, (random, { today }) => ({
    [random.pick(["leftOn", "departedOn"])]: addDays(today, -random.int(200)),
  })),
  "access.shared-account": inReview((facts, random) => {
    const { person } = random.pick(facts.grants);
    const name = random.pick(["Accueil Bordeaux", "Secrétariat", "Service formation", "Équipe pédagogique"]);
    return random.chance(0.5)
      ? { ...facts, accounts: facts.accounts.map((one) => (one.person === person ? { ...one, shared: true } : one)) }
      : { ...facts, names: new Map([...facts.names, [person, name]]) };
  }),
  "access.inactive-account": inReview((facts, random) => {
    const { person } = random.pick(facts.grants);
    const lastOn = addDays(facts.today, -91 - random.int(150));
    return { ...facts, usage: facts.usage.map((use) => (use.person === person ? { ...use, lastOn } : use)) };
  }),
  "access.role-excess": inReview((facts, random) => {
    const clerk = facts.grants.find(isOrdinary);
    if (clerk === undefined) return undefined;
    const acting = permissionsOf(clerk.profile, clerk.siret, facts.own).filter((one) => !isHarmless(one));
    const unused = new Set([random.pick(acting), random.pick(acting)]);
    return { ...facts, usage: facts.usage.filter(({ person, permission }) => person !== clerk.person || !unused.has(permission)) };
  }),
  "access.grant-ending": grant((random, { today }) => ({ until: addDays(today, random.int(31)) })),
  "access.grant-ended": grant((random, { today }) => ({ until: addDays(today, -1 - random.int(59)) })),
  "access.password-due": account(isManager, (random, { today }) => ({ passwordChangedOn: addDays(today, -367 - random.int(700)) })),
  "access.password-rotation-user": inReview((facts, random) => {
    const { access } = facts.provider.settings;
    return set(facts, { access: { ...access, userPasswordMonths: 1 + random.int(3) } });
  }),
  "access.mfa-missing": account(anybody, () => ({ twoFactorOn: undefined })),
  "access.change-untraced": inReview((facts, random) => {
    const late = { ...random.pick(facts.grants), id: "H-0009", person: "julie", grantedBy: "nadia" };
    return { ...facts, grants: [...facts.grants, late] };
  }),
  "access.review-overdue": inReview(({ reviews, ...facts }, random) => {
    const nextOn = addDays(facts.today, -1 - random.int(200));
    return { ...facts, reviews: reviews.map((one) => ({ ...one, closed: one.closed && { ...one.closed, nextOn } })) };
  }),
  "access.single-manager": inReview((facts, random) => {
    const { id, person } = random.pick(facts.grants.filter(isManager));
    return random.chance(0.5)
      ? { ...facts, grants: facts.grants.filter((one) => one.id !== id) }
      : { ...facts, grants: facts.grants.map((one) => (one.person === person ? { ...one, revokedOn: facts.today } : one)) };
  }),
  "access.waiver-outdated": inReview((facts) => set(facts, { separationOfDuties: "waived" })),
};
