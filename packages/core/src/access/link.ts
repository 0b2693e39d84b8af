import { type ReadLink, readLink } from "../shared/links.js";

/**
 * `portal`: the recorded site, by a secure address. `unsafe`: the recorded site, by an address nobody should use.
 * `imitation`: it passes for the portal and is not. `other`: another site. `unknown`: no address is recorded to compare with.
 */
export type LinkVerdict = "portal" | "unsafe" | "imitation" | "other" | "unknown";

export type LinkSign = "not-secure" | "hidden-site" | "foreign-letters" | "odd-port" | "portal-words" | "near-name";

export interface JudgedLink {
  readonly host: string;
  readonly verdict: LinkVerdict;
  /** What gives it away. */
  readonly signs: readonly LinkSign[];
}

/** Judges a link against the site the provider recorded from its letter. */
export function judgeLink(link: ReadLink, portalHost: string | undefined): JudgedLink {
  const { host, scheme, port, hasUserInfo, isAscii } = link;
  const faults: LinkSign[] = [
    ...(scheme === "https" || scheme === "" ? [] : ["not-secure" as const]),
    ...(hasUserInfo ? ["hidden-site" as const] : []),
    ...(port === undefined || port === "443" ? [] : ["odd-port" as const]),
    ...(isAscii ? [] : ["foreign-letters" as const]),
  ];
  if (portalHost !== undefined && host === portalHost) return { host, verdict: faults.length === 0 ? "portal" : "unsafe", signs: faults };
  const likeness = likenessOf(host, portalHost);
  const signs = [...faults.filter((sign) => sign !== "not-secure"), ...likeness];
  if (portalHost === undefined) return { host, verdict: "unknown", signs };
  const passesForIt = likeness.length > 0 || hasUserInfo || !isAscii;
  return { host, verdict: passesForIt ? "imitation" : "other", signs };
}

/** What a text holds that a person could follow; nothing in place of what looks like a link and cannot be read. */
export function linksIn(text: string): readonly (ReadLink | undefined)[] {
  const plain = text
    .slice(0, longest)
    .replace(/\p{Cf}+/gu, "")
    .replace(/h(?:xx|\*\*)p/gi, "http")
    .replace(/\s?(?:\[(?:\.|dot)\]|\((?:\.|dot)\)|\{(?:\.|dot)\})\s?/gi, ".");
  const found = plain.match(followable) ?? [];
  return found.map((link) => readLink(link.replace(/[*_~)\]}.,;:!?]+$/u, "")));
}

const longest = 20_000;
const rest = "[^\\s\"'<>“”«»`|]*";
const host = "(?:[\\p{L}\\p{N}_-]+\\.)+(?:xn--[a-z0-9-]+|\\p{Ll}{2,})(?![\\p{L}\\p{N}])";
/** A scheme that opens something, `//`, `www.`, a site's name or a number, wherever it stands; an e-mail address is none. */
const followable = new RegExp(
  `(?:(?:https?|ftp|wss?|javascript|vbscript|data|blob|file|view-source|intent|ms-[a-z-]+):|(?<![:\\p{L}])//|(?<![\\p{L}\\p{N}])www\\.)${rest}` +
    `|(?<![\\p{L}\\p{N}@._-])(?![\\p{L}\\p{N}._%+-]*@)(?:${host}|\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\d.]))(?:[:/?#]${rest})?`,
  "giu",
);

function likenessOf(host: string, portalHost: string | undefined): readonly LinkSign[] {
  const plain = skeleton(host);
  const signs: LinkSign[] = portalWords.some((word) => plain.includes(word)) ? ["portal-words"] : [];
  if (portalHost === undefined) return signs;
  const names = portalHost
    .split(".")
    .filter((label) => label.length >= 6)
    .map(skeleton);
  const isNear = names.some((name) => plain.includes(name) || host.split(".").some((label) => isAlmost(skeleton(label), name)));
  return isNear ? [...signs, "near-name"] : signs;
}

/** Words that only the portal and what passes for it have in their name, as `skeleton` writes them. */
const portalWords = ["portail-emploi", "francetravail", "france-travail", "pole-emploi", "kairos"].map((word) => skeleton(word));

/** What a hurried eye reads: look-alike signs the same, hyphens gone. */
function skeleton(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[-_]/g, "")
    .replace(/rn/g, "m")
    .replace(/vv/g, "w")
    .replace(/[0оο]/g, "o")
    .replace(/[1iіıl|]/g, "l")
    .replace(/[3еε]/g, "e")
    .replace(/[5ѕ]/g, "s")
    .replace(/[aаα4]/g, "a")
    .replace(/[рρ]/g, "p")
    .replace(/[сϲ]/g, "c");
}

/** One letter more, less, changed, or two swapped. */
function isAlmost(name: string, other: string): boolean {
  if (name === other) return true;
  if (Math.abs(name.length - other.length) > 1) return false;
  let start = 0;
  while (start < name.length && name[start] === other[start]) start += 1;
  let [end, otherEnd] = [name.length, other.length];
  while (end > start && otherEnd > start && name[end - 1] === other[otherEnd - 1]) [end, otherEnd] = [end - 1, otherEnd - 1];
  const [left, right] = [name.slice(start, end), other.slice(start, otherEnd)];
  return (left.length <= 1 && right.length <= 1) || (left.length === 2 && left === [...right].reverse().join(""));
}
