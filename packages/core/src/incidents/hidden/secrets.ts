import type { Span } from "../../shared/personal-data.js";
import { captured } from "./letters.js";

/** The end of a secret: what closes it, then a blank or nothing. */
const end = `(?=["'»”]?\\s?[.,;)]?(?:\\s|$))`;
const name =
  "(?:mots?\\s+de\\s+passes?|mdp|m\\.d\\.p\\.?|passe|passwords?|passwd|passphrase|pwd|code\\s+(?:secret|pin|confidentiel|d'acc[eè]s)|pin)";
/** Words that say something of a password, and are none. */
const said =
  "(?:oubli|incorr|inval|refus|expir|impossib|erron|aucun|inconnu|rejet|faux|fausse|wrong|invalid|refused|forgotten|expired|incorrect|unknown|\\*{2,}|•{2,}|\\.{3}|…|\\ufffc)";
/** A number that belongs to the word before it: an error, a browser, a reference. */
const numbered =
  "(?<!(?:erreur|error|code|version|windows|chrome|firefox|edge|safari|session|devis|facture|ticket|r[ée]f[ée]rence|formation)\\s)";
const stranger = `(?=[^\\s"'»”]*[\\d!@#$%^&*_+=?§£€])(?=[^\\s"'»”]*\\p{L})(?!\\p{L}+[?!]+(?:\\s|$))(?!(?:DEV|SE|FAC|INC|RDV|T|AUTH|ERR|HTTP|KO)[-_]\\w)(?!\\d{1,2}h\\d{0,2}(?:\\P{L}|$))`;

const passwords = [
  new RegExp(
    `(?<![\\p{L}\\p{N}])${name}(?:\\s+(?:du\\s+portail|de\\s+kairos|kairos|est|is|actuel|provisoire|temporaire))*\\s*(?:[:=]|->|→)\\s*["'«“]?\\s*(?!${said})([^\\s\\ufffc]{3,80}?)${end}`,
    "giu",
  ),
  new RegExp(`(?<![\\p{L}\\p{N}])${name}(?:\\s+(?:est|is))?\\s*["«“]\\s*(?!${said})([^\\s"»”\\ufffc]{3,80})\\s?["»”]`, "giu"),
  new RegExp(
    `(?<![\\p{L}\\p{N}])${name}[^\\n.;:=\\ufffc]{0,30}?\\s["'«“(]?\\s?${numbered}(${stranger}[^\\s"'»”\\ufffc]{4,80}?)${end}`,
    "giu",
  ),
  /(?:identifiant|login|log-in|utilisateur|user(?:name)?)\s*[/|,]\s*(?:mots?\s+de\s+passe|mdp|password|pwd)\s*[:=]\s*[^\s\ufffc]+\s*[/|,]\s*([^\s\ufffc]{3,80})/giu,
  /[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@\ufffc]{1,80}:([^\s/@\ufffc]{3,80})@/gi,
];

export function passwordsIn(seen: string): Iterable<Span> {
  return captured(seen, passwords);
}

const opaque = "[A-Za-z0-9+/=_.~%-]";
const tokens = [
  /\b(?:bearer|basic|digest)\s+([A-Za-z0-9+/=_.~-]{12,2000})/gi,
  /(?:^|[\s;])(?:set-)?cookies?\s*:\s*([^\n\ufffc]{3,2000})/gi,
  /\b(eyJ[A-Za-z0-9_-]{6,2000}\.[A-Za-z0-9_-]{6,4000}(?:\.[A-Za-z0-9_-]{0,2000})?)/g,
  /\b((?:sk|pk|rk|ghp|gho|ghs|glpat|xox[abprs]|AKIA|AIza)[-_]?[A-Za-z0-9_-]{16,200})/g,
  new RegExp(
    `(?:[?&#;]|\\b)(?:x-)?(?:[a-z]{1,20}[_-])?(?:token|jeton|api_?key|apikey|secret|session_?id|j?sessionid|phpsessid|sid|auth|authorization|signature|samlresponse|ticket|cl[ée])\\s*[=:]\\s*["']?(${opaque}{8,2000})`,
    "giu",
  ),
  new RegExp(`[?&#](?:code|state|nonce|session_state|key|sig|hash|otp)=(${opaque}{8,2000})`, "gi"),
  /(?<!\p{L})(?:jeton|token|cl[ée]\s+(?:d'acc[eè]s|d'api|api|secr[eè]te)|api\s+key)\s*:?\s+["'«“]?\s?([A-Za-z0-9+/=_.~-]{16,2000})/giu,
  /(?<![A-Za-z0-9+/=])([A-Za-z0-9+/]{40,2000}={1,2})(?![A-Za-z0-9+/=])/g,
  /(?<![0-9A-Fa-f])((?=[0-9A-Fa-f]*[A-Fa-f])(?=[0-9A-Fa-f]*\d)[0-9A-Fa-f]{32,512})(?![0-9A-Fa-f])/g,
  /(?<![\w.-])([MNO][A-Za-z\d_-]{23,28}\.[\w-]{6}\.[\w-]{27,45})(?![\w-])/g,
];

export function* tokensIn(seen: string): Generator<Span> {
  yield* captured(seen, tokens);
  for (const match of seen.matchAll(/(?<![A-Za-z0-9+_-])[A-Za-z0-9+_-]{28,2000}={0,2}(?![A-Za-z0-9+_-])/g)) {
    if (looksDrawn(match[0])) yield [match.index, match.index + match[0].length];
  }
}

/** Capitals, small letters and digits in no order: what is drawn at random, and no name of a file or of a class. */
function looksDrawn(word: string): boolean {
  const signs = word.replace(/[^A-Za-z0-9]/g, "");
  if (!/[A-Z]/.test(signs) || !/[a-z]/.test(signs) || !/\d/.test(signs)) return false;
  const changes = signs.match(/[A-Z](?=[^A-Z])|[a-z](?=[^a-z])|\d(?=\D)/g)?.length ?? 0;
  return changes / signs.length > 0.25;
}
