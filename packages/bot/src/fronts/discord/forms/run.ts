import type { LoadedCommand } from "../../../command.js";
import type { Answer } from "../../../dispatch.js";
import { line } from "../../../reply.js";
import type { Draft } from "../../../store/chat.js";
import type { DeskPorts } from "../ports.js";
import { type Clicking, languageOf, type Submitting } from "../requests.js";
import { showAnswer } from "../respond.js";
import { perform } from "../run-command.js";
import type { Typed } from "../typed.js";
import { againControls } from "./notes.js";

/** Runs the command of a form that is filled in: once for each attempt, however often it is sent. */
export async function runDraft(
  interaction: Clicking | Submitting,
  command: LoadedCommand,
  draft: Draft,
  attachments: Typed["attachments"],
  ports: DeskPorts,
): Promise<void> {
  const keep = (kept: Draft) => ports.database.drafts.save(interaction.guildId, kept);
  const { attempt, whose } = attemptOf(draft, interaction.id);
  const noted = whose === "new" ? { ...draft, tried: { by: interaction.id, attempt } } : draft;
  if (whose === "new") await keep(noted);
  const files = new Map([...Object.entries(draft.files), ...attachments]);
  const answer = await perform(interaction, { command, values: draft.values, attachments: files }, ports, `${draft.id}.f${attempt}`);
  if (answer.outcome === "denied") {
    // Whoever lost the right leaves nothing here.
    await ports.database.drafts.remove(interaction.guildId, draft.id);
    return showAnswer(interaction, answer, ports);
  }
  if (answer.outcome !== "done") {
    if (whose !== "again") await keep({ ...noted, attempt: attempt + 1 });
    return showAnswer(interaction, answer, ports, againControls(draft.id, 0, languageOf(interaction, "private")));
  }
  // Its claim is enough to answer a repeated delivery: what was filled in is kept elsewhere now.
  if (draft.ended !== true) await keep({ ...noted, values: {}, known: {}, files: {}, ended: true });
  const isLate = whose === "another's" && answer.repeated === true && interaction.isModalSubmit();
  await showAnswer(interaction, isLate ? alreadyDone(answer) : answer, ports);
}

/** The attempt a delivery makes: a new one, its own once more, or one that another delivery has made. */
function attemptOf(
  { attempt, tried }: Draft,
  delivery: string,
): { readonly attempt: number; readonly whose: "new" | "again" | "another's" } {
  if (tried?.by === delivery) return { attempt: tried.attempt, whose: "again" };
  return { attempt, whose: tried?.attempt === attempt ? "another's" : "new" };
}

/** The form was sent before with other words: what was done then is shown, and that nothing more was. */
function alreadyDone(answer: Answer): Answer {
  const late = line(
    "warning",
    "Ce formulaire était déjà enregistré : ce que vous venez d'envoyer n'y a rien changé. Pour changer la fiche, relancez la commande.",
    "This form was already saved: what you have just sent changed nothing. To change the record, run the command again.",
  );
  return { ...answer, reply: { ...answer.reply, lines: [late, ...(answer.reply.lines ?? [])] } };
}
