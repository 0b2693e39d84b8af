import { formatMinutes, type IsoDate, type Minutes } from "../../shared/calendar.js";
import type { Label, Language } from "../../shared/language.js";
import { counted } from "../../shared/text.js";
import type { Slot } from "../slot.js";

/** Who says something of a half-day of a trainee, the signatures last: they say that somebody was there, not for how long. */
export const reconciliationSources = ["planned", "recorded", "declared", "billed", "signed"] as const;
export type ReconciliationSource = (typeof reconciliationSources)[number];

export const reconciliationSourceLabels: Readonly<Record<ReconciliationSource, Label>> = {
  planned: { fr: "prévu", en: "planned" },
  recorded: { fr: "saisi", en: "recorded" },
  declared: { fr: "déclaré", en: "declared" },
  billed: { fr: "facturé", en: "billed" },
  signed: { fr: "signé", en: "signed" },
};

/** Whose half-day, in which session. */
export interface ReconciledSlot extends Slot {
  readonly session: string;
  readonly trainee: string;
}

/** What a source says of a half-day: a whole number of minutes, at least 0. */
export interface MinutesRow extends ReconciledSlot {
  readonly minutes: Minutes;
}

export interface RecordedRow extends MinutesRow {
  /** By something else than a signature: what the trainee did remotely. */
  readonly proved?: boolean | undefined;
}

/** What is asked of every half-day alike. */
export interface ReconciliationTerms {
  readonly today: IsoDate;
  /** The first day that does not have to be declared yet; today unless said. */
  readonly declaredBefore?: IsoDate | undefined;
  /** `day`: one signature is enough for all the half-days of a day. */
  readonly signedBy?: "half-day" | "day" | undefined;
}

/** Everything that was said, in any order, of any number of sessions and trainees. */
export interface ReconciliationInput extends ReconciliationTerms {
  readonly planned: readonly MinutesRow[];
  readonly recorded: readonly RecordedRow[];
  readonly declared: readonly MinutesRow[];
  readonly billed: readonly MinutesRow[];
  readonly signed: readonly ReconciledSlot[];
  /** The first half-day that a trainee does not follow any more. */
  readonly withdrawals: readonly ReconciledSlot[];
}

/**
 * What became of what a source said; together the classes are all of it. `twice`: said again of the same half-day, the
 * least figure standing. `signed` counts signatures, the others minutes.
 */
export const saidClasses = ["matched", "beyond", "outside", "future", "withdrawn", "twice"] as const;
export type SaidClass = (typeof saidClasses)[number];

/** What became of planned minutes; together they are all of them. */
export const plannedClasses = ["attended", "missed", "unrecorded", "toCome", "withdrawn", "twice"] as const;
export type PlannedClass = (typeof plannedClasses)[number];

/** What shows that planned minutes were attended; together, those of `planned.attended` and of `recorded.matched`. */
export const proofClasses = ["signed", "otherwise", "nothing"] as const;
export type ProofClass = (typeof proofClasses)[number];

export interface ReconciliationTotals
  extends Readonly<Record<Exclude<ReconciliationSource, "planned">, Readonly<Record<SaidClass, number>>>> {
  readonly planned: Readonly<Record<PlannedClass, Minutes>>;
  readonly proof: Readonly<Record<ProofClass, Minutes>>;
}

/** In the order in which they are told of one half-day. */
export const differenceKinds = [
  "twice",
  "withdrawn",
  "future",
  "outside",
  "beyond",
  "not-recorded",
  "signed-not-recorded",
  "signed-absent",
  "not-signed",
  "billed-not-signed",
  "not-declared",
  "declared-differs",
  "billed-differs",
  "billed-not-as-declared",
] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** Two figures that do not agree, and who says them. */
export interface Difference extends ReconciledSlot {
  readonly kind: DifferenceKind;
  readonly source: ReconciliationSource;
  /** Minutes, or signatures; nothing when the source is silent. */
  readonly figure: number | undefined;
  readonly against: ReconciliationSource;
  readonly expected: number | undefined;
}

export interface Reconciliation {
  /** By session, trainee and time, whatever the order of the input. */
  readonly differences: readonly Difference[];
  readonly totals: ReconciliationTotals;
}

/** `3 h 30 facturées`, `2 signatures`, `rien de saisi`: a figure with who says it. */
export function formatFigure(source: ReconciliationSource, figure: number | undefined, language: Language = "fr"): string {
  if (source === "signed") {
    if (figure === undefined) return language === "fr" ? "aucune signature" : "no signature";
    return counted(figure, "signature", "signatures", language);
  }
  if (source === "recorded" && figure === 0) return language === "fr" ? "absence saisie" : "an absence recorded";
  if (language === "en") return `${figure === undefined ? "nothing" : formatMinutes(figure)} ${reconciliationSourceLabels[source].en}`;
  const { fr } = reconciliationSourceLabels[source];
  return figure === undefined ? `rien de ${fr}` : `${formatMinutes(figure)} ${fr}es`;
}
