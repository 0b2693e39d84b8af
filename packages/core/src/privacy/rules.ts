import { formatDay, type IsoDate } from "../shared/calendar.js";
import { type ProblemOf, refusal } from "../shared/rules.js";

/** Why somebody's data is not erased now. */
export const privacyRefusals = {
  "privacy.in-training": refusal<{ reference: string; session: string; until: IsoDate }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ reference, session, until }) => ({
      what: `${reference} est encore en formation : la session ${session} finit le ${formatDay(until)}.`,
      why: "Sans son nom, ni les présences ni les factures de cette session ne pourraient être établies.",
      mend: "Effacez ses données après ce jour, ou enregistrez d'abord son abandon (/assiduite inscrire).",
    }),
  }),
  "privacy.already-erased": refusal<{ reference: string; heldUntil?: IsoDate }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ reference, heldUntil }) => ({
      what: `L'effacement de ${reference} est déjà enregistré.`,
      why:
        heldUntil === undefined
          ? "Il ne reste rien de son nom."
          : `Ce que la loi ou votre réglage oblige à garder partira de soi-même après le ${formatDay(heldUntil)}.`,
      mend: "Il n'y a rien d'autre à faire dans Kairos ; pensez aux PDF, aux sauvegardes et aux messages Discord.",
    }),
  }),
  "privacy.still-enabled": refusal<{ profiles: number }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ profiles }) => ({
      what: `Cette personne a encore ${profiles === 1 ? "une habilitation" : `${profiles} habilitations`} en cours.`,
      why: "Quelqu'un qui agit doit pouvoir être nommé.",
      mend: "Enregistrez d'abord son départ (/acces depart).",
    }),
  }),
};
export type PrivacyProblem = ProblemOf<typeof privacyRefusals>;
