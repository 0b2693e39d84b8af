import { addDays, formatDay, type IsoDate } from "../shared/calendar.js";
import { found, judgeBy, nothing, type ProblemOf, ruleAbout } from "../shared/rules.js";
import { type Grant, isInForce } from "./grant.js";

/** A grant about to be given or taken back, among those that exist. */
export interface GrantSituation {
  readonly grant: Grant;
  readonly action: "give" | "revoke";
  readonly by: string;
  /** Every grant of the establishment. */
  readonly grants: readonly Grant[];
  readonly today: IsoDate;
  /** First day without each person who has left or is about to: from then on, they keep nobody's keys. */
  readonly leavers?: Leavers;
}

/** By person, the first day without them. */
export type Leavers = ReadonlyMap<string, IsoDate>;

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
    check: ({ grant, action, grants, today, leavers = new Map() }) => {
      if (action !== "revoke" || grant.profile !== "rgc") return nothing;
      const others = grants.filter(
        (other) =>
          other.siret === grant.siret &&
          other.profile === "rgc" &&
          other.person !== grant.person &&
          isInForce(other, today) &&
          outlasts(lastDayOf(other, leavers), lastDayOf(grant, leavers), today),
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
  "access.in-the-past": rule({
    severity: "error",
    source: "cnil-san-2026-003",
    check: ({ grant, action, today }) => (action === "give" && grant.from < today ? found(["from"], { day: grant.from, today }) : nothing),
    fr: ({ day, today }) => ({
      what: `Un droit ne s'accorde pas pour un jour passé (${formatDay(day)}).`,
      why: "Ce qui a été refusé hier ne devient pas permis après coup : le journal dirait le contraire.",
      mend: `Choisissez un premier jour à partir du ${formatDay(today)}.`,
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

export type GrantProblem = ProblemOf<typeof grantRules>;

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

/** The last day a grant gives anything, whatever ends it: its date, its revocation, its holder's departure. */
function lastDayOf({ person, until, revokedOn }: Grant, leavers: Leavers): IsoDate | undefined {
  const leftOn = leavers.get(person);
  return [until, revokedOn && addDays(revokedOn, -1), leftOn && addDays(leftOn, -1)].sort()[0];
}

/** A temporary RGC does not replace a lasting one: the day after, nobody would hold the keys. */
function outlasts(other: IsoDate | undefined, grant: IsoDate | undefined, today: IsoDate): boolean {
  if (other === undefined) return true;
  return other >= today && grant !== undefined && other >= grant;
}
