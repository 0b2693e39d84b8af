import { describe, expect, it } from "vitest";
import type { PlannedNotice } from "../../../../packages/bot/src/store/chat.js";
import type { Opening } from "../contract.js";
import { aProvider, look, workspace, write } from "../fixtures.js";
import { fresh } from "./open.js";

const at = (time: string) => `2026-11-20T${time}:00.000Z`;

function aNotice(changes: Partial<PlannedNotice> = {}): PlannedNotice {
  const when = { dueAt: at("07:30"), until: "2026-11-20T23:00:00.000Z" };
  return { key: "digest:2026-11-20:u-clerk", kind: "digest", person: "u-clerk", ...when, data: { count: 2 }, ...changes };
}

export function noticeContract(open: Opening): void {
  const database = fresh(open);
  const plan = (...notices: readonly PlannedNotice[]) => database().notices.plan(workspace, notices);
  const claim = (now: string, retryAt: string, most = 10) => database().notices.claim(at(now), at(retryAt), most);
  const keys = async (now: string, retryAt: string, most = 10) => (await claim(now, retryAt, most)).map(({ key }) => key);

  describe("a notice", () => {
    it("is planned once, however often it is found", async () => {
      expect(await plan(aNotice(), aNotice({ key: "other" }))).toBe(2);
      expect(await plan(aNotice({ data: { count: 3 } }), aNotice({ key: "third" }))).toBe(1);
      expect((await claim("08:00", "08:02"))[0]?.data).toEqual({ count: 2 });
    });

    it("is planned by a command too, or not at all when the command is undone", async () => {
      await write(database(), ({ notices }) => notices.plan([aNotice()]));
      const failing = write(database(), async ({ notices }) => {
        await notices.plan([aNotice({ key: "undone" })]);
        throw new Error("out of paper");
      });
      await expect(failing).rejects.toThrow("out of paper");
      expect(await keys("08:00", "08:02")).toEqual([aNotice().key]);
    });

    it("is taken when it is due, with all that was planned and a nonce of its own", async () => {
      await plan(aNotice());
      expect(await claim("07:29", "07:31")).toEqual([]);
      const [taken] = await claim("07:30", "07:32");
      expect(taken).toEqual({ ...aNotice(), workspace, nonce: expect.stringMatching(/^[0-9a-f]{24}$/) });
      await database().notices.plan("elsewhere", [aNotice()]);
      const [other] = await claim("07:31", "07:33");
      expect([other?.workspace, other?.nonce === taken?.nonce]).toEqual(["elsewhere", false]);
    });

    it("is taken by one of those who ask together, the oldest first, so many at most", async () => {
      const notices = Array.from({ length: 20 }, (_, index) => aNotice({ key: `n${index + 10}`, dueAt: at(`07:${29 - index + 10}`) }));
      await plan(...notices);
      const taken = await Promise.all(Array.from({ length: 8 }, () => keys("08:00", "08:02", 3)));
      expect(taken[0]).toEqual(["n29", "n28", "n27"]);
      expect(taken.map(({ length }) => length)).toEqual([3, 3, 3, 3, 3, 3, 2, 0]);
      expect(taken.flat().sort()).toEqual(notices.map(({ key }) => key));
    });

    it("comes back when nothing more was said, with the same nonce, after those never tried", async () => {
      await plan(aNotice());
      const [first] = await claim("08:00", "08:02");
      expect(await claim("08:01", "08:03")).toEqual([]);
      await plan(aNotice({ key: "later", dueAt: at("08:01") }));
      expect(await keys("08:02", "08:04", 1)).toEqual(["later"]);
      expect(await claim("08:02", "08:04", 1)).toEqual([first]);
    });

    it("never comes back once it is settled", async () => {
      await plan(aNotice());
      const [notice] = await claim("08:00", "08:02");
      if (notice === undefined) throw new Error("nothing was due");
      await database().notices.settle(notice, "sent", at("08:00"));
      await database().notices.settle(notice, "dropped", at("08:05"));
      expect(await claim("23:00", "23:02")).toEqual([]);
      expect(await plan(aNotice())).toBe(0);
    });

    it("is found again by its kind, with what became of it, in its own workspace only", async () => {
      const [sent, open, dropped] = ["digest:1:a", "digest:1:b", "digest:1:c"].map((key) => aNotice({ key }));
      if (sent === undefined || open === undefined || dropped === undefined) throw new Error("three were made");
      await plan(dropped, open, sent, aNotice({ key: "digest-call:1:a", kind: "digest-call" }));
      await database().notices.plan("elsewhere", [aNotice({ key: "digest:1:d" })]);
      const of = (one: PlannedNotice) => ({ ...one, workspace, nonce: "" });
      await database().notices.settle(of(sent), "sent", at("08:00"));
      await database().notices.settle(of(dropped), "dropped", at("08:00"));
      const kept = await look(database(), ({ notices }) => notices.of("digest"));
      expect(kept).toEqual([{ ...sent, outcome: "sent" }, open, { ...dropped, outcome: "dropped" }]);
    });

    it("is forgotten once it is settled and no news any more", async () => {
      await plan(aNotice(), aNotice({ key: "waiting" }));
      const [notice] = await claim("08:00", "08:02");
      if (notice === undefined) throw new Error("nothing was due");
      await database().notices.settle(notice, "sent", at("08:00"));
      expect(await database().forget(at("22:00"))).toBe(0);
      expect(await database().forget("2026-11-20T23:00:00.001Z")).toBe(1);
      expect(await keys("23:30", "23:32")).toEqual(["waiting"]);
    });

    it("concerns the workspaces that have a provider", async () => {
      expect(await database().notices.workspaces()).toEqual([]);
      await write(database(), ({ providers }) => providers.save(aProvider()));
      await write(database(), ({ providers }) => providers.save(aProvider()), { workspace: "elsewhere" });
      expect(await database().notices.workspaces()).toEqual([workspace, "elsewhere"]);
    });

    it("of an unknown outcome is refused by the database", async () => {
      await plan(aNotice());
      const [notice] = await claim("08:00", "08:02");
      if (notice === undefined) throw new Error("nothing was due");
      await expect(database().notices.settle(notice, "lost" as never, at("08:00"))).rejects.toThrow(/check/i);
    });
  });
}
