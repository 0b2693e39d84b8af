import type { Instant, MembershipInput } from "@kairos/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { agreementRenewal } from "../../../packages/bot/src/notices/agreement-renewal.js";
import { lookInto } from "../../../packages/bot/src/notices/look.js";
import { planner } from "../../../packages/bot/src/notices/plan.js";
import { sendDue } from "../../../packages/bot/src/notices/send.js";
import { openDatabase } from "../../../packages/bot/src/store/database.js";
import type { Database } from "../../../packages/bot/src/store/store.js";
import { sha256 } from "../desk.js";
import { aMembership } from "../store/fixtures.js";
import {
  aGrant,
  aProvider,
  change,
  colleague,
  fakeDiscord,
  guild,
  lyon,
  nantes,
  plannedIn,
  portsOn,
  sayInFrench,
  staffRoom,
} from "./office.js";

const rgc = "800000000000000001";
const endsOn = "2027-02-04";

let database: Database;
beforeEach(async () => {
  database = await openDatabase({ file: ":memory:", digest: sha256 });
  await change(database, async ({ providers, grants }) => {
    await providers.save(aProvider({ agreement: { endsOn } }));
    await grants.save(aGrant({ person: rgc, profile: "rgc", from: "2026-10-01" }));
    await grants.save(aGrant({ id: "H-0002", person: colleague, from: "2026-10-01" }));
  });
});
afterEach(() => database.close());

const keyOf = (days: number, { person = rgc, siret = lyon as string, end = endsOn } = {}) => `agreement:${siret}:${end}:${days}:${person}`;

async function plannedAt(now: Instant): Promise<readonly string[]> {
  await planner(portsOn(database))(now);
  return (await agreementsPlanned())
    .map(({ key }) => key)
    .filter((key) => key.startsWith("agreement"))
    .sort();
}

async function saidAt(now: Instant): Promise<readonly string[]> {
  const look = await lookInto(portsOn(database), guild, now);
  return look === undefined ? [] : (await agreementRenewal.find(look)).map(({ message }) => sayInFrench(message));
}

async function agreementsPlanned() {
  return (await plannedIn(database)).filter(({ kind }) => kind === "agreement-renewal");
}

const save = (changes: Partial<MembershipInput>) => change(database, ({ memberships }) => memberships.save(aMembership(changes)));

