import { type AppointmentInput, appointmentSchema, type Instant, laterBy } from "@kairos/core";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { noticeTick } from "../../../packages/bot/src/notices/loop.js";
import { openDatabase } from "../../../packages/bot/src/store/database.js";
import type { Database } from "../../../packages/bot/src/store/store.js";
import { sha256 } from "../desk.js";
import { aGrant, aProvider, change, clerk, colleague, type FakeDiscord, fakeDiscord, lyon, portsOn } from "./office.js";

const trainer = "800000000000000006";

let database: Database;
let discord: FakeDiscord;
beforeEach(async () => {
  database = await openDatabase({ file: ":memory:", digest: sha256 });
  discord = fakeDiscord();
  await open(database);
});
afterEach(() => database.close());

/** A provider whose clerk manages appointments, and a trainer who only reads their own. */
async function open(on: Database): Promise<void> {
  await change(on, async ({ providers, grants }) => {
    await providers.save(aProvider({ settings: { chat: { digestAt: "off" } } }));
    await grants.save(aGrant({ person: clerk, profile: "assistant" }));
    await grants.save(aGrant({ id: "H-0002", person: trainer, profile: "trainer" }));
  });
}

/** At ten in Paris on a Monday, with the trainer; set long before. */
function anAppointment(changes: Partial<AppointmentInput> = {}) {
  return appointmentSchema.parse({
    reference: "RDV-2026-0001",
    siret: lyon,
    kind: "follow-up",
    status: "confirmed",
    startsAt: "2026-12-07T09:00:00.000Z",
    minutes: 45,
    participants: [
      { role: "candidate", trainee: "T-0007" },
      { role: "trainer", person: trainer },
    ],
    steps: [{ action: "propose", by: clerk, at: "2026-11-02T08:00:00.000Z" }],
    sequence: 0,
    ...changes,
  });
}

const keep = (changes: Partial<AppointmentInput> = {}) => change(database, ({ appointments }) => appointments.save(anAppointment(changes)));

/** A process that starts at an instant; each look says who has been told what since the last. */
function aProcess(on: Database = database, with_: FakeDiscord = discord) {
  const ports = portsOn(on, with_);
  const tick = noticeTick(ports);
  return async (now: Instant) => {
    const before = with_.posted.length;
    ports.setClock(now);
    await tick();
    return with_.posted
      .slice(before)
      .filter(({ text }) => /rappel/i.test(text))
      .map(({ to, text }) => `${to}: ${text.replaceAll("\u00a0", " ")}`);
  };
}

