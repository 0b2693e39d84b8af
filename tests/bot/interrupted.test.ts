import { afterEach, beforeEach, expect, it } from "vitest";
import type { LoadedCommand } from "../../packages/bot/src/command.js";
import { interruptedLine, tellInterrupted } from "../../packages/bot/src/interrupted.js";
import { interruptedWork, noticeOf } from "../../packages/bot/src/notices/interrupted-work.js";
import type { Look } from "../../packages/bot/src/notices/notice.js";
import { openDesk, type TestDesk } from "./desk.js";

const work = {
  workspace: "test",
  id: "cut",
  actor: "400000000000000001",
  path: "assiduite valider-import",
  object: "IMP-0003",
  startedAt: "2026-11-16T08:00:00.000Z",
};
const failing = {
  words: { fr: ["essai", "Échoue"], en: ["try", "Fails"] },
  needs: "none",
  visibility: "private",
  long: true,
  example: "/essai essai",
  options: {},
  noun: "essai",
  verb: "essai",
  path: "essai essai",
  run: () => Promise.reject(new Error("broken")),
} as const satisfies LoadedCommand;

let desk: TestDesk;
beforeEach(async () => {
  desk = await openDesk({ more: [failing] });
});
afterEach(() => desk.close());

it("work that was cut off is told once, with what to type, in the workspaces it concerns", async () => {
  await desk.database.works.begin(work);
  const told: string[] = [];
  const tell = (concerns: string) =>
    tellInterrupted(
      desk.database,
      (workspace) => workspace === concerns,
      (one) => void told.push(interruptedLine(one).fr),
    );
  await tell("other");
  expect(told).toEqual([]);
  await tell("test");
  await tell("test");
  expect(told).toEqual([
    "L'import IMP-0003 a été interrompu : rien n'en a été enregistré. Relancez-le. → /assiduite valider-import reference:IMP-0003",
  ]);
});

it("whoever asked for it is written to, and it is still true when it is sent", async () => {
  await desk.database.notices.plan("test", [noticeOf(work, desk.now())]);
  const look = { read: (scope, body) => desk.database.read("test", scope, body) } as Pick<Look, "read"> as Look;
  expect(await interruptedWork.find(look)).toMatchObject([
    {
      key: "interrupted-work:cut",
      person: work.actor,
      message: [{ text: { en: "Import IMP-0003 was interrupted: nothing of it was recorded. Run it again." } }],
    },
  ]);
});

it("work that failed by itself was answered: nothing is left to tell", async () => {
  expect((await desk.type("rgc", "/essai essai")).outcome).toBe("failed");
  expect(desk.failures).toHaveLength(1);
  expect(await desk.database.works.interrupted()).toEqual([]);
});
