import { checkAppointment, hasErrors, momentAt, type Problem, resourceKeys, say, type WorkingStretch } from "@kairos/core";
import { describe, expect, it } from "vitest";
import { cataloguePage, findingLine, fullSentence } from "../../examples/catalogue.js";
import { anInterviewSituation } from "../../examples/index.js";
import { broken, engagement, judged, refused } from "./examples.js";

const silent = Object.entries(broken).flatMap(([code, one]) =>
  Object.entries(one.silent).map(([name, situation]) => ({ code, name, situation })),
);

describe("an appointment", () => {
  it("in order draws nothing", () => {
    expect(checkAppointment(anInterviewSituation())).toEqual([]);
  });

  it.each(judged)("that breaks one rule gets $code and nothing else, where it is wrong", ({ code, path, problems }) => {
    expect(problems.map((problem) => [problem.code, problem.path])).toEqual([[code, path]]);
    expect(JSON.parse(JSON.stringify(problems))).toEqual(problems);
  });

  it.each(silent)("at the edge does not get $code: $name", ({ code, situation }) => {
    expect(checkAppointment(situation).map((problem) => problem.code)).not.toContain(code);
  });

  it("whose people are not known is not judged to be free", () => {
    const [problem] = checkAppointment(anInterviewSituation({}, { busy: undefined, settings: undefined }));
    expect(problem).toMatchObject({ code: "appointment.overlap", severity: "undecided" });
  });

  it("that stands no more has nothing held against it", () => {
    for (const status of ["excused", "no-show", "done", "cancelled"] as const) {
      const situations = Object.values(broken).map((one) => ({ ...one.broken, appointment: { ...one.broken.appointment, status } }));
      for (const situation of situations) expect(checkAppointment(situation)).toEqual([]);
    }
  });

  it("is only held back by what cannot be: a double booking, a full meeting", () => {
    expect(judged.filter(({ problems }) => hasErrors(problems)).map(({ code }) => code)).toEqual([
      "appointment.overlap",
      "appointment.full",
    ]);
  });
});

it("each example is found where it stands, with its figures", () => {
  expect(
    [...judged.flatMap(({ problems }) => problems), ...Object.values(refused).flatMap((problems) => problems())]
      .map(findingLine)
      .join("\n"),
  ).toMatchInlineSnapshot(`
    "appointment.overlap (error) /startsAt {"who":{"role":"staff","name":"lea"},"startsAt":"2026-11-30T09:00:00.000Z","zone":"Europe/Paris","other":{"kind":"appointment","reference":"RDV-2026-0009","from":"09:30","until":"10:30"}}
    appointment.during-session (warning) /participants {"trainee":"T-0007","session":"SE-2026-009"}
    appointment.outside-hours (warning) /startsAt {"name":"lea","startsAt":"2026-11-30T11:00:00.000Z","zone":"Europe/Paris"}
    appointment.past (warning) /startsAt {"startsAt":"2026-11-30T09:00:00.000Z","zone":"Europe/Paris"}
    appointment.after-session-start (warning) /startsAt {"kind":"orientation","startsAt":"2026-11-30T09:00:00.000Z","zone":"Europe/Paris","session":"SE-2026-014","startsOn":"2026-11-30"}
    appointment.day-off (notice) /startsAt {"day":"2026-11-30","dayOff":{"fr":"Toussaint","en":"All Saints' Day"}}
    appointment.hour-doubled (notice) /startsAt {"day":"2026-10-25","time":"02:30"}
    appointment.full (error) /participants {"places":2,"candidates":3}
    appointment.places-missing (notice) /places {}
    appointment.people-missing (warning) /participants {"kind":"follow-up","either":["trainer"]}
    appointment.place-missing (warning) /place {"way":"in-person"}
    appointment.reminder-missing (notice) /reminderMinutes {"isTooLate":false}
    appointment.transition-illegal (error) /status {"action":"confirm","status":"done","possible":["miss"]}
    appointment.not-begun (error) /startsAt {"action":"hold","startsAt":"2026-11-30T09:00:00.000Z","zone":"Europe/Paris"}
    appointment.not-moved (error) /startsAt {"startsAt":"2026-11-30T09:00:00.000Z","zone":"Europe/Paris"}
    appointment.not-collective (error) /kind {}
    appointment.already-enrolled (error) /participants {"trainees":["T-0008"]}
    appointment.over (error) /status {"status":"cancelled"}
    appointment.hour-skipped (error) /time {"day":"2027-03-28","time":"02:30","becomes":"03:30"}"
  `);
});

it("somebody is called by who they are: a candidate by their reference, an adviser by their name", () => {
  const adviser = { role: "adviser" as const, name: "Mme Martin" };
  const situation = anInterviewSituation({ participants: [{ role: "candidate", trainee: "T-0007" }, adviser] });
  const busy = [engagement({ resource: resourceKeys.adviser(situation.appointment.siret, "Mme Martin") })];
  expect(checkAppointment({ ...situation, busy }).map(({ params }) => params)).toMatchObject([{ who: adviser }]);
});

it("a room that the appointment has not is nobody's", () => {
  const situation = anInterviewSituation({ room: undefined });
  const busy = [engagement({ resource: resourceKeys.room(situation.appointment.siret, "A 2") })];
  expect(checkAppointment({ ...situation, busy })).toEqual([]);
});

