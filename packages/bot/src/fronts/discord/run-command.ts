import { MessageFlags } from "discord.js";
import { authorise, type Standing, standingOf } from "../../authorise.js";
import type { LoadedCommand, Needs } from "../../command.js";
import type { Answer, Request } from "../../dispatch.js";
import { refused } from "../../reply.js";
import type { AnnouncedFile } from "../../store/chat.js";
import { fetchFiles } from "./attachments.js";
import type { DeskPorts, Given } from "./ports.js";
import { progressIn } from "./progress.js";
import { type Answerable, askerOf, languageOf } from "./requests.js";
import { acknowledge, deliverable, show, showAnswer } from "./respond.js";

/** A command with what the person gave it, files not yet fetched. */
export interface Prepared {
  readonly command: LoadedCommand;
  readonly values: Readonly<Record<string, string>>;
  readonly attachments: ReadonlyMap<string, AnnouncedFile>;
}

/** Runs a command and shows its answer, as the command says it answers. A final act is only previewed. */
export async function runCommand(interaction: Answerable, prepared: Prepared, ports: DeskPorts): Promise<void> {
  const { command } = prepared;
  if (command.timing === "at-once" || command.visibility === "shared") return answerAtOnce(interaction, prepared, ports);
  await acknowledge(interaction);
  await showAnswer(interaction, await perform(interaction, prepared, ports), ports);
}

/** Runs a command that was acknowledged; `claim` is the interaction's own unless a form gives one. */
export async function perform(interaction: Answerable, prepared: Prepared, ports: DeskPorts, claim?: string): Promise<Answer> {
  const { command, values, attachments } = prepared;
  const asker = askerOf(interaction);
  const given: Given = { values };
  if (attachments.size > 0 && (await mayRun(interaction, command, ports))) {
    const fetched = await fetchFiles(command, attachments, ports.filesOrigin);
    if (!fetched.ok)
      return { outcome: "invalid", reply: refused(fetched.problems), files: [], visibility: "private", path: command.path, trace: "" };
    Object.assign(given, { files: fetched.value });
  }
  const shown = progressIn(interaction, (content) => show(interaction, { content }), languageOf(interaction, "private"));
  const request = requestOf({ ...asker, deliveryId: claim ?? asker.deliveryId }, command, given);
  const answer = await ports.dispatch({ ...request, progress: shown.report });
  await shown.end();
  return answer;
}

/** What this person may, now: one look, and nothing traced. */
export function standingFor(interaction: Answerable, { database, clock, dayOf }: DeskPorts, needs: Needs = "none"): Promise<Standing> {
  const { workspace, actor, mayFound } = askerOf(interaction);
  return database.read(workspace, "all", (store) => standingOf(store, { person: actor.id, mayFound, needs }, clock(), dayOf));
}

/** May this person run the command, now. */
export async function mayRun(interaction: Answerable, command: LoadedCommand, ports: DeskPorts): Promise<boolean> {
  return authorise(command, await standingFor(interaction, ports, command.needs)).ok;
}

/** Shown directly when it comes soon, publicly only when it is done; else announced privately first. */
async function answerAtOnce(interaction: Answerable, prepared: Prepared, ports: DeskPorts): Promise<void> {
  const performing = perform(interaction, prepared, ports);
  const soon = await Promise.race([performing, later()]);
  if (soon === undefined) {
    await acknowledge(interaction);
    return showAnswer(interaction, await performing, ports);
  }
  const isPublic = soon.visibility === "shared" && soon.outcome === "done";
  const message = await deliverable(interaction.guildId, soon, languageOf(interaction, isPublic ? "shared" : "private"), ports);
  await interaction.reply({ ...message, ...(!isPublic && { flags: MessageFlags.Ephemeral }) });
}

/** Longer than a command takes, well before a person wonders. */
function later(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, 150, undefined).unref());
}

type Asker = Pick<Request, "workspace" | "deliveryId" | "actor" | "mayFound">;

function requestOf(asker: Asker, command: LoadedCommand, { values, files }: Given): Request {
  return {
    ...asker,
    path: command.path,
    options: values,
    ...(files !== undefined && { files }),
    ...(command.final === true && { stage: { kind: "preview" as const } }),
  };
}
