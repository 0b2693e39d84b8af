import { afterEach, describe, expect, it } from "vitest";
import { type Health, serveHealth } from "../../../packages/bot/src/fronts/discord/health.js";
import { openDatabase } from "../../../packages/bot/src/store/database.js";
import { sha256 } from "../desk.js";

let health: Health;
let ready = true;
afterEach(async () => {
  await health.close();
  ready = true;
});

const gateway = { isReady: () => ready, pingMs: () => (ready ? 42 : undefined) };

async function serve(settings: () => Promise<Readonly<Record<string, string | number>>>) {
  health = await serveHealth({ host: "127.0.0.1", port: 0, database: { settings }, gateway });
}

async function get(path: string, method = "GET") {
  const response = await fetch(`http://127.0.0.1:${health.port}${path}`, { method });
  const text = await response.text();
  return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
}

describe("the health endpoint", () => {
  it("is sound when the database and Discord answer", async () => {
    const database = await openDatabase({ file: ":memory:", digest: sha256 });
    await serve(() => database.settings());
    expect(await get("/healthz?from=probe")).toEqual({
      status: 200,
      body: { process: "up", database: "up", gateway: "up", pingMs: 42 },
    });
    expect(await get("/healthz", "HEAD")).toEqual({ status: 200, body: undefined });
    ready = false;
    expect(await get("/healthz")).toEqual({ status: 503, body: { process: "up", database: "up", gateway: "down", pingMs: null } });
    ready = true;
    await database.close();
    expect(await get("/healthz")).toMatchObject({ status: 503, body: { database: "down" } });
    expect(await get("/livez")).toEqual({ status: 200, body: { process: "up" } });
  });

  it("does not wait for a database that hangs, nor ask it again", async () => {
    let asked = 0;
    await serve(() => {
      asked += 1;
      return new Promise(() => undefined);
    });
    const start = Date.now();
    const answers = await Promise.all([get("/healthz"), get("/healthz"), get("/healthz")]);
    expect(Date.now() - start).toBeLessThan(5000);
    for (const answer of answers) expect(answer).toMatchObject({ status: 503, body: { process: "up", database: "down" } });
    expect(asked).toBe(1);
  });

  it("knows nothing else, and refuses to be written to", async () => {
    await serve(() => Promise.resolve({}));
    expect((await get("/")).status).toBe(404);
    expect((await get("/healthz/x")).status).toBe(404);
    expect((await get("/healthz", "POST")).status).toBe(405);
  });

  it("says at once that its port is taken", async () => {
    await serve(() => Promise.resolve({}));
    const again = serveHealth({ host: "127.0.0.1", port: health.port, database: { settings: () => Promise.resolve({}) }, gateway });
    await expect(again).rejects.toMatchObject({ code: "EADDRINUSE" });
  });
});
