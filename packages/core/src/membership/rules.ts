import { daysBetween, formatDay, type IsoDate, type Period } from "../shared/calendar.js";
import { activityNumberLayoutRules } from "../shared/identifier-rules.js";
import { brokenIdentifier, sirenOf } from "../shared/identifiers.js";
import { found, judgeBy, nothing, type ProblemOf, ruleAbout } from "../shared/rules.js";
import { type Provider, type QualiopiCategory, qualiopiCategoryLabels } from "./provider.js";

/** A provider on a day; `training` when the question is about one session's period. */
export interface ProviderSituation {
  readonly provider: Provider;
  readonly today: IsoDate;
  readonly training?: (Period & { readonly category?: QualiopiCategory | undefined }) | undefined;
}

const rule = ruleAbout<ProviderSituation>();

const qualiopiWhy =
  "Le portail Kairos ne laisse saisir un devis que si la certification apparaît dans « Informations prestataire / Qualité ».";

/** Months that the CNIL advises for logs. */
const [leastLogMonths, mostLogMonths] = [6, 12];

export const providerRules = {
  "org.qualiopi-missing": rule({
    severity: "error",
    source: "labour-code-l6316-1",
    check: ({ provider }) => (provider.qualiopi === undefined ? found(["qualiopi"], {}) : nothing),
    fr: () => ({
      what: "La certification Qualiopi de l'organisme n'est pas renseignée.",
      why: qualiopiWhy,
      mend: "Renseignez les catégories certifiées et la date de fin du certificat.",
    }),
  }),
  "org.qualiopi-expired": rule({
    severity: "error",
    source: "labour-code-l6316-1",
    check: ({ provider, today }) =>
      provider.qualiopi !== undefined && provider.qualiopi.endsOn < today
        ? found(["qualiopi", "endsOn"], { endsOn: provider.qualiopi.endsOn })
        : nothing,
    fr: ({ endsOn }) => ({
      what: `La certification Qualiopi a pris fin le ${formatDay(endsOn)}.`,
      why: qualiopiWhy,
      mend: "Demandez le nouveau certificat à votre certificateur, puis renseignez sa date de fin.",
    }),
  }),
  "org.qualiopi-category": rule({
    severity: "warning",
    source: "labour-code-l6316-1",
    check: ({ provider, training }) => {
      const category = training?.category;
      if (category === undefined || provider.qualiopi === undefined || provider.qualiopi.categories.includes(category)) return nothing;
      return found(["qualiopi", "categories"], { category });
    },
    fr: ({ category }) => ({
      what: `La certification Qualiopi ne couvre pas la catégorie « ${qualiopiCategoryLabels[category].fr} ».`,
      why: "Le financeur vérifie que la catégorie certifiée est celle de l'action.",
      mend: "Vérifiez les catégories de votre certificat, ou demandez-en l'extension.",
    }),
  }),
  "org.qualiopi-ends-before-session": rule({
    severity: "warning",
    source: "labour-code-l6316-1",
    check: ({ provider, training, today }) => {
      const endsOn = provider.qualiopi?.endsOn;
      if (training === undefined || endsOn === undefined || endsOn < today || endsOn >= training.endsOn) return nothing;
      return found(["qualiopi", "endsOn"], { endsOn, sessionEndsOn: training.endsOn });
    },
    fr: ({ endsOn, sessionEndsOn }) => ({
      what: `La certification Qualiopi prend fin le ${formatDay(endsOn)}, avant la fin de la formation (${formatDay(sessionEndsOn)}).`,
      why: "Le paiement peut être refusé si la certification n'est plus valable pendant l'action.",
      mend: "Planifiez l'audit de renouvellement avant la fin de la session.",
    }),
  }),
  "org.agreement-expired": rule({
    severity: "error",
    source: "kairos-agreement",
    check: ({ provider, today }) =>
      provider.agreement !== undefined && provider.agreement.endsOn < today
        ? found(["agreement", "endsOn"], { endsOn: provider.agreement.endsOn }, provider.agreement.assumed ? "warning" : "error")
        : nothing,
    fr: ({ endsOn }) => ({
      what: `L'adhésion de l'organisme au portail a pris fin le ${formatDay(endsOn)}.`,
      why: "Sans adhésion valable, le portail Kairos n'est plus accessible.",
      mend: "Le RGC doit demander le renouvellement à France Travail.",
    }),
  }),
  "org.agreement-expiring": rule({
    severity: "warning",
    source: "kairos-agreement",
    check: ({ provider, today }) => {
      const endsOn = provider.agreement?.endsOn;
      if (endsOn === undefined) return nothing;
      const days = daysBetween(today, endsOn);
      return days >= 0 && days <= Math.max(...provider.settings.membership.renewalDays)
        ? found(["agreement", "endsOn"], { endsOn, days })
        : nothing;
    },
    fr: ({ endsOn, days }) => ({
      what: `L'adhésion au portail prend fin le ${formatDay(endsOn)}, ${days === 0 ? "aujourd'hui" : `dans ${days} jour${days > 1 ? "s" : ""}`}.`,
      why: "Le renouvellement passe par courrier et prend plusieurs semaines.",
      mend: "Le RGC peut demander le renouvellement dès maintenant.",
    }),
  }),
  "privacy.log-retention": rule({
    severity: "warning",
    source: "cnil-logging-2021",
    check: ({ provider }) => {
      const { retentionMonths: months } = provider.settings.trail;
      return months < leastLogMonths || months > mostLogMonths
        ? found(["settings", "trail", "retentionMonths"], { months, least: leastLogMonths, most: mostLogMonths })
        : nothing;
    },
    fr: ({ months, least, most }) => ({
      what: `Le journal est gardé ${months} mois ; la CNIL conseille entre ${least} et ${most} mois.`,
      why: "Plus court, il ne permet plus de comprendre un incident ; plus long, il suit les personnes sans nécessité.",
      mend: `Revenez entre ${least} et ${most} mois, ou écrivez dans le registre des traitements pourquoi il en faut une autre.`,
    }),
  }),
  "id.siret-siren-mismatch": rule({
    severity: "error",
    source: "insee-sirene",
    check: ({ provider }) =>
      provider.siren !== undefined && sirenOf(provider.siret) !== provider.siren
        ? found(["siret"], { siret: provider.siret as string, siren: provider.siren as string })
        : nothing,
    fr: ({ siret, siren }) => ({
      what: `Le SIRET ${siret} ne commence pas par le SIREN ${siren}.`,
      why: "Les deux numéros désigneraient deux entreprises.",
      mend: "Recopiez les deux depuis le même avis de situation Sirene.",
    }),
  }),
  "id.nda-layout": rule({
    severity: activityNumberLayoutRules["id.nda-layout"].severity,
    source: activityNumberLayoutRules["id.nda-layout"].source,
    check: ({ provider }) =>
      provider.activityNumber === undefined
        ? nothing
        : brokenIdentifier(activityNumberLayoutRules, provider.activityNumber).map((finding) => ({ ...finding, path: ["activityNumber"] })),
    fr: activityNumberLayoutRules["id.nda-layout"].fr,
  }),
};

export type ProviderProblem = ProblemOf<typeof providerRules>;

/** Judges a provider on a day, and for a training's period when one is given. */
export const checkProvider = judgeBy<ProviderSituation, typeof providerRules>(providerRules);
