import { basename, join } from "node:path";
import { dayOf, type Label } from "@kairos/core";
import type { REST } from "discord.js";
import type { Commands } from "../../command.js";
import type { Config } from "../../config.js";
import type { Dispatch } from "../../dispatch.js";
import { interruptedLine, tellInterrupted } from "../../interrupted.js";
import { noticeOf } from "../../notices/interrupted-work.js";
import { isDiscordId } from "../../notices/look.js";
import { startNotices } from "../../notices/loop.js";
import type { Database } from "../../store/store.js";
import { type Log, openLog } from "../shared/log.js";
import type { Output } from "../shared/output.js";
import { writeDocument } from "../shared/write-document.js";
import { discordFiles } from "./attachments.js";
import { invitation } from "./check.js";
import { type DiscordClient, discordClient } from "./client.js";
import { changesOf, deployedDifference, isSame, placeOf, targetsOf } from "./deploy.js";
import { handleInteraction } from "./handle.js";
import { serveHealth } from "./health.js";
import { applicationOf, discordFault, noToken } from "./invite.js";
import { discordMessenger } from "./messenger.js";
import type { DeskPorts } from "./ports.js";
import { registrationOf } from "./registration.js";

export interface DiscordParts {
  readonly config: Config;
  readonly output: Output;
  open(log: Log): Promise<{ readonly database: Database; readonly commands: Commands; readonly dispatch: Dispatch }>;
  /** Asks to be closed before the process leaves. */
  onLeave(close: () => Promise<unknown>): void;
}

/** Runs the desk in Discord until the process is told to stop, the session is lost, or the client library breaks. */
export async function startDiscord({ config, output, open, onLeave }: DiscordParts): Promise<"usage" | "failed"> {
  const { token, api, cdn, guilds, shards } = config.discord;
  const say = (label: Label) => output.remark(label[config.language]);
  if (token === undefined) {
    say(noToken);
    return "usage";
  }
  say({ fr: "Kairos démarre dans Discord (le jeton est donné).", en: "Kairos starts in Discord (the token is set)." });
  const log = await openLog(config.logLevel ?? "info");
  const { database, commands, dispatch } = await open(log);
  const ports: DeskPorts = {
    database,
    commands,
    dispatch,
    log,
    dayOf,
    clock: () => new Date().toISOString(),
    filesOrigin: cdn ?? discordFiles,
    keepDocument: async (workspace, file) => basename(await writeDocument(join(config.data, "documents", workspace), file)),
  };
  const client = discordClient({ api, shards, log, handle: (interaction) => handleInteraction(interaction, ports) });
  onLeave(() => client.stop());
  if (config.health !== undefined) {
    try {
      const health = await serveHealth({ ...config.health, database, gateway: client });
      onLeave(() => health.close());
    } catch (error) {
      log.error(error, {}, "no health endpoint");
      say(healthRefused(config.health.port));
      return "usage";
    }
  }
  const crashed = firstCrash(log);
  const connected = await Promise.race([connect(client, token.reveal(), log), crashed]);
  if (connected !== "ready") {
    say(connected === "crashed" ? endings.crashed : connected.sentence);
    return connected === "crashed" ? "failed" : connected.outcome;
  }
  say({ fr: "Kairos est prêt dans Discord.", en: "Kairos is ready in Discord." });
  await tellInterrupted(database, isDiscordId, async (work) => {
    await database.notices.plan(work.workspace, [noticeOf(work, ports.clock())]);
    say(interruptedLine(work));
  });
  const notices = startNotices({ database, messenger: discordMessenger(client.rest, commands), clock: ports.clock, dayOf, log });
  onLeave(() => notices.stop());
  void sayDeployment({ rest: client.rest, commands, guilds, log, say });
  const ending = await Promise.race([client.lost.then(() => "lost" as const), crashed]);
  say(endings[ending]);
  return "failed";
}

async function connect(client: DiscordClient, token: string, log: Log): Promise<"ready" | ReturnType<typeof discordFault>> {
  try {
    await client.start(token);
    return "ready";
  } catch (error) {
    log.error(error, {}, "not connected");
    return discordFault(error);
  }
}

/** The invite link, then the places where Discord does not have the commands as they are. Nothing is written there. */
export async function sayDeployment(parts: {
  readonly rest: REST;
  readonly commands: Commands;
  readonly guilds: readonly string[];
  readonly log: Log;
  readonly say: (label: Label) => void;
}): Promise<void> {
  const { rest, commands, guilds, log, say } = parts;
  try {
    const { id } = await applicationOf(rest);
    say(invitation(id));
    for (const target of targetsOf(guilds)) {
      const difference = await deployedDifference(rest, id, target, registrationOf(commands));
      if (isSame(difference)) continue;
      const { added, changed, removed } = difference;
      log.info({ target, added: added.length, changed: changed.length, removed: removed.length }, "commands out of date");
      say(outOfDate(placeOf(target), changesOf(difference)));
    }
  } catch (error) {
    log.error(error, {}, "commands not compared");
  }
}

/** Resolves at the first error that nobody handled: a client that broke must not limp on. */
function firstCrash(log: Log): Promise<"crashed"> {
  return new Promise((resolve) => {
    for (const event of ["uncaughtException", "unhandledRejection"] as const) {
      process.on(event, (error: unknown) => {
        log.error(error, {}, event);
        resolve("crashed");
      });
    }
  });
}

const endings: Readonly<Record<"lost" | "crashed", Label>> = {
  lost: {
    fr: "La connexion à Discord est perdue : Kairos s'arrête pour être relancé.",
    en: "The connection to Discord is lost: Kairos stops, to be started again.",
  },
  crashed: {
    fr: "Une erreur inattendue s'est produite (elle est au journal) : Kairos s'arrête pour être relancé.",
    en: "An unexpected error happened (it is in the log): Kairos stops, to be started again.",
  },
};

function outOfDate(place: Label, changes: Label): Label {
  return {
    fr: `${place.fr} : les commandes ne sont pas à jour, lancez npm run deploy-commands (${changes.fr}).`,
    en: `${place.en}: the commands are not up to date, run npm run deploy-commands (${changes.en}).`,
  };
}

function healthRefused(port: number): Label {
  return {
    fr: `Le port ${port} (KAIROS_HEALTH_PORT) est déjà pris ou interdit, ou KAIROS_HEALTH_HOST n'est pas une adresse de cette machine.`,
    en: `Port ${port} (KAIROS_HEALTH_PORT) is taken or forbidden, or KAIROS_HEALTH_HOST is not an address of this machine.`,
  };
}
