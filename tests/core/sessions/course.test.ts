import { checkCourse, checkSession, parse, sessionFromCourse, sessionSchema } from "@kairos/core";
import { describe, expect, it } from "vitest";
import { aCourse, aSession, today } from "../../examples/index.js";

const dates = { reference: "SE-2026-030", startsOn: "2027-01-04", endsOn: "2027-01-15" };

describe("a session of a course", () => {
  it("has what the course says, and where it comes from", () => {
    const session = parse(sessionSchema, sessionFromCourse(aCourse({ certification: "RNCP34862", cpfEligible: true }), dates));
    expect(session).toMatchObject({
      ok: true,
      value: {
        ...dates,
        course: "FO-001",
        siret: "99900014400017",
        title: "Cariste CACES R489 catégories 1, 3 et 5",
        hours: { centreMinutes: 4200, companyMinutes: 0, distanceMinutes: 0 },
        announcedMinutes: 4200,
        priceCents: 1190_00,
        certification: "RNCP34862",
        formacodeVersion: "V14",
        cpfEligible: true,
      },
    });
    expect(session.ok && checkSession({ session: session.value, today })).toEqual([]);
  });

  it("keeps what is said of it instead", () => {
    const own = sessionFromCourse(aCourse(), { ...dates, title: "Cariste, cours du soir", priceCents: 1000_00, room: "Quai 2" });
    expect(own).toMatchObject({ title: "Cariste, cours du soir", priceCents: 1000_00, room: "Quai 2", formacode: "31768" });
  });

  it("takes its hours whole, with their total, or not at all", () => {
    const split = aCourse({ hours: { centreMinutes: 3000, distanceMinutes: 1200 }, announcedMinutes: 4200 });
    const shorter = sessionFromCourse(split, { ...dates, hours: { centreMinutes: 3900 } });
    expect([shorter.hours, shorter.announcedMinutes]).toEqual([{ centreMinutes: 3900 }, undefined]);
    expect(sessionFromCourse(split, dates).hours).toEqual(split.hours);
  });

  it("is one for any course: nothing of the course stands in the way", () => {
    const full = aCourse({
      expectedResults: "Réussite aux tests",
      certification: "RS6789",
      certificationEndsOn: "2028-01-01",
      initialTraining: true,
      distanceMeans: ["assistance"],
      modality: "mixed",
    });
    expect(parse(sessionSchema, sessionFromCourse(full, dates)).ok).toBe(true);
  });
});

describe("a course by itself", () => {
  const codes = (overrides: Parameters<typeof aCourse>[0]) => checkCourse({ course: aCourse(overrides), today }).map(({ code }) => code);

  it.each<[string, Parameters<typeof aCourse>[0], readonly string[]]>([
    ["in order", {}, []],
    ["whose total is not its sum", { announcedMinutes: 4199 }, ["session.hours-sum"]],
    ["without an announced total", { announcedMinutes: undefined }, []],
    ["whose certification ended yesterday", { certification: "RS6789", certificationEndsOn: "2026-11-15" }, ["id.certification-ended"]],
    ["whose certification ends today", { certification: "RS6789", certificationEndsOn: "2026-11-16" }, []],
    ["whose Formacode has no edition", { formacodeVersion: undefined }, ["id.formacode-version-missing"]],
    ["at a distance without saying how", { modality: "distance" }, ["session.distance-without-means"]],
    ["at a distance with all it takes", { modality: "distance", distanceMeans: ["assistance", "activities", "evaluation"] }, []],
  ])("%s", (_, overrides, expected) => {
    expect(codes(overrides)).toEqual(expected);
  });

  it("its sessions are judged the same way", () => {
    expect(checkSession({ session: aSession({ announcedMinutes: 60 }), today }).map(({ code }) => code)).toEqual(["session.hours-sum"]);
  });
});
