import { documentTypes, type FileFault, type FileRefusal, useOf } from "../../shared/file-faults.js";
import type { Sentence } from "../../shared/language.js";

/** Why a file is not taken, and what to give in its place, in English. */
export function fileRefusedInEnglish({ fault, name, mostBytes, accepts = documentTypes }: FileRefusal): Sentence {
  const use = useOf(accepts);
  return {
    what: `“${name}” ${fault === "unknown-type" ? neitherOf(accepts) : fileFaults[fault]}${fault === "too-heavy" ? ` (${mostBytes / 1024 / 1024} MB at most)` : ""}.`,
    why: whys[use],
    mend:
      mends[fault] ??
      (use === "picture"
        ? `Take the screenshot again, then attach ${kindsOf(accepts)}.`
        : `Attach ${kindsOf(accepts)}; export it again if need be.`),
  };
}

/** `a PDF, a PNG or a JPEG`. */
function kindsOf(accepts: readonly string[]): string {
  const named = accepts.map(withArticle);
  return named.length < 2 ? named.join("") : `${named.slice(0, -1).join(", ")} or ${named.at(-1)}`;
}

function neitherOf(accepts: readonly string[]): string {
  return accepts.length === 1 ? `is not ${kindsOf(accepts)}` : `is neither ${accepts.map(withArticle).join(", nor ")}`;
}

function withArticle(kind: string): string {
  return `${kind.startsWith("X") ? "an" : "a"} ${kind}`;
}

const fileFaults: Readonly<Record<Exclude<FileFault, "unknown-type">, string>> = {
  empty: "is empty",
  "too-heavy": "is too heavy",
  "too-large": "has outsized dimensions",
  "not-what-it-says": "does not hold what its name announces",
  workbook: "is a workbook, which is not read as it is",
  unreachable: "could not be read",
  damaged: "is damaged or incomplete",
  "holds-more": "holds something other than a picture",
  animated: "is an animated picture",
  "path-in-name": "has a name that points at a folder",
};

const whys = {
  paper: "An attachment must open on any computer, yours and France Travail's alike.",
  picture: "The screenshot leaves with the file: it must open anywhere, and show only what you saw.",
  data: "Only a file of data is read; a workbook or a PDF must be exported first.",
};

const mends: Partial<Readonly<Record<FileFault, string>>> = {
  workbook: "In Excel: File, Save as, “CSV UTF-8 (comma delimited)”; in LibreOffice: File, Save as, “Text CSV”. Attach that file.",
  "path-in-name": "Rename the file without a slash, neither / nor \\, then attach it again.",
};
