import type { InFile } from "./file-rules.js";
import { type ProblemOf, refusal } from "./rules.js";

/** What can be wrong with a table: a CSV file, as people and spreadsheets write it. */
export const tableRules = {
  "table.header-missing": refusal<{ found: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ found }) => ({
      what: `La première ligne ne nomme aucune colonne connue : « ${found} ».`,
      why: "Sans titres de colonnes, on ne sait pas ce que dit chaque cellule.",
      mend: "Mettez les titres en première ligne ; un export du bureau (/session exporter, /assiduite exporter) en donne le modèle.",
    }),
  }),
  "table.column-missing": refusal<{ columns: readonly string[] }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ columns }) => ({
      what: `Il manque ${columns.length > 1 ? "les colonnes" : "la colonne"} ${columns.map((one) => `« ${one} »`).join(", ")}.`,
      why: "Aucune fiche ne peut être complète sans elle.",
      mend: "Ajoutez-la, avec son titre en première ligne.",
    }),
  }),
  "table.column-twice": refusal<{ column: string; titles: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ column, titles }) => ({
      what: `Deux colonnes disent « ${column} » : ${titles}.`,
      why: "On ne peut pas deviner laquelle est la bonne.",
      mend: "Gardez-en une, ou donnez un autre titre à l'autre.",
    }),
  }),
  "table.column-unknown": refusal<{ titles: string }>({
    severity: "warning",
    source: "desk-practice",
    fr: ({ titles }) => ({
      what: `Colonnes non lues : ${titles}.`,
      why: "Leur titre n'est pas connu : ce qu'elles contiennent n'est pas repris.",
      mend: "Si elles comptent, reprenez les titres d'un export du bureau.",
    }),
  }),
  "table.formula": refusal<InFile & { value: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ value }) => ({
      what: `La cellule commence comme une formule : « ${value} ».`,
      why: "Un tableur l'exécuterait chez tous ceux qui ouvriraient la fiche exportée.",
      mend: "Remplacez-la par sa valeur, ou mettez une apostrophe devant si c'est bien du texte.",
    }),
  }),
  "table.row-length": refusal<InFile & { cells: number; columns: number }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ cells, columns }) => ({
      what: `La ligne a ${cells} cellules, pour ${columns} colonnes.`,
      why: "Un séparateur en trop décale toutes les cellules qui suivent.",
      mend: "Mettez entre guillemets le texte qui contient le séparateur.",
    }),
  }),
  "table.quotes": refusal<InFile>({
    severity: "error",
    source: "desk-practice",
    fr: ({ line }) => ({
      what: `Un guillemet ouvert ligne ${line} n'est jamais fermé.`,
      why: "Toute la suite du fichier serait lue comme une seule cellule.",
      mend: "Fermez-le, ou exportez le tableau à nouveau.",
    }),
  }),
  "table.serial-date": refusal<InFile & { value: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ value }) => ({
      what: `« ${value} » est le numéro d'un jour dans Excel, pas une date lisible.`,
      why: "Selon le classeur, ce numéro désigne un jour ou un autre, quatre ans plus tard.",
      mend: "Donnez à la colonne le format « Date » dans Excel, puis enregistrez à nouveau en CSV.",
    }),
  }),
};

export type TableProblem = ProblemOf<typeof tableRules>;
