import {
  type AppointmentInput,
  type AppointmentSituation,
  advanceAppointment,
  type appointmentRefusals,
  appointmentRules,
  checkAppointment,
  type Engagement,
  enrolCandidates,
  momentAt,
  type momentRefusals,
  type Path,
  type Problem,
  resourceKeys,
  siretSchema,
} from "@kairos/core";
import { anInterview, anInterviewSituation, aSession, type Overrides } from "../../examples/index.js";

const siret = siretSchema.parse("99900014400017");
const at = (overrides: Overrides<AppointmentInput> = {}, beside: Partial<AppointmentSituation> = {}) =>
  anInterviewSituation(overrides, beside);

/** What keeps somebody from 9:30 to 10:30, in Paris. */
export const engagement = (overrides: Partial<Engagement> = {}): Engagement => ({
  resource: resourceKeys.person("lea"),
  startsAt: "2026-11-30T08:30:00.000Z",
  endsAt: "2026-11-30T09:30:00.000Z",
  kind: "appointment",
  reference: "RDV-2026-0009",
  siret,
  ...overrides,
});
const lesson = engagement({ resource: resourceKeys.session("SE-2026-009"), kind: "session", reference: "SE-2026-009" });
const followed = [{ trainee: "T-0007", session: "SE-2026-009" }];
const collective = {
  kind: "information" as const,
  places: 2,
  participants: [{ role: "staff" as const, person: "lea" }, ...candidates("T-0007", "T-0008", "T-0009")],
};
const mornings = new Map([["lea", [{ weekday: 1, from: "09:00", until: "12:30" }]]]);

export interface RuleExample {
  readonly broken: AppointmentSituation;
  readonly path: Path;
  /** At the edge, and not broken. */
  readonly silent: Readonly<Record<string, AppointmentSituation>>;
}

