import { styleText } from "node:util";
import { wrap } from "../shared/layout.js";
import type { Output } from "../shared/output.js";
import type { SetClock } from "./clock.js";
import { type Desk, perform } from "./desk.js";
import { type ExitCode, exitCodes } from "./exit-codes.js";
import { personOrNobody } from "./person.js";
import { renderAnswer } from "./render.js";
import type { TourStep } from "./transcript.js";

/** Plays a transcript on a desk: each command and its answer as the person would see it. Fails on the first surprise. */
export async function playTour(desk: Desk, steps: readonly TourStep[], clock: SetClock, output: Output): Promise<ExitCode> {
  for (const step of steps) {
    if (step.kind === "clock") clock.set(step.at);
    else if (step.kind === "blank") output.say("");
    else if (step.kind === "narration") narrate(step.text, output);
    else if (!(await act(desk, step, output))) return exitCodes.refused;
  }
  return exitCodes.done;
}

/** `gestionnaire ▸ `, as it stands before a command. */
export function invitation(person: string, colours: boolean): string {
  return colours ? `${styleText("cyan", person, { validateStream: false })} ▸ ` : `${person} ▸ `;
}

async function act(desk: Desk, step: Extract<TourStep, { kind: "act" }>, output: Output): Promise<boolean> {
  output.say(invitation(step.person, output.colours) + step.line);
  const { answer, written } = await perform(desk, personOrNobody(step.person), step.line);
  for (const line of renderAnswer(answer, { language: desk.language, colours: output.colours, width: output.width }, written))
    output.say(line);
  if (answer.outcome === step.expected) return true;
  output.remark(
    desk.language === "fr"
      ? `La visite s'arrête à la ligne ${step.row} : la réponse attendue était « ${step.expected} », la réponse reçue est « ${answer.outcome} ».`
      : `The tour stops at line ${step.row}: expected “${step.expected}”, got “${answer.outcome}”.`,
  );
  return false;
}

function narrate(text: string, output: Output): void {
  for (const row of wrap(text, output.width)) output.say(output.colours ? styleText("italic", row, { validateStream: false }) : row);
}
