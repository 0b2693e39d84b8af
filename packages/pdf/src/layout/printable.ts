import { hasGlyph } from "./measure.js";

const hardSpace = "\u00a0";
const narrowSpace = "\u202f";
const substitute = "□";

/**
 * A line as it is printed: French spaces and apostrophes, and only characters the faces have.
 * A letter they lack loses its accent or ligature; an emoji or another script becomes □.
 */
export function printable(text: string): string {
  if (plain.test(text)) return text;
  return french(covered(text.normalize("NFC").replace(/[\s\u2028\u2029]/g, (blank) => (isKeptBlank(blank) ? blank : " "))));
}

/** Nothing to set or to substitute: letters parted by spaces, or figures. */
const plain = /^(?:[A-Za-zÀ-ÖØ-öø-ÿ.,()/_ -]*|[\d.,/€%\u00a0\u202f-]*)$/;

function french(text: string): string {
  return text
    .replace(/(?<=\p{L})'(?=[\p{L}\d«])(?!\S*@)/gu, "’")
    .replace(/ (?=[:»]|[–—] )/g, hardSpace)
    .replace(/(?<=«) /g, hardSpace)
    .replace(/ (?=[;!?])/g, narrowSpace)
    .replace(/(?<=\d) (?=[€%]|(?:h|min|j)(?![\p{L}\d]))/gu, hardSpace)
    .replace(/(?<=\b[Ll]e) (?=\d\d\/\d\d\/\d{4})/g, hardSpace)
    .replace(/(?<=\d\u00a0h) (?=\d\d(?!\d))/g, hardSpace);
}

function covered(text: string): string {
  if ([...text].every(hasGlyph)) return text;
  let result = "";
  for (const { segment } of new Intl.Segmenter("fr", { granularity: "grapheme" }).segment(text)) result += coveredGrapheme(segment);
  return result;
}

function coveredGrapheme(grapheme: string): string {
  const visible = grapheme.replace(/\p{Cc}|\p{Cf}|\p{Variation_Selector}/gu, "");
  if ([...visible].every(hasGlyph)) return visible;
  const plain = visible.normalize("NFKD").replace(/\p{M}/gu, "");
  return plain !== "" && [...plain].every(hasGlyph) ? plain : substitute;
}

function isKeptBlank(blank: string): boolean {
  return blank === hardSpace || blank === narrowSpace;
}
