import {
  checkSession,
  formatCents,
  formatDay,
  formatMinutes,
  type IsoDate,
  type Label,
  type Language,
  modalityLabels,
  type Session,
  totalMinutes,
} from "@kairos/core";
import { amount, choice, day, duration, optional, text, yesOrNo } from "../options.js";
import { done, type Reply, same } from "../reply.js";

/** What may be said of a session beyond its title and dates. */
export const sessionDetails = {
  centreMinutes: optional(duration({ fr: ["heures-centre", "Heures en centre"], en: ["centre-hours", "Hours in the centre"] })),
  companyMinutes: optional(duration({ fr: ["heures-entreprise", "Heures en entreprise"], en: ["company-hours", "Hours in a company"] })),
  distanceMinutes: optional(duration({ fr: ["heures-distance", "Heures à distance"], en: ["distance-hours", "Remote hours"] })),
  place: optional(text({ fr: ["lieu", "Adresse ou salle"], en: ["place", "Address or room"] }, 160)),
  modality: optional(
    choice(
      { fr: ["modalite", "Modalité : présentiel, mixte ou à distance"], en: ["modality", "Modality: on site, blended or remote"] },
      modalityLabels,
    ),
  ),
  priceCents: optional(
    amount({
      fr: ["prix", "Prix catalogue pédagogique, hors taxe"],
      en: ["price", "Catalogue price of the pedagogical part, before tax", "Catalogue price, before tax"],
    }),
  ),
  listingReference: optional(text({ fr: ["carif", "Numéro Carif-Oref"], en: ["carif", "Carif-Oref number"] }, 40)),
  certification: optional(text({ fr: ["certification", "Code RNCP ou RS"], en: ["certification", "RNCP or RS code"] }, 20)),
  certificationEndsOn: optional(
    day({
      fr: ["certification-fin", "Fin d'enregistrement de la certification"],
      en: ["certification-end", "End of the certification's registration"],
    }),
  ),
  formacode: optional(text({ fr: ["formacode", "Formacode à 5 chiffres"], en: ["formacode", "Formacode, 5 digits"] }, 10)),
  formacodeVersion: optional(
    text({ fr: ["formacode-version", "Édition du Formacode : V14"], en: ["formacode-version", "Edition of the Formacode: V14"] }, 4),
  ),
  cpfEligible: optional(yesOrNo({ fr: ["cpf", "Éligible au CPF"], en: ["cpf", "Eligible for the CPF"] })),
};

/** A session's record, and what the rules say of it. */
export function sessionCard(session: Session, today: IsoDate, details: Readonly<Record<string, string>> = {}): Reply {
  return done({
    title: same(`Session ${session.reference}`),
    lines: [{ tone: "plain", text: sessionSummary(session) }],
    fields: [
      { name: { fr: "Lieu", en: "Place" }, value: same(session.place ?? "—") },
      { name: { fr: "Modalité", en: "Modality" }, value: modalityLabels[session.modality] },
      { name: { fr: "Carif-Oref", en: "Carif-Oref" }, value: same(session.listingReference ?? "—") },
      { name: { fr: "Certification", en: "Certification" }, value: same(session.certification ?? "—") },
    ],
    problems: checkSession({ session, today }),
    data: { reference: session.reference },
    trace: { object: session.reference, details },
  });
}

/** `Cariste CACES R489 · 07/12/2026 → 18/12/2026 · 70 h · 1 190,00 €` */
export function sessionSummary(session: Session): Label {
  const inLanguage = (language: Language) =>
    [
      session.title,
      `${formatDay(session.startsOn, language)} → ${formatDay(session.endsOn, language)}`,
      formatMinutes(totalMinutes(session.hours)),
      session.priceCents === undefined ? undefined : formatCents(session.priceCents, language),
    ]
      .filter(Boolean)
      .join(" · ");
  return { fr: inLanguage("fr"), en: inLanguage("en") };
}
