import {
  checkDisplay,
  checkDossier,
  checkListing,
  type ListingSituation,
  listingRefusals,
  type listingRules,
  type Problem,
  type ProblemCode,
  raise,
  type Schedule,
  type SessionInput,
  say,
} from "@kairos/core";
import { describe, expect, it } from "vitest";
import { cataloguePage, findingLine, fullSentence } from "../../examples/catalogue.js";
import { aProvider, aQuoteSituation, aSession, type Overrides } from "../../examples/index.js";
import { aListing, aListingSituation, bookingsOf, forkliftCourse, listedAs } from "./listing-examples.js";

const other = aSession({ reference: "SE-2026-015", title: "Préparateur de commandes", room: "Salle 2", trainers: ["lea"] });
const twin = aSession({ reference: "SE-2026-015", listingReference: undefined, room: "salle  2" });
const sent = (on: string) => ({ listing: aListing("sent", ["complete", "2026-10-01"], ["send", on]) });
const withPattern = { provider: aProvider({ settings: { sessions: { listingReferencePattern: "^\\d{2}_SE\\d{8}$" } } }) };

interface Example {
  readonly broken: ListingSituation;
  readonly path: readonly string[];
  readonly silent: Readonly<Record<string, ListingSituation>>;
}

const made = (overrides: Overrides<SessionInput>, beside: Partial<ListingSituation> = {}) => aListingSituation(overrides, beside);

const examples: { readonly [Code in keyof typeof listingRules]: Example } = {
  "session.field-missing": {
    broken: made({ place: undefined }),
    path: ["place"],
    silent: { "nothing is missing": made({}), "a remote session has no place": made({ place: undefined, modality: "distance" }) },
  },
  "session.reference-missing": {
    broken: made({ listingReference: undefined, listing: listedAs("visible") }),
    path: ["listingReference"],
    silent: {
      "nothing was sent yet": made({ listingReference: undefined, listing: listedAs("draft") }),
      "nobody follows its listing": made({ listingReference: undefined }),
      "it was sent, the number is to come": made({ listingReference: undefined, listing: listedAs("sent") }),
    },
  },
  "session.reference-pattern": {
    broken: made({ listingReference: "SE 148712" }, withPattern),
    path: ["listingReference"],
    silent: {
      "it looks like the others": made({}, withPattern),
      "it has none yet": made({ listingReference: undefined }, withPattern),
      "the region names letters by their kind": made(
        { listingReference: "É1" },
        { provider: aProvider({ settings: { sessions: { listingReferencePattern: "^\\p{Lu}\\d$" } } }) },
      ),
      "the region's form is not known": made({ listingReference: "SE 148712" }),
    },
  },
  "session.duplicate": {
    broken: made({}, { otherSessions: [twin] }),
    path: ["title"],
    silent: {
      "another room": made({}, { otherSessions: [{ ...twin, room: "Salle 3" }] }),
      "another number": made({}, { otherSessions: [{ ...twin, listingReference: "75_SE00148713" }] }),
      "the other one is cancelled": made({}, { otherSessions: [{ ...twin, listing: listedAs("cancelled") }] }),
      itself: made({}, { otherSessions: [aSession({ listingReference: undefined })] }),
      "two others, of each other": made({ title: "Autre" }, { otherSessions: [twin, { ...twin, reference: "SE-2026-016" }] }),
    },
  },
  "session.overlap": {
    broken: made({}, { otherBookings: bookingsOf(other) }),
    path: ["room"],
    silent: {
      "on another day": made({}, { otherBookings: bookingsOf(other, "2026-12-08") }),
      "in another room, with another trainer": made({}, { otherBookings: bookingsOf({ ...other, room: "Salle 3" }) }),
      "its own half-days": made({}, { otherBookings: bookingsOf(aListingSituation().session) }),
      "two others with each other": made(
        {},
        { otherBookings: [other, { ...other, reference: "SE-2026-016" }].flatMap((one) => bookingsOf(one, "2026-12-08")) },
      ),
    },
  },
  "session.not-yet-visible": {
    broken: made(sent("2026-11-07")),
    path: ["listing"],
    silent: {
      "ten days have passed": made(sent("2026-11-06")),
      "somebody saw it": made({ listing: aListing("visible", ["send", "2026-11-13"], ["see", "2026-11-16"]) }),
      "it was not sent": made({ listing: listedAs("ready", "2026-11-16") }),
      "it is never to be sent on": made({ ...sent("2026-11-13"), initialTraining: true }),
      "its SIRET is somebody else's": made({ ...sent("2026-11-13"), siret: "73282932000074" }),
      "the provider counts shorter": made(sent("2026-11-13"), { provider: aProvider({ settings: { sessions: { displayDelayDays: 3 } } }) }),
    },
  },
  "session.ended-too-long": {
    broken: made({ startsOn: "2026-10-01", endsOn: "2026-10-16" }),
    path: ["endsOn"],
    silent: { "thirty days ago": made({ startsOn: "2026-10-01", endsOn: "2026-10-17" }) },
  },
  "session.not-exported-initial-training": {
    broken: made({ initialTraining: true }),
    path: ["initialTraining"],
    silent: { "continuing training": made({ initialTraining: false }, { course: { ...forkliftCourse, initialTraining: true } }) },
  },
  "session.not-exported-siret": {
    broken: made({ siret: "73282932000074" }),
    path: ["siret"],
    silent: {
      "another establishment of the provider": made({ siret: "99900014400025" }),
      "no SIREN to compare with": made({ siret: "73282932000074" }, { provider: aProvider({ siren: undefined }) }),
    },
  },
};

