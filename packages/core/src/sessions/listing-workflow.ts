import { formatDay, type IsoDate } from "../shared/calendar.js";
import type { Label } from "../shared/language.js";
import { type ProblemOf, refusal } from "../shared/rules.js";
import { sentenceCase } from "../shared/text.js";
import { type Transition, workflowOf } from "../shared/workflow.js";
import { type ListingAction, type ListingStatus, listingStatusLabels } from "./listing.js";

export interface ListingTransition extends Transition<ListingStatus, "session.manage"> {
  /** The regional base must have given its number. */
  readonly numbered?: boolean;
  /** Nothing of the kind can happen before the first day. */
  readonly begun?: boolean;
}

/** The life of a listing, one action a row. */
export const listingWorkflow = workflowOf<ListingStatus, "session.manage">()({
  complete: { from: ["draft"], to: "ready", needs: "session.manage", sound: true },
  send: { from: ["ready"], to: "sent", needs: "session.manage" },
  see: { from: ["sent"], to: "visible", needs: "session.manage", numbered: true },
  open: { from: ["visible", "full", "suspended"], to: "open", needs: "session.manage" },
  fill: { from: ["visible", "open"], to: "full", needs: "session.manage" },
  suspend: { from: ["visible", "open", "full"], to: "suspended", needs: "session.manage" },
  start: { from: ["visible", "open", "full"], to: "running", needs: "session.manage", begun: true },
  end: { from: ["running"], to: "ended", needs: "session.manage", begun: true },
  archive: { from: ["ended"], to: "archived", needs: "session.manage" },
  rework: { from: ["ready", "sent", "visible", "open", "full", "suspended"], to: "draft", needs: "session.manage" },
  cancel: {
    from: ["draft", "ready", "sent", "visible", "open", "full", "suspended", "running"],
    to: "cancelled",
    needs: "session.manage",
  },
} satisfies Readonly<Record<ListingAction, ListingTransition>>);

export const listingActionLabels: Readonly<Record<ListingAction, Label>> = {
  complete: { fr: "noter que la fiche est prête", en: "record that the entry is ready" },
  send: { fr: "noter la transmission à la base régionale", en: "record that it was sent to the regional base" },
  see: { fr: "noter qu'elle est visible dans Kairos", en: "record that it shows in Kairos" },
  open: { fr: "ouvrir les inscriptions", en: "open enrolment" },
  fill: { fr: "noter qu'elle est complète", en: "record that it is full" },
  suspend: { fr: "suspendre les inscriptions", en: "suspend enrolment" },
  start: { fr: "noter le démarrage", en: "record that it started" },
  end: { fr: "noter la fin", en: "record that it ended" },
  archive: { fr: "archiver", en: "archive" },
  rework: { fr: "reprendre la fiche", en: "rework the entry" },
  cancel: { fr: "annuler la session", en: "cancel the session" },
};

/** Why a step is refused. */
export const listingRefusals = {
  "session.listing-step-illegal": refusal<{ action: ListingAction; status: ListingStatus; possible: readonly ListingAction[] }>({
    severity: "error",
    source: "kairos-article",
    fr: ({ action, status, possible }) => ({
      what: `« ${sentenceCase(listingActionLabels[action].fr)} » n'est pas possible : la session est « ${listingStatusLabels[status].fr} ».`,
      why: "Chaque étape vient à son tour, de la fiche prête à l'archive.",
      mend:
        possible.length === 0
          ? "Cette session est close ; enregistrez-en une nouvelle."
          : `À ce stade, on peut : ${possible.map((other) => listingActionLabels[other].fr).join(", ")}.`,
    }),
  }),
  "session.listing-step-too-early": refusal<{ on: IsoDate; lastOn: IsoDate }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ on, lastOn }) => ({
      what: `Le ${formatDay(on)} vient avant l'étape précédente, enregistrée le ${formatDay(lastOn)}.`,
      why: "Des étapes dont les dates se contredisent ne disent plus quand la session doit s'afficher.",
      mend: "Vérifiez le jour où cela s'est passé.",
    }),
  }),
  "session.listing-before-start": refusal<{ action: ListingAction; on: IsoDate; startsOn: IsoDate }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ action, on, startsOn }) => ({
      what: `« ${sentenceCase(listingActionLabels[action].fr)} » au ${formatDay(on)} n'est pas possible : la session commence le ${formatDay(startsOn)}.`,
      why: "France Travail compare les dates de la session à ce qui s'y passe.",
      mend: "Vérifiez le jour, ou corrigez d'abord la date de début de la session.",
    }),
  }),
};
export type ListingRefusal = ProblemOf<typeof listingRefusals>;
