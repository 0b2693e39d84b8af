import { type Booking, type ResourceKey, resourceKeys } from "@kairos/core";
import { describe, expect, it } from "vitest";
import type { SeenBooking } from "../../../../packages/bot/src/store/store.js";
import type { Opening } from "../contract.js";
import { aCourse, anAppointment, anImport, aProvider, aSchedule, aSession, look, lyon, nantes, write } from "../fixtures.js";
import { fresh } from "./open.js";

const { person, room, session: group, trainee } = resourceKeys;
const aDay = ["2026-12-07T00:00:00.000Z", "2026-12-08T00:00:00.000Z"] as const;
const taught = aSession({ trainers: ["u-trainer"], room: "Salle 2" });

export function planningContract(open: Opening): void {
  const database = fresh(open);
  const kept = (
    resources: readonly ResourceKey[],
    scope: readonly (typeof lyon)[] | "all" = "all",
    from: string = aDay[0],
    until: string = aDay[1],
  ) => look(database(), ({ bookings }) => bookings.between(resources, from, until), { scope });
  const shown = (found: readonly SeenBooking[]) =>
    found.map(
      ({ resource, startsAt, endsAt, reference }) => `${resource} ${startsAt.slice(11, 16)}-${endsAt.slice(11, 16)} ${reference ?? "?"}`,
    );

  it("keeps courses, the last entered first, found by their words", async () => {
    const other = aCourse({ reference: "EXCEL-1", title: "Excel, les bases" });
    await write(database(), async ({ courses }) => {
      await courses.save(aCourse());
      await courses.save(other);
      await courses.save(aCourse({ title: "Cariste CACES R489 et sécurité" }));
    });
    await look(database(), async ({ courses }) => {
      expect((await courses.list()).map(({ title }) => title)).toEqual(["Excel, les bases", "Cariste CACES R489 et sécurité"]);
      expect(await courses.list({ search: "EXCEL bases", limit: 1 })).toEqual([other]);
      expect(await courses.get("excel-1")).toBeUndefined();
    });
  });

  describe("sessions", () => {
    it("are those of a period: not over before it, begun by its end", async () => {
      const december = aSession();
      const year = aSession({ reference: "SE-2026-002", startsOn: "2026-01-05", endsOn: "2026-12-07" });
      await write(database(), ({ sessions }) => sessions.saveMany([december, year]));
      await look(database(), async ({ sessions }) => {
        expect(await sessions.list({ from: "2026-12-07" })).toEqual([december, year]);
        expect(await sessions.list({ from: "2026-12-08" })).toEqual([december]);
        expect(await sessions.list({ until: "2026-12-06" })).toEqual([year]);
        expect(await sessions.list({ until: "2026-12-07", limit: 1 })).toEqual([december]);
      });
    });

    it("come in by thousands, in their order, and replace those of the same reference", async () => {
      const many = Array.from({ length: 2300 }, (_, index) => aSession({ reference: `SE-${index}` }));
      await write(database(), ({ sessions }) => sessions.saveMany(many));
      await write(database(), ({ sessions }) =>
        sessions.saveMany([aSession({ reference: "SE-7", title: "Autre" }), aSession({ reference: "SE-9999" })]),
      );
      await look(database(), async ({ sessions }) => {
        const all = await sessions.list();
        expect(all).toHaveLength(2301);
        expect(all.slice(0, 2).map(({ reference }) => reference)).toEqual(["SE-9999", "SE-2299"]);
        expect((await sessions.get("SE-7"))?.title).toBe("Autre");
        expect(await sessions.list({ search: "autre" })).toHaveLength(1);
        expect(await sessions.existing(["SE-7", "se-7", "SE-10000", "SE-2299"])).toEqual(new Set(["SE-7", "SE-2299"]));
      });
    });

    it("of another establishment are neither replaced nor removed, and their references are taken", async () => {
      await write(database(), ({ sessions }) => sessions.save(aSession()));
      const ofNantes = { scope: [nantes] };
      const replaced = write(database(), ({ sessions }) => sessions.saveMany([aSession({ siret: nantes })]), ofNantes);
      await expect(replaced).rejects.toThrow("out of scope");
      await expect(write(database(), ({ sessions }) => sessions.saveMany([aSession()]), ofNantes)).rejects.toThrow("out of scope");
      await write(database(), async ({ sessions }) => expect(await sessions.removeMany(["SE-2026-014"])).toBe(0), ofNantes);
      const taken = await look(database(), ({ sessions }) => sessions.existing(["SE-2026-014"]), ofNantes);
      expect(taken).toEqual(new Set(["SE-2026-014"]));
      expect(await look(database(), ({ sessions }) => sessions.get("SE-2026-014"))).toEqual(aSession());
    });

    it("leave with their schedule and all it kept", async () => {
      await write(database(), async ({ sessions, schedules }) => {
        await sessions.save(taught);
        await schedules.save(aSchedule(), taught);
      });
      await write(database(), async ({ sessions }) => expect(await sessions.removeMany(["SE-2026-014", "SE-0"])).toBe(1));
      expect(await look(database(), ({ schedules }) => schedules.get("SE-2026-014"))).toBeUndefined();
      expect(await kept([person("u-trainer"), group("SE-2026-014")])).toEqual([]);
    });
  });

  describe("what is kept", () => {
    const everything = [person("u-trainer"), room(lyon, "salle 2"), group("SE-2026-014")];

    it("follows the schedule: the group and the trainer all day, the room while they are in the centre", async () => {
      await write(database(), async ({ sessions, schedules }) => {
        await sessions.save(taught);
        await schedules.save(aSchedule(), taught);
      });
      expect(shown(await kept(everything))).toEqual([
        "person:u-trainer 08:00-11:30 SE-2026-014",
        `room:${lyon}:salle-2 08:00-11:30 SE-2026-014`,
        "session:SE-2026-014 08:00-11:30 SE-2026-014",
        "person:u-trainer 12:30-16:00 SE-2026-014",
        "session:SE-2026-014 12:30-16:00 SE-2026-014",
      ]);
    });

    it("follows the session: another trainer, another room, nothing once it is cancelled", async () => {
      await write(database(), async ({ sessions, schedules }) => {
        await sessions.save(taught);
        await schedules.save(aSchedule(), taught);
        await sessions.save({ ...taught, trainers: ["u-other"] });
      });
      expect(shown(await kept([person("u-trainer"), person("u-other")]))).toEqual([
        "person:u-other 08:00-11:30 SE-2026-014",
        "person:u-other 12:30-16:00 SE-2026-014",
      ]);
      await write(database(), ({ sessions }) => sessions.saveMany([{ ...taught, listing: { status: "cancelled", steps: [] } }]));
      expect(await kept([...everything, person("u-other")])).toEqual([]);
    });

    it("follows the appointment, until it is over or given up", async () => {
      const keeping = [trainee("T-0007"), person("u-clerk"), room(lyon, "SALLE 2")];
      const appointment = anAppointment();
      await write(database(), ({ appointments }) => appointments.save(appointment));
      const stretch = "13:30-14:15 RDV-2026-0001";
      expect(shown(await kept(keeping))).toEqual([
        `person:u-clerk ${stretch}`,
        `room:${lyon}:salle-2 ${stretch}`,
        `trainee:T-0007 ${stretch}`,
      ]);
      await write(database(), ({ appointments }) =>
        appointments.save({ ...appointment, status: "moved", startsAt: "2026-12-07T16:00:00.000Z" }),
      );
      expect(shown(await kept([trainee("T-0007")]))).toEqual(["trainee:T-0007 16:00-16:45 RDV-2026-0001"]);
      for (const status of ["excused", "no-show", "done", "cancelled"] as const) {
        await write(database(), ({ appointments }) => appointments.save({ ...appointment, status }));
        expect(await kept(keeping)).toEqual([]);
      }
    });

    it("is what shares a minute with the stretch asked for, but for the thing itself", async () => {
      await write(database(), ({ appointments }) => appointments.save(anAppointment()));
      const about = (from: string, until: string) =>
        kept([trainee("T-0007")], "all", `2026-12-07T${from}:00.000Z`, `2026-12-07T${until}:00.000Z`);
      expect(await about("12:00", "13:30")).toEqual([]);
      expect(await about("14:15", "15:00")).toEqual([]);
      expect(await about("12:00", "13:31")).toHaveLength(1);
      expect(await about("13:45", "13:50")).toHaveLength(1);
      const itself = { kind: "appointment", reference: "RDV-2026-0001" } as const;
      expect(await look(database(), ({ bookings }) => bookings.between([trainee("T-0007")], ...aDay, itself))).toEqual([]);
      const another = { kind: "appointment", reference: "RDV-2026-0002" } as const;
      expect(await look(database(), ({ bookings }) => bookings.between([trainee("T-0007")], ...aDay, another))).toHaveLength(1);
      const namesake = { kind: "session", reference: "RDV-2026-0001" } as const;
      expect(await look(database(), ({ bookings }) => bookings.between([trainee("T-0007")], ...aDay, namesake))).toHaveLength(1);
      expect(await kept([])).toEqual([]);
    });

    it("keeps a person whatever the establishment, without telling what for beyond the scope", async () => {
      await write(database(), ({ appointments }) => appointments.save(anAppointment()));
      const when = { startsAt: "2026-12-07T13:30:00.000Z", endsAt: "2026-12-07T14:15:00.000Z" };
      expect(await kept([person("u-clerk")], [nantes])).toEqual([{ resource: "person:u-clerk", kind: "appointment", ...when }]);
      expect(await kept([room(nantes, "Salle 2")])).toEqual([]);
    });

    it("of sessions is told within the scope, without what is over", async () => {
      await write(database(), async ({ sessions, schedules, appointments }) => {
        await sessions.save(aSession());
        await schedules.save(aSchedule(), aSession());
        await appointments.save(anAppointment());
      });
      const of = (from: string, scope: readonly (typeof lyon)[] | "all" = "all") =>
        look(database(), ({ bookings }) => bookings.ofSessions(from), { scope });
      const owner = { kind: "session", reference: "SE-2026-014", siret: lyon } as const;
      const afternoon: Booking = {
        resource: group("SE-2026-014"),
        startsAt: "2026-12-07T12:30:00.000Z",
        endsAt: "2026-12-07T16:00:00.000Z",
        owner,
      };
      expect(await of("2026-12-07T11:30:00.000Z")).toEqual([afternoon]);
      expect(await of("2026-12-07T11:29:00.000Z")).toHaveLength(2);
      expect(await of("2026-01-01T00:00:00.000Z", [nantes])).toEqual([]);
    });
  });

  it("lists appointments by their start, by status, session, people and words", async () => {
    const first = anAppointment();
    const second = anAppointment({
      reference: "RDV-2026-0002",
      kind: "follow-up",
      status: "confirmed",
      session: "SE-2026-014",
      startsAt: "2026-12-07T09:00:00.000Z",
      participants: [{ role: "trainer", person: "u-trainer" }],
    });
    const over = anAppointment({ reference: "RDV-2026-0003", status: "done", startsAt: "2026-12-01T09:00:00.000Z" });
    await write(database(), async ({ appointments }) => {
      for (const one of [first, second, over]) await appointments.save(one);
    });
    await look(database(), async ({ appointments }) => {
      const references = async (filter: Parameters<typeof appointments.list>[0]) =>
        (await appointments.list(filter)).map(({ reference }) => reference.slice(-1));
      expect(await references({})).toEqual(["3", "2", "1"]);
      expect(await references({ from: "2026-12-07T09:45:00.000Z" })).toEqual(["1"]);
      expect(await references({ until: "2026-12-07T09:00:00.000Z" })).toEqual(["3"]);
      expect(await references({ status: ["proposed", "confirmed"] })).toEqual(["2", "1"]);
      expect(await references({ session: "SE-2026-014" })).toEqual(["2"]);
      expect(await references({ resource: trainee("T-0007") })).toEqual(["1"]);
      expect(await references({ search: "suivi formateur" })).toEqual(["2"]);
      expect(await references({ limit: 1 })).toEqual(["3"]);
    });
  });

  it("keeps the hours of somebody in each establishment, and what became of imports", async () => {
    const hours = { person: "u-clerk", siret: lyon, stretches: [{ weekday: 2, from: "09:00", until: "12:00" }] };
    await write(database(), async ({ providers, workingHours, imports }) => {
      await providers.save(aProvider());
      await workingHours.save(hours);
      await workingHours.save({ ...hours, siret: nantes, stretches: [] });
      await imports.save(anImport());
      await imports.save(anImport({ reference: "IMP-0002" }));
      await imports.save(anImport({ status: "brought-in" }));
    });
    await look(database(), async ({ workingHours, imports }) => {
      expect(await workingHours.get("u-clerk", lyon)).toEqual(hours);
      expect((await workingHours.list()).map(({ siret }) => siret)).toEqual([lyon, nantes]);
      expect(await workingHours.get("u-other", lyon)).toBeUndefined();
      expect((await imports.list()).map(({ reference, status }) => [reference, status])).toEqual([
        ["IMP-0002", "judged"],
        ["IMP-0001", "brought-in"],
      ]);
    });
  });
}