describe("the reminder of an appointment", () => {
  it("says when, what and who is to be warned, without a name, to whoever of the team takes part", async () => {
    await keep();
    const look = aProcess();
    expect(await look("2026-11-30T08:59:00.000Z")).toEqual([]);
    expect(await look("2026-11-30T09:00:00.000Z")).toEqual([
      `${trainer}: Rappel, 7 jours avant : suivi avec le formateur le 07/12/2026 à 10:00, sur place (RDV-2026-0001). Prévenez le candidat. → /rdv voir reference:RDV-2026-0001`,
    ]);
    expect(await look("2026-12-06T09:00:00.000Z")).toHaveLength(1);
    expect(await look("2026-12-07T07:00:00.000Z")).toHaveLength(1);
    expect(await look("2026-12-07T08:30:00.000Z")).toEqual([]);
    expect(discord.posted.filter(({ text }) => text.startsWith("Rappel")).map(({ text }) => text.slice(0, 15))).toEqual([
      "Rappel, 7 jours",
      "Rappel, 1 jour ",
      "Rappel, 2\u00a0h ava",
    ]);
  });

  it("goes to those who manage appointments when nobody of the team can be told", async () => {
    await keep({
      participants: [
        { role: "candidate", trainee: "T-0007" },
        { role: "staff", person: "u-no-chat" },
      ],
      status: "proposed",
    });
    const [told, ...others] = await aProcess()("2026-12-06T09:00:00.000Z");
    expect(told).toMatch(new RegExp(`^${clerk}: .*Prévenez le candidat\\. La date attend encore sa réponse\\.`));
    expect(others).toEqual([]);
  });

  it("set two hours and five minutes before is told of two hours before, by a desk that had just looked", async () => {
    const look = aProcess();
    expect(await look("2026-12-07T06:54:30.000Z")).toEqual([]);
    const set = { action: "propose", by: clerk, at: "2026-12-07T06:55:00.000Z" } as const;
    await keep({ steps: [set] });
    const told: string[] = [];
    for (let minute = 0; minute < 12; minute++) told.push(...(await look(laterBy("2026-12-07T06:55:30.000Z", minute))));
    expect(told.map((text) => text.slice(trainer.length, trainer.length + 16))).toEqual([": Rappel, 2 h av"]);
  });

  it("wakes at once for a time just set, not ten minutes later", async () => {
    const look = aProcess();
    await look("2026-12-07T08:47:00.000Z");
    const steps = [{ action: "propose", by: clerk, at: "2026-12-07T08:48:00.000Z" }] as const;
    await database.deliver(
      { workspace: "1098765432109876543", id: "set", at: steps[0].at, actor: clerk, path: "rdv proposer" },
      async (unit) => {
        const store = unit.store("all");
        await store.appointments.save(anAppointment({ steps: [...steps], reminderMinutes: [10] }));
        await store.audit.append({
          at: steps[0].at,
          actor: clerk,
          act: "rdv.proposer",
          object: "RDV-2026-0001",
          outcome: "done",
          details: {},
        });
        return { outcome: "done" };
      },
    );
    expect(await look("2026-12-07T08:49:00.000Z")).toEqual([]);
    expect(await look("2026-12-07T08:50:00.000Z")).toHaveLength(1);
  });

  it("comes again for a moved time, never for one that is cancelled or over", async () => {
    await keep();
    const look = aProcess();
    expect(await look("2026-12-06T09:00:00.000Z")).toHaveLength(1);
    await keep({
      startsAt: "2026-12-08T09:00:00.000Z",
      status: "moved",
      sequence: 1,
      steps: [...anAppointment().steps, { action: "move", by: clerk, at: "2026-12-06T10:00:00.000Z", from: "2026-12-07T09:00:00.000Z" }],
    });
    expect(await look("2026-12-07T07:00:00.000Z")).toEqual([]);
    expect(await look("2026-12-07T09:00:00.000Z")).toHaveLength(1);
    await keep({ startsAt: "2026-12-08T09:00:00.000Z", status: "cancelled" });
    expect(await look("2026-12-08T07:00:00.000Z")).toEqual([]);
    expect(await look("2026-12-08T08:59:00.000Z")).toEqual([]);
  });
});

describe("a desk that was off", () => {
  it("still says what is in time", async () => {
    await keep();
    expect(await aProcess()("2026-12-07T07:29:00.000Z")).toEqual([expect.stringContaining("Rappel, 2 h avant")]);
  });

  it("says what it missed, once, to who manages appointments, and does not send it late", async () => {
    await keep();
    const look = aProcess();
    expect(await look("2026-12-06T09:00:00.000Z")).toHaveLength(1);
    const woken = aProcess();
    expect(await woken("2026-12-07T07:30:00.000Z")).toEqual([
      `${clerk}: Un rappel de rendez-vous n'est pas parti : Kairos était arrêté. Voyez si chacun est prévenu.\nRDV-2026-0001, le 07/12/2026 à 10:00 : rappel de 2 h → /rdv voir reference:RDV-2026-0001`,
    ]);
    expect(await woken("2026-12-07T08:45:00.000Z")).toEqual([]);
    expect(await aProcess()("2026-12-07T08:46:00.000Z")).toEqual([]);
  });

  it("says nothing of what is over, nor of what the next reminder says anyway", async () => {
    await keep();
    expect(await aProcess()("2026-12-07T09:00:00.000Z")).toEqual([]);
    await keep({ reference: "RDV-2026-0002", startsAt: "2026-12-08T09:00:00.000Z" });
    // The seven days' reminder was missed, the one of the day before is due.
    expect(await aProcess()("2026-12-07T09:30:00.000Z")).toEqual([expect.stringContaining("Rappel, 1 jour avant")]);
  });

  it("tells of several together, and of each once", async () => {
    for (const number of [1, 2, 3])
      await keep({ reference: `RDV-2026-000${number}`, startsAt: laterBy("2026-12-07T09:00:00.000Z", number) });
    const look = aProcess();
    const [told, ...others] = await look("2026-12-07T07:34:00.000Z");
    expect(told).toContain("3 rappels de rendez-vous ne sont pas partis : Kairos était arrêté.");
    expect(others).toEqual([]);
    const steps = [{ action: "propose", by: clerk, at: "2026-12-06T20:00:00.000Z" }] as const;
    await keep({ reference: "RDV-2026-0004", startsAt: "2026-12-08T12:00:00.000Z", steps: [...steps] });
    const again = await look("2026-12-07T09:50:00.000Z");
    expect(again).toEqual([]);
    const [next] = await aProcess()("2026-12-07T18:05:00.000Z");
    expect(next).toMatch(/RDV-2026-0004, le 08\/12\/2026 à 13:00 : rappel de 1 jour/);
    expect(next).not.toMatch(/RDV-2026-000[123]/);
  });

  it("counts what somebody could not be given as missed, and what they were called for as told", async () => {
    await keep();
    discord.closed.add(trainer);
    const look = aProcess();
    expect(await look("2026-12-07T07:00:00.000Z")).toEqual([]);
    expect(await look("2026-12-07T07:31:00.000Z")).toEqual([expect.stringContaining("le message n'a pu être remis à personne")]);
    await change(database, ({ providers }) =>
      providers.save(aProvider({ settings: { chat: { digestAt: "off", staffChannel: "900000000000000003" } } })),
    );
    await keep({ reference: "RDV-2026-0002", startsAt: "2026-12-07T10:00:00.000Z" });
    await look("2026-12-07T08:00:00.000Z");
    expect(await look("2026-12-07T08:31:00.000Z")).toEqual([]);
  });

  it("does not call missed what a change of the settings makes due in the past", async () => {
    await keep();
    await change(database, async ({ providers, audit }) => {
      await providers.save(aProvider({ settings: { chat: { digestAt: "off" }, appointments: { reminderMinutes: [2880] } } }));
      const at = "2026-12-06T20:00:00.000Z";
      await audit.append({ at, actor: clerk, act: "organisme.regler", object: lyon, outcome: "done", details: { setting: "rdv-rappels" } });
    });
    expect(await aProcess()("2026-12-06T21:00:00.000Z")).toEqual([]);
  });

  it("does not call missed what was asked for one appointment once its time had passed", async () => {
    await keep({ reminderMinutes: [2880] });
    await change(database, async ({ audit }) => {
      const at = "2026-12-06T20:00:00.000Z";
      await audit.append({ at, actor: clerk, act: "rdv.corriger", object: "RDV-2026-0001", outcome: "done", details: {} });
    });
    await keep({ reference: "RDV-2026-0002", reminderMinutes: [2880] });
    const [told, ...others] = await aProcess()("2026-12-06T21:00:00.000Z");
    expect(others).toEqual([]);
    expect(told).toContain("RDV-2026-0002");
    expect(told).not.toContain("RDV-2026-0001");
  });
});

