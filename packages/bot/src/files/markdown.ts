import { formatDay, type ReportDocument, type ReportSection } from "@kairos/core";

/** A report as Markdown, to be read or kept where texts are: the same words as on paper. What comes from the data is never syntax. */
export function reportAsMarkdown(report: ReportDocument): string {
  const { genre, title, issuer, issuedOn, facts, sections, signatures } = report;
  const blocks = [
    heading(1, saidOf([genre, title]).join(" – ")),
    startingLine(saidOf([issuer.name, `SIRET ${issuer.siret}`, formatDay(issuedOn)]).join(" · ")),
    list(facts.filter(({ value }) => isSaid(escaped(value))).map(({ label, value }) => labelled(label, value))),
    ...sections.flatMap(sectionBlocks),
    ...(signatures.length === 0 ? [] : [heading(2, "Signatures"), list(signatures.map((one) => labelled(one.name, one.expected)))]),
  ];
  return `${blocks.filter(isSaid).join("\n\n")}\n`;
}

function sectionBlocks(section: ReportSection): readonly string[] {
  const paragraphs = (section.paragraphs ?? []).flatMap((text) => text.split(/\r?\n/));
  return [
    heading(2, section.heading),
    ...paragraphs.map(startingLine),
    list((section.items ?? []).map(startingLine)),
    ...(section.table === undefined ? [] : [pipeTable(section.table)]),
  ];
}

function heading(level: 1 | 2, text: string): string {
  const said = escaped(text);
  return isSaid(said) ? `${"#".repeat(level)} ${said}` : "";
}

function list(items: readonly string[]): string {
  return items
    .filter(isSaid)
    .map((item) => `- ${item}`)
    .join("\n");
}

function labelled(label: string, value: string): string {
  const said = escaped(label);
  return isSaid(said) ? `**${said}** : ${escaped(value)}` : startingLine(value);
}

/** As many cells in a row as there are titles; a table without a row says so, as on paper. */
function pipeTable({ columns, rows }: NonNullable<ReportSection["table"]>): string {
  if (columns.length === 0) return "";
  const line = (cells: readonly string[]) => `| ${columns.map((_, index) => escaped(cells[index] ?? "")).join(" | ")} |`;
  const shown = rows.length === 0 ? [["Néant"]] : rows;
  const rule = `| ${columns.map(() => "---").join(" | ")} |`;
  return [line(columns.map(({ title }) => title)), rule, ...shown.map(line)].join("\n");
}

/** A text that begins a line, where a dash or a number would begin a list. */
function startingLine(text: string): string {
  return escaped(text)
    .replace(/^[-+=]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2");
}

/** One line of plain words: nothing in it is a mark, a tag, an entity, a link or the edge of a cell, nor turns the reading around. */
function escaped(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/[\p{Cc}\u2028\u2029 ]+/gu, " ")
    .trim()
    .replace(/[\\`*_~[\]<>#|&$]/g, "\\$&")
    .replace(/(https?|ftp):\/\//gi, "$1\\://")
    .replace(/\bwww\./gi, (found) => `${found.slice(0, -1)}\\.`);
}

function saidOf(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => isSaid(escaped(text)));
}

function isSaid(text: string): boolean {
  return text !== "";
}
