import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type WebSocket, WebSocketServer } from "ws";
import { application, guild } from "../tests/bot/fronts/loopback.js";

const root = process.env.KAIROS_ROOT ?? process.cwd();
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { readonly scripts: { readonly bot: string } };

export interface Interaction extends Record<string, unknown> {
  readonly type: number;
  readonly token: string;
}

/** One interaction and when each answer came, in milliseconds of this process's clock. */
export interface Exchange {
  readonly sent: number;
  acknowledged?: number;
  /** When the person sees the answer: the acknowledgement itself, or what replaced it. */
  answered?: number;
  /** The last body received, as it came. */
  text: string;
}

/** A Discord that only keeps times: it costs the machine little beside the bot it measures. */
export interface Discord {
  readonly api: string;
  deliver(interaction: Interaction): Exchange & { readonly over: Promise<void> };
  close(): void;
}

export async function openDiscord(): Promise<Discord> {
  const open = new Map<string, Exchange & { readonly end: () => void }>();
  const server = createServer((request, response) => {
    void textOf(request).then((text) => {
      const path = decodeURIComponent((request.url ?? "").replace(/\?.*$/, ""));
      const answer = answerTo(request.method ?? "", path, text);
      if (answer === undefined) response.writeHead(204).end();
      else response.writeHead(200, { "content-type": "application/json" }).end(answer);
      note(path, text);
    });
  });

  function note(path: string, text: string): void {
    const token = /\/(token-\d+)\//.exec(path)?.[1] ?? "";
    const exchange = open.get(token);
    if (exchange === undefined) return;
    const isFirst = path.endsWith("/callback");
    const now = performance.now();
    exchange.text = text;
    if (isFirst) exchange.acknowledged = now;
    if (isFirst && deferred.test(text)) return;
    exchange.answered = now;
    open.delete(token);
    exchange.end();
  }

  function answerTo(method: string, path: string, text: string): string | undefined {
    if (path.includes("/gateway/bot")) {
      const start = { total: 1000, remaining: 1000, reset_after: 1, max_concurrency: 1 };
      return JSON.stringify({ url: address("ws"), shards: 1, session_start_limit: start });
    }
    if (path.endsWith("/callback")) return undefined;
    if (method === "PUT") return text;
    if (path.endsWith("/applications/@me")) return JSON.stringify({ id: application, name: "kairos" });
    if (path.endsWith("/commands")) return "[]";
    if (method === "GET" && path.endsWith(`/guilds/${guild}`)) return JSON.stringify(aGuild);
    if (path.endsWith("/users/@me/channels")) return JSON.stringify({ id: "900000000000000008", type: 1, recipients: [] });
    return message;
  }

  const gateway = new WebSocketServer({ server });
  let sequence = 0;
  const dispatch = (socket: WebSocket, t: string, d: unknown) => socket.send(JSON.stringify({ op: 0, t, s: ++sequence, d }));
  gateway.on("connection", (socket) => {
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 40_000 } }));
    socket.on("message", (data) => {
      const { op } = JSON.parse(data.toString()) as { readonly op: number };
      if (op === 1) socket.send(JSON.stringify({ op: 11 }));
      if (op !== 2) return;
      const user = { id: application, username: "kairos", discriminator: "0", avatar: null, bot: true };
      const session = { session_id: "s", resume_gateway_url: address("ws"), application: { id: application, flags: 0 } };
      dispatch(socket, "READY", { v: 10, user, guilds: [{ id: guild, unavailable: true }], ...session });
      dispatch(socket, "GUILD_CREATE", aGuild);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = (scheme: string) => `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    api: `${address("http")}/api`,
    deliver: (interaction) => {
      let end = () => {};
      const over = new Promise<void>((resolve) => {
        end = resolve;
      });
      const exchange = { sent: performance.now(), text: "", end, over };
      open.set(interaction.token, exchange);
      for (const socket of gateway.clients) dispatch(socket, "INTERACTION_CREATE", interaction);
      return exchange;
    },
    close: () => {
      for (const socket of gateway.clients) socket.terminate();
      gateway.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The bot as `npm run bot` starts it, in a process of its own, on a folder of its own. */
export interface Bot {
  /** From the start of the process until it is ready, in milliseconds. */
  readonly startMs: number;
  /** Resident memory, in megabytes. */
  memory(): number;
  /** Time of the processor since the start, in milliseconds. */
  processorMs(): number;
  /** Lines of the log that tell an error. */
  errors(): readonly string[];
  stop(): Promise<void>;
}

/** What the script says after `node`: the settings of its memory, and the start that builds when a source changed. */
const [, ...command] = scripts.bot.split(" ");

export async function startBot({ api }: Discord, data: string): Promise<Bot> {
  const { PATH = "" } = process.env;
  const start = performance.now();
  const child = spawn(process.execPath, command, {
    cwd: root,
    env: { PATH, KAIROS_DATA: data, DISCORD_API: api, DISCORD_TOKEN: "x.y.z", KAIROS_LOG: "info" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  process.once("exit", () => child.kill());
  const said: string[] = [];
  await logged(child, said, '"ready"');
  const startMs = performance.now() - start;
  return {
    startMs,
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1]) / 1024,
    // Fields 14 and 15, in hundredths of a second, after a name that may hold blanks.
    processorMs: () => {
      const fields = readFileSync(`/proc/${child.pid}/stat`, "utf8")
        .replace(/^.*\) /s, "")
        .split(" ");
      return (Number(fields[11]) + Number(fields[12])) * 10;
    },
    errors: () => said.filter((line) => /"level":(50|60)/.test(line)),
    stop: async () => {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** A folder that is gone when `work` is done. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "kairos-discord-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** "I am working on it", in JSON: what shows comes later. */
const deferred = /"type":\s*[56]\b/;
const channel = "900000000000000003";
const message = JSON.stringify({
  id: "900000000000000009",
  channel_id: channel,
  content: "",
  attachments: [],
  embeds: [],
  timestamp: "2026-11-23T09:00:00Z",
  type: 0,
});

/** A server of some size: the library keeps its channels and roles. */
const aGuild = {
  id: guild,
  name: "Centre de formation des Trois Rivières",
  owner_id: "800000000000000001",
  preferred_locale: "fr",
  member_count: 60,
  roles: Array.from({ length: 30 }, (_, index) => ({ ...idAndName(4, index), permissions: "0", position: index, color: 0 })),
  channels: [
    { id: channel, name: "devis", type: 0, position: 0, permission_overwrites: [] },
    ...Array.from({ length: 60 }, (_, index) => ({ ...idAndName(5, index), type: 0, position: index + 1, permission_overwrites: [] })),
  ],
  emojis: [],
  stickers: [],
  threads: [],
  members: [],
  presences: [],
  voice_states: [],
  stage_instances: [],
  guild_scheduled_events: [],
  features: [],
};

function idAndName(kind: number, index: number) {
  return { id: `90000000000000${kind}${String(index).padStart(3, "0")}`, name: `n-${index}` };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  request.setEncoding("utf8");
  for await (const part of request) text += part;
  return text;
}

function logged(child: ChildProcess, said: string[], wanted: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let rest = "";
    child.stderr?.setEncoding("utf8").on("data", (part: string) => {
      const lines = (rest + part).split("\n");
      rest = lines.pop() ?? "";
      said.push(...lines);
      if (lines.some((line) => line.includes(wanted))) resolve();
    });
    child.once("exit", (code) => reject(new Error(`the bot left with ${code}:\n${said.join("\n")}`)));
  });
}
