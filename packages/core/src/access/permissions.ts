import type { Label } from "../shared/language.js";

/** Everything a right can allow, and how a person reads it. Nobody holds a right by default. */
export const permissionLabels = {
  "provider.read": { fr: "consulter l'organisme", en: "view the provider" },
  "provider.manage": { fr: "gérer l'organisme", en: "manage the provider" },
  "access.read": { fr: "consulter les habilitations", en: "view access grants" },
  "access.manage": { fr: "gérer les habilitations", en: "manage access grants" },
  "audit.read": { fr: "consulter le journal", en: "read the audit trail" },
  "data.export": { fr: "exporter les données d'une personne", en: "export a person's data" },
  "data.erase": { fr: "effacer les données d'une personne", en: "erase a person's data" },
  "session.read": { fr: "consulter les sessions", en: "view sessions" },
  "session.manage": { fr: "gérer les sessions", en: "manage sessions" },
  "appointment.read": { fr: "consulter les rendez-vous", en: "view appointments" },
  "appointment.manage": { fr: "gérer les rendez-vous", en: "manage appointments" },
  "agenda.read": { fr: "consulter son propre agenda", en: "view one's own agenda" },
  "trainee.read": { fr: "consulter les stagiaires", en: "view trainees" },
  "trainee.manage": { fr: "gérer les stagiaires", en: "manage trainees" },
  "quote.read": { fr: "consulter les devis", en: "view quotes" },
  "quote.enter": { fr: "saisir un devis", en: "enter a quote" },
  "quote.submit": { fr: "soumettre un devis", en: "submit a quote" },
  "quote.approve": { fr: "valider un devis", en: "approve a quote" },
  "quote.decide": { fr: "enregistrer une décision de France Travail", en: "record a decision of France Travail" },
  "attendance.read": { fr: "consulter l'assiduité", en: "view attendance" },
  "attendance.record": { fr: "saisir l'assiduité", en: "record attendance" },
  "attendance.record-own": { fr: "saisir l'assiduité de ses propres sessions", en: "record attendance of one's own sessions" },
  "invoice.read": { fr: "consulter les factures", en: "view invoices" },
  "invoice.prepare": { fr: "préparer une facture", en: "prepare an invoice" },
  "invoice.issue": { fr: "émettre une facture", en: "issue an invoice" },
  "incident.report": { fr: "signaler un incident", en: "report an incident" },
  "incident.follow": { fr: "suivre les incidents de tous", en: "follow everybody's incidents" },
  "link.check": { fr: "vérifier un lien du portail", en: "check a link to the portal" },
  "answer.publish": { fr: "publier une réponse dans un salon", en: "publish an answer in a channel" },
} satisfies Readonly<Record<string, Label>>;

export type Permission = keyof typeof permissionLabels;
export const permissions = Object.keys(permissionLabels) as readonly Permission[];

/** Is a right without danger where it is never used: to look, to report what went wrong, to check a link, to show others what one may see. */
export function isHarmless(permission: Permission): boolean {
  return permission.endsWith(".read") || permission === "incident.report" || permission === "link.check" || permission === "answer.publish";
}
