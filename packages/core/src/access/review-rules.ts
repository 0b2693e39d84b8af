import { addDays, addMonths, daysBetween, formatDay, type IsoDate } from "../shared/calendar.js";
import { found, judgeBy, nothing, type ProblemOf, ruleAbout } from "../shared/rules.js";
import { enumerate } from "../shared/text.js";
import { hasLeft, looksShared } from "./account.js";
import { isInForce, isStanding } from "./grant.js";
import { isHarmless, permissionLabels } from "./permissions.js";
import type { ReviewedEstablishment, ReviewedGrant } from "./review-situation.js";
import { grantRules } from "./rules.js";

const rule = ruleAbout<ReviewedGrant>();
const establishmentRule = ruleAbout<ReviewedEstablishment>();

/** What a review remarks about one grant. An `error` must be mended, a `warning` decided, a `notice` known. */
export const reviewRules = {
  "access.leaver-active": rule({
    severity: "error",
    source: "cnil-san-2026-003",
    check: ({ grant, account, today }) => {
      const leftOn = hasLeft(account, today) ? account?.leftOn : account?.departedOn;
      const isOver = leftOn === undefined || leftOn > today || grant.from > leftOn || !isStanding(grant, today);
      return isOver ? nothing : found(["person"], { leftOn });
    },
    fr: ({ leftOn }) => ({
      what: `Cette personne est partie le ${formatDay(leftOn)} et son habilitation n'est pas retirée.`,
      why: "Tant qu'elle reste, et le compte du portail avec elle, on ne sait plus qui s'en sert.",
      mend: "Retirez l'habilitation, et fermez le compte dans GID Partenaires.",
    }),
  }),
  "access.shared-account": rule({
    severity: "error",
    source: "cnil-san-2026-003",
    check: ({ account, name }) => {
      if (account?.shared === true) return found(["person"], { declared: true });
      return looksShared(name) ? found(["person"], { declared: false }, "warning") : nothing;
    },
    fr: ({ declared }) => ({
      what: declared ? "Ce compte est partagé par plusieurs personnes." : "Ce nom semble désigner un service plutôt qu'une personne.",
      why: "Quand plusieurs personnes agissent sous un nom, le journal ne dit plus qui a fait quoi.",
      mend: "Habilitez chaque personne sous son nom, puis retirez cette habilitation.",
    }),
  }),
  "access.inactive-account": rule({
    severity: "warning",
    source: "desk-practice",
    check: ({ grant, lastActOn, today, settings }) => {
      const since = lastActOn !== undefined && lastActOn > grant.from ? lastActOn : grant.from;
      const days = daysBetween(since, today);
      return isInForce(grant, today) && days > settings.inactiveDays
        ? found(["person"], { days, ...(lastActOn && { lastActOn }) })
        : nothing;
    },
    fr: ({ days, lastActOn }: { days: number; lastActOn?: IsoDate }) => ({
      what:
        lastActOn === undefined
          ? `Aucun acte depuis l'habilitation, il y a ${days} jours.`
          : `Aucun acte depuis ${days} jours (le dernier le ${formatDay(lastActOn)}).`,
      why: "Un compte dont personne ne se sert est celui dont on ne remarque pas le vol.",
      mend: "Demandez à la personne si elle en a encore besoin ; sinon, retirez-la.",
    }),
  }),
  "access.role-excess": rule({
    severity: "warning",
    source: "cnil-san-2026-003",
    check: ({ grant, permissions, used, unused, today, settings }) => {
      // Whoever manages access is named to France Travail for all of it.
      if (permissions.includes("access.manage")) return nothing;
      const tried = isInForce(grant, today) && daysBetween(grant.from, today) > settings.inactiveDays;
      const acting = unused.filter((permission) => !isHarmless(permission));
      return tried && used.length > 0 && acting.length > 0 ? found(["profile"], { unused: acting }) : nothing;
    },
    fr: ({ unused }) => ({
      what: `Droits jamais utilisés : ${enumerate(unused.map((one) => permissionLabels[one].fr))}.`,
      why: "Un droit dont le travail ne se sert pas n'ouvre de portes qu'à qui volerait le compte.",
      mend: "Réduisez l'habilitation à un profil plus étroit, ou gardez-la en disant pourquoi.",
    }),
  }),
  "access.self-granted": rule({
    severity: "warning",
    source: "cnil-san-2026-003",
    check: ({ grant }) => (grant.person === grant.grantedBy && grant.profile !== "rgc" ? found(["grantedBy"], {}) : nothing),
    fr: grantRules["access.self-granted"].fr,
  }),
  "access.grant-ending": rule({
    severity: "notice",
    source: "desk-practice",
    check: ({ grant, today, settings }) =>
      isInForce(grant, today) && grant.until !== undefined && grant.until <= addDays(today, settings.endingDays)
        ? found(["until"], { until: grant.until })
        : nothing,
    fr: ({ until }) => ({
      what: `Cette habilitation prend fin d'elle-même le ${formatDay(until)}.`,
      why: "Le lendemain, la personne ne pourra plus rien faire à ce titre.",
      mend: "S'il faut la prolonger, accordez la suite dès maintenant, avec sa raison.",
    }),
  }),
  "access.grant-ended": rule({
    severity: "notice",
    source: "desk-practice",
    check: ({ grant, today }) =>
      grant.revokedOn === undefined && grant.until !== undefined && grant.until < today
        ? found(["until"], { until: grant.until })
        : nothing,
    fr: ({ until }) => ({
      what: `Cette habilitation a pris fin d'elle-même le ${formatDay(until)}.`,
      why: "Elle ne donne plus de droit ici ; dans le portail, l'accès se retire à la main.",
      mend: "Vérifiez que le droit est aussi retiré dans GID Partenaires.",
    }),
  }),
  "access.password-due": rule({
    severity: "warning",
    source: "cnil-passwords-2022",
    check: ({ grant, permissions, account, today, settings }) => {
      if (!permissions.includes("access.manage") || !isInForce(grant, today)) return nothing;
      const changedOn = account?.passwordChangedOn;
      const due = changedOn === undefined || addMonths(changedOn, settings.managerPasswordMonths) < today;
      return due ? found(["person"], { months: settings.managerPasswordMonths, ...(changedOn && { changedOn }) }) : nothing;
    },
    fr: ({ months, changedOn }: { months: number; changedOn?: IsoDate }) => ({
      what:
        changedOn === undefined
          ? "Qui gère les habilitations n'a pas déclaré de changement de mot de passe."
          : `Le mot de passe de ce compte d'administration date du ${formatDay(changedOn)} (plus de ${months} mois).`,
      why: "La CNIL garde le renouvellement périodique pour les seuls comptes d'administration.",
      mend: "Faites-le changer dans le portail, puis notez le jour (/acces compte), jamais le mot de passe.",
    }),
  }),
  "access.password-rotation-user": rule({
    severity: "notice",
    source: "cnil-passwords-2022",
    check: ({ grant, permissions, account, today, settings }) => {
      const months = settings.userPasswordMonths;
      if (months === undefined || permissions.includes("access.manage") || !isInForce(grant, today)) return nothing;
      const changedOn = account?.passwordChangedOn;
      return changedOn === undefined || addMonths(changedOn, months) < today ? found(["person"], { months }) : nothing;
    },
    fr: ({ months }) => ({
      what: `Selon le réglage de l'organisme (tous les ${months} mois), le mot de passe est à changer.`,
      why: "C'est un choix de l'organisme : la CNIL ne conseille plus ce renouvellement aux utilisateurs ordinaires.",
      mend: "Faites-le changer et notez le jour (/acces compte), ou levez le réglage (/organisme regler).",
    }),
  }),
  "access.mfa-missing": rule({
    severity: "warning",
    source: "kairos-incident-2025",
    check: ({ grant, account, today }) => (isInForce(grant, today) && account?.twoFactorOn === undefined ? found(["person"], {}) : nothing),
    fr: () => ({
      what: "La double authentification n'est pas déclarée pour ce compte.",
      why: "En juillet 2025, les identifiants volés d'un seul organisme ont exposé 340 000 personnes.",
      mend: "Vérifiez-la avec la personne, puis notez le jour (/acces compte).",
    }),
  }),
  "access.change-untraced": rule({
    severity: "warning",
    source: "cnil-san-2026-003",
    check: ({ grant, isTraced }) => (isTraced ? nothing : found(["id"], { grant: grant.id })),
    fr: ({ grant }) => ({
      what: `Le journal ne dit pas qui a accordé ${grant}.`,
      why: "Un droit donné en dehors de Kairos échappe à tout contrôle.",
      mend: "Retirez cette habilitation, accordez-la de nouveau par la commande, et lancez /journal verifier.",
    }),
  }),
};

