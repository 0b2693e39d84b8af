import fc from "fast-check";

const number = (least: number, most: number) => fc.integer({ min: least, max: most }).map(String);
const two = (least: number, most: number) => fc.integer({ min: least, max: most }).map((value) => String(value).padStart(2, "0"));
const filled = (sentence: string, values: Readonly<Record<string, fc.Arbitrary<string>>>): fc.Arbitrary<string> =>
  fc.record(values).map((all) => sentence.replace(/\{(\w+)\}/g, (_, name: string) => all[name] ?? ""));

const digits = (count: number) => fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: count, maxLength: count });
const hex = (count: number) => fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: count, maxLength: count });
const day = fc.tuple(two(1, 28), two(1, 12), number(2025, 2028)).map((parts) => parts.join("/"));
const hour = fc.tuple(number(0, 23), two(0, 59)).chain(([h, m]) => fc.constantFrom(`${h}h${m}`, `${h}:${m}`, `${h} h ${m}`));
const reference = fc
  .tuple(fc.constantFrom("DEV-2026-", "FAC-2026-", "INC-2026-", "RDV-2026-"), digits(4))
  .map(([head, tail]) => head + tail);
const siret = fc
  .tuple(digits(3), digits(3), digits(3), digits(5), fc.constantFrom("", " "))
  .map(([a, b, c, nic, gap]) => [`8${a.slice(1)}`, b, c, nic].join(gap));
const amount = fc
  .tuple(number(1, 9), digits(3), two(0, 99))
  .chain(([k, u, c]) => fc.constantFrom(`${k} ${u},${c} €`, `${k}${u}.${c} €`, `${k} ${u} €`));
const version = fc.tuple(number(90, 140), number(0, 9), number(1000, 9999), number(0, 200)).map((parts) => parts.join("."));
const screen = fc.constantFrom("Sessions", "Devis", "Assiduité", "Facturation", "Informations prestataire / Qualité", "Page d'accueil");
const browser = fc.constantFrom("Chrome", "Firefox", "Edge", "Safari");

/** What somebody who writes to support says, with nothing to hide in it. */
const sentences: readonly fc.Arbitrary<string>[] = [
  filled("Navigateur {browser} {version} sous Windows 11, cache vidé deux fois.", { browser, version }),
  filled("Erreur {code} à {hour} sur l'écran {screen}.", { code: number(400, 504), hour, screen }),
  filled("Le devis {reference} est bloqué au statut « en attente du candidat » depuis le {day}.", { reference, day }),
  filled("La session SE-2026-{n} n'apparaît pas, numéro Carif 75_SE{carif}.", { n: digits(3), carif: digits(8) }),
  filled("SIRET {siret}, code postal {postal} Bordeaux.", { siret, postal: digits(5) }),
  filled("Notre numéro d'activité est le 75331234533, SIRET 999 000 144 00017, NDA {nda} pour l'autre.", { nda: digits(11) }),
  filled("Le montant de {amount} s'affiche, puis la page blanche revient.", { amount }),
  filled("Code d'erreur ERR_CONNECTION_RESET, corrélation {a}-{b}-{c}, à {hour}.", { a: hex(8), b: hex(4), c: hex(4), hour }),
  filled("Identifiant de requête {a}-{b}-4{c}-a{d}-{e}.", { a: hex(8), b: hex(4), c: hex(3), d: hex(3), e: hex(12) }),
  filled("L'adresse est https://portail.example/devis/saisie/{n}?onglet=couts&page={page}.", { n: digits(4), page: number(1, 20) }),
  filled("La facture {reference} est déposée mais l'engagement 45000{n} est refusé.", { reference, n: digits(5) }),
  filled("Formacode {n} version V14, RNCP{rncp}, 70 heures du {day} au 18/12/2028.", { n: digits(5), rncp: digits(5), day }),
  filled("Étape {n} : ouvrir {screen}. Étape 2 : cliquer sur Rechercher. Étape 3 : la page se fige.", { n: number(1, 9), screen }),
  filled("Capture_ecran_2026-11-{day}_{h}{m}_{screen}.png", {
    day: two(1, 28),
    h: two(0, 23),
    m: two(0, 59),
    screen: fc.constantFrom("Devis", "Sessions"),
  }),
  filled("Le {n} mars 2027 à {hour}, un petit message blanc reste affiché.", { n: number(1, 28), hour }),
  filled("Page {n} sur {m} : rien. Petit détail : Session et Page sont grisés.", { n: number(1, 9), m: number(10, 30) }),
  filled("{n} stagiaires sur {m} ont leur assiduité enregistrée.", { n: number(2, 9), m: number(10, 20) }),
  filled("Exception 0x{code} dans PortailPartenairesDevisControleur ligne {n}.", { code: hex(8), n: number(1, 900) }),
  filled("Mon mot de passe est refusé depuis {hour}, erreur AUTH-{n}.", { hour, n: number(400, 499) }),
  filled("Mot de passe oublié : le lien n'est pas arrivé avant {hour}.", { hour }),
  filled("Le mot de passe expire tous les {n} mois, est-ce normal ?", { n: number(2, 12) }),
  ...[
    "Bonjour, la page reste blanche après la connexion depuis ce matin.",
    "J'ai oublié mon mot de passe et le lien de réinitialisation n'arrive pas.",
    "Identifiant ou mot de passe incorrect.",
    "Le portail affiche : « Votre session a expiré, veuillez vous reconnecter ».",
    "Nous avons appelé le RGC, qui n'a pas le droit « saisie des devis » non plus.",
    "The page stays blank in Chrome after signing in, since 9:12 this morning.",
    "Madame, Monsieur, merci de votre aide.",
    "Le candidat n'a pas encore validé ; sa référence est T-0012.",
    "L'identifiant de l'action est AC_123456 dans le fichier Intercarif.",
    "La certification Qualiopi est valable jusqu'au 31/05/2028.",
    "PAGE BLANCHE APRÈS LA SAISIE DU DEVIS",
    "Candidat : page blanche au moment de valider.",
    "Mon identifiant est LMARCHAND01, notre adresse contact@atelier.example, tél. 05 56 00 00 01.",
  ].map((text) => fc.constant(text)),
];

/** One sentence. */
export const ordinaryText: fc.Arbitrary<string> = fc.oneof(...sentences);

/** One to four of them, as a message. */
export const ordinaryTexts: fc.Arbitrary<string> = fc
  .tuple(fc.array(ordinaryText, { minLength: 1, maxLength: 4 }), fc.constantFrom(" ", "\n", "\n\n", "\u00a0"))
  .map(([parts, gap]) => parts.join(gap));
