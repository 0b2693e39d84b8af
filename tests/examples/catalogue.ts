import { type Path, type Problem, type ProblemCode, rowOf, type Sentence, type Severity, sources } from "@kairos/core";
import { expect } from "vitest";

/** A sentence whose three parts are there, begin and end as sentences do, and have no hole in them. */
export const fullSentence = { what: wellFormed(), why: wellFormed(), mend: wellFormed() };

function wellFormed(): unknown {
  return expect.stringMatching(/^(?!.*(undefined|NaN|Infinity|\[object|null|\/\/|90.071.992))[«“A-ZÀÉÊÎ0-9€].{4,}[.…]$/su);
}

/** What was found, whole, on one line: how bad, where, with which figures. */
export function findingLine({ code, severity, path, params }: Problem): string {
  return `${code} (${severity}) /${path.join("/")} ${JSON.stringify(params)}`;
}

/** Does a path point into a document: every step but the last exists. */
export function pathExists(document: object, path: Path): boolean {
  const roots = [document, "quote" in document ? document.quote : undefined, "provider" in document ? document.provider : undefined];
  return roots.some((root) => leadsSomewhere(root, path));
}

function leadsSomewhere(root: unknown, path: Path): boolean {
  let value = root;
  const [first] = path;
  for (const step of path.slice(0, -1)) {
    if (typeof value !== "object" || value === null) return false;
    value = (value as Record<string | number, unknown>)[step];
  }
  if (first === undefined || typeof value !== "object" || value === null) return false;
  return path.length > 1 || knownFields.has(String(first)) || first in value;
}

/** Fields that are missing from a document and still are its own. */
const knownFields = new Set([
  "title",
  "place",
  "poei",
  "approval",
  "secondQuote",
  "on",
  "validUntil",
  "lines",
  "qualiopi",
  "formacodeVersion",
]);

export interface PrintedRule {
  readonly code: ProblemCode;
  readonly path: Path;
  readonly sentence: Sentence;
}

export interface PrintedGroup {
  readonly title: string;
  readonly about: string;
  readonly rules: readonly PrintedRule[];
}

const severityWords: Readonly<Record<Severity, string>> = {
  error: "bloquant",
  warning: "à vérifier",
  notice: "pour information",
  undecided: "à compléter",
};
const confidenceWords = { official: "texte officiel", secondary: "source secondaire", unsure: "incertain" };

/** A page of the printed catalogue: what the desk checks, in the words that people read, with where it comes from. */
export function cataloguePage(title: string, about: string, groups: readonly PrintedGroup[], after = ""): string {
  const sections = groups.map((group) => `## ${group.title}\n\n${group.about}\n\n${header}\n${group.rules.map(row).join("\n")}\n`);
  return `# ${title}\n\n${about}\n\n${legend}\n\n${sections.join("\n")}${after}`;
}

const legend = [
  "*Page écrite par les tests : ne pas la modifier à la main.* Chaque ligne est un exemple réel de ce que Kairos dit.",
  "**Bloquant** : le dossier ne part pas tant que ce n'est pas corrigé. **À vérifier** : une personne doit regarder, le dossier peut partir.",
  "**Pour information** : rien à corriger. « Où » désigne l'endroit du dossier ; le code ne change jamais.",
].join("\n");

const header = "| Ce que dit Kairos | Gravité | Code | Où | Source |\n| --- | --- | --- | --- | --- |";

function row({ code, path, sentence }: PrintedRule): string {
  const { severity, source } = rowOf(code);
  const { title, confidence, url } = sources[source];
  const named = url === undefined ? title : `[${title}](${url})`;
  const said = `**${sentence.what}**<br>${sentence.why}<br>→ ${sentence.mend}`;
  const cells = [
    said,
    severityWords[severity],
    `\`${code}\``,
    path.length === 0 ? "–" : `\`${path.join(".")}\``,
    `${named} (${confidenceWords[confidence]})`,
  ];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
}
