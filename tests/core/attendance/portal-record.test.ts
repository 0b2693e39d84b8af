import { missingPortalFields, type PortalRecordFacts, plannedHalfDays, preparePortalRecord } from "@kairos/core";
import { describe, expect, it } from "vitest";
import { aFact, anEnrolment } from "../../examples/attendance.js";
import { aProvider, aSchedule, aSession, aTrainee } from "../../examples/index.js";

const schedule = aSchedule();
const [first, second, third] = schedule.halfDays;
if (first === undefined || second === undefined || third === undefined) throw new Error("no half-day");

function facts(changes: Partial<PortalRecordFacts> = {}): PortalRecordFacts {
  const planned = plannedHalfDays(schedule, [anEnrolment()]);
  return { provider: aProvider(), session: aSession(), traineeId: "T-0007", trainee: aTrainee(), planned, records: [], ...changes };
}
const came = (halfDay: typeof first, told?: Parameters<typeof aFact>[2]) => aFact("T-0007", halfDay, told);
const missing = (record: ReturnType<typeof preparePortalRecord>) => missingPortalFields(record).map(({ field }) => field);
const shownOf = (record: ReturnType<typeof preparePortalRecord>, name: string) =>
  record.fields.find(({ field }) => field === name)?.value?.fr.replaceAll("\u00a0", " ");

describe("what the portal is told", () => {
  it("before the training: who, what, where, from when until when, how long", () => {
    const record = preparePortalRecord("enrolment", facts());
    expect(record.fields.map(({ label, value }) => `${label.fr} : ${value?.fr.replaceAll("\u00a0", " ")}`)).toEqual([
      "Stagiaire : Camille DURAND",
      "Identifiant France Travail : 10203040506",
      "Organisme : Atelier des Rives Formation, SIRET 99900014400017",
      "Formation : Cariste CACES R489 catégories 1, 3 et 5",
      "Session : SE-2026-014",
      "Numéro Carif-Oref : 75_SE00148712",
      "Lieu : 12 rue des Chantiers, 33300 Bordeaux",
      "Premier jour prévu : 07/12/2026",
      "Dernier jour prévu : 18/12/2026",
      "Durée prévue : 70 h",
    ]);
    expect(missing(record)).toEqual([]);
    expect(record.dueOn).toBeUndefined();
  });

  it("once they have come: the first half-day attended, and by when it is declared", () => {
    const records = [
      came(third),
      came(first, { status: "unexcused" }),
      came(second, { status: "late", lateMinutes: 5 }),
      aFact("T-0008", first),
    ];
    const record = preparePortalRecord("entry", facts({ records }));
    expect(shownOf(record, "enteredOn")).toBe("07/12/2026");
    expect(record.dueOn).toBe("2026-12-10");
    const held = aProvider({ settings: { attendance: { movementDays: 5 } } });
    expect(preparePortalRecord("entry", facts({ records, provider: held })).dueOn).toBe("2026-12-12");
  });

  it("is no entry when nobody came, or only outside of what is planned", () => {
    const early = plannedHalfDays(schedule, [anEnrolment({ joinsOn: "2026-12-08" })]);
    for (const told of [facts({ records: [came(first, { status: "announced" })] }), facts({ records: [came(first)], planned: early })]) {
      const record = preparePortalRecord("entry", told);
      expect(missing(record)).toEqual(["enteredOn"]);
      expect(record.dueOn).toBeUndefined();
    }
  });

  it("tells what is missing", () => {
    const bare = facts({
      session: aSession({ listingReference: undefined, place: undefined }),
      trainee: aTrainee({ franceTravailId: undefined }),
      planned: [],
    });
    expect(missing(preparePortalRecord("enrolment", bare))).toEqual([
      "franceTravailId",
      "listingReference",
      "place",
      "startsOn",
      "endsOn",
      "minutes",
    ]);
  });
});
