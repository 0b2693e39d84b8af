import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { noticeTick } from "../../../packages/bot/src/notices/loop.js";
import type { Database } from "../../../packages/bot/src/store/store.js";
import { aTestFile, open } from "../store/files.js";
import {
  aGrant,
  aProvider,
  aSentQuote,
  change,
  clerk,
  colleague,
  type FakeDiscord,
  fakeDiscord,
  found,
  guild,
  plannedIn,
  portsOn,
  staffRoom,
  type TestPorts,
} from "./office.js";

let file: string;
let database: Database;
let discord: FakeDiscord;
let ports: TestPorts;
beforeEach(async () => {
  file = await aTestFile();
  database = await open(file);
  discord = fakeDiscord();
  ports = portsOn(database, discord);
});
afterEach(() => database.close());

const withStaffRoom = { chat: { staffChannel: staffRoom } };
/** The digest alone has something to say. */
const longAgo = "2026-10-01";
const told = () => discord.posted.map(({ to, text }) => `${to}: ${text.split("\n")[0]}`);
const digestLine = `${clerk}: À faire le 05/11/2026 :`;

async function restart(): Promise<void> {
  await database.close();
  database = await open(file);
  ports = portsOn(database, discord);
}

describe("a notice", () => {
  it("is told once, whatever the number of turns and of starts", async () => {
    await found(database, { older: true });
    const tick = noticeTick(ports);
    await tick();
    await tick();
    await restart();
    await noticeTick(ports)();
    expect(told()).toEqual([expect.stringContaining("Devis DEV-2026-0001"), digestLine].sort());
    expect(discord.posted.map(({ nonce }) => nonce)).toEqual([expect.stringMatching(/^[0-9a-f]{24}$/), expect.anything()]);
    expect(ports.logged).toEqual([]);
  });

  it("is told once by two processes on one file", async () => {
    await found(database, { older: true });
    const other = await open(file);
    try {
      await Promise.all([noticeTick(ports)(), noticeTick(portsOn(other, discord))(), noticeTick(portsOn(other, discord))()]);
    } finally {
      await other.close();
    }
    expect(told()).toHaveLength(2);
  });

  it("that did not arrive is told again two minutes later", async () => {
    await found(database, { submittedOn: longAgo });
    discord.breaks.push("before");
    const tick = noticeTick(ports);
    await tick();
    expect(told()).toEqual([]);
    expect(ports.logged).toEqual([
      { message: "notice not sent, to be tried again", fields: { workspace: guild, person: clerk, kind: "digest" } },
    ]);
    ports.setClock("2026-11-05T07:31:59.000Z");
    await tick();
    expect(told()).toEqual([]);
    ports.setClock("2026-11-05T07:32:00.000Z");
    await tick();
    expect(told()).toEqual([digestLine]);
  });

  it("that arrived without our knowing is not read twice", async () => {
    await found(database, { submittedOn: longAgo });
    discord.breaks.push("after");
    await noticeTick(ports)();
    await restart();
    ports.setClock("2026-11-05T07:33:00.000Z");
    await noticeTick(ports)();
    expect(told()).toEqual([digestLine]);
    expect(await plannedIn(database)).toEqual([]);
  });

  it("is left out when its time is over before it could be told", async () => {
    await found(database, { submittedOn: longAgo });
    discord.breaks.push("before");
    ports.setClock("2026-11-05T22:59:00.000Z");
    const tick = noticeTick(ports);
    await tick();
    ports.setClock("2026-11-05T23:02:00.000Z");
    await tick();
    expect(told()).toEqual([]);
    expect(ports.logged.at(-1)).toEqual({
      message: "notice dropped",
      fields: { workspace: guild, person: clerk, kind: "digest", reason: "too late" },
    });
    expect(await plannedIn(database)).toEqual([]);
  });

  it.each([
    ["the candidate answered", aSentQuote({ status: "approved" }), aGrant({ person: clerk })],
    ["the right was taken back", aSentQuote(), aGrant({ person: clerk, revokedOn: "2026-11-05", revokedBy: "u-rgc" })],
  ])("is left out when %s since it was planned", async (_why, quote, grant) => {
    await found(database);
    discord.breaks.push("before");
    const tick = noticeTick(ports);
    await tick();
    await change(database, async ({ quotes, grants }) => {
      await quotes.save(quote);
      await grants.save(grant);
    });
    ports.setClock("2026-11-05T07:33:00.000Z");
    await tick();
    expect(told()).toEqual([]);
    expect(ports.logged.filter(({ message }) => message === "notice dropped")).toHaveLength(1);
  });
});

