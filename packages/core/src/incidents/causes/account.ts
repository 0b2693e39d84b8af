import type { Label } from "../../shared/language.js";
import { told } from "../questions.js";
import type { TriageFacts } from "../triage.js";
import { all, askManager, causeTable, clearCache, privateChrome, stopTrying } from "./advice.js";

/** What keeps somebody out of their account. */
export const accountCauses = causeTable({
  "login-blocked": {
    symptom: "login-refused",
    asks: "message-says",
    fits: ({ answers }) => told(answers, "message-says", "blocked"),
    label: { fr: "le compte est bloqué ou inactif", en: "the account is blocked or dormant" },
    because: () => ({ fr: "C'est ce que dit la page de connexion.", en: "It is what the sign-in page says." }),
    tries: [stopTrying, askManager],
    contact: "account-mailbox",
    attach: all,
  },
  "login-identifiers": {
    symptom: "login-refused",
    asks: "typed-from-letter",
    fits: ({ answers }) => told(answers, "message-says", "wrong") && told(answers, "typed-from-letter", "no"),
    label: { fr: "l'identifiant ou le mot de passe est mal tapé", en: "the identifier or the password is mistyped" },
    because: () => ({
      fr: "La page refuse ce qui est tapé, et l'identifiant n'a pas encore été recopié de la lettre : c'est la cause la plus fréquente.",
      en: "The page refuses what is typed, and the identifier has not been copied from the letter yet: it is the most frequent cause.",
    }),
    tries: [
      {
        fr: "Recopiez l'identifiant de la lettre de France Travail, sans espace, majuscules déverrouillées.",
        en: "Copy the identifier from France Travail's letter, without blanks, caps lock off.",
      },
      {
        fr: "Tapez le mot de passe vous-même : le navigateur en garde parfois un ancien.",
        en: "Type the password yourself: the browser sometimes keeps an old one.",
      },
      clearCache,
    ],
    contact: "account-mailbox",
    attach: ["message", "time"],
  },
  "login-cache": {
    symptom: "login-refused",
    asks: "other-browser",
    fits: ({ answers }) => told(answers, "other-browser", "works", "not-tried"),
    label: { fr: "le navigateur garde une ancienne connexion", en: "the browser keeps an old sign-in" },
    because: ({ answers }) =>
      told(answers, "other-browser", "works")
        ? { fr: "Cela marche en navigation privée : le compte va bien.", en: "It works in a private window: the account is sound." }
        : {
            fr: "Un cache encombré suffit à refuser une connexion, et se vérifie avant d'écrire à qui que ce soit.",
            en: "A cluttered cache is enough to refuse a sign-in, and is checked before writing to anybody.",
          },
    tries: [privateChrome, clearCache],
    contact: "technical-support",
    attach: all,
  },
  "login-other": {
    symptom: "login-refused",
    fits: () => true,
    label: { fr: "le compte lui-même est à vérifier", en: "the account itself is to be checked" },
    because: whyAccount,
    tries: [stopTrying, askManager],
    contact: "account-mailbox",
    attach: all,
  },
  "account-dormant": {
    symptom: "account-blocked",
    fits: ({ desk }) => (desk.idleDays ?? 0) >= desk.inactiveAfterDays,
    label: { fr: "le compte n'a plus servi depuis longtemps", en: "the account has not been used for long" },
    because: ({ desk }) => ({
      fr: `Ce bureau ne connaît aucun acte de vous depuis ${desk.idleDays} jours ; dans le portail aussi, un compte qui ne sert pas peut devenir inactif.`,
      en: `This desk knows no act of yours for ${desk.idleDays} days; in the portal too, an account that is not used may become dormant.`,
    }),
    tries: [stopTrying, askManager],
    contact: "account-mailbox",
    attach: ["message", "time"],
  },
  "account-locked": {
    symptom: "account-blocked",
    fits: () => true,
    label: { fr: "trop d'essais refusés, ou un compte suspendu", en: "too many refused attempts, or a suspended account" },
    because: ({ desk: { idleDays } }) =>
      idleDays === undefined
        ? { fr: "Rien ne dit que le compte soit resté sans servir.", en: "Nothing says that the account was left unused." }
        : {
            fr: "Vous avez travaillé récemment dans ce bureau : le compte n'est sans doute pas resté sans servir.",
            en: "You worked in this desk lately: the account was most likely not left unused.",
          },
    tries: [
      stopTrying,
      {
        fr: "Si ces essais ne sont pas de vous, dites-le tout de suite au RGC : quelqu'un d'autre a peut-être votre mot de passe.",
        en: "If these attempts are not yours, tell the account manager (RGC) at once: somebody else may have your password.",
      },
      askManager,
    ],
    contact: "account-mailbox",
    attach: all,
  },
  phishing: {
    symptom: "suspicious-message",
    fits: () => true,
    label: { fr: "un hameçonnage, peut-être", en: "phishing, perhaps" },
    because: () => ({
      fr: "Un compte volé suffit à exposer des milliers de personnes : cela s'est vu en juillet 2025.",
      en: "One stolen account is enough to expose thousands of people: it was seen in July 2025.",
    }),
    tries: [
      { fr: "Ne cliquez pas, ne répondez pas, n'ouvrez pas les pièces jointes.", en: "Do not click, do not reply, open no attachment." },
      { fr: "Faites vérifier le lien par le bureau, sans l'ouvrir.", en: "Have the desk check the link, without opening it." },
      {
        fr: "Si un mot de passe y a été tapé, changez-le tout de suite, depuis un autre poste, et prévenez le RGC.",
        en: "If a password was typed there, change it at once, from another computer, and tell the account manager (RGC).",
      },
    ],
    contact: "account-manager",
    attach: ["message", "time"],
  },
});

/** Says no more than what was answered: a file may be opened before anybody was asked. */
function whyAccount({ answers }: TriageFacts): Label {
  if (answers["other-browser"] === undefined) {
    return {
      fr: "Rien n'a encore été dit de l'identifiant ni du navigateur.",
      en: "Nothing was said yet of the identifier or the browser.",
    };
  }
  return answers["message-says"] === "wrong"
    ? {
        fr: "L'identifiant est recopié de la lettre et Chrome, en navigation privée, fait pareil : il reste le mot de passe, ou le compte.",
        en: "The identifier is copied from the letter and Chrome, in a private window, does the same: what is left is the password, or the account.",
      }
    : { fr: "Chrome, en navigation privée, fait pareil.", en: "Chrome, in a private window, does the same." };
}
