import { daysBetween, formatDay, formatMinutes, type IsoDate, overlaps } from "../../shared/calendar.js";
import { divideHalfUp, formatCents } from "../../shared/money.js";
import { type Finding, found, nothing } from "../../shared/rules.js";
import { excerpt, fold, sentenceCase } from "../../shared/text.js";
import { deadStatuses, type QuoteStatus } from "../quote.js";
import { type QuoteFacts, rule } from "../situation.js";

const announcedFields = {
  title: "l'intitulé",
  startsOn: "la date de début",
  endsOn: "la date de fin",
  totalMinutes: "la durée",
  costCents: "le coût",
  place: "le lieu",
};
type AnnouncedField = keyof typeof announcedFields;

/** The quote beside its session, the other quotes, what the candidate was told, and its own life. */
export const dossierRules = {
  "quote.title-mismatch": rule({
    severity: "warning",
    source: "kairos-article",
    needs: ["session"],
    check: ({ quote, session }) =>
      quote.title && quote.title !== session.title && fold(quote.title) !== fold(session.title)
        ? found(["title"], { title: excerpt(quote.title, 80), sessionTitle: excerpt(session.title, 80) })
        : nothing,
    fr: ({ title, sessionTitle }) => ({
      what: `L'intitulé « ${title} » n'est pas celui de la session « ${sessionTitle} ».`,
      why: "Le conseiller retrouve la formation par son intitulé exact.",
      mend: "Reprenez l'intitulé de la session, mot pour mot.",
    }),
  }),
  "quote.dates-mismatch": rule({
    severity: "error",
    source: "kairos-article",
    needs: ["session"],
    check: ({ quote: { startsOn, endsOn }, session }) => {
      const before = startsOn !== undefined && startsOn < session.startsOn;
      const after = endsOn !== undefined && endsOn > session.endsOn;
      if (!before && !after) return nothing;
      const params = { startsOn: startsOn ?? "", endsOn: endsOn ?? "", sessionStartsOn: session.startsOn, sessionEndsOn: session.endsOn };
      return found([before ? "startsOn" : "endsOn"], params);
    },
    fr: ({ startsOn, endsOn, sessionStartsOn, sessionEndsOn }) => ({
      what: `Le devis ${inPeriod(startsOn, endsOn)}, hors de la session (du ${formatDay(sessionStartsOn)} au ${formatDay(sessionEndsOn)}).`,
      why: "France Travail compare les dates du devis à celles de la session référencée.",
      mend: "Reprenez les dates de la session, ou choisissez la bonne session.",
    }),
  }),
  "quote.session-overlap": rule({
    severity: "error",
    source: "kairos-article",
    needs: ["otherQuotes"],
    check: ({ quote, otherQuotes }) => {
      const { startsOn, endsOn, traineeId } = quote;
      if (startsOn === undefined || endsOn === undefined || traineeId === undefined) return nothing;
      return otherQuotes.flatMap((other): readonly Finding<{ reference: string; startsOn: IsoDate; endsOn: IsoDate }>[] => {
        if (other.reference === quote.reference || other.traineeId !== traineeId || deadStatuses.has(other.status)) return nothing;
        if (other.startsOn === undefined || other.endsOn === undefined) return nothing;
        const period = { startsOn: other.startsOn, endsOn: other.endsOn };
        return overlaps({ startsOn, endsOn }, period) ? found(["startsOn"], { reference: other.reference, ...period }) : nothing;
      });
    },
    fr: ({ reference, startsOn, endsOn }) => ({
      what: `Le stagiaire a déjà le devis ${reference}, du ${formatDay(startsOn)} au ${formatDay(endsOn)} : les dates se chevauchent.`,
      why: "Une personne ne peut pas suivre deux formations en même temps ; l'un des deux devis serait refusé.",
      mend: "Changez les dates, ou annulez l'un des deux devis.",
    }),
  }),
  "quote.hourly-rate-outlier": rule({
    severity: "warning",
    source: "aif-2017",
    check: hourlyOutlier,
    fr: ({ hourlyCents, leastCents, mostCents }) => ({
      what: `Le coût horaire est de ${formatCents(hourlyCents)}, hors de la fourchette habituelle (${inRange(leastCents, mostCents)}).`,
      why: "Le conseiller apprécie le coût horaire ; un écart inexpliqué retarde la réponse.",
      mend: "Vérifiez les heures et les prix ; si l'écart est voulu, dites pourquoi dans les notes du devis.",
    }),
  }),
  "quote.price-differs-from-catalogue": rule({
    severity: "warning",
    source: "kairos-article",
    needs: ["session"],
    check: ({ totals: { pedagogicalNetCents: netCents }, session }) => {
      if (session.priceCents === undefined || netCents === 0 || session.priceCents === netCents) return nothing;
      return found(["lines"], { quotedCents: netCents, catalogueCents: session.priceCents });
    },
    fr: ({ quotedCents, catalogueCents }) => ({
      what: `Le coût pédagogique (${formatCents(quotedCents)}) n'est pas le prix affiché au catalogue (${formatCents(catalogueCents)}).`,
      why: "Le prix public de la session est visible du conseiller.",
      mend: "Alignez le devis ou la fiche de la session, ou expliquez l'écart dans les notes.",
    }),
  }),
  "quote.candidate-info-mismatch": rule({
    severity: "warning",
    source: "kairos-article",
    check: differencesFromAnnounced,
    fr: ({ field, told, quoted }) => ({
      what: `${sentenceCase(announcedFields[field])} du devis (${inWords(field, quoted)}) n'est pas ce qui a été annoncé au candidat (${inWords(field, told)}).`,
      why: "Le candidat valide le devis dans son espace : s'il n'y reconnaît pas ce qu'on lui a dit, il refuse ou demande une correction.",
      mend: "Corrigez le devis, ou prévenez le candidat et notez la nouvelle annonce.",
    }),
  }),
  "quote.candidate-validation-missing": rule({
    severity: "error",
    source: "kairos-article",
    check: ({ quote }) => (needApproval.has(quote.status) && quote.approval === undefined ? found(["approval"], {}) : nothing),
    fr: () => ({
      what: "Aucune validation du candidat n'est enregistrée.",
      why: "Sans validation dans son espace France Travail, la demande n'est pas étudiée.",
      mend: "Demandez au candidat de valider le devis dans son espace, puis enregistrez sa validation.",
    }),
  }),
  "quote.changed-after-acceptance": rule({
    severity: "error",
    source: "kairos-quote-lifecycle",
    check: ({ quote }) =>
      quote.approval !== undefined && quote.approval.version !== quote.version
        ? found(["version"], { version: quote.version, approvedVersion: quote.approval.version })
        : nothing,
    fr: ({ version, approvedVersion }) => ({
      what: `Le candidat a validé la version ${approvedVersion} ; le devis en est à la version ${version}.`,
      why: "Une validation ne vaut que pour ce que le candidat a lu.",
      mend: "Soumettez la nouvelle version au candidat et enregistrez sa nouvelle validation.",
    }),
  }),
  "quote.validity-over": rule({
    severity: "warning",
    source: "desk-practice",
    check: ({ quote, today }) =>
      quote.validUntil !== undefined && quote.validUntil < today && stillOpen.has(quote.status)
        ? found(["validUntil"], { validUntil: quote.validUntil }, quote.status === "draft" ? "error" : "warning")
        : nothing,
    fr: ({ validUntil }) => ({
      what: `Le devis n'est plus valable depuis le ${formatDay(validUntil)}.`,
      why: "Un prix échu n'engage plus l'organisme et peut être écarté.",
      mend: "Prolongez la validité, ou marquez le devis comme expiré.",
    }),
  }),
  "quote.candidate-reminder": rule({
    severity: "notice",
    source: "desk-practice",
    check: ({ quote, today, settings }) => {
      if (quote.status !== "awaiting-candidate" || quote.submittedOn === undefined) return nothing;
      const days = daysBetween(quote.submittedOn, today);
      const reminders = settings.quotes.reminderDays.filter((due) => due <= days).length;
      return reminders === 0 ? nothing : found(["submittedOn"], { days, reminder: reminders });
    },
    fr: ({ days, reminder }) => ({
      what: `Le candidat n'a pas encore validé le devis, soumis il y a ${days} jour${days > 1 ? "s" : ""} (relance n° ${reminder}).`,
      why: "Tant qu'il n'a pas validé, le conseiller ne voit pas la demande.",
      mend: "Appelez le candidat et guidez-le jusqu'à la validation dans son espace France Travail.",
    }),
  }),
};

