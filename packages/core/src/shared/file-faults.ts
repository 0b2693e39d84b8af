import type { Sentence } from "./language.js";

/** Why a file is not taken. */
export type FileFault =
  | "empty"
  | "too-heavy"
  | "too-large"
  | "unknown-type"
  | "not-what-it-says"
  | "workbook"
  | "unreachable"
  | "damaged"
  | "holds-more"
  | "animated"
  | "path-in-name";

/** A file that is not taken; `accepts`: what it may be, documents unless said. */
export interface FileRefusal {
  readonly fault: FileFault;
  readonly name: string;
  readonly mostBytes: number;
  readonly accepts?: readonly string[];
}

export const documentTypes: readonly string[] = ["PDF", "PNG", "JPEG"];

/** What a file is wanted for, told by what it may be: a paper, a picture, or data. */
export function useOf(accepts: readonly string[]): "paper" | "picture" | "data" {
  if (accepts.includes("PDF")) return "paper";
  return accepts.includes("PNG") ? "picture" : "data";
}

/** Why a file is not taken, and what to give in its place, in French. */
export function sayFileRefused({ fault, name, mostBytes, accepts = documentTypes }: FileRefusal): Sentence {
  const use = useOf(accepts);
  return {
    what: `« ${name} » ${fileFaultIn(fault, accepts)}${fault === "too-heavy" ? ` (${mostBytes / 1024 / 1024} Mo au plus)` : ""}.`,
    why: whys[use],
    mend: mends[fault] ?? (use === "picture" ? `Refaites la capture d'écran, puis joignez ${oneOf(accepts)}.` : mendOf(accepts)),
  };
}

function fileFaultIn(fault: FileFault, accepts: readonly string[]): string {
  if (fault !== "unknown-type") return fileFaults[fault];
  return accepts.length === 1 ? `n'est pas un ${accepts[0]}` : `n'est ni ${accepts.map((kind) => `un ${kind}`).join(", ni ")}`;
}

function mendOf(accepts: readonly string[]): string {
  return `Joignez ${oneOf(accepts)}, exporté à nouveau s'il le faut.`;
}

/** `un PDF, un PNG ou un JPEG`. */
function oneOf(accepts: readonly string[]): string {
  const items = accepts.map((kind) => `un ${kind}`);
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ou ${items.at(-1)}`;
}

const fileFaults: Readonly<Record<Exclude<FileFault, "unknown-type">, string>> = {
  empty: "est vide",
  "too-heavy": "est trop lourd",
  "too-large": "a des dimensions démesurées",
  "not-what-it-says": "n'a pas le contenu que son nom annonce",
  workbook: "est un classeur, qui ne se lit pas tel quel",
  unreachable: "n'a pas pu être lu",
  damaged: "est abîmé ou incomplet",
  "holds-more": "contient autre chose qu'une image",
  animated: "est une image animée",
  "path-in-name": "a un nom qui désigne un dossier",
};

const whys = {
  paper: "Une pièce jointe doit pouvoir s'ouvrir, chez vous comme chez France Travail.",
  picture: "La capture part avec le dossier : elle doit s'ouvrir partout, et ne montrer que ce que vous avez vu.",
  data: "Seul un fichier de données se lit ; un classeur ou un PDF doit d'abord être exporté.",
};

const mends: Partial<Readonly<Record<FileFault, string>>> = {
  workbook:
    "Dans Excel : Fichier, Enregistrer sous, « CSV UTF-8 (délimité par des virgules) » ; dans LibreOffice : Fichier, Enregistrer sous, « Texte CSV ». Joignez ce fichier.",
  "path-in-name": "Renommez le fichier sans barre, ni / ni \\, puis joignez-le à nouveau.",
};
