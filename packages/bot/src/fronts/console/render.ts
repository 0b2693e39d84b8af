import { styleText } from "node:util";
import type { Language } from "@kairos/core";
import type { Answer } from "../../dispatch.js";
import type { Block, BlockOf, Finding, Mark, Step } from "../shared/blocks.js";
import { explained, headed, wording } from "../shared/language.js";
import { harmless, padded, whole, widthOf, wrap } from "../shared/layout.js";
import { sayAnswer } from "../shared/say-answer.js";
import { drawTable } from "../shared/table.js";

export interface Look {
  readonly language: Language;
  readonly colours: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

/** An answer as lines of text; `written` are the paths of its documents. */
export function renderAnswer(answer: Answer, look: Look, written: readonly string[] = []): readonly string[] {
  const blocks = sayAnswer(answer, look.language);
  const lines = blocks.flatMap((block, index) => {
    if (block.kind === "next" && joinsLine(blocks[index - 1], block, look)) return [];
    const after = blocks[index + 1];
    const joined =
      block.kind === "line" && after?.kind === "next" && joinsLine(block, after, look) ? ` ${nextSentence(after.steps[0], look)}` : "";
    return renderBlock(block, joined, look);
  });
  return [...lines, ...written.flatMap((path) => marked("plain", headed(wording.document, path, look.language), look))];
}

const margin = 2;
type Style = Parameters<typeof styleText>[0];

const signs: Readonly<Record<Mark, readonly [sign: string, style: Style | undefined]>> = {
  plain: ["", undefined],
  muted: ["", "dim"],
  good: ["✔", "green"],
  bad: ["✖", "red"],
  warning: ["⚠", "yellow"],
  notice: ["ℹ", "cyan"],
  denied: ["⛔", "red"],
  unknown: ["?", "cyan"],
};

function renderBlock(block: Block, joined: string, look: Look): readonly string[] {
  if (block.kind === "title") return indented(block.text, margin, look, "bold");
  if (block.kind === "line") return marked(block.mark, block.text + joined, look);
  if (block.kind === "fields") return renderFields(block, look);
  if (block.kind === "table") return renderTable(block, look);
  if (block.kind === "finding") return renderFinding(block, look);
  return renderNext(block, look);
}

function renderFields({ fields }: BlockOf<"fields">, look: Look): readonly string[] {
  const names = fields.map(({ name }) => harmless(name));
  const column = Math.min(Math.max(...names.map(widthOf)), 28) + 2;
  return fields.flatMap(({ value }, index) => {
    const name = names[index] ?? "";
    const long = widthOf(name) + 2 > column;
    const rows = folded(value, look.width - margin - column);
    const head = long ? indented(name, margin, look, "dim") : [];
    return [
      ...head,
      ...rows.map((row, place) => {
        const label = place === 0 && !long ? paint("dim", padded(name, column), look) : " ".repeat(column);
        return " ".repeat(margin) + label + row;
      }),
    ];
  });
}

function renderTable({ columns, rows }: BlockOf<"table">, look: Look): readonly string[] {
  const drawn = drawTable(
    columns.map(harmless),
    rows.map((row) => row.map((cell) => harmless(cell.replace(/\n/g, " ")))),
    look.width - margin,
  );
  const shift = (row: string) => (row === "" ? "" : " ".repeat(margin) + row);
  return [...drawn.head.map((row) => shift(paint("dim", row, look))), ...drawn.rows.map(shift)];
}

/** Errors say all; warnings what and how to mend; refused rights in one breath; notices only what. */
function renderFinding({ mark, what, why, mend }: Finding, look: Look): readonly string[] {
  if (mark === "denied") return marked(mark, sentenceOf({ text: what, ...mend }), look);
  const lines = [...marked(mark, what, look)];
  if (why !== undefined && mark === "bad") lines.push(...indented(explained(wording.why, why, look.language), margin + 2, look));
  if (mend !== undefined && (mark === "bad" || mark === "warning")) {
    lines.push(...indented(explained(wording.mend, sentenceOf(mend), look.language), margin + 2, look));
  }
  return lines;
}

function renderNext({ steps }: BlockOf<"next">, look: Look): readonly string[] {
  if (steps.length === 1) return indented(nextSentence(steps[0], look), margin, look);
  const head = headed(wording.nexts, "", look.language).trimEnd();
  return [...indented(head, margin, look), ...steps.flatMap((step) => hanging("·", sentenceOf(step), look, undefined))];
}

function joinsLine(block: Block | undefined, next: BlockOf<"next">, look: Look): boolean {
  if (block?.kind !== "line" || block.mark !== "good" || next.steps.length !== 1) return false;
  return widthOf(`${block.text} ${nextSentence(next.steps[0], look)}`) + margin + 2 <= look.width;
}

function nextSentence(step: Step | undefined, look: Look): string {
  return headed(wording.next, step === undefined ? "" : sentenceOf(step), look.language);
}

function sentenceOf({ text, command }: Step): string {
  return [text, command === undefined ? undefined : whole(command)].filter((part) => part !== undefined).join(" → ");
}

function marked(mark: Mark, text: string, look: Look): readonly string[] {
  const [sign, style] = signs[mark];
  return sign === "" ? indented(text, margin, look, style) : hanging(sign, text, look, style);
}

/** A sign, then the text with its next lines under its first word. */
function hanging(sign: string, text: string, look: Look, style: Style | undefined): readonly string[] {
  const hang = margin + widthOf(sign) + 1;
  const rows = folded(text, look.width - hang);
  return rows.map((row, index) => (index === 0 ? `${" ".repeat(margin)}${paint(style, sign, look)} ${row}` : " ".repeat(hang) + row));
}

function indented(text: string, by: number, look: Look, style?: Style): readonly string[] {
  return folded(text, look.width - by).map((row) => (row === "" ? "" : " ".repeat(by) + paint(style, row, look)));
}

function folded(text: string, width: number): readonly string[] {
  return text.split("\n").flatMap((row) => wrap(harmless(row), width));
}

function paint(style: Style | undefined, text: string, { colours }: Look): string {
  return colours && style !== undefined ? styleText(style, text, { validateStream: false }) : text;
}
