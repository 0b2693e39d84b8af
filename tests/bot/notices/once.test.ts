import fc from "fast-check";
import { expect, it } from "vitest";
import { noticeTick } from "../../../packages/bot/src/notices/loop.js";
import { openDatabase } from "../../../packages/bot/src/store/database.js";
import type { Database } from "../../../packages/bot/src/store/store.js";
import { sha256 } from "../desk.js";
import { aGrant, aSentQuote, change, colleague, type FakeDiscord, fakeDiscord, found, morning, plannedIn, portsOn } from "./office.js";

/** What happens in a minute of the day: which processes take their turn, and what breaks on the way. */
const minute = fc.record({
  turns: fc.array(fc.constantFrom("a", "b"), { maxLength: 3 }),
  passed: fc.integer({ min: 0, max: 4 }),
  network: fc.array(fc.constantFrom("before", "after"), { maxLength: 2 }),
  /** How many settlements are lost: the process dies between the message and the word kept of it. */
  lost: fc.integer({ min: 0, max: 2 }),
  restarted: fc.boolean(),
});

it("however turns, crashes and starts follow each other, each notice is told once", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(minute, { maxLength: 8 }), async (day) => {
      const database = await openDatabase({ file: ":memory:", digest: sha256 });
      const discord = fakeDiscord();
      try {
        await found(database);
        await change(database, async ({ grants, quotes }) => {
          await grants.save(aGrant({ id: "H-0002", person: colleague }));
          await quotes.save(aSentQuote({ reference: "DEV-2026-0002", enteredBy: [colleague] }));
        });
        await live(database, discord, day);
        // A digest and a reminder each.
        expect(new Set(discord.posted.map(({ to, text }) => `${to} ${text}`)).size).toBe(4);
        expect(discord.posted).toHaveLength(4);
        expect(await plannedIn(database)).toEqual([]);
      } finally {
        await database.close();
      }
    }),
    { numRuns: 25 },
  );
});

async function live(database: Database, discord: FakeDiscord, day: readonly (typeof minute extends fc.Arbitrary<infer T> ? T : never)[]) {
  let now = Date.parse(morning);
  let lost = 0;
  const settle: Database["notices"]["settle"] = async (...settled) => {
    lost -= 1;
    if (lost >= 0) throw new Error("killed");
    await database.notices.settle(...settled);
  };
  const started = () => {
    const ports = portsOn({ ...database, notices: { ...database.notices, settle } }, discord);
    return noticeTick({ ...ports, clock: () => new Date(now).toISOString() });
  };
  const processes = { a: started(), b: started() };
  for (const { turns, passed, network, restarted, ...faults } of day) {
    now += passed * 60_000;
    lost = faults.lost;
    discord.breaks.splice(0, Number.POSITIVE_INFINITY, ...network);
    if (restarted) processes.a = started();
    await Promise.all(turns.map((name) => processes[name]()));
  }
  // Then nothing breaks any more.
  lost = 0;
  discord.breaks.length = 0;
  for (let turn = 0; turn < 3; turn++) {
    now += 15 * 60_000;
    await Promise.all([processes.a(), processes.b()]);
  }
}
