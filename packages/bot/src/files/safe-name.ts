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