describe("somebody who cannot be written to", () => {
  it("is called in the staff channel, without a detail", async () => {
    await found(database, { settings: withStaffRoom, submittedOn: longAgo });
    discord.closed.add(clerk);
    await noticeTick(ports)();
    expect(discord.posted.map(({ to, text }) => ({ to, text }))).toEqual([
      {
        to: `${staffRoom} ${clerk}`,
        text: "Un message de Kairos vous attend, mais vos messages privés sont fermés. → /devis liste",
      },
    ]);
    expect(await plannedIn(database)).toEqual([]);
  });

  it("is called once a day, whatever waits for them and however often the process starts", async () => {
    await found(database, { settings: withStaffRoom, older: true });
    await change(database, async ({ grants, quotes }) => {
      await quotes.save(aSentQuote({ reference: "DEV-2026-0002" }));
      await grants.save(aGrant({ id: "H-0002", person: colleague }));
    });
    for (const person of [clerk, colleague]) discord.closed.add(person);
    const called = () => discord.posted.map(({ to }) => to).sort();
    const both = [`${staffRoom} ${clerk}`, `${staffRoom} ${colleague}`];
    discord.breaks.push("after");
    await noticeTick(ports)();
    await restart();
    ports.setClock("2026-11-05T07:33:00.000Z");
    await noticeTick(ports)();
    expect(called()).toEqual(both);
    await change(database, ({ quotes }) => quotes.save(aSentQuote({ reference: "DEV-2026-0003" })));
    await restart();
    ports.setClock("2026-11-05T15:00:00.000Z");
    await noticeTick(ports)();
    expect(called()).toEqual(both);
    ports.setClock("2026-11-06T07:30:00.000Z");
    await noticeTick(ports)();
    expect(called()).toEqual([...both, ...both].sort());
  });

  it("is not called once their rights are gone", async () => {
    await found(database, { settings: withStaffRoom, submittedOn: longAgo });
    discord.closed.add(clerk);
    discord.breaks.push("before");
    await noticeTick(ports)();
    await change(database, ({ grants }) => grants.save(aGrant({ person: clerk, revokedOn: "2026-11-05", revokedBy: "u-rgc" })));
    ports.setClock("2026-11-05T07:33:00.000Z");
    await noticeTick(ports)();
    expect(discord.posted).toEqual([]);
    expect(ports.logged.map(({ fields }) => fields.reason)).toEqual([undefined, "no news any more"]);
  });

  it.each([
    ["no staff channel is set", {}, "digest", "private messages closed, no staff channel set"],
    [
      "it is out of reach",
      { chat: { staffChannel: "900000000000000009" } },
      "staff-call",
      "private messages closed, staff channel out of reach",
    ],
  ])("is not when %s: the log says so, with ids", async (_why, settings, kind, reason) => {
    await found(database, { settings, submittedOn: longAgo });
    discord.closed.add(clerk);
    await noticeTick(ports)();
    expect(discord.posted).toEqual([]);
    expect(ports.logged).toEqual([{ message: "notice dropped", fields: { workspace: guild, person: clerk, kind, reason } }]);
  });

  it("is not when they left the server", async () => {
    await found(database, { settings: withStaffRoom, submittedOn: longAgo });
    discord.gone.add(clerk);
    await noticeTick(ports)();
    expect(discord.posted).toEqual([]);
    expect(ports.logged.map(({ fields }) => fields.reason)).toEqual(["no longer in the server"]);
  });
});

it("those that fail do not keep the others, which go first", async () => {
  await found(database, { submittedOn: longAgo });
  const people = ["1", "2", "3", "4"].map((last) => `80000000000000001${last}`);
  await change(database, async ({ grants }) => {
    for (const [index, person] of people.entries()) await grants.save(aGrant({ id: `H-001${index}`, person }));
  });
  discord.breaks.push("before", "before", "before");
  const tick = noticeTick(ports);
  await tick();
  expect(told()).toEqual([]);
  await tick();
  expect(discord.posted.map(({ to }) => to)).toEqual(people.slice(2));
  ports.setClock("2026-11-05T07:32:00.000Z");
  await tick();
  expect(discord.posted.map(({ to }) => to).sort()).toEqual([clerk, ...people]);
});

it("a kind that this version does not know is left out", async () => {
  await found(database, { older: true });
  await change(database, ({ providers }) => providers.save(aProvider()));
  await database.notices.plan(guild, [
    { key: "old", kind: "old", person: clerk, dueAt: "2026-11-05T06:00:00.000Z", until: "2026-11-06T06:00:00.000Z", data: {} },
  ]);
  await noticeTick(ports)();
  expect(ports.logged).toEqual([
    { message: "notice dropped", fields: { workspace: guild, person: clerk, kind: "old", reason: "no news any more" } },
  ]);
  expect(told()).toHaveLength(2);
});
