import type { Language } from "@kairos/core";
import type { BlockOf } from "../shared/blocks.js";
import { drawTable, naturalWidth } from "../shared/table.js";
import { withTimestamps } from "./days.js";
import { commandText, escaped } from "./markdown.js";

/** Columns of a code block inside an embed, and the letters a table may take of it. */
const tableWidth = 56;
const tableLetters = 2800;

/** Aligned in a code block when the columns fit, else one line per row, which a telephone can fold. Whole rows only. */
export function tableOf({ columns, rows }: BlockOf<"table">, language: Language): string {
  const clean = (cell: string) => cell.replace(/[`\n]/g, " ");
  const natural = naturalWidth(columns, rows);
  const aligned = natural <= tableWidth;
  const cells = rows.map((row) => row.map(clean));
  const drawn = aligned ? drawTable(columns.map(clean), cells, natural) : undefined;
  const lines = drawn === undefined ? rows.map((row) => inOneLine(row, columns, language)) : [...drawn.head, ...drawn.rows];
  let size = 0;
  const kept = lines.filter((line) => {
    size += line.length + 1;
    return size <= tableLetters;
  });
  const rest = lines.length - kept.length;
  const more = rest === 0 ? "" : language === "fr" ? `\n… et ${rest} de plus` : `\n… and ${rest} more`;
  return aligned ? `\`\`\`\n${kept.join("\n")}${more}\n\`\`\`` : kept.join("\n") + more;
}

/** A figure alone says nothing once its column is out of sight: it is said with the column's title. Nothing is not said. */
function inOneLine([first = "", ...others]: readonly string[], columns: readonly string[], language: Language): string {
  const colon = language === "fr" ? " : " : ": ";
  const rest = others.flatMap((cell, index) => {
    if (cell === "" || cell === "—") return [];
    if (cell.startsWith("/")) return [commandText(cell)];
    const title = columns[index + 1] ?? "";
    return [figure.test(cell) && title !== "" ? `${escaped(title)}${colon}${escaped(cell)}` : withTimestamps(escaped(cell))];
  });
  return [first.startsWith("/") ? commandText(first) : `**${escaped(first)}**`, ...rest].join(" · ");
}

/** `3 h 30`, `98,6 %`, `1 190,00 €`, `12`. */
const figure = /^-?[\d\s.,]+(?:(?:h|min|%|€)(?:\s?[\d\s]+(?:min)?)?)?$/u;
