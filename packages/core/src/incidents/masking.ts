import { healthIn } from "../attendance/index.js";
import { ibanLengths, isIban } from "../shared/iban.js";
import type { Label } from "../shared/language.js";
import { asSeen, nirsIn, type Span } from "../shared/personal-data.js";

/** What must not leave the desk, in a text or in the name of a file. */
export const maskedKinds = ["password", "token", "nir", "bank", "birth-date", "email", "phone", "identifier", "name", "health"] as const;
export type MaskedKind = (typeof maskedKinds)[number];

export const maskedKindLabels: Readonly<Record<MaskedKind, Label>> = {
  password: { fr: "mot de passe", en: "password" },
  token: { fr: "clé d'accès", en: "access key" },
  nir: { fr: "numéro de sécurité sociale", en: "social security number" },
  bank: { fr: "coordonnées bancaires", en: "bank details" },
  "birth-date": { fr: "date de naissance", en: "date of birth" },
  email: { fr: "adresse électronique", en: "e-mail address" },
  phone: { fr: "téléphone", en: "phone number" },
  identifier: { fr: "identifiant France Travail", en: "France Travail identifier" },
  name: { fr: "nom", en: "name" },
  health: { fr: "santé", en: "health" },
};

/** What is known of the place a text comes from: names to hide, and values that are the provider's own to tell. */
export interface MaskingContext {
  /** First and last names of candidates and trainees. */
  readonly people: readonly { readonly firstName: string; readonly lastName: string }[];
  /** SIRET, activity number, the sender's portal identifier, the provider's own mail and phone: needed, never masked. */
  readonly spared: readonly string[];
}

export interface MaskedText {
  /** `Le candidat [nom] ne peut pas se connecter.` */
  readonly text: string;
  /** How many of each kind were masked; empty when nothing was touched. */
  readonly masked: ReadonlyMap<MaskedKind, number>;
}

/** What no text may bring into the desk, wherever it is typed: kept nowhere, not even while a form waits. */
export const secretKinds: readonly MaskedKind[] = ["password", "token", "nir"];

/** Masks what must not leave the desk, or the kinds that are said, whatever their case, accents, spacing or look-alike signs. */
export function maskText(text: string, context: MaskingContext, kinds: readonly MaskedKind[] = maskedKinds): MaskedText {
  const plain = asSeen(text);
  const spared = [...context.spared.filter((value) => value !== "").flatMap((value) => placesOf(plain, value)), ...masksIn(plain)];
  const found: { readonly kind: MaskedKind; readonly span: Span }[] = [];
  for (const kind of kinds) {
    for (const span of finders[kind](plain, context)) {
      const isFree = !found.some((one) => touches(one.span, span)) && !spared.some((one) => one[0] <= span[0] && span[1] <= one[1]);
      if (isFree) found.push({ kind, span });
    }
  }
  if (found.length === 0) return { text, masked: new Map() };
  found.sort((a, b) => a.span[0] - b.span[0]);
  const masked = new Map<MaskedKind, number>();
  let [shown, at] = ["", 0];
  for (const { kind, span } of found) {
    shown += `${plain.slice(at, span[0])}[${maskedKindLabels[kind].fr}]`;
    at = span[1];
    masked.set(kind, (masked.get(kind) ?? 0) + 1);
  }
  return { text: shown + plain.slice(at), masked };
}

/** What was masked before is not a secret once more: « mot de passe : [mot de passe] » stays as it is. */
function* masksIn(plain: string): Generator<Span> {
  for (const match of plain.matchAll(masks)) yield [match.index, match.index + match[0].length];
}

const masks = new RegExp(
  `\\[(?:${Object.values(maskedKindLabels)
    .map(({ fr }) => fr)
    .join("|")})\\]`,
  "g",
);

type Find = (plain: string, context: MaskingContext) => Iterable<Span>;

