import { all, askManager, causeTable, clearCache, privateChrome } from "./advice.js";

/** What keeps somebody out of their account. */
export const accountCauses = causeTable({
  "login-blocked": {
    symptom: "login-refused",
    asks: "message-says",
    fits: ({ answers }) => answers["message-says"] === "blocked",
    label: { fr: "le compte est bloqué ou inactif", en: "the account is blocked or dormant" },
    because: () => ({ fr: "La page le dit elle-même.", en: "The page says so itself." }),
    tries: [
      { fr: "N'essayez plus : chaque essai refusé prolonge le blocage.", en: "Stop trying: each refused attempt makes the block last." },
      askManager,
    ],
    contact: "account-mailbox",
    attach: all,
  },
  "login-identifiers": {
    symptom: "login-refused",
    asks: "typed-from-letter",
    fits: ({ answers }) => answers["message-says"] === "wrong" && answers["typed-from-letter"] === "no",
    label: { fr: "l'identifiant ou le mot de passe est mal tapé", en: "the identifier or the password is mistyped" },
    because: () => ({
      fr: "C'est la cause la plus fréquente, et l'identifiant n'a pas encore été recopié de la lettre.",
      en: "It is the most frequent cause, and the identifier has not been copied from the letter yet.",
    }),
    tries: [
      {
        fr: "Recopiez l'identifiant de la lettre de France Travail, sans espace, touche des majuscules verrouillées éteinte.",
        en: "Copy the identifier from France Travail's letter, without blanks, caps lock off.",
      },
      { fr: "Utilisez « mot de passe oublié », une fois.", en: "Use “forgotten password”, once." },
      clearCache,
    ],
    contact: "account-manager",
    attach: ["message", "time"],
  },
  "login-cache": {
    symptom: "login-refused",
    asks: "other-browser",
    fits: ({ answers }) => answers["other-browser"] !== "same",
    label: { fr: "le navigateur garde une ancienne connexion", en: "the browser keeps an old sign-in" },
    because: ({ answers }) =>
      answers["other-browser"] === "works"
        ? { fr: "Cela marche en navigation privée : le cache est en cause.", en: "It works in a private window: the cache is to blame." }
        : { fr: "À essayer avant d'écrire à qui que ce soit.", en: "To be tried before writing to anybody." },
    tries: [privateChrome, clearCache],
    contact: "account-manager",
    attach: ["browser"],
  },
  "login-other": {
    symptom: "login-refused",
    fits: () => true,
    label: { fr: "le compte lui-même est à vérifier", en: "the account itself is to be checked" },
    because: () => ({
      fr: "L'identifiant est le bon et un autre navigateur fait pareil.",
      en: "The identifier is right and another browser does the same.",
    }),
    tries: [askManager],
    contact: "account-mailbox",
    attach: all,
  },
  "account-dormant": {
    symptom: "account-blocked",
    fits: ({ desk }) => (desk.idleDays ?? 0) >= desk.inactiveAfterDays,
    label: { fr: "le compte n'a plus servi depuis longtemps", en: "the account has not been used for long" },
    because: ({ desk }) => ({
      fr: `Votre dernier acte connu remonte à ${desk.idleDays} jours ; un compte qui ne sert pas s'endort.`,
      en: `Your last known act was ${desk.idleDays} days ago; an account that is not used goes dormant.`,
    }),
    tries: [askManager],
    contact: "account-mailbox",
    attach: ["message", "time"],
  },
  "account-locked": {
    symptom: "account-blocked",
    fits: () => true,
    label: { fr: "trop d'essais refusés, ou un compte suspendu", en: "too many refused attempts, or a suspended account" },
    because: () => ({ fr: "Le compte a servi récemment : ce n'est pas l'oubli.", en: "The account was used lately: it is not dormancy." }),
    tries: [
      { fr: "N'essayez plus avant d'avoir la réponse.", en: "Do not try again before you have an answer." },
      {
        fr: "Si vous n'êtes pour rien dans ces essais, dites-le tout de suite au RGC : quelqu'un d'autre a peut-être votre mot de passe.",
        en: "If these attempts are not yours, tell the account manager at once: somebody else may have your password.",
      },
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
      { fr: "Ne cliquez pas, ne répondez pas.", en: "Do not click, do not reply." },
      { fr: "Vérifiez le lien : /acces lien", en: "Check the link: /acces lien" },
      {
        fr: "Si un mot de passe y a été tapé, changez-le tout de suite, depuis un autre poste.",
        en: "If a password was typed there, change it at once, from another computer.",
      },
    ],
    contact: "account-manager",
    attach: ["message", "time"],
  },
});
