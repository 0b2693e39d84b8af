import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { dayOf } from "@kairos/core";
import PostalMime from "postal-mime";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemClock } from "../../packages/bot/src/fronts/console/clock.js";
import { consoleWorkspace, perform } from "../../packages/bot/src/fronts/console/desk.js";
import { personOrNobody } from "../../packages/bot/src/fronts/console/person.js";
import { openDesk, type TestDesk } from "./desk.js";
import { ids, openScene, type Scene } from "./discord/scene.js";
import { aDrawnPng, chunk } from "./files/picture-samples.js";
import { guild } from "./fronts/loopback.js";
import { confidential, picked, sending } from "./mailing.js";

const nir = "185057800608491";
const latin1 = (text: string) => Buffer.from(text, "latin1");

describe("a screenshot that is kept", () => {
  let folder: string;
  let desk: TestDesk;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "kairos-screenshots-"));
    desk = await openDesk({ file: join(folder, "desk.sqlite"), more: [sending] });
  });
  afterAll(async () => {
    await desk.close();
    await rm(folder, { recursive: true, force: true });
  });
  const send = (name: string, bytes: Uint8Array) =>
    desk.type("coordinateur", `/essai capture capture:"${name}"`, { capture: { name, bytes } });
  const everything = async () => Buffer.concat(await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name)))));

  it("leaves by mail as it shows, with nothing of its name nor of what it hid", async () => {
    const name = `Camille Durand ${nir}.png`;
    const answer = await send(name, aDrawnPng({ before: [chunk("tEXt", latin1("CANARI"))] }));
    expect([answer.outcome, answer.files.map((one) => one.name)]).toEqual(["done", ["INC-2026-0001.eml"]]);
    const mail = await PostalMime.parse(Buffer.from(answer.files[0]?.bytes ?? ""));
    expect([mail.to?.[0]?.address, mail.subject, mail.text]).toEqual(["aide@exemple.test", "Écran", "Bonjour,\n"]);
    expect(mail.attachments.map(({ filename, content }) => [filename, Buffer.from(content as ArrayBuffer)])).toEqual([
      ["INC-2026-0001.txt", Buffer.from("Dossier\n")],
      ["INC-2026-0001-1.png", aDrawnPng()],
    ]);
    const kept = (await everything()).toString("latin1");
    for (const trace of [nir, "CANARI"]) expect(kept, trace).not.toContain(trace);
  });

  it("is not, when it is refused: nothing of it is stored", async () => {
    const before = await desk.database.read("test", "all", (store) => store.audit.head());
    for (const [name, bytes] of [
      ["x.png", aDrawnPng({ after: "REFUSE" })],
      ["../../x.png", Buffer.concat([aDrawnPng(), latin1("REFUSE")])],
      ["x.png", latin1("<html>REFUSE")],
    ] as const) {
      const answer = await send(name, bytes);
      expect([answer.outcome, answer.reply.problems?.map(({ code }) => code)]).toEqual(["invalid", ["input.not-a-file"]]);
    }
    expect((await everything()).includes("REFUSE")).toBe(false);
    expect((await desk.database.read("test", "all", (store) => store.audit.head()))?.sequence).toBe((before?.sequence ?? 0) + 3);
  });
});

describe("a mail of an answer, in a terminal", () => {
  it("is written in the documents folder, with what goes along", async () => {
    const folder = await mkdtemp(join(tmpdir(), "kairos-mails-"));
    const opened = await openDesk({ workspace: consoleWorkspace, more: [sending] });
    try {
      await writeFile(join(folder, "écran.png"), aDrawnPng());
      const { commands, database, dispatch } = opened;
      const documents = join(folder, "documents");
      const desk = { commands, database, dispatch, clock: systemClock, dayOf, language: "fr", documents } as const;
      const { written } = await perform(desk, personOrNobody("lea"), `/essai capture capture:${join(folder, "écran.png")}`);
      expect(written.map((path) => basename(path))).toEqual(["INC-2026-0001.eml"]);
      const mail = await PostalMime.parse(await readFile(written[0] ?? ""));
      expect(mail.attachments.map(({ filename }) => filename)).toEqual(["INC-2026-0001.txt", "INC-2026-0001-1.png"]);
    } finally {
      await opened.close();
      await rm(folder, { recursive: true });
    }
  });
});

describe("a mail of an answer, in Discord", () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene({ more: [picked, confidential, { ...confidential, verb: "courriel", path: "essai courriel", run: mailed }] });
  });
  afterAll(() => scene.close());
  const mailed: typeof confidential.run = () =>
    Promise.resolve({ outcome: "done", mails: [{ fileName: "INC-2026-0001.eml", subject: "A", text: "a", attachments: [] }] });

  it("is handed out to who asked, and to nobody else", async () => {
    const exchange = await scene.as("gestionnaire").slash("essai courriel");
    expect(exchange.acknowledged.body).toMatchObject({ data: { flags: 64 } });
    expect((await exchange.shown()).files).toEqual(["INC-2026-0001.eml"]);
  });

  it("asks again for the screenshot of a message whose name tells somebody's number, and keeps no part of that while its form waits", async () => {
    const filename = `carte_${nir}.png`;
    const bytes = aDrawnPng();
    const person = scene.as("gestionnaire");
    const attached = { filename, url: scene.discord.upload("carte.png", bytes), size: bytes.byteLength };
    const { interaction } = await person.onMessage("Envoyer la capture", [attached]);
    const draft = await scene.desk.database.drafts.get(guild, interaction.id);
    expect(draft?.files).toEqual({});
    expect(JSON.stringify(draft)).not.toContain(nir);
    expect(draft?.steps.flat()).toContain("capture");
  });

  it("goes to the folder when something in it may not pass through a chat", async () => {
    const shown = await (await scene.as("gestionnaire").slash("essai secret")).shown();
    expect([shown.files, scene.kept]).toEqual([[], ["a.eml"]]);
  });

  it("goes to the folder when the workspace keeps its documents there", async () => {
    await scene.desk.type(ids.rgc, "/organisme regler parametre:documents valeur:dossier");
    const shown = await (await scene.as("gestionnaire").slash("essai courriel")).shown();
    expect([shown.files, scene.kept]).toEqual([[], ["a.eml", "INC-2026-0001.eml"]]);
    expect(shown.text).toContain("INC-2026-0001.eml");
  });
});
