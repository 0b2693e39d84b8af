import fc from "fast-check";
import { digits, iban, mixedSecret, nir, passwordText, people, phoneNumber, tokenText } from "./masking-values.js";
import { ordinaryText } from "./ordinary-texts.js";

export { people };

/** Values that are the provider's own to tell. */
export const spared: readonly string[] = ["99900014400017", "75331234533", "LMARCHAND01", "contact@atelier.example", "05 56 00 00 01"];

/** Somebody's data as it is written, and the sentence that holds it. */
export interface Planted {
  readonly kind: string;
  readonly secret: string;
  readonly text: string;
}

const hidden = (kind: string, secret: fc.Arbitrary<string>, ...sentences: readonly string[]): fc.Arbitrary<Planted> =>
  fc.tuple(secret, fc.constantFrom(...sentences)).map(([value, text]) => ({ kind, secret: value, text: text.replace("%", () => value) }));

const pad = (value: number) => String(value).padStart(2, "0");
const months = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" ");
const birth = fc
  .tuple(
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1955, max: 2006 }),
    fc.integer({ min: 0, max: 5 }),
  )
  .map(
    ([day, month, year, form]) =>
      [
        `${pad(day)}/${pad(month)}/${year}`,
        `${day}.${month}.${year}`,
        `${pad(day)}-${pad(month)}-${year}`,
        `${day} ${months[month - 1]} ${year}`,
        `${year}-${pad(month)}-${pad(day)}`,
        `${pad(day)}/${pad(month)}/${pad(year % 100)}`,
      ][form] ?? "",
  );

const person = fc.constantFrom(...people);
const plain = (text: string) => text.normalize("NFD").replace(/\p{M}+/gu, "");
const cased = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  plain,
  (text) => plain(text).toUpperCase(),
  (text) => text.replace(/a/g, "а").replace(/o/g, "о").replace(/e/g, "е"),
);

/** Whole names, however they are written. */
const wholeName: fc.Arbitrary<Planted> = fc
  .tuple(
    person,
    cased,
    fc.constantFrom("% #", "# %", "# %", "#, %", "%.#", "%_#", "%#", "% #"),
    fc.constantFrom(
      "Le devis de * est bloqué",
      "* ne voit pas le devis",
      "Capture_*_2026.png",
      "« * » n'apparaît plus dans la liste",
      "(*)",
      "candidat : *",
      'dossier "*" en attente',
      "liste : *\nrien d'autre",
    ),
  )
  .map(([{ firstName, lastName, isWord }, letters, order, sentence]) => {
    const glued = (name: string) => (order === "%#" ? name.replace(/[^\p{L}]/gu, "") : name);
    const name = order.replace("%", letters(glued(firstName))).replace("#", letters(glued(lastName)));
    return { kind: "name", secret: isWord === true ? name : letters(lastName), text: sentence.replace("*", name) };
  });

/** Last names alone, that no sentence has as a word. */
const lastName: fc.Arbitrary<Planted> = fc
  .tuple(
    person.filter(({ isWord }) => isWord !== true),
    cased,
    fc.constantFrom("le devis de * est bloqué", "* ne peut pas approuver", "absence de *, motif refusé", "« * » introuvable", "*.png"),
  )
  .map(([{ lastName: name }, letters, sentence]) => ({
    kind: "last name",
    secret: letters(name),
    text: sentence.replace("*", letters(name)),
  }));

/** First names, and last names that are words, after a title or a role. */
const introduced: fc.Arbitrary<Planted> = fc.oneof(
  fc
    .tuple(person, fc.constantFrom("Le stagiaire * ne voit rien", "candidate * bloquée", "La demandeuse d'emploi * rappelle"))
    .map(([{ firstName }, sentence]) => ({ kind: "first name", secret: firstName, text: sentence.replace("*", firstName) })),
  fc
    .tuple(person, fc.constantFrom("Mme * n'arrive pas", "monsieur * appelle", "M. * attend", "le candidat * attend"))
    .map(([{ lastName: name }, sentence]) => {
      const text = sentence.replace("*", name);
      return { kind: "name after a title", secret: text, text };
    }),
  fc.constantFrom(
    { kind: "unknown name", secret: "Bernardeau", text: "Mme Bernardeau n'arrive pas à valider." },
    { kind: "unknown name", secret: "Kowalski", text: "Le stagiaire Piotr Kowalski est absent de la liste." },
    { kind: "unknown name", secret: "Sanogo", text: "M. Sanogo ne voit pas son devis" },
  ),
);

