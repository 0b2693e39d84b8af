import {
  activityNumberSchema,
  addDays,
  advanceMembership,
  checkMembership,
  checkProvider,
  type MembershipAct,
  type MembershipSituation,
  type Provider,
  type portalRefusals,
  type QualiopiCategory,
  sirenSchema,
  siretSchema,
} from "@kairos/core";
import type { Random } from "../../trust/random.js";
import { approvalOf, membershipOf, type PathStep } from "../membership.js";
import { problemsOf } from "../problems.js";
import { providerOf } from "../provider.js";
import { type Dossier, faultsIn } from "../seeded.js";
import type { FaultsOf } from "./index.js";

/** The provider on the day its quote is looked at, and the training it would give. */
function training(dossier: Dossier) {
  const { session, today } = dossier.situation;
  const provider = providerOf(dossier);
  if (provider?.qualiopi === undefined || provider.agreement === undefined || session === undefined) return undefined;
  const { startsOn, endsOn } = session;
  const category: QualiopiCategory = session.category;
  return { provider, today, training: { startsOn, endsOn, category } };
}
const inProvider = faultsIn(training, checkProvider);
const provider = (change: (situation: NonNullable<ReturnType<typeof training>>, random: Random) => Partial<Provider> | undefined) =>
  inProvider((situation, random) => {
    const changed = change(situation, random);
    return changed && { ...situation, provider: { ...situation.provider, ...changed } };
  });
const settings = (change: (of: Provider["settings"], random: Random) => Partial<Provider["settings"]>) =>
  provider(({ provider: { settings: kept } }, random) => ({ settings: { ...kept, ...change(kept, random) } }));

const inRequest = faultsIn(membershipOf, checkMembership);
const request = (change: (random: Random, situation: MembershipSituation) => Partial<MembershipSituation>) =>
  inRequest((situation, random) => ({ ...situation, ...change(random, situation) }));
const named = (names: (random: Random) => { manager?: string; deputy?: string }) =>
  request((random, { membership }) => {
    const {
      manager: _manager,
      deputy: _deputy,
      ...unnamed
    } = membership ?? { siret: "" as never, status: "sent", documents: {}, steps: [] };
    return { membership: { ...unnamed, ...names(random) } };
  });

const inStep = faultsIn(approvalOf, ({ situation, action, act }) => problemsOf(advanceMembership(situation, action, act)));
const bare = ({ by, at, on }: MembershipAct): MembershipAct => ({ by, at, on });

export const heldOfMembership = {
  "org.portal-address": "tests/bot/adhesion.test.ts",
} satisfies Partial<Record<keyof typeof portalRefusals, string>>;

export const membershipFaults: Omit<FaultsOf<"membership">, keyof typeof heldOfMembership> = {
  "org.qualiopi-missing": provider(() => ({ qualiopi: undefined })),
  "org.qualiopi-expired": provider(
    ({ provider: { qualiopi }, today }, random) => qualiopi && { qualiopi: { ...qualiopi, endsOn: addDays(today, -1 - random.int(400)) } },
  ),
  "org.qualiopi-category": provider(
    ({ provider: { qualiopi } }, random) =>
      qualiopi && {
        qualiopi: { ...qualiopi, categories: random.pick([["skills-review"], ["prior-learning", "apprenticeship"], ["apprenticeship"]]) },
      },
  ),
  "org.qualiopi-ends-before-session": provider(({ provider: { qualiopi }, today, training: { startsOn, endsOn } }, random) => {
    const day = addDays(random.pick([startsOn, endsOn]), -1 - random.int(3));
    return qualiopi && day >= today ? { qualiopi: { ...qualiopi, endsOn: day } } : undefined;
  }),
  "org.agreement-expired": provider(
    ({ provider: { agreement }, today }, random) =>
      agreement && { agreement: { ...agreement, endsOn: addDays(today, -1 - random.int(700)) } },
  ),
  "org.agreement-expiring": provider(
    ({ provider: { agreement }, today }, random) => agreement && { agreement: { ...agreement, endsOn: addDays(today, random.int(91)) } },
  ),
  "id.siret-siren-mismatch": provider((_situation, random) => ({
    siren: sirenSchema.parse(random.pick(["732829320", "552081317", "443061841"])),
  })),
  "id.nda-layout": provider((_situation, random) => ({
    activityNumber: activityNumberSchema.parse(`${random.pick(["05", "12", "57", "60", "99"])}33123${400 + random.int(600)}3`),
  })),
  "privacy.log-retention": settings((_kept, random) => ({ trail: { retentionMonths: 13 + random.int(24) } })),
  "org.field-missing": request((random, { provider: { contact, ...provider } }) => {
    const field = random.pick(["address", "activityNumber", "name", "email", "phone"] as const);
    if (field === "address" || field === "activityNumber") return { provider: { ...provider, contact, [field]: undefined } };
    return { provider: { ...provider, contact: { ...contact, [field]: undefined } } };
  }),
  "org.rgc-missing": named((random) => (random.chance(0.5) ? {} : { deputy: "karim" })),
  "org.rgc-single": named((random) => ({ manager: random.pick(["nadia", "karim", "omar"]) })),
  "org.rgc-deputy-same": named((random) => {
    const person = random.pick(["nadia", "karim", "omar"]);
    return { manager: person, deputy: person };
  }),
  "org.establishment-other-siren": request((random) => ({
    head: siretSchema.parse(random.pick(["73282932000074", "55208131766522", "44306184100047"])),
  })),
  "membership.transition-illegal": inStep(({ situation, act }, random) => ({
    situation,
    action: random.pick(["prepare", "send", "receive", "open", "grant", "activate", "resume", "renew", "declare"] as const),
    act: bare(act),
  })),
  "membership.act-too-early": inStep(({ act, ...step }, random) => ({
    ...step,
    act: { ...act, on: addDays(act.on ?? "", -41 - random.int(300)) },
  })),
  "membership.end-too-early": inStep(({ act, ...step }, random) => ({
    ...step,
    act: { ...act, endsOn: addDays(act.on ?? "", -random.int(400)) },
  })),
  "membership.detail-misplaced": inStep(({ situation, act }, random) => {
    const { by, at, on, endsOn, number } = act;
    return random.pick<PathStep>([
      { situation, action: "refuse", act: { by, at, on, endsOn } },
      { situation, action: "refuse", act: { by, at, on, number } },
      { situation, action: "approve", act: { ...act, letter: random.pick(["identifier-letter", "password-letter"]) } },
    ]);
  }),
};
