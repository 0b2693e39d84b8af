import { healthIn } from "../attendance/index.js";
import type { Label } from "../shared/language.js";
import { asSeen, nirsIn, type Span } from "../shared/personal-data.js";
import { compactOf, inLatin } from "./hidden/letters.js";
import { namesIn } from "./hidden/names.js";
import { birthsIn, emailsIn, ibansIn, identifiersIn, phonesIn } from "./hidden/personal.js";
import { passwordsIn, tokensIn } from "./hidden/secrets.js";

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
  /** First and last names of candidates and trainees. The same list again is not prepared again. */
  readonly people: readonly { readonly firstName: string; readonly lastName: string }[];
  /** SIRET, activity number, the sender's portal identifier, the provider's own mail and phone: needed, never masked, spaced or not. */
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

/**
 * Masks what must not leave the desk, or the kinds that are said, whatever their case, accents, spacing or look-alike signs.
 * A masked text masked again is left as it is.
 */
export function maskText(text: string, context: MaskingContext, kinds: readonly MaskedKind[] = maskedKinds): MaskedText {
  const masked = new Map<MaskedKind, number>();
  let shown = text;
  for (let round = 0; round < rounds; round++) {
    const found = findIn(asSeen(shown), context, kinds);
    if (found.length === 0) break;
    shown = withMasks(asSeen(shown), found);
    for (const { kind } of found) masked.set(kind, (masked.get(kind) ?? 0) + 1);
  }
  return { text: shown, masked };
}

/** What a mask uncovers beside it is masked in the next round; one is nearly always enough. */
const rounds = 8;

interface Found {
  readonly kind: MaskedKind;
  readonly span: Span;
}

function findIn(plain: string, context: MaskingContext, kinds: readonly MaskedKind[]): readonly Found[] {
  const seen = inLatin(plain).replace(masks, (mask) => maskedAlready.repeat(mask.length));
  const spared = new Set(context.spared.map(compactOf).filter((value) => value !== ""));
  const longest = Math.max(0, ...[...spared].map((value) => value.length));
  const isSpared = ([from, to]: Span) => {
    const value = compactOf(plain.slice(from, to));
    return (
      value.length <= longest && (spared.has(value) || [...spared].some((one) => one.includes(value) && isWithin(plain, [from, to], one)))
    );
  };
  const found: Found[] = [];
  for (const kind of kinds) {
    for (const span of finders[kind](seen, context)) {
      const isFree = !seen.slice(...span).includes(maskedAlready) && !found.some((one) => touches(one.span, span));
      if (isFree && !isSpared(span)) found.push({ kind, span });
    }
  }
  return found.sort((a, b) => a.span[0] - b.span[0]);
}

type Find = (seen: string, context: MaskingContext) => Iterable<Span>;

const finders: Readonly<Record<MaskedKind, Find>> = {
  password: passwordsIn,
  token: tokensIn,
  nir: nirsIn,
  bank: ibansIn,
  "birth-date": birthsIn,
  email: emailsIn,
  phone: phonesIn,
  identifier: identifiersIn,
  name: (seen, { people }) => namesIn(seen, people),
  health: healthIn,
};

/** Stands for each sign of a mask while a text is looked through: part of no word, number or name. */
const maskedAlready = "\ufffc";
const masks = new RegExp(`\\[(?:${maskedKinds.map((kind) => maskedKindLabels[kind].fr).join("|")})\\]`, "g");

/** How many things of a kind stand masked in a text. */
export function masksOf(kind: MaskedKind, text: string): number {
  return text.split(markOf(kind)).length - 1;
}

function markOf(kind: MaskedKind): string {
  return `[${maskedKindLabels[kind].fr}]`;
}

function withMasks(plain: string, found: readonly Found[]): string {
  let [shown, at] = ["", 0];
  for (const { kind, span } of found) {
    shown += `${plain.slice(at, span[0])}${markOf(kind)}`;
    at = span[1];
  }
  return shown + plain.slice(at);
}

/** Does what was found stand inside of a spared value, as when its last digits look like something else. */
function isWithin(plain: string, [from, to]: Span, value: string): boolean {
  const around = compactOf(plain.slice(Math.max(0, from - 2 * value.length), to + 2 * value.length));
  return around.includes(value);
}

function touches(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1];
}
