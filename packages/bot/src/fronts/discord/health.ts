import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Database } from "../../store/store.js";

export interface HealthParts {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly database: Pick<Database, "settings">;
  readonly gateway: { isReady(): boolean; pingMs(): number | undefined };
}

export interface Health {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Answers a supervisor: `/livez` while the process runs, `/healthz` 200 when the database and Discord answer as well,
 * else 503. States only: neither name, nor version, nor setting.
 */
export async function serveHealth({ host, port, database, gateway }: HealthParts): Promise<Health> {
  const databaseAnswers = probe(() => database.settings());
  const server = createServer((request, response) => void answer(request, response));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? "").replace(/\?.*$/, "");
    if (path !== "/healthz" && path !== "/livez") return send(response, 404, { error: "not found" });
    if (request.method !== "GET" && request.method !== "HEAD") return send(response, 405, { error: "GET or HEAD" }, { allow: "GET, HEAD" });
    if (path === "/livez") return send(response, 200, { process: "up" });
    const states = { database: stateOf(await databaseAnswers()), gateway: stateOf(gateway.isReady()) };
    const sound = states.database === "up" && states.gateway === "up";
    send(response, sound ? 200 : 503, { process: "up", ...states, pingMs: gateway.pingMs() ?? null });
  }

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** How long the database may take to answer, in milliseconds. */
const patience = 1000;

/** Does it answer in time? One question is under way at most: a database that hangs is not asked again and again. */
function probe(ask: () => Promise<unknown>): () => Promise<boolean> {
  let asked: Promise<boolean> | undefined;
  return () => {
    asked ??= ask()
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        asked = undefined;
      });
    return Promise.race([asked, late()]);
  };
}

function late(): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), patience).unref());
}

function stateOf(sound: boolean): "up" | "down" {
  return sound ? "up" : "down";
}

function send(response: ServerResponse, status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void {
  // Node leaves the body out of the answer to a HEAD.
  response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store", ...headers }).end(JSON.stringify(body));
}
