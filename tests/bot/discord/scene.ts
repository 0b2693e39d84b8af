import { inspect } from "node:util";
import { dayOf } from "@kairos/core";
import type { LoadedCommand } from "../../../packages/bot/src/command.js";
import { type DiscordClient, discordClient } from "../../../packages/bot/src/fronts/discord/client.js";
import { handleInteraction } from "../../../packages/bot/src/fronts/discord/handle.js";
import type { DeskPorts } from "../../../packages/bot/src/fronts/discord/ports.js";
import { openDesk, type TestDesk } from "../desk.js";
import { founding } from "../founding.js";
import { guild, type Loopback, startLoopback } from "../fronts/loopback.js";
import { personAt } from "./person.js";

/** The people of the story, under ids as Discord gives them. */
export const ids = {
  rgc: "800000000000000001",
  coordinateur: "800000000000000002",
  gestionnaire: "800000000000000003",
  valideur: "800000000000000005",
  assistant: "800000000000000004",
  inconnu: "800000000000000009",
} as const;
export type Name = keyof typeof ids;

/** A real discord.js client between a small Discord and a real desk. */
export interface Scene {
  readonly discord: Loopback;
  readonly desk: TestDesk;
  readonly logged: readonly string[];
  /** All that was handed to the log: words, fields, errors with their stacks. */
  readonly written: readonly string[];
  readonly kept: readonly string[];
  readonly as: (
    name: Name,
    more?: { readonly locale?: string; readonly guild?: string; readonly administrator?: boolean },
  ) => ReturnType<typeof personAt>;
  /** Another process on the same file: nothing in memory is left. */
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function openScene(
  options: {
    readonly file?: string;
    readonly founded?: boolean;
    readonly more?: readonly LoadedCommand[];
    readonly ports?: Partial<DeskPorts>;
  } = {},
): Promise<Scene> {
  const discord = await startLoopback();
  const logged: string[] = [];
  const kept: string[] = [];
  const written: string[] = [];
  const write = (...said: readonly unknown[]) => void written.push(said.map((one) => inspect(one, { depth: 10 })).join(" "));
  const log = {
    info: write,
    error: (error: unknown, fields: unknown, message: string) => {
      logged.push(message);
      write(error, fields, message);
    },
  };
  const open = () =>
    openDesk({
      workspace: guild,
      ...(options.more !== undefined && { more: options.more }),
      ...(options.file !== undefined && { file: options.file }),
    });
  let desk = await open();
  const connect = async (): Promise<DiscordClient> => {
    const { commands, database, dispatch } = desk;
    const ports: DeskPorts = {
      commands,
      database,
      dispatch,
      log,
      dayOf,
      clock: desk.now,
      filesOrigin: discord.files,
      keepDocument: (_workspace, file) => {
        kept.push(file.name);
        return Promise.resolve(file.name);
      },
      ...options.ports,
    };
    const client = discordClient({ api: discord.api, log, handle: (interaction) => handleInteraction(interaction, ports) });
    await client.start("abc.def.ghi");
    return client;
  };
  if (options.founded !== false) await found(desk);
  let client = await connect();
  return {
    discord,
    get desk() {
      return desk;
    },
    logged,
    written,
    kept,
    as: (name, more = {}) => personAt(discord, { user: ids[name], ...more }),
    restart: async () => {
      await client.stop();
      await desk.close();
      desk = await open();
      client = await connect();
    },
    close: async () => {
      await client.stop();
      await desk.close();
      await discord.close();
    },
  };
}

/** The first lines of the story, under Discord's ids, then a quote ready to be submitted. */
async function found(desk: TestDesk): Promise<void> {
  const lines = [...founding, ["gestionnaire", "/devis creer dispositif:AIF session:SE-2026-014 stagiaire:T-0001"] as const];
  for (const [person, line] of lines) {
    const typed = line.replace(/personne:(\w+)/, (_, name: Name) => `personne:<@${ids[name]}> ${name}`);
    const answer = await desk.type(ids[person as Name], typed);
    if (answer.outcome !== "done") throw new Error(`${line}: ${JSON.stringify(answer.reply)}`);
  }
}
