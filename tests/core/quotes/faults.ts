import { addDays, type ProblemCode, type Quote, type QuoteLine, type QuoteSituation } from "@kairos/core";
import { aProvider } from "../../examples/index.js";
import { another } from "./examples/example.js";

/** One mistake people make: the code that must be found, and how it gets into a sound dossier. Nothing when it cannot. */
export interface Fault {
  readonly code: ProblemCode;
  readonly plant: (situation: QuoteSituation, amount: number) => QuoteSituation | undefined;
}

const inQuote =
  (change: (quote: Quote, amount: number, situation: QuoteSituation) => Partial<Quote> | undefined): Fault["plant"] =>
  (situation, amount) => {
    const changed = change(situation.quote, amount, situation);
    return changed && { ...situation, quote: { ...situation.quote, ...changed } };
  };
const without =
  (...fields: (keyof Quote)[]): Fault["plant"] =>
  (situation) => {
    const quote: Partial<Quote> = { ...situation.quote };
    for (const field of fields) delete quote[field];
    return { ...situation, quote: quote as Quote };
  };
const inLine = (change: (line: QuoteLine, amount: number) => Partial<QuoteLine> | undefined): Fault["plant"] =>
  inQuote((quote, amount) => {
    const index = amount % quote.lines.length;
    const line = quote.lines[index];
    const changed = line && change(line, amount);
    return changed && { lines: quote.lines.with(index, { ...line, ...changed }) };
  });
const inPoei = (
  change: (poei: NonNullable<Quote["poei"]>, amount: number, quote: Quote) => Partial<NonNullable<Quote["poei"]>> | undefined,
): Fault["plant"] =>
  inQuote((quote, amount) => {
    const changed = quote.poei && change(quote.poei, amount, quote);
    return changed && quote.poei && { poei: { ...quote.poei, ...changed } };
  });
const open = (situation: QuoteSituation) => ["draft", "awaiting-candidate", "approved"].includes(situation.quote.status);
const isAif = (situation: QuoteSituation) => situation.quote.scheme === "aif";
const withSettings =
  (settings: Parameters<typeof aProvider>[0] & object): Fault["plant"] =>
  (situation) =>
    isAif(situation)
      ? { ...situation, provider: { ...(situation.provider ?? aProvider()), settings: aProvider(settings).settings } }
      : undefined;
const fees = [
  "Frais d'inscription",
  "Droits d'examen",
  "Frais de dossier",
  "Inscription à l'examen CACES",
  "Hébergement",
  "Repas du midi",
  "Kit EPI",
  "Formation et frais d'inscription inclus",
];
const claims = ["Organisme agréé par l'État.", "Agrément de l'État n° 33-112", "Centre habilité par l’État", "École reconnue par l'Etat"];

