import type { incidentRefusals, Label, ticketRules } from "@kairos/core";

export const incidentTitles: Readonly<Record<keyof typeof ticketRules | keyof typeof incidentRefusals, Label>> = {
  "ticket.siret-missing": { fr: "dossier sans SIRET", en: "file without a SIRET" },
  "ticket.user-id-missing": { fr: "dossier sans identifiant du portail", en: "file without a portal identifier" },
  "ticket.time-missing": { fr: "dossier sans heure exacte", en: "file without an exact time" },
  "ticket.time-in-future": { fr: "heure de l'incident à venir", en: "time of the incident to come" },
  "ticket.message-missing": { fr: "dossier sans message affiché", en: "file without the message shown" },
  "ticket.action-missing": { fr: "dossier sans description pas à pas", en: "file without what was done" },
  "ticket.browser-missing": { fr: "dossier sans navigateur", en: "file without a browser" },
  "ticket.screenshot-missing": { fr: "dossier sans capture d'écran", en: "file without a screenshot" },
  "ticket.picture-unchecked": { fr: "capture d'écran non relue", en: "screenshot not checked" },
  "ticket.secret-present": { fr: "secret dans le dossier", en: "secret in the file" },
  "ticket.personal-data": { fr: "données personnelles dans le dossier", en: "personal data in the file" },
  "ticket.wrong-channel": { fr: "dossier mal adressé", en: "file addressed to the wrong place" },
  "ticket.time-unreadable": { fr: "heure de l'incident illisible", en: "unreadable time of the incident" },
  "ticket.step-in-future": { fr: "étape d'incident à venir", en: "incident step to come" },
  "ticket.user-id-unlike": { fr: "identifiant du portail invraisemblable", en: "unlikely portal identifier" },
  "ticket.step-illegal": { fr: "étape d'incident impossible", en: "incident step not possible" },
};
