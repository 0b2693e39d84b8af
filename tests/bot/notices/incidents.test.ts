import type { Incident } from "@kairos/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { digest } from "../../../packages/bot/src/notices/digest.js";
import { incidentKnown } from "../../../packages/bot/src/notices/incident-known.js";
import { incidentReminder } from "../../../packages/bot/src/notices/incident-reminder.js";
import { incidentSolved } from "../../../packages/bot/src/notices/incident-solved.js";
import { lookInto } from "../../../packages/bot/src/notices/look.js";
import type { NewsKind } from "../../../packages/bot/src/notices/notice.js";
import { planner } from "../../../packages/bot/src/notices/plan.js";
import { openDatabase } from "../../../packages/bot/src/store/database.js";
import type { Database } from "../../../packages/bot/src/store/store.js";
import { anIncident } from "../../examples/incident.js";
import { sha256 } from "../desk.js";
import { aGrant, aProvider, change, clerk, colleague, guild, lyon, nantes, plannedIn, portsOn, sayInFrench } from "./office.js";

const third = "800000000000000005";
const manager = "800000000000000006";

let database: Database;
beforeEach(async () => {
  database = await openDatabase({ file: ":memory:", digest: sha256 });
  await change(database, async ({ providers, grants }) => {
    await providers.save(aProvider());
    for (const [rank, person] of [clerk, colleague, third].entries()) await grants.save(aGrant({ id: `H-000${rank + 1}`, person }));
    await grants.save(aGrant({ id: "H-0009", person: manager, profile: "rgc" }));
  });
});
afterEach(() => database.close());

const report = (rank: number, more: Partial<Incident> = {}) =>
  change(database, ({ incidents }) =>
    incidents.save(
      anIncident({ reference: `INC-2026-000${rank}`, siret: lyon, reporter: clerk, reportedAt: "2026-12-07T08:20:00.000Z", ...more }),
    ),
  );
const step = (action: Incident["history"][number]["action"], at: string, by = clerk) => ({ history: [{ action, by, at }] });

async function said({ find }: NewsKind, now: string) {
  const look = await lookInto(portsOn(database), guild, now);
  if (look === undefined) throw new Error("nothing to look at");
  return (await find(look)).map(({ person, message, dueAt, until }) => ({
    person,
    text: sayInFrench(message),
    isDue: dueAt <= now && now < until,
  }));
}

describe("a reminder of an incident", () => {
  const lastly = async (day: string) =>
    (await said(incidentReminder, `${day}T07:30:00.000Z`)).filter(({ isDue }) => isDue).map(({ text }) => text);

  it("comes the next morning for a file that is not complete, at the hour of the digest, for three days", async () => {
    await report(1);
    const text =
      "INC-2026-0001 (erreur 403, accès refusé) n'est pas complet : il ne peut pas partir au support. → /incident completer incident:INC-2026-0001";
    expect((await said(incidentReminder, "2026-12-07T22:00:00.000Z")).filter(({ isDue }) => isDue)).toEqual([]);
    expect((await said(incidentReminder, "2026-12-08T07:29:00.000Z")).filter(({ isDue }) => isDue)).toEqual([]);
    expect(await lastly("2026-12-08")).toEqual([text]);
    expect(await lastly("2026-12-10")).toEqual([text]);
    expect(await lastly("2026-12-11")).toEqual([]);
  });

  it("comes the day after a file was complete and is not said to be sent", async () => {
    await report(1, { status: "complete", ...step("complete", "2026-12-07T09:00:00.000Z") });
    expect(await lastly("2026-12-07")).toEqual([]);
    const [text] = await lastly("2026-12-08");
    expect(text).toContain("est complet depuis le 07/12/2026, et pas noté comme envoyé");
  });

  it("comes each time the days that were set pass without an answer", async () => {
    await change(database, ({ providers }) => providers.save(aProvider({ settings: { support: { reminderDays: 5 } } })));
    await report(1, { status: "sent", ...step("send", "2026-12-07T09:00:00.000Z") });
    expect(await lastly("2026-12-11")).toEqual([]);
    expect((await lastly("2026-12-12"))[0]).toContain("pas de réponse notée depuis 5 jours");
    expect(await lastly("2026-12-15")).toEqual([]);
    expect((await lastly("2026-12-17"))[0]).toContain("pas de réponse notée depuis 10 jours");
    await report(1, { status: "answered", ...step("answer", "2026-12-17T09:00:00.000Z") });
    expect(await lastly("2026-12-22")).toEqual([]);
  });

  it("comes no more half a year after the report", async () => {
    await report(1, { status: "sent", reportedAt: "2026-06-08T08:20:00.000Z", ...step("send", "2026-06-08T09:00:00.000Z") });
    expect(await lastly("2026-12-08")).toHaveLength(1);
    expect(await lastly("2026-12-09")).toEqual([]);
  });

  it("goes to who reported it and still may, and tells nothing of what was written", async () => {
    await report(1, { reporter: colleague });
    await report(2, { reporter: "800000000000000099" });
    await report(3, { siret: nantes, reporter: clerk });
    const news = await said(incidentReminder, "2026-12-08T07:30:00.000Z");
    expect(news.map(({ person }) => person)).toEqual([colleague]);
    expect(news[0]?.text).not.toMatch(/LMARCHAND|Modifier|Chrome|Rives|DEV-/);
  });

  it("is planned once a day", async () => {
    await report(1);
    const plan = planner(portsOn(database));
    for (const time of ["07:30", "07:45", "15:00"]) await plan(`2026-12-08T${time}:00.000Z`);
    const keys = (await plannedIn(database)).filter(({ kind }) => kind === "incident-reminder").map(({ key }) => key);
    expect(keys).toEqual([`incident-reminder:INC-2026-0001:complete:2026-12-08:${clerk}`]);
  });
});