/** A rule without an example does not compile. */
export const broken: { readonly [Code in keyof typeof appointmentRules]: RuleExample } = {
  "appointment.overlap": {
    broken: at({}, { busy: [engagement()] }),
    path: ["startsAt"],
    silent: {
      "ends as this one starts": at({}, { busy: [engagement({ endsAt: "2026-11-30T09:00:00.000Z" })] }),
      "starts as this one ends": at(
        {},
        { busy: [engagement({ startsAt: "2026-11-30T09:45:00.000Z", endsAt: "2026-11-30T10:00:00.000Z" })] },
      ),
      "somebody else": at({}, { busy: [engagement({ resource: resourceKeys.person("omar") })] }),
      "a cancelled one keeps nobody": at({ status: "cancelled" }, { busy: [engagement()] }),
    },
  },
  "appointment.during-session": {
    broken: at({}, { busy: [lesson], followed }),
    path: ["participants"],
    silent: {
      "a session they do not follow": at({}, { busy: [lesson], followed: [] }),
      "during its lunch": at({}, { busy: [{ ...lesson, endsAt: "2026-11-30T09:00:00.000Z" }], followed }),
    },
  },
  "appointment.outside-hours": {
    broken: at({ startsAt: "2026-11-30T11:00:00.000Z" }, { hours: mornings }),
    path: ["startsAt"],
    silent: {
      "the last minute": at({ startsAt: "2026-11-30T10:45:00.000Z" }, { hours: mornings }),
      "two stretches that touch": at(
        { startsAt: "2026-11-30T11:00:00.000Z" },
        { hours: new Map([["lea", [...(mornings.get("lea") ?? []), { weekday: 1, from: "12:30", until: "14:00" }]]]) },
      ),
      "nobody knows the hours": at({ startsAt: "2026-11-30T20:00:00.000Z" }),
    },
  },
  "appointment.past": {
    broken: at({}, { now: "2026-11-30T09:45:00.000Z" }),
    path: ["startsAt"],
    silent: {
      "going on": at({}, { now: "2026-11-30T09:44:00.000Z" }),
      "its outcome is known": at({ status: "done" }, { now: "2026-12-01T08:00:00.000Z" }),
    },
  },
  "appointment.after-session-start": {
    broken: at({}, { session: aSession({ startsOn: "2026-11-30" }) }),
    path: ["startsAt"],
    silent: {
      "the day before": at({}, { session: aSession({ startsOn: "2026-12-01" }) }),
      "a follow-up": at(
        {
          kind: "follow-up",
          participants: [
            { role: "trainer", person: "lea" },
            { role: "candidate", trainee: "T-0007" },
          ],
        },
        { session: aSession({ startsOn: "2026-11-30" }) },
      ),
      "people join all along": at({}, { session: aSession({ startsOn: "2026-11-30", intake: "permanent" }) }),
    },
  },
  "appointment.day-off": {
    broken: at({}, { dayOff: { fr: "Toussaint", en: "All Saints' Day" } }),
    path: ["startsAt"],
    silent: { "an ordinary day": at() },
  },
  "appointment.hour-doubled": {
    broken: at({ startsAt: "2026-10-25T00:30:00.000Z" }, { now: "2026-10-20T08:00:00.000Z" }),
    path: ["startsAt"],
    silent: {
      "the second time": at({ startsAt: "2026-10-25T01:30:00.000Z" }, { now: "2026-10-20T08:00:00.000Z" }),
      "the hour before": at({ startsAt: "2026-10-24T23:45:00.000Z" }, { now: "2026-10-20T08:00:00.000Z" }),
      "where clocks stay": at({ startsAt: "2026-10-25T00:30:00.000Z" }, { now: "2026-10-20T08:00:00.000Z", zone: "Indian/Reunion" }),
    },
  },
  "appointment.full": {
    broken: at(collective),
    path: ["participants"],
    silent: { "the last place": at({ ...collective, places: 3 }) },
  },
  "appointment.places-missing": {
    broken: at({ ...collective, places: undefined }),
    path: ["places"],
    silent: { "an interview": at() },
  },
  "appointment.people-missing": {
    broken: at({ kind: "follow-up" }),
    path: ["participants"],
    silent: {
      "an adviser rather than the team": at({
        participants: [...candidates("T-0007"), { role: "adviser", name: "Mme Martin" }],
      }),
      "a meeting nobody has joined yet": at({ ...collective, participants: [{ role: "staff", person: "lea" }] }),
    },
  },
  "appointment.place-missing": {
    broken: at({ place: undefined }),
    path: ["place"],
    silent: { "by phone": at({ place: undefined, way: "phone" }) },
  },
  "appointment.reminder-missing": {
    broken: at({ reminderMinutes: [] }),
    path: ["reminderMinutes"],
    silent: {
      "one is still to come": at({}, { now: "2026-11-30T07:00:00.000Z" }),
      "it has begun": at({}, { now: "2026-11-30T09:00:00.000Z" }),
    },
  },
};

/** What draws one refusal and no other. */
export const refused: { readonly [Code in keyof typeof appointmentRefusals | keyof typeof momentRefusals]: () => readonly Problem[] } = {
  "appointment.transition-illegal": () => problemsOf(advanceAppointment(anInterview({ status: "done" }), "confirm", act)),
  "appointment.not-begun": () => problemsOf(advanceAppointment(anInterview(), "hold", act)),
  "appointment.not-moved": () => problemsOf(advanceAppointment(anInterview(), "move", { ...act, startsAt: "2026-11-30T09:00:00.000Z" })),
  "appointment.not-collective": () => problemsOf(enrolCandidates(anInterview(), ["T-0008"])),
  "appointment.already-enrolled": () => problemsOf(enrolCandidates(anInterview(collective), ["T-0008"])),
  "appointment.over": () => problemsOf(enrolCandidates(anInterview({ ...collective, status: "cancelled" }), ["T-0010"])),
  "appointment.hour-skipped": () => problemsOf(momentAt("2027-03-28", "02:30", "Europe/Paris")),
};

export const act = { by: "lea", at: "2026-11-16T08:00:00.000Z", zone: "Europe/Paris" };

/** The rules in their order, each with the problem its example draws. */
export const judged = Object.keys(appointmentRules).map((code) => {
  const example = broken[code as keyof typeof broken];
  return { code: code as keyof typeof broken, ...example, problems: checkAppointment(example.broken) as readonly Problem[] };
});

export function problemsOf(result: { readonly ok: true } | { readonly ok: false; readonly problems: readonly Problem[] }) {
  return result.ok ? [] : result.problems;
}

function candidates(...trainees: readonly string[]) {
  return trainees.map((trainee) => ({ role: "candidate" as const, trainee }));
}
