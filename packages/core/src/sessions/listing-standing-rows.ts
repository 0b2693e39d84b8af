import type { Label } from "../shared/language.js";
import type { ListingAction, ListingStatus } from "./listing.js";

/** Who moves a listing forward. */
export type ListingParty = "provider" | "regional-base" | "agency" | "nobody";

export interface ListingStandingRow {
  readonly where: Label;
  readonly who: ListingParty;
  readonly next: Label;
  /** What is recorded next, the likeliest first. */
  readonly actions: readonly ListingAction[];
}

/** A status, or what else is known of it: listed before anybody followed it here, late, or never to be seen. */
export type ListingStandingKind = ListingStatus | "untracked" | "late" | "left-out";

/** Each standing in sentences: where the listing is, who must act, what comes next. */
export const listingStandingRows: Readonly<Record<ListingStandingKind, ListingStandingRow>> = {
  draft: {
    where: { fr: "La fiche est en préparation.", en: "The entry is being prepared." },
    who: "provider",
    next: { fr: "Complétez la fiche, puis notez qu'elle est prête.", en: "Complete the entry, then record that it is ready." },
    actions: ["complete"],
  },
  untracked: {
    where: {
      fr: "La session a un numéro Carif-Oref, mais les étapes de son référencement ne sont pas suivies ici.",
      en: "The session has a Carif-Oref number, but the steps of its listing are not followed here.",
    },
    who: "provider",
    next: {
      fr: "Notez les étapes déjà passées, chacune avec son jour : prête, transmise, vue dans Kairos.",
      en: "Record the steps already taken, each with its day: ready, sent, seen in Kairos.",
    },
    actions: ["complete"],
  },
  ready: {
    where: { fr: "La fiche est prête à référencer.", en: "The entry is ready to be listed." },
    who: "provider",
    next: {
      fr: "Transmettez-la à la base régionale du Carif-Oref, puis notez le jour de l'envoi.",
      en: "Send it to the regional base of the Carif-Oref, then record the day it was sent.",
    },
    actions: ["send", "rework"],
  },
  sent: {
    where: { fr: "La fiche est transmise à la base régionale.", en: "The entry was sent to the regional base." },
    who: "nobody",
    next: {
      fr: "Attendez les jours ci-dessus. Quand la session s'affiche dans Kairos, notez-le avec son numéro Carif-Oref.",
      en: "Wait for the days above. When the session shows in Kairos, record it with its Carif-Oref number.",
    },
    actions: ["see"],
  },
  late: {
    where: {
      fr: "La fiche est transmise, mais la session devrait déjà s'afficher dans Kairos.",
      en: "The entry was sent, but the session should show in Kairos already.",
    },
    who: "agency",
    next: {
      fr: "Sur le site du Carif-Oref, vérifiez que la fiche est indiquée comme transmise. Si elle l'est, écrivez à votre contact France Travail pour Kairos ; sinon, au Carif-Oref.",
      en: "On the Carif-Oref's site, check that the entry is marked as sent. If it is, write to your France Travail contact for Kairos; if not, to the Carif-Oref.",
    },
    actions: ["see", "rework"],
  },
  "left-out": {
    where: {
      fr: "La fiche est transmise, mais la base régionale ne l'envoie pas à France Travail.",
      en: "The entry was sent, but the regional base does not pass it on to France Travail.",
    },
    who: "regional-base",
    next: {
      fr: "Corrigez ce qui la retient, ou demandez au Carif-Oref pourquoi elle n'est pas envoyée.",
      en: "Correct what holds it back, or ask the Carif-Oref why it is not passed on.",
    },
    actions: ["rework", "see"],
  },
  visible: {
    where: { fr: "La session est visible dans Kairos.", en: "The session shows in Kairos." },
    who: "provider",
    next: {
      fr: "Ouvrez les inscriptions quand vous êtes prêts à recevoir des candidats.",
      en: "Open enrolment when you are ready for candidates.",
    },
    actions: ["open", "fill", "suspend"],
  },
  open: {
    where: { fr: "Les inscriptions sont ouvertes.", en: "Enrolment is open." },
    who: "provider",
    next: { fr: "Notez quand la session est complète, ou suspendue.", en: "Record when the session is full, or suspended." },
    actions: ["fill", "suspend"],
  },
  full: {
    where: { fr: "La session est complète.", en: "The session is full." },
    who: "nobody",
    next: { fr: "Si une place se libère, rouvrez les inscriptions.", en: "If a place becomes free, open enrolment again." },
    actions: ["open"],
  },
  suspended: {
    where: { fr: "Les inscriptions sont suspendues.", en: "Enrolment is suspended." },
    who: "provider",
    next: {
      fr: "Rouvrez les inscriptions, reprenez la fiche, ou annulez la session.",
      en: "Open enrolment again, rework the entry, or cancel the session.",
    },
    actions: ["open", "rework", "cancel"],
  },
  running: {
    where: { fr: "La session est en cours.", en: "The session is running." },
    who: "nobody",
    next: { fr: "Rien à faire avant son dernier jour.", en: "Nothing to do before its last day." },
    actions: ["end"],
  },
  ended: {
    where: { fr: "La session est terminée.", en: "The session has ended." },
    who: "provider",
    next: { fr: "Archivez-la quand tous ses dossiers sont clos.", en: "Archive it once all its files are closed." },
    actions: ["archive"],
  },
  archived: {
    where: { fr: "La session est archivée.", en: "The session is archived." },
    who: "nobody",
    next: { fr: "Plus rien à faire.", en: "Nothing more to do." },
    actions: [],
  },
  cancelled: {
    where: {
      fr: "La session est annulée : elle ne retient plus ni formateur ni salle.",
      en: "The session is cancelled: it keeps no trainer and no room any more.",
    },
    who: "nobody",
    next: {
      fr: "Retirez-la aussi de la base régionale si elle y est encore.",
      en: "Take it out of the regional base too if it is still there.",
    },
    actions: [],
  },
};
