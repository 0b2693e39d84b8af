import type { Language } from "@kairos/core";
import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type Interaction,
  MessageFlags,
  RESTJSONErrorCodes,
} from "discord.js";
import type { Commands } from "../../command.js";
import type { Dispatch } from "../../dispatch.js";
import type { Log } from "../shared/log.js";
import type { SuggestPorts } from "../shared/suggest.js";
import { offersFor } from "./autocomplete.js";
import { languageOf, pathOf, requestOf } from "./options.js";
import { messageOf } from "./replies.js";

export interface HandlePorts extends SuggestPorts {
  readonly commands: Commands;
  readonly dispatch: Dispatch;
  readonly log: Log;
}

type Command = ChatInputCommandInteraction<"cached" | "raw">;

/** Answers one interaction. Never rejects: what goes wrong is logged, and said when it can be. */
export async function handleInteraction(interaction: Interaction, ports: HandlePorts): Promise<void> {
  try {
    if (!interaction.inGuild()) return await outsideGuild(interaction);
    if (interaction.isAutocomplete()) return await complete(interaction, ports);
    if (interaction.isChatInputCommand()) return await answer(interaction, ports);
  } catch (error) {
    ports.log.error(error, { interaction: interaction.id, guild: interaction.guildId ?? "" }, "interaction failed");
  }
}

/** Acknowledged first, before any work: Discord waits three seconds. Then run, then shown. */
async function answer(interaction: Command, ports: HandlePorts): Promise<void> {
  const visibility = ports.commands.get(pathOf(interaction))?.visibility ?? "private";
  if (!(await acknowledge(interaction, visibility === "private"))) return;
  const result = await ports.dispatch(requestOf(interaction));
  const language = languageOf(interaction, visibility);
  try {
    await show(interaction, messageOf(result, language));
  } catch (error) {
    ports.log.error(error, { interaction: interaction.id, trace: result.trace }, "answer not shown");
    await show(interaction, { content: notShown(result.outcome === "done", result.trace)[language] });
  }
}

/** A replayed delivery is acknowledged already: it goes on, and gets the stored answer. */
async function acknowledge(interaction: Command, discreet: boolean): Promise<boolean> {
  try {
    await interaction.deferReply(discreet ? { flags: MessageFlags.Ephemeral } : {});
    return true;
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged) return true;
    throw error;
  }
}

/** Through the webhook rather than `editReply`, which refuses when another delivery of the same interaction deferred it. */
async function show(interaction: Command, message: Parameters<Command["editReply"]>[0]): Promise<void> {
  await interaction.webhook.editMessage("@original", message);
}

async function complete(interaction: AutocompleteInteraction<"cached" | "raw">, ports: HandlePorts): Promise<void> {
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

const onlyInGuild = {
  fr: "Kairos répond dans le serveur de votre organisme, pas en message privé.",
  en: "Kairos answers in your provider's server, not in private messages.",
};

function notShown(done: boolean, trace: string) {
  const reference = trace === "" ? "" : ` (${trace})`;
  return done
    ? { fr: `C'est fait${reference}, mais la réponse n'a pas pu s'afficher.`, en: `Done${reference}, but the answer could not be shown.` }
    : {
        fr: `Rien n'a été fait${reference}, et la raison n'a pas pu s'afficher.`,
        en: `Nothing was done${reference}, and the reason could not be shown.`,
      };
}
