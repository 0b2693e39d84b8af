import {
  accessRefusals,
  failure,
  formatDay,
  type Label,
  type Language,
  type Membership,
  type MembershipAction,
  type MembershipLetter,
  type MembershipSituation,
  type MembershipStanding,
  membershipActionLabels,
  membershipDocumentLabels,
  membershipStanding,
  membershipStateLabels,
  type Permission,
  type Provider,
  qualiopiCategoryLabels,
  type Result,
  raise,
  sirenOf,
  success,
} from "@kairos/core";
import type { CommandContext } from "../command.js";
import { done, line, type NextStep, type Reply, type ReplyLine, same } from "../reply.js";

type Desk = Pick<CommandContext<unknown>, "store" | "today" | "provider">;

/** The establishment the desk works for, as far as the person may act for it, with its path to the portal. */
export async function loadMembership({ store, today, provider }: Desk, permission: Permission): Promise<Result<MembershipSituation>> {
  const [own, membership, [head]] = await Promise.all([
    provider && store.providers.get(provider.siret),
    provider && store.memberships.get(provider.siret),
    store.providers.list(),
  ]);
  if (own === undefined) return failure(raise(accessRefusals, "access.missing-permission", [], { permission, managers: [] }));
  return success({ provider: own, membership, head: head?.siret, today });
}

/** Keeps what a step changed, and nothing else. */
export async function saveAdvanced(
  { store }: Pick<Desk, "store">,
  before: Provider,
  { membership, provider }: { readonly membership: Membership; readonly provider: Provider },
): Promise<void> {
  if (provider !== before) await store.providers.save(provider);
  await store.memberships.save(membership);
}

/** Where the provider stands, who must act and what comes next, in sentences without a name. */
export function standingAnswer(
  situation: MembershipSituation,
  said: readonly ReplyLine[],
  details: Readonly<Record<string, string>> = {},
): Reply {
  const standing = membershipStanding(situation);
  const { provider } = situation;
  const { state, kind, problems } = standing;
  const stands = kind === "untracked" ? untracked : membershipStateLabels[state];
  const title = (language: Language) => `${language === "fr" ? "Adhésion" : "Membership"} · ${provider.name} · ${stands[language]}`;
  return done({
    title: { fr: title("fr"), en: title("en") },
    lines: [...said, ...sentencesOf(standing)],
    problems: problems.filter(({ severity }) => severity === "error"),
    next: nextSteps(standing, provider),
    data: { siret: provider.siret, state, endsOn: provider.agreement?.endsOn },
    trace: { object: provider.siret, details },
  });
}

const untracked: Label = { fr: "non suivie ici", en: "not followed here" };

/** What each step is called where it is chosen. */
export const stepLabels: Readonly<Record<Exclude<MembershipAction, "prepare">, Label>> = {
  send: { fr: "envoi", en: "sending" },
  approve: { fr: "accord", en: "approval" },
  refuse: { fr: "refus", en: "refusal" },
  receive: { fr: "courrier", en: "letter" },
  open: { fr: "ouverture", en: "opening" },
  grant: { fr: "droits", en: "rights" },
  activate: { fr: "icône", en: "icon" },
  suspend: { fr: "suspension", en: "suspension" },
  resume: { fr: "reprise", en: "resumption" },
  "request-renewal": { fr: "demande de renouvellement", en: "renewal request" },
  renew: { fr: "renouvellement", en: "renewal" },
  declare: { fr: "déjà active", en: "already active" },
};

export const letterLabels: Readonly<Record<MembershipLetter, Label>> = {
  "identifier-letter": { fr: "identifiant", en: "identifier" },
  "password-letter": { fr: "mot de passe", en: "password" },
};

function sentencesOf({ where, since, state, agreement, awaited, who, next }: MembershipStanding): readonly ReplyLine[] {
  const whereTone = tones[state] ?? "plain";
  const missing = (language: Language) => awaited.map((document) => membershipDocumentLabels[document][language]).join(", ");
  return [
    since === undefined
      ? { tone: whereTone, text: where }
      : line(whereTone, `${where.fr} Dernière étape le ${formatDay(since)}.`, `${where.en} Last step on ${formatDay(since, "en")}.`),
    ...(agreement === undefined ? [] : [endSentence(agreement)]),
    ...(awaited.length === 0 ? [] : [line("plain", `On attend : ${missing("fr")}.`, `Awaited: ${missing("en")}.`)]),
    { tone: "plain", text: { fr: `${parties[who].fr}${next.fr}`, en: `${parties[who].en}${next.en}` } },
  ];
}

