import { permissionLabels } from "../../access/index.js";
import { tasks } from "../questions.js";
import { all, causeTable, clearCache, privateChrome } from "./advice.js";

/** What the portal or the browser does. */
export const portalCauses = causeTable({
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
