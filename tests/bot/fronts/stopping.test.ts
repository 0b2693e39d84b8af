import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type DiscordClient, discordClient } from "../../../packages/bot/src/fronts/discord/client.js";
import { silentLog } from "../../../packages/bot/src/fronts/shared/log.js";
import { interactionOf, type Loopback, startLoopback } from "./loopback.js";

let discord: Loopback;
beforeEach(async () => {
  discord = await startLoopback();
});
afterEach(() => discord.close());

const callback = ({ id, token }: { readonly id: string; readonly token: string }) => new RegExp(`^/interactions/${id}/${token}/callback$`);
const asked = { user: "800000000000000001", path: "devis liste" };

describe("a client that shares the servers with others", () => {
  it("tells Discord which part is its own, and answers for it", async () => {
    const handled: string[] = [];
    const handle = async ({ id }: { readonly id: string }) => void handled.push(id);
    const client = discordClient({ api: discord.api, shards: { ids: [1], count: 2 }, log: silentLog, handle });
    await client.start("abc.def.ghi");
    expect(discord.identified()).toMatchObject({ shard: [1, 2] });
    expect(client.isReady()).toBe(true);
    const one = interactionOf(asked);
    discord.deliver(one);
    await expect.poll(() => handled).toEqual([one.id]);
    await client.stop();
  });
});

describe("a client that stops", () => {
  it("finishes what runs, refuses what is new with a kind word, then disconnects", async () => {
    const handled: string[] = [];
    let finish: () => void = () => undefined;
    const client: DiscordClient = discordClient({
      api: discord.api,
      log: silentLog,
      handle: ({ id }) => {
        handled.push(id);
        return new Promise<void>((resolve) => {
          finish = resolve;
        });
      },
    });
    await client.start("abc.def.ghi");
    expect(client.isReady()).toBe(true);
    const first = interactionOf(asked);
    discord.deliver(first);
    await expect.poll(() => handled).toEqual([first.id]);

    let stopped = false;
    const stopping = client.stop().then(() => {
      stopped = true;
    });
    const [late, english, typing] = [
      interactionOf(asked),
      interactionOf({ ...asked, locale: "en-GB" }),
      interactionOf({ ...asked, options: { recherche: "a" }, focused: "recherche" }),
    ];
    for (const one of [late, english, typing]) discord.deliver(one);
    expect((await discord.next("POST", callback(late))).body).toMatchObject({
      type: 4,
      data: { flags: 64, content: expect.stringContaining("Kairos redémarre, réessayez dans une minute") },
    });
    expect((await discord.next("POST", callback(english))).body).toMatchObject({
      data: { content: expect.stringContaining("try again in a minute") },
    });
    expect((await discord.next("POST", callback(typing))).body).toEqual({ type: 8, data: { choices: [] } });
    expect({ handled, stopped }).toEqual({ handled: [first.id], stopped: false });

    finish();
    await stopping;
    expect(client.isReady()).toBe(false);
  });
});

/** The whole program as `npm run bot` starts it, in front of the loopback Discord. */
describe("npm run bot", { timeout: 60_000 }, () => {
  const root = fileURLToPath(new URL("../../..", import.meta.url));
  let data: string;
  let child: ChildProcess;
  let written = "";
  let ended: Promise<number | null>;
  let port: number;

  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), "kairos-stopping-"));
    port = await freePort();
    written = "";
    const { PATH = "" } = process.env;
    const env = { PATH, KAIROS_DATA: data, DISCORD_TOKEN: "abc.def.ghi", DISCORD_API: discord.api, KAIROS_HEALTH_PORT: String(port) };
    child = spawn(process.execPath, ["scripts/start.mjs", "bot"], { cwd: root, env, stdio: ["ignore", "ignore", "pipe"] });
    child.stderr?.on("data", (part) => {
      written += String(part);
    });
    ended = new Promise((resolve) => child.on("close", resolve));
    await expect.poll(() => written, { timeout: 50_000 }).toContain("Kairos est prêt dans Discord.");
  }, 60_000);
  afterEach(async () => {
    child.kill("SIGKILL");
    await ended;
    await rm(data, { recursive: true });
  });

  it("says how it is, registers nothing, and ends at SIGTERM with 0 in less than ten seconds", async () => {
    const health = await fetch(`http://127.0.0.1:${port}/healthz`);
    expect({ status: health.status, body: await health.json() }).toMatchObject({ status: 200, body: { database: "up", gateway: "up" } });
    const start = Date.now();
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
    expect(Date.now() - start).toBeLessThan(10_000);
    expect(discord.received.filter(({ method }) => method === "PUT")).toEqual([]);
    await expect(fetch(`http://127.0.0.1:${port}/livez`)).rejects.toThrow();
  });

  it("ends with 70 when the client library breaks, and says so in the log", async () => {
    // discord.js reads what is not there and throws where nobody catches, as it does in its own RESUMED.js.
    discord.deliver({ ...interactionOf(asked), entitlements: undefined });
    expect(await ended).toBe(70);
    expect(written).toContain("unhandledRejection");
    expect(written).toContain("Kairos s'arrête pour être relancé");
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}