function endSentence({ endsOn, number, assumed }: NonNullable<Provider["agreement"]>): ReplyLine {
  const named = number === undefined ? "" : ` ${number}`;
  const [fr, en] = [`Adhésion${named} jusqu'au ${formatDay(endsOn)}`, `Agreement${named} until ${formatDay(endsOn, "en")}`];
  return assumed === true
    ? line("warning", `${fr}, date supposée : vérifiez sur le courrier.`, `${en}, a supposed date: check on the letter.`)
    : line("plain", `${fr}.`, `${en}.`);
}

const tones: Readonly<Partial<Record<MembershipStanding["state"], ReplyLine["tone"]>>> = {
  active: "good",
  expiring: "warning",
  suspended: "warning",
  refused: "warning",
  expired: "bad",
};

const parties: Readonly<Record<MembershipStanding["who"], Label>> = {
  manager: { fr: "Au RGC d'agir. ", en: "The account manager (RGC) must act. " },
  agency: { fr: "À France Travail d'agir. ", en: "France Travail must act. " },
  nobody: { fr: "", en: "" },
};

function nextSteps(standing: MembershipStanding, { agreement, settings }: Provider): readonly NextStep[] {
  const steps = standing.actions.flatMap((action) => stepsFor(action, standing.awaited));
  const portal = standing.state === "identifiers-received" && settings.portalHost === undefined;
  const supposed = agreement?.assumed === true;
  return [...(portal ? [portalStep] : []), ...steps, ...(supposed ? [endStep] : [])];
}

/** Not a button: what is typed in its form would wait in a draft. */
const portalStep: NextStep = {
  text: {
    fr: "enregistrer l'adresse du portail, lue sur le courrier, avec /adhesion portail",
    en: "record the portal's address, read on the letter, with /membership portal",
  },
};

const endStep: NextStep = {
  text: { fr: "corriger la date de fin d'après le courrier", en: "correct the end from the letter" },
  command: "/organisme completer adhesion-fin:…",
};

function stepsFor(action: MembershipAction, awaited: readonly MembershipLetter[]): readonly NextStep[] {
  if (action === "prepare") {
    return [{ text: membershipActionLabels.prepare, command: "/adhesion preparer" }];
  }
  const command = `/adhesion etape etape:${stepLabels[action].fr}`;
  if (action !== "receive") return [{ text: membershipActionLabels[action], command }];
  return awaited.map((letter) => {
    const { fr, en } = membershipDocumentLabels[letter];
    return {
      text: { fr: `noter l'arrivée du ${fr}`, en: `record that the ${en} arrived` },
      command: `${command} lettre:${letterLabels[letter].fr}`,
    };
  });
}

/** What the request says of the provider, to be read again before it is sent. */
export function requestFields(
  { provider, membership }: MembershipSituation,
  names: ReadonlyMap<string, string>,
): NonNullable<Reply["fields"]> {
  const { siret, address, activityNumber, qualiopi, contact } = provider;
  const categories = (language: Language) => qualiopi?.categories.map((one) => qualiopiCategoryLabels[one][language]).join(", ");
  const called = (person: string | undefined) => (person === undefined ? "—" : (names.get(person) ?? person));
  return [
    { name: { fr: "SIRET, SIREN", en: "SIRET, SIREN" }, value: same(`${siret}, ${sirenOf(siret)}`) },
    {
      name: { fr: "Adresse", en: "Address" },
      value: same(address === undefined ? "—" : `${address.street}, ${address.postalCode} ${address.city}`),
    },
    { name: { fr: "NDA", en: "Activity number" }, value: same(activityNumber ?? "—") },
    {
      name: { fr: "Qualiopi", en: "Qualiopi" },
      value:
        qualiopi === undefined
          ? same("—")
          : {
              fr: `${categories("fr")}, jusqu'au ${formatDay(qualiopi.endsOn)}`,
              en: `${categories("en")}, until ${formatDay(qualiopi.endsOn, "en")}`,
            },
    },
    {
      name: { fr: "Contact", en: "Contact" },
      value: same([contact.name, contact.email, contact.phone].filter(Boolean).join(" · ") || "—"),
    },
    { name: { fr: "RGC", en: "Account manager (RGC)" }, value: same(called(membership?.manager)) },
    { name: { fr: "Suppléant", en: "Deputy" }, value: same(called(membership?.deputy)) },
  ];
}
