import type { Label } from "../../../shared/language.js";
import { type Finding, found, nothing, ruleAbout } from "../../../shared/rules.js";
import { enumerate } from "../../../shared/text.js";
import { mandatorySubjects, type NoteSubject, treatments } from "../codes.js";
import type { ElectronicSituation } from "./situation.js";

const rule = ruleAbout<ElectronicSituation>();

/** The mentions that the French reform counts. */
export const noteRules = {
  "einvoice.note-missing": rule({
    severity: "error",
    source: "fnfe-br-fr",
    check: ({ invoice: { notes } }) => {
      const missing = mandatorySubjects.filter((subject) => !notes.some((note) => note.subject === subject));
      return missing.flatMap((subject) => found(["notes"], { subject }));
    },
    fr: ({ subject }) => ({
      what: `La mention ${subjectNames[subject]?.fr ?? ""} (${subject}) manque.`,
      why: "Elle est obligatoire entre professionnels, et le fichier sans elle est rejeté (règle BR-FR-05).",
      mend: "Complétez les mentions de l'organisme.",
    }),
  }),
  "einvoice.note-repeated": rule({
    severity: "error",
    source: "fnfe-br-fr",
    check: ({ invoice: { notes } }) =>
      [...mandatorySubjects, "BAR" as const].flatMap((subject): readonly Finding<{ subject: string; count: number }>[] => {
        const count = notes.filter((note) => note.subject === subject).length;
        return count > 1 ? found(["notes"], { subject, count }) : nothing;
      }),
    fr: ({ subject, count }) => ({
      what: `La mention ${subject} est présente ${count} fois.`,
      why: "Elle doit l'être une seule fois (règles BR-FR-06 et BR-FR-31).",
      mend: "Réunissez ces textes en une seule mention.",
    }),
  }),
  "einvoice.note-treatment": rule({
    severity: "error",
    source: "fnfe-br-fr",
    check: ({ invoice: { notes } }) =>
      notes.flatMap(({ subject, text }, index): readonly Finding<{ text: string; allowed: string }>[] =>
        subject !== "BAR" || treatments.includes(text) ? nothing : found(["notes", index], { text, allowed: enumerate(treatments) }),
      ),
    fr: ({ text, allowed }) => ({
      what: `La mention BAR dit « ${text} ».`,
      why: "Les plateformes y lisent le traitement de la facture, par un code (règle BR-FR-20).",
      mend: `Codes possibles : ${allowed}.`,
    }),
  }),
};

/** The mandatory mentions in words, as they follow « la mention ». */
export const subjectNames: Readonly<Partial<Record<NoteSubject, Label>>> = {
  PMT: { fr: "de l'indemnité de recouvrement de 40 €", en: "of the recovery indemnity of 40 €" },
  PMD: { fr: "des pénalités de retard", en: "of late penalties" },
  AAB: { fr: "de l'escompte, ou de son absence,", en: "of the discount, or of its absence," },
};
