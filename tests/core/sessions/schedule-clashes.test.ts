import { type Kept, reachOf, refuseClashes, resourceKeys, type Schedule, scheduleClashes } from "@kairos/core";
import { describe, expect, it } from "vitest";
import { aSession, bordeaux } from "../../examples/index.js";
import { aMorning, listedAs } from "./listing-examples.js";

const session = aSession({ room: "Salle 2", trainers: ["omar"] });
/** From 9:00 to 12:30 on 7 December, 8:00 to 11:30 at Greenwich. */
const schedule = aMorning(session);
const with2Days: Schedule = { ...schedule, halfDays: [...aMorning(session, "2026-12-09").halfDays, ...schedule.halfDays] };

const kept = (from: string, until: string, overrides: Partial<Kept> = {}): Kept => ({
  kind: "appointment",
  resource: resourceKeys.person("omar"),
  startsAt: `2026-12-07T${from}:00.000Z`,
  endsAt: `2026-12-07T${until}:00.000Z`,
  reference: "RDV-1",
  ...overrides,
});
const clashes = (...others: readonly Kept[]) => scheduleClashes(session, schedule, others);
const refused = (others: readonly Kept[], planned = schedule, of = session) =>
  refuseClashes(scheduleClashes(of, planned, others), of, planned, (id) => ({ omar: "Omar Diallo", lea: "Léa Roux" })[id] ?? id);

describe("what a schedule keeps", () => {
  it("reaches from its first minute to its last, for its group, its trainers and its room", () => {
    expect(reachOf(session, with2Days)).toEqual({
      resources: ["session:SE-2026-014", "person:omar", resourceKeys.room(bordeaux, "Salle 2")],
      from: "2026-12-07T08:00:00.000Z",
      until: "2026-12-09T11:30:00.000Z",
    });
  });

  it("is nothing without a half-day, or once the session is cancelled", () => {
    expect(reachOf(session, { ...schedule, halfDays: [] })).toBeUndefined();
    expect(reachOf(aSession({ listing: listedAs("cancelled") }), schedule)).toBeUndefined();
  });
});

describe("a schedule meets what is kept already", () => {
  it.each([
    ["that ends as it starts", "07:00", "08:00", 0],
    ["that ends a minute later", "07:00", "08:01", 1],
    ["that starts a minute before it ends", "11:29", "12:00", 1],
    ["that starts as it ends", "11:30", "12:00", 0],
    ["within", "09:00", "10:00", 1],
    ["around", "07:00", "13:00", 1],
  ])("%s", (_name, from, until, count) => {
    expect(clashes(kept(from, until))).toHaveLength(count);
  });

  it("on either of its days, and nothing kept for others", () => {
    const later = { startsAt: "2026-12-09T09:00:00.000Z", endsAt: "2026-12-09T10:00:00.000Z" };
    expect(scheduleClashes(session, with2Days, [kept("09:00", "10:00"), kept("", "", later)])).toHaveLength(2);
    expect(clashes(kept("09:00", "10:00", { resource: resourceKeys.person("lea") }))).toEqual([]);
  });

  it("in the order of time, as it was given within one instant", () => {
    const found = clashes(
      kept("10:00", "11:00"),
      kept("09:00", "10:00", { reference: undefined, kind: "session" }),
      kept("09:00", "11:00", { reference: "RDV-2" }),
    );
    const common = { resource: "person:omar", startsAt: "2026-12-07T09:00:00.000Z" };
    expect(found).toEqual([
      { ...common, kind: "session", endsAt: "2026-12-07T10:00:00.000Z" },
      { ...common, kind: "appointment", endsAt: "2026-12-07T11:00:00.000Z", reference: "RDV-2" },
      { ...common, kind: "appointment", startsAt: "2026-12-07T10:00:00.000Z", endsAt: "2026-12-07T11:00:00.000Z", reference: "RDV-1" },
    ]);
    expect(found[0]).not.toHaveProperty("reference");
  });
});

describe("a schedule laid over an appointment is refused", () => {
  it("with who is kept, until when, and by what", () => {
    const problems = refused([
      kept("09:00", "10:00"),
      kept("09:30", "10:00", { resource: resourceKeys.room(bordeaux, "Salle 2"), reference: undefined }),
    ]);
    const common = { code: "session.schedule-over-appointment", severity: "error", path: ["halfDays"] };
    const when = { day: "2026-12-07", until: "11:00" };
    expect(problems).toEqual([
      { ...common, params: { who: "Omar Diallo", what: "person", ...when, from: "10:00", reference: "RDV-1" } },
      { ...common, params: { who: "Salle 2", what: "room", ...when, from: "10:30" } },
    ]);
    expect(problems[1]?.params).not.toHaveProperty("reference");
  });

  it("by appointments only, and ten are told at most", () => {
    expect(refused([kept("09:00", "10:00", { kind: "session" })])).toEqual([]);
    expect(refused(Array(10).fill(kept("09:00", "10:00")))).toHaveLength(10);
    expect(refused(Array(11).fill(kept("09:00", "10:00")))).toHaveLength(10);
  });

  it("with the trainer and the room of the half-day, where it has its own", () => {
    const [halfDay] = schedule.halfDays;
    const own: Schedule = { ...schedule, halfDays: [{ ...halfDay, room: "Atelier", trainers: ["lea"] } as never] };
    const bare = aSession();
    const others = [
      kept("09:00", "10:00", { resource: resourceKeys.person("lea") }),
      kept("09:00", "10:00", { resource: resourceKeys.room(bordeaux, "atelier") }),
    ];
    expect(refused(others, own, bare).map(({ params }) => params)).toMatchObject([{ who: "Léa Roux" }, { who: "Atelier", what: "room" }]);
  });
});
