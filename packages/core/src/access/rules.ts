import { formatDay, type IsoDate } from "../shared/calendar.js";
import { found, judgeBy, nothing, type ProblemOf, refusal, ruleAbout } from "../shared/rules.js";
import { type Grant, isInForce } from "./grant.js";
import { type Permission, permissionLabels } from "./profiles.js";

/** A grant about to be given or taken back, among those that exist. */
export interface GrantSituation {
  readonly grant: Grant;
  readonly action: "give" | "revoke";
  readonly by: string;
  /** Every grant of the establishment. */
  readonly grants: readonly Grant[];
  readonly today: IsoDate;
}

const rule = ruleAbout<GrantSituation>();

/** What a grant must respect when it is given or revoked. */
export const grantRules = {
  "access.self-granted": rule({
    severity: "error",
    source: "cnil-san-2026-003",
    check: ({ grant, action, by }) => (action === "give" && grant.person === by ? found(["person"], {}) : nothing),
    fr: () => ({
      what: "Personne ne s'accorde un droit à soi-même.",
      why: "Un droit que nul autre n'a décidé ne se voit pas et ne se contrôle pas.",
      mend: "Demandez à un autre RGC de l'accorder ; s'il n'y en a pas, habilitez d'abord une seconde personne comme RGC.",
    }),
  }),
  "access.last-rgc": rule({
    severity: "error",
    source: "kairos-article",
    check: ({ grant, action, grants, today }) => {
      if (action !== "revoke" || grant.profile !== "rgc") return nothing;
      const others = grants.filter(
        (other) =>
          other.id !== grant.id &&
          other.siret === grant.siret &&
          other.profile === "rgc" &&
          other.person !== grant.person &&
          isInForce(other, today) &&
          outlasts(other, grant),
      );
      return others.length === 0 ? found(["id"], {}) : nothing;
    },
    fr: () => ({
      what: "C'est le dernier RGC de l'établissement.",
      why: "Sans RGC, plus personne ne pourrait accorder ni retirer de droits.",
      mend: "Nommez d'abord un autre RGC, puis retirez celui-ci.",
    }),
  }),
  "access.dates-order": rule({
    severity: "error",
    source: "desk-practice",
    check: ({ grant, action }) =>
      action === "give" && grant.until !== undefined && grant.until < grant.from
        ? found(["until"], { from: grant.from, until: grant.until })
        : nothing,
    fr: ({ from, until }) => ({
      what: `L'habilitation finirait le ${formatDay(until)}, avant de commencer (${formatDay(from)}).`,
      why: "Elle ne donnerait jamais aucun droit.",
      mend: "Corrigez la date de début ou de fin.",
    }),
  }),
  "access.already-granted": rule({
    severity: "error",
    source: "desk-practice",
    check: ({ grant, action, grants }) => {
      if (action !== "give") return nothing;
      const same = grants.find((other) => other.person === grant.person && other.profile === grant.profile && meets(grant, other));
      return same === undefined ? nothing : found(["profile"], { grant: same.id });
    },
    fr: ({ grant }) => ({
      what: `Cette personne a déjà ce profil (habilitation ${grant}).`,
      why: "Deux habilitations égales se retirent mal : on en oublie toujours une.",
      mend: "Gardez l'habilitation existante, ou retirez-la d'abord.",
    }),
  }),
};

/** Why an act is refused to a person. */
export const accessRefusals = {
  "access.not-founded": refusal<object>({
    severity: "error",
    source: "desk-practice",
    fr: () => ({
      what: "Aucun espace n'est encore ouvert ici.",
      why: "Les droits sont accordés par le RGC d'un organisme.",
      mend: "Enregistrez d'abord l'organisme : qui le fait en devient le premier RGC.",
    }),
  }),
  "access.already-founded": refusal<object>({
    severity: "error",
    source: "desk-practice",
    fr: () => ({
      what: "L'espace de cet organisme est déjà ouvert.",
      why: "Il ne s'ouvre qu'une fois ; ensuite, c'est le RGC qui accorde les droits.",
      mend: "Demandez au RGC de vous habiliter.",
    }),
  }),
  "access.not-administrator": refusal<object>({
    severity: "error",
    source: "desk-practice",
    fr: () => ({
      what: "Refusé : seul le propriétaire ou un administrateur du serveur ouvre l'espace de l'organisme.",
      why: "Qui ouvre l'espace nomme le premier RGC, qui accorde ensuite tous les droits.",
      mend: "Demandez-le à la personne qui gère ce serveur.",
    }),
  }),
  "access.not-yours": refusal<object>({
    severity: "error",
    source: "desk-practice",
    fr: () => ({
      what: "Refusé : seule la personne qui l'a demandé peut répondre ici.",
      why: "Un acte se confirme par qui le fait, avec ses propres droits.",
      mend: "Lancez vous-même la commande, si vous en avez le droit.",
    }),
  }),
  "access.missing-permission": refusal<{ permission: Permission }>({
    severity: "error",
    source: "cnil-san-2026-003",
    fr: ({ permission }) => ({
      what: `Refusé : il faut le droit « ${permissionLabels[permission].fr} ».`,
      why: "Personne n'a de droit par défaut ; chacun reçoit ceux que son travail demande.",
      mend: "Le RGC de l'établissement peut vous l'accorder.",
    }),
  }),
  "access.unknown-person": refusal<object>({
    severity: "error",
    source: "cnil-san-2026-003",
    fr: () => ({
      what: "Refusé : cet établissement ne vous connaît pas encore.",
      why: "Chaque acte est tracé au nom d'une personne habilitée.",
      mend: "Demandez au RGC de l'établissement de vous habiliter.",
    }),
  }),
};

export type AccessProblem = ProblemOf<typeof grantRules> | ProblemOf<typeof accessRefusals>;

/** Judges a grant about to be given or revoked. */
export const checkGrant = judgeBy<GrantSituation, typeof grantRules>(grantRules);

/** Would two grants of one establishment be in force on a same day. */
function meets(grant: Grant, other: Grant): boolean {
  const sameTime = (grant.until === undefined || other.from <= grant.until) && (other.until === undefined || grant.from <= other.until);
  return (
    grant.siret === other.siret &&
    sameTime &&
    (other.revokedOn === undefined || (other.from < other.revokedOn && grant.from < other.revokedOn))
  );
}

/** A temporary RGC does not replace a lasting one: the day after, nobody would hold the keys. */
function outlasts(other: Grant, grant: Grant): boolean {
  return other.until === undefined || (grant.until !== undefined && other.until >= grant.until);
}
