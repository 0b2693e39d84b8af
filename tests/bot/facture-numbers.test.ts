import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { bundle } from "./bundle.js";
import { faultIn, numbersUnderKills } from "./numbers-killed.js";

/** `npm run campaign -- numbers` takes ten thousand. */
const count = 48;
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kairos-numbers-"));
  await bundle(new URL("numbers-writer.ts", import.meta.url), join(folder, "writer.mjs"));
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

it("numbers taken by four processes, killed in the middle, have no gap, no double, and none that was told is lost", {
  timeout: 120_000,
}, async () => {
  const [writer, file] = [join(folder, "writer.mjs"), join(folder, "desk.sqlite")];
  // A second is three days of the office: New Year comes in the middle.
  const run = await numbersUnderKills({ writer, file, count, kills: 3, longest: 250, speed: 250_000 });
  expect(faultIn(run, count)).toBeUndefined();
  expect(run.kills).toBeGreaterThan(0);
  expect(run.refused.length).toBeGreaterThan(0);
});
