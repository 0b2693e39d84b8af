import type { Language } from "@kairos/core";
import type { AutocompleteInteraction } from "discord.js";
import type { Commands } from "../../command.js";
import type { Suggestion } from "../../store/store.js";
import { type SuggestPorts, suggestFor } from "../shared/suggest.js";
import { limits } from "./limits.js";
import { actorOf, languageOf, pathOf } from "./requests.js";
import { withheld } from "./withheld.js";

/** What Discord offers while a reference is typed: only what the asker may use this command for. */
export async function offersFor(interaction: AutocompleteInteraction<"cached" | "raw">, commands: Commands, ports: SuggestPorts) {
  const { name, value } = interaction.options.getFocused(true);
  const command = commands.get(pathOf(interaction));
  const option = Object.values(command?.options ?? {}).find(({ words }) => words.fr[0] === name);
  if (command === undefined || option === undefined) return [];
  const language = languageOf(interaction, "private");
  const found = await suggestFor(ports, {
    workspace: interaction.guildId,
    actor: actorOf(interaction),
    command,
    option,
    typed: value,
    language,
  });
  return found
    .filter((one) => one.value.length <= limits.choiceValue)
    .map((one) => ({ name: shown(one, language), value: one.value }))
    .slice(0, limits.choices);
}

/** Judged whole, then cut. */
function shown({ value, label }: Suggestion, language: Language): string {
  return [...withheld(label === "" ? value : label, language)]
    .slice(0, limits.choiceName - 1)
    .join("")
    .slice(0, limits.choiceName)
    .replace(/[\ud800-\udbff]$/, "");
}
