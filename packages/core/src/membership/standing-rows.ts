import type { Label } from "../shared/language.js";
import type { MembershipAction, MembershipState } from "./membership.js";

/** Who moves a membership forward. */
export type MembershipParty = "manager" | "agency" | "nobody";

export interface StandingRow {
  readonly where: Label;
  readonly who: MembershipParty;
  readonly next: Label;
  /** What is recorded next, the likeliest first. */
  readonly actions: readonly MembershipAction[];
}

/** A state, or what else is known of it: the renewal is asked for, an agreement stands in the record alone. */
export type StandingKind = MembershipState | "renewing" | "untracked";

/** Each state in sentences: where the provider stands, who must act, what comes next. */
export const standingRows: Readonly<Record<StandingKind, StandingRow>> = {
  "not-started": {
    where: { fr: "La demande d'adhésion n'est pas commencée.", en: "The membership request is not started." },
    who: "manager",
    next: {
      fr: "Complétez la fiche de l'organisme, nommez un RGC et un suppléant, puis préparez la demande.",
      en: "Complete the provider's record, name an account manager (RGC) and a deputy, then prepare the request.",
    },
    actions: ["prepare", "declare"],
  },
  prepared: {
    where: { fr: "La demande d'adhésion est prête.", en: "The membership request is ready." },
    who: "manager",
    next: {
      fr: "Envoyez la demande à France Travail, puis notez le jour de l'envoi.",
      en: "Send the request to France Travail, then record the day it was sent.",
    },
    actions: ["send"],
  },
  sent: {
    where: { fr: "La demande est chez France Travail.", en: "The request is with France Travail." },
    who: "agency",
    next: {
      fr: "Attendez la réponse de France Travail, puis notez l'accord ou le refus.",
      en: "Wait for France Travail's answer, then record the approval or the refusal.",
    },
    actions: ["approve", "refuse"],
  },
  approved: {
    where: { fr: "France Travail a accepté l'adhésion.", en: "France Travail has approved the membership." },
    who: "agency",
    next: {
      fr: "Deux courriers arrivent par la poste : l'identifiant, puis comment créer le mot de passe. Notez le jour de chacun, jamais ce qu'ils contiennent.",
      en: "Two letters come by post: the identifier, then how to set the password. Record the day of each, never what they hold.",
    },
    actions: ["receive"],
  },
  "identifiers-received": {
    where: { fr: "Les deux courriers sont arrivés.", en: "Both letters have arrived." },
    who: "manager",
    next: {
      fr: "Ouvrez le Portail Emploi partenaires à l'adresse du courrier, créez votre mot de passe, puis notez l'ouverture.",
      en: "Open the Portail Emploi partenaires at the letter's address, set your password, then record that it is open.",
    },
    actions: ["open"],
  },
  "portal-opened": {
    where: { fr: "Le Portail Emploi partenaires est ouvert.", en: "The Portail Emploi partenaires is open." },
    who: "manager",
    next: {
      fr: "Donnez ses droits à chaque personne dans GID Partenaires, puis notez-le.",
      en: "Give each person their rights in GID Partenaires, then record it.",
    },
    actions: ["grant"],
  },
  "rights-granted": {
    where: { fr: "Les droits sont donnés dans GID Partenaires.", en: "The rights are granted in GID Partenaires." },
    who: "manager",
    next: {
      fr: "Vérifiez que l'icône Kairos apparaît dans le tableau de bord du portail, puis notez-le.",
      en: "Check that the Kairos icon shows on the portal's dashboard, then record it.",
    },
    actions: ["activate"],
  },
  active: {
    where: { fr: "L'adhésion est active.", en: "The membership is active." },
    who: "nobody",
    next: {
      fr: "Rien à faire avant le renouvellement : un rappel viendra à temps.",
      en: "Nothing to do before the renewal: a reminder will come in time.",
    },
    actions: [],
  },
  refused: {
    where: { fr: "France Travail a refusé la demande.", en: "France Travail has refused the request." },
    who: "manager",
    next: {
      fr: "Corrigez ce qui a motivé le refus, puis préparez une nouvelle demande.",
      en: "Mend what the refusal was about, then prepare a new request.",
    },
    actions: ["prepare"],
  },
  suspended: {
    where: { fr: "L'adhésion est suspendue.", en: "The membership is suspended." },
    who: "manager",
    next: {
      fr: "Demandez à France Travail ce qu'il faut régler, puis notez la reprise.",
      en: "Ask France Travail what is to be settled, then record that it resumed.",
    },
    actions: ["resume"],
  },
  expiring: {
    where: { fr: "L'adhésion est active, mais elle prend bientôt fin.", en: "The membership is active, but it ends soon." },
    who: "manager",
    next: {
      fr: "Demandez le renouvellement à France Travail, puis notez le jour de la demande.",
      en: "Ask France Travail for the renewal, then record the day you asked.",
    },
    actions: ["request-renewal"],
  },
  expired: {
    where: {
      fr: "L'adhésion a pris fin : le portail n'est plus accessible.",
      en: "The membership has ended: the portal can no longer be used.",
    },
    who: "manager",
    next: {
      fr: "Demandez le renouvellement à France Travail, puis notez le jour de la demande.",
      en: "Ask France Travail for the renewal, then record the day you asked.",
    },
    actions: ["request-renewal"],
  },
  renewing: {
    where: { fr: "Le renouvellement est demandé.", en: "The renewal has been asked for." },
    who: "agency",
    next: {
      fr: "Attendez la réponse de France Travail, puis notez le renouvellement avec la nouvelle date de fin.",
      en: "Wait for France Travail's answer, then record the renewal with its new end.",
    },
    actions: ["renew"],
  },
  untracked: {
    where: {
      fr: "Une adhésion est notée dans la fiche de l'organisme, mais son chemin n'est pas suivi ici.",
      en: "An agreement stands in the provider's record, but its path is not followed here.",
    },
    who: "manager",
    next: {
      fr: "Si l'icône Kairos est visible, déclarez l'adhésion active ; sinon, préparez la demande.",
      en: "If the Kairos icon shows, declare the membership active; if not, prepare the request.",
    },
    actions: ["declare", "prepare"],
  },
};
