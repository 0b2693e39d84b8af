import { type AttendanceRecord, monthStatement, openMonth, plannedHalfDays } from "@kairos/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lookInto } from "../../../packages/bot/src/notices/look.js";
import { monthsDue } from "../../../packages/bot/src/notices/months-due.js";
import { movementsDue } from "../../../packages/bot/src/notices/movements-due.js";
import type { NewsKind } from "../../../packages/bot/src/notices/notice.js";
import { planner } from "../../../packages/bot/src/notices/plan.js";
import { openDatabase } from "../../../packages/bot/src/store/database.js";
import type { Database } from "../../../packages/bot/src/store/store.js";
import { sha256 } from "../desk.js";
import { aSchedule, aSession } from "../store/fixtures.js";
import { aGrant, aProvider, change, clerk, colleague, guild, lyon, nantes, plannedIn, portsOn, sayInFrench } from "./office.js";

const reference = "SE-2026-014";
const halfDays = ["2026-12-07", "2026-12-18"].map((day) => ({ day, half: "morning" as const, from: "09:00", until: "12:30" }));

let database: Database;
beforeEach(async () => {
  database = await openDatabase({ file: ":memory:", digest: sha256 });
  await change(database, async (store) => {
    await store.providers.save(aProvider());
    await store.grants.save(aGrant({ person: clerk, profile: "coordinator" }));
    await store.grants.save(aGrant({ id: "H-0002", person: colleague, profile: "assistant" }));
    const session = aSession();
    await store.sessions.save(session);
    await store.schedules.save(aSchedule({ halfDays }), session);
    await store.enrolments.save({ sessionReference: reference, siret: lyon, traineeId: "T-0001" });
    await store.attendance.saveMany([factOn("2026-12-07")], { by: "lea", at: "2026-12-07T17:00:00.000Z" });
  });
});
afterEach(() => database.close());

function factOn(day: string): AttendanceRecord {
  return {
    ...{ sessionReference: reference, siret: lyon, traineeId: "T-0001", day, half: "morning", status: "present" },
    ...{ source: "desk", recordedBy: "lea", recordedAt: `${day}T17:00:00.000Z` },
  } as const;
}

async function said(kind: NewsKind, day: string, time = "07:30:00.000Z") {
  const look = await lookInto(portsOn(database), guild, `${day}T${time}`);
  if (look === undefined) throw new Error("nothing to look at");
  return (await kind.find(look)).map(({ key, message, dueAt, until }) => ({ key, text: sayInFrench(message), dueAt, until }));
}

async function declare(kind: "entry" | "exit", on: string, declaredOn: string) {
  const declared = { sessionReference: reference, siret: lyon, traineeId: "T-0001", kind, on, declaredOn };
  await change(database, (store) => store.movements.save({ ...declared, recordedBy: clerk, recordedAt: `${declaredOn}T09:00:00.000Z` }));
}

