import type { Label } from "@kairos/core";
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type LocalizationMap,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from "discord.js";
import type { Commands, LoadedCommand } from "../../command.js";
import type { Option, Words } from "../../options.js";
import { wordsOf } from "../shared/nouns.js";
import { limits } from "./limits.js";

/** The commands as Discord registers them: one per noun, its verbs as sub-commands, French by default. */
export function registrationOf(commands: Commands): readonly RESTPostAPIChatInputApplicationCommandsJSONBody[] {
  const nouns = new Map<string, LoadedCommand[]>();
  for (const command of commands.values()) nouns.set(command.noun, [...(nouns.get(command.noun) ?? []), command]);
  return [...nouns].map(([noun, verbs]) => ({
    type: ApplicationCommandType.ChatInput,
    ...localised(wordsOf(noun)),
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    options: verbs.flatMap((command): readonly APIApplicationCommandOption[] =>
      command.path === noun ? optionsOf(command) : [subCommandOf(command)],
    ),
  }));
}

/** Every locale the words exist in; French is repeated under its own, else an English reader could fall back to it late. */
export function localesOf({ fr, en }: Label): LocalizationMap {
  return { fr, "en-GB": en, "en-US": en };
}

function subCommandOf(command: LoadedCommand): APIApplicationCommandSubcommandOption {
  return { type: ApplicationCommandOptionType.Subcommand, ...localised(command.words), options: [...optionsOf(command)] };
}

/** Required ones first, as Discord wants them. */
function optionsOf(command: LoadedCommand): readonly APIApplicationCommandBasicOption[] {
  const options = Object.values(command.options);
  return [...options.filter(({ required }) => required), ...options.filter(({ required }) => !required)].map(optionOf);
}

function optionOf(option: Option): APIApplicationCommandBasicOption {
  const base = { ...localised(option.words), required: option.required };
  if (option.kind === "integer") return { ...base, type: ApplicationCommandOptionType.Integer };
  if (option.kind === "boolean") return { ...base, type: ApplicationCommandOptionType.Boolean };
  const type = ApplicationCommandOptionType.String as const;
  const choices = option.choices?.map(({ value, label }) => ({ name: label.fr, name_localizations: localesOf(label), value }));
  if (choices !== undefined && choices.length <= limits.choices) return { ...base, type, choices };
  const length = option.most === undefined ? {} : { max_length: Math.min(option.most, limits.textOption) };
  return isCompleted(option) ? { ...base, type, ...length, autocomplete: true } : { ...base, type, ...length };
}

function isCompleted(option: Option): boolean {
  return option.suggests !== undefined || option.choices !== undefined;
}

function localised({ fr, en }: Words) {
  return {
    name: fr[0],
    name_localizations: localesOf({ fr: fr[0], en: en[0] }),
    description: fr[1],
    description_localizations: localesOf({ fr: fr[1], en: en[1] }),
  };
}
