import {
  Client,
  Events,
  GatewayIntentBits,
  type GuildMember,
  type Interaction,
  MessageFlags,
  Options,
  type REST,
  Status,
  type User,
} from "discord.js";
import type { Config } from "../../config.js";
import type { Log } from "../shared/log.js";
import { patientRest } from "./rest.js";

export interface ClientParts {
  /** Another REST address than Discord's: tests. */
  readonly api: string | undefined;
  /** The shards this process takes, of how many: all the servers when it is not said. */
  readonly shards?: Config["discord"]["shards"];
  readonly log: Log;
  readonly handle: (interaction: Interaction) => Promise<void>;
}

export interface DiscordClient {
  /** Connects; resolves when ready. */
  start(token: string): Promise<void>;
  /** Refuses what is new, waits for what runs, disconnects. */
  stop(): Promise<void>;
  /** Resolves when the session is lost for good. */
  readonly lost: Promise<void>;
  /** Is Discord connected, and its last heartbeat recent? */
  isReady(): boolean;
  /** How long the last heartbeat took; undefined before the first. */
  pingMs(): number | undefined;
  /** The bot's own requests, with its token and its share of Discord's limits. */
  readonly rest: REST;
}

/** A discord.js client that asks for the `Guilds` intent only; nobody is pinged unless a message says whom. */
export function discordClient({ api, shards, log, handle }: ClientParts): DiscordClient {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    ...(shards !== undefined && { shards: [...shards.ids], shardCount: shards.count }),
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits(kept),
    rest: { ...patientRest, ...(api === undefined ? {} : { api }) },
  });
  const running = new Set<Promise<void>>();
  let stopping = false;
  client.on(Events.InteractionCreate, (interaction) => {
    const work = (stopping ? refuse(interaction, log) : handle(interaction)).finally(() => running.delete(work));
    running.add(work);
  });
  client.on(Events.Error, (error) => log.error(error, {}, "client error"));
  client.on(Events.GuildCreate, ({ id }) => log.info({ guild: id }, "added to a server"));
  client.on(Events.GuildDelete, ({ id }) => log.info({ guild: id }, "removed from a server"));
  const lost = new Promise<void>((resolve) => {
    client.once(Events.Invalidated, () => resolve());
    client.once(Events.ShardDisconnect, () => resolve());
  });
  const idle = async () => {
    while (running.size > 0) await Promise.allSettled(running);
  };
  return {
    lost,
    rest: client.rest,
    isReady: () => client.isReady() && client.ws.shards.every(({ status }) => status === Status.Ready) && isRecent(client),
    pingMs: () => (client.ws.ping >= 0 ? Math.round(client.ws.ping) : undefined),
    start: async (token) => {
      const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
      await client.login(token);
      await ready;
      log.info({ guilds: client.guilds.cache.size }, "ready");
    },
    stop: async () => {
      stopping = true;
      log.info({ running: running.size }, "stopping");
      await atMost(patience, idle());
      await atMost(farewell, client.destroy());
    },
  };
}

/** How long work under way may take to finish when leaving, then the gateway to close, in milliseconds. */
const patience = 7000;
const farewell = 1000;
/** Discord asks for a heartbeat every 41 seconds or so: two missed ones are a connection that is gone. */
const heartbeatAge = 120_000;

/** The bot itself is the only person who stays in memory. */
const itself = { maxSize: 0, keepOverLimit: ({ id, client }: User | GuildMember) => id === client.user.id };

/** Servers, their channels and roles stay, since the library needs them; the rest comes with each interaction. */
const kept: NonNullable<Parameters<typeof Options.cacheWithLimits>[0]> = {
  AutoModerationRuleManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildInviteManager: 0,
  GuildMemberManager: itself,
  GuildScheduledEventManager: 0,
  GuildStickerManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  ThreadManager: 0,
  ThreadMemberManager: 0,
  UserManager: itself,
  VoiceStateManager: 0,
};

function isRecent(client: Client<true>): boolean {
  return client.ws.shards.every(({ lastPingTimestamp }) => Date.now() - Math.max(lastPingTimestamp, client.readyTimestamp) < heartbeatAge);
}

/** A kind word rather than silence while the bot restarts; while typing, no offer. */
async function refuse(interaction: Interaction, log: Log): Promise<void> {
  try {
    if (interaction.isAutocomplete()) return await interaction.respond([]);
    if (!interaction.isRepliable()) return;
    await interaction.reply({ content: restarting[interaction.locale === "fr" ? "fr" : "en"], flags: MessageFlags.Ephemeral });
  } catch (error) {
    log.error(error, { interaction: interaction.id }, "interaction not refused");
  }
}

const restarting = {
  fr: "Kairos redémarre, réessayez dans une minute. Rien n'a été fait.",
  en: "Kairos is restarting, try again in a minute. Nothing was done.",
};

async function atMost(milliseconds: number, work: Promise<unknown>): Promise<void> {
  await Promise.race([work, new Promise((resolve) => setTimeout(resolve, milliseconds).unref())]);
}
