import { addMonths, type IsoDate } from "../shared/calendar.js";
import { type DatedValue, inForce } from "../shared/dated.js";
import type { Label } from "../shared/language.js";
import type { SourceId } from "../shared/sources.js";

/** Years that accounting documents are kept after the end of the year they are of. The law's minimum: no setting shortens it. */
export const invoiceYears: readonly DatedValue<number>[] = [{ from: "2000-09-21", value: 10, source: "commerce-code-l123-22" }];

/** What a provider sets of its retention. */
export interface RetentionSettings {
  readonly attendanceYears: number;
  readonly trailMonths: number;
  readonly screenshotDays: number;
}

export interface Retention {
  readonly label: Label;
  readonly count: (settings: RetentionSettings, today: IsoDate) => number | undefined;
  readonly unit: "day" | "month" | "year";
  /** What the time runs from. */
  readonly from: Label;
  readonly source: SourceId;
  /** `setting`: the provider decides; `law`: nobody shortens it; `desk`: fixed here. */
  readonly decidedBy: "law" | "setting" | "desk" | "nobody";
  /** Does it leave by itself, or when somebody asks. */
  readonly leaves: "alone" | "when-erased";
}

const kindsOf = <Kind extends string>(table: Readonly<Record<Kind, Retention>>): Readonly<Record<Kind, Retention>> => table;

/** How long each kind of data is kept, one row each. */
export const retentions = kindsOf({
  answers: {
    label: { fr: "réponses gardées et saisies en cours", en: "kept answers and drafts" },
    count: () => 1,
    unit: "day",
    from: { fr: "la réponse, ou la dernière étape", en: "the answer, or the last step" },
    source: "desk-practice",
    decidedBy: "desk",
    leaves: "alone",
  },
  notices: {
    label: { fr: "rappels", en: "reminders" },
    count: () => 1,
    unit: "day",
    from: { fr: "l'envoi, une fois qu'ils ne sont plus d'actualité", en: "sending, once they are no longer news" },
    source: "desk-practice",
    decidedBy: "desk",
    leaves: "alone",
  },
  trail: {
    label: { fr: "journal", en: "audit trail" },
    count: ({ trailMonths }) => trailMonths,
    unit: "month",
    from: { fr: "chaque entrée", en: "each entry" },
    source: "cnil-logging-2021",
    decidedBy: "setting",
    leaves: "alone",
  },
  screenshots: {
    label: { fr: "captures d'incidents clos", en: "screenshots of closed incidents" },
    count: ({ screenshotDays }) => screenshotDays,
    unit: "day",
    from: { fr: "la dernière étape de l'incident", en: "the incident's last step" },
    source: "desk-practice",
    decidedBy: "setting",
    leaves: "alone",
  },
  invoices: {
    label: { fr: "factures et avoirs émis", en: "issued invoices and credit notes" },
    count: (_settings, today) => inForce(invoiceYears, today),
    unit: "year",
    from: { fr: "la fin de l'année de la facture", en: "the end of the invoice's year" },
    source: "commerce-code-l123-22",
    decidedBy: "law",
    leaves: "when-erased",
  },
  attendance: {
    label: { fr: "preuves d'assiduité", en: "attendance evidence" },
    count: ({ attendanceYears }) => attendanceYears,
    unit: "year",
    from: { fr: "la dernière demi-journée", en: "the last half-day" },
    source: "attendance-retention",
    decidedBy: "setting",
    leaves: "when-erased",
  },
  records: {
    label: { fr: "fiches, devis, rendez-vous, incidents, équipe", en: "records, quotes, appointments, incidents, team" },
    count: () => undefined,
    unit: "year",
    from: { fr: "aucun texte ne fixe cette durée : c'est à l'organisme d'en décider", en: "no text fixes it: the provider decides" },
    source: "desk-practice",
    decidedBy: "nobody",
    leaves: "when-erased",
  },
});
export type RetentionKind = keyof typeof retentions;

/** What of a person must still be kept, and its last day. */
export interface Hold {
  readonly kind: "invoices" | "attendance";
  /** The last day it is kept. */
  readonly until: IsoDate;
}

/** What of a person is evidence that time has not yet released. */
export interface Evidence {
  /** Day of the last invoice that is about them. */
  readonly lastInvoicedOn?: IsoDate | undefined;
  /** Last half-day recorded or signed. */
  readonly lastAttendedOn?: IsoDate | undefined;
}

/** What must still be kept on a day, the longest last; none when everything may go. */
export function holdsOn({ lastInvoicedOn, lastAttendedOn }: Evidence, settings: RetentionSettings, today: IsoDate): readonly Hold[] {
  const holds: Hold[] = [];
  if (lastAttendedOn !== undefined) {
    holds.push({ kind: "attendance", until: addMonths(lastAttendedOn, 12 * settings.attendanceYears) });
  }
  if (lastInvoicedOn !== undefined) {
    const years = inForce(invoiceYears, lastInvoicedOn) ?? 0;
    holds.push({ kind: "invoices", until: `${Number(lastInvoicedOn.slice(0, 4)) + years}-12-31` });
  }
  return holds.filter(({ until }) => until >= today).sort((a, b) => (a.until < b.until ? -1 : 1));
}