it("however often processes stop, start and look at once, each reminder is told once, or said once to be missed", {
  timeout: 120_000,
}, async () => {
  const minute = fc.record({
    asleep: fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 1, max: 9 }) }, { weight: 2, arbitrary: fc.integer({ min: 10, max: 900 }) }),
    turns: fc.array(fc.constantFrom("a", "b"), { minLength: 1, maxLength: 3 }),
    restarted: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(minute, { minLength: 1, maxLength: 12 }), fc.integer({ min: 0, max: 3000 }), async (day, early) => {
      const own = await openDatabase({ file: ":memory:", digest: sha256 });
      const chat = fakeDiscord();
      try {
        await open(own);
        await change(own, async ({ appointments, grants }) => {
          await grants.save(aGrant({ id: "H-0003", person: colleague, profile: "coordinator" }));
          await appointments.save(anAppointment());
          await appointments.save(anAppointment({ reference: "RDV-2026-0002", startsAt: "2026-12-07T09:20:00.000Z" }));
        });
        let now = laterBy("2026-12-07T09:00:00.000Z", -early);
        const processes = { a: aProcess(own, chat), b: aProcess(own, chat) };
        for (const { asleep, turns, restarted } of day) {
          now = laterBy(now, asleep);
          if (restarted) processes.a = aProcess(own, chat);
          await Promise.all(turns.map((name) => processes[name](now)));
        }
        const said = chat.posted.flatMap(({ to, text }) =>
          text.startsWith("Rappel,")
            ? [`${to} ${/RDV-[\d-]+/.exec(text)?.[0]} ${/Rappel, ([^:]+) avant/.exec(text)?.[1]}`]
            : [...text.matchAll(/(RDV-[\d-]+), le .* : rappel de (.+?) →/g)].map(
                ([, reference, before]) => `missed ${to} ${reference} ${before}`,
              ),
        );
        expect(said.length).toBe(new Set(said).size);
        const sent = new Set(said.filter((one) => !one.startsWith("missed")).map((one) => one.replace(/^\S+ /, "")));
        for (const one of said.filter((text) => text.startsWith("missed"))) expect(sent.has(one.replace(/^missed \S+ /, ""))).toBe(false);
      } finally {
        await own.close();
      }
    }),
    { numRuns: 25 },
  );
});