const rules = Object.entries(examples).map(([code, example]) => ({ code: code as keyof typeof examples, ...example }));
const silent = rules.flatMap(({ code, silent }) => Object.entries(silent).map(([name, situation]) => ({ code, name, situation })));

describe("a session that breaks one rule of listings", () => {
  it.each(rules)("gets $code and nothing else, where it is wrong, in both languages", ({ broken, code, path }) => {
    const problems = checkListing(broken);
    expect(problems.map((problem) => [problem.code, problem.path])).toEqual([[code, path]]);
    for (const problem of problems) {
      expect(say(problem)).toEqual(fullSentence);
      expect(say(problem, "en")).toEqual(fullSentence);
      expect(JSON.parse(JSON.stringify(problem))).toEqual(problem);
    }
  });

  it.each(silent)("does not get $code: $name", ({ code, situation }) => {
    expect(checkListing(situation).map((problem) => problem.code)).not.toContain(code);
  });
});

it("each example is found where it stands, with its figures", () => {
  expect(
    rules
      .flatMap(({ broken }) => checkListing(broken))
      .map(findingLine)
      .join("\n"),
  ).toMatchInlineSnapshot(`
    "session.field-missing (error) /place {"field":"place"}
    session.reference-missing (error) /listingReference {}
    session.reference-pattern (warning) /listingReference {"listingReference":"SE 148712"}
    session.duplicate (error) /title {"by":"content","other":"SE-2026-015","startsOn":"2026-12-07","endsOn":"2026-12-18"}
    session.overlap (warning) /room {"kind":"room","name":"Salle 2","other":"SE-2026-015","day":"2026-12-07","from":"09:00","until":"12:30","times":1}
    session.not-yet-visible (warning) /listing {"sentOn":"2026-11-07","from":"2026-11-17"}
    session.ended-too-long (warning) /endsOn {"endsOn":"2026-10-16","days":30}
    session.not-exported-initial-training (warning) /initialTraining {}
    session.not-exported-siret (warning) /siret {"siret":"73282932000074"}"
  `);
});

describe("what a listing must say", () => {
  it("is in the session and in its course", () => {
    const bare = { ...forkliftCourse, objectives: "", expectedResults: undefined, programme: undefined };
    const missing = checkListing(made({ hours: { centreMinutes: 0 } }, { course: bare as never }));
    const common = { code: "session.field-missing", severity: "error" };
    const ofCourse = (field: string) => ({ ...common, path: ["course", field], params: { field, course: "FO-014" } });
    expect(missing).toEqual([
      { ...common, path: ["hours"], params: { field: "hours" } },
      ofCourse("objectives"),
      ofCourse("expectedResults"),
      ofCourse("programme"),
    ]);
  });

  it("is only asked for, not demanded, when the session has no course here: it may be listed already", () => {
    const [problem, ...others] = checkListing(made({}, { course: undefined }));
    expect(others).toEqual([]);
    expect(problem).toEqual({ code: "session.field-missing", severity: "warning", path: ["course"], params: { field: "course" } });
  });
});

describe("a double", () => {
  it("with the same number but other dates is to be looked at, and does not block", () => {
    const later = aSession({ reference: "SE-2027-002", startsOn: "2027-01-11", endsOn: "2027-01-22" });
    expect(checkListing(made({}, { otherSessions: [later] }))).toMatchObject([
      { code: "session.duplicate", severity: "warning", path: ["listingReference"], params: { by: "number", other: "SE-2027-002" } },
    ]);
  });
});

it("three times the same session is told once", () => {
  const twins = [twin, { ...twin, reference: "SE-2026-016" }];
  expect(checkListing(made({}, { otherSessions: twins })).map(({ params }) => params)).toEqual([
    { by: "content", other: "SE-2026-015", startsOn: "2026-12-07", endsOn: "2026-12-18" },
  ]);
});

