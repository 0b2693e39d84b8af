import type { Label, LineKind, Quote, Unit } from "@kairos/core";

export const lineKindLabels: Readonly<Record<LineKind, Label>> = {
  pedagogical: { fr: "pédagogique", en: "pedagogical" },
  ancillary: { fr: "annexe", en: "ancillary" },
};

export const unitLabels: Readonly<Record<Unit, Label>> = {
  hour: { fr: "à l'heure", en: "by the hour" },
  day: { fr: "à la journée", en: "by the day" },
  flat: { fr: "au forfait", en: "flat rate" },
};

/** Whom France Travail pays. */
export const payeeLabels = {
  provider: { fr: "organisme", en: "provider" },
  employer: { fr: "employeur", en: "employer" },
} as const satisfies Readonly<Record<string, Label>>;

type DecisionOutcome = NonNullable<Quote["decision"]>["outcome"];

export const decisionLabels: Readonly<Record<DecisionOutcome, Label>> = {
  declined: { fr: "refusé par le candidat", en: "declined by the candidate" },
  accepted: { fr: "accepté par France Travail", en: "accepted by France Travail" },
  refused: { fr: "refusé par France Travail", en: "refused by France Travail" },
  "correction-requested": { fr: "correction demandée", en: "correction requested" },
  cancelled: { fr: "annulé", en: "cancelled" },
};
