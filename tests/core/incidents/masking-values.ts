import fc from "fast-check";

interface Trainee {
  readonly firstName: string;
  readonly lastName: string;
  /** The last name is also a word of a sentence. */
  readonly isWord?: true;
}

/** Trainees of the place: some bear a name that every sentence has. */
export const people: readonly Trainee[] = [
  { firstName: "Camille", lastName: "Durand" },
  { firstName: "Noé", lastName: "Lefèvre" },
  { firstName: "Jean-Philippe", lastName: "N'Diaye" },
  { firstName: "Zoé", lastName: "Müller" },
  { firstName: "Amélie", lastName: "de La Fontaine-Aubry" },
  { firstName: "Yasmine", lastName: "Ben Saïd" },
  { firstName: "Aurélie", lastName: "Page", isWord: true },
  { firstName: "Thierry", lastName: "Blanc", isWord: true },
  { firstName: "Solène", lastName: "Petit", isWord: true },
  { firstName: "Gaël", lastName: "Mars", isWord: true },
  { firstName: "Inès", lastName: "Session", isWord: true },
];

const word = (letters: string, least: number, most: number) =>
  fc.string({ unit: fc.constantFrom(...letters), minLength: least, maxLength: most });
export const digits = (count: number) => word("0123456789", count, count);
const mixed = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0123456789";

const password = fc
  .tuple(word("abcdefghijkmnpqrstuvwxyz", 3, 8), digits(3), fc.constantFrom("!", "@", "#", "$", "*", "?", "_", "%", ""), fc.boolean())
  .map(([letters, number, sign, isLate]) => {
    const start = letters.slice(0, 1).toUpperCase() + letters.slice(1);
    return isLate ? `${number}${sign}${start}` : `${start}${number}${sign}`;
  });

/** A password, and how people tell it. */
export const passwordText: fc.Arbitrary<readonly [secret: string, text: string]> = fc
  .tuple(
    password,
    fc.constantFrom(
      "Mon mot de passe : %",
      "mdp=%",
      "MDP % ne marche pas",
      "J'ai mis le mot de passe % trois fois.",
      "password: %",
      'Le mot de passe provisoire est "%".',
      "mot de passe du portail -> %",
      "Mot  de passe: « % »",
      "my password is % and it fails",
      "identifiant / mdp : LMARCHAND01 / %",
      "Mot de passe\u00a0: %",
      "code secret : %,",
      "https://lea:%@portail.example/connexion",
    ),
  )
  .map(([secret, text]) => [secret, text.replace("%", () => secret.replaceAll(/[@%#?]/g, text.includes("://") ? "x" : "$&"))] as const)
  .map(([secret, text]) => [text.includes("://") ? secret.replaceAll(/[@%#?]/g, "x") : secret, text] as const);

export const mixedSecret = word(mixed, 32, 60).filter((text) => /[A-Z]/.test(text) && /[a-z]/.test(text) && /\d/.test(text));

/** A key, and where it is found. */
export const tokenText: fc.Arbitrary<readonly [secret: string, text: string]> = fc.oneof(
  fc
    .tuple(
      word(mixed, 12, 40),
      fc.constantFrom(
        "https://exemple.test/?token=%",
        "https://exemple.test/retour?code=%&lang=fr",
        "https://exemple.test/#access_token=%",
        "La clé api_key=% est refusée",
        "JSESSIONID=%",
        "Cookie: theme=clair; sid=%; lang=fr",
        'X-Auth-Token: "%"',
        "SAMLResponse=%",
        "secret = %",
      ),
    )
    .map(([secret, text]) => [secret, text.replace("%", () => secret)] as const),
  fc
    .tuple(word(mixed, 12, 30), word(mixed, 20, 60), word(mixed, 20, 43))
    .map(([head, body, sign]) => [`eyJ${head}.${body}.${sign}`, `jeton lu dans la console : eyJ${head}.${body}.${sign}`] as const),
  word("0123456789abcdef", 32, 64)
    .filter((text) => /\d/.test(text) && /[a-f]/.test(text))
    .map((secret) => [secret, `clé ${secret} recopiée du navigateur`] as const),
);

/** A social security number with its key, spaced as people do. */
export const nir = fc
  .tuple(
    fc.constantFrom("1", "2"),
    digits(2),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 95 }),
    digits(3),
    digits(3),
    fc.constantFrom("", " ", ".", "-", "\u00a0"),
  )
  .filter(([, , , department]) => department !== 20)
  .map(([sex, year, month, department, town, order, gap]) => {
    const two = (value: number) => String(value).padStart(2, "0");
    const parts = [sex, year, two(month), two(department), town, order];
    return [...parts, two(97 - (Number(parts.join("")) % 97))].join(gap);
  });

export const phoneNumber = fc
  .tuple(
    fc.constantFrom("1", "2", "3", "4", "5", "6", "7", "9"),
    digits(8),
    fc.constantFrom("", " ", ".", "-", "\u00a0", "/"),
    fc.nat({ max: 4 }),
  )
  .map(([start, rest, gap, form]) => {
    const pairs = rest.match(/../g) ?? [];
    const national = [`0${start}`, ...pairs].join(gap);
    const abroad = gap === "/" ? " " : gap;
    return (
      [
        national,
        `+33${abroad}${[start, ...pairs].join(abroad)}`,
        `0033 ${[start, ...pairs].join(abroad)}`,
        `+33 (0)${[start, ...pairs].join(abroad)}`,
      ][form] ?? national
    );
  });

/** A French IBAN with a right key. */
export const iban = fc.tuple(digits(23), fc.boolean()).map(([account, isSpaced]) => {
  const key = String(98n - (BigInt(`${account}152700`) % 97n)).padStart(2, "0");
  const whole = `FR${key}${account}`;
  return isSpaced ? (whole.match(/.{1,4}/g) ?? []).join(" ") : whole;
});
