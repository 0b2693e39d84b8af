import { verifyTrail } from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Opening } from "../contract.js";
import { anEvent, collect, look, sha256, write } from "../fixtures.js";
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
    });
  });
}