const finders: Readonly<Record<MaskedKind, Find>> = {
  password: (plain) => captured(plain, passwords),
  token: (plain) => captured(plain, tokens),
  nir: (plain) => nirsIn(plain),
  bank: (plain) => ibansIn(plain),
  "birth-date": (plain) => captured(plain, births),
  email: (plain) => captured(plain, [/([\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,100}\.\p{L}{2,24})/gu]),
  phone: (plain) => captured(plain, phones),
  identifier: (plain) => captured(plain, identifiers),
  name: namesIn,
  health: (plain) => healthIn(plain),
};

/** A secret follows its name, and is no plain word of a sentence: « mot de passe oublié » holds none. */
const secretName = "(?:mots?\\s+de\\s+passe|mdp|m\\.d\\.p\\.?|password|passwd|passphrase|pwd|code\\s+(?:secret|pin|confidentiel)|pin)";
const passwords = [
  new RegExp(
    `(?<![\\p{L}\\p{N}])${secretName}(?:\\s+(?:du\\s+portail|kairos|est|is|actuel|provisoire|temporaire))*\\s*(?:[:=]|->|→)\\s*["'«“]?\\s*(\\S{3,80}?)(?=["'»”]?[.,;)]?(?:\\s|$))`,
    "giu",
  ),
  new RegExp(
    `(?<![\\p{L}\\p{N}])${secretName}[^\\n.;:=]{0,30}?\\s["'«“]?\\s?((?=[^\\s"'»”]*[\\d!@#$%^&*_+=?§£€])(?=[^\\s"'»”]*\\p{L})[^\\s"'»”]{4,80}?)(?=["'»”]?\\s?[.,;)]?(?:\\s|$))`,
    "giu",
  ),
];

