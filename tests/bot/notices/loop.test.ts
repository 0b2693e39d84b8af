import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startNotices } from "../../../packages/bot/src/notices/loop.js";
import type { Messenger } from "../../../packages/bot/src/notices/notice.js";
import { openDatabase } from "../../../packages/bot/src/store/database.js";
import type { Database } from "../../../packages/bot/src/store/store.js";
import { sha256 } from "../desk.js";
import { fakeDiscord, found, plannedIn, portsOn } from "./office.js";

let database: Database;
beforeEach(async () => {
  database = await openDatabase({ file: ":memory:", digest: sha256 });
});
afterEach(() => database.close());

/** Time enough for a cron of seconds to ring twice. */
const everySecond = "* * * * * *";
const twoRings = () => new Promise((resolve) => setTimeout(resolve, 2100));

/** A messenger that answers when told, and how many wait for it. */
function slowDiscord() {
  const discord = fakeDiscord();
  const waiting: (() => void)[] = [];
  const tell: Messenger["tell"] = async (...message) => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    return discord.tell(...message);
  };
  return { discord, waiting, messenger: { ...discord, tell } };
}

describe("the loop", () => {
  it("begins at once, takes one turn at a time, and ends when the message under way has left", async () => {
    await found(database, { older: true });
    const { discord, waiting, messenger } = slowDiscord();
    const loop = startNotices(portsOn(database, messenger), everySecond);
    await vi.waitFor(() => expect(waiting).toHaveLength(1));
    await twoRings();
    expect(waiting).toHaveLength(1);
    const stopped = loop.stop();
    waiting[0]?.();
    await stopped;
    expect(discord.posted).toHaveLength(1);
    await twoRings();
    expect(waiting).toHaveLength(1);
    expect(await plannedIn(database)).toHaveLength(1);
  });

  it("goes on after a failure of the database", async () => {
    await found(database, { older: true });
    const discord = fakeDiscord();
    let failures = 2;
    const workspaces = async () => {
      failures -= 1;
      if (failures >= 0) throw new Error("disk full");
      return database.notices.workspaces();
    };
    const ports = portsOn({ ...database, notices: { ...database.notices, workspaces } }, discord);
    const loop = startNotices(ports, everySecond);
    await vi.waitFor(() => expect(discord.posted).toHaveLength(2), 6000);
    await loop.stop();
    expect(ports.logged.map(({ message }) => message)).toEqual(["notices failed", "notices failed"]);
  });
});
