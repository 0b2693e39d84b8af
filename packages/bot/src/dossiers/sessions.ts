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
import { done, type Reply, same } from "../reply.js";

/** A session's record, and what the rules say of it. */
export function sessionCard(session: Session, today: IsoDate): Reply {
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
    trace: { object: session.reference },
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
