import type { AuditHead, Digest } from "@kairos/core";

/** Consecutive entries as one text: for each, its `previous`, what is chained between the workspace and the details, its details, its hash. */
export interface TrailPage {
  readonly count: number;
  /** The greatest number. */
  readonly last: number;
  readonly texts: string | null;
  /** 0 when one value at least is bytes where text belongs. */
  readonly plain: 0 | 1 | null;
}

const separator = "\u001f";

/**
 * Where a page leads, when every entry follows on from `head` and is written in the plainest way. Nothing when that is
 * not certain: `verifyTrail`'s own check then decides, and names what is wrong.
 */
export function followPage({ count, texts, plain }: TrailPage, head: AuditHead, workspace: string, digest: Digest): AuditHead | undefined {
  const parts = (texts ?? "").split(separator);
  if (plain !== 1 || parts.length !== count * 4) return undefined;
  const opening = `[${JSON.stringify(workspace)},`;
  const written = new Map<string, string>();
  let { sequence, hash } = head;
  for (let place = 0; place < parts.length; place += 4) {
    const middle = parts[place + 1] ?? "";
    const text = parts[place + 2] ?? "";
    const details = written.get(text) ?? chainedDetails(text);
    if (plainMiddle.exec(middle)?.[1] !== `${sequence + 1}` || details === undefined || parts[place] !== hash) return undefined;
    written.set(text, details);
    const expected = digest(`${hash}${opening}${middle}${details}]`);
    if (expected !== parts[place + 3]) return undefined;
    hash = expected;
    sequence += 1;
  }
  return { sequence, hash };
}

/** Six values and no more, none with a sign that JSON would write otherwise: only one entry is written so. */
const plainMiddle = /^([1-9]\d{0,14}),"[ !#-[\]-~]*","[ !#-[\]-~]*","[ !#-[\]-~]*","[ !#-[\]-~]*","(?:done|refused|failed)",$/;

/** One detail, its value as JSON writes it, and what follows. */
const detail = /"([A-Za-z][\w-]*)":("[ !#-[\]-~]*"|0|-?[1-9]\d{0,14}|true|false)([,}])/y;

/** `{"a":1,"b":"c"}` as the chain holds it, `[["a",1],["b","c"]]`; nothing when the text is not that plain, or not in order. */
export function chainedDetails(text: string): string | undefined {
  if (text === "{}") return "[]";
  if (!text.startsWith("{")) return undefined;
  let chained = "";
  let before = "";
  for (let at = 1; ; at = detail.lastIndex) {
    detail.lastIndex = at;
    const [, key = "", value, sign] = detail.exec(text) ?? [];
    if (value === undefined || key <= before) return undefined;
    before = key;
    chained += `${chained === "" ? "" : ","}["${key}",${value}]`;
    if (sign === "}") return detail.lastIndex === text.length ? `[${chained}]` : undefined;
  }
}
