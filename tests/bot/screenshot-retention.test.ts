import { afterAll, beforeAll, expect, it } from "vitest";
import { forgetScreenshots } from "../../packages/bot/src/screenshot-retention.js";
import { anIncident } from "../examples/incident.js";
import { openFoundedDesk, type TestDesk } from "./desk.js";
import { png } from "./screenshot.js";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openFoundedDesk();
});
afterAll(() => desk.close());

it("screenshots of what is over leave after the days that were set, those of what is open or shared stay", async () => {
  const bytes = (mark: string) => Buffer.concat([png, Buffer.from(mark)]);
  const digests: string[] = [];
  const over = (at: string) => ({ status: "solved" as const, history: [{ action: "solve" as const, by: "lea", at }] });
  await desk.database.deliver({ workspace: "test", id: "fill", at: desk.now(), actor: "test", path: "" }, async (unit) => {
    const { incidents, files } = unit.store("all");
    for (const mark of ["old", "late", "open", "shared"]) digests.push(await files.put(bytes(mark)));
    const [old = "", late = "", open = "", shared = ""] = digests;
    const shot = (reference: string, ...all: readonly string[]) => ({
      reference,
      screenshots: all.map((digest, rank) => ({ fileName: `${reference}-${rank + 1}.png`, mediaType: "image/png" as const, digest })),
    });
    await incidents.save(anIncident({ ...shot("INC-2026-0001", old, shared), ...over("2026-12-07T09:00:00.000Z") }));
    await incidents.save(anIncident({ ...shot("INC-2026-0002", late), ...over("2026-12-08T09:00:00.000Z") }));
    await incidents.save(anIncident({ ...shot("INC-2026-0003", open, shared), reportedAt: "2026-01-07T09:00:00.000Z" }));
    return { outcome: "done" };
  });
  const left = (all: readonly string[]) =>
    desk.database.read("test", "all", async ({ files }) => Promise.all(all.map(async (digest) => (await files.get(digest)) !== undefined)));
  const shown = () =>
    desk.database.read("test", "all", async ({ incidents }) => (await incidents.list()).map(({ screenshots }) => screenshots.length));

  expect(await forgetScreenshots(desk.database, "2027-03-07T09:00:00.000Z")).toBe(0);
  expect(await forgetScreenshots(desk.database, "2027-03-08T09:00:00.000Z")).toBe(1);
  expect(await left(digests)).toEqual([false, true, true, true]);
  expect(await shown()).toEqual([2, 1, 0]);
  expect(await forgetScreenshots(desk.database, "2027-03-08T20:00:00.000Z")).toBe(0);
  expect(await forgetScreenshots(desk.database, "2027-03-09T09:00:00.000Z")).toBe(1);
  expect(await left(digests)).toEqual([false, false, true, true]);
  const kept = await desk.database.read("test", "all", ({ incidents }) => incidents.get("INC-2026-0001"));
  expect(kept).toMatchObject({ status: "solved", message: "Erreur 403 : accès refusé", screenshots: [] });
});