describe("the same thing seen by three people", () => {
  const sameAs = "INC-2026-0001";
  const now = "2026-12-07T09:00:00.000Z";
  const seenBy = async (...people: readonly string[]) => {
    for (const [rank, reporter] of people.entries()) {
      await report(rank + 1, { reporter, reportedAt: `2026-12-07T08:${20 + rank}:00.000Z`, ...(rank > 0 && { sameAs }) });
    }
  };

  it("is told to those who reported before the third, once", async () => {
    await seenBy(clerk, colleague);
    expect(await said(incidentKnown, now)).toEqual([]);
    await seenBy(clerk, colleague, third);
    const news = await said(incidentKnown, now);
    expect(news.map(({ person, isDue }) => [person, isDue])).toEqual([
      [clerk, true],
      [colleague, true],
    ]);
    expect(news[1]?.text).toBe(
      "2 autres personnes voient la même chose que vous (erreur 403, accès refusé). Tout est suivi dans INC-2026-0001 ; vous saurez quand c'est résolu. → /incident voir incident:INC-2026-0002",
    );
  });

  it("is no news the day after, nor when one person reports three times", async () => {
    await seenBy(clerk, colleague, third);
    expect((await said(incidentKnown, "2026-12-08T08:21:59.000Z")).map(({ isDue }) => isDue)).toEqual([true, true]);
    expect((await said(incidentKnown, "2026-12-08T08:22:00.000Z")).map(({ isDue }) => isDue)).toEqual([false, false]);
    await seenBy(clerk, clerk, colleague);
    expect(await said(incidentKnown, now)).toEqual([]);
  });

  it("is told to be solved to those who did not solve it", async () => {
    const solved = { status: "solved" as const, ...step("solve", "2026-12-07T10:00:00.000Z"), solution: "Portail rétabli" };
    await report(1, solved);
    await report(2, { reporter: colleague, sameAs, ...solved });
    const news = await said(incidentSolved, "2026-12-07T10:05:00.000Z");
    expect(news).toEqual([
      {
        person: colleague,
        text: "INC-2026-0002 (erreur 403, accès refusé) est résolu avec INC-2026-0001. Si cela recommence, rouvrez-le. → /incident voir incident:INC-2026-0002",
        isDue: true,
      },
    ]);
    expect(await said(incidentSolved, "2026-12-10T08:00:00.000Z")).toEqual([]);
  });
});

describe("the digest", () => {
  it("counts the open incidents for who follows everybody's, and for nobody else", async () => {
    await report(1);
    await report(2, { status: "sent" });
    await report(3, { status: "solved" });
    const news = await said(digest, "2026-12-08T07:30:00.000Z");
    expect(news.map(({ person }) => person)).toEqual([manager]);
    expect(news[0]?.text).toBe("À faire le 08/12/2026 :\n2 incidents ouverts dans le portail → /incident liste");
  });
});
