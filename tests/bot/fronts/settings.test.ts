import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../../packages/bot/src/config.js";
import { readArguments } from "../../../packages/bot/src/fronts/console/arguments.js";
import { hasColours } from "../../../packages/bot/src/fronts/shared/output.js";

const faults = (env: Record<string, string>, readFile?: (path: string) => string) => {
  const read = readConfig(env, readFile);
  return read.ok ? [] : read.faults.map(({ fr }) => fr);
};

describe("the environment", () => {
  it("has a default for everything", () => {
    expect(readConfig({ PATH: "/bin", KAIROS_LANG: " " })).toEqual({
      ok: true,
      config: {
        data: "kairos-data",
        language: "fr",
        database: undefined,
        as: undefined,
        logLevel: undefined,
        health: undefined,
        discord: { token: undefined, api: undefined, cdn: undefined, shards: undefined, guilds: [] },
      },
    });
  });

  it("says one sentence per fault and never the value", () => {
    const found = faults({ KAIROS_LANG: "de", KAIROS_LOG: "loud", DISCORD_TOKEN: "se cret", DISCORD_API: "ftp://x", DISCORD_GUILDS: "12" });
    expect(found).toMatchInlineSnapshot(`
      [
        "KAIROS_LANG vaut fr ou en.",
        "KAIROS_LOG vaut silent, error, warn, info ou debug.",
        "DISCORD_TOKEN contient un espace ou un retour à la ligne : recopiez le jeton depuis le portail des développeurs de Discord.",
        "DISCORD_API est une adresse http(s), réservée aux essais.",
        "DISCORD_GUILDS est une liste d'identifiants de serveurs séparés par des virgules.",
      ]
    `);
    expect(found.join()).not.toMatch(/se cret|loud/);
  });

  it("takes a share of the servers, and none that does not exist", () => {
    expect(readConfig({ DISCORD_SHARDS: "0,2/4" })).toMatchObject({ config: { discord: { shards: { ids: [0, 2], count: 4 } } } });
    for (const wrong of ["0", "4/4", "0/0", "0,/2", "a/2", "0/2/3", "-1/2"])
      expect(faults({ DISCORD_SHARDS: wrong })).toEqual([expect.stringMatching(/^DISCORD_SHARDS dit quelles parts/)]);
  });

  it("puts the health endpoint on this machine only, unless told otherwise", () => {
    expect(readConfig({ KAIROS_HEALTH_PORT: "8080" })).toMatchObject({ config: { health: { host: "127.0.0.1", port: 8080 } } });
    expect(readConfig({ KAIROS_HEALTH_PORT: "8080", KAIROS_HEALTH_HOST: "::" })).toMatchObject({ config: { health: { host: "::" } } });
    expect(readConfig({ KAIROS_HEALTH_HOST: "::" })).toMatchObject({ config: { health: undefined } });
    for (const port of ["0", "65536", "80a", "-1", "8.5"])
      expect(faults({ KAIROS_HEALTH_PORT: port })).toEqual(["KAIROS_HEALTH_PORT est un port, de 1 à 65535 : 8080."]);
    expect(faults({ KAIROS_HEALTH_HOST: "http://x/" })).toHaveLength(1);
  });

  it("takes another origin of attachments, and nothing but an origin", () => {
    expect(readConfig({ DISCORD_CDN: "http://127.0.0.1:9/" })).toMatchObject({ config: { discord: { cdn: "http://127.0.0.1:9" } } });
    for (const address of ["127.0.0.1", "ftp://x", "http://x/path", "http://x?a", "http://user@x", "x"])
      expect(faults({ DISCORD_CDN: address })).toEqual(["DISCORD_CDN est une origine http(s) sans chemin, réservée aux essais."]);
  });

  it("reads the token from a file, and refuses two tokens or an empty file", () => {
    const read = readConfig({ DISCORD_TOKEN_FILE: "/run/token" }, () => "abc.def.ghi\n");
    expect(read.ok && read.config.discord.token?.reveal()).toBe("abc.def.ghi");
    expect(faults({ DISCORD_TOKEN: "a", DISCORD_TOKEN_FILE: "b" })).toHaveLength(1);
    expect(faults({ DISCORD_TOKEN_FILE: "b" }, () => " ")).toHaveLength(1);
    expect(faults({ DISCORD_TOKEN_FILE: "/nowhere/at/all" })).toHaveLength(1);
  });

  it("takes the address of a PostgreSQL database, by itself or in a file, and shows it nowhere", () => {
    const address = "postgres://kairos:s3cret@db.example/kairos?sslmode=verify-full";
    for (const read of [readConfig({ DATABASE_URL: address }), readConfig({ DATABASE_URL_FILE: "/run/url" }, () => `${address}\n`)]) {
      expect(read.ok && read.config.database?.reveal()).toBe(address);
      expect(inspect(read, { depth: 9 }) + JSON.stringify(read)).not.toContain("s3cret");
    }
    const onSocket = readConfig({ DATABASE_URL: "postgres:///kairos?host=/run/postgresql" });
    expect(onSocket.ok).toBe(true);
    for (const wrong of ["mysql://x/y", "kairos", "http://x"]) {
      expect(faults({ DATABASE_URL: wrong })).toEqual([expect.stringMatching(/^DATABASE_URL est l'adresse d'une base PostgreSQL/)]);
      expect(faults({ DATABASE_URL_FILE: "/run/url" }, () => wrong)).toEqual([expect.stringMatching(/^DATABASE_URL_FILE désigne/)]);
    }
    expect(faults({ DATABASE_URL: address, DATABASE_URL_FILE: "/run/url" })).toEqual([
      "DATABASE_URL et DATABASE_URL_FILE sont donnés ensemble : gardez-en un seul.",
    ]);
    expect(faults({ DATABASE_URL_FILE: "/run/url" }, () => `${address}\n${address}`)).toHaveLength(1);
  });

  it("hides the token from whatever prints the configuration", () => {
    const read = readConfig({ DISCORD_TOKEN: "abc.def.ghi", DISCORD_GUILDS: "123456789012345678, 223456789012345678" });
    expect(inspect(read, { depth: 9 }) + JSON.stringify(read)).not.toContain("abc.def");
    expect(read).toMatchObject({ config: { discord: { guilds: ["123456789012345678", "223456789012345678"] } } });
  });
});