/** What a review remarks about the establishment as a whole. */
export const establishmentRules = {
  "access.review-overdue": establishmentRule({
    severity: "warning",
    source: "kairos-article",
    check: ({ dueOn, today }) =>
      dueOn !== undefined && dueOn < today ? found(["reviews"], { dueOn, days: daysBetween(dueOn, today) }) : nothing,
    fr: ({ dueOn, days }) => ({
      what: `La revue des habilitations était attendue le ${formatDay(dueOn)} (${days} jour${days > 1 ? "s" : ""} de retard).`,
      why: "Sans revue, les droits de trop et les comptes oubliés restent.",
      mend: "Ouvrez-la : /acces revue.",
    }),
  }),
  "access.single-manager": establishmentRule({
    severity: "warning",
    source: "kairos-article",
    check: ({ managers }) => (managers.length === 1 ? found(["grants"], {}) : nothing),
    fr: () => ({
      what: "Une seule personne peut accorder et retirer des droits.",
      why: "En son absence, personne ne peut retirer les droits d'un compte volé ; et nul autre ne peut revoir les siens.",
      mend: "Habilitez un second RGC, titulaire ou suppléant.",
    }),
  }),
  "access.waiver-outdated": establishmentRule({
    severity: "warning",
    source: "cnil-san-2026-003",
    check: ({ provider, people }) =>
      provider.settings.separationOfDuties === "waived" && people.length > 1
        ? found(["settings", "separationOfDuties"], { people: people.length })
        : nothing,
    fr: ({ people }) => ({
      what: `La séparation des tâches est levée alors que ${people} personnes ont des droits.`,
      why: "Elle ne se lève que pour un organisme d'une seule personne : à plusieurs, chacun peut relire l'autre.",
      mend: "Rétablissez-la : /organisme regler parametre:separation-taches valeur:oui.",
    }),
  }),
};

export type ReviewProblem = ProblemOf<typeof reviewRules>;
export type EstablishmentProblem = ProblemOf<typeof establishmentRules>;

export const checkReviewedGrant = judgeBy<ReviewedGrant, typeof reviewRules>(reviewRules);
export const checkReviewedEstablishment = judgeBy<ReviewedEstablishment, typeof establishmentRules>(establishmentRules);
