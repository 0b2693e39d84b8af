import type { Label, Language } from "@kairos/core";
import { exitCodes, exitMeanings } from "./exit-codes.js";

/** What `npm start -- --help` prints. */
export function helpText(language: Language): readonly string[] {
  const say = (label: Label) => label[language];
  const table = (rows: readonly (readonly [string, Label])[]) => rows.map(([name, words]) => `  ${name.padEnd(38)}${say(words)}`);
  const codes = (Object.keys(exitCodes) as (keyof typeof exitCodes)[]).map(
    (name) => [String(exitCodes[name]), exitMeanings[name]] as const,
  );
  return [
    say({ fr: "Kairos, le bureau à côté du portail.", en: "Kairos, the desk beside the portal." }),
    "",
    ...table(uses),
    "",
    "Options",
    ...table(options),
    "",
    say({ fr: "Environnement", en: "Environment" }),
    ...table(environment),
    "",
    say({ fr: "Codes de sortie", en: "Exit codes" }),
    ...table(codes),
  ];
}

/** What a PostgreSQL server, or the way to it, may answer to somebody who opens a database. */
const serverFaults: Readonly<Record<string, Label>> = {
  ECONNREFUSED: { fr: "aucun serveur ne répond à cette adresse", en: "no server answers at this address" },
  ENOENT: { fr: "aucun serveur ne répond à cette adresse", en: "no server answers at this address" },
  ETIMEDOUT: { fr: "le serveur ne répond pas", en: "the server does not answer" },
  ENOTFOUND: { fr: "ce nom de serveur est inconnu", en: "this server's name is unknown" },
  "28P01": { fr: "le mot de passe est refusé", en: "the password is refused" },
  "28000": { fr: "cette personne n'y est pas admise", en: "this user is not admitted there" },
  "3D000": { fr: "cette base n'existe pas sur le serveur", en: "this database does not exist on the server" },
  "42501": { fr: "cette personne n'a pas le droit d'y créer des tables", en: "this user may not create tables there" },
  "57P03": { fr: "le serveur est en train de démarrer", en: "the server is starting up" },
};

/** What is said when the program itself breaks: never the error's own words, which may quote a value. */
export function stoppedText(code: string, data: string, isOnServer = false): Label {
  const reason = code === "" ? "" : ` (${code})`;
  const fault = isOnServer ? serverFaults[code] : undefined;
  if (fault !== undefined) {
    return {
      fr: `La base PostgreSQL de DATABASE_URL ne s'ouvre pas : ${fault.fr}${reason}. Corrigez l'adresse ou le serveur, puis relancez.`,
      en: `The PostgreSQL database of DATABASE_URL does not open: ${fault.en}${reason}. Mend the address or the server, then start again.`,
    };
  }
  return {
    fr: `Kairos s'est arrêté${reason}. Pour le détail : KAIROS_LOG=debug. Dossier des données : ${data}`,
    en: `Kairos stopped${reason}. For details: KAIROS_LOG=debug. Data folder: ${data}`,
  };
}

const uses: readonly (readonly [string, Label])[] = [
  [
    "npm start",
    { fr: "la visite guidée, puis l'invite sur les données de la visite", en: "the guided tour, then a prompt on the tour's data" },
  ],
  ["npm start -- desk", { fr: "votre bureau, dans kairos-data", en: "your own desk, in kairos-data" }],
  ['npm start -- run "/devis liste"', { fr: "une commande de votre bureau", en: "one command of your desk" }],
  ["npm run bot", { fr: "le bureau dans Discord (DISCORD_TOKEN)", en: "the desk in Discord (DISCORD_TOKEN)" }],
  [
    "npm run bot -- --check",
    { fr: "ce qui manque pour le lancer, et le lien d'invitation", en: "what is missing to run it, and the invite link" },
  ],
  [
    "npm run deploy-commands",
    { fr: "inscrit les commandes dans Discord si elles ont changé", en: "registers the commands in Discord when they changed" },
  ],
  [
    "npm run backup [-- <dossier>]",
    { fr: "une copie vérifiée de vos données, même pendant que Kairos tourne", en: "a verified copy of your data, even while Kairos runs" },
  ],
  [
    "npm run restore -- <fichier>",
    { fr: "remet une copie en place, Kairos arrêté", en: "puts a copy back in place, Kairos being stopped" },
  ],
  [
    "npm run move-to-postgres",
    { fr: "copie le bureau dans la base vide de DATABASE_URL", en: "copies the desk into the empty database of DATABASE_URL" },
  ],
];

const options: readonly (readonly [string, Label])[] = [
  ["--as <personne>", { fr: "qui parle", en: "who speaks" }],
  ["--json", { fr: "avec run : la réponse en JSON, seule sur la sortie", en: "with run: the answer as JSON, alone on the output" }],
  ["--check", { fr: "avec bot : vérifie les réglages sans rien lancer", en: "with bot: checks the settings and starts nothing" }],
  [
    "--replace",
    {
      fr: "avec restore : prend la place des données actuelles, gardées de côté",
      en: "with restore: takes the place of the present data, kept aside",
    },
  ],
  ["--lang fr|en", { fr: "la langue des réponses", en: "the language of the answers" }],
  ["--data <dossier>", { fr: "le dossier des données", en: "the data folder" }],
  ["--no-tour", { fr: "comme desk : sans la visite", en: "as desk: without the tour" }],
  ["--fresh", { fr: "sans effet : la visite repart toujours de zéro", en: "no effect: the tour always starts afresh" }],
];

const environment: readonly (readonly [string, Label])[] = [
  ["KAIROS_DATA, KAIROS_LANG, KAIROS_AS", { fr: "comme --data, --lang et --as", en: "as --data, --lang and --as" }],
  [
    "KAIROS_LOG",
    { fr: "silent (par défaut ; info pour bot), error, warn, info, debug", en: "silent (default; info for bot), error, warn, info, debug" },
  ],
  [
    "DATABASE_URL, DATABASE_URL_FILE",
    {
      fr: "l'adresse d'une base PostgreSQL, au lieu du fichier du dossier des données",
      en: "the address of a PostgreSQL database, in the place of the file in the data folder",
    },
  ],
  [
    "DISCORD_TOKEN, DISCORD_TOKEN_FILE",
    { fr: "le jeton du robot, ou le fichier qui le contient", en: "the bot's token, or the file that holds it" },
  ],
  [
    "DISCORD_GUILDS",
    { fr: "serveurs où inscrire les commandes ; tous par défaut", en: "servers to register the commands in; all by default" },
  ],
  [
    "DISCORD_SHARDS",
    {
      fr: "les parts que prend ce processus, quand plusieurs se partagent les serveurs : 0,1/4",
      en: "the shards this process takes, when several share the servers: 0,1/4",
    },
  ],
  [
    "KAIROS_HEALTH_PORT",
    {
      fr: "l'état du robot sur http://127.0.0.1:PORT/healthz (autre adresse : KAIROS_HEALTH_HOST)",
      en: "the bot's state on http://127.0.0.1:PORT/healthz (another address: KAIROS_HEALTH_HOST)",
    },
  ],
];