describe("the arguments", () => {
  it.each([
    [[], { mode: "start" }],
    [["--fresh"], { mode: "start" }],
    [["--no-tour"], { mode: "desk" }],
    [["desk", "--as", "nadia"], { mode: "desk", as: "nadia" }],
    [["bot"], { mode: "bot", check: false }],
    [["bot", "--check"], { mode: "bot", check: true }],
    [["deploy"], { mode: "deploy" }],
    [["backup"], { mode: "backup", line: "" }],
    [["backup", "cle/kairos"], { mode: "backup", line: "cle/kairos" }],
    [["restore", "f.sqlite", "--replace"], { mode: "restore", line: "f.sqlite", replace: true }],
    [["--help", "--lang", "en"], { mode: "help", language: "en" }],
    [["run", "/devis liste", "--json", "--data", "d"], { mode: "run", line: "/devis liste", json: true, data: "d" }],
  ])("%j", (argv, expected) => {
    expect(readArguments(argv)).toMatchObject({ ok: true, asked: expected });
  });

  it.each([
    [["--jason"]],
    [["run"]],
    [["run", "/devis", "liste"]],
    [["desk", "x"]],
    [["visite"]],
    [["--lang", "de"]],
    [["--as"]],
    [["--json"]],
    [["--check"]],
    [["deploy", "--check"]],
  ])("refuses %j", (argv) => {
    expect(readArguments(argv)).toMatchObject({ ok: false });
  });
});

describe("colours", () => {
  it.each([
    [true, {}, true],
    [false, {}, false],
    [true, { NO_COLOR: "1" }, false],
    [false, { FORCE_COLOR: "1" }, true],
    [true, { FORCE_COLOR: "0" }, false],
    [true, { TERM: "dumb" }, false],
  ])("terminal %s with %j: %s", (terminal, env, expected) => {
    expect(hasColours(terminal, env)).toBe(expected);
  });
});
