import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Label } from "@kairos/core";
import type { Commands } from "../../command.js";
import type { Config, Secret } from "../../config.js";
import { exists } from "../../exists.js";
import { harmless } from "../shared/layout.js";
import type { Output } from "../shared/output.js";
import { changesOf, deployedDifference, isSame, placeOf, targetsOf } from "./deploy.js";
import { applicationOf, discordFault, inviteLink, noToken, restOf } from "./invite.js";
import { registrationOf } from "./registration.js";

export interface CheckParts {
  readonly config: Config;
  readonly commands: Commands;
  readonly output: Output;
}

/** One line of the report; what is missing says what to do. */
interface Line {
  readonly sound: boolean;
  readonly text: Label;
}

/** Says whether the bot can start, without opening the database or the gateway. Nothing is written anywhere. */
export async function checkSetUp({ config, commands, output }: CheckParts): Promise<"done" | "usage"> {
  const { token } = config.discord;
  const found = [
    await checkFolder(config.data),
    ...(token === undefined ? [missing(noToken)] : await checkDiscord(config, token, commands)),
  ];
  for (const { sound, text } of found) output.say(`${sound ? "✔" : "✖"} ${harmless(text[config.language])}`);
  return found.every(({ sound }) => sound) ? "done" : "usage";
}

async function checkDiscord({ discord }: Config, token: Secret, commands: Commands): Promise<readonly Line[]> {
  const rest = restOf(discord.api, token.reveal());
  const lines: Line[] = [];
  try {
    const { id, name } = await applicationOf(rest);
    lines.push(present({ fr: `Jeton accepté : application « ${name} ».`, en: `Token accepted: application “${name}”.` }));
    lines.push(present(invitation(id)));
    for (const target of targetsOf(discord.guilds)) {
      const difference = await deployedDifference(rest, id, target, registrationOf(commands));
      const place = placeOf(target);
      const changes = changesOf(difference);
      lines.push(
        isSame(difference)
          ? present({ fr: `${place.fr} : commandes à jour.`, en: `${place.en}: commands up to date.` })
          : missing({
              fr: `${place.fr} : lancez npm run deploy-commands (${changes.fr}).`,
              en: `${place.en}: run npm run deploy-commands (${changes.en}).`,
            }),
      );
    }
  } catch (error) {
    lines.push(missing(discordFault(error).sentence));
  }
  return lines;
}

/** The link to add the bot to a server, in a sentence. */
export function invitation(application: string): Label {
  const link = inviteLink(application);
  return { fr: `Pour inviter Kairos dans un serveur : ${link}`, en: `To invite Kairos to a server: ${link}` };
}

/** The folder may be made at the first start: then the nearest one above it must allow that. */
async function checkFolder(data: string): Promise<Line> {
  try {
    await access(await nearestFolder(resolve(data)), constants.W_OK | constants.X_OK);
    const file = join(data, "desk.sqlite");
    if (await exists(file)) await access(file, constants.R_OK | constants.W_OK);
    return present({ fr: `Dossier des données : ${data}.`, en: `Data folder: ${data}.` });
  } catch {
    return missing({
      fr: `Dossier des données impossible à écrire : ${data}. Donnez-en un autre dans KAIROS_DATA, ou ses droits au compte qui lance Kairos.`,
      en: `Data folder that cannot be written: ${data}. Set KAIROS_DATA to another, or give its rights to the account that runs Kairos.`,
    });
  }
}

async function nearestFolder(path: string): Promise<string> {
  if (!(await exists(path))) return nearestFolder(dirname(path));
  if ((await stat(path)).isDirectory()) return path;
  throw new Error("not a folder");
}

function present(text: Label): Line {
  return { sound: true, text };
}

function missing(text: Label): Line {
  return { sound: false, text };
}
