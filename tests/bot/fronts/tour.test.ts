import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dayOf } from "@kairos/core";
import { renderPdf } from "@kairos/pdf";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readConfig } from "../../../packages/bot/src/config.js";
import { dispatchThrough } from "../../../packages/bot/src/dispatch.js";
import { readArguments } from "../../../packages/bot/src/fronts/console/arguments.js";
import { instantInParis } from "../../../packages/bot/src/fronts/console/clock.js";
import { startConsole } from "../../../packages/bot/src/fronts/console/start.js";
import { prepareTourFolder } from "../../../packages/bot/src/fronts/console/tour-folder.js";
import { readTranscript } from "../../../packages/bot/src/fronts/console/transcript.js";
import { openDatabase } from "../../../packages/bot/src/store/database.js";
import type { Database } from "../../../packages/bot/src/store/store.js";
import { allCommands, sha256 } from "../desk.js";
import { recorded } from "./founded.js";

let data: string;
const opened: Database[] = [];
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), "kairos-tour-"));
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.close()));
  await rm(data, { recursive: true });
});

async function play(transcript: string, folder = data) {
  const file = join(data, "tour.txt");
  await writeFile(file, transcript);
  const read = readConfig({ KAIROS_DATA: join(folder, "kairos-data") });
  const asked = readArguments([]);
  if (!read.ok || !asked.ok) throw new Error("unreadable");
  const output = recorded();
  const commands = await allCommands();
  const code = await startConsole(asked.asked, {
    config: read.config,
    output,
    terminal: { input: process.stdin, screen: process.stdout, interactive: false },
    tourFile: file,
    openDesk: async (path, clock) => {
      const database = await openDatabase({ file: join(path, "desk.sqlite"), digest: sha256 });
      opened.push(database);
      const dispatch = dispatchThrough({ commands, database, clock: () => clock.now(), dayOf, render: renderPdf, report: () => undefined });
      return { commands, database, dispatch, clock, dayOf, language: "fr", documents: join(path, "documents") };
    },
  });
  await Promise.all(opened.splice(0).map((database) => database.close()));
  return { code, ...output };
}

const shortTour = `# Une visite courte.
@ 2026-11-16T09:00
rgc ▸ /organisme demarrer siret:99900014400017 nom:Trois Rivières

rgc > /devis liste => denied
rgc ▸ /devis nimporte => invalid`;

describe("the guided tour", () => {
  it("plays a transcript, and prints the same the second time", async () => {
    const first = await play(shortTour);
    const second = await play(shortTour);
    expect(first.code).toBe(0);
    expect(first.said).toEqual(second.said);
    expect(first.said.join("\n")).toContain("rgc ▸ /organisme demarrer siret:99900014400017 nom:Trois Rivières\n  ");
  });

  it("stops at the first surprise and names the line", async () => {
    const { code, remarked } = await play(shortTour.replace(" => denied", ""));
    expect(code).toBe(1);
    expect(remarked).toEqual(["La visite s'arrête à la ligne 5 : la réponse attendue était « done », la réponse reçue est « denied »."]);
  });

  it("says which line it cannot read", async () => {
    expect((await play("rgc /devis liste")).remarked[0]).toContain("ligne 1");
    expect(readTranscript("@ demain")).toMatchObject({ ok: false });
  });

  it("is the one that the project ships, from beginning to end", async () => {
    const tour = await readFile(new URL("../../../examples/tour.txt", import.meta.url), "utf8");
    const { code, remarked, said } = await play(tour);
    expect({ code, remarked }).toEqual({ code: 0, remarked: [] });
    expect(said.length).toBeGreaterThan(50);
  });

  it("removes only what an earlier tour noted as its own", async () => {
    const first = await prepareTourFolder(data);
    if (!first.ok) throw new Error("refused");
    await mkdir(join(first.folder.path, "documents"));
    await writeFile(join(first.folder.path, "desk.sqlite"), "");
    for (const name of ["ours.pdf", "theirs.pdf"]) await writeFile(join(first.folder.path, "documents", name), "");
    await first.folder.note(join(first.folder.path, "documents", "ours.pdf"));
    await first.folder.release();
    const second = await prepareTourFolder(data);
    expect(second).toMatchObject({ ok: true, folder: { path: first.folder.path } });
    expect(await readdir(join(first.folder.path, "documents"))).toEqual(["theirs.pdf"]);
    expect(await readdir(first.folder.path)).not.toContain("desk.sqlite");
  });

  it("refuses a folder it did not create, and leaves a running tour alone", async () => {
    await mkdir(join(data, "visite"));
    await writeFile(join(data, "visite", "theirs.txt"), "kept");
    expect(await prepareTourFolder(data)).toMatchObject({ ok: false });
    expect(await readdir(join(data, "visite"))).toEqual(["theirs.txt"]);
    await rm(join(data, "visite"), { recursive: true });
    const running = await prepareTourFolder(data);
    if (!running.ok) throw new Error("refused");
    const mark = join(running.folder.path, ".visite-kairos");
    await writeFile(mark, (await readFile(mark, "utf8")).replace(String(process.pid), String(process.ppid)));
    expect(await prepareTourFolder(data)).toMatchObject({ ok: true, folder: { path: join(data, "visite-2") } });
  });

  it("reads the hour of Paris wherever it runs", () => {
    expect([
      instantInParis("2026-11-23T09:00"),
      instantInParis("2026-07-01T09:00"),
      instantInParis("2026-02-31"),
      instantInParis("hier"),
    ]).toEqual(["2026-11-23T08:00:00.000Z", "2026-07-01T07:00:00.000Z", undefined, undefined]);
  });
});
