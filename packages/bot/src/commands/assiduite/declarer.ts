import {
  failure,
  formatDay,
  type IsoDate,
  inputRules,
  type Movement,
  type MovementKind,
  movementKindLabels,
  movementRefusals,
  type Problem,
  type Result,
  raise,
  sentenceCase,
  success,
} from "@kairos/core";
import { command } from "../../command.js";
import { calledTrainee, loadAttendedSession, sessionOption } from "../../dossiers/attendance.js";
import { traineeMeant } from "../../dossiers/attendance-correction.js";
import { isWaiting, movementDossier, movementLabel } from "../../dossiers/movements.js";
import { choice, day, optional, reference } from "../../options.js";
import { done, line, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["declarer", "Note qu'un mouvement est déclaré à France Travail, et quel jour"],
    en: ["declare", "Note that a movement is declared to France Travail, and on which day"],
  },
  needs: "attendance.record",
  visibility: "private",
  example: "/assiduite declarer session:SE-2026-014 stagiaire:T-0001 mouvement:entrée le:08/12/2026",
  options: {
    session: sessionOption,
    trainee: reference("trainee", { fr: ["stagiaire", "Référence du stagiaire, T-…"], en: ["trainee", "Trainee's reference, T-…"] }),
    kind: choice({ fr: ["mouvement", "Ce qui a été déclaré"], en: ["movement", "What was declared"] }, movementKindLabels),
    declaredOn: optional(
      day({
        fr: ["le", "Jour de la déclaration dans le portail ; aujourd'hui sinon"],
        en: ["on", "Day of the declaration; today otherwise"],
      }),
    ),
    on: optional(
      day({ fr: ["jour", "Jour du mouvement, s'il y en a plusieurs"], en: ["day", "Day of the movement, where there are several"] }),
    ),
  },
  async run({ input, store, actor, now, today, may }) {
    const loaded = await loadAttendedSession({ store, actor, may }, input.session, ["attendance.record"]);
    if (!loaded.ok) return refused(loaded.problems);
    const { session } = loaded.value;
    const trainee = await traineeMeant(store, loaded.value, input.trainee);
    if (!trainee.ok) return refused(trainee.problems, { trace: { object: session.reference, details: { movement: input.kind } } });
    const traineeId = trainee.value.id;
    const dossier = await movementDossier(store, loaded.value, today);
    const mine = dossier.movements.filter((movement) => movement.traineeId === traineeId);
    const meant = movementMeant(mine, { trainee: traineeId, kind: input.kind, on: input.on });
    const trace = { object: session.reference, details: { trainee: traineeId, movement: input.kind } };
    if (!meant.ok) return refused(meant.problems, { trace });
    const { kind, on } = meant.value;
    const declaredOn = input.declaredOn ?? today;
    if (declaredOn > today) return refused([raise(inputRules, "input.day-in-future", ["le"], { day: declaredOn })], { trace });
    if (declaredOn < on) {
      return refused([raise(movementRefusals, "attendance.movement-too-early", ["le"], { kind, on, declaredOn })], { trace });
    }
    const { reference: sessionReference, siret } = session;
    await store.movements.save({ sessionReference, siret, traineeId, kind, on, declaredOn, recordedBy: actor.id, recordedAt: now });
    return done({
      title: { fr: `${sessionReference} · mouvement déclaré`, en: `${sessionReference} · movement declared` },
      lines: [declaredLine(meant.value, declaredOn, calledTrainee(dossier, traineeId))],
      next: [
        {
          text: { fr: "voir ce qui reste à déclarer", en: "see what remains to be declared" },
          command: `/assiduite mouvements session:${sessionReference}`,
        },
      ],
      data: { session: sessionReference, trainee: traineeId, movement: kind, on, declaredOn },
      trace: { ...trace, details: { ...trace.details, on, declaredOn } },
    });
  },
});

interface Asked {
  readonly trainee: string;
  readonly kind: MovementKind;
  readonly on: IsoDate | undefined;
}

/** The one movement that is meant: of several, the one still to be declared. */
function movementMeant(movements: readonly Movement[], { trainee, kind, on }: Asked): Result<Movement, Problem> {
  const all = movements.filter((movement) => movement.kind === kind);
  const meant = on === undefined ? all : all.filter((movement) => movement.on === on);
  const waiting = meant.filter(isWaiting);
  const [only, ...others] = waiting.length === 0 ? meant : waiting;
  if (only !== undefined && others.length === 0) return success(only);
  const days = all.map((movement) => movement.on);
  return failure(raise(movementRefusals, "attendance.movement-unknown", ["mouvement"], { trainee, kind, days }));
}

function declaredLine(movement: Movement, declaredOn: IsoDate, called: string) {
  const { fr, en } = movementLabel(movement);
  const isLate = declaredOn > movement.dueOn;
  const late = isLate
    ? {
        fr: ` Le délai était le ${formatDay(movement.dueOn)} : gardez la trace de ce qui l'a retardé.`,
        en: ` It was due on ${formatDay(movement.dueOn, "en")}: keep a trace of what delayed it.`,
      }
    : { fr: "", en: "" };
  return line(
    isLate ? "warning" : "good",
    `${sentenceCase(fr)}, ${called} : déclaré à France Travail le ${formatDay(declaredOn)}.${late.fr}`,
    `${sentenceCase(en)}, ${called}: declared to France Travail on ${formatDay(declaredOn, "en")}.${late.en}`,
  );
}
