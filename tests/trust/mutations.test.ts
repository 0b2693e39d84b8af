import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allCommands } from "../bot/desk.js";
import { openScene, type Scene } from "../bot/discord/scene.js";
import { mutate } from "./mutations/run.js";

// `npm run campaign -- mutations` makes a million of them.
it("inputs that are almost right throw nothing, hang on nothing and pollute nothing", async () => {
  const { fault, read } = await mutate({ commands: await allCommands(), seed: 3, from: 0, count: 200 });
  expect(fault).toBeUndefined();
  expect([read.json.count, read.csv.count, read.xml.count, read.gateway.count]).toEqual([120, 30, 40, 10]);
});

describe("a text that every object knows", () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene();
  });
  afterAll(() => scene.close());

  it("is no file, beside one", async () => {
    const bytes = Buffer.from("session;stagiaire;date;demi-journée;statut\n");
    const file = { filename: "a.csv", url: scene.discord.upload("a.csv", bytes), size: bytes.byteLength };
    const exchange = await scene.as("coordinateur").slash("assiduite importer", { session: "constructor", fichier: { file } });
    expect((await exchange.shown()).text).toContain("est introuvable");
    expect(scene.logged).toEqual([]);
  });
});
