import type { Language } from "@kairos/core";
import type { AutocompleteInteraction, ChatInputCommandInteraction } from "discord.js";
import type { Request } from "../../dispatch.js";
import type { Person } from "../../store/store.js";

type Asking = ChatInputCommandInteraction<"cached" | "raw"> | AutocompleteInteraction<"cached" | "raw">;

/** A slash command as dispatch takes it: the guild is the workspace, the interaction the delivery. */
export function requestOf(interaction: ChatInputCommandInteraction<"cached" | "raw">): Request {
  return {
    workspace: interaction.guildId,
    deliveryId: interaction.id,
    actor: actorOf(interaction),
    path: pathOf(interaction),
    options: Object.fromEntries(typedOptions(interaction).map(({ name, value }) => [name, textOf(value)])),
  };
}

/** `devis verifier`: names are French whatever the reader's language. */
export function pathOf(interaction: Asking): string {
  return `${interaction.commandName} ${interaction.options.getSubcommand(false) ?? ""}`.trim();
}

export function actorOf(interaction: Asking): Person {
  const { member, user } = interaction;
  const nick = "displayName" in member ? member.displayName : member.nick;
  return { id: user.id, name: (nick ?? user.displayName).slice(0, 80) };
}

/** The asker's language when only they see the answer, the guild's when the channel does. */
export function languageOf(interaction: Asking, visibility: "private" | "shared"): Language {
  const locale = visibility === "private" ? interaction.locale : (interaction.guildLocale ?? interaction.locale);
  return locale === "fr" ? "fr" : "en";
}

function typedOptions(interaction: ChatInputCommandInteraction<"cached" | "raw">) {
  const given = interaction.options.data;
  return interaction.options.getSubcommand(false) === null ? given : (given[0]?.options ?? []);
}

function textOf(value: string | number | boolean | undefined): string {
  if (typeof value === "boolean") return value ? "oui" : "non";
  return value === undefined ? "" : String(value);
}