describe("an overlap", () => {
  it("is counted once, though the session's own half-days are kept already", () => {
    const own = bookingsOf(aListingSituation().session);
    const [problem] = checkListing(made({}, { otherBookings: [...own, ...bookingsOf(other)] }));
    expect(problem?.params).toMatchObject({ other: "SE-2026-015", times: 1 });
  });

  it("names the other session, whichever comes first", () => {
    const [problem] = checkListing(made({}, { otherBookings: bookingsOf({ ...other, reference: "SE-2026-001" }) }));
    expect(problem?.params).toMatchObject({ other: "SE-2026-001" });
  });

  it("names the room as its half-day does", () => {
    const situation = made({ room: undefined });
    const schedule = situation.schedule as Schedule;
    const inRoom = { ...schedule, halfDays: schedule.halfDays.map((one) => ({ ...one, room: "Salle  « 2 »" })) };
    const [problem] = checkListing({ ...situation, schedule: inRoom, otherBookings: bookingsOf(other) });
    expect(problem?.params).toMatchObject({ kind: "room", name: "Salle  « 2 »" });
  });

  it("names the other session, the trainer and the stretch, on the clocks of the place", () => {
    const same = aSession({ reference: "SE-2026-015", title: "Autre", trainers: ["omar"], room: "Salle 3" });
    const names = new Map([["omar", "Omar Diallo"]]);
    const otherBookings = [...bookingsOf(same), ...bookingsOf(same)];
    expect(checkListing(made({}, { otherBookings, names }))).toMatchObject([
      {
        code: "session.overlap",
        severity: "warning",
        path: ["trainers"],
        params: { kind: "trainer", name: "Omar Diallo", other: "SE-2026-015", day: "2026-12-07", from: "09:00", until: "12:30", times: 2 },
      },
    ]);
  });

  it("names the room as the session does", () => {
    const [problem] = checkListing(made({}, { otherBookings: bookingsOf(other) }));
    expect(problem?.params).toMatchObject({ kind: "room", name: "Salle 2" });
  });
});

it("a quote for a session that may not show yet says so, and one for a session that nobody tracks stays silent", () => {
  const codesFor = (session: Overrides<SessionInput>) =>
    checkDossier(aQuoteSituation({ session: aSession(session) })).map(({ code }) => code);
  expect(codesFor(sent("2026-11-13"))).toContain("session.not-yet-visible");
  expect(codesFor({})).toEqual([]);
});

it("a session is waited for ten days when nobody set otherwise", () => {
  const found = (on: string) => checkDisplay({ session: made(sent(on)).session, today: "2026-11-16" }).map(({ params }) => params);
  expect(found("2026-11-07")).toEqual([{ sentOn: "2026-11-07", from: "2026-11-17" }]);
  expect(found("2026-11-06")).toEqual([]);
});

it("is undecided where what would decide is not at hand", () => {
  const problems = checkListing({ session: aListingSituation().session, today: "2026-11-16" });
  const undecided = problems.filter(({ severity }) => severity === "undecided").map(({ code }) => code);
  expect(undecided).toEqual(["session.reference-pattern", "session.duplicate", "session.overlap"]);
  for (const problem of problems) expect(say(problem)).toEqual(fullSentence);
});

it("prints what it says of a listing to docs/rules/listing.md", async () => {
  const said = (problem: Problem) => ({ code: problem.code as ProblemCode, path: problem.path, sentence: say(problem) });
  const refusals = [
    raise(listingRefusals, "session.listing-step-illegal", ["listing", "status"], {
      action: "see",
      status: "draft",
      possible: ["complete", "cancel"],
    }),
    raise(listingRefusals, "session.listing-step-too-early", ["on"], { on: "2026-11-10", lastOn: "2026-11-12" }),
    raise(listingRefusals, "session.listing-before-start", ["on"], { action: "start", on: "2026-12-06", startsOn: "2026-12-07" }),
  ];
  expect(refusals.map(({ code }) => code)).toEqual(Object.keys(listingRefusals));
  const page = cataloguePage(
    "Ce que Kairos vérifie d'un référencement",
    "Une session à référencer est comparée à sa formation, à son planning et aux autres sessions.",
    [
      {
        title: "La fiche",
        about: "Ce qu'une fiche doit dire, ce que la base régionale ne transmet pas, ce qui se contredit.",
        rules: rules.flatMap(({ broken }) => checkListing(broken).map(said)),
      },
      { title: "Étapes refusées", about: "Pourquoi une étape n'est pas possible.", rules: refusals.map(said) },
    ],
  );
  await expect(page).toMatchFileSnapshot("../../../docs/rules/listing.md");
});
