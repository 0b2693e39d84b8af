import {
  inputRules,
  type JudgedLink,
  judgeLink,
  type Label,
  type LinkSign,
  type LinkVerdict,
  linksIn,
  type ReadLink,
  raise,
} from "@kairos/core";
import { command } from "../../command.js";
import { text } from "../../options.js";
import { done, line, type ReplyLine, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["lien", "Vérifie un lien : est-ce bien le portail, ou une imitation ?"],
    en: ["link", "Check a link: is it the portal, or an imitation?"],
  },
  needs: "link.check",
  visibility: "private",
  menu: { on: "message", name: { fr: "Vérifier un lien", en: "Check a link" }, fills: "link", forAll: true },
  example: "/acces lien lien:https://portail-exemple.test/connexion",
  options: {
    link: text(
      {
        fr: ["lien", "Le lien reçu, ou tout le message, sans cliquer"],
        en: ["link", "The link received, or the whole message, without a click"],
      },
      4000,
      "several",
    ),
  },
  async run({ input, store }) {
    const hosts = (await store.providers.list()).flatMap(({ settings }) => settings.portalHost ?? []);
    const judged = linksIn(input.link).map((link) => judgedAgainst(link, hosts));
    const [worst] = [...judged].sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
    if (worst === undefined) {
      const allowed = { fr: "l'adresse entière, comme elle a été reçue", en: "the whole address, as it was received" };
      return refused([raise(inputRules, "input.unknown-value", ["lien"], { value: input.link.slice(0, 40), allowed })]);
    }
    const isDanger = worst.verdict === "imitation" || worst.verdict === "unsafe";
    return done({
      title: titles[worst.verdict],
      lines: [
        ...judged.map((one) => line(tones[one.verdict], said(one, "fr"), said(one, "en"))),
        ...advice[worst.verdict].map(({ fr, en }) => line("plain", fr, en)),
      ],
      verdict: isDanger ? "unsound" : "sound",
      data: { verdict: worst.verdict, links: judged.length },
      trace: { details: { verdict: worst.verdict } },
    });
  },
});

/** Establishments may have different addresses: it is enough to be that of one. */
function judgedAgainst(link: ReadLink, hosts: readonly string[]): JudgedLink {
  const [first = judgeLink(link, undefined), ...others] = [...new Set(hosts)].map((host) => judgeLink(link, host));
  const all = [first, ...others];
  return (
    all.find(({ verdict }) => verdict === "portal" || verdict === "unsafe") ?? all.find(({ verdict }) => verdict === "imitation") ?? first
  );
}

/** The most dangerous first. */
const order: readonly LinkVerdict[] = ["imitation", "unsafe", "unknown", "other", "portal"];

const titles: Readonly<Record<LinkVerdict, Label>> = {
  portal: { fr: "C'est bien le portail", en: "This is the portal" },
  unsafe: { fr: "Le portail, mais par une adresse à ne pas suivre", en: "The portal, by an address not to follow" },
  imitation: { fr: "Hameçonnage possible : ce n'est pas le portail", en: "Possible phishing: this is not the portal" },
  other: { fr: "Ce n'est pas le portail", en: "This is not the portal" },
  unknown: {
    fr: "Impossible à dire : l'adresse du portail n'est pas enregistrée",
    en: "Cannot tell: the portal's address is not recorded",
  },
};

const tones: Readonly<Record<LinkVerdict, ReplyLine["tone"]>> = {
  portal: "good",
  unsafe: "bad",
  imitation: "bad",
  other: "plain",
  unknown: "warning",
};

/** The recorded site is never written, and nothing here can be clicked. */
function said({ host, verdict, signs }: JudgedLink, language: "fr" | "en"): string {
  const shown = verdict === "portal" || verdict === "unsafe" ? sites[verdict][language] : host.replaceAll(".", "[.]").slice(0, 120);
  const reasons = signs.map((sign) => signWords[sign][language]);
  return reasons.length === 0 ? shown : `${shown}${language === "fr" ? " : " : ": "}${reasons.join(" ; ")}`;
}

const sites = {
  portal: {
    fr: "Le site est celui que le RGC a relevé sur le courrier.",
    en: "The site is the one the account manager took from the letter.",
  },
  unsafe: { fr: "Le site est le bon", en: "The site is the right one" },
};

const signWords: Readonly<Record<LinkSign, Label>> = {
  "not-secure": { fr: "l'adresse n'est pas sécurisée (https)", en: "the address is not secure (https)" },
  "hidden-site": {
    fr: "un faux nom est écrit devant le vrai site (avant le signe @)",
    en: "a false name stands before the real site (before the @ sign)",
  },
  "foreign-letters": {
    fr: "des lettres d'un autre alphabet ou invisibles imitent un nom connu",
    en: "letters of another alphabet, or invisible ones, imitate a known name",
  },
  "odd-port": { fr: "un numéro de port inhabituel suit le nom du site", en: "an unusual port number follows the site's name" },
  "portal-words": {
    fr: "le nom reprend des mots du portail sans être le sien",
    en: "the name borrows words of the portal without being its own",
  },
  "near-name": { fr: "le nom ressemble à celui du portail, à peu de chose près", en: "the name is nearly that of the portal" },
};

const advice: Readonly<Record<LinkVerdict, readonly Label[]>> = {
  portal: [{ fr: "Même ainsi, ouvrez-le plutôt depuis votre propre favori.", en: "Even so, rather open it from your own bookmark." }],
  unsafe: [
    {
      fr: "Ne suivez pas ce lien : ouvrez le portail depuis votre favori, et prévenez le RGC de qui vous l'envoie.",
      en: "Do not follow this link: open the portal from your bookmark, and tell the account manager (RGC) who sent it.",
    },
  ],
  imitation: [
    { fr: "1. Ne cliquez pas, ne répondez pas, ne transférez pas le lien.", en: "1. Do not click, do not reply, do not forward the link." },
    {
      fr: "2. Prévenez le RGC de vive voix, en gardant le message comme preuve.",
      en: "2. Tell the account manager (RGC) in person, and keep the message as evidence.",
    },
    {
      fr: "3. Si un identifiant ou un mot de passe y a été saisi : changez-le tout de suite depuis votre favori, sur un autre poste ; le RGC fait bloquer le compte par France Travail et relit le journal.",
      en: "3. If an identifier or a password was typed there: change it at once from your bookmark, on another computer; the account manager has France Travail block the account and reads the trail again.",
    },
    {
      fr: "4. Si une pièce jointe a été ouverte : débranchez le poste du réseau et faites-le examiner.",
      en: "4. If an attachment was opened: take the computer off the network and have it examined.",
    },
  ],
  other: [
    { fr: "N'y tapez jamais l'identifiant ni le mot de passe du portail.", en: "Never type the portal's identifier or password there." },
  ],
  unknown: [
    {
      fr: "Le RGC enregistre l'adresse d'après le courrier de France Travail (/adhesion portail). En attendant, ne suivez aucun lien reçu : tapez l'adresse du courrier.",
      en: "The account manager records the address from France Travail's letter (/membership portal). Until then, follow no link you receive: type the address of the letter.",
    },
  ],
};