describe("the end of an agreement", () => {
  it("is said at the hour of the digest, once for each reminder day", async () => {
    expect(await plannedAt("2026-11-06T07:29:00.000Z")).toEqual([]);
    expect(await plannedAt("2026-11-06T07:30:00.000Z")).toEqual([keyOf(90)]);
    expect(await plannedAt("2027-01-04T12:00:00.000Z")).toEqual([keyOf(90)]);
    expect(await plannedAt("2027-01-05T07:30:00.000Z")).toEqual([keyOf(30), keyOf(90)]);
    expect(await plannedAt("2027-01-28T07:30:00.000Z")).toEqual([keyOf(30), keyOf(7), keyOf(90)].sort());
    expect(await plannedAt("2027-02-05T07:30:00.000Z")).toHaveLength(3);
  });

  it("is news until the next reminder takes over, then until the end", async () => {
    await plannedAt("2026-11-06T07:30:00.000Z");
    expect(await agreementsPlanned()).toMatchObject([{ dueAt: "2026-11-06T07:30:00.000Z", until: "2027-01-04T23:00:00.000Z" }]);
    await plannedAt("2027-01-28T07:30:00.000Z");
    const last = (await plannedIn(database)).find(({ key }) => key === keyOf(7));
    expect(last).toMatchObject({ until: "2027-02-04T23:00:00.000Z", data: { siret: lyon, endsOn, beforeDays: 7 } });
  });

  it("comes on the days the provider has set, and without a digest too", async () => {
    const settings = { membership: { renewalDays: [60] }, chat: { digestAt: "off" as const } };
    await change(database, ({ providers }) => providers.save(aProvider({ agreement: { endsOn }, settings })));
    expect(await plannedAt("2026-12-06T07:29:00.000Z")).toEqual([]);
    expect(await plannedAt("2026-12-06T07:30:00.000Z")).toEqual([keyOf(60)]);
  });

  it("goes to those who manage the establishment, each for their own", async () => {
    await change(database, async ({ providers, grants }) => {
      await providers.save(aProvider({ siret: nantes, agreement: { endsOn: "2026-12-06" } }));
      await grants.save(aGrant({ id: "H-0003", person: "800000000000000009", siret: nantes, profile: "rgc" }));
      await grants.save(aGrant({ id: "H-0004", person: "800000000000000008", profile: "rgc", revokedOn: "2026-11-01", revokedBy: rgc }));
    });
    expect(await plannedAt("2026-11-06T07:30:00.000Z")).toEqual(
      [keyOf(90), keyOf(30, { person: "800000000000000009", siret: nantes, end: "2026-12-06" })].sort(),
    );
  });

  it("is not said of an agreement that nobody knows, or that has ended", async () => {
    await change(database, ({ providers }) => providers.save(aProvider()));
    expect(await plannedAt("2026-11-06T07:30:00.000Z")).toEqual([]);
    await change(database, ({ providers }) => providers.save(aProvider({ agreement: { endsOn: "2026-11-05" } })));
    expect(await plannedAt("2026-11-06T09:30:00.000Z")).toEqual([]);
  });

  it("is dropped when it was renewed, or the right taken back, before it was sent", async () => {
    const discord = fakeDiscord();
    const ports = portsOn(database, discord);
    ports.setClock("2026-11-06T07:30:00.000Z");
    await planner(ports)("2026-11-06T07:30:00.000Z");
    await change(database, ({ providers }) => providers.save(aProvider({ agreement: { endsOn: "2030-02-04" } })));
    await sendDue(ports, () => false);
    expect(discord.posted).toEqual([]);
    expect(ports.logged.map(({ message }) => message)).toEqual(["notice dropped"]);
  });

  it("calls in the staff channel who cannot be written to, without saying what", async () => {
    await change(database, ({ providers }) =>
      providers.save(aProvider({ agreement: { endsOn }, settings: { chat: { staffChannel: staffRoom } } })),
    );
    const discord = fakeDiscord();
    discord.closed.add(rgc);
    const ports = portsOn(database, discord);
    ports.setClock("2026-11-06T07:30:00.000Z");
    await planner(ports)("2026-11-06T07:30:00.000Z");
    await sendDue(ports, () => false);
    expect(discord.posted.map(({ text }) => text)).toEqual([
      "Un message de Kairos vous attend, mais vos messages privés sont fermés. → /adhesion statut",
    ]);
  });
});

it("what is said: the establishment, days and what to do; no name, no address", async () => {
  await change(database, ({ providers }) =>
    providers.save(aProvider({ agreement: { endsOn, number: "0126ADR-1/1" }, settings: { portalHost: "portail-temoin.example" } })),
  );
  expect(await saidAt("2026-11-06T07:30:00.000Z")).toMatchInlineSnapshot(`
    [
      "Établissement 73282932000074 : l'adhésion au portail prend fin le 04/02/2027, dans 90 jours. Demandez le renouvellement à France Travail. → /adhesion statut",
    ]
  `);
  await change(database, ({ providers }) => providers.save(aProvider({ agreement: { endsOn, assumed: true } })));
  expect(await saidAt("2026-11-06T07:30:00.000Z")).toMatchInlineSnapshot(`
    [
      "Établissement 73282932000074 : l'adhésion au portail prend fin le 04/02/2027, dans 90 jours (date supposée : vérifiez sur le courrier). Demandez le renouvellement à France Travail. → /adhesion statut",
    ]
  `);
  await save({ status: "active", documents: { "renewal-request": "2027-01-20" } });
  expect([...(await saidAt("2027-02-03T07:30:00.000Z")), ...(await saidAt("2027-02-04T07:30:00.000Z"))]).toMatchInlineSnapshot(`
    [
      "Établissement 73282932000074 : l'adhésion au portail prend fin le 04/02/2027, dans 1 jour (date supposée : vérifiez sur le courrier). Renouvellement demandé le 20/01/2027 : relancez France Travail. → /adhesion statut",
      "Établissement 73282932000074 : l'adhésion au portail prend fin le 04/02/2027, aujourd'hui (date supposée : vérifiez sur le courrier). Renouvellement demandé le 20/01/2027 : relancez France Travail. → /adhesion statut",
    ]
  `);
  const all = JSON.stringify(await Promise.all(["2026-11-06", "2027-02-03"].map((day) => saidAt(`${day}T07:30:00.000Z`))));
  expect(all).not.toMatch(/temoin|Atelier|u-rgc|0126ADR/);
});
