/** A name every file system and chat accepts: ASCII letters, digits, dots and dashes. */
export function safeName(name: string): string {
  const plain = name
    .replace(/[œŒ]/g, "oe")
    .replace(/[æÆ]/g, "ae")
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[^A-Za-z0-9._-]+/g, "-");
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(plain)?.[0] ?? "";
  const stem = plain
    .slice(0, plain.length - extension.length)
    .replace(/\.{2,}/g, ".")
    .replace(/^[.-]+|[.-]+$/g, "")
    .slice(0, 80);
  const usable = stem === "" || /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(stem) ? `document${stem === "" ? "" : `-${stem}`}` : stem;
  return usable + extension;
}

/** What is left of a name that may tell who somebody is: its extension, and that it was a path. */
export function unnamed(name: string): string {
  return `${/[/\\]/.test(name) ? "/" : ""}fichier${/\.[A-Za-z0-9]{1,5}$/.exec(name)?.[0].toLowerCase() ?? ""}`;
}

/** Is a file called as a phone or a screen calls it: such a name tells nothing of anybody. */
export function saysNothing(name: string): boolean {
  const words = name.normalize("NFC").match(/\p{L}+/gu) ?? [];
  const numbers = name.replace(takenAt, "").replace(/\D/g, "");
  return name.length <= 120 && numbers.length <= 5 && words.every((word) => ofDevices.has(word.toLowerCase()));
}

/** `20261123_101200`, `2026-11-23 à 10.12.00`: when a picture was taken. */
const takenAt =
  /20\d\d[-_.]?[01]\d[-_.]?[0-3]\d(?:[^\p{L}\d]{0,2}(?:à|at)?[^\p{L}\d]{0,2}[0-2]\d[-_.h]?[0-5]\d(?:[-_.]?[0-5]\d)?\d{0,3})?/u;

const ofDevices = new Set(
  "capture écran ecran d de du l à at screen shot screenshot image img photo pxl dsc unknown sans titre untitled png jpg jpeg scaled copie".split(
    " ",
  ),
);
