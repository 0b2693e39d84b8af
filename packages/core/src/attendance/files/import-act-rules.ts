import type { InFile } from "../../shared/file-rules.js";
import { refusal } from "../../shared/rules.js";
import { counted } from "../../shared/text.js";
import { type AttendanceStatus, attendanceStatusLabels } from "../record.js";

/** What a row of attendance contradicts, in its file or in the desk, and why a whole import is not brought in or undone. */
export const importActRules = {
  "import.row-twice": refusal<InFile & { otherLine: number; same: boolean }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ otherLine, same }) =>
      same
        ? {
            what: `La ligne répète la ligne ${otherLine}.`,
            why: "La même demi-journée de la même personne ne compte qu'une fois.",
            mend: "Supprimez l'une des deux.",
          }
        : {
            what: `La ligne et la ligne ${otherLine} se contredisent : même personne, même demi-journée.`,
            why: "On ne peut pas deviner laquelle est vraie.",
            mend: "Ne gardez que la bonne.",
          },
  }),
  "import.fact-recorded": refusal<InFile & { status: AttendanceStatus; recorded: AttendanceStatus }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ status, recorded }) => ({
      what:
        status === recorded
          ? `Déjà saisi « ${attendanceStatusLabels[recorded].fr} », mais avec d'autres minutes, un autre motif ou un autre justificatif.`
          : `Le fichier dit « ${attendanceStatusLabels[status].fr} », alors que « ${attendanceStatusLabels[recorded].fr} » est déjà saisi.`,
      why: "Un import ne remplace pas ce que quelqu'un a constaté, sauf si vous le demandez.",
      mend: "Si le fichier a raison, validez l'import avec corriger:oui : ce qui était saisi reste dans l'historique.",
    }),
  }),
  "import.claim-recorded": refusal<InFile & { minutes: number; recorded: number; reference: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ minutes, recorded, reference }) => ({
      what: `Le fichier dit ${counted(minutes, "minute")}, alors que ${reference} en dit ${recorded}.`,
      why: "Une demi-journée ne se déclare qu'une fois : deux valeurs fausseraient le rapprochement.",
      mend: `Corrigez le fichier ; ou, si ${reference} est faux, annulez-le d'abord.`,
    }),
  }),
  "import.faulty-rows": refusal<{ reference: string; faulty: number; contradicting: number }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ reference, faulty, contradicting }) => ({
      what: `${counted(faulty + contradicting, "ligne")} de ${reference} ne ${faulty + contradicting > 1 ? "peuvent" : "peut"} pas entrer : rien n'a été enregistré.`,
      why:
        contradicting === 0
          ? "Un fichier n'entre en partie que si vous le demandez."
          : `${counted(contradicting, "ligne dit", "lignes disent")} autre chose que ce qui est déjà saisi, et rien n'est remplacé sans que vous le demandiez.`,
      mend:
        contradicting === 0
          ? "Corrigez le fichier et importez-le à nouveau, ou ne faites entrer que les lignes saines (lignes:saines)."
          : faulty === 0
            ? "Corrigez le fichier ; ou lignes:saines pour laisser ces lignes de côté, corriger:oui pour remplacer ce qui est saisi."
            : "Corrigez le fichier ; ou lignes:saines pour laisser ces lignes de côté, et corriger:oui avec lui pour remplacer ce qui est saisi.",
    }),
  }),
  "import.no-sound-row": refusal<{ faulty: number }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ faulty }) => ({
      what:
        faulty === 0
          ? "Le tableau n'a que ses titres."
          : faulty === 1
            ? "La seule ligne du fichier ne peut pas entrer."
            : `Aucune des ${faulty} lignes du fichier ne peut entrer.`,
      why:
        faulty === 0
          ? "Sans une ligne au moins, il n'y a rien à faire entrer."
          : "Chacune a au moins un défaut, dit avec son numéro de ligne.",
      mend: "Corrigez le fichier, puis importez-le à nouveau.",
    }),
  }),
  "attendance.export-too-large": refusal<{ most: number }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ most }) => ({
      what: `Il y a plus de ${most} demi-journées à exporter.`,
      why: "Un fichier de cette taille ne s'ouvre plus bien dans un tableur.",
      mend: "Exportez une session (session) ou un mois (mois) à la fois.",
    }),
  }),
  "import.changed-since": refusal<{ reference: string; count: number }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ reference, count }) => ({
      what: `${counted(count, "demi-journée")} de ${reference} ${count > 1 ? "ont été corrigées" : "a été corrigée"} depuis.`,
      why: "Annuler effacerait ces corrections.",
      mend: "Gardez-les avec garder-corrigees:oui ; le reste sera retiré.",
    }),
  }),
};
