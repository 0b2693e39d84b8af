import type { Language } from "@kairos/core";
import { DiscordAPIError, type InteractionEditReplyOptions, MessageFlags, RESTJSONErrorCodes } from "discord.js";
import type { Answer, AnswerFile } from "../../dispatch.js";
import { limits } from "./limits.js";
import type { DeskPorts } from "./ports.js";
import { isUnderWay } from "./progress.js";
import { type Message, messageOf } from "./replies.js";
import { type Answerable, type Clicking, languageOf } from "./requests.js";

/** Acknowledged before any work: Discord waits three seconds. False when somebody else's delivery did it: the work goes on. */
export async function acknowledge(interaction: Answerable): Promise<boolean> {
  return onlyOnce(() => interaction.deferReply({ flags: MessageFlags.Ephemeral }));
}

/** The same for a click whose own message will change. */
export async function acknowledgeClick(interaction: Clicking): Promise<boolean> {
  return onlyOnce(() => interaction.deferUpdate());
}

/** Shows an answer in place of what was announced, privately. */
export async function showAnswer(
  interaction: Answerable,
  answer: Answer,
  ports: DeskPorts,
  more: Message["components"] = [],
): Promise<void> {
  const language = languageOf(interaction, "private");
  try {
    const message = await deliverable(interaction.guildId, answer, language, ports);
    const cleared = isUnderWay(interaction) ? { content: null } : {};
    await show(interaction, { ...cleared, ...message, components: [...message.components, ...more].slice(0, 5) });
  } catch (error) {
    ports.log.error(error, { interaction: interaction.id, trace: answer.trace }, "answer not shown");
    await show(interaction, { content: notShown(answer.outcome === "done", answer.trace)[language], embeds: [], components: [] });
  }
}

/** Through the webhook rather than `editReply`, which refuses when another delivery of the same interaction deferred it. */
export async function show(interaction: Answerable, message: InteractionEditReplyOptions): Promise<void> {
  await interaction.webhook.editMessage("@original", message);
}

/** The message of an answer, once the files that may not pass through a chat, or are too heavy for it, are in the folder. */
export async function deliverable(workspace: string, answer: Answer, language: Language, ports: DeskPorts): Promise<Message> {
  const isForFolder = ({ confidential, bytes }: AnswerFile) => confidential === true || bytes.byteLength > limits.fileBytes;
  const toFolder = answer.files.filter((file) => answer.reply.documentsTo === "folder" || isForFolder(file));
  const kept: string[] = [];
  for (const file of toFolder) kept.push(await ports.keepDocument(workspace, file));
  const files = answer.files.filter((file) => !toFolder.includes(file));
  const lines = kept.map((name) => ({ tone: "plain" as const, text: inFolder(name) }));
  const reply = { ...answer.reply, lines: [...(answer.reply.lines ?? []), ...lines] };
  return messageOf({ ...answer, reply, files }, { language, commands: ports.commands });
}

/** False when another delivery of the same interaction answered it. */
export async function onlyOnce(answer: () => Promise<unknown>): Promise<boolean> {
  try {
    await answer();
    return true;
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged) return false;
    throw error;
  }
}

function inFolder(name: string) {
  return {
    fr: `Document rangé dans le dossier des documents, sur l'ordinateur de Kairos : ${name}`,
    en: `Document put in the documents folder, on the computer that runs Kairos: ${name}`,
  };
}

function notShown(done: boolean, trace: string) {
  const reference = trace === "" ? "" : ` (${trace})`;
  return done
    ? { fr: `C'est fait${reference}, mais la réponse n'a pas pu s'afficher.`, en: `Done${reference}, but the answer could not be shown.` }
    : {
        fr: `Rien n'a été fait${reference}, et la raison n'a pas pu s'afficher.`,
        en: `Nothing was done${reference}, and the reason could not be shown.`,
      };
}
