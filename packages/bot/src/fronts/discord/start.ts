import { dayOf } from "@kairos/core";
import type { Commands } from "../../command.js";
import type { Config } from "../../config.js";
import type { Dispatch } from "../../dispatch.js";
import type { Database } from "../../store/store.js";
import { type Log, openLog } from "../shared/log.js";
import type { Output } from "../shared/output.js";
import { discordClient } from "./client.js";
import { handleInteraction } from "./handle.js";

export interface DiscordParts {
  readonly config: Config;
  readonly output: Output;
  open(log: Log): Promise<{ readonly database: Database; readonly commands: Commands; readonly dispatch: Dispatch }>;
  /** Asks to be closed before the process leaves. */
  onLeave(close: () => Promise<unknown>): void;
}

/** Runs the desk in Discord until the process is told to stop, or the session is lost. */
export async function startDiscord({ config, output, open, onLeave }: DiscordParts): Promise<"usage" | "failed"> {
  const { token, api, guilds } = config.discord;
  const say = (fr: string, en: string) => output.remark(config.language === "fr" ? fr : en);
  if (token === undefined) {
    say(
      "Il manque le jeton du robot : donnez DISCORD_TOKEN ou DISCORD_TOKEN_FILE.",
      "The bot's token is missing: set DISCORD_TOKEN or DISCORD_TOKEN_FILE.",
    );
    return "usage";
  }
  say("Kairos démarre dans Discord (DISCORD_TOKEN est donné).", "Kairos starts in Discord (DISCORD_TOKEN is set).");
  const log = await openLog(config.logLevel ?? "info");
  const { database, commands, dispatch } = await open(log);
  const ports = { database, commands, dispatch, log, dayOf, clock: () => new Date().toISOString() };
  const client = discordClient({ commands, api, guilds, log, handle: (interaction) => handleInteraction(interaction, ports) });
  onLeave(() => client.stop());
  const crashed = firstCrash(log);
  try {
    await Promise.race([client.start(token.reveal()), crashed]);
  } catch (error) {
    log.error(error, {}, "not connected");
    const refused = error instanceof Error && "code" in error && error.code === "TokenInvalid";
    if (refused)
      say(
        "Discord refuse le jeton : copiez-le à nouveau depuis le portail des développeurs.",
        "Discord refuses the token: copy it again from the developer portal.",
      );
    else say("Discord ne répond pas : vérifiez le réseau, puis relancez.", "Discord does not answer: check the network, then start again.");
    return refused ? "usage" : "failed";
  }
  say("Kairos est prêt dans Discord.", "Kairos is ready in Discord.");
  await Promise.race([client.lost, crashed.catch(() => undefined)]);
  say(
    "La connexion à Discord est perdue : Kairos s'arrête pour être relancé.",
    "The connection to Discord is lost: Kairos stops, to be started again.",
  );
  return "failed";
}

/** Rejects at the first error that nobody handled: a client that broke must not limp on. */
function firstCrash(log: Log): Promise<never> {
  return new Promise((_, reject) => {
    for (const event of ["uncaughtException", "unhandledRejection"] as const) {
      process.on(event, (error: unknown) => {
        log.error(error, {}, event);
        reject(error instanceof Error ? error : new Error(event));
      });
    }
  });
}
