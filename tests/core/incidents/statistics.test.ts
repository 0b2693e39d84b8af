import { type Incident, incidentsOf, incidentWait, settingsSchema } from "@kairos/core";
import { describe, expect, it } from "vitest";
import { anIncident } from "../../examples/incident.js";

const paris = "Europe/Paris";
const solvedAt = (...instants: readonly string[]): Pick<Incident, "status" | "history"> => ({
  status: "solved",
  history: instants.flatMap((at) => [
    { action: "solve" as const, by: "lea", at },
    ...(at === instants.at(-1) ? [] : [{ action: "reopen" as const, by: "lea", at }]),
  ]),
});
const reported = (rank: number, reportedAt: string, more: Partial<Incident> = {}) =>
  anIncident({ reference: `INC-2026-000${rank}`, reportedAt, ...more });

describe("a month of incidents", () => {
  it("has a row a cause within its symptom, the most frequent first; one not found stands as such", () => {
    const day = "2026-12-07T08:00:00.000Z";
    const counts = incidentsOf(
      "2026-12",
      [
        reported(1, day, { cause: "forbidden-portal" }),
        reported(2, day, { cause: undefined }),
        reported(3, day, { cause: undefined }),
        reported(4, day, { symptom: "blank-page", cause: undefined }),
        reported(5, day, { cause: "of-another-version" }),
      ],
      paris,
    );
    expect(counts.map(({ symptom, cause, reported: many }) => [symptom, cause, many])).toEqual([
      ["forbidden", undefined, 3],
      ["blank-page", undefined, 1],
      ["forbidden", "forbidden-portal", 1],
    ]);
  });

  it("begins and ends at midnight on the clocks of the establishment", () => {
    const edges = ["2026-11-30T22:59:59.000Z", "2026-11-30T23:00:00.000Z", "2026-12-31T22:59:59.000Z", "2026-12-31T23:00:00.000Z"];
    const all = edges.map((at, rank) => reported(rank + 1, at));
    const many = (month: string, zone = paris) => incidentsOf(month, all, zone).reduce((sum, one) => sum + one.reported, 0);
    expect([many("2026-11"), many("2026-12"), many("2027-01"), many("2026-10")]).toEqual([1, 2, 1, 0]);
    expect([many("2026-11", "America/Martinique"), many("2026-12", "America/Martinique")]).toEqual([2, 2]);
  });

  it("takes the time to the last solution, and none while it is reopened", () => {
    const at = "2026-12-07T08:00:00.000Z";
    const twice = reported(1, at, solvedAt("2026-12-07T09:00:00.000Z", "2026-12-08T08:00:00.000Z"));
    expect(incidentsOf("2026-12", [twice], paris)).toMatchObject([{ solved: 1, medianMinutes: 1440 }]);
    const again: Incident = { ...twice, status: "reopened" };
    expect(incidentsOf("2026-12", [again], paris)).toMatchObject([{ solved: 0, medianMinutes: undefined }]);
  });

  it.each([
    [[30], 30],
    [[10, 30], 20],
    [[90, 10, 30], 30],
    [[10, 21, 30, 90], 26],
  ])("has the median of %j minutes: %i", (minutes, median) => {
    const at = "2026-12-07T08:00:00.000Z";
    const end = (count: number) => new Date(Date.parse(at) + count * 60_000).toISOString();
    const solved = minutes.map((count, rank) => reported(rank + 1, at, solvedAt(end(count))));
    expect(incidentsOf("2026-12", solved, paris)).toMatchObject([{ solved: minutes.length, medianMinutes: median }]);
  });

  it("counts once what several saw, where it was first reported; alone when the first is not there", () => {
    const head = reported(1, "2026-11-30T22:50:00.000Z", solvedAt("2026-12-01T08:00:00.000Z"));
    const after = [2, 3].map((rank) =>
      reported(rank, "2026-11-30T23:10:00.000Z", { sameAs: head.reference, cause: undefined, ...solvedAt("2026-12-01T08:00:00.000Z") }),
    );
    expect(incidentsOf("2026-11", [head, ...after], paris)).toMatchObject([{ reported: 1, attached: 2, solved: 1, medianMinutes: 550 }]);
    expect(incidentsOf("2026-12", [head, ...after], paris)).toEqual([]);
    expect(incidentsOf("2026-12", after, paris)).toMatchObject([{ reported: 2, attached: 0, cause: undefined }]);
  });
});

describe("what an incident waits for", () => {
  const settings = settingsSchema.parse({});
  const waits = (today: string, more: Partial<Incident> = {}) => {
    const wait = incidentWait(reported(1, "2026-12-07T22:30:00.000Z", more), settings, today);
    return wait && `${wait.kind} ${wait.dayOn}`;
  };
  const since = (status: Incident["status"], at: string) => ({ status, history: [{ action: "send" as const, by: "lea", at }] });

  it.each([
    ["2026-12-07", undefined],
    ["2026-12-08", "complete 2026-12-08"],
    ["2026-12-20", "complete 2026-12-08"],
  ])("a draft, on %s: %s", (today, expected) => expect(waits(today)).toBe(expected));

  it.each([
    ["2026-12-09", undefined],
    ["2026-12-10", "answer 2026-12-10"],
    ["2026-12-12", "answer 2026-12-10"],
    ["2026-12-13", "answer 2026-12-13"],
  ])("an answer, on %s: %s", (today, expected) => expect(waits(today, since("sent", "2026-12-07T09:00:00.000Z"))).toBe(expected));

  it("is counted from the last step, on the clocks where it was reported", () => {
    expect(waits("2026-12-09", since("complete", "2026-12-08T22:30:00.000Z"))).toBe("send 2026-12-09");
    expect(waits("2026-12-09", since("complete", "2026-12-08T23:30:00.000Z"))).toBeUndefined();
    expect(waits("2026-12-10", since("reopened", "2026-12-08T23:30:00.000Z"))).toBe("complete 2026-12-10");
  });

  it.each(["answered", "solved", "dropped"] as const)("is nothing once it is %s", (status) => {
    expect(waits("2027-01-31", { status })).toBeUndefined();
  });

  it("is nothing for one attached to another", () => {
    expect(waits("2026-12-20", { sameAs: "INC-2026-0009" })).toBeUndefined();
  });
});
