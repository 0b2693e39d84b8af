import type { Instant } from "@kairos/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { kinds } from "../../../packages/bot/src/notices/kinds.js";
import { lookInto } from "../../../packages/bot/src/notices/look.js";
import { planner } from "../../../packages/bot/src/notices/plan.js";
import { openDatabase } from "../../../packages/bot/src/store/database.js";
import type { Database } from "../../../packages/bot/src/store/store.js";
import { sha256 } from "../desk.js";
import {
  aGrant,
  aProvider,
  aSentQuote,
  change,
  clerk,
  colleague,
  found,
  guild,
  morning,
  nantes,
  plannedIn,
  portsOn,
  sayInFrench,
} from "./office.js";

let database: Database;
beforeEach(async () => {
  database = await openDatabase({ file: ":memory:", digest: sha256 });
});
afterEach(() => database.close());

/** What is planned about quotes by a process that starts at an instant. */
async function plannedAt(now: Instant): Promise<readonly string[]> {
  await planner(portsOn(database))(now);
  const planned = (await plannedIn(database)).filter(({ kind }) => kind === "digest" || kind === "quote-reminder");
  return planned.map(({ key }) => key).sort();
}

const digestOf = (day: string, person = clerk) => `digest:${day}:${person}`;
const reminderOf = (afterDays: number, { version = 1, person = clerk, reference = "DEV-2026-0001" } = {}) =>
  `quote-reminder:${reference}:${version}:${afterDays}:${person}`;

describe("the daily digest", () => {
  it("waits for its hour, comes once, and only for its own day", async () => {
    await found(database);
    expect(await plannedAt("2026-11-07T07:29:59.000Z")).toEqual([]);
    expect(await plannedAt("2026-11-07T07:30:00.000Z")).toEqual([digestOf("2026-11-07")]);
    expect(await plannedAt("2026-11-07T22:59:00.000Z")).toHaveLength(1);
    const [digest] = (await plannedIn(database)).filter(({ kind }) => kind === "digest");
    expect(digest).toMatchObject({ person: clerk, dueAt: "2026-11-07T07:30:00.000Z", until: "2026-11-07T23:00:00.000Z" });
    expect(digest?.data).toEqual({ today: "2026-11-07", remind: 1, correct: 0, expire: 0 });
    expect(await plannedAt("2026-11-10T12:00:00.000Z")).toContain(digestOf("2026-11-10"));
    expect(await plannedAt("2026-11-10T12:00:00.000Z")).not.toContain(digestOf("2026-11-08"));
  });

  it.each([
    ["Europe/Paris", "2026-10-24", "2026-10-24T06:30:00.000Z"],
    ["Europe/Paris", "2026-10-25", "2026-10-25T07:30:00.000Z"],
    ["America/Martinique", "2026-10-25", "2026-10-25T12:30:00.000Z"],
    ["Indian/Reunion", "2026-10-25", "2026-10-25T04:30:00.000Z"],
    ["Pacific/Tahiti", "2026-10-25", "2026-10-25T18:30:00.000Z"],
  ])("comes at the hour of %s on %s", async (timeZone, day, hour) => {
    await found(database, { settings: { timeZone } });
    await change(database, ({ quotes }) => quotes.save(aSentQuote({ submittedOn: "2026-10-01" })));
    const justBefore = new Date(Date.parse(hour) - 1).toISOString();
    expect(await plannedAt(justBefore)).not.toContain(digestOf(day));
    expect(await plannedAt(hour)).toContain(digestOf(day));
  });

  it("comes at the hour that was set, or never", async () => {
    await found(database, { settings: { chat: { digestAt: "18:00" } }, older: true });
    expect(await plannedAt("2026-11-05T16:59:00.000Z")).toEqual([]);
    expect(await plannedAt("2026-11-05T17:00:00.000Z")).toEqual([digestOf("2026-11-05"), reminderOf(3)]);
    await change(database, ({ providers }) => providers.save(aProvider({ settings: { chat: { digestAt: "off" } } })));
    expect(await plannedAt("2026-11-06T20:00:00.000Z")).not.toContain(digestOf("2026-11-06"));
  });

  it("leaves out what a reminder of the day tells the same person, and does not come empty", async () => {
    await found(database);
    await change(database, ({ grants }) => grants.save(aGrant({ id: "H-0002", person: colleague })));
    const told = async (now: Instant) => {
      await planner(portsOn(database))(now);
      const planned = await plannedIn(database);
      return Object.fromEntries(planned.map(({ key, data }) => [key, data.remind]));
    };
    expect(await told(morning)).toEqual({ [reminderOf(3)]: undefined, [digestOf("2026-11-05", colleague)]: 1 });
    await change(database, ({ quotes }) => quotes.save(aSentQuote({ reference: "DEV-2026-0009", submittedOn: "2026-10-01" })));
    expect(await told(morning)).toMatchObject({ [digestOf("2026-11-05")]: 1 });
    // The day after, and for a reminder that could not be told, the digest says it.
    expect(await told("2026-11-06T07:30:00.000Z")).toMatchObject({ [digestOf("2026-11-06")]: 2, [digestOf("2026-11-06", colleague)]: 2 });
  });

  it("says nothing when nothing waits", async () => {
    await found(database);
    expect(await plannedAt("2026-11-04T07:30:00.000Z")).toEqual([]);
    await change(database, ({ quotes }) => quotes.save(aSentQuote({ status: "accepted" })));
    expect(await plannedAt("2026-11-20T07:30:00.000Z")).toEqual([]);
  });
});