const needApproval: ReadonlySet<QuoteStatus> = new Set(["approved", "under-review", "accepted", "refused"]);
const stillOpen: ReadonlySet<QuoteStatus> = new Set(["draft", "awaiting-candidate", "approved"]);

function hourlyOutlier({ totals: { hourlyCents }, settings, comparableHourlyCents = [] }: QuoteFacts) {
  if (hourlyCents === undefined || hourlyCents === 0) return nothing;
  const { leastHourlyCents, mostHourlyCents, hourlyDeviationPercent } = settings.quotes;
  const usual = comparableHourlyCents.length < enoughToCompare ? undefined : median(comparableHourlyCents);
  const deviation = usual === undefined ? 0 : divideHalfUp(usual * hourlyDeviationPercent, 100);
  const leastCents = leastHourlyCents ?? (usual === undefined ? 0 : Math.max(0, usual - deviation));
  const mostCents = mostHourlyCents ?? (usual === undefined ? Number.MAX_SAFE_INTEGER : usual + deviation);
  return hourlyCents < leastCents || hourlyCents > mostCents ? found(["lines"], { hourlyCents, leastCents, mostCents }) : nothing;
}

/** Fewer quotes than this say nothing of what is usual. */
const enoughToCompare = 5;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function differencesFromAnnounced({
  quote,
  totals,
}: QuoteFacts): readonly Finding<{ field: AnnouncedField; told: string | number; quoted: string | number }>[] {
  const { announced } = quote;
  if (announced === undefined) return nothing;
  const quoted: Readonly<Record<AnnouncedField, string | number | undefined>> = {
    title: quote.title,
    startsOn: quote.startsOn,
    endsOn: quote.endsOn,
    totalMinutes: totals.minutes,
    costCents: totals.totalCents,
    place: quote.place,
  };
  return (Object.keys(announcedFields) as AnnouncedField[]).flatMap((field) => {
    const told = announced[field];
    const now = quoted[field];
    if (told === undefined || now === undefined || comparable(told) === comparable(now)) return nothing;
    return found(["announced", field], { field, told, quoted: now });
  });
}

function comparable(value: string | number): string | number {
  return typeof value === "string" ? fold(value) : value;
}

function inWords(field: AnnouncedField, value: string | number): string {
  if (typeof value === "string") return field === "startsOn" || field === "endsOn" ? formatDay(value) : excerpt(value);
  return field === "costCents" ? formatCents(value) : formatMinutes(value);
}

/** One of the two days is empty while the quote does not say it. */
function inPeriod(startsOn: IsoDate, endsOn: IsoDate): string {
  if (endsOn === "") return `commence le ${formatDay(startsOn)}`;
  return startsOn === "" ? `finit le ${formatDay(endsOn)}` : `va du ${formatDay(startsOn)} au ${formatDay(endsOn)}`;
}

/** A range that is open at one end says the other one only. */
function inRange(leastCents: number, mostCents: number): string {
  if (mostCents >= Number.MAX_SAFE_INTEGER) return `${formatCents(leastCents)} au moins`;
  return leastCents === 0 ? `${formatCents(mostCents)} au plus` : `${formatCents(leastCents)} à ${formatCents(mostCents)}`;
}
