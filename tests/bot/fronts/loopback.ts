import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";

export interface Received {
  readonly method: string;
  readonly path: string;
  /** The JSON, whether it came alone or beside files. */
  readonly body: Record<string, unknown>;
  readonly files: readonly string[];
}

/** As much of Discord as one bot needs: its gateway and its REST API on one loopback port. */
export interface Loopback {
  readonly api: string;
  readonly received: readonly Received[];
  readonly identified: () => Record<string, unknown> | undefined;
  /** Sends an interaction to the bot. */
  readonly deliver: (interaction: Record<string, unknown>) => void;
  /** The first request of an interaction on a path, or the n-th. */
  readonly next: (method: string, path: RegExp, nth?: number) => Promise<Received>;
  /** Answers the next request on a path with an error of Discord's. */
  readonly refuse: (path: RegExp, status: number, code: number) => void;
  /** Cuts the connection of the next requests on a path, before any answer. */
  readonly sever: (path: RegExp, times: number) => void;
  /** Keeps a file where people's attachments are, and gives its address. */
  readonly upload: (name: string, bytes: Uint8Array) => string;
  readonly files: string;
  /** Cuts every gateway connection, as a network does. */
  readonly cut: () => void;
  /** How many clients are connected and greeted. */
  readonly connections: () => number;
  readonly close: () => Promise<void>;
}

export const application = "900000000000000001";
export const guild = "900000000000000002";
const channel = "900000000000000003";

