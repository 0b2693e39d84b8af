import { findDuplicates } from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openFoundedDesk } from "./desk.js";

const one = (...values: readonly string[]) => fc.constantFrom(...values);
const reference = one("SE-1", "SE-2", "SE-3", "SE-4", "SE-5", "SE-6");
const title = one("intitule:Cariste", "intitule:CARISTE ", "intitule:Anglais");
const days = one("debut:07/12/2026 fin:18/12/2026", "debut:07/12/2026 fin:18/12/2026", "debut:04/01/2027 fin:15/01/2027");
const place = one("lieu:Bordeaux", "lieu:BORDEAUX", "lieu:Pau");
const number = one("carif:75_SE1", "carif:75_SE2", "", "", "");
const room = one("salle:Salle 1", "salle:aucune", "", "", "");

const created = fc
  .tuple(reference, title, days, place, number, room)
  .map((parts) => `/session creer reference:${parts.join(" ")} heures-centre:70 h`);
const corrected = fc
  .tuple(reference, fc.oneof(title, days, place, number, room))
  .map(([of, change]) => `/session corriger reference:${of} ${change}`);
const stepped = fc
  .tuple(reference, one("annulée", "prête", "transmise", "vue dans Kairos", "à reprendre"), number)
  .map(([of, step, given]) => `/session visibilite reference:${of} etape:${step} ${given}`);
const lines = fc.array(
  fc.oneof({ weight: 4, arbitrary: created }, { weight: 4, arbitrary: corrected }, { weight: 1, arbitrary: stepped }),
  {
    minLength: 15,
    maxLength: 25,
  },
);

describe("whatever is typed", () => {
  it("no session is ever there twice, and what would make one is refused for that", async () => {
    const refusals = new Set<string>();
    await fc.assert(
      fc.asyncProperty(lines, async (typed) => {
        const desk = await openFoundedDesk();
        try {
          for (const line of typed) {
            const { outcome, reply } = await desk.type("coordinateur", line.replace(/ +/g, " ").trim());
            if (outcome !== "done") for (const { code } of reply.problems ?? []) refusals.add(code);
            const sessions = await desk.database.read("test", "all", (store) => store.sessions.list());
            expect(
              findDuplicates(sessions).filter(({ by }) => by === "content"),
              line,
            ).toEqual([]);
          }
          expect(desk.failures).toEqual([]);
        } finally {
          await desk.close();
        }
      }),
      { numRuns: 12 },
    );
    expect([...refusals]).toContain("session.duplicate");
  }, 120_000);
});
