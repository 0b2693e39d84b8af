import { daysBetween, formatDay } from "../../shared/calendar.js";
import { formatCents } from "../../shared/money.js";
import { found, nothing } from "../../shared/rules.js";
import { excerpt, lettersOf } from "../../shared/text.js";
import { deadStatuses, type Quote, type QuoteStatus } from "../quote.js";
import { rule } from "../situation.js";

/** What the aide individuelle à la formation asks of a quote. */
export const aifRules = {
  "aif.too-late": rule({
    severity: "warning",
    source: "aif-regional-2019",
    check: ({ quote, today, settings }) => {
      const filedOn = quote.submittedOn ?? today;
      if (quote.startsOn === undefined || !undecidedStatuses.has(quote.status) || filedOn > quote.startsOn) return nothing;
      const days = daysBetween(filedOn, quote.startsOn);
      const { minDaysBeforeStart, lateIsBlocking } = settings.aif;
      return days < minDaysBeforeStart
        ? found(["startsOn"], { days, asked: minDaysBeforeStart }, lateIsBlocking ? "error" : "warning")
        : nothing;
    },
    fr: ({ days, asked }) => ({
      what: `Il reste ${days} jour${days > 1 ? "s" : ""} avant le début ; l'usage est de déposer ${asked} jours avant (paramètre régional).`,
      why: "Un dossier déposé trop tard est souvent refusé faute de temps pour l'étudier.",
      mend: "Appelez le conseiller avant de soumettre, ou choisissez une session plus tardive.",
    }),
  }),
  "aif.started-before-agreement": rule({
    severity: "error",
    source: "aif-regional-2019",
    check: ({ quote, today }) => {
      if (quote.startsOn === undefined || deadStatuses.has(quote.status)) return nothing;
      const agreedOn = quote.status === "accepted" ? quote.decision?.on : today;
      return agreedOn !== undefined && agreedOn > quote.startsOn ? found(["startsOn"], { startsOn: quote.startsOn, agreedOn }) : nothing;
    },
    fr: ({ startsOn }) => ({
      what: `La formation a commencé le ${formatDay(startsOn)}, avant l'accord écrit de France Travail.`,
      why: "Une formation commencée avant l'accord n'est pas financée.",
      mend: "Reportez l'entrée du stagiaire après l'accord, ou choisissez une autre session.",
    }),
  }),
  "aif.non-pedagogical-cost": rule({
    severity: "error",
    source: "aif-2017",
    check: ({ quote: { funding }, totals }) => {
      if (funding === undefined || funding.franceTravailCents <= totals.pedagogicalCents) return nothing;
      return found(["funding", "franceTravailCents"], {
        askedCents: funding.franceTravailCents,
        pedagogicalCents: totals.pedagogicalCents,
      });
    },
    fr: ({ askedCents, pedagogicalCents }) => ({
      what: `On demande ${formatCents(askedCents)} à France Travail, pour ${formatCents(pedagogicalCents)} de coût pédagogique.`,
      why: "L'AIF ne paie que le coût pédagogique : ni inscription, ni dossier, ni examen, ni matériel.",
      mend: `Ramenez la part de France Travail à ${formatCents(pedagogicalCents)} au plus et faites payer le reste autrement.`,
    }),
  }),
  "aif.trainee-contribution": rule({
    severity: "warning",
    source: "aif-regional-2019",
    check: ({ quote: { funding }, totals, settings }) => {
      if (funding === undefined || settings.aif.allowTraineeContribution) return nothing;
      const excessCents = funding.traineeCents - totals.ancillaryCents;
      return excessCents > 0 ? found(["funding", "traineeCents"], { excessCents }) : nothing;
    },
    fr: ({ excessCents }) => ({
      what: `Le stagiaire paierait ${formatCents(excessCents)} de coût pédagogique.`,
      why: "La partie pédagogique est en principe gratuite pour le demandeur d'emploi.",
      mend: "Cherchez un autre financeur, ou vérifiez que votre région admet un reste à charge.",
    }),
  }),
  "aif.cumul-forbidden": rule({
    severity: "warning",
    source: "aif-nouvelle-aquitaine",
    check: ({ quote, settings }) => {
      const barred = settings.aif.incompatibleFunders.map(lettersOf);
      const others = quote.funding?.others ?? [];
      const index = others.findIndex(({ funder }) => barred.includes(lettersOf(funder)));
      return index < 0 ? nothing : found(["funding", "others", index], { funder: excerpt(others[index]?.funder ?? "") });
    },
    fr: ({ funder }) => ({
      what: `L'AIF ne se cumule pas avec l'aide « ${funder} » dans votre région.`,
      why: "France Travail vérifie les autres financements avant d'accorder l'AIF.",
      mend: "Retirez l'un des deux financements, ou demandez l'accord du conseiller.",
    }),
  }),
  "aif.over-cap": rule({
    severity: "error",
    source: "aif-regional-2019",
    check: ({ quote: { funding }, totals, settings: { aif } }) => {
      const askedCents = funding?.franceTravailCents ?? 0;
      if (aif.maxAmountCents !== undefined && askedCents > aif.maxAmountCents) {
        return found(["funding", "franceTravailCents"], { hourly: false, askedCents, capCents: aif.maxAmountCents });
      }
      const hourlyCents = totals.hourlyCents ?? 0;
      if (aif.maxHourlyCents === undefined || hourlyCents <= aif.maxHourlyCents) return nothing;
      return found(["lines"], { hourly: true, askedCents: hourlyCents, capCents: aif.maxHourlyCents });
    },
    fr: ({ hourly, askedCents, capCents }) => ({
      what: hourly
        ? `Le coût horaire (${formatCents(askedCents)}) dépasse le plafond régional de l'AIF (${formatCents(capCents)}).`
        : `La demande (${formatCents(askedCents)}) dépasse le plafond régional de l'AIF (${formatCents(capCents)}).`,
      why: "Au-delà du plafond fixé pour votre région, le dossier est refusé.",
      mend: "Réduisez la demande, ou trouvez un cofinanceur pour la différence.",
    }),
  }),
  "aif.formacode-excluded": rule({
    severity: "warning",
    source: "aif-regional-2019",
    needs: ["session"],
    check: ({ session, settings }) => {
      const { formacode } = session;
      if (formacode === undefined) return nothing;
      return settings.aif.formacodeDenylist.some((prefix) => formacode.startsWith(prefix))
        ? found(["session", "formacode"], { formacode: formacode as string })
        : nothing;
    },
    fr: ({ formacode }) => ({
      what: `Votre région exclut le Formacode ${formacode} de l'AIF (paramètre régional).`,
      why: "Les domaines exclus sont refusés sans étude du projet.",
      mend: "Vérifiez le Formacode de la session, ou orientez le candidat vers un autre financement.",
    }),
  }),
  "aif.group-pattern": rule({
    severity: "warning",
    source: "aif-nouvelle-aquitaine",
    needs: ["otherQuotes"],
    check: ({ quote, otherQuotes, settings }) => {
      if (quote.sessionReference === undefined) return nothing;
      const trainees = new Set(
        otherQuotes.filter((other) => other.scheme === "aif" && isSameGroup(other, quote)).map((other) => other.traineeId),
      );
      trainees.add(quote.traineeId);
      return trainees.size >= settings.aif.groupFrom
        ? found(["sessionReference"], { quotes: trainees.size, session: quote.sessionReference })
        : nothing;
    },
    fr: ({ quotes, session }) => ({
      what: `${quotes} devis AIF portent sur la même session ${session}.`,
      why: "L'AIF répond à un besoin individuel : elle ne doit pas servir à constituer un groupe.",
      mend: "Dites dans chaque devis ce qui est propre au projet du candidat, ou parlez d'une action collective (AFC) au conseiller.",
    }),
  }),
  "aif.cpf-first": rule({
    severity: "notice",
    source: "cpf-abondement",
    needs: ["session"],
    check: ({ session }) => (session.cpfEligible ? found(["session", "cpfEligible"], {}) : nothing),
    fr: () => ({
      what: "Cette formation est éligible au CPF.",
      why: "Le CPF passe d'abord ; France Travail complète par un abondement dans Mon Compte Formation, sans devis dans le portail Kairos.",
      mend: "Voyez avec le candidat s'il mobilise son CPF ; sinon, notez qu'il ne le souhaite pas.",
    }),
  }),
  "aif.second-quote-required": rule({
    severity: "notice",
    source: "aif-regional-2019",
    check: ({ quote, settings }) => (settings.aif.secondQuoteRequired && !quote.secondQuote ? found(["secondQuote"], {}) : nothing),
    fr: () => ({
      what: "Votre région demande deux devis, de deux organismes.",
      why: "Sans devis comparatif, le dossier reste incomplet.",
      mend: "Rappelez au candidat de demander un second devis, puis notez-en la référence.",
    }),
  }),
};

const undecidedStatuses: ReadonlySet<QuoteStatus> = new Set([
  "draft",
  "awaiting-candidate",
  "approved",
  "under-review",
  "correction-requested",
]);

function isSameGroup(other: Pick<Quote, "reference" | "sessionReference" | "status">, quote: Quote): boolean {
  return other.reference !== quote.reference && other.sessionReference === quote.sessionReference && !deadStatuses.has(other.status);
}
