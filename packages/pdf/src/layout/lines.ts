import type { Style } from "./marks.js";
import { widthOf } from "./measure.js";
import { printable } from "./printable.js";

/**
 * The lines a text takes in a width. Words longer than the width are cut, after a hyphen or a dot where there is one.
 * A line broken at a space keeps it, for those who read the file as one text.
 */
export function linesOf(text: string, width: number, style: Style): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of words(printable(text), width, style)) {
    const longer = line + word;
    if (line !== "" && widthOf(longer.trimEnd(), style) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line.trim() !== "") lines.push(line.trimEnd());
  return lines;
}

/** The beginning of a text that fits on one line, with an ellipsis when something is left out. */
export function fitted(text: string, width: number, style: Style): string {
  const whole = printable(text);
  if (widthOf(whole, style) <= width) return whole;
  const characters = [...whole];
  while (characters.length > 0 && widthOf(`${characters.join("")}…`, style) > width) characters.pop();
  return `${characters.join("").trimEnd()}…`;
}

/** Pieces that may each begin a line, every one with the space that follows it. */
function words(text: string, width: number, style: Style): readonly string[] {
  const found = text.trim().match(/[^ ]+ */g) ?? [];
  return found.flatMap((word) => (widthOf(word.trimEnd(), style) <= width ? [word] : pieces(word, width, style)));
}

function pieces(word: string, width: number, style: Style): readonly string[] {
  const parts = word.match(/[^-/_.@,;\u00a0\u202f]*[-/_.@,;\u00a0\u202f]? */g)?.filter((part) => part !== "") ?? [word];
  return parts.flatMap((part) => (widthOf(part.trimEnd(), style) <= width ? [part] : slices(part, width, style)));
}

function slices(part: string, width: number, style: Style): readonly string[] {
  const cut: string[] = [];
  let slice = "";
  for (const character of part) {
    if (slice !== "" && widthOf(slice + character, style) > width) {
      cut.push(slice);
      slice = "";
    }
    slice += character;
  }
  return [...cut, slice];
}
