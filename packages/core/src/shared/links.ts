/** What a link would open, as a browser reads it. */
export interface ReadLink {
  /** Lower case, without port or trailing dot: where a person would arrive. */
  readonly host: string;
  /** `https`, `http`…; empty when none was written. */
  readonly scheme: string;
  readonly port?: string;
  /** Something stands before an `@`: the site is what comes behind it, whatever comes before. */
  readonly hasUserInfo: boolean;
  /** Written in plain letters: neither a letter of another alphabet, nor its `xn--` spelling, nor a sign nobody sees. */
  readonly isAscii: boolean;
}

/** A site's name in plain letters, with a dot; neither a number nor an `xn--` name. */
export const plainHostPattern = /^(?!.*xn--)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/** Reads a link as it was pasted, or made harmless (`hxxps://site[.]example`); nothing for what opens no site. */
export function readLink(text: string): ReadLink | undefined {
  if (text.length > longest) return undefined;
  const link = refanged(text);
  const { scheme, rest } = schemeOf(link);
  if (scheme !== "" && !webSchemes.has(scheme)) return undefined;
  const authority = /^[/\\]*([^/\\?#]*)/.exec(rest)?.[1] ?? "";
  const at = authority.lastIndexOf("@");
  const [, typed = "", port] = /^(\[[0-9a-f:.]*\]|[^:]*)(?::(\d*))?$/i.exec(authority.slice(at + 1)) ?? [];
  const host = hostOf(typed);
  if (host === undefined || (scheme === "" && !/^[/\\]{2}/.test(link) && !host.includes("."))) return undefined;
  return {
    host,
    scheme,
    ...(port !== undefined && port !== "" && { port }),
    hasUserInfo: at >= 0,
    isAscii: isPlain(typed) && !/(^|\.)xn--/.test(host),
  };
}

const longest = 4000;
const webSchemes: ReadonlySet<string> = new Set(["http", "https", "ftp", "ws", "wss"]);

/** Browsers drop line breaks and tabs wherever they are; people break links with brackets so that nobody clicks. */
function refanged(text: string): string {
  return text
    .replace(/[\t\n\r]/g, "")
    .replace(/^[\s<"'«]+|[\s>"'»]+$/g, "")
    .replace(/^h(?:xx|\*\*)p/i, "http")
    .replace(/^([a-z]+)\s?[[(]:(\/\/)?[\])]/i, "$1:$2")
    .replace(/\s?(?:\[\.\]|\(\.\)|\{\.\}|[[({] ?dot ?[\])}])\s?/gi, ".");
}

/** What is before `:` is a scheme, unless a port follows it: `site.example:8080`. */
function schemeOf(link: string): { readonly scheme: string; readonly rest: string } {
  const [whole = "", scheme = ""] = /^([a-z][a-z0-9+.-]*):(?!\d+(?:[/\\?#]|$))/i.exec(link) ?? [];
  return { scheme: scheme.toLowerCase(), rest: link.slice(whole.length) };
}

/** A host as browsers understand it: decoded, wide letters and other dots made plain, signs nobody sees left out. */
function hostOf(typed: string): string | undefined {
  const decoded = percentDecoded(typed);
  if (decoded === undefined) return undefined;
  const host = decoded
    .replace(/\p{DI}+/gu, "")
    .normalize("NFKC")
    .replace(/[\u3002\uff61]/g, ".")
    .toLowerCase()
    .replace(/\.$/, "");
  if (/^\[[0-9a-f:.]+\]$/.test(host)) return host;
  return host === "" || host.split(".").includes("") || forbidden.test(host) ? undefined : host;
}

function percentDecoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function isPlain(typed: string): boolean {
  return /^[\x20-\x7e]*$/.test(percentDecoded(typed) ?? "");
}

/** Signs that no host may hold. */
const forbidden = /[\p{Cc}\s#/:<>?@[\\\]^|%"'`{}(),;!$&*+=~]/u;
