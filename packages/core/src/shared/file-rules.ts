import { type ProblemOf, refusal } from "./rules.js";

/** What every problem inside a file tells: the line, from 1. Its path is the column, or the elements that lead to it. */
export interface InFile {
  readonly line: number;
}

/** What a file may hold at most, so that no file fills the memory or keeps others waiting. */
export type FileLimit = "depth" | "text" | "elements" | "attributes" | "sessions" | "entries" | "columns" | "rows" | "cell";

/** Why a document is not well formed. */
export type XmlFault = "cut" | "unknown-entity" | "mismatched" | "malformed";

/** What can be wrong with a file before anything of its content is understood. */
export const fileRules = {
  "file.not-text": refusal<object>({
    severity: "error",
    source: "desk-practice",
    fr: () => ({
      what: "Ce fichier n'est pas du texte : il contient des octets nuls ou binaires.",
      why: "Un classeur Excel, une archive ou un fichier abîmé ne se lit pas comme un tableau ou un XML.",
      mend: "Exportez-le à nouveau ; dans Excel : Enregistrer sous, « CSV UTF-8 ».",
    }),
  }),
  "file.encoding": refusal<{ declared: string; line: number }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ declared, line }) => ({
      what:
        line > 0
          ? `Le fichier n'est pas écrit dans l'encodage « ${declared} » (ligne ${line}).`
          : `Le fichier ne se lit pas d'un bout à l'autre dans l'encodage « ${declared} ».`,
      why: "Les accents seraient faux dans les fiches, sans que rien ne le signale.",
      mend: "Exportez-le à nouveau en UTF-8.",
    }),
  }),
  "file.beyond-limits": refusal<{ limit: FileLimit; most: number; line: number }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ limit, most, line }) => ({
      what: `Le fichier a ${limitNames[limit]} (${most} au plus), ligne ${line}.`,
      why: "Aucun vrai catalogue n'en approche : c'est un fichier abîmé, ou fait pour nuire.",
      mend: "Exportez-le à nouveau, ou en plusieurs fichiers.",
    }),
  }),
  "xml.not-well-formed": refusal<{ fault: XmlFault; line: number; column: number }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ fault, line, column }) => ({
      what: `Le XML ${xmlFaults[fault]}, ligne ${line}, colonne ${column}.`,
      why: "Ce qui suit pourrait être lu de travers : rien n'est repris.",
      mend: "Exportez le fichier à nouveau, sans le modifier à la main.",
    }),
  }),
  "xml.declaration-refused": refusal<{ line: number }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ line }) => ({
      what: `Le XML déclare ses propres entités (DOCTYPE, ligne ${line}).`,
      why: "Elles servent à faire enfler un fichier ou à lire ceux de la machine : elles ne sont jamais lues.",
      mend: "Exportez le catalogue sans DOCTYPE.",
    }),
  }),
};

export type FileProblem = ProblemOf<typeof fileRules>;

const limitNames: Readonly<Record<FileLimit, string>> = {
  depth: "des éléments trop imbriqués",
  text: "un texte trop long",
  elements: "trop d'éléments dans une même fiche",
  attributes: "trop d'attributs sur un élément",
  sessions: "trop de sessions dans une même formation",
  entries: "trop de fiches",
  columns: "trop de colonnes",
  rows: "trop de lignes",
  cell: "une cellule trop longue",
};

const xmlFaults: Readonly<Record<XmlFault, string>> = {
  cut: "s'arrête avant sa fin",
  "unknown-entity": "emploie une entité que rien ne définit",
  mismatched: "a une balise mal fermée",
  malformed: "est mal formé",
};
