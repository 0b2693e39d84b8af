import { permissionLabels } from "../access/index.js";
import { quoteStatusLabels } from "../quotes/index.js";
import { formatDay } from "../shared/calendar.js";
import type { Label } from "../shared/language.js";
import { tasks } from "./questions.js";
import type { Cause } from "./triage.js";

const all = ["screenshot", "message", "time", "browser"] as const;

const privateChrome: Label = {
  fr: "Ouvrez le portail depuis votre favori, dans Chrome, en navigation privée (Ctrl + Maj + N).",
  en: "Open the portal from your bookmark, in Chrome, in a private window (Ctrl + Shift + N).",
};
const clearCache: Label = {
  fr: "Videz le cache et les cookies du site, fermez tout le navigateur, puis reconnectez-vous.",
  en: "Clear the cache and the cookies of the site, close the whole browser, then sign in again.",
};
const askManager: Label = {
  fr: "Demandez au RGC de vérifier l'état du compte et de l'habilitation.",
  en: "Ask the account manager (RGC) to check the account and the access grant.",
};

const causeTable = <const Rows extends Readonly<Record<string, Cause>>>(rows: Rows): Rows => rows;

/** The decision table: rows of one symptom are tried in order, and the last one always fits. */
export const causes = causeTable({
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
  "blank-browser": {
    symptom: "blank-page",
    asks: "other-browser",
    fits: ({ answers }) => answers["other-browser"] !== "same",
    label: { fr: "le navigateur ou son cache", en: "the browser or its cache" },
    because: ({ answers }) =>
      answers["other-browser"] === "works"
        ? { fr: "Cela marche dans Chrome en navigation privée.", en: "It works in Chrome in a private window." }
        : { fr: "Une page blanche vient le plus souvent du navigateur.", en: "A blank page mostly comes from the browser." },
    tries: [privateChrome, clearCache],
    contact: "technical-support",
    attach: ["browser", "screenshot"],
  },
  "blank-portal": {
    symptom: "blank-page",
    fits: () => true,
    label: { fr: "le portail ne répond pas comme il devrait", en: "the portal does not answer as it should" },
    because: () => ({ fr: "Un autre navigateur montre la même page blanche.", en: "Another browser shows the same blank page." }),
    tries: [
      {
        fr: "Attendez un quart d'heure et réessayez une fois : une maintenance passe.",
        en: "Wait a quarter of an hour and try once: maintenance passes.",
      },
      { fr: "Demandez à un collègue, sur un autre poste, ce qu'il voit.", en: "Ask a colleague, on another computer, what they see." },
    ],
    contact: "technical-support",
    attach: all,
  },
  "forbidden-right": {
    symptom: "forbidden",
    asks: "task",
    fits: ({ desk }) => desk.access?.granted === false,
    label: { fr: "le droit n'est pas accordé", en: "the right is not granted" },
    because: ({ answers }) => {
      const task = tasks[answers.task ?? ""];
      const right = task === undefined ? { fr: "ce droit", en: "this right" } : permissionLabels[task.permission];
      return {
        fr: `Le bureau ne vous connaît pas le droit « ${right.fr} » : le portail non plus, sans doute.`,
        en: `The desk knows no right “${right.en}” of yours: nor does the portal, most likely.`,
      };
    },
    tries: [{ fr: "Demandez ce droit au RGC, avec la raison.", en: "Ask the account manager (RGC) for this right, with the reason." }],
    contact: "account-manager",
    attach: ["message"],
  },
  "forbidden-portal": {
    symptom: "forbidden",
    fits: () => true,
    label: { fr: "l'habilitation du portail ne suit pas celle du bureau", en: "the portal's grant does not follow the desk's" },
    because: () => ({
      fr: "Le bureau vous connaît ce droit ; c'est dans le portail qu'il manque.",
      en: "The desk knows this right of yours; it is in the portal that it is missing.",
    }),
    tries: [
      { fr: "Déconnectez-vous, reconnectez-vous, réessayez.", en: "Sign out, sign in, try again." },
      {
        fr: "Demandez au RGC d'ouvrir votre habilitation dans GID Partenaires.",
        en: "Ask the account manager (RGC) to open your grant in GID Partenaires.",
      },
    ],
    contact: "account-manager",
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
  "session-not-exported": {
    symptom: "session-invisible",
    fits: ({ desk }) => desk.visibility?.ask === "regional-base" || (desk.visibility !== undefined && desk.visibility.sentOn === undefined),
    label: { fr: "la session n'est pas exportée par la base régionale", en: "the session is not exported by the regional base" },
    because: ({ desk }) =>
      desk.visibility?.sentOn === undefined
        ? { fr: "Elle n'a pas encore été envoyée au référencement.", en: "It has not been sent to be listed yet." }
        : { fr: "Ce qui est enregistré d'elle l'écarte de l'export.", en: "What is recorded of it leaves it out of the export." },
    tries: [
      {
        fr: "Vérifiez la fiche au Carif-Oref : SIRET, dates, nature de l'action.",
        en: "Check its sheet at the Carif-Oref: SIRET, dates, kind of action.",
      },
    ],
    contact: "regional-base",
    attach: ["reference"],
  },
  "session-too-soon": {
    symptom: "session-invisible",
    fits: ({ desk }) => desk.visibility?.ask === "nobody" && desk.visibility.seenOn === undefined && desk.visibility.display !== undefined,
    label: { fr: "elle n'est pas encore attendue", en: "it is not expected yet" },
    because: ({ desk }) => {
      const by = desk.visibility?.display?.expectedBy ?? "";
      return { fr: `Elle devrait se voir le ${formatDay(by)} au plus tard.`, en: `It should show by ${formatDay(by, "en")}.` };
    },
    tries: [
      {
        fr: "Attendez ce jour : l'affichage suit l'envoi de plusieurs jours.",
        en: "Wait for that day: display follows sending by several days.",
      },
    ],
    contact: "regional-base",
    attach: ["reference"],
  },
  "session-late": {
    symptom: "session-invisible",
    fits: () => true,
    label: { fr: "elle est exportée et n'apparaît pas", en: "it is exported and does not show" },
    because: () => ({ fr: "Le délai d'affichage est passé.", en: "The display delay is over." }),
    tries: [
      {
        fr: "Cherchez-la par son numéro Carif-Oref, sans autre filtre.",
        en: "Look for it by its Carif-Oref number, without any other filter.",
      },
    ],
    contact: "agency",
    attach: ["reference", "screenshot"],
  },
  "quote-uncertified": {
    symptom: "quote-impossible",
    fits: ({ desk }) => desk.isCertified === false,
    label: { fr: "la certification Qualiopi ne se voit pas", en: "the Qualiopi certification does not show" },
    because: () => ({
      fr: "Le portail ne laisse saisir un devis que si la certification figure dans « Informations prestataire / Qualité » ; la fiche du bureau n'en a pas de valable.",
      en: "The portal only lets a quote be entered when the certification shows under “Informations prestataire / Qualité”; the desk's record holds none in force.",
    }),
    tries: [
      {
        fr: "Ouvrez l'onglet « Informations prestataire / Qualité » et regardez la date.",
        en: "Open the tab “Informations prestataire / Qualité” and look at the date.",
      },
      { fr: "Complétez la fiche : /organisme completer qualiopi-fin:…", en: "Complete the record: /organisme completer qualiopi-fin:…" },
    ],
    contact: "agency",
    attach: ["screenshot", "reference"],
  },
  "quote-right": {
    symptom: "quote-impossible",
    fits: ({ desk }) => desk.access?.granted === false,
    label: { fr: "le droit de saisir un devis manque", en: "the right to enter a quote is missing" },
    because: () => ({ fr: "Le bureau ne vous connaît pas ce droit.", en: "The desk knows no such right of yours." }),
    tries: [{ fr: "Demandez-le au RGC, avec la raison.", en: "Ask the account manager (RGC) for it, with the reason." }],
    contact: "account-manager",
    attach: ["message"],
  },
  "quote-portal": {
    symptom: "quote-impossible",
    fits: () => true,
    label: { fr: "le portail refuse la saisie", en: "the portal refuses the entry" },
    because: () => ({ fr: "Le droit et la certification sont là.", en: "The right and the certification are there." }),
    tries: [{ fr: "Vérifiez le devis : /devis verifier", en: "Check the quote: /devis verifier" }, privateChrome],
    contact: "technical-support",
    attach: [...all, "reference"],
  },
  "quote-candidate": {
    symptom: "quote-stuck",
    fits: ({ desk }) => desk.quoteStatus === "awaiting-candidate",
    label: { fr: "le candidat n'a pas encore validé", en: "the candidate has not approved yet" },
    because: () => ({
      fr: "Tant qu'il n'a pas validé dans son espace France Travail, personne n'étudie le devis.",
      en: "Until they approve it in their France Travail space, nobody reviews the quote.",
    }),
    tries: [
      { fr: "Appelez-le : où valider, et jusqu'à quand.", en: "Call them: where to approve, and by when." },
      {
        fr: "Ce n'est pas un incident : aucun message au support n'avancera ce devis.",
        en: "It is no incident: no message to support will move this quote.",
      },
    ],
    contact: "agency",
    attach: ["reference"],
  },
  "quote-status": {
    symptom: "quote-stuck",
    fits: ({ desk }) => desk.quoteStatus !== undefined && desk.quoteStatus !== "approved" && desk.quoteStatus !== "under-review",
    label: { fr: "le devis n'attend rien de France Travail", en: "the quote awaits nothing from France Travail" },
    because: ({ desk }) => {
      const { fr, en } = quoteStatusLabels[desk.quoteStatus ?? "draft"];
      return { fr: `Dans le bureau, il est « ${fr} ».`, en: `In the desk it is “${en}”.` };
    },
    tries: [{ fr: "Relisez ce qui vient ensuite : /devis voir", en: "Read what comes next: /devis voir" }],
    contact: "agency",
    attach: ["reference"],
  },
  "quote-review": {
    symptom: "quote-stuck",
    fits: () => true,
    label: { fr: "France Travail étudie la demande", en: "France Travail is reviewing the request" },
    because: () => ({
      fr: "Le candidat a validé ; aucun délai légal de réponse n'existe.",
      en: "The candidate has approved; no legal time to answer exists.",
    }),
    tries: [
      {
        fr: "Demandez au conseiller où en est la demande, avec la référence.",
        en: "Ask the adviser where the request stands, with the reference.",
      },
    ],
    contact: "agency",
    attach: ["reference"],
  },
  "attendance-month": {
    symptom: "attendance-undeclarable",
    fits: ({ desk }) => (desk.openMonths?.length ?? 0) > 0,
    label: { fr: "le mois n'est pas prêt à être déclaré", en: "the month is not ready to be declared" },
    because: ({ desk }) => ({
      fr: `Dans le bureau, ${desk.openMonths?.join(", ")} n'est pas clôturé : des demi-journées manquent peut-être.`,
      en: `In the desk, ${desk.openMonths?.join(", ")} is not closed: half-days may be missing.`,
    }),
    tries: [{ fr: "Relisez l'état du mois : /assiduite mois", en: "Read the month's statement: /assiduite mois" }],
    contact: "technical-support",
    attach: ["reference"],
  },
  "attendance-right": {
    symptom: "attendance-undeclarable",
    fits: ({ desk }) => desk.access?.granted === false,
    label: { fr: "le droit de déclarer l'assiduité manque", en: "the right to declare attendance is missing" },
    because: () => ({ fr: "Le bureau ne vous connaît pas ce droit.", en: "The desk knows no such right of yours." }),
    tries: [{ fr: "Demandez-le au RGC, avec la raison.", en: "Ask the account manager (RGC) for it, with the reason." }],
    contact: "account-manager",
    attach: ["message"],
  },
  "attendance-portal": {
    symptom: "attendance-undeclarable",
    fits: () => true,
    label: { fr: "le portail refuse la déclaration", en: "the portal refuses the declaration" },
    because: () => ({ fr: "Le mois est prêt et le droit est là.", en: "The month is ready and the right is there." }),
    tries: [privateChrome, clearCache],
    contact: "technical-support",
    attach: [...all, "reference"],
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
  unknown: {
    symptom: "other",
    asks: "other-browser",
    fits: () => true,
    label: { fr: "cause inconnue", en: "unknown cause" },
    because: () => ({ fr: "Aucune cause connue ne ressemble à ce qui est décrit.", en: "No known cause looks like what is described." }),
    tries: [privateChrome, clearCache],
    contact: "technical-support",
    attach: [...all, "reference"],
  },
});
