import { type Booking, findDuplicates, resourceKeys, resourceName, type Session, type SessionInput, sessionOverlaps } from "@kairos/core";
import { describe, expect, it } from "vitest";
import { aSession, bordeaux, type Overrides } from "../../examples/index.js";
import { bookingsOf, listedAs } from "./listing-examples.js";

const told = (...sessions: readonly Overrides<SessionInput>[]) =>
  findDuplicates(sessions.map((one, rank) => aSession({ reference: `SE-${rank + 1}`, ...one }))).map(
    ({ by, sessions }) => `${by}: ${sessions.map(({ reference }) => reference).join(" ")}`,
  );
const bare = { listingReference: undefined };

describe("sessions recorded twice", () => {
  it.each<[string, readonly Overrides<SessionInput>[], readonly string[]]>([
    ["one after the other", [{}, {}], ["content: SE-1 SE-2"]],
    [
      "with other capitals, accents and blanks",
      [bare, { ...bare, title: "CARISTE  caces r489 categories 1, 3 et 5" }],
      ["content: SE-1 SE-2"],
    ],
    ["once without its number", [{}, bare], ["content: SE-1 SE-2"]],
    ["three times, two of them with a number of their own", [{}, bare, { listingReference: "75_2" }], ["content: SE-1 SE-2"]],
    ["under one number, on other dates", [{}, { endsOn: "2026-12-19" }], ["number: SE-1 SE-2"]],
    ["but for the title", [bare, { ...bare, title: "Autre" }], []],
    ["but for the last day", [bare, { ...bare, endsOn: "2026-12-19" }], []],
    ["but for the place", [bare, { ...bare, place: "Pau" }], []],
    ["but for the room", [bare, { ...bare, room: "Salle 2" }], []],
    ["but for the establishment", [{}, { siret: "99900014400025" }], []],
    ["but one is cancelled", [{}, { listing: listedAs("cancelled") }], []],
    ["never", [{}], []],
  ])("%s", (_name, sessions, expected) => {
    expect(told(...sessions)).toEqual(expected);
  });

  it("are the same ones, whatever the order", () => {
    const sessions = [{}, bare, bare, { listingReference: "75_2" }, { endsOn: "2026-12-19" }].map((one, rank) =>
      aSession({ reference: `SE-${rank}`, ...one }),
    );
    expect(findDuplicates(sessions.toReversed())).toEqual(findDuplicates(sessions));
  });

  it("are found among ten thousand as fast as each is looked at once", () => {
    const model = aSession(bare);
    const list = (count: number): readonly Session[] =>
      Array.from({ length: count }, (_, rank) => ({ ...model, reference: `SE-${rank}`, title: `Formation ${Math.floor(rank / 2)}` }));
    expect(findDuplicates(list(10_000))).toHaveLength(5_000);
    const alike = Array.from({ length: 10_000 }, (_, rank) => ({ ...model, reference: `SE-${rank}`, listingReference: `75_${rank}` }));
    const [few, many] = [time(list(2_500)), time(list(20_000))];
    expect(findDuplicates(alike)).toEqual([]);
    expect(many / few).toBeLessThan(40);
  });

  /** The quickest of several, so that what else the machine does counts little. */
  function time(sessions: readonly Session[]): number {
    return Math.min(
      ...[1, 2, 3, 4, 5].map(() => {
        const start = performance.now();
        findDuplicates(sessions);
        return performance.now() - start;
      }),
    );
  }
});

describe("sessions that need the same at the same time", () => {
  const first = aSession({ reference: "SE-1", room: "Salle 2", trainers: ["omar", "lea"] });
  const second = aSession({ reference: "SE-2", room: "Salle 3", trainers: ["lea"] });
  const third = aSession({ reference: "SE-3", room: "salle 2" });

  it("are told in pairs, once for each trainer and each room", () => {
    const bookings = [...bookingsOf(third), ...bookingsOf(second), ...bookingsOf(first), ...bookingsOf(first, "2026-12-09")];
    expect(sessionOverlaps(bookings)).toEqual({
      cut: false,
      overlaps: [
        { kind: "trainer", resource: "person:lea", sessions: ["SE-1", "SE-2"], times: 1, ...stretch() },
        { kind: "room", resource: resourceKeys.room(bordeaux, "Salle 2"), sessions: ["SE-1", "SE-3"], times: 1, ...stretch() },
      ],
    });
  });

  it("are counted, and shown by their first common stretch", () => {
    const days = ["2026-12-09", "2026-12-07", "2026-12-08"];
    const { overlaps } = sessionOverlaps(days.flatMap((day) => [...bookingsOf(first, day), ...bookingsOf(second, day)]));
    expect(overlaps).toMatchObject([{ times: 3, ...stretch() }]);
  });

  it("never are a session and itself, nor a session and an appointment", () => {
    const appointment = bookingsOf(first).map(
      (one): Booking => ({ ...one, owner: { ...one.owner, kind: "appointment", reference: "RDV" } }),
    );
    expect(sessionOverlaps([...bookingsOf(first), ...bookingsOf(first), ...appointment]).overlaps).toEqual([]);
  });

  it("are too many to be told when everything is in one room, and it says so", () => {
    const crowd = Array.from({ length: 40 }, (_, rank) => bookingsOf({ ...first, reference: `SE-${rank}` })).flat();
    const { overlaps, cut } = sessionOverlaps(crowd, 100);
    expect([cut, overlaps.length]).toEqual([true, 100]);
  });

  function stretch() {
    return { startsAt: "2026-12-07T08:00:00.000Z", endsAt: "2026-12-07T11:30:00.000Z" };
  }
});

it("a trainer or a room is called by its own name, or by what its key keeps", () => {
  const room = resourceKeys.room(bordeaux, "Salle « Émeraude » n° 2");
  expect(resourceName(room)).toBe("salle emeraude n 2");
  expect(resourceName(room, undefined, [undefined, "Salle 3", "Salle « Émeraude » n° 2"])).toBe("Salle « Émeraude » n° 2");
  expect(resourceName("person:omar", new Map([["omar", "Omar Diallo"]]))).toBe("Omar Diallo");
  expect(resourceName("person:a:b")).toBe("a:b");
});
