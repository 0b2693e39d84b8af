import { type Label, type OwnProfile, profileLabel, weekdayLabels } from "@kairos/core";
import type { Commands } from "../command.js";
import { actOf, outcomeLabels } from "./acts.js";
import { day, instant, type Kind, oneOf, shown, words, yesOrNo } from "./person-fields.js";

/** How a message to somebody ended. */
const noticeLabels: Readonly<Record<string, Label>> = {
  sent: { fr: "envoyé", en: "sent" },
  staff: { fr: "annoncé dans le salon de l'équipe", en: "announced in the staff channel" },
  dropped: { fr: "abandonné", en: "dropped" },
};

/** Everything that may be kept of a member of the team, in the order it is read. */
export const memberKinds = (commands: Commands, own: readonly OwnProfile[]): Readonly<Record<string, Kind>> => ({
  people: {
    label: { fr: "Votre fiche", en: "Your record" },
    layout: "sheets",
    fields: { id: words("Identifiant", "Id"), name: words("Nom affiché", "Displayed name") },
  },
  accounts: {
    label: { fr: "Votre compte du portail, tel que déclaré", en: "Your portal account, as declared" },
    layout: "sheets",
    fields: {
      person: "technical",
      shared: yesOrNo("Utilisé à plusieurs", "Shared"),
      twoFactorOn: day("Double authentification vue le", "Two-factor authentication seen on"),
      passwordChangedOn: day("Mot de passe changé le", "Password changed on"),
      leftOn: day("Départ", "Left on"),
      departedOn: day("Départ d'un établissement", "Left an establishment on"),
    },
  },
  grants: {
    label: { fr: "Vos habilitations", en: "Your access grants" },
    layout: "rows",
    fields: {
      id: words("Numéro", "Number"),
      person: "technical",
      siret: words("Établissement", "Establishment"),
      profile: shown<string>((profile) => profileLabel(profile, own).fr)("Profil", "Profile"),
      reason: words("Motif", "Reason"),
      grantedBy: "technical",
      from: day("Du", "From"),
      until: day("Jusqu'au", "Until"),
      revokedOn: day("Retirée le", "Revoked on"),
      revokedBy: "technical",
      revokedReason: words("Motif du retrait", "Reason of the withdrawal"),
    },
  },
  working_hours: {
    label: { fr: "Vos horaires de rendez-vous", en: "Your hours for appointments" },
    layout: "sheets",
    fields: {
      person: "technical",
      siret: words("Établissement", "Establishment"),
      stretches: words("Créneau", "Hours"),
      "stretches.weekday": shown<number>((weekday) => weekdayLabels[weekday]?.fr ?? String(weekday))("jour", "day"),
      "stretches.from": words("de", "from"),
      "stretches.until": words("à", "until"),
    },
  },
  acts: {
    label: { fr: "Vos actes au journal, comptés par sorte", en: "Your acts in the trail, counted by kind" },
    layout: "rows",
    fields: {
      act: shown<string>((act) => actOf(act, commands).fr)("Acte", "Act"),
      outcome: oneOf("Issue", "Outcome", outcomeLabels),
      count: words("Nombre", "Count"),
      first_at: instant("Le premier", "The first"),
      last_at: instant("Le dernier", "The last"),
    },
  },
  notices: {
    label: { fr: "Messages que Kairos vous a écrits ou doit vous écrire", en: "Messages that Kairos wrote to you, or is to write" },
    layout: "rows",
    fields: {
      kind: "technical",
      due_at: instant("Prévu le", "Due on"),
      settled_at: instant("Terminé le", "Ended on"),
      outcome: oneOf("Issue", "Outcome", noticeLabels),
    },
  },
  drafts: {
    label: { fr: "Saisies que vous avez commencées", en: "Forms you have begun" },
    layout: "rows",
    fields: { path: words("Commande", "Command"), at: instant("Le", "On") },
  },
});