it("hours of work join whatever their order, past midnight too, and a hole between them counts", () => {
  const codes = (startsAt: string, hours: readonly WorkingStretch[]) =>
    checkAppointment(anInterviewSituation({ startsAt }, { hours: new Map([["lea", hours]]) })).map(({ code }) => code);
  const day = [
    { weekday: 1, from: "12:30", until: "14:00" },
    { weekday: 1, from: "09:00", until: "12:30" },
  ];
  expect(codes("2026-11-30T11:00:00.000Z", day)).toEqual([]);
  expect(codes("2026-11-30T11:00:00.000Z", [{ weekday: 1, from: "12:31", until: "14:00" }, ...day.slice(1)])).toEqual([
    "appointment.outside-hours",
  ]);
  const night = [
    { weekday: 2, from: "00:00", until: "02:00" },
    { weekday: 1, from: "22:00", until: "24:00" },
  ];
  expect(codes("2026-11-30T22:30:00.000Z", night)).toEqual([]);
  expect(codes("2026-11-30T22:30:00.000Z", night.slice(1))).toEqual(["appointment.outside-hours"]);
});

describe("the other engagement", () => {
  const told = (overrides: Parameters<typeof engagement>[0]) =>
    checkAppointment(anInterviewSituation({ room: "A 2" }, { busy: [engagement(overrides)], names: new Map([["lea", "Léa Roux"]]) })).map(
      (problem) => say(problem).what,
    );

  it("is named, with its hours, to whoever may know it", () => {
    expect(told({})).toEqual(["Le 30/11/2026 à 10:00, Léa Roux n'est pas libre : rendez-vous RDV-2026-0009, de 09:30 à 10:30."]);
    expect(told({ resource: "trainee:T-0007", kind: "session", reference: "SE-1" })).toEqual([
      "Le 30/11/2026 à 10:00, T-0007 n'est pas libre : session SE-1, de 09:30 à 10:30.",
    ]);
    expect(told({ resource: "room:99900014400017:a-2" })[0]).toMatch(/la salle « A 2 » n'est pas libre/);
  });

  it("is not told to anybody else: neither what it is, nor when it ends", () => {
    const unseen = { reference: undefined, siret: undefined };
    expect(told(unseen)).toEqual(["Le 30/11/2026 à 10:00, Léa Roux n'est pas libre : un autre engagement."]);
    const problems = checkAppointment(anInterviewSituation({}, { busy: [engagement(unseen)] }));
    expect(JSON.stringify(problems)).not.toMatch(/08:30|09:30|10:30|"appointment"/);
  });
});

describe("each refusal", () => {
  it.each(Object.entries(refused))("%s comes alone, and is said in full in both languages", (code, problems) => {
    expect(problems().map((problem) => problem.code)).toEqual([code]);
  });

  it.each(
    [...judged.map(({ problems }) => problems), ...Object.values(refused).map((problems) => problems())].map(
      (all) => [all[0]?.code, all] as const,
    ),
  )("%s is a whole sentence", (_code, problems: readonly Problem[]) => {
    for (const problem of problems) {
      expect(say(problem, "fr")).toEqual(fullSentence);
      expect(say(problem, "en")).toEqual(fullSentence);
      expect(say(problem, "fr").what).not.toBe(say(problem, "en").what);
    }
  });
});

describe("an hour of a day", () => {
  it.each([
    ["an ordinary one", "2026-12-07", "09:30", "Europe/Paris", "2026-12-07T08:30:00.000Z"],
    ["in summer", "2026-07-06", "09:30", "Europe/Paris", "2026-07-06T07:30:00.000Z"],
    ["the first of two", "2026-10-25", "02:30", "Europe/Paris", "2026-10-25T00:30:00.000Z"],
    ["where clocks never change", "2027-03-28", "02:30", "America/Martinique", "2027-03-28T06:30:00.000Z"],
    ["as the skipped hour ends", "2027-03-28", "03:00", "Europe/Paris", "2027-03-28T01:00:00.000Z"],
  ])("%s is an instant", (_name, day, time, zone, instant) => {
    expect(momentAt(day, time, zone)).toEqual({ ok: true, value: instant });
  });

  it.each(["02:00", "02:30", "02:59"])("that clocks skip is refused, with what they show instead: %s", (time) => {
    expect(momentAt("2027-03-28", time, "Europe/Paris")).toMatchObject({
      problems: [{ code: "appointment.hour-skipped", params: { time, becomes: `03:${time.slice(3)}` } }],
    });
  });
});

it("prints docs/rules/appointments.md", async () => {
  const rules = [...judged.flatMap(({ problems }) => problems), ...Object.values(refused).flatMap((problems) => problems())].map(
    (problem) => ({ code: problem.code as keyof typeof broken, path: problem.path, sentence: say(problem) }),
  );
  const about =
    "Personne n'est à deux endroits à la fois : une double réservation est refusée, et les horaires libres les plus proches sont proposés.";
  const group = { title: "Les contrôles", about: `${rules.length} contrôles.`, rules };
  await expect(cataloguePage("Ce que Kairos vérifie d'un rendez-vous", about, [group])).toMatchFileSnapshot(
    "../../../docs/rules/appointments.md",
  );
});