const tokens = [
  /\b(?:bearer|basic)\s+([A-Za-z0-9+/=_.~-]{12,2000})/gi,
  /\b(eyJ[A-Za-z0-9_-]{6,2000}\.[A-Za-z0-9_-]{6,4000}(?:\.[A-Za-z0-9_-]{0,2000})?)/g,
  /\b((?:sk|pk|rk|ghp|gho|ghs|glpat|xox[abprs]|AKIA|AIza)[-_]?[A-Za-z0-9_-]{16,200})/g,
  /(?:[?&;]|\b)(?:token|access_token|id_token|api_?key|apikey|secret|session_?id|jsessionid|sid|auth|signature|cl[ée])\s*[=:]\s*["']?([A-Za-z0-9+/=_.~%-]{8,2000})/giu,
  /(?<![A-Za-z0-9+/_-])((?=[A-Za-z0-9+/_-]*[A-Z])(?=[A-Za-z0-9+/_-]*[a-z])(?=[A-Za-z0-9+/_-]*\d)[A-Za-z0-9+/_-]{28,2000}={0,2})(?![A-Za-z0-9+/_-])/g,
  /(?<![0-9A-Fa-f])((?=[0-9A-Fa-f]*[A-Fa-f])(?=[0-9A-Fa-f]*\d)[0-9A-Fa-f]{32,512})(?![0-9A-Fa-f])/g,
  /(?<![\w.-])([MNO][A-Za-z\d_-]{23,28}\.[\w-]{6}\.[\w-]{27,45})(?![\w-])/g,
];

const day =
  "\\d{1,2}(?:\\s?[/.-]\\s?\\d{1,2}\\s?[/.-]\\s?(?:19|20)?\\d{2}|(?:er)?\\s+\\p{L}{3,9}\\.?\\s+(?:19|20)\\d{2})|(?:19|20)\\d{2}-\\d{2}-\\d{2}";
const births = [
  new RegExp(
    `(?<!\\p{L})(?:n[ée]{1,2}e?s?(?:\\(e\\))?\\s+le|date\\s+de\\s+naissance|naissance|born(?:\\s+on)?|ddn)\\s*:?\\s*(?:le\\s+)?(${day})`,
    "giu",
  ),
];

const phones = [/(?<![\d/.-])((?:(?:\+|00)\s?33\s?(?:\(0\)\s?)?|0)[1-9](?:[\s.-]?\d{2}){4})(?![\d/]|[.-]\d)/g];

/** Eleven digits, or seven and a letter: told from other numbers by the word before, or by standing alone. */
const identifiers = [
  /(?<![\d.,/-])(\d{11})(?![\d.,]?\d)/g,
  /(?<![\p{L}\d.,/-])(\d{7}[A-Za-z])(?![\p{L}\d])/gu,
  /(?<!\p{L})(?:identifiant|id|n°|numéro|num)\s+(?:france\s+travail|p[ôo]le\s+emploi|ft|pe|(?:du\s+|de\s+la\s+)?(?:candidate?|demandeuse?r?|stagiaire))\s*:?\s*(?:n°\s*)?(\d{8}|\d{7}[A-Za-z]|\d{11})/giu,
];

function* captured(plain: string, patterns: readonly RegExp[]): Generator<Span> {
  for (const pattern of patterns) {
    for (const match of plain.matchAll(pattern)) {
      const [whole, inside = whole] = match;
      const from = match.index + whole.lastIndexOf(inside);
      yield [from, from + inside.length];
    }
  }
}

function* ibansIn(plain: string): Generator<Span> {
  for (const match of plain.matchAll(/(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:[\s.-]?[A-Za-z0-9]){11,30}/g)) {
    const compact = match[0].replace(/[\s.-]/g, "").toUpperCase();
    const length = ibanLengths[compact.slice(0, 2)];
    if (length === undefined || !isIban(compact.slice(0, length))) continue;
    let [end, letters] = [match.index, 0];
    while (letters < length) {
      if (/[A-Za-z0-9]/.test(plain[end] ?? "")) letters += 1;
      end += 1;
    }
    yield [match.index, end];
  }
}

const title = "(?:M\\.|MM\\.|Mr\\.?|Mme|Mmes|Mlle|Monsieur|Madame|Mademoiselle|Ms\\.?|Mrs\\.?)";
const role =
  "(?:[Cc]andidate?|[Ss]tagiaire|[Dd]emandeur(?:\\s+d'emploi)?|[Dd]emandeuse(?:\\s+d'emploi)?|[Aa]pprenante?|[Bb][ée]n[ée]ficiaire|[Tt]rainee|[Jj]obseeker)";
const properName = "\\p{Lu}[\\p{L}'’-]+(?:[ \\u00a0](?:(?:de|du|des|la|le|d'|von|van|el|ben)[ \\u00a0]?)?\\p{Lu}[\\p{L}'’-]+){0,3}";
/** A title before a name, and a role before a whole one: « candidat Camille Durand ». */
const named = [
  new RegExp(`(?<!\\p{L})${title}[ \\u00a0]+(${properName})`, "gu"),
  new RegExp(`(?<!\\p{L})(?:${role})[ \\u00a0]+(?::[ \\u00a0]*)?(\\p{Lu}[\\p{L}'’-]+[ \\u00a0]\\p{Lu}[\\p{L}'’-]+)`, "gu"),
];

function* namesIn(plain: string, { people }: MaskingContext): Generator<Span> {
  for (const { firstName, lastName } of people) {
    for (const name of [`${firstName} ${lastName}`, `${lastName} ${firstName}`, lastName]) yield* wordsOf(plain, name);
  }
  yield* captured(plain, named);
}

/** Whole words that are a name, without case or accents. A name of two letters would hide half of the text. */
function* wordsOf(plain: string, name: string): Generator<Span> {
  if (name.trim().length < 3) return;
  const letters = lettersOf(plain);
  const wanted = lettersOf(name.trim());
  for (let at = letters.indexOf(wanted); at !== -1; at = letters.indexOf(wanted, at + wanted.length)) {
    const isWhole = !/[\p{L}\p{N}]/u.test(plain[at - 1] ?? "") && !/[\p{L}\p{N}]/u.test(plain[at + wanted.length] ?? "");
    if (isWhole) yield [at, at + wanted.length];
  }
}

/** Lower case without accents, letter for letter. */
function lettersOf(text: string): string {
  return text
    .replace(/[^\0-\x7f]/g, (letter) => {
      const plain = letter.normalize("NFD").slice(0, 1);
      return plain === "’" ? "'" : plain;
    })
    .toLowerCase();
}

function placesOf(plain: string, value: string): readonly Span[] {
  return [...wordsOf(plain, value)];
}

function touches(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1];
}
