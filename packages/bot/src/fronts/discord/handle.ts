import type { Language } from "@kairos/core";
import { type Interaction, MessageFlags } from "discord.js";
import { opensForm } from "../shared/forms.js";
import { offersFor } from "./autocomplete.js";
import { answerClick } from "./clicks.js";
import { readCustomId } from "./custom-id.js";
import { openForm, submitForm } from "./forms/flow.js";
import type { DeskPorts } from "./ports.js";
import { type Asking, type Completing, languageOf } from "./requests.js";
import { runCommand } from "./run-command.js";
import { readTyped } from "./typed.js";

/** Answers one interaction. Never rejects: what goes wrong is logged, and said when it can be. */
export async function handleInteraction(interaction: Interaction, ports: DeskPorts): Promise<void> {
  try {
    if (!interaction.inGuild()) return await outsideGuild(interaction);
    if (interaction.isAutocomplete()) return await complete(interaction, ports);
    if (interaction.isChatInputCommand() || interaction.isContextMenuCommand()) return await answerCommand(interaction, ports);
    if (interaction.isMessageComponent()) return await answerClick(interaction, ports);
    if (interaction.isModalSubmit()) {
      const { id, detail } = readCustomId(interaction.customId) ?? { id: "", detail: 0 };
      return await submitForm(interaction, id, detail, ports);
    }
  } catch (error) {
    ports.log.error(error, { interaction: interaction.id, guild: interaction.guildId ?? "" }, "interaction failed");
  }
}

async function answerCommand(interaction: Asking, ports: DeskPorts): Promise<void> {
  const typed = readTyped(interaction, ports.commands);
  if (typed === undefined) {
    await interaction.reply({ content: withdrawn[languageOf(interaction, "private")], flags: MessageFlags.Ephemeral });
  } else if (opensForm(typed)) await openForm(interaction, typed, ports);
  else await runCommand(interaction, typed, ports);
}

async function complete(interaction: Completing, ports: DeskPorts): Promise<void> {
  const offers = await offersFor(interaction, ports.commands, ports).catch((error: unknown) => {
    ports.log.error(error, { interaction: interaction.id }, "completion failed");
    return [];
  });
  await interaction.respond(offers);
}

async function outsideGuild(interaction: Interaction): Promise<void> {
  if (!interaction.isRepliable()) return;
  const language: Language = interaction.locale === "fr" ? "fr" : "en";
  await interaction.reply({ content: onlyInGuild[language], flags: MessageFlags.Ephemeral });
}

const withdrawn = {
  fr: "Cette commande n'existe plus. Tapez /aide pour voir celles qui vous sont ouvertes.",
  en: "This command no longer exists. Type /help to see those open to you.",
};

const onlyInGuild = {
  fr: "Kairos répond dans le serveur de votre organisme, pas en message privé.",
  en: "Kairos answers in your provider's server, not in private messages.",
};
