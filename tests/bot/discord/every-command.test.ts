import { expect, it } from "vitest";
import { openScene } from "./scene.js";
import { spendDay } from "./the-day.js";

// The same in English, with words to be found again: canaries.test.ts.
it("a whole day uses every command, each answered in private and in time", { timeout: 60_000 }, async () => {
  const scene = await openScene({ founded: false });
  const used = await spendDay(scene, "fr");
  expect([...scene.desk.commands.keys()].filter((path) => !used.has(path))).toEqual([]);
  expect(scene.logged).toEqual([]);
  expect(scene.desk.failures).toEqual([]);
  await scene.close();
});
