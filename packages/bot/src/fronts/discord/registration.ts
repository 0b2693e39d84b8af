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
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from "discord.js";
import type { Commands, LoadedCommand } from "../../command.js";
import type { Option, Words } from "../../option.js";
import { given } from "../../options.js";
import { stepsOf } from "../shared/moves.js";
import { keysOfTheHouse, wordsOf } from "../shared/nouns.js";
import { limits } from "./limits.js";

export type Registered = RESTPostAPIChatInputApplicationCommandsJSONBody | RESTPostAPIContextMenuApplicationCommandsJSONBody;

/** The commands as Discord registers them: one per noun, its verbs as sub-commands, then the menus; French by default. */
export function registrationOf(commands: Commands): readonly Registered[] {
  return [...slashCommands(commands), ...[...commands.values()].flatMap(menuOf)];
}

function slashCommands(commands: Commands): readonly RESTPostAPIChatInputApplicationCommandsJSONBody[] {
  const nouns = new Map<string, LoadedCommand[]>();
  for (const command of commands.values()) nouns.set(command.noun, [...(nouns.get(command.noun) ?? []), command]);
  return [...nouns].map(([noun, verbs]) => ({
    type: ApplicationCommandType.ChatInput,
    ...localised(wordsOf(noun)),
    ...place(noun),
    options: verbs.flatMap((command): readonly APIApplicationCommandOption[] =>
      command.path === noun ? optionsOf(command) : [subCommandOf(command)],
    ),
  }));
}

/** An entry of the menu of a person or a message. */
function menuOf({ noun, menu }: LoadedCommand): readonly RESTPostAPIContextMenuApplicationCommandsJSONBody[] {
  if (menu === undefined) return [];
  const type = menu.on === "user" ? ApplicationCommandType.User : ApplicationCommandType.Message;
  return [{ type, name: menu.name.fr, name_localizations: localesOf(menu.name), ...place(menu.forAll === true ? "" : noun) }];
}

/** In a server only; the keys of the house are hidden from those who do not manage it, until it opens them to a role. */
function place(noun: string) {
  return {
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    default_member_permissions: keysOfTheHouse.has(noun) ? PermissionFlagsBits.ManageGuild.toString() : null,
  };
}

/** Every locale the words exist in; French is repeated under its own, else an English reader could fall back to it late. */
export function localesOf({ fr, en }: Label): LocalizationMap {
  return { fr, "en-GB": en, "en-US": en };
}

function subCommandOf(command: LoadedCommand): APIApplicationCommandSubcommandOption {
  return { type: ApplicationCommandOptionType.Subcommand, ...localised(command.words), options: [...optionsOf(command)] };
}

/** Required ones first, as Discord wants them; what a form asks for need not be typed. */
function optionsOf(command: LoadedCommand): readonly APIApplicationCommandBasicOption[] {
  const inForm = new Set(stepsOf(command).flat());
  const options = Object.values(command.options).map((option) =>
    inForm.has(option.words.fr[0]) ? { ...option, required: false } : option,
  );
  return [...options.filter(({ required }) => required), ...options.filter(({ required }) => !required)].map(optionOf);
}

function optionOf(option: Option): APIApplicationCommandBasicOption {
  const base = { ...localised(option.words), required: option.required };
  if (option.kind === "integer") {
    const { least: min_value, most: max_value } = option;
    return { ...base, type: ApplicationCommandOptionType.Integer, ...given({ min_value, max_value }) };
  }
  if (option.kind === "boolean") return { ...base, type: ApplicationCommandOptionType.Boolean };
  if (option.kind === "file") return { ...base, type: ApplicationCommandOptionType.Attachment };
  if (option.suggests === "person") return { ...base, type: ApplicationCommandOptionType.User };
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
