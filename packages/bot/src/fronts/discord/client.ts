import { Client, Events, GatewayIntentBits, type Interaction, Routes } from "discord.js";
import type { Commands } from "../../command.js";
import type { Log } from "../shared/log.js";
import { registrationOf } from "./registration.js";

export interface ClientParts {
  readonly commands: Commands;
  readonly api: string | undefined;
  /** Where commands are registered at once; everywhere when empty. */
  readonly guilds: readonly string[];
  readonly log: Log;
  readonly handle: (interaction: Interaction) => Promise<void>;
}

export interface DiscordClient {
  /** Connects; resolves when ready and the commands are registered. */
  start(token: string): Promise<void>;
  /** Takes nothing new, waits for what runs, disconnects. */
  stop(): Promise<void>;
  /** Resolves when the session is lost for good. */
  readonly lost: Promise<void>;
}

/** A discord.js client that asks for the `Guilds` intent only and never pings anybody by itself. */
export function discordClient(parts: ClientParts): DiscordClient {
  const { api, log } = parts;
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    ...(api === undefined ? {} : { rest: { api } }),
  });
  const running = new Set<Promise<void>>();
  client.on(Events.InteractionCreate, (interaction) => {
    const work = parts.handle(interaction).finally(() => running.delete(work));
    running.add(work);
  });
  client.on(Events.Error, (error) => log.error(error, {}, "client error"));
  const lost = new Promise<void>((resolve) => {
    client.once(Events.Invalidated, () => resolve());
    client.once(Events.ShardDisconnect, () => resolve());
  });
  return {
    lost,
    start: async (token) => {
      const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
      await client.login(token);
      await register(await ready, parts);
    },
    stop: async () => {
      client.removeAllListeners(Events.InteractionCreate);
      await Promise.race([Promise.allSettled(running), new Promise((resolve) => setTimeout(resolve, patience).unref())]);
      await client.destroy();
    },
  };
}

/** How long work under way may take to finish when leaving, in milliseconds. */
const patience = 8000;

async function register(client: Client<true>, { commands, guilds, log }: ClientParts): Promise<void> {
  const body = registrationOf(commands);
  const id = client.application.id;
  const routes = guilds.length === 0 ? [Routes.applicationCommands(id)] : guilds.map((guild) => Routes.applicationGuildCommands(id, guild));
  for (const route of routes) {
    try {
      await client.rest.put(route, { body });
    } catch (error) {
      log.error(error, {}, "commands not registered");
    }
  }
  log.info({ guilds: client.guilds.cache.size, commands: body.length }, "ready");
}
