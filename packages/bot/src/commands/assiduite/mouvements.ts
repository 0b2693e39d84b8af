import { checkMovements, counted, type IsoDate, type Movement, movementKindLabels, type Result, success } from "@kairos/core";
import { type CommandContext, command } from "../../command.js";
import { loadAttendedSession, sessionOption } from "../../dossiers/attendance.js";
import {
  isWaiting,
  type MovementDossier,
  maySeeMovements,
  movementDossier,
  movementDossiers,
  movementLabel,
  movementTable,
} from "../../dossiers/movements.js";
import { optional, yesOrNo } from "../../options.js";
import { done, line, type NextStep, type ReplyLine, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["mouvements", "Entrées, interruptions et sorties à déclarer à France Travail"],
    en: ["movements", "Entries, interruptions and exits to declare to France Travail"],
  },
  needs: maySeeMovements,
  visibility: "private",
  example: "/assiduite mouvements",
  options: {
    session: optional(sessionOption),
    all: optional(yesOrNo({ fr: ["tous", "Montrer aussi ceux qui sont déjà déclarés"], en: ["all", "Show those already declared too"] })),
  },
  async run(desk) {
    const { input, today, may } = desk;
    const found = await dossiersFor(desk, input.session);
    if (!found.ok) return refused(found.problems);
    const dossiers = found.value;
    const movements = dossiers.flatMap((dossier) => dossier.movements);
    const waiting = movements.filter(isWaiting);
    const table = movementTable(dossiers, (movement) => input.all === true || isWaiting(movement));
    const named = input.session === undefined ? undefined : dossiers[0];
    const reachable = new Set(
      dossiers.filter(({ session }) => may("attendance.record", session.siret)).map(({ session }) => session.reference),
    );
    return done({
      title:
        named === undefined
          ? { fr: "Mouvements à déclarer", en: "Movements to declare" }
          : { fr: `${named.session.reference} · mouvements`, en: `${named.session.reference} · movements` },
      lines: [countLine(waiting, today)],
      ...(table !== undefined && { table }),
      // Of all sessions at once, the table says it.
      ...(named !== undefined && { problems: checkMovements(named) }),
      next: stepsFor(waiting.filter(({ sessionReference }) => reachable.has(sessionReference))),
      data: { waiting: waiting.length, late: waiting.filter(({ state }) => state === "late").length, movements: movements.length },
      ...(named !== undefined && { trace: { object: named.session.reference } }),
    });
  },
});

async function dossiersFor(desk: CommandContext<unknown>, typed: string | undefined): Promise<Result<readonly MovementDossier[]>> {
  if (typed === undefined) return success(await movementDossiers(desk.store, desk.today));
  const loaded = await loadAttendedSession(desk, typed, maySeeMovements);
  return loaded.ok ? success([await movementDossier(desk.store, loaded.value, desk.today)]) : loaded;
}

function countLine(waiting: readonly Movement[], today: IsoDate): ReplyLine {
  if (waiting.length === 0) return line("good", "Tout est déclaré.", "Everything is declared.");
  const late = waiting.filter(({ state }) => state === "late").length;
  const now = waiting.filter(({ dueOn }) => dueOn === today).length;
  return line(
    late > 0 ? "bad" : "warning",
    `${counted(waiting.length, "mouvement")} à déclarer dans le portail${among(
      [
        [late, "en retard"],
        [now, "aujourd'hui au plus tard"],
      ],
      "dont ",
      " et ",
    )}.`,
    `${counted(waiting.length, "movement", "movements", "en")} to declare in the portal${among(
      [
        [late, "late"],
        [now, "due today"],
      ],
      "",
      " and ",
    )}.`,
  );
}

/** `, dont 1 en retard et 2 aujourd'hui au plus tard`: only what there is. */
function among(counts: readonly (readonly [number, string])[], first: string, and: string): string {
  const said = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return said.length === 0 ? "" : `, ${first}${said.join(and)}`;
}

/** How many movements are proposed to be noted: they come in the order of the table. */
const mostSteps = 5;

function stepsFor(waiting: readonly Movement[]): readonly NextStep[] {
  const byDay = [...waiting].sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  return byDay.slice(0, mostSteps).map((movement) => {
    const { sessionReference, traineeId, kind, on } = movement;
    const label = movementLabel(movement);
    const day = kind === "interruption" ? ` jour:${on}` : "";
    return {
      text: { fr: `déclaré : ${label.fr}, ${traineeId}`, en: `declared: ${label.en}, ${traineeId}` },
      button: {
        fr: `Déclaré : ${movementKindLabels[kind].fr}, ${traineeId}`,
        en: `Declared: ${movementKindLabels[kind].en}, ${traineeId}`,
      },
      command: `/assiduite declarer session:${sessionReference} stagiaire:${traineeId} mouvement:${movementKindLabels[kind].fr}${day}`,
    };
  });
}
