import { formatDay, type IsoDate } from "../../shared/calendar.js";
import type { Sentence } from "../../shared/language.js";
import { found, judgeBy, nothing, type ProblemOf, refusal, ruleAbout } from "../../shared/rules.js";
import { counted, enumerate } from "../../shared/text.js";
import { type MovementKind, movementKindLabels } from "./movement.js";
import type { Movement } from "./movements.js";

/** The movements of one session. */
export interface MovementSituation {
  readonly movements: readonly Movement[];
}

/** Whose movements, and the earliest day one of them was due; declared since, or not yet. */
export interface LateParams {
  readonly trainees: readonly string[];
  readonly dueOn: IsoDate;
  readonly isDeclared: boolean;
}

const rule = ruleAbout<MovementSituation>();

export const movementRules = {
  "attendance.entry-late": rule({
    severity: "error",
    source: "decree-2017-1019",
    check: ({ movements }) => lateAmong(movements, ({ kind }) => kind === "entry"),
    fr: (params) => said(params, ["entrée", "déclarée", "la"]),
  }),
  "attendance.interruption-late": rule({
    severity: "error",
    source: "decree-2017-1019",
    check: ({ movements }) => lateAmong(movements, ({ kind }) => kind === "interruption"),
    fr: (params) => said(params, ["interruption", "déclarée", "la"]),
  }),
  "attendance.exit-late": rule({
    severity: "error",
    source: "decree-2017-1019",
    check: ({ movements }) =>
      lateAmong(movements, ({ kind, cause, state }) => kind === "exit" && (cause !== "withdrawal" || state === "done-late")),
    fr: (params) => said(params, ["sortie", "déclarée", "la"]),
  }),
  "attendance.abandon-not-declared": rule({
    severity: "error",
    source: "labour-code-l6121-5",
    check: ({ movements }) => lateAmong(movements, ({ cause, state }) => cause === "withdrawal" && state === "late"),
    fr: (params) => said(params, ["abandon", "déclaré", "le"]),
  }),
};
export type MovementProblem = ProblemOf<typeof movementRules>;

export const checkMovements = judgeBy<MovementSituation, typeof movementRules>(movementRules);

/** Why a movement is not noted as declared. */
export const movementRefusals = {
  "attendance.movement-unknown": refusal<{ trainee: string; kind: MovementKind; days: readonly IsoDate[] }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ trainee, kind, days }) => ({
      what:
        days.length === 0
          ? `${trainee} n'a aucune ${movementKindLabels[kind].fr} à déclarer dans cette session.`
          : `On ne sait pas de quelle ${movementKindLabels[kind].fr} de ${trainee} il s'agit.`,
      why: "Les mouvements viennent de l'assiduité saisie : sans elle, rien ne s'est passé.",
      mend:
        days.length === 0
          ? "Vérifiez le stagiaire, ou saisissez d'abord son assiduité."
          : `Indiquez le jour du mouvement : ${days.map((day) => formatDay(day)).join(", ")}.`,
    }),
  }),
  "attendance.movement-too-early": refusal<{ kind: MovementKind; on: IsoDate; declaredOn: IsoDate }>({
    severity: "error",
    source: "labour-code-l6121-5",
    fr: ({ kind, on, declaredOn }) => ({
      what: `Une ${movementKindLabels[kind].fr} du ${formatDay(on)} n'a pas pu être déclarée le ${formatDay(declaredOn)}.`,
      why: "On déclare ce qui s'est passé, jamais ce qui est prévu.",
      mend: "Vérifiez le jour de la déclaration dans le portail.",
    }),
  }),
};

function lateAmong(movements: readonly Movement[], isMeant: (movement: Movement) => boolean) {
  const meant = movements.filter(isMeant);
  return [
    ...finding(meant.filter(({ state }) => state === "late")),
    ...finding(
      meant.filter(({ state }) => state === "done-late"),
      true,
    ),
  ];
}

/** Declared late is not mended any more. */
function finding(late: readonly Movement[], isDeclared = false) {
  const trainees = [...new Set(late.map(({ traineeId }) => traineeId))];
  const dueOn = late.map((movement) => movement.dueOn).sort()[0];
  if (dueOn === undefined) return nothing;
  return found<LateParams>(["movements"], { trainees, dueOn, isDeclared }, isDeclared ? "warning" : "error");
}

function said({ trainees, dueOn, isDeclared }: LateParams, [noun, declared, it]: readonly [string, string, string]): Sentence {
  const isSeveral = trainees.length > 1;
  const movements = `${counted(trainees.length, noun)} ${isSeveral ? "ont été" : "a été"} ${declared}${isSeveral ? "s" : ""}`;
  const who = enumerate(trainees);
  return isDeclared
    ? {
        what: `${movements} après le délai (${formatDay(dueOn)}) : ${who}.`,
        why: "France Travail peut avoir payé, ou refusé de payer, sur une situation fausse.",
        mend: "Gardez la trace de ce qui a retardé la déclaration, pour répondre si on vous le demande.",
      }
    : {
        what: `${counted(trainees.length, noun)} à déclarer : ${who}. Le délai est passé depuis le ${formatDay(dueOn)}.`,
        why: "France Travail doit être informé de l'entrée, de l'interruption et de la sortie sans attendre : les paiements en dépendent.",
        mend: `Déclarez-${isSeveral ? "les" : it} aujourd'hui dans le portail, puis notez-le ici.`,
      };
}