const health: fc.Arbitrary<Planted> = fc.constantFrom(
  ...(
    [
      ["grippe", "Absent pour une grippe, l'assiduité refuse."],
      ["hospitalisée", "Elle est hospitalisée depuis lundi, impossible de saisir."],
      ["dépression", "arrêt pour dépression, motif non proposé"],
      ["CANCER", "motif CANCER refusé par l'écran"],
      ["enceinte", "stagiaire enceinte : quel motif choisir ?"],
      ["maladie", "absence pour maladie du 3 au 5 décembre"],
    ] as const
  ).map(([secret, text]) => ({ kind: "health", secret, text })),
);

const secretOf: fc.Arbitrary<Planted> = fc.oneof(
  passwordText.map(([secret, text]) => ({ kind: "password", secret, text })),
  tokenText.map(([secret, text]) => ({ kind: "token", secret, text })),
  hidden("token", mixedSecret, "jeton %", "Authorization: Bearer %", "Cookie: SSO=%; Path=/", "la clé d'accès % est refusée"),
  hidden("nir", nir, "Son numéro est %, il ne passe pas.", "NIR %", "n° sécu : %", "Capture_%.png", "sécurité sociale « % »", "(%)"),
  hidden(
    "birth-date",
    birth,
    "Candidate née le %.",
    "Né(e) le %",
    "né le : %",
    "date de naissance : %",
    "Date de naissance du candidat : %",
    "DDN %",
    "born on %",
  ),
  hidden("phone", phoneNumber, "Rappelez-la au % svp.", "tél. %", "Tel:%", "(%)", "joignable au « % »", "%"),
  hidden(
    "email",
    fc
      .tuple(
        fc.constantFrom("camille.d", "noe_lefevre", "j-p.n", "Piotr"),
        digits(2),
        fc.constantFrom("mail.example", "orange.example.fr", "société.example"),
      )
      .chain(([local, number, domain]) =>
        fc.constantFrom(`${local}${number}@${domain}`, `${local}${number}@${domain}`.toUpperCase(), `${local}${number}+kairos@${domain}`),
      ),
    "Le candidat écrit depuis % et ne reçoit rien.",
    "<%>",
    "mailto:%",
    "courriel : %.",
    "« % »",
  ),
  hidden(
    "identifier",
    digits(11).filter((id) => id !== "75331234533"),
    "Identifiant France Travail % introuvable.",
    "le numéro % est refusé",
    "id : %",
  ),
  hidden(
    "identifier",
    fc.tuple(digits(7), fc.constantFrom("A", "b", "C", "Z")).map(([number, letter]) => `${number}${letter}`),
    "identifiant candidat : %",
    "Le candidat % est introuvable",
    "(%)",
  ),
  hidden("identifier", digits(8), "identifiant du candidat : %", "n° France Travail %"),
  hidden("bank", iban, "IBAN % à corriger", "compte %", "RIB : %."),
  wholeName,
  lastName,
  introduced,
  health,
);

/** How it stands among other words. */
const dressed = fc.constantFrom<(before: string, text: string, after: string) => string>(
  (before, text, after) => `${before} ${text} ${after}`,
  (before, text, after) => `${before}\n${text}\n${after}`,
  (_before, text, after) => `${text}\r\n\r\n${after}`,
  (before, text) => `${before}\t${text}`,
  (before, text, after) => `${before}\n- ${text}\n- ${after}`,
  (_before, text) => text,
  (before, text, after) => `${before} ${text} ${after}`.replaceAll(" ", "\u00a0"),
  (before, text, after) => `${before} ${text} ${after}`.replaceAll(" ", "\u202f"),
  (before, text, after) => `> ${before}\n> ${text}\n> ${after}`,
);

/** Texts with one secret planted, at any place, in any dress. */
export const planted: fc.Arbitrary<Planted> = fc
  .tuple(dressed, ordinaryText, secretOf, ordinaryText)
  .map(([dress, before, one, after]) => ({ ...one, text: dress(before, one.text, after) }));

/** Does a text still show a secret, whatever its spacing. */
export function shows(text: string, secret: string): boolean {
  const compact = (value: string) =>
    value
      .normalize("NFKC")
      .replace(/[^\p{L}\p{N}]/gu, "")
      .toLowerCase();
  return compact(text).includes(compact(secret));
}
