import { describe, expect, it } from "vitest";
import { done, refused, same } from "../../../../packages/bot/src/reply.js";
import type { Opening } from "../contract.js";
import { act, anEvent, aQuote, aTrainee, collect, look, now, workspace, write } from "../fixtures.js";
import { fresh } from "./open.js";

export function deliveryContract(open: Opening): void {
  const database = fresh(open);
  const numbers = () => look(database(), async ({ quotes }) => (await quotes.list()).map(({ reference }) => reference));
  const entries = () => look(database(), ({ audit }) => collect(audit.entries()));

  describe("a delivery", () => {
    it("answers with what was committed and the trail's head", async () => {
      const reply = done({ title: same("Devis DEV-1"), data: { left: undefined, kept: 1 } });
      const delivery = await act(database(), async () => reply);
      const [entry] = await entries();
      expect(delivery).toEqual({ reply, head: { sequence: 1, hash: entry?.hash }, at: now, repeated: false });
    });

    it("acts once when repeated, and answers the same", async () => {
      let runs = 0;
      const once = () =>
        act(
          database(),
          async ({ quotes, counters }) => {
            runs += 1;
            await quotes.save(aQuote({ reference: `DEV-${await counters.next("DEV")}` }));
            return done({ title: same("Fait"), data: { undefined } });
          },
          { id: "same" },
        );
      const first = await once();
      await write(database(), async () => undefined);
      const [second, third] = await Promise.all([once(), once()]);
      expect(runs).toBe(1);
      expect(second).toStrictEqual({ ...first, repeated: true });
      expect(third).toStrictEqual(second);
      expect(await numbers()).toEqual(["DEV-1"]);
    });

    it("is another one in another workspace", async () => {
      const first = await act(database(), async () => undefined, { id: "same" });
      const second = await act(database(), async () => undefined, { id: "same", workspace: "elsewhere" });
      expect([first.repeated, second.repeated]).toEqual([false, false]);
    });

    it("keeps nothing when the work throws, and may be tried again", async () => {
      const crash = database().deliver({ workspace, id: "crash", at: now, actor: "u-clerk", path: "devis creer" }, async (unit) => {
        await unit.store("all").quotes.save(aQuote());
        await unit.store("all").counters.next("DEV");
        await unit.store("all").audit.append(anEvent());
        throw new Error("out of paper");
      });
      await expect(crash).rejects.toThrow("out of paper");
      expect(await numbers()).toEqual([]);
      expect(await entries()).toEqual([]);
      const again = await act(database(), async ({ counters }) => done({ data: await counters.next("DEV") }), { id: "crash" });
      expect([again.repeated, again.reply.data]).toEqual([false, 1]);
    });

    it("is refused without a trace in the trail", async () => {
      await expect(
        database().deliver({ workspace, id: "mute", at: now, actor: "u-clerk", path: "devis creer" }, async () => done({})),
      ).rejects.toThrow("left no trace");
    });

    it("tells no value when the database refuses", async () => {
      const twice = write(database(), async ({ quotes, trainees }) => {
        await trainees.save(aTrainee());
        const version = { version: 0, quote: aQuote(), document: { secret: "Camille" } as never };
        await quotes.save(aQuote());
        await quotes.seal(version, aQuote().reference);
      });
      await expect(twice).rejects.toThrow(/check/i);
      await expect(twice).rejects.not.toThrow(/Camille/);
    });

    it("waits its turn: hundreds at once, no number missing or doubled", async () => {
      const jobs = Array.from({ length: 200 }, (_, index) =>
        act(database(), async ({ counters }) => {
          const number = await counters.next("DEV");
          if (index % 10 === 9) return refused([]);
          return done({ data: number });
        }),
      );
      const given = (await Promise.all(jobs)).flatMap(({ reply }) => (reply.outcome === "done" ? [reply.data] : []));
      expect(given).toEqual(Array.from({ length: 180 }, (_, index) => index + 1));
    });

    it("cannot call the database from inside its own work", async () => {
      const nested = write(database(), () => look(database(), ({ quotes }) => quotes.list()));
      await expect(nested).rejects.toThrow("inside its own transaction");
      expect(await numbers()).toEqual([]);
    });

    it("forgets its answer after a while", async () => {
      await act(database(), async () => undefined, { id: "old" });
      await act(database(), async () => undefined, { id: "old", workspace: "elsewhere" });
      expect(await database().forget(now)).toBe(0);
      expect(await database().forget("2026-11-20T09:00:00.001Z")).toBe(2);
      expect((await act(database(), async () => undefined, { id: "old" })).repeated).toBe(false);
    });
  });

  describe("an attempt", () => {
    it("that is refused keeps nothing but its trace", async () => {
      const { reply, head } = await act(database(), async ({ quotes, counters }) => {
        await quotes.save(aQuote());
        await counters.next("DEV");
        return refused([], { title: same("Non") });
      });
      expect([reply.outcome, head.sequence]).toEqual(["refused", 1]);
      expect(await numbers()).toEqual([]);
      expect((await entries()).map(({ outcome }) => outcome)).toEqual(["refused"]);
      expect((await act(database(), async ({ counters }) => done({ data: await counters.next("DEV") }))).reply.data).toBe(1);
    });

    it("that throws is undone alone, when the work goes on", async () => {
      await database().deliver({ workspace, id: "careful", at: now, actor: "u-clerk", path: "devis creer" }, async (unit) => {
        await unit.store("all").quotes.save(aQuote());
        const failing = unit.attempt("all", async ({ quotes }) => {
          await quotes.save(aQuote({ reference: "DEV-2" }));
          throw new Error("inside");
        });
        await expect(failing).rejects.toThrow("inside");
        await unit.attempt("all", async ({ quotes }) => {
          await quotes.save(aQuote({ reference: "DEV-3" }));
          return done({});
        });
        await unit.store("all").audit.append(anEvent());
        return done({});
      });
      expect(await numbers()).toEqual(["DEV-3", "DEV-2026-0001"]);
    });

    it("leaves a store that can no longer be used", async () => {
      let kept: (() => Promise<unknown>) | undefined;
      await act(database(), async ({ quotes }) => {
        kept = () => quotes.list();
        return undefined;
      });
      await expect(kept?.()).rejects.toThrow("already complete");
    });
  });

  it("reads without writing", async () => {
    await expect(look(database(), ({ quotes }) => quotes.save(aQuote()))).rejects.toThrow();
    await write(database(), ({ quotes }) => quotes.save(aQuote()));
    expect(await numbers()).toHaveLength(1);
  });
}
