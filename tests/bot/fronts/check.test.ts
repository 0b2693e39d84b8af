import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "../../../packages/bot/src/config.js";
import { checkSetUp } from "../../../packages/bot/src/fronts/discord/check.js";
import { deployCommands } from "../../../packages/bot/src/fronts/discord/deploy.js";
import { restOf } from "../../../packages/bot/src/fronts/discord/invite.js";
import { sayDeployment } from "../../../packages/bot/src/fronts/discord/start.js";
import { silentLog } from "../../../packages/bot/src/fronts/shared/log.js";
import { allCommands } from "../desk.js";

const application = "900000000000000001";
const guild = "900000000000000002";
const commands = await allCommands();

/** What Discord's REST API has of one application's commands, by the path of their list. */
const lists = new Map<string, readonly object[]>();
const writes: string[] = [];
/** A server the bot was never invited to. */
const closed = "900000000000000099";
let server: Server;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kairos-check-"));
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => void parts.push(part));
    request.on("end", () => {
      const { pathname, searchParams } = new URL(request.url ?? "", "http://discord");
      const [status, answer] = respond(request.method ?? "", pathname.replace("/api/v10", ""), {
        text: Buffer.concat(parts).toString(),
        token: request.headers.authorization,
        translated: searchParams.get("with_localizations") === "true",
      });
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterEach(() => {
  lists.clear();
  writes.length = 0;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

function respond(
  method: string,
  path: string,
  { text, token, translated }: { readonly text: string; readonly token: string | undefined; readonly translated: boolean },
): readonly [number, unknown] {
  if (token !== "Bot abc.def.ghi") return [401, { code: 0, message: "401: Unauthorized" }];
  if (path === "/applications/@me") return [200, { id: application, name: "Kairos essai", flags: 0 }];
  if (path.includes(closed)) return [403, { code: 50001, message: "Missing Access" }];
  if (method === "PUT") {
    writes.push(path);
    const list = (JSON.parse(text) as readonly object[]).map((command) => ({
      ...command,
      id: "900000000000000010",
      version: "1",
      nsfw: false,
    }));
    lists.set(path, list);
    return [200, list];
  }
  const untranslated = (command: object) => ({ ...command, name_localizations: undefined });
  return [200, (lists.get(path) ?? []).map((command) => (translated ? command : untranslated(command)))];
}

interface Run {
  readonly env?: Readonly<Record<string, string>>;
  readonly by: typeof deployCommands | typeof checkSetUp;
}

const api = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;

async function run({ env = {}, by }: Run) {
  const read = readConfig({ KAIROS_DATA: folder, DISCORD_API: api(), DISCORD_TOKEN: "abc.def.ghi", ...env });
  if (!read.ok) throw new Error("the test's own environment is wrong");
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const output = { say, remark: say, colours: false, width: 80 };
  return { outcome: await by({ config: read.config, commands, output, log: silentLog }), said: said.join("\n") };
}

describe("npm run deploy-commands", () => {
  it("writes the whole list everywhere, once, and names what changed", async () => {
    const first = await run({ by: deployCommands });
    expect(first).toMatchObject({
      outcome: "done",
      said: expect.stringMatching(/^Partout : \d+ commandes déployées ; nouvelles : .*\/devis/),
    });
    expect(await run({ by: deployCommands })).toMatchObject({ said: expect.stringMatching(/^Partout : déjà à jour \(\d+ commandes\)\.$/) });
    expect(writes).toEqual([`/applications/${application}/commands`]);
    const [path = ""] = writes;
    lists.set(path, [{ type: 1, name: "ancienne" }, ...(lists.get(path) ?? []).slice(1)]);
    expect((await run({ by: deployCommands })).said).toMatch(/nouvelles : \/acces ; retirées : \/ancienne\.$/);
  });

  it("writes in each server of DISCORD_GUILDS and nowhere else", async () => {
    const { said } = await run({ by: deployCommands, env: { DISCORD_GUILDS: guild } });
    expect(said).toContain(`Serveur ${guild} : `);
    expect(writes).toEqual([`/applications/${application}/guilds/${guild}/commands`]);
  });

  it("says in one sentence why it could not", async () => {
    const refused = await run({ by: deployCommands, env: { DISCORD_TOKEN: "wrong" } });
    expect(refused).toEqual({ outcome: "usage", said: expect.stringContaining("Discord refuse le jeton") });
    const outside = await run({ by: deployCommands, env: { DISCORD_GUILDS: closed } });
    expect(outside).toEqual({ outcome: "usage", said: expect.stringContaining("n'est pas dans un des serveurs de DISCORD_GUILDS") });
    const silent = await run({ by: deployCommands, env: { DISCORD_API: "http://127.0.0.1:9/api" } });
    expect(silent).toEqual({ outcome: "failed", said: expect.stringContaining("Discord ne répond pas") });
  });
});

describe("npm run bot -- --check", () => {
  it("names the application, gives the invite link, and says when the commands are missing", async () => {
    const before = await run({ by: checkSetUp });
    expect(before.outcome).toBe("usage");
    expect(before.said).toContain("✔ Jeton accepté : application « Kairos essai ».");
    expect(before.said).toContain(`client_id=${application}`);
    expect(before.said).toMatch(/✖ Partout : lancez npm run deploy-commands \(nouvelles : /);
    await run({ by: deployCommands });
    const after = await run({ by: checkSetUp });
    expect(after).toMatchObject({ outcome: "done", said: expect.stringContaining("✔ Partout : commandes à jour.") });
    expect(writes).toHaveLength(1);
  });

  it("says where to get a token, that one is refused, and never shows it", async () => {
    const none = await run({ by: checkSetUp, env: { DISCORD_TOKEN: "" } });
    expect(none).toEqual({ outcome: "usage", said: expect.stringContaining("https://discord.com/developers/applications") });
    const wrong = await run({ by: checkSetUp, env: { DISCORD_TOKEN: "wrong.token" } });
    expect(wrong).toEqual({ outcome: "usage", said: expect.stringContaining("✖ Discord refuse le jeton") });
    expect(wrong.said).not.toContain("wrong.token");
  });

  it("looks at the data folder and leaves it as it is", async () => {
    const fresh = join(folder, "not", "yet");
    expect((await run({ by: checkSetUp, env: { KAIROS_DATA: fresh } })).said).toContain(`✔ Dossier des données : ${fresh}.`);
    const file = join(folder, "a-file");
    await writeFile(file, "");
    expect((await run({ by: checkSetUp, env: { KAIROS_DATA: join(file, "data") } })).said).toContain("✖ Dossier des données impossible");
    expect(await readdir(folder)).toEqual(["a-file"]);
  });
});

describe("a bot that has just started", () => {
  const start = async () => {
    const said: string[] = [];
    const rest = restOf(api(), "abc.def.ghi");
    await sayDeployment({ rest, commands, guilds: [], log: silentLog, say: ({ fr }) => void said.push(fr) });
    return said;
  };

  it("gives the invite link, says when the commands are not deployed, and writes nothing", async () => {
    expect(await start()).toEqual([
      expect.stringContaining(`client_id=${application}`),
      expect.stringMatching(/^Partout : les commandes ne sont pas à jour, lancez npm run deploy-commands \(nouvelles : /),
    ]);
    expect(writes).toEqual([]);
    await run({ by: deployCommands });
    expect(await start()).toHaveLength(1);
  });
});
