import { permissionLabels } from "../../access/index.js";
import { tasks, told } from "../questions.js";
import { all, askForRight, causeTable, clearCache, privateChrome } from "./advice.js";

/** What the portal or the browser does. */
export const portalCauses = causeTable({
  "blank-portal": {
    symptom: "blank-page",
    asks: "other-browser",
    fits: ({ answers }) => told(answers, "other-browser", "same"),
    label: { fr: "le portail ne répond pas comme il devrait", en: "the portal does not answer as it should" },
    because: () => ({
      fr: "Chrome, en navigation privée, montre la même page blanche : ce n'est pas le navigateur.",
      en: "Chrome, in a private window, shows the same blank page: it is not the browser.",
    }),
    tries: [
      { fr: "Réessayez une fois un peu plus tard.", en: "Try once more a little later." },
      { fr: "Demandez à un collègue, sur un autre poste, ce qu'il voit.", en: "Ask a colleague, on another computer, what they see." },
    ],
    contact: "technical-support",
    attach: all,
  },
  "blank-browser": {
    symptom: "blank-page",
    fits: () => true,
    label: { fr: "le navigateur ou son cache", en: "the browser or its cache" },
    because: ({ answers }) =>
      told(answers, "other-browser", "works")
        ? { fr: "Cela marche dans Chrome, en navigation privée.", en: "It works in Chrome, in a private window." }
        : {
            fr: "Une page blanche vient le plus souvent du navigateur ; Chrome est conseillé.",
            en: "A blank page mostly comes from the browser; Chrome is advised.",
          },
    tries: [privateChrome, clearCache],
    contact: "technical-support",
    attach: all,
  },
  "forbidden-right": {
    symptom: "forbidden",
    asks: "task",
    fits: ({ answers, desk }) => (answers.task === undefined ? undefined : desk.access?.granted === false),
    label: { fr: "le droit n'est pas accordé", en: "the right is not granted" },
    because: ({ answers }) => {
      const task = Object.hasOwn(tasks, answers.task ?? "") ? tasks[answers.task ?? ""] : undefined;
      const right = task === undefined ? { fr: "ce droit", en: "this right" } : quoted(permissionLabels[task.permission]);
      return {
        fr: `Le bureau ne vous connaît pas ${right.fr} : le portail non plus, sans doute.`,
        en: `The desk knows you do not hold ${right.en}: nor does the portal grant it, most likely.`,
      };
    },
    tries: [askForRight],
    contact: "account-manager",
    attach: ["message", "time"],
  },
  "forbidden-portal": {
    symptom: "forbidden",
    fits: () => true,
    label: { fr: "l'habilitation manque dans le portail", en: "the access grant is missing in the portal" },
    because: ({ desk }) =>
      desk.access?.granted === true
        ? {
            fr: "Le bureau vous connaît ce droit ; c'est dans le portail qu'il manque.",
            en: "The desk knows this right of yours; it is in the portal that it is missing.",
          }
        : {
            fr: "Une erreur 403 veut dire que le portail ne vous connaît pas le droit de faire cela.",
            en: "An error 403 means that the portal knows no right of yours to do that.",
          },
    tries: [
      { fr: "Déconnectez-vous, reconnectez-vous, réessayez une fois.", en: "Sign out, sign in, try once more." },
      {
        fr: "Demandez au RGC de vérifier votre habilitation dans GID Partenaires.",
        en: "Ask the account manager (RGC) to check your grant in GID Partenaires.",
      },
    ],
    contact: "account-manager",
    attach: all,
  },
  "other-browser": {
    symptom: "other",
    asks: "other-browser",
    fits: ({ answers }) => told(answers, "other-browser", "works"),
    label: { fr: "le navigateur ou son cache", en: "the browser or its cache" },
    because: () => ({ fr: "Cela marche dans Chrome, en navigation privée.", en: "It works in Chrome, in a private window." }),
    tries: [privateChrome, clearCache],
    contact: "technical-support",
    attach: all,
  },
  unknown: {
    symptom: "other",
    fits: () => true,
    label: { fr: "cause inconnue", en: "unknown cause" },
    because: () => ({ fr: "Rien de connu ne ressemble à ce qui est décrit.", en: "Nothing known looks like what is described." }),
    tries: [privateChrome, clearCache],
    contact: "technical-support",
    attach: [...all, "reference"],
  },
});

function quoted({ fr, en }: { readonly fr: string; readonly en: string }) {
  return { fr: `le droit « ${fr} »`, en: `the right “${en}”` };
}
