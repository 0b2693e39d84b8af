import type { Language } from "@kairos/core";
import {
  type AutocompleteInteraction,
  type BaseInteraction,
  type ChatInputCommandInteraction,
  type ContextMenuCommandInteraction,
  type MessageComponentInteraction,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
  type User,
} from "discord.js";
import type { Request } from "../../dispatch.js";
import { personNamed } from "../../dossiers/people.js";
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
    mayFound: interaction.memberPermissions?.has(PermissionFlagsBits.Administrator) === true,
  };
}

export function actorOf({ member, user }: Pick<BaseInteraction<InGuild>, "member" | "user">): Person {
  return { id: user.id, name: [...calledHere(user, member)].slice(0, 60).join("") };
}

/** How somebody is called in the server, else anywhere; by their user name when that has no letter and no digit: « 🦊 ». */
export function calledHere(user: Pick<User, "displayName" | "username">, member?: Member | null): string {
  const here = member == null ? undefined : "displayName" in member ? member.displayName : member.nick;
  return [here, user.displayName].find((name) => name != null && personNamed(name) !== undefined) ?? user.username;
}

type Member = { readonly displayName: string } | { readonly nick?: string | null };

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