describe("people", () => {
  it("hear nothing once their rights are taken back, or before they begin", async () => {
    await found(database);
    await change(database, ({ grants }) => grants.save(aGrant({ person: clerk, revokedOn: "2026-11-05", revokedBy: "u-rgc" })));
    await change(database, ({ grants }) => grants.save(aGrant({ id: "H-0002", person: colleague, from: "2026-11-06" })));
    expect(await plannedAt(morning)).toEqual([]);
  });

  it("hear of the establishments they work for, and of nothing else", async () => {
    await found(database, { older: true });
    await change(database, async ({ grants }) => {
      await grants.save(aGrant({ id: "H-0002", person: colleague, siret: nantes }));
      await grants.save(aGrant({ id: "H-0003", person: "800000000000000005", profile: "rgc" }));
    });
    expect(await plannedAt(morning)).toEqual([digestOf("2026-11-05"), reminderOf(3)]);
  });

  it("get in the digest what they have the right to do", async () => {
    await found(database, { older: true });
    await change(database, async ({ grants }) => {
      await grants.save(aGrant({ id: "H-0002", person: colleague, profile: "assistant" }));
      await grants.save(aGrant({ id: "H-0003", person: "800000000000000005" }));
    });
    expect(await plannedAt(morning)).toEqual([digestOf("2026-11-05"), digestOf("2026-11-05", "800000000000000005"), reminderOf(3)]);
  });

  it("of another workspace hear nothing of this one", async () => {
    await found(database);
    await database.notices.plan("1098765432109876544", []);
    const look = await lookInto(portsOn(database), "1098765432109876544", morning);
    expect(look).toBeUndefined();
    await planner(portsOn(database))(morning);
    expect(new Set((await plannedIn(database)).map(({ workspace }) => workspace))).toEqual(new Set([guild]));
  });

  it("and workspaces that Discord does not know are not written to", async () => {
    await found(database, { workspace: "console" });
    await found(database);
    await change(database, ({ grants }) => grants.save(aGrant({ person: "gestionnaire" })));
    expect(await plannedAt(morning)).toEqual([]);
  });
});

describe("the reminder of a candidate", () => {
  it("comes once for each reminder day of each version, and is news for three days", async () => {
    await found(database, { settings: { chat: { digestAt: "off" } } });
    expect(await plannedAt("2026-11-05T07:29:00.000Z")).toEqual([]);
    expect(await plannedAt("2026-11-05T07:30:00.000Z")).toEqual([reminderOf(3)]);
    expect(await plannedAt("2026-11-07T20:00:00.000Z")).toEqual([reminderOf(3)]);
    expect(await plannedAt("2026-11-11T20:00:00.000Z")).toEqual([reminderOf(3), reminderOf(7)]);
    await change(database, ({ quotes }) => quotes.save(aSentQuote({ reference: "DEV-2026-0002", submittedOn: "2026-10-20" })));
    await change(database, ({ quotes }) => quotes.save(aSentQuote({ version: 2, submittedOn: "2026-11-11" })));
    expect(await plannedAt("2026-11-14T09:00:00.000Z")).toEqual([reminderOf(3), reminderOf(7), reminderOf(3, { version: 2 })].sort());
  });

  it("is news on its own day only for those whom the digest tells afterwards", async () => {
    await found(database);
    expect(await plannedAt("2026-11-06T00:00:00.000Z")).toEqual([]);
    await change(database, ({ grants }) => grants.save(aGrant({ person: clerk, profile: "assistant" })));
    expect(await plannedAt("2026-11-07T20:00:00.000Z")).toEqual([reminderOf(3)]);
  });

  it("goes to those who entered the quote, else to those who may submit it", async () => {
    await found(database, { settings: { chat: { digestAt: "off" } } });
    const other = aGrant({ id: "H-0002", person: colleague });
    await change(database, ({ grants }) => grants.save(other));
    expect(await plannedAt(morning)).toEqual([reminderOf(3)]);
    await change(database, ({ quotes }) => quotes.save(aSentQuote({ reference: "DEV-2026-0002", enteredBy: ["800000000000000009"] })));
    const [first, second] = [clerk, colleague].map((person) => reminderOf(3, { person, reference: "DEV-2026-0002" }));
    expect(await plannedAt(morning)).toEqual([reminderOf(3), first, second]);
  });
});

