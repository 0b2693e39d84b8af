import { ApplicationCommandOptionType, type CommandInteractionOption, type ContextMenuCommandInteraction } from "discord.js";
import type { Commands, LoadedCommand } from "../../command.js";
import { safeName } from "../../files/safe-name.js";
import type { AnnouncedFile } from "../../store/chat.js";
import { type Asking, calledHere, pathOf } from "./requests.js";

/** A command as it was typed or picked from a menu: texts by option, and the files that came along. */
export interface Typed {
  readonly command: LoadedCommand;
  readonly values: Readonly<Record<string, string>>;
  readonly attachments: ReadonlyMap<string, AnnouncedFile>;
}

export function readTyped(interaction: Asking, commands: Commands): Typed | undefined {
  if (interaction.isContextMenuCommand()) return readPicked(interaction, commands);
  const command = commands.get(pathOf(interaction));
  if (command === undefined) return undefined;
  const given = interaction.options.data;
  const options = interaction.options.getSubcommand(false) === null ? given : (given[0]?.options ?? []);
  const values = Object.fromEntries(options.map((option) => [option.name, textOf(option)]));
  const files = options.flatMap(({ name, attachment }) => (attachment == null ? [] : [[name, attachment] as const]));
  return { command, values, attachments: new Map(files) };
}

/** Somebody of the server, as commands read it: who they are, and how they are called here. */
export function mentionOf(id: string, name = ""): string {
  return `<@${id}> ${[...name].slice(0, 40).join("")}`.trim();
}

function readPicked(interaction: ContextMenuCommandInteraction<"cached" | "raw">, commands: Commands): Typed | undefined {
  const command = [...commands.values()].find(({ menu }) => menu?.name.fr === interaction.commandName);
  const filled = command?.menu && command.options[command.menu.fills]?.words.fr[0];
  if (command === undefined || filled === undefined) return undefined;
  if (interaction.isUserContextMenuCommand()) {
    return {
      command,
      values: { [filled]: mentionOf(interaction.targetId, calledHere(interaction.targetUser, interaction.targetMember)) },
      attachments: new Map(),
    };
  }
  if (!interaction.isMessageContextMenuCommand()) return undefined;
  if (command.options[command.menu?.fills ?? ""]?.kind === "text") {
    const values = { [filled]: interaction.targetMessage.content.slice(0, 4000) };
    return { command, values, attachments: new Map() };
  }
  const attachment = interaction.targetMessage.attachments.first();
  return attachment === undefined
    ? { command, values: {}, attachments: new Map() }
    : { command, values: { [filled]: safeName(attachment.name) }, attachments: new Map([[filled, attachment]]) };
}

function textOf({ type, value, user, member, attachment }: CommandInteractionOption<"cached" | "raw">): string {
  if (type === ApplicationCommandOptionType.Attachment) return safeName(attachment?.name ?? "");
  if (type === ApplicationCommandOptionType.User && user != null) return mentionOf(user.id, calledHere(user, member));
  if (typeof value === "boolean") return value ? "oui" : "non";
  return value === undefined ? "" : String(value);
}
