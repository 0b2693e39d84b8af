import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dayOf, verifyTrail } from "@kairos/core";
import { renderPdf } from "@kairos/pdf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dispatchThrough } from "../../packages/bot/src/dispatch.js";
import { setClock } from "../../packages/bot/src/fronts/console/clock.js";
import { consoleWorkspace, type Desk } from "../../packages/bot/src/fronts/console/desk.js";
import { exitCodes } from "../../packages/bot/src/fronts/console/exit-codes.js";
import { playTour } from "../../packages/bot/src/fronts/console/tour.js";
import { readTranscript, type TourStep } from "../../packages/bot/src/fronts/console/transcript.js";
import { openDatabase } from "../../packages/bot/src/store/database.js";
import { allCommands, sha256 } from "../bot/desk.js";

let folder: string;
let steps: readonly TourStep[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kairos-tour-"));
  const transcript = readTranscript(await readFile(new URL("../../examples/tour.txt", import.meta.url), "utf8"));
  if (!transcript.ok) throw new Error(transcript.fault.en);
  steps = transcript.steps;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the guided tour", () => {
  it("plays from an empty desk to an accepted quote, and is printed in docs/journeys", async () => {
    const played = await play(join(folder, "first"));
    expect(played.remarks).toEqual([]);
    expect(played.code).toBe(exitCodes.done);
    expect(verifyTrail(played.entries, sha256)).toEqual([]);
    await expect(printed(played.said)).toMatchFileSnapshot("../../docs/journeys/visite.md");
  });

  it("says and draws the same thing each time", async () => {
    const [first, second] = [await play(join(folder, "a")), await play(join(folder, "b"))];
    expect(second.said).toEqual(first.said);
    const files = await readdir(join(folder, "a"));
    expect(files.filter((file) => file.endsWith(".pdf"))).toHaveLength(11);
    expect(files).toHaveLength(30);
    for (const file of files) expect(await readFile(join(folder, "b", file))).toEqual(await readFile(join(folder, "a", file)));
  });

  it("is spoken in English too, to the last line", async () => {
    const played = await play(join(folder, "en"), "en");
    expect(played.code).toBe(exitCodes.done);
    const answers = played.said.filter((line) => line.startsWith("  ")).join("\n");
    expect(answers).not.toMatch(/undefined|\[object|NaN/);
    expect(answers).not.toMatch(/Pourquoi|Pour corriger|Prochaine étape|Enregistré|Refusé/);
  });
});

async function play(documents: string, language: Desk["language"] = "fr") {
  const database = await openDatabase({ file: ":memory:", digest: sha256 });
  const commands = await allCommands();
  const clock = setClock("2026-01-01T00:00:00.000Z");
  const said: string[] = [];
  const remarks: string[] = [];
  const dispatch = dispatchThrough({
    commands,
    database,
    clock: () => clock.now(),
    dayOf,
    render: renderPdf,
    report: (error) => remarks.push(String(error)),
  });
  const desk: Desk = { commands, database, dispatch, clock, dayOf, language, documents, tick: () => clock.advance() };
  const output = {
    say: (line: string) => void said.push(line.replace(documents, "documents")),
    remark: (line: string) => void remarks.push(line),
    colours: false,
    width: 110,
  };
  const code = await playTour(desk, steps, clock, output);
  const entries = await database.read(consoleWorkspace, "all", async ({ audit }) => {
    const all = [];
    for await (const entry of audit.entries()) all.push(entry);
    return all;
  });
  await database.close();
  return { code, said, remarks, entries };
}

function printed(said: readonly string[]): string {
  return [
    "# La visite guidée",
    "",
    "Imprimée par les tests depuis `examples/tour.txt` : ce que `npm start` joue, mot pour mot.",
    "",
    "```",
    ...said,
    "```",
    "",
  ].join("\n");
}
