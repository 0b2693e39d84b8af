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
  readonly close: () => Promise<void>;
}

export const application = "900000000000000001";
export const guild = "900000000000000002";
const channel = "900000000000000003";

export async function startLoopback(): Promise<Loopback> {
  const received: Received[] = [];
  const acknowledged = new Set<string>();
  const refusals: { readonly path: RegExp; readonly status: number; readonly code: number }[] = [];
  let identified: Record<string, unknown> | undefined;
  let sequence = 0;
  const server = createServer((request, response) => {
    void readBody(request).then(({ body, files }) => {
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
    if (method === "PUT") return [200, body];
    if (path.endsWith("/callback")) {
      if (acknowledged.has(path)) return [400, { code: 40060, message: "Interaction has already been acknowledged." }];
      acknowledged.add(path);
      return [204];
    }
    return [
      200,
      {
        id: "900000000000000009",
        channel_id: channel,
        content: "",
        attachments: [],
        embeds: [],
        timestamp: "2026-11-23T09:00:00Z",
        type: 0,
      },
    ];
  }

  const gateway = new WebSocketServer({ server });
  const send = (socket: WebSocket, op: number, d: unknown, t: string | null = null) => {
    if (op === 0) sequence += 1;
    socket.send(JSON.stringify({ op, d, t, s: op === 0 ? sequence : null }));
  };
  gateway.on("connection", (socket) => {
    send(socket, 10, { heartbeat_interval: 40_000 });
    socket.on("message", (data) => {
      const { op, d } = JSON.parse(data.toString()) as { readonly op: number; readonly d: Record<string, unknown> };
      if (op === 1) send(socket, 11, null);
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
    close: async () => {
      for (const socket of gateway.clients) socket.terminate();
      gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

let count = 0;

/** An interaction as Discord sends it: `command` with its sub-command and options, or the same being typed. */
export function interactionOf(asked: {
  readonly user: string;
  readonly path: string;
  readonly options?: Readonly<Record<string, string | number | boolean>>;
  readonly focused?: string;
  readonly locale?: string;
  readonly direct?: boolean;
}): Record<string, unknown> & { readonly id: string; readonly token: string } {
  count += 1;
  const [noun = "", verb] = asked.path.split(" ");
  const options = Object.entries(asked.options ?? {}).map(([name, value]) => ({
    name,
    value,
    type: typeof value === "number" ? 4 : typeof value === "boolean" ? 5 : 3,
    ...(name === asked.focused ? { focused: true } : {}),
  }));
  const user = { id: asked.user, username: `user${asked.user}`, global_name: "Camille D.", discriminator: "0", avatar: null };
  const place = asked.direct
    ? { user }
    : { guild_id: guild, guild_locale: "fr", member: { user, roles: [], permissions: "0", joined_at: "2026-01-05T08:00:00Z" } };
  return {
    id: `91${String(count).padStart(16, "0")}`,
    application_id: application,
    type: asked.focused === undefined ? 2 : 4,
    token: `token-${count}`,
    version: 1,
    channel_id: channel,
    channel: { id: channel, type: asked.direct ? 1 : 0 },
    locale: asked.locale ?? "fr",
    app_permissions: "0",
    entitlements: [],
    authorizing_integration_owners: {},
    context: asked.direct ? 1 : 0,
    data: { id: "900000000000000005", name: noun, type: 1, options: verb === undefined ? options : [{ name: verb, type: 1, options }] },
    ...place,
  };
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
