import { readFileSync } from "node:fs";
import type { Label, Language } from "@kairos/core";
import { readSecret, type Secret } from "./config/secret.js";
import { schema, sentences, type Variable } from "./config/variables.js";
import type { LogLevel } from "./fronts/shared/log.js";

export type { Secret };

export interface Config {
  /** Folder of the database and the documents. */
  readonly data: string;
  readonly language: Language;
  /** The address of a PostgreSQL database, in the place of the file in the folder. */
  readonly database: Secret | undefined;
  /** Who speaks in the console, when it is said. */
  readonly as: string | undefined;
  readonly logLevel: LogLevel | undefined;
  /** Where a supervisor asks how the bot is; nowhere when undefined. */
  readonly health: { readonly host: string; readonly port: number } | undefined;
  readonly discord: {
    readonly token: Secret | undefined;
    /** Another REST address than Discord's: tests. */
    readonly api: string | undefined;
    /** Another origin of attachments than `https://cdn.discordapp.com`: tests. */
    readonly cdn: string | undefined;
    /** The shards this process takes, of how many; all of them when undefined. */
    readonly shards: { readonly ids: readonly number[]; readonly count: number } | undefined;
    /** Where commands are deployed; everywhere when empty. */
    readonly guilds: readonly string[];
  };
}

export type ReadConfig = { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly faults: readonly Label[] };
type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the environment once: a configuration, or one sentence per fault. */
export function readConfig(env: Environment, readFile: (path: string) => string = readText): ReadConfig {
  const set = Object.fromEntries(
    Object.entries(env).filter(([name, value]) => name in sentences && value !== undefined && value.trim() !== ""),
  );
  const parsed = schema.safeParse(set);
  const faults = parsed.success ? [] : [...new Set(parsed.error.issues.map((issue) => sentences[String(issue.path[0]) as Variable]))];
  const token = readSecret("DISCORD_TOKEN", set, readFile);
  const address = readSecret("DATABASE_URL", set, readFile, (text) => schema.shape.DATABASE_URL.safeParse(text).success);
  for (const read of [token, address]) if ("fault" in read) faults.push(read.fault);
  if (!parsed.success || faults.length > 0 || "fault" in token || "fault" in address) return { ok: false, faults };
  const { KAIROS_DATA, KAIROS_LANG, KAIROS_AS, KAIROS_LOG, KAIROS_HEALTH_PORT, KAIROS_HEALTH_HOST } = parsed.data;
  const { DISCORD_API, DISCORD_CDN, DISCORD_GUILDS, DISCORD_SHARDS } = parsed.data;
  return {
    ok: true,
    config: {
      data: KAIROS_DATA ?? "kairos-data",
      language: KAIROS_LANG ?? "fr",
      database: address.secret,
      as: KAIROS_AS,
      logLevel: KAIROS_LOG,
      health: KAIROS_HEALTH_PORT === undefined ? undefined : { host: KAIROS_HEALTH_HOST ?? "127.0.0.1", port: KAIROS_HEALTH_PORT },
      discord: { token: token.secret, api: DISCORD_API, cdn: DISCORD_CDN, shards: DISCORD_SHARDS, guilds: DISCORD_GUILDS ?? [] },
    },
  };
}

function readText(path: string): string {
  return readFileSync(path, "utf8");
}
