import { type CauseId, causes, contactLabels, type Label, symptomLabels } from "@kairos/core";
import type { InputOf } from "../option.js";
import { choice, file, masked, optional, reference, text, yesOrNo } from "../options.js";

/** What somebody may say of an incident, when it is opened or later. */
export const toldOptions = {
  message: optional(
    masked(
      text(
        {
          fr: ["message", "Le message affiché, tel quel ; s'il n'y a rien : page blanche", "Message affiché"],
          en: ["message", "The message shown, as it is; if there is nothing: blank page", "Message shown"],
        },
        2000,
        "several",
      ),
    ),
  ),
  steps: optional(
    masked(
      text(
        {
          fr: ["pas", "Pas à pas : l'écran ouvert, où vous avez cliqué, sur quel devis ou quelle session", "Ce que vous faisiez"],
          en: ["steps", "Step by step: the screen, where you clicked, on which quote or session", "What you were doing"],
        },
        2000,
        "several",
      ),
    ),
  ),
  moment: optional(
    masked(
      text(
        {
          fr: ["moment", "Comme cela vient, avec l'heure : il y a 10 minutes, ce matin 9h12", "Quand"],
          en: ["time", "As it comes, with the hour: 10 minutes ago, this morning 9:12", "When"],
        },
        80,
      ),
    ),
  ),
  browser: optional(
    masked(
      text(
        {
          fr: ["navigateur", "Le navigateur et sa version : Chrome 131", "Navigateur et version"],
          en: ["browser", "The browser and its version: Chrome 131", "Browser and version"],
        },
        60,
      ),
    ),
  ),
  picture: optional(
    masked(
      file(
        {
          fr: ["capture", "Capture d'écran, PNG ou JPEG, sans candidat visible", "Capture d'écran"],
          en: ["screenshot", "Screenshot, PNG or JPEG, with no candidate on it", "Screenshot"],
        },
        ["picture"],
      ),
    ),
  ),
  portalUser: optional(
    masked(
      text(
        {
          fr: ["identifiant", "Votre identifiant dans le portail ; jamais le mot de passe", "Identifiant dans le portail"],
          en: ["identifier", "Your identifier in the portal; never the password", "Identifier in the portal"],
        },
        60,
      ),
    ),
  ),
  pictureChecked: optional(
    yesOrNo({
      fr: ["capture-verifiee", "Vous avez regardé la capture : aucun candidat ne s'y voit", "Aucun candidat sur la capture"],
      en: ["screenshot-checked", "You looked at the screenshot: no candidate shows on it", "No candidate on the screenshot"],
    }),
  ),
  symptom: optional(
    choice(
      { fr: ["symptome", "Ce qui est constaté ; reconnu dans le message sinon"], en: ["symptom", "What is seen; recognised otherwise"] },
      symptomLabels,
    ),
  ),
  quote: optional(reference("quote", { fr: ["devis", "Le devis concerné"], en: ["quote", "The quote it is about"] })),
  session: optional(reference("session", { fr: ["session", "La session concernée"], en: ["session", "The session it is about"] })),
  cause: optional(
    choice(
      { fr: ["cause", "La cause que le diagnostic a trouvée"], en: ["cause", "The cause the diagnosis found"] },
      Object.fromEntries(Object.entries(causes).map(([id, { label }]) => [id, label])) as Readonly<Record<CauseId, Label>>,
    ),
  ),
  contact: optional(
    choice(
      { fr: ["destinataire", "Qui peut aider ; selon la cause sinon"], en: ["recipient", "Who can help; by the cause otherwise"] },
      contactLabels,
    ),
  ),
};
export type Told = InputOf<typeof toldOptions>;
