/** Most letters of a file's name on Chorus Pro, extension included. */
export const longestFileName = 50;

/**
 * Names that a channel accepts for files that go together, in their order: ASCII letters and digits, dots and hyphens, no
 * blank, 50 letters at most with the extension, told apart without regard to capitals. The same names give the same ones.
 */
export function packageNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const { stem, extension } = partsOf(name);
    for (let version = 1; ; version += 1) {
      const mark = version === 1 ? "" : `-${version}`;
      const most = longestFileName - extension.length - mark.length;
      const candidate = `${stem.slice(0, most).replace(/[.-]+$/, "")}${mark}${extension}`;
      if (taken.has(candidate.toLowerCase())) continue;
      taken.add(candidate.toLowerCase());
      return candidate;
    }
  });
}

function partsOf(name: string): { readonly stem: string; readonly extension: string } {
  const plain = name
    .replace(/[œŒ]/g, "oe")
    .replace(/[æÆ]/g, "ae")
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[^A-Za-z0-9.]+/g, "-");
  const [extension = ""] = /\.[A-Za-z0-9]{1,8}$/.exec(plain) ?? [];
  const stem = plain
    .slice(0, plain.length - extension.length)
    .replace(/[.-]{2,}/g, "-")
    .replace(/^[.-]+|[.-]+$/g, "");
  return { stem: stem === "" ? "fichier" : stem, extension: extension.toLowerCase() };
}