export async function startLoopback(): Promise<Loopback> {
  const received: Received[] = [];
  const acknowledged = new Set<string>();
  const greeted = new Set<WebSocket>();
  const severed: { readonly path: RegExp; left: number }[] = [];
  const uploads = new Map<string, Uint8Array>();
  const refusals: { readonly path: RegExp; readonly status: number; readonly code: number }[] = [];
  let identified: Record<string, unknown> | undefined;
  let sequence = 0;
  const server = createServer((request, response) => {
    void readBody(request).then(({ body, files }) => {
      const cut = severed.find((one) => one.left > 0 && one.path.test(decodeURIComponent(request.url ?? "")));
      if (cut !== undefined) {
        cut.left -= 1;
        return void request.socket.destroy();
      }
      const upload = uploads.get(request.url ?? "");
      if (upload !== undefined) return void response.end(upload);
      const path = decodeURIComponent((request.url ?? "").replace(/\?.*$/, "")).replace("/api/v10", "");
      received.push({ method: request.method ?? "", path, body, files });
      const [status, answer] = respond(request.method ?? "", path, body);
      response.writeHead(status, answer === undefined ? {} : { "content-type": "application/json" });
      response.end(answer === undefined ? undefined : JSON.stringify(answer));
    });
  });

  function respond(method: string, path: string, body: Record<string, unknown>): readonly [number, unknown?] {
    const refusal = refusals.findIndex((one) => one.path.test(path));
    const [refused] = refusal < 0 ? [] : refusals.splice(refusal, 1);
    if (refused !== undefined) return [refused.status, { code: refused.code, message: "refused by the test" }];
    if (path === "/gateway/bot") {
      const start = { total: 1000, remaining: 1000, reset_after: 1, max_concurrency: 1 };
      return [200, { url: address("ws"), shards: 1, session_start_limit: start }];
    }
    if (path.startsWith("/attachments/")) return [404];
    if (path === "/applications/@me") return [200, { id: application, name: "Kairos" }];
    if (method === "GET" && path.endsWith("/commands")) return [200, []];
    if (method === "PUT") return [200, body];
    if (path.endsWith("/callback")) {
      if (acknowledged.has(path)) return [400, { code: 40060, message: "Interaction has already been acknowledged." }];
      acknowledged.add(path);
      return [204];
    }
    return [200, channelMessage()];
  }

  const gateway = new WebSocketServer({ server });
  const send = (socket: WebSocket, op: number, d: unknown, t: string | null = null) => {
    if (op === 0) sequence += 1;
    socket.send(JSON.stringify({ op, d, t, s: op === 0 ? sequence : null }));
  };
  gateway.on("connection", (socket) => {
    send(socket, 10, { heartbeat_interval: 40_000 });
    socket.on("close", () => greeted.delete(socket));
    socket.on("message", (data) => {
      const { op, d } = JSON.parse(data.toString()) as { readonly op: number; readonly d: Record<string, unknown> };
      if (op === 1) send(socket, 11, null);
      if (op === 6) send(socket, 0, {}, "RESUMED");
      if (op === 2 || op === 6) greeted.add(socket);
      if (op !== 2) return;
      identified = d;
      const user = { id: application, username: "kairos", discriminator: "0", avatar: null, bot: true };
      send(
        socket,
        0,
        { v: 10, user, guilds: [], session_id: "s", resume_gateway_url: address("ws"), application: { id: application, flags: 0 } },
        "READY",
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = (scheme: string) => `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    api: `${address("http")}/api`,
    received,
    identified: () => identified,
    deliver: (interaction) => {
      for (const socket of gateway.clients) send(socket, 0, interaction, "INTERACTION_CREATE");
    },
    next: (method, path, nth = 1) =>
      waitFor(() => received.filter((one) => one.method === method && path.test(one.path))[nth - 1], `${method} ${path}`),
    refuse: (path, status, code) => void refusals.push({ path, status, code }),
    sever: (path, times) => void severed.push({ path, left: times }),
    files: address("http"),
    upload: (name, bytes) => {
      const path = `/attachments/${uploads.size}/${encodeURIComponent(name)}`;
      uploads.set(path, bytes);
      return address("http") + path;
    },
    cut: () => {
      for (const socket of gateway.clients) socket.terminate();
    },
    connections: () => greeted.size,
    close: async () => {
      for (const socket of gateway.clients) socket.terminate();
      gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

let count = 0;

/** What every interaction holds: who, where, in which language. */
export interface Asker {
  readonly user: string;
  readonly locale?: string;
  readonly direct?: boolean;
  /** Runs the server. */
  readonly administrator?: boolean;
  readonly guild?: string;
}

export type Interaction = Record<string, unknown> & { readonly id: string; readonly token: string };

export function interactionFrom(
  asker: Asker,
  type: number,
  data: Record<string, unknown>,
  beside: Record<string, unknown> = {},
): Interaction {
  count += 1;
  const user = { id: asker.user, username: `user${asker.user}`, global_name: "Camille D.", discriminator: "0", avatar: null };
  const permissions = asker.administrator === true ? "8" : "0";
  const place = asker.direct
    ? { user }
    : { guild_id: asker.guild ?? guild, guild_locale: "fr", member: { user, roles: [], permissions, joined_at: "2026-01-05T08:00:00Z" } };
  return {
    id: `91${String(count).padStart(16, "0")}`,
    application_id: application,
    type,
    token: `token-${count}`,
    version: 1,
    channel_id: channel,
    channel: { id: channel, type: asker.direct ? 1 : 0 },
    locale: asker.locale ?? "fr",
    app_permissions: "0",
    entitlements: [],
    authorizing_integration_owners: {},
    context: asker.direct ? 1 : 0,
    data,
    ...place,
    ...beside,
  };
}

/** A message of the channel, with what was attached to it. */
export function channelMessage(attachments: readonly object[] = []) {
  return {
    id: "900000000000000009",
    channel_id: channel,
    author: userOf(application, "Kairos"),
    content: "",
    attachments,
    embeds: [],
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
    edited_timestamp: null,
    timestamp: "2026-11-23T09:00:00Z",
    components: [],
    flags: 64,
    type: 0,
  };
}

export function userOf(id: string, name: string) {
  return { id, username: name.toLowerCase().replace(/\W/g, ""), global_name: name, discriminator: "0", avatar: null };
}

/** A command with its sub-command and options, or the same being typed. */
export function interactionOf(
  asked: Asker & {
    readonly path: string;
    readonly options?: Readonly<Record<string, string | number | boolean | { readonly user: string } | { readonly file: object }>>;
    readonly focused?: string;
  },
): Interaction {
  const [noun = "", verb] = asked.path.split(" ");
  const users: Record<string, unknown> = {};
  const attachments: Record<string, unknown> = {};
  const options = Object.entries(asked.options ?? {}).map(([name, value]) => {
    if (typeof value !== "object") return { name, value, type: kindOf(value), ...(name === asked.focused ? { focused: true } : {}) };
    if ("user" in value) {
      users[value.user] = userOf(value.user, `Personne ${value.user.slice(-2)}`);
      return { name, value: value.user, type: 6 };
    }
    const id = `7000000000000000${name.length}`;
    attachments[id] = { id, ...value.file };
    return { name, value: id, type: 11 };
  });
  const command = { id: "900000000000000005", name: noun, type: 1, resolved: { users, attachments } };
  const nested = verb === undefined ? options : [{ name: verb, type: 1, options }];
  return interactionFrom(asked, asked.focused === undefined ? 2 : 4, { ...command, options: nested });
}

function kindOf(value: string | number | boolean): number {
  if (typeof value === "number") return 4;
  return typeof value === "boolean" ? 5 : 3;
}

async function readBody(request: IncomingMessage): Promise<{ readonly body: Record<string, unknown>; readonly files: readonly string[] }> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString("latin1");
  if (!(request.headers["content-type"] ?? "").startsWith("multipart/"))
    return { body: text === "" ? {} : JSON.parse(Buffer.concat(parts).toString()), files: [] };
  const json = /name="payload_json"\r\n(?:[^\r]+\r\n)*\r\n([^\r]*)/.exec(Buffer.concat(parts).toString())?.[1] ?? "{}";
  return { body: JSON.parse(json), files: [...text.matchAll(/filename="([^"]+)"/g)].map((match) => match[1] ?? "") };
}

async function waitFor<T>(find: () => T | undefined, what: string): Promise<T> {
  for (let tries = 0; tries < 500; tries += 1) {
    const found = find();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`never came: ${what}`);
}