describe("a process that goes on", () => {
  it("sees what is new within minutes, and the hour when it comes", async () => {
    await found(database, { older: true });
    const plan = planner(portsOn(database));
    const count = async (now: Instant) => {
      await plan(now);
      return (await plannedIn(database)).length;
    };
    expect(await count("2026-11-05T07:25:00.000Z")).toBe(0);
    expect(await count("2026-11-05T07:30:00.000Z")).toBe(2);
    await change(database, ({ quotes }) => quotes.save(aSentQuote({ reference: "DEV-2026-0002" })));
    expect(await count("2026-11-05T07:39:00.000Z")).toBe(2);
    expect(await count("2026-11-05T07:40:00.000Z")).toBe(3);
  });

  it("goes past a workspace it cannot read", async () => {
    await found(database, { workspace: "1098765432109876000" });
    await found(database, { older: true });
    const ports = portsOn(database);
    const read: Database["read"] = (workspace, scope, work) =>
      workspace === guild ? database.read(workspace, scope, work) : Promise.reject(new Error("does not parse"));
    await planner({ ...ports, database: { ...database, read } })(morning);
    expect(await plannedIn(database)).toHaveLength(2);
    expect(ports.logged).toEqual([{ message: "notices not planned", fields: { workspace: "1098765432109876000" } }]);
  });
});

it("what is said: references, counts and days, then what to type; no name, no amount", async () => {
  await found(database);
  const decision = {
    version: 1,
    on: "2026-11-03",
    recordedBy: clerk,
    recordedAt: "2026-11-03T08:00:00.000Z",
    outcome: "correction-requested",
  } as const;
  await change(database, async ({ quotes }) => {
    await quotes.save(aSentQuote({ reference: "DEV-2026-0002", submittedOn: "2026-11-01" }));
    await quotes.save(aSentQuote({ reference: "DEV-2026-0003", validUntil: "2026-11-04" }));
    await quotes.save(aSentQuote({ reference: "DEV-2026-0004", status: "correction-requested", decision }));
    for (let index = 10; index < 21; index++) await quotes.save(aSentQuote({ reference: `DEV-2026-00${index}`, validUntil: "2026-11-03" }));
  });
  const look = await lookInto(portsOn(database), guild, morning);
  if (look === undefined) throw new Error("nothing to look at");
  const news = (await Promise.all([...kinds.values()].map(({ find }) => find(look)))).flat();
  expect(news.map(({ message }) => sayInFrench(message)).join("\n\n")).toMatchInlineSnapshot(`
    "Devis DEV-2026-0002, soumis le 01/11/2026 : le candidat ne l'a pas encore validé (relance n° 1). Appelez-le et guidez-le dans son espace France Travail. → /devis voir reference:DEV-2026-0002

    Devis DEV-2026-0001, soumis le 02/11/2026 : le candidat ne l'a pas encore validé (relance n° 1). Appelez-le et guidez-le dans son espace France Travail. → /devis voir reference:DEV-2026-0001

    À faire le 05/11/2026 :
    1 devis à relancer, depuis le 01/11/2026 : DEV-2026-0002 → /devis voir reference:DEV-2026-0002
    1 devis à corriger, depuis le 03/11/2026 : DEV-2026-0004 → /devis corriger reference:DEV-2026-0004
    12 devis dont la validité est passée, à prolonger ou à marquer comme expirés, le plus ancien depuis le 03/11/2026 : DEV-2026-0010, DEV-2026-0011, DEV-2026-0012, DEV-2026-0013, DEV-2026-0014, DEV-2026-0015, DEV-2026-0016, DEV-2026-0017, DEV-2026-0018, DEV-2026-0019 et 2 de plus → /devis expirer reference:DEV-2026-0010"
  `);
  const english = news.flatMap(({ message }) => message.map(({ text }) => text.en)).join("\n");
  expect(english).toMatchInlineSnapshot(`
    "Quote DEV-2026-0002, submitted on 2026-11-01: the candidate has not approved it yet (reminder 1). Call them and guide them in their France Travail space.
    Quote DEV-2026-0001, submitted on 2026-11-02: the candidate has not approved it yet (reminder 1). Call them and guide them in their France Travail space.
    To do on 2026-11-05:
    1 quote to follow up, since 2026-11-01: DEV-2026-0002
    1 quote to correct, since 2026-11-03: DEV-2026-0004
    12 quotes no longer valid, to extend or to mark as expired, the oldest since 2026-11-03: DEV-2026-0010, DEV-2026-0011, DEV-2026-0012, DEV-2026-0013, DEV-2026-0014, DEV-2026-0015, DEV-2026-0016, DEV-2026-0017, DEV-2026-0018, DEV-2026-0019 and 2 more"
  `);
  expect(JSON.stringify(news)).not.toMatch(/€|119|1700|Camille|Durand|Cariste|Atelier/);
});
