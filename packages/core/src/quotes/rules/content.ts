import { totalMinutes } from "../../sessions/index.js";
import { formatDay, formatMinutes } from "../../shared/calendar.js";
import { formatCents, sumCents } from "../../shared/money.js";
import type { Path } from "../../shared/problem.js";
import { type Finding, found, nothing } from "../../shared/rules.js";
import { excerpt } from "../../shared/text.js";
import { feeLikelihood } from "../fees.js";
import { type QuoteFacts, rule } from "../situation.js";
import { lineAmount } from "../totals.js";

/** Fields a quote must hold, and how they are called. */
const requiredFields = {
  title: "l'intitulé exact",
  sessionReference: "la référence de la session",
  traineeId: "le stagiaire",
  startsOn: "la date de début",
  endsOn: "la date de fin",
  place: "le lieu",
  lines: "les coûts pédagogiques",
  totalCents: "le montant total",
  funding: "le plan de financement",
  validUntil: "la date de validité",
  franceTravailId: "l'identifiant France Travail du stagiaire",
  poei: "le volet POEI (forme, employeur, offre, contrat)",
  employer: "l'employeur de la POEI",
  contract: "le contrat prévu à la fin de la POEI",
};
export type RequiredField = keyof typeof requiredFields;

/** What the quote itself must hold: complete, precise, and adding up. */
export const contentRules = {
  "quote.field-missing": rule({
    severity: "error",
    source: "kairos-article",
    check: missingFields,
    fr: ({ field }) => ({
      what: `Il manque ${requiredFields[field]}.`,
      why: "Un devis incomplet est renvoyé pour correction, souvent après plusieurs jours.",
      mend: "Complétez cette information avant de soumettre.",
    }),
  }),
  "quote.dates-order": rule({
    severity: "error",
    source: "desk-practice",
    check: ({ quote: { startsOn, endsOn } }) =>
      startsOn !== undefined && endsOn !== undefined && endsOn < startsOn ? found(["endsOn"], { startsOn, endsOn }) : nothing,
    fr: ({ startsOn, endsOn }) => ({
      what: `La formation finit le ${formatDay(endsOn)}, avant de commencer (${formatDay(startsOn)}).`,
      why: "Une période impossible est refusée à la saisie.",
      mend: "Corrigez la date de début ou de fin.",
    }),
  }),
  "quote.hours-imprecise": rule({
    severity: "error",
    source: "kairos-article",
    check: impreciseHours,
    fr: ({ fault, minutes, expectedMinutes }) => ({
      what: {
        none: "Le volume d'heures n'est pas indiqué.",
        session: `Le devis compte ${formatMinutes(minutes)} et la session ${formatMinutes(expectedMinutes)}, sans raison indiquée.`,
        lines: `Les lignes comptent ${formatMinutes(minutes)} de formation, la répartition ${formatMinutes(expectedMinutes)}.`,
      }[fault],
      why: "Le conseiller juge la durée et le coût horaire ; des heures imprécises font revenir le devis.",
      mend: {
        none: "Répartissez les heures entre centre, entreprise et distance.",
        session: "Reprenez les heures de la session, ou indiquez la raison de l'écart (parcours allégé, acquis validés…).",
        lines: "Alignez les quantités des lignes horaires et la répartition des heures.",
      }[fault],
    }),
  }),
  "quote.total-mismatch": rule({
    severity: "error",
    source: "desk-practice",
    check: wrongTotals,
    fr: ({ fault, statedCents, computedCents, line }) => ({
      what:
        fault === "line"
          ? `La ligne ${line} annonce ${formatCents(statedCents)}, mais quantité × prix unitaire font ${formatCents(computedCents)}.`
          : `Le total annonce ${formatCents(statedCents)}, mais les lignes font ${formatCents(computedCents)}.`,
      why: "Un devis qui ne tombe pas juste au centime est renvoyé.",
      mend:
        fault === "line"
          ? "Corrigez la quantité, le prix unitaire ou le montant de cette ligne."
          : "Recalculez le total, TVA comprise, à partir des lignes.",
    }),
  }),
  "quote.funding-mismatch": rule({
    severity: "error",
    source: "desk-practice",
    check: ({ quote: { funding }, totals }) => {
      if (funding === undefined) return nothing;
      const fundedCents = funding.franceTravailCents + sumCents(funding.others.map((other) => other.amountCents)) + funding.traineeCents;
      return fundedCents === totals.totalCents ? nothing : found(["funding"], { fundedCents, totalCents: totals.totalCents });
    },
    fr: ({ fundedCents, totalCents }) => ({
      what: `Le plan de financement couvre ${formatCents(fundedCents)}, pour un total de ${formatCents(totalCents)}.`,
      why: "France Travail doit voir qui paie chaque euro.",
      mend:
        fundedCents > totalCents
          ? `Retirez l'excédent (${formatCents(fundedCents - totalCents)}) de la part de France Travail, d'un autre financeur ou du stagiaire.`
          : `Répartissez la différence (${formatCents(totalCents - fundedCents)}) entre France Travail, les autres financeurs et le stagiaire.`,
    }),
  }),
  "quote.ancillary-not-split": rule({
    severity: "error",
    source: "aif-2017",
    check: ({ quote }) =>
      quote.lines.flatMap((line, index): readonly Finding<{ line: number; label: string; amountCents: number }>[] => {
        const likelihood = line.kind === "pedagogical" ? feeLikelihood(line.label) : undefined;
        if (likelihood === undefined) return nothing;
        const params = { line: index + 1, label: excerpt(line.label), amountCents: line.amountCents };
        return found(["lines", index, "kind"], params, likelihood === "certain" ? "error" : "warning");
      }),
    fr: ({ line, label, amountCents }) => ({
      what: `« ${label} » (${formatCents(amountCents)}) est compté parmi les coûts pédagogiques (ligne ${line}).`,
      why: "France Travail ne paie que le coût pédagogique (instruction Pôle emploi 2017-5) ; des frais mêlés font revenir le devis.",
      mend: `Passez la ligne ${line} en frais annexes, ou précisez son libellé s'il s'agit bien de formation.`,
    }),
  }),
};

