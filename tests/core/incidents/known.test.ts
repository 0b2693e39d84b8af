import { type IncidentInput, knownFrom, knownIncident, knownWithin, pastSolutions } from "@kairos/core";
import { describe, expect, it } from "vitest";
import { anIncident } from "../../examples/incident.js";

const now = "2026-12-07T10:00:00.000Z";
/** Up to an hour before now. */
const minutesAgo = (minutes: number) => `2026-12-07T09:${String(60 - minutes).padStart(2, "0")}:00.000Z`;

let count = 0;
const seen = (reporter: string, reportedAt: string, more: Partial<IncidentInput> = {}) => {
  count += 1;
  return anIncident({ reference: `INC-2026-${String(count).padStart(4, "0")}`, symptom: "blank-page", reporter, reportedAt, ...more });
};
const newcomer = (reporter: string) => ({ symptom: "blank-page", reporter }) as const;

describe("a known incident", () => {
  it("takes three people within the hour, the newcomer included", () => {
    expect([knownFrom, knownWithin]).toEqual([3, 60]);
    const first = seen("lea", minutesAgo(30));
    const second = seen("omar", minutesAgo(10));
    expect(knownIncident([first], newcomer("nadia"), now)).toBeUndefined();
    expect(knownIncident([second, first], newcomer("nadia"), now)).toBe(first);
    expect(knownIncident([], newcomer("nadia"), now)).toBeUndefined();
  });

  it("is the lower number when two were reported at the same instant, in whatever order they come", () => {
    const [first, second] = [seen("lea", minutesAgo(5)), seen("omar", minutesAgo(5))];
    expect(knownIncident([second, first], newcomer("nadia"), now)).toBe(first);
    expect(knownIncident([first, second], newcomer("nadia"), now)).toBe(first);
  });

  it("counts what was reported sixty minutes ago, and not sixty-one", () => {
    const second = seen("omar", minutesAgo(10));
    const [inside, outside] = [seen("lea", "2026-12-07T09:00:00.000Z"), seen("lea", "2026-12-07T08:59:00.000Z")];
    expect(knownIncident([inside, second], newcomer("nadia"), now)).toBe(inside);
    expect(knownIncident([outside, second], newcomer("nadia"), now)).toBeUndefined();
  });

  it("counts a person once, however often they report, and whoever asks again", () => {
    const twice = [seen("lea", minutesAgo(30)), seen("lea", minutesAgo(20))];
    expect(knownIncident(twice, newcomer("nadia"), now)).toBeUndefined();
    expect(knownIncident([...twice, seen("nadia", minutesAgo(5))], newcomer("nadia"), now)).toBeUndefined();
    expect(knownIncident([...twice, seen("omar", minutesAgo(5))], newcomer("lea"), now)).toBeUndefined();
  });

  it("counts neither what is solved or dropped, nor another symptom", () => {
    const first = seen("lea", minutesAgo(30));
    for (const more of [{ status: "solved" }, { status: "dropped" }, { symptom: "forbidden" }] as const) {
      expect(knownIncident([first, seen("omar", minutesAgo(10), more)], newcomer("nadia"), now)).toBeUndefined();
    }
    for (const status of ["draft", "complete", "sent", "answered", "reopened"] as const) {
      expect(knownIncident([first, seen("omar", minutesAgo(10), { status })], newcomer("nadia"), now)).toBe(first);
    }
  });

  it("is the earliest, in whatever order they are kept", () => {
    const [first, second, third] = [seen("lea", minutesAgo(50)), seen("omar", minutesAgo(40)), seen("sofia", minutesAgo(30))];
    for (const order of [
      [third, first, second],
      [second, third, first],
    ]) {
      expect(knownIncident(order, newcomer("nadia"), now)).toBe(first);
    }
  });

  it("does not begin in the future", () => {
    const late = seen("lea", "2026-12-07T10:05:00.000Z");
    expect(knownIncident([late, seen("omar", minutesAgo(10))], newcomer("nadia"), now)).toBeUndefined();
  });
});

describe("past solutions", () => {
  const solved = (solution: string, reportedAt: string, more: Partial<IncidentInput> = {}) =>
    seen("lea", reportedAt, { status: "solved", cause: "blank-browser", solution, ...more });

  it("are those of the symptom, the same cause first, the last first, each once, three at most", () => {
    const all = [
      solved("Cache vidé.", "2026-11-01T08:00:00.000Z"),
      solved("Chrome mis à jour.", "2026-11-02T08:00:00.000Z"),
      solved("Chrome mis à jour.", "2026-11-03T08:00:00.000Z"),
      solved("Maintenance finie.", "2026-11-04T08:00:00.000Z", { cause: "blank-portal" }),
      solved("Poste redémarré.", "2026-10-01T08:00:00.000Z"),
      solved("Droit accordé.", "2026-11-05T08:00:00.000Z", { symptom: "forbidden" }),
      seen("omar", "2026-11-06T08:00:00.000Z", { cause: "blank-browser" }),
    ];
    const said = (cause: string) => pastSolutions(all, { symptom: "blank-page", cause }).map(({ solution }) => solution);
    expect(said("blank-browser")).toEqual(["Chrome mis à jour.", "Cache vidé.", "Poste redémarré."]);
    expect(said("blank-portal")).toEqual(["Maintenance finie.", "Chrome mis à jour.", "Cache vidé."]);
    expect(pastSolutions(all, { symptom: "blank-page", cause: "blank-browser" })[0]).toBe(all[2]);
    expect(pastSolutions(all, { symptom: "other", cause: undefined })).toEqual([]);
  });
});
