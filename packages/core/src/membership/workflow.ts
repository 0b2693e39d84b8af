import { formatDay, type IsoDate } from "../shared/calendar.js";
import type { Label } from "../shared/language.js";
import { type ProblemOf, refusal } from "../shared/rules.js";
import { sentenceCase } from "../shared/text.js";
import { type Transition, workflowOf } from "../shared/workflow.js";
import { type MembershipAction, type MembershipDocument, type MembershipStatus, membershipStateLabels } from "./membership.js";

/** Where an action may start: before any record too. */
export type MembershipStart = MembershipStatus | "not-started";

/** What a step records beside its day. */
export type MembershipDetail = "endsOn" | "number" | "letter";

export interface MembershipTransition extends Transition<MembershipStart, "provider.manage"> {
  /** Papers whose day is recorded, one at a time; the status changes once all are there. */
  readonly documents?: readonly MembershipDocument[];
  readonly details?: readonly MembershipDetail[];
}

/** The path to the portal, one action a row. */
export const membershipWorkflow = workflowOf<MembershipStart, "provider.manage">()({
  prepare: { from: ["not-started", "prepared", "refused"], to: "prepared", needs: "provider.manage", sound: true },
  send: { from: ["prepared"], to: "sent", needs: "provider.manage", documents: ["request"] },
  approve: { from: ["sent"], to: "approved", needs: "provider.manage", documents: ["approval"], details: ["endsOn", "number"] },
  refuse: { from: ["sent"], to: "refused", needs: "provider.manage" },
  receive: {
    from: ["approved"],
    to: "identifiers-received",
    needs: "provider.manage",
    documents: ["identifier-letter", "password-letter"],
    details: ["letter"],
  },
  open: { from: ["identifiers-received"], to: "portal-opened", needs: "provider.manage" },
  grant: { from: ["portal-opened"], to: "rights-granted", needs: "provider.manage" },
  activate: { from: ["rights-granted"], to: "active", needs: "provider.manage" },
  suspend: { from: ["active"], to: "suspended", needs: "provider.manage" },
  resume: { from: ["suspended"], to: "active", needs: "provider.manage" },
  "request-renewal": { from: ["active"], to: "active", needs: "provider.manage", documents: ["renewal-request"] },
  renew: { from: ["active"], to: "active", needs: "provider.manage", details: ["endsOn", "number"] },
  declare: { from: ["not-started", "prepared"], to: "active", needs: "provider.manage", details: ["endsOn", "number"] },
} satisfies Readonly<Record<MembershipAction, MembershipTransition>>);

export const membershipActionLabels: Readonly<Record<MembershipAction, Label>> = {
  prepare: { fr: "préparer la demande", en: "prepare the request" },
  send: { fr: "noter l'envoi de la demande", en: "record that the request was sent" },
  approve: { fr: "noter l'accord de France Travail", en: "record France Travail's approval" },
  refuse: { fr: "noter le refus de France Travail", en: "record France Travail's refusal" },
  receive: { fr: "noter l'arrivée d'un courrier", en: "record that a letter arrived" },
  open: { fr: "noter l'ouverture du portail", en: "record that the portal was opened" },
  grant: { fr: "noter les droits donnés dans GID", en: "record the rights granted in GID" },
  activate: { fr: "noter que l'icône Kairos est visible", en: "record that the Kairos icon shows" },
  suspend: { fr: "noter une suspension", en: "record a suspension" },
  resume: { fr: "noter la reprise", en: "record that it resumed" },
  "request-renewal": { fr: "noter la demande de renouvellement", en: "record the renewal request" },
  renew: { fr: "noter le renouvellement", en: "record the renewal" },
  declare: { fr: "déclarer une adhésion déjà active", en: "declare a membership that is active already" },
};

export const membershipDetailLabels: Readonly<Record<MembershipDetail, Label>> = {
  endsOn: { fr: "La fin de l'adhésion", en: "The end of the agreement" },
  number: { fr: "Le numéro de l'adhésion", en: "The agreement's number" },
  letter: { fr: "Un courrier", en: "A letter" },
};

/** Why a step is refused. */
export const membershipRefusals = {
  "membership.transition-illegal": refusal<{
    action: MembershipAction;
    status: MembershipStart;
    possible: readonly MembershipAction[];
  }>({
    severity: "error",
    source: "kairos-access-chain",
    fr: ({ action, status, possible }) => ({
      what: `« ${sentenceCase(membershipActionLabels[action].fr)} » n'est pas possible maintenant. Adhésion : ${membershipStateLabels[status].fr}.`,
      why: "Chaque étape vient à son tour, de la demande à l'icône Kairos.",
      mend: `À ce stade, on peut : ${possible.map((other) => membershipActionLabels[other].fr).join(", ")}.`,
    }),
  }),
  "membership.act-too-early": refusal<{ on: IsoDate; lastOn: IsoDate }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ on, lastOn }) => ({
      what: `Le ${formatDay(on)} vient avant l'étape précédente, enregistrée le ${formatDay(lastOn)}.`,
      why: "Un chemin dont les dates se contredisent ne dit plus ce qui manque.",
      mend: "Vérifiez le jour sur le courrier ou le message reçu.",
    }),
  }),
  "membership.end-too-early": refusal<{ endsOn: IsoDate; after: IsoDate }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ endsOn, after }) => ({
      what: `La fin de l'adhésion (${formatDay(endsOn)}) doit venir après le ${formatDay(after)}.`,
      why: "Une adhésion finit après l'accord, et un renouvellement la prolonge.",
      mend: "Relisez les deux dates sur le courrier de France Travail.",
    }),
  }),
  "membership.detail-misplaced": refusal<{ detail: MembershipDetail; action: MembershipAction }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ detail, action }) => ({
      what: `${membershipDetailLabels[detail].fr} ne s'enregistre pas avec « ${membershipActionLabels[action].fr} ».`,
      why: "Enregistrée à la mauvaise étape, l'information serait perdue.",
      mend: "Retirez cette option, ou choisissez l'étape qui la demande.",
    }),
  }),
};
export type MembershipRefusal = ProblemOf<typeof membershipRefusals>;