export const faults: Readonly<Record<string, Fault>> = {
  "the title is left out": { code: "quote.field-missing", plant: without("title") },
  "the session is left out": { code: "quote.field-missing", plant: without("sessionReference") },
  "the trainee is left out": { code: "quote.field-missing", plant: without("traineeId") },
  "the dates are left out": { code: "quote.field-missing", plant: without("startsOn", "endsOn") },
  "the plan is left out": { code: "quote.field-missing", plant: without("funding") },
  "the total is left out": { code: "quote.field-missing", plant: without("totalCents") },
  "the validity is left out": { code: "quote.field-missing", plant: without("validUntil") },
  "the France Travail id is unknown": {
    code: "quote.field-missing",
    plant: ({ trainee, ...situation }) => trainee && { ...situation, trainee: { ...trainee, franceTravailId: undefined } },
  },
  "every line is a fee": {
    code: "quote.field-missing",
    plant: inQuote(({ lines }) => ({ lines: lines.map((line) => ({ ...line, kind: "ancillary" as const })) })),
  },
  "the dates are swapped": {
    code: "quote.dates-order",
    plant: inQuote(({ startsOn, endsOn }) =>
      startsOn === undefined || endsOn === undefined || startsOn === endsOn ? undefined : { startsOn: endsOn, endsOn: startsOn },
    ),
  },
  "the hours are not split": {
    code: "quote.hours-imprecise",
    plant: inQuote(() => ({ hours: { centreMinutes: 0, companyMinutes: 0, distanceMinutes: 0 } })),
  },
  "hours are added to the split": {
    code: "quote.hours-imprecise",
    plant: inQuote((quote, amount) =>
      quote.hoursReason ? undefined : { hours: { ...quote.hours, centreMinutes: quote.hours.centreMinutes + 1 + amount } },
    ),
  },
  "the total is not the sum": {
    code: "quote.total-mismatch",
    plant: inQuote(({ totalCents = 0 }, amount) => ({ totalCents: totalCents + 1 + amount })),
  },
  "a unit price changes, its amount does not": {
    code: "quote.total-mismatch",
    plant: inLine((line, amount) => ({ unitPriceCents: line.unitPriceCents + 60 * (1 + amount) })),
  },
  "a line's amount is mistyped": {
    code: "quote.total-mismatch",
    plant: inLine((line, amount) => ({ amountCents: line.amountCents + 1 + amount })),
  },
  "the plan does not cover the total": {
    code: "quote.funding-mismatch",
    plant: inQuote(({ funding }, amount) => funding && { funding: { ...funding, traineeCents: funding.traineeCents + 1 + amount } }),
  },
  "a fee stands among the pedagogical costs": {
    code: "quote.ancillary-not-split",
    plant: inLine((_line, amount) => ({ kind: "pedagogical", label: fees[amount % fees.length] ?? "" })),
  },
  "an exempt line bears a rate": {
    code: "quote.vat-regime",
    plant: inLine((line) => (line.vatRegime === "taxed" ? undefined : { vatRate: 2000 })),
  },
  "a taxed line bears none": { code: "quote.vat-regime", plant: inLine(() => ({ vatRegime: "taxed", vatRate: 0 })) },
  "the notes claim an approval": {
    code: "quote.state-approval-claim",
    plant: inQuote((_quote, amount) => ({ notes: claims[amount % claims.length] })),
  },
  "the activity number is unknown": {
    code: "quote.nda-mention",
    plant: ({ provider, ...situation }) => provider && { ...situation, provider: { ...provider, activityNumber: undefined } },
  },
  "the title is not the session's": {
    code: "quote.title-mismatch",
    plant: inQuote(({ title = "" }) => ({ title: `${title.slice(0, 200)} (mis à jour)` })),
  },
  "it ends after the session": {
    code: "quote.dates-mismatch",
    plant: inQuote((_quote, amount, { session }) => session && { endsOn: addDays(session.endsOn, 1 + (amount % 300)) }),
  },
  "it starts before the session": {
    code: "quote.dates-mismatch",
    plant: inQuote((_quote, amount, { session }) => session && { startsOn: addDays(session.startsOn, -1 - (amount % 300)) }),
  },
  "the trainee is already elsewhere": {
    code: "quote.session-overlap",
    plant: ({ otherQuotes = [], ...situation }) => {
      const { startsOn, traineeId } = situation.quote;
      return startsOn && traineeId
        ? {
            ...situation,
            otherQuotes: [
              ...otherQuotes,
              another({ reference: "DEV-2026-0099", traineeId, startsOn: addDays(startsOn, -3), endsOn: startsOn }),
            ],
          }
        : undefined;
    },
  },
  "the catalogue says another price": {
    code: "quote.price-differs-from-catalogue",
    plant: ({ session, ...situation }, amount) =>
      session && { ...situation, session: { ...session, priceCents: (session.priceCents ?? 1_000_000_00) + 1 + amount } },
  },
  "another cost was announced": {
    code: "quote.candidate-info-mismatch",
    plant: inQuote(({ totalCents = 0 }, amount) => ({ announced: { costCents: totalCents + 1 + amount } })),
  },
  "the approval is not recorded": {
    code: "quote.candidate-validation-missing",
    plant: (situation) => inQuote(() => ({ status: "under-review" }))(without("approval")(situation, 0) ?? situation, 0),
  },
  "it changed after the approval": {
    code: "quote.changed-after-acceptance",
    plant: inQuote((quote, amount) => quote.approval && { version: quote.version + 1 + (amount % 9) }),
  },
  "its validity is over": {
    code: "quote.validity-over",
    plant: (situation, amount) =>
      open(situation)
        ? { ...situation, quote: { ...situation.quote, validUntil: addDays(situation.today, -1 - (amount % 300)) } }
        : undefined,
  },
  "it is filed too late": {
    code: "aif.too-late",
    plant: (situation, amount) => {
      const { startsOn, submittedOn } = situation.quote;
      return isAif(situation) && open(situation) && startsOn && submittedOn === undefined
        ? { ...situation, today: addDays(startsOn, -(amount % 15)) }
        : undefined;
    },
  },
  "it starts before the agreement": {
    code: "aif.started-before-agreement",
    plant: (situation, amount) => {
      const { startsOn } = situation.quote;
      return isAif(situation) && open(situation) && startsOn ? { ...situation, today: addDays(startsOn, 1 + (amount % 300)) } : undefined;
    },
  },
  "France Travail is asked for the fees": {
    code: "aif.non-pedagogical-cost",
    plant: inQuote((quote, amount) =>
      quote.scheme === "aif" && quote.funding
        ? { funding: { ...quote.funding, franceTravailCents: (quote.totalCents ?? 0) + 1 + amount } }
        : undefined,
    ),
  },
  "the trainee pays for the training": {
    code: "aif.trainee-contribution",
    plant: inQuote((quote, amount) =>
      quote.scheme === "aif" && quote.funding
        ? { funding: { ...quote.funding, traineeCents: (quote.totalCents ?? 0) + amount } }
        : undefined,
    ),
  },
  "the region's cap is passed": {
    code: "aif.over-cap",
    plant: (situation) =>
      (situation.quote.funding?.franceTravailCents ?? 0) > 1
        ? withSettings({ settings: { aif: { maxAmountCents: 1 } } })(situation, 0)
        : undefined,
  },
  "the region excludes the Formacode": {
    code: "aif.formacode-excluded",
    plant: withSettings({ settings: { aif: { formacodeDenylist: ["31"] } } }),
  },
  "the course is in the CPF": {
    code: "aif.cpf-first",
    plant: ({ session, ...situation }) =>
      session && isAif(situation) ? { ...situation, session: { ...session, cpfEligible: true } } : undefined,
  },
  "the POEI lasts too long": {
    code: "poei.hours-over-cap",
    plant: inQuote(
      (quote, amount) => quote.poei && { hours: { centreMinutes: 600 * 60 + 1 + amount, companyMinutes: 0, distanceMinutes: 0 } },
    ),
  },
  "the tutor asks for too much": {
    code: "poei.tutoring-rate",
    plant: inPoei(({ tutor }, amount) => tutor && { tutor: { ...tutor, hourlyCents: 5_01 + amount } }),
  },
  "the contract is too short": {
    code: "poei.contract-too-short",
    plant: inPoei((_poei, amount) => ({ contract: { kind: "fixed-term", months: amount % 6 } })),
  },
  "there is no offer": { code: "poei.offer-missing", plant: inPoei(() => ({ offerReference: undefined })) },
  "the hiring comes first": {
    code: "poei.hire-before-end",
    plant: inPoei((_poei, amount, { endsOn }) =>
      endsOn ? { contract: { kind: "open-ended", startsOn: addDays(endsOn, -(amount % 60)) } } : undefined,
    ),
  },
  "the tutor has too many trainees": {
    code: "poei.tutor-load",
    plant: inPoei(({ tutor }, amount) => tutor && { tutor: { ...tutor, trainees: 4 + (amount % 40) } }),
  },
  "the tutor is a beginner": {
    code: "poei.tutor-experience",
    plant: inPoei(({ tutor }, amount) => tutor && { tutor: { ...tutor, experienceMonths: amount % 24 } }),
  },
  "the wrong party is paid": {
    code: "poei.payee",
    plant: inPoei(({ form }) => (form === "hybrid" ? undefined : { payee: form === "tutoring" ? "provider" : "employer" })),
  },
  "the scheme no longer exists": { code: "poei.scheme-obsolete", plant: inQuote(() => ({ scheme: "afpr" })) },
};
