import { type Course, courseSchema, type Session, sessionSchema } from "@kairos/core";
import fc from "fast-check";

const letters = "abcéèêçàùœÀÉ ABC'’-&<>\"0123456789(),;:/";
const text = (most: number) =>
  fc
    .array(fc.constantFrom(...letters), { minLength: 1, maxLength: most })
    .map((characters) => characters.join("").replace(/ {2,}/g, " ").trim())
    .filter((said) => said !== "" && said !== "-" && !/^\d[\d /-]{10,}/.test(said));
const paragraph = fc.array(text(40), { minLength: 1, maxLength: 4 }).map((lines) => lines.join("\n"));
const day = fc
  .integer({ min: 0, max: 3000 })
  .map((count) => new Date(Date.UTC(2026, 0, 1) + count * 86_400_000).toISOString().slice(0, 10));
const place = fc
  .tuple(text(30), fc.integer({ min: 1000, max: 97_490 }), fc.constantFrom("Bordeaux", "L’Haÿ-les-Roses", "Le Mans CEDEX 2"))
  .map(([street, code, town]) => `${street.replaceAll(", ", " ")}, ${code.toString().padStart(5, "0")} ${town}`);
const certification = fc.constantFrom("RNCP34862", "RS6789", "RNCP1");
const hours = fc.integer({ min: 0, max: 600 }).map((count) => count * 60);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

/** A course, and sessions of it that say nothing but what LHEO has an element for. */
export const sayable: fc.Arbitrary<{ readonly course: Course; readonly sessions: readonly Session[] }> = fc
  .record({
    title: text(80),
    objectives: maybe(paragraph),
    expectedResults: maybe(paragraph),
    programme: maybe(paragraph),
    certification: maybe(certification),
    formacode: maybe(fc.constantFrom("31768", "44028")),
    formacodeVersion: fc.constantFrom("V12", "V14"),
    entryLevel: maybe(fc.constantFrom(1, 4, 8, 11, 18)),
    audiences: maybe(fc.uniqueArray(fc.constantFrom("83056", "80006", "80003"), { minLength: 1, maxLength: 3 })),
    sessions: fc.array(
      fc.record({
        startsOn: day,
        lasts: fc.integer({ min: 0, max: 60 }),
        listingReference: maybe(fc.constantFrom("75_SE00148712", "19_000012")),
        intake: maybe(fc.constantFrom("fixed-dates", "permanent")),
        place: maybe(place),
        modality: fc.constantFrom("on-site", "mixed", "distance"),
        centreMinutes: hours,
        companyMinutes: hours,
        distanceMinutes: hours,
        priceCents: maybe(fc.integer({ min: 0, max: 999_999_999 })),
        status: maybe(fc.constantFrom("open", "full", "suspended")),
        certification: maybe(certification),
        initialTraining: fc.boolean(),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  })
  .map(({ sessions, ...own }) => {
    const { formacode, formacodeVersion, ...rest } = own;
    const thesaurus = formacode === undefined ? {} : { formacode, formacodeVersion };
    const made = sessions.map(({ lasts, centreMinutes, companyMinutes, distanceMinutes, status, initialTraining, ...one }, index) =>
      sessionSchema.parse({
        ...known({ ...one, ...thesaurus, certification: one.certification ?? own.certification }),
        reference: `SE-2026-${index + 1}`,
        siret: "99900014400017",
        title: own.title,
        course: "F-CARISTE",
        endsOn: new Date(Date.parse(one.startsOn) + lasts * 86_400_000).toISOString().slice(0, 10),
        hours: { centreMinutes, companyMinutes, distanceMinutes: one.modality === "on-site" ? 0 : distanceMinutes },
        ...(status !== undefined && { listing: { status, steps: [] } }),
        ...(initialTraining && { initialTraining }),
      }),
    );
    const [{ hours: h, modality, priceCents } = { hours: {}, modality: "on-site" }] = made;
    const course = courseSchema.parse(
      known({ ...rest, ...thesaurus, reference: "F-CARISTE", siret: "99900014400017", hours: h, modality, priceCents }),
    );
    return { course, sessions: made };
  });

function known(values: object): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
