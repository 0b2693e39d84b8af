import type { InFile } from "../shared/file-rules.js";
import { type ProblemOf, refusal } from "../shared/rules.js";
import { type ImportNature, importNatureLabels } from "./import.js";

/** Why an entry of a file is left out, whatever the file is written in, and why an import is not brought in or undone. */
export const importRules = {
  "import.reference-twice": refusal<InFile & { reference: string; firstLine: number }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ reference, firstLine }) => ({
      what: `La référence ${reference} est déjà employée ligne ${firstLine} de ce fichier.`,
      why: "Une référence désigne une seule fiche : on ne peut pas deviner laquelle est la bonne.",
      mend: "Corrigez l'une des deux références dans le fichier.",
    }),
  }),
  "import.other-establishment": refusal<InFile & { siret: string; expected: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ siret, expected }) => ({
      what: `Cette fiche est celle d'un autre établissement (${siret}), pas de ${expected}.`,
      why: "Un import n'écrit que dans l'établissement pour lequel il est fait.",
      mend: "Importez le fichier pour cet établissement-là (option etablissement), ou corrigez le SIRET.",
    }),
  }),
  "import.reference-elsewhere": refusal<InFile & { reference: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ reference }) => ({
      what: `La référence ${reference} est déjà prise hors de cet établissement.`,
      why: "Une référence désigne une seule fiche de l'espace de travail.",
      mend: "Donnez une autre référence à la fiche du fichier.",
    }),
  }),
  "import.course-unknown": refusal<InFile & { course: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ course }) => ({
      what: `La formation ${course}, dont cette session dépend, n'est ni dans le fichier ni dans le bureau.`,
      why: "La session serait rattachée à rien.",
      mend: "Créez la formation avec cette référence, ou videz la colonne « cours ».",
    }),
  }),
  "import.nothing-sound": refusal<{ leftOut: number }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ leftOut }) =>
      leftOut === 0
        ? {
            what: "Le tableau n'a que ses titres.",
            why: "Sans une ligne au moins, il n'y a rien à faire entrer.",
            mend: "Ajoutez une ligne par session, puis importez-le à nouveau.",
          }
        : {
            what:
              leftOut === 1 ? "La seule fiche du fichier ne peut pas entrer." : `Aucune des ${leftOut} fiches du fichier ne peut entrer.`,
            why: `${leftOut === 1 ? "Elle" : "Chacune"} a au moins un défaut, dit dans le rapport.`,
            mend: "Corrigez le fichier d'après le rapport, puis importez-le à nouveau.",
          },
  }),
  "import.faulty-entries": refusal<{ reference: string; leftOut: number }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ reference, leftOut }) => ({
      what: `${leftOut} fiche${leftOut > 1 ? "s" : ""} de ${reference} ne ${leftOut > 1 ? "peuvent" : "peut"} pas entrer : rien n'a été fait.`,
      why: "Un fichier n'entre en partie que si vous le demandez.",
      mend: "Corrigez le fichier et importez-le à nouveau, ou ne faites entrer que les fiches saines (sains-seulement).",
    }),
  }),
  "import.wrong-status": refusal<{ reference: string; status: "judged" | "brought-in" | "undone" }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ reference, status }) => ({
      what: `L'import ${reference} ${statusSentences[status]}.`,
      why: "Un import entre une fois, et s'annule une fois.",
      mend: status === "judged" ? "Il n'y a rien à annuler : rien n'est entré." : "Pour recommencer, importez le fichier à nouveau.",
    }),
  }),
  "import.other-nature": refusal<{ reference: string; nature: ImportNature; command: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ reference, nature, command }) => ({
      what: `L'import ${reference} n'est pas de ceux de cette commande : c'est un fichier de nature « ${importNatureLabels[nature].fr} ».`,
      why: "Un catalogue et un relevé de présence n'entrent pas au même endroit.",
      mend: `Employez ${command} reference:${reference}.`,
    }),
  }),
  "import.used-since": refusal<{ reference: string; count: number; references: readonly string[] }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ reference, count, references }) => ({
      what: `${count} fiche${count > 1 ? "s" : ""} de ${reference} ${count > 1 ? "ont" : "a"} servi ou changé depuis : ${references.join(", ")}${count > references.length ? "…" : ""}.`,
      why: "Annuler effacerait ce qui a été fait depuis : devis, planning, rendez-vous, corrections.",
      mend: "Annulez d'abord ce qui s'en sert, ou gardez ces fiches (garder-utilisees).",
    }),
  }),
};

export type ImportProblem = ProblemOf<typeof importRules>;

const statusSentences = {
  judged: "n'a pas encore été validé",
  "brought-in": "est déjà entré",
  undone: "a été annulé",
};
