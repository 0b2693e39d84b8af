import type { Language } from "@kairos/core";
import {
  type AutocompleteInteraction,
  type BaseInteraction,
  type ChatInputCommandInteraction,
  type ContextMenuCommandInteraction,
  type MessageComponentInteraction,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
} from "discord.js";
import type { Request } from "../../dispatch.js";
import type { Person } from "../../store/store.js";

type InGuild = "cached" | "raw";
export type Completing = AutocompleteInteraction<InGuild>;
export type Asking = ChatInputCommandInteraction<InGuild> | ContextMenuCommandInteraction<InGuild>;
export type Clicking = MessageComponentInteraction<InGuild>;
export type Submitting = ModalSubmitInteraction<InGuild>;
/** Whatever waits for an answer. */
export type Answerable = Asking | Clicking | Submitting;

/** Who asks, where, and under which claim: the guild is the workspace, the interaction the delivery. */
export function askerOf(interaction: Answerable): Pick<Request, "workspace" | "deliveryId" | "actor" | "mayFound"> {
  return {
    workspace: interaction.guildId,
    deliveryId: interaction.id,
    actor: actorOf(interaction),
    mayFound: interaction.memberPermissions.has(PermissionFlagsBits.Administrator),
  };
}

export function actorOf({ member, user }: Pick<BaseInteraction<InGuild>, "member" | "user">): Person {
  const nick = "displayName" in member ? member.displayName : member.nick;
  return { id: user.id, name: (nick ?? user.displayName).slice(0, 80) };
}

/** `devis verifier`: names are French whatever the reader's language. */
export function pathOf(interaction: ChatInputCommandInteraction<InGuild> | Completing): string {
  return `${interaction.commandName} ${interaction.options.getSubcommand(false) ?? ""}`.trim();
}

/** The asker's language when only they see the answer; the server's when the channel does, where it has chosen one. */
export function languageOf(interaction: Answerable | Completing, visibility: "private" | "shared"): Language {
  // A server that is not a community cannot choose: Discord then says `en-US` of all.
  const hasChosen = interaction.guildLocale === "fr" || interaction.guild?.features.includes("COMMUNITY") === true;
  const locale = visibility === "shared" && hasChosen ? interaction.guildLocale : interaction.locale;
  return locale === "fr" ? "fr" : "en";
}
