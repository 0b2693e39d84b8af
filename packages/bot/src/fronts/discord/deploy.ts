import type { Label } from "@kairos/core";
import { type REST, Routes } from "discord.js";
import type { Commands } from "../../command.js";
import type { Config } from "../../config.js";
import type { Log } from "../shared/log.js";
import type { Output } from "../shared/output.js";
import { applicationOf, discordFault, noToken, restOf } from "./invite.js";
import { registrationOf } from "./registration.js";

export interface DeployParts {
  readonly config: Config;
  readonly commands: Commands;
  readonly output: Output;
  readonly log: Log;
}

/** Where commands are deployed: one server by its id, or everywhere. */
export type Target = string | "everywhere";

/** The commands by name, as people see them: `/devis`, « Ouvrir un dossier » for a menu. */
export interface Difference {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** Writes the whole list wherever it differs from what Discord has, and says what changed. */
export async function deployCommands({ config, commands, output, log }: DeployParts): Promise<"done" | "usage" | "failed"> {
  const { token, api, guilds } = config.discord;
  if (token === undefined) {
    output.remark(noToken[config.language]);
    return "usage";
  }
  const rest = restOf(api, token.reveal());
  const wanted = registrationOf(commands);
  try {
    const { id } = await applicationOf(rest);
    for (const target of targetsOf(guilds)) {
      const difference = await deployedDifference(rest, id, target, wanted);
      if (!isSame(difference)) await rest.put(routeOf(id, target), { body: wanted });
      output.say(outcomeOf(target, wanted.length, difference)[config.language]);
    }
    return "done";
  } catch (error) {
    log.error(error, {}, "commands not deployed");
    const { outcome, sentence } = discordFault(error);
    output.remark(sentence[config.language]);
    return outcome;
  }
}

export function targetsOf(guilds: readonly string[]): readonly Target[] {
  return guilds.length === 0 ? ["everywhere"] : guilds;
}

/** What Discord has against what we want. With the translations, which are left out unless asked for. */
export async function deployedDifference(rest: REST, application: string, target: Target, wanted: readonly object[]): Promise<Difference> {
  const there = await rest.get(routeOf(application, target), { query: new URLSearchParams({ with_localizations: "true" }) });
  if (!Array.isArray(there)) throw new Error("The deployed commands did not come as a list");
  return differenceOf(there.filter(isRecord), wanted.filter(isRecord), target);
}

/** What would change if `wanted` were written over `there`. */
export function differenceOf(there: readonly Part[], wanted: readonly Part[], target: Target): Difference {
  const deployed = new Map(there.map((command) => [shownName(command), command]));
  const ours = new Map(wanted.map((command) => [shownName(command), target === "everywhere" ? command : inOneServer(command)]));
  const both = [...ours].flatMap(([name, command]) => {
    const other = deployed.get(name);
    return other === undefined ? [] : [{ name, isEqual: isEqual(other, command, "") }];
  });
  return {
    added: [...ours.keys()].filter((name) => !deployed.has(name)),
    changed: both.filter((one) => !one.isEqual).map(({ name }) => name),
    removed: [...deployed.keys()].filter((name) => !ours.has(name)),
  };
}

export function isSame({ added, changed, removed }: Difference): boolean {
  return added.length + changed.length + removed.length === 0;
}

type Part = Readonly<Record<string, unknown>>;

/** What is compared although we may leave it out, and then means « none ». Whatever else Discord adds is its own. */
const optional: ReadonlySet<string> = new Set([
  "name_localizations",
  "description_localizations",
  "default_member_permissions",
  "nsfw",
  "options",
  "choices",
  "required",
  "autocomplete",
  "channel_types",
  "min_value",
  "max_value",
  "min_length",
  "max_length",
  "file_types",
]);

/** Discord keeps neither for a command of one server. */
function inOneServer({ contexts: _contexts, integration_types: _types, ...command }: Part): Part {
  return command;
}

function isEqual(there: unknown, ours: unknown, inside: string): boolean {
  if (isNone(there) || isNone(ours)) return isNone(there) && isNone(ours);
  if (Array.isArray(there) && Array.isArray(ours)) {
    const [left, right] = [ordered(there), ordered(ours)];
    return left.length === right.length && left.every((one, index) => isEqual(one, right[index], inside));
  }
  if (!isRecord(there) || !isRecord(ours)) return there === ours;
  const counts = (key: string) => key in ours || optional.has(key) || inside.endsWith("_localizations");
  return [...new Set([...Object.keys(there), ...Object.keys(ours)])].filter(counts).every((key) => isEqual(there[key], ours[key], key));
}

/** Left out, null, false, and empty lists or words all say the same to Discord. */
function isNone(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === "") return true;
  return typeof value === "object" && Object.values(value).every(isNone);
}

/** Numbers stand for a set (contexts, kinds of channels); options and choices keep their order. */
function ordered(list: readonly unknown[]): readonly unknown[] {
  return list.every((one) => typeof one === "number") ? [...list].sort((left, right) => left - right) : list;
}

function isRecord(value: unknown): value is Part {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function shownName({ type, name }: Part): string {
  return type === undefined || type === 1 ? `/${name}` : `« ${name} »`;
}

function routeOf(application: string, target: Target) {
  return target === "everywhere" ? Routes.applicationCommands(application) : Routes.applicationGuildCommands(application, target);
}

export function placeOf(target: Target): Label {
  return target === "everywhere" ? { fr: "Partout", en: "Everywhere" } : { fr: `Serveur ${target}`, en: `Server ${target}` };
}

/** « nouvelles : /devis ; modifiées : /aide ». */
export function changesOf(difference: Difference): Label {
  const kinds = (Object.keys(changeWords) as (keyof Difference)[]).filter((kind) => difference[kind].length > 0);
  return {
    fr: kinds.map((kind) => `${changeWords[kind].fr} : ${difference[kind].join(", ")}`).join(" ; "),
    en: kinds.map((kind) => `${changeWords[kind].en}: ${difference[kind].join(", ")}`).join("; "),
  };
}

const changeWords: Readonly<Record<keyof Difference, Label>> = {
  added: { fr: "nouvelles", en: "new" },
  changed: { fr: "modifiées", en: "changed" },
  removed: { fr: "retirées", en: "removed" },
};

function outcomeOf(target: Target, count: number, difference: Difference): Label {
  const place = placeOf(target);
  const changes = changesOf(difference);
  return isSame(difference)
    ? { fr: `${place.fr} : déjà à jour (${count} commandes).`, en: `${place.en}: already up to date (${count} commands).` }
    : { fr: `${place.fr} : ${count} commandes déployées ; ${changes.fr}.`, en: `${place.en}: ${count} commands deployed; ${changes.en}.` };
}
