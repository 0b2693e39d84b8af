import { verifyTrail } from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AuditFilter } from "../../../../packages/bot/src/store/audit-words.js";
import type { Opening } from "../contract.js";
import { anEvent, collect, look, now, sha256, workspace, write } from "../fixtures.js";
import { fresh } from "./open.js";

export function auditContract(open: Opening): void {
  const database = fresh(open);
  const trail = () => look(database(), ({ audit }) => collect(audit.entries()));

  describe("the trail", () => {
    it("chains each act behind the last, in every workspace apart", async () => {
      for (const elsewhere of ["a", "b", "a"]) await write(database(), async () => undefined, { workspace: elsewhere });
      const own = await look(database(), ({ audit }) => collect(audit.entries()), { workspace: "a" });
      expect(own.map(({ sequence }) => sequence)).toEqual([1, 2]);
      expect(own.map(({ previous }) => previous)).toEqual(["", own[0]?.hash]);
      expect(verifyTrail(own, sha256)).toEqual([]);
      expect(await look(database(), ({ audit }) => audit.head(), { workspace: "b" })).toMatchObject({ sequence: 1 });
      expect(await look(database(), ({ audit }) => audit.head(), { workspace: "c" })).toBeUndefined();
    });

    it("comes back whole over several pages, or for one object", async () => {
      await write(database(), async ({ audit }) => {
        for (let index = 1; index < 1050; index++) await audit.append(anEvent({ object: `DEV-${index % 3}`, details: { index } }));
      });
      const entries = await trail();
      expect(entries).toHaveLength(1050);
      expect(verifyTrail(entries, sha256)).toEqual([]);
      const some = await look(database(), ({ audit }) => collect(audit.entries({ object: "DEV-1" })));
      expect(some.map(({ details }) => details.index)).toEqual(Array.from({ length: 350 }, (_, index) => index * 3 + 1));
    });

    it("is searched by person, thing, act, outcome and time, the latest first", async () => {
      const [early, late] = ["2026-11-19T08:00:00.000Z", "2026-11-20T08:00:00.000Z"];
      await write(database(), async ({ audit }) => {
        await audit.append(anEvent({ at: early, actor: "a", object: "X", act: "devis.voir" }));
        await audit.append(anEvent({ at: late, actor: "b", object: "X", outcome: "refused" }));
        await audit.append(anEvent({ at: late, actor: "a", object: "Y", act: "devis.voir" }));
      });
      await write(database(), ({ audit }) => audit.append(anEvent({ actor: "a", object: "X" })), { workspace: "elsewhere" });
      const found = async (filter: Omit<AuditFilter, "limit">, limit = 9) =>
        (await look(database(), ({ audit }) => audit.search({ ...filter, limit }))).map(({ sequence }) => sequence);
      expect(await found({})).toEqual([4, 3, 2, 1]);
      expect(await found({}, 2)).toEqual([4, 3]);
      expect(await found({ actor: "a" })).toEqual([3, 1]);
      expect(await found({ objects: ["X", "Z"] })).toEqual([2, 1]);
      expect(await found({ acts: ["devis.voir"], from: late })).toEqual([3]);
      expect(await found({ outcome: "refused" })).toEqual([2]);
      expect(await found({ before: late })).toEqual([1]);
      expect(await found({ actor: "a", objects: ["X"], acts: ["devis.voir"], outcome: "done", from: early, before: late })).toEqual([1]);
      expect(await found({ actor: "nobody" })).toEqual([]);
      expect(await look(database(), ({ audit }) => audit.at(2))).toMatchObject({ sequence: 2, actor: "b" });
      expect(await look(database(), ({ audit }) => audit.at(99))).toBeUndefined();
    });

    it("says who did what since an instant, how often and when last; what was refused does not count", async () => {
      const [first, second] = ["2026-11-19T08:00:00.000Z", "2026-11-20T08:00:00.000Z"];
      await write(database(), async ({ audit }) => {
        for (const at of [first, second]) await audit.append(anEvent({ at, actor: "a", act: "devis.voir" }));
        await audit.append(anEvent({ at: first, actor: "b", act: "devis.voir" }));
        await audit.append(anEvent({ at: second, actor: "b", act: "devis.voir", outcome: "refused" }));
      });
      const usage = (since: string) => look(database(), ({ audit }) => audit.usage(since));
      expect(await usage(second)).toEqual([
        { actor: "a", act: "devis.voir", lastAt: second, count: 1 },
        { actor: "u-clerk", act: "devis.creer", lastAt: now, count: 1 },
      ]);
      expect((await usage(first)).map(({ actor, count }) => [actor, count])).toEqual([
        ["a", 2],
        ["b", 1],
        ["u-clerk", 1],
      ]);
      expect(await usage("2027-01-01T00:00:00.000Z")).toEqual([]);
    });

    it("loses its beginning, vouched for, and nothing younger", async () => {
      const days = ["2025-10-01", "2025-10-02", "2025-12-01", "2025-10-03"];
      await write(database(), async ({ audit }) => {
        for (const day of days) await audit.append(anEvent({ at: `${day}T08:00:00.000Z` }));
      });
      await write(database(), async () => undefined, { workspace: "elsewhere" });
      const { trails } = database();
      expect(await trails.workspaces()).toEqual([workspace, "elsewhere"].sort());
      expect(await trails.workedOn(workspace, 3)).toEqual(["2026-11-20", "2025-12-01", "2025-10-03"]);
      expect(await trails.closedAt(workspace)).toBeUndefined();
      const closing = { before: "2025-11-20", from: "2025-11-20T00:00:00.000Z", at: "2026-11-21T00:00:00.000Z" };
      expect([await trails.close(workspace, closing), await trails.close(workspace, closing)]).toEqual([2, 0]);
      const left = await trail();
      expect(left.map(({ sequence, act }) => [sequence, act])).toEqual([
        [3, "devis.creer"],
        [4, "devis.creer"],
        [5, "devis.creer"],
        [6, "journal.point-de-controle"],
      ]);
      expect(left.at(-1)).toMatchObject({
        actor: "kairos",
        details: { upTo: 2, hash: left[0]?.previous, removed: 2, before: "2025-11-20" },
      });
      expect(verifyTrail(left, sha256)).toEqual([]);
      expect(await trails.closedAt(workspace)).toBe(closing.at);
      expect(await trails.workedOn(workspace, 1)).toEqual(["2026-11-20"]);
      expect(await trails.verify(workspace)).toMatchObject({ problems: [], entries: 4, checkpoint: { removed: 2 }, since: left[0]?.at });
      expect((await trails.verify("elsewhere")).entries).toBe(1);
      expect(await trails.verify("nowhere")).toMatchObject({ problems: [], entries: 0 });
    });

    it("verifies whatever was written in it", async () => {
      const text = fc.string({ unit: "binary", maxLength: 12 });
      const details = fc.dictionary(text, fc.oneof(text, fc.boolean(), fc.double()), { maxKeys: 5 });
      const broken = fc.constantFrom("\ud800", "a\u0000b", "\udc00\ud800", "__proto__", "é e\u0301");
      const events = fc.array(fc.record({ actor: fc.oneof(text, broken), act: text, object: fc.oneof(text, broken), details }), {
        minLength: 60,
        maxLength: 60,
      });
      await write(database(), async ({ audit }) => {
        for (const event of fc.sample(events, { numRuns: 2, seed: 7 }).flat()) await audit.append(anEvent(event));
        await audit.append(anEvent({ details: { missing: undefined as never, __proto__: 1 as never, 2: "b", 1: "a" } }));
      });
      expect(verifyTrail(await trail(), sha256)).toEqual([]);
      expect(await database().trails.verify(workspace)).toMatchObject({ problems: [], entries: 122 });
    });
  });
}
