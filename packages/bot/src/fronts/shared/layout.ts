/** How many columns a text takes in a terminal. */
export function widthOf(text: string): number {
  if (/^[\x20-\u02ff\u2000-\u20cf\u2190-\u21ff\ue000]*$/.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += widthOfOne(segment);
  return width;
}

/** Cuts at ordinary spaces; no-break ones hold, a word longer than a line is cut. */
export function wrap(text: string, width: number): readonly string[] {
  const most = Math.max(width, 8);
  const lines: string[] = [];
  let current = "";
  const words = text.split(" ").flatMap((one) => (widthOf(one) <= most ? [one] : one.split(held)));
  for (const word of words.flatMap((one) => pieces(one, most))) {
    const longer = current === "" ? word : `${current} ${word}`;
    if (widthOf(longer) <= most) current = longer;
    else {
      lines.push(current);
      current = word;
    }
  }
  return [...lines, current].map((line) => line.replaceAll(held, " "));
}

/** Keeps a command in one piece where a line can hold it: see `wrap`. */
export function whole(command: string): string {
  return command.replace(/ /g, held);
}

export function padded(text: string, width: number, side: "left" | "right" = "left"): string {
  const blank = " ".repeat(Math.max(0, width - widthOf(text)));
  return side === "left" ? text + blank : blank + text;
}

/** Nothing a stored value holds may move the cursor, hide text or turn it around. */
export function harmless(text: string): string {
  return text.replace(/\t/g, " ").replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "\u00b7");
}

/** A space where no line may break, in the private area of Unicode. */
const held = "\ue000";
const graphemes = new Intl.Segmenter("fr", { granularity: "grapheme" });
const wide =
  /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation})|\ufe0f/u;

function widthOfOne(grapheme: string): number {
  if (/^\p{M}|^[\u200b-\u200d\ufeff]/u.test(grapheme)) return 0;
  return wide.test(grapheme) ? 2 : 1;
}

function pieces(word: string, width: number): readonly string[] {
  if (widthOf(word) <= width) return [word];
  const parts: string[] = [];
  let part = "";
  let taken = 0;
  for (const { segment } of graphemes.segment(word)) {
    const size = widthOfOne(segment);
    if (taken + size > width) {
      parts.push(part);
      part = "";
      taken = 0;
    }
    part += segment;
    taken += size;
  }
  return [...parts, part];
}
