import type { Instant } from "@kairos/core";
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
  /** Picked from a menu: what it fills is to be looked at before it is sent. */
  readonly picked?: true;
  /** Of the message it was picked from, where the command asks for its hour. */
  readonly writtenAt?: Instant;
}

export function readTyped(interaction: Asking, commands: Commands): Typed | undefined {
  if (interaction.isContextMenuCommand()) return readPicked(interaction, commands);
  const command = commands.get(pathOf(interaction));
  if (command === undefined) return undefined;
  const given = interaction.options.data;
  const options = interaction.options.getSubcommand(false) === null ? given : (given[0]?.options ?? []);
  const values = Object.fromEntries(options.map((option) => [option.name, textOf(option)]));
  // Of a text such as `constructor`, discord.js finds an attachment too: what every object holds under that name.
  const files = options.flatMap(({ type, name, attachment }) => {
    return type === ApplicationCommandOptionType.Attachment && attachment != null ? [[name, attachment] as const] : [];
  });
  return { command, values, attachments: new Map(files) };
}

/** Somebody of the server, as commands read it: who they are, and how they are called here. */
export function mentionOf(id: string, name = ""): string {
  return `<@${id}> ${[...name].slice(0, 40).join("")}`.trim();
}

function readPicked(interaction: ContextMenuCommandInteraction<"cached" | "raw">, commands: Commands): Typed | undefined {
  const command = [...commands.values()].find(({ menu }) => menu?.name.fr === interaction.commandName);
  if (command?.menu === undefined) return undefined;
  const { fills, also } = command.menu;
  const nameOf = (key: string | undefined) => command.options[key ?? ""]?.words.fr[0] ?? "";
  const [filled, nothing] = [nameOf(fills), new Map<string, AnnouncedFile>()];
  if (interaction.isUserContextMenuCommand()) {
    const { targetId, targetUser, targetMember } = interaction;
    return { command, values: { [filled]: mentionOf(targetId, calledHere(targetUser, targetMember)) }, attachments: nothing, picked: true };
  }
  if (!interaction.isMessageContextMenuCommand()) return undefined;
  const { content, attachments, createdAt } = interaction.targetMessage;
  if (command.options[fills]?.kind === "text") {
    const picture = also && attachments.find(({ name }) => /\.(?:png|jpe?g)$/i.test(name));
    const words = content.trim() === "" ? {} : { [filled]: content.slice(0, 4000) };
    return {
      command,
      values: picture === undefined ? words : { ...words, [nameOf(also?.picture)]: safeName(picture.name) },
      attachments: picture === undefined ? nothing : new Map([[nameOf(also?.picture), picture]]),
      picked: true,
      ...(also !== undefined && { writtenAt: createdAt.toISOString() }),
    };
  }
  const attachment = attachments.first();
  return attachment === undefined
    ? { command, values: {}, attachments: nothing, picked: true }
    : { command, values: { [filled]: safeName(attachment.name) }, attachments: new Map([[filled, attachment]]), picked: true };
}

function textOf({ type, value, user, member, attachment }: CommandInteractionOption<"cached" | "raw">): string {
  if (type === ApplicationCommandOptionType.Attachment) return safeName(attachment?.name ?? "");
  if (type === ApplicationCommandOptionType.User && user != null) return mentionOf(user.id, calledHere(user, member));
  if (typeof value === "boolean") return value ? "oui" : "non";
  return value === undefined ? "" : String(value);
}
