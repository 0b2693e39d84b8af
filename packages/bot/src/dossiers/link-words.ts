import type { JudgedLink, Label, LinkSign, LinkVerdict } from "@kairos/core";
import { type ReplyLine, same } from "../reply.js";

/** What is told of a link: unreadable, or recorded otherwise by another establishment, besides what core judges. */
export type Verdict = LinkVerdict | "unreadable" | "disputed";
export type Judged = Omit<JudgedLink, "verdict"> & { readonly verdict: Verdict };

/** How each verdict is headed. */
export const linkTitles: Readonly<Record<Verdict, Label>> = {
  portal: { fr: "C'est bien le portail", en: "This is the portal" },
  unsafe: { fr: "Le portail, mais par une adresse à ne pas suivre", en: "The portal, by an address not to follow" },
  imitation: { fr: "Hameçonnage possible : ce n'est pas le portail", en: "Possible phishing: this is not the portal" },
  other: { fr: "Ce n'est pas le portail", en: "This is not the portal" },
  unreadable: { fr: "Lien illisible : ne le suivez pas", en: "Unreadable link: do not follow it" },
  disputed: {
    fr: "À vérifier : deux adresses du portail sont enregistrées",
    en: "To be checked: two addresses of the portal are recorded",
  },
  unknown: {
    fr: "Impossible à dire : l'adresse du portail n'est pas enregistrée",
    en: "Cannot tell: the portal's address is not recorded",
  },
};

export const linkTones: Readonly<Record<Verdict, ReplyLine["tone"]>> = {
  portal: "good",
  unsafe: "bad",
  imitation: "bad",
  other: "plain",
  unreadable: "bad",
  disputed: "warning",
  unknown: "warning",
};

/** The recorded site is never written, not even inside of another, and nothing here can be clicked. */
export function sayLink({ host, verdict, signs }: Judged, hosts: ReadonlySet<string>, language: "fr" | "en"): string {
  const shown = siteOf(host, verdict, hosts)[language];
  const reasons = signs.map((sign) => signWords[sign][language]);
  return reasons.length === 0 ? shown : `${shown}${language === "fr" ? " : " : ": "}${reasons.join(language === "fr" ? " ; " : "; ")}`;
}

function siteOf(host: string, verdict: Verdict, hosts: ReadonlySet<string>): Label {
  if (verdict === "portal") {
    return {
      fr: "Le site est celui que le RGC a relevé sur le courrier.",
      en: "The site is the one the account manager took from the letter.",
    };
  }
  if (verdict === "unsafe") return { fr: "Le site est le bon", en: "The site is the right one" };
  if (verdict === "disputed") {
    return {
      fr: "Le site est celui qu'un de vos établissements a enregistré.",
      en: "The site is the one that one of your establishments recorded.",
    };
  }
  if (verdict === "unreadable") {
    return { fr: "Un lien que personne ne peut lire : il cache où il mène.", en: "A link that nobody can read: it hides where it leads." };
  }
  if ([...hosts].some((recorded) => host.includes(recorded))) {
    return { fr: "Un site dont le nom contient celui du portail", en: "A site whose name contains that of the portal" };
  }
  return same(host.replaceAll(".", "[.]").slice(0, 120));
}

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

/** What to do. */
export const linkAdvice: Readonly<Record<Verdict, readonly Label[]>> = {
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
  unreadable: [
    {
      fr: "Ne le suivez pas. Ouvrez le portail depuis votre propre favori, et montrez le message au RGC.",
      en: "Do not follow it. Open the portal from your own bookmark, and show the message to the account manager (RGC).",
    },
  ],
  disputed: [
    {
      fr: "Les adresses enregistrées diffèrent : avant de suivre ce lien, demandez au RGC de les relire sur les courriers de France Travail (/adhesion portail).",
      en: "The recorded addresses differ: before following this link, ask the account manager to read them again on France Travail's letters (/membership portal).",
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