describe("the movements of the day", () => {
  it.each([
    ["2026-12-08", undefined],
    ["2026-12-09", "1 mouvement à déclarer à France Travail : 1 demain au plus tard (SE-2026-014). → /assiduite mouvements"],
    ["2026-12-10", "1 mouvement à déclarer à France Travail : 1 aujourd'hui (SE-2026-014). → /assiduite mouvements"],
    ["2026-12-11", "1 mouvement à déclarer à France Travail : 1 en retard (SE-2026-014). → /assiduite mouvements"],
    ["2026-12-20", "2 mouvements à déclarer à France Travail : 1 en retard, 1 demain au plus tard (SE-2026-014). → /assiduite mouvements"],
  ])("are told on %s: %s", async (day, text) => {
    const news = await said(movementsDue, day);
    expect(news.map((one) => one.text)).toEqual(text === undefined ? [] : [text]);
    for (const one of news) expect(one).toMatchObject({ key: `movements-due:${day}:${clerk}`, dueAt: `${day}T07:30:00.000Z` });
  });

  it("are told no more once they are declared", async () => {
    await declare("entry", "2026-12-07", "2026-12-10");
    expect(await said(movementsDue, "2026-12-11")).toEqual([]);
  });

  it("are told once a day, at the hour of the digest, to who records attendance and to nobody else", async () => {
    const plan = planner(portsOn(database));
    const keys = async () => (await plannedIn(database)).filter(({ kind }) => kind === "movements-due").map(({ key }) => key);
    await plan("2026-12-11T07:29:00.000Z");
    expect(await keys()).toEqual([]);
    for (const time of ["07:30", "07:45", "15:00", "22:30"]) await plan(`2026-12-11T${time}:00.000Z`);
    expect(await keys()).toEqual([`movements-due:2026-12-11:${clerk}`]);
    await plan("2026-12-12T08:00:00.000Z");
    expect(await keys()).toHaveLength(2);
  });

  it("of another establishment are not told", async () => {
    await change(database, async ({ providers, grants }) => {
      await providers.save(aProvider({ siret: nantes, name: "Atelier de Nantes" }));
      await grants.save(aGrant({ person: clerk, revokedOn: "2026-12-01", revokedBy: "u-rgc" }));
      await grants.save(aGrant({ id: "H-0003", person: clerk, profile: "coordinator", siret: nantes }));
    });
    expect(await said(movementsDue, "2026-12-11")).toEqual([]);
  });
});

describe("the months to close", () => {
  it.each([
    ["2027-01-01", undefined],
    ["2027-01-02", "le 05/01/2027 au plus tard"],
    ["2027-01-04", "le 05/01/2027 au plus tard"],
    ["2027-01-05", "aujourd'hui au plus tard"],
    ["2027-01-06", undefined],
  ])("are told on %s: %s", async (day, when) => {
    const news = await said(monthsDue, day);
    const text = `Assiduité de décembre 2026 : 1 session à clôturer et à saisir dans le portail, ${when} (SE-2026-014). → /assiduite mois mois:2026-12`;
    expect(news.map((one) => one.text)).toEqual(when === undefined ? [] : [text]);
  });

  it("are told twice in all: three days before, then the day itself", async () => {
    const days = ["2027-01-02", "2027-01-03", "2027-01-04", "2027-01-05"];
    const keys = new Set((await Promise.all(days.map((day) => said(monthsDue, day)))).flatMap((news) => news.map(({ key }) => key)));
    expect([...keys]).toEqual(["2027-01-02", "2027-01-05"].map((day) => `months-due:${lyon}:2026-12:${day}:${clerk}`));
  });

  it("are told on the first of the month at the earliest, and once where that is the last day too", async () => {
    await change(database, ({ providers }) => providers.save(aProvider({ settings: { attendance: { monthlyDeadlineDay: 1 } } })));
    expect(await said(monthsDue, "2026-12-31")).toEqual([]);
    expect(await said(monthsDue, "2027-01-01")).toHaveLength(1);
    expect(await said(monthsDue, "2027-01-02")).toEqual([]);
  });

  it("are told no more once they are closed, nor where nothing was planned", async () => {
    await change(database, async (store) => {
      const planned = plannedHalfDays(aSchedule({ halfDays }), await store.enrolments.ofSession(reference));
      expect(monthStatement("2026-12", planned, []).planned).toBe(420);
      await store.months.save({ ...openMonth(aSession(), "2026-12"), status: "closed" });
    });
    expect(await said(monthsDue, "2027-01-05")).toEqual([]);
    expect(await said(monthsDue, "2027-02-05")).toEqual([]);
  });

  it("and the movements are told without a name", async () => {
    const all = [...(await said(movementsDue, "2026-12-20")), ...(await said(monthsDue, "2027-01-05"))];
    expect(all).toHaveLength(2);
    expect(JSON.stringify(all)).not.toMatch(/T-0001|Camille|Durand|Cariste/);
  });
});
