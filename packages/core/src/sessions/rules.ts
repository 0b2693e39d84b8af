import { formatDay, type IsoDate } from "../shared/calendar.js";
import { found, judgeBy, nothing, type ProblemOf, ruleAbout } from "../shared/rules.js";
import type { Session } from "./session.js";
import { checkTraining, type TrainingProblem } from "./training-rules.js";

export interface SessionSituation {
  readonly session: Session;
  readonly today: IsoDate;
}

const rule = ruleAbout<SessionSituation>();

export const sessionRules = {
  "session.dates-order": rule({
    severity: "error",
    source: "desk-practice",
    check: ({ session }) =>
      session.endsOn < session.startsOn ? found(["endsOn"], { startsOn: session.startsOn, endsOn: session.endsOn }) : nothing,
    fr: ({ startsOn, endsOn }) => ({
      what: `La session finit le ${formatDay(endsOn)}, avant de commencer (${formatDay(startsOn)}).`,
      why: "Une période impossible est refusée à la saisie du devis.",
      mend: "Corrigez la date de début ou de fin.",
    }),
  }),
  "id.certification-expired": rule({
    severity: "warning",
    source: "lheo-2.3",
    check: ({ session }) =>
      session.certification !== undefined && session.certificationEndsOn !== undefined && session.certificationEndsOn < session.startsOn
        ? found(["certificationEndsOn"], {
            certification: session.certification as string,
            endsOn: session.certificationEndsOn,
            startsOn: session.startsOn,
          })
        : nothing,
    fr: ({ certification, endsOn, startsOn }) => ({
      what: `L'enregistrement de ${certification} prend fin le ${formatDay(endsOn)}, avant le début de la session (${formatDay(startsOn)}).`,
      why: "Une formation qui vise une certification échue n'est en général plus finançable.",
      mend: "Vérifiez sur France compétences si la fiche a été renouvelée sous un autre numéro.",
    }),
  }),
  "id.formacode-version-missing": rule({
    severity: "warning",
    source: "lheo-2.3",
    check: ({ session }) =>
      session.formacode !== undefined && session.formacodeVersion === undefined
        ? found(["formacodeVersion"], { formacode: session.formacode as string })
        : nothing,
    fr: ({ formacode }) => ({
      what: `La version du Formacode ${formacode} n'est pas indiquée.`,
      why: "Le même code change de sens d'une édition à l'autre (V12, V14…).",
      mend: "Ajoutez la version affichée sur la fiche du Carif-Oref.",
    }),
  }),
};

export type SessionProblem = ProblemOf<typeof sessionRules> | TrainingProblem;

/** Judges a session by itself. */
export function checkSession(situation: SessionSituation): readonly SessionProblem[] {
  return [...judgeSession(situation), ...checkTraining({ training: situation.session })];
}

const judgeSession = judgeBy<SessionSituation, typeof sessionRules>(sessionRules);
