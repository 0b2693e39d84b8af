import fc from "fast-check";

/** Sentences of somebody who writes to support, with nothing to hide in them. */
export const ordinary: readonly string[] = [
  "Bonjour, la page reste blanche après la connexion depuis ce matin.",
  "Mon mot de passe est refusé alors que je viens de le changer.",
  "J'ai oublié mon mot de passe et le lien de réinitialisation n'arrive pas.",
  "Le mot de passe expire tous les six mois, est-ce normal ?",
  "Erreur 403 : accès refusé lors de l'ouverture du devis DEV-2026-0012.",
  "La session SE-2026-014 n'apparaît pas, numéro Carif 75_SE00148712.",
  "Notre SIRET est le 999 000 144 00017 et notre numéro d'activité le 75331234533.",
  "Impossible de valider l'assiduité de décembre 2026 pour trois stagiaires.",
  "Code d'erreur ERR_CONNECTION_RESET, référence 8f3a-22, à 9h12.",
  "Navigateur Chrome 131.0.6778.86 sous Windows 11, cache vidé deux fois.",
  "Le devis est bloqué au statut « en attente du candidat » depuis le 03/12/2026.",
  "Le montant de 1 190,00 € s'affiche, puis la page se recharge.",
  "J'ai essayé avec Firefox 128, puis avec Edge, sans succès.",
  "La certification Qualiopi est valable jusqu'au 31/05/2028.",
  "Le bouton Enregistrer ne répond plus après l'ajout de la ligne 3.",
  "Le portail affiche : « Votre session a expiré, veuillez vous reconnecter ».",
  "Trois personnes de l'équipe ont la même page blanche à 14h05.",
  "Nous avons appelé le RGC, qui n'a pas le droit « saisie des devis » non plus.",
  "The page stays blank in Chrome after signing in, since 9:12 this morning.",
  "La facture FAC-2026-0007 est déposée mais l'engagement 4500012345 est refusé.",
  "Identifiant ou mot de passe incorrect.",
  "Formacode 31768 version V14, RNCP34862, 70 heures du 07/12/2026 au 18/12/2026.",
  "Le compte est inactif : dernière connexion il y a 90 jours.",
  "Étape 1 : ouvrir Sessions. Étape 2 : cliquer sur Rechercher. Étape 3 : la page se fige.",
  "L'identifiant de l'action est AC_123456 dans le fichier Intercarif.",
];

const word = (letters: string, least: number, most: number) =>
  fc.string({ unit: fc.constantFrom(...letters), minLength: least, maxLength: most });
const digits = (count: number) => word("0123456789", count, count);
const mixed = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0123456789";

const password = fc
  .tuple(word("abcdefghijkmnpqrstuvwxyz", 3, 8), digits(3), fc.constantFrom("!", "@", "#", "$", "*", "?"))
  .map(([letters, number, sign]) => `${letters.slice(0, 1).toUpperCase()}${letters.slice(1)}${number}${sign}`);

const birth = fc
  .tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1955, max: 2006 }))
  .map(([day, month, year]) => `${String(day).padStart(2, "0")}/${String(month).padStart(2, "0")}/${year}`);

const nir = fc
  .tuple(fc.constantFrom("1", "2"), digits(2), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 95 }), digits(3), digits(3))
  .filter(([, , , department]) => department !== 20)
  .map(([sex, year, month, department, town, order]) => {
    const body = `${sex}${year}${String(month).padStart(2, "0")}${String(department).padStart(2, "0")}${town}${order}`;
    return body + String(97 - (Number(body) % 97)).padStart(2, "0");
  });

const spaced = (number: fc.Arbitrary<string>) =>
  fc
    .tuple(number, fc.constantFrom("", " ", ".", "-"))
    .map(([text, gap]) =>
      gap === "" ? text : `${text.slice(0, 1)}${gap}${text.slice(1, 3)}${gap}${text.slice(3, 5)}${gap}${text.slice(5)}`,
    );

const phone = fc
  .tuple(fc.constantFrom("01", "02", "03", "04", "05", "06", "07", "09"), digits(8), fc.constantFrom("", " ", ".", "-"))
  .map(([start, rest, gap]) => [start, ...(rest.match(/../g) ?? [])].join(gap));

/** Somebody's data, and how people write it: the secret, then the sentence that holds it. */
export const planted: fc.Arbitrary<readonly [secret: string, text: string]> = fc.oneof(
  password.chain((secret) =>
    fc
      .constantFrom(
        `Mon mot de passe : ${secret}`,
        `mdp=${secret}`,
        `MDP ${secret} ne marche pas`,
        `J'ai mis le mot de passe ${secret} trois fois.`,
        `password: ${secret}`,
        `Le mot de passe provisoire est "${secret}".`,
        `mot de passe du portail -> ${secret}`,
      )
      .map((text) => [secret, text] as const),
  ),
  word(mixed, 32, 60)
    .filter((text) => /[A-Z]/.test(text) && /[a-z]/.test(text) && /\d/.test(text))
    .chain((secret) =>
      fc
        .constantFrom(
          `Authorization: Bearer ${secret}`,
          `https://exemple.test/?token=${secret}`,
          `La clé api_key=${secret} est refusée`,
          `jeton ${secret}`,
        )
        .map((text) => [secret, text] as const),
    ),
  spaced(nir).map((secret) => [secret, `Son numéro est ${secret}, il ne passe pas.`] as const),
  spaced(nir)
    .map((secret) => [secret, `Capture_${secret.replace(/[^0-9]/g, "")}.png`] as const)
    .map(([secret, text]) => [secret.replace(/[^0-9]/g, ""), text] as const),
  birth.chain((secret) =>
    fc
      .constantFrom(`Candidate née le ${secret}.`, `Né(e) le ${secret}`, `date de naissance : ${secret}`, `DDN ${secret}`)
      .map((text) => [secret, text] as const),
  ),
  phone.map((secret) => [secret, `Rappelez-la au ${secret} svp.`] as const),
  fc.tuple(word("abcdefghijklmnop", 3, 10), word("abcdefghijklmnop", 3, 10)).map(([local, domain]) => {
    const secret = `${local}.x@${domain}.fr`;
    return [secret, `Le candidat écrit depuis ${secret} et ne reçoit rien.`] as const;
  }),
  digits(11)
    .filter((text) => text !== "75331234533")
    .map((secret) => [secret, `Identifiant France Travail ${secret} introuvable.`] as const),
  fc
    .tuple(digits(7), fc.constantFrom("A", "b", "C", "Z"))
    .map(([number, letter]) => [`${number}${letter}`, `identifiant candidat : ${number}${letter}`] as const),
  fc.constantFrom(
    ["Durand", "Camille DURAND ne voit pas le devis."] as const,
    ["Lefèvre", "le devis de Noé Lefèvre est bloqué"] as const,
    ["lefevre", "noe lefevre ne peut pas approuver"] as const,
    ["Bernardeau", "Mme Bernardeau n'arrive pas à valider."] as const,
    ["Kowalski", "Le stagiaire Piotr Kowalski est absent de la liste."] as const,
    ["grippe", "Absent pour une grippe, l'assiduité refuse."] as const,
    ["hospitalisée", "Elle est hospitalisée depuis lundi, impossible de saisir."] as const,
    ["dépression", "arrêt pour dépression, motif non proposé"] as const,
  ),
  fc
    .constantFrom("FR7630006000011234567890189", "FR76 3000 6000 0112 3456 7890 189")
    .map((secret) => [secret, `IBAN ${secret} à corriger`] as const),
);