function missingFields({ quote, trainee, totals }: QuoteFacts): readonly Finding<{ field: RequiredField }>[] {
  const findings: Finding<{ field: RequiredField }>[] = [];
  const miss = (field: RequiredField, path: Path) => findings.push({ path, params: { field } });
  for (const field of [
    "title",
    "sessionReference",
    "traineeId",
    "startsOn",
    "endsOn",
    "place",
    "totalCents",
    "funding",
    "validUntil",
  ] as const) {
    const remote = field === "place" && quote.modality === "distance";
    if (!remote && (quote[field] === undefined || quote[field] === "")) miss(field, [field]);
  }
  if (totals.pedagogicalCents === 0) miss("lines", ["lines"]);
  if (quote.scheme === "poei" && quote.poei === undefined) miss("poei", ["poei"]);
  if (quote.poei !== undefined && !quote.poei.employer) miss("employer", ["poei", "employer"]);
  if (quote.poei !== undefined && quote.poei.contract === undefined) miss("contract", ["poei", "contract"]);
  if (trainee !== undefined && trainee.franceTravailId === undefined) miss("franceTravailId", ["trainee", "franceTravailId"]);
  return findings;
}

function impreciseHours({
  quote,
  session,
  totals,
}: QuoteFacts): readonly Finding<{ fault: "none" | "session" | "lines"; minutes: number; expectedMinutes: number }>[] {
  const { minutes } = totals;
  if (minutes === 0) return found(["hours"], { fault: "none", minutes, expectedMinutes: 0 });
  const pedagogical = quote.lines.filter((line) => line.kind === "pedagogical");
  const lineMinutes = pedagogical.reduce((sum, line) => sum + (line.unit === "hour" ? line.quantity : 0), 0);
  const allHourly = pedagogical.length > 0 && pedagogical.every((line) => line.unit === "hour");
  const taughtMinutes = minutes - quote.hours.companyMinutes;
  if (lineMinutes > minutes || (allHourly && lineMinutes !== minutes && lineMinutes !== taughtMinutes)) {
    return found(["lines"], { fault: "lines", minutes: lineMinutes, expectedMinutes: minutes });
  }
  if (session === undefined || quote.hoursReason) return nothing;
  const expectedMinutes = totalMinutes(session.hours);
  return expectedMinutes === minutes ? nothing : found(["hours"], { fault: "session", minutes, expectedMinutes });
}

type WrongTotal = { fault: "line" | "total"; statedCents: number; computedCents: number; line: number };

function wrongTotals({ quote, totals }: QuoteFacts): readonly Finding<WrongTotal>[] {
  const findings: Finding<WrongTotal>[] = [];
  for (const [index, line] of quote.lines.entries()) {
    const computedCents = lineAmount(line);
    if (computedCents === line.amountCents) continue;
    findings.push({
      path: ["lines", index, "amountCents"],
      params: { fault: "line", statedCents: line.amountCents, computedCents, line: index + 1 },
    });
  }
  if (quote.totalCents !== undefined && quote.totalCents !== totals.totalCents) {
    findings.push({
      path: ["totalCents"],
      params: { fault: "total", statedCents: quote.totalCents, computedCents: totals.totalCents, line: 0 },
    });
  }
  return findings;
}
