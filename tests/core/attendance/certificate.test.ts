import { type AttendanceRecord, attendanceStatuses, attendedMinutes, plannedHalfDays, prepareCertificate } from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aFact, anEnrolment } from "../../examples/attendance.js";
import { aProvider, aSchedule, aSession, aTrainee } from "../../examples/index.js";
import { certificateFacts } from "./certificate-examples.js";

describe("a certificate", () => {
  it("says who was trained in what, when and how long, and who says so", () => {
    const enrolment = anEnrolment({ employer: "Logistique du Lez" });
    expect(prepareCertificate(certificateFacts({ enrolment }))).toMatchObject({
      provider: { name: "Atelier des Rives Formation", siret: "99900014400017", address: { city: "Bordeaux" } },
      trainee: { id: "T-0007", name: "Camille DURAND", employer: "Logistique du Lez" },
      training: {
        title: "Cariste CACES R489 catégories 1, 3 et 5",
        nature: "Action de formation",
        startsOn: "2026-12-07",
        endsOn: "2026-12-18",
        plannedMinutes: 4200,
        attendedMinutes: 4200,
      },
      months: [{ month: "2026-12", isClosed: true, attendedMinutes: 4200, declaredMinutes: 4200 }],
      unrecorded: [],
      signatory: "Nadia Sellier",
      place: "Bordeaux",
      issuedOn: "2026-12-18",
    });
  });

  it("has the dates of the trainee, who joined late and left early", () => {
    const enrolment = anEnrolment({ joinsOn: "2026-12-09", withdrawal: { day: "2026-12-15", half: "afternoon" } });
    const { training } = prepareCertificate(certificateFacts({ enrolment }));
    expect(training).toMatchObject({ startsOn: "2026-12-09", endsOn: "2026-12-15", plannedMinutes: 9 * 210, attendedMinutes: 9 * 210 });
  });

  it("is issued where it is said, rather than where the provider is", () => {
    expect(prepareCertificate(certificateFacts({ place: "Pau" })).place).toBe("Pau");
  });

  it("certifies the sum of the minutes attended, whatever the facts, their order and those of others", () => {
    const long = aSession({ startsOn: "2026-11-23", endsOn: "2027-01-15" });
    const schedule = aSchedule(long, "lun-sam 9h-12h30 13h30-17h ; mer 18h-20h");
    const anything = fc.record({
      status: fc.constantFrom(...attendanceStatuses),
      lateMinutes: fc.option(fc.integer({ min: 1, max: 400 }), { nil: undefined }),
      earlyMinutes: fc.option(fc.integer({ min: 1, max: 400 }), { nil: undefined }),
      isRecorded: fc.boolean(),
    });
    const { length } = schedule.halfDays;
    const facts = fc.array(anything, { minLength: length, maxLength: length });
    fc.assert(
      fc.property(facts, facts, fc.integer(), (own, others, seed) => {
        const enrolment = anEnrolment();
        const planned = plannedHalfDays(schedule, [enrolment, anEnrolment({ traineeId: "T-0008" })]);
        const factsOf = (traineeId: string, told: typeof own): readonly AttendanceRecord[] =>
          schedule.halfDays.flatMap((halfDay, index) => {
            const { isRecorded = false, ...fact } = told[index] ?? {};
            return isRecorded ? [aFact(traineeId, halfDay, fact)] : [];
          });
        const mine = factsOf("T-0007", own);
        const records = shuffled([...mine, ...factsOf("T-0008", others)], seed);
        const certificate = prepareCertificate({
          ...certificateFacts(),
          provider: aProvider(),
          session: long,
          enrolment,
          trainee: aTrainee(),
          planned,
          records,
          months: [],
          declared: [],
          today: "2027-01-15",
        });
        const minutesOf = new Map(
          planned.filter(({ traineeId }) => traineeId === "T-0007").map((one) => [`${one.day}${one.half}`, one.minutes]),
        );
        const expected = mine.reduce((sum, fact) => sum + attendedMinutes(fact, minutesOf.get(`${fact.day}${fact.half}`) ?? 0), 0);
        expect(certificate.training.attendedMinutes).toBe(expected);
        expect(certificate.months.reduce((sum, { attendedMinutes: minutes }) => sum + minutes, 0)).toBe(expected);
        expect(certificate.months.map(({ month }) => month)).toEqual(["2026-11", "2026-12", "2027-01"]);
        expect(certificate.unrecorded).toHaveLength(length - mine.length);
      }),
      { numRuns: 300 },
    );
  });
});

/** The same in another order, told by a number. */
function shuffled<One>(list: readonly One[], seed: number): readonly One[] {
  return [...list]
    .map((one, index) => ({ one, rank: Math.imul(index + 1, seed | 1) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one);
}
