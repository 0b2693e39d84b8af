import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { restOf } from "../../../packages/bot/src/fronts/discord/invite.js";
import { discordMessenger } from "../../../packages/bot/src/fronts/discord/messenger.js";
import type { Message, Messenger } from "../../../packages/bot/src/notices/notice.js";
import { allCommands } from "../desk.js";
import { clerk, guild, staffRoom } from "./office.js";

const commands = await allCommands();
const direct = "900000000000000007";
const nonce = "0123456789abcdef01234567";
const message: Message = [
  {
    text: {
      fr: "Devis DEV-2026-0001, soumis le 02/11/2026 : à relancer.",
      en: "Quote DEV-2026-0001, submitted on 2026-11-02: to follow up.",
    },
  },
  { text: { fr: "Voir", en: "See" }, command: "/devis voir reference:DEV-2026-0001" },
];

interface Asked {
  readonly route: string;
  readonly body: unknown;
}

let server: Server;
let asked: Asked[];
/** What the next requests of a route answer, before they answer as usual. */
let faults: Map<string, (readonly [status: number, code: number])[]>;
let features: readonly string[];
let messenger: Messenger;

const usual = (): Readonly<Record<string, unknown>> => ({
  [`GET /guilds/${guild}`]: { id: guild, preferred_locale: "en-US", features },
  [`GET /guilds/${guild}/members/${clerk}`]: { user: { id: clerk } },
  "POST /users/@me/channels": { id: direct, type: 1 },
  [`GET /channels/${staffRoom}`]: { id: staffRoom, type: 0, guild_id: guild },
  [`POST /channels/${direct}/messages`]: { id: "1" },
  [`POST /channels/${staffRoom}/messages`]: { id: "1" },
});

beforeEach(async () => {
  [asked, faults, features] = [[], new Map(), []];
  server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const text = Buffer.concat(parts).toString();
    const route = `${request.method} ${decodeURIComponent(request.url ?? "").replace("/api/v10", "")}`;
    asked.push({ route, body: text === "" ? undefined : JSON.parse(text) });
    const [status, code] = faults.get(route)?.shift() ?? [route in usual() ? 200 : 404, 0];
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(status === 200 ? usual()[route] : { code, message: "refused by the test" }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const rest = restOf(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api`, "abc.def.ghi");
  messenger = discordMessenger(rest, commands);
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const tell = () => messenger.tell({ guild, person: clerk }, message, nonce);
const post = (channel = staffRoom) => messenger.post({ guild, channel, person: clerk }, message, nonce);
const lastBody = () => asked.at(-1)?.body;

describe("a private message", () => {
  it("goes to a member, once for its nonce, and calls nobody", async () => {
    expect(await tell()).toBe("sent");
    expect(asked.map(({ route }) => route)).toEqual([
      `GET /guilds/${guild}/members/${clerk}`,
      "POST /users/@me/channels",
      `GET /guilds/${guild}`,
      `POST /channels/${direct}/messages`,
    ]);
    expect(lastBody()).toEqual({
      content: "Devis DEV-2026-0001, soumis le <t:1793615400:d>\u00a0: à relancer.\nVoir → `/devis voir reference:DEV-2026-0001`",
      nonce,
      enforce_nonce: true,
      allowed_mentions: { parse: [], users: [] },
    });
  });

  it("is in English only in a community that chose another language than French", async () => {
    features = ["COMMUNITY"];
    await tell();
    expect(lastBody()).toMatchObject({
      content: "Quote DEV-2026-0001, submitted on <t:1793615400:d>: to follow up.\nSee → `/quote show reference:DEV-2026-0001`",
    });
    await tell();
    expect(asked.filter(({ route }) => route === `GET /guilds/${guild}`)).toHaveLength(1);
  });

  it.each([
    ["POST /users/@me/channels", 403, 50007, "closed"],
    [`POST /channels/${direct}/messages`, 403, 50007, "closed"],
    [`POST /channels/${direct}/messages`, 403, 50278, "closed"],
    [`GET /guilds/${guild}/members/${clerk}`, 404, 10007, "gone"],
    [`GET /guilds/${guild}/members/${clerk}`, 404, 10013, "gone"],
    [`GET /guilds/${guild}/members/${clerk}`, 404, 10004, "gone"],
    [`GET /guilds/${guild}/members/${clerk}`, 403, 50001, "gone"],
  ])("%s %i %i: %s", async (route, status, code, outcome) => {
    faults.set(route, [[status, code]]);
    expect(await tell()).toBe(outcome);
    expect(asked.at(-1)?.route).toBe(route);
  });

  it("is asked again with the same nonce while Discord fails, then given up for later", async () => {
    const route = `POST /channels/${direct}/messages`;
    faults.set(route, [
      [500, 0],
      [502, 0],
    ]);
    expect(await tell()).toBe("sent");
    const attempts = asked.filter((one) => one.route === route).map(({ body }) => (body as { nonce: string }).nonce);
    expect(attempts).toEqual([nonce, nonce, nonce]);
    faults.set(
      route,
      Array.from({ length: 20 }, () => [500, 0] as const),
    );
    await expect(tell()).rejects.toThrow();
  });

  it("that is refused for a reason of ours is an error", async () => {
    faults.set(`POST /channels/${direct}/messages`, [[400, 50035]]);
    await expect(tell()).rejects.toMatchObject({ code: 50035 });
  });
});

describe("a message in the staff channel", () => {
  it("calls the person and nobody else", async () => {
    expect(await post()).toBe("sent");
    expect(lastBody()).toMatchObject({
      content: expect.stringMatching(new RegExp(`^<@${clerk}> Devis`)),
      nonce,
      enforce_nonce: true,
      allowed_mentions: { parse: [], users: [clerk] },
    });
  });

  it.each([
    [`GET /channels/${staffRoom}`, 404, 10003],
    [`GET /channels/${staffRoom}`, 403, 50001],
    [`POST /channels/${staffRoom}/messages`, 403, 50013],
    [`POST /channels/${staffRoom}/messages`, 400, 50008],
  ])("%s %i %i: missing", async (route, status, code) => {
    faults.set(route, [[status, code]]);
    expect(await post()).toBe("missing");
  });

  it("is never written in a channel of another server", async () => {
    expect(await messenger.post({ guild: "1098765432109876000", channel: staffRoom, person: clerk }, message, nonce)).toBe("missing");
    expect(asked.map(({ route }) => route)).toEqual([`GET /channels/${staffRoom}`]);
  });
});
