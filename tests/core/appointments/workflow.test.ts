import {
  type AppointmentAction,
  type AppointmentStart,
  type AppointmentStatus,
  type AppointmentTransition,
  advanceAppointment,
  amendAppointment,
  appointmentActionLabels,
  appointmentActions,
  appointmentSchema,
  appointmentStatuses,
  appointmentStatusLabels,
  appointmentStatusMeanings,
  appointmentWorkflow,
  bookingsOfAppointment,
  enrolCandidates,
  parse,
  proposeAppointment,
  stillStands,
} from "@kairos/core";
import { describe, expect, it } from "vitest";
import { anInterview } from "../../examples/index.js";
import { act, problemsOf } from "./examples.js";

/** An hour after it began: nothing waits for its hour any more. */
const afterwards = { ...act, at: "2026-11-30T10:00:00.000Z" };
const elsewhere = { startsAt: "2026-12-01T09:00:00.000Z" };

describe("each status and each action", () => {
  it("are these and no others", () => {
    expect(appointmentStatuses.map(gridOf).join("\n")).toMatchInlineSnapshot(`
      "proposed
        confirm -> confirmed
        move -> moved
        excuse -> excused
        miss -> no-show
        hold -> done
        cancel -> cancelled
      confirmed
        move -> moved
        excuse -> excused
        miss -> no-show
        hold -> done
        cancel -> cancelled
      moved
        confirm -> confirmed
        move -> moved
        excuse -> excused
        miss -> no-show
        hold -> done
        cancel -> cancelled
      excused
        move -> moved
        cancel -> cancelled
      no-show
        excuse -> excused
        hold -> done
      done
        miss -> no-show
      cancelled"
    `);
  });

  it("are refused for one reason: the step does not follow, and what does is said", () => {
    for (const status of appointmentStatuses) {
      for (const action of appointmentActions.filter((one) => !attempt(one, status).ok)) {
        const [problem, ...others] = problemsOf(attempt(action, status));
        expect(problem, `${status} ${action}`).toMatchObject({
          code: "appointment.transition-illegal",
          path: ["status"],
          params: { action, status },
        });
        expect(others).toEqual([]);
      }
    }
    expect(problemsOf(attempt("confirm", "no-show"))).toMatchObject([{ params: { possible: ["excuse", "hold"] } }]);
    expect(problemsOf(attempt("move", "cancelled"))).toMatchObject([{ params: { possible: [] } }]);
  });

  it("ask for one right", () => {
    expect(new Set(appointmentActions.map((action) => appointmentWorkflow[action].needs))).toEqual(new Set(["appointment.manage"]));
  });

  it("leave an appointment that can be kept as it is", () => {
    for (const status of appointmentStatuses) {
      for (const action of appointmentActions) {
        const result = attempt(action, status);
        if (result.ok) expect(parse(appointmentSchema, result.value)).toEqual(result);
      }
    }
  });

  it("keep people and rooms while it stands, and nobody afterwards", () => {
    for (const status of appointmentStatuses) {
      const appointment = anInterview({ status });
      expect(bookingsOfAppointment(appointment).length > 0, status).toBe(stillStands(appointment));
    }
  });
});

describe("a proposal", () => {
  it("is the first step, and waits for an answer", () => {
    const { status: _status, steps: _steps, sequence: _sequence, ...content } = anInterview();
    expect(proposeAppointment(content, { by: "lea", at: "2026-11-16T08:00:00.000Z" })).toEqual(anInterview());
  });
});

describe("a move", () => {
  it("keeps the time it left, waits for a new answer and shows in calendars", () => {
    const confirmed = done(anInterview(), "confirm");
    const moved = done(confirmed, "move", { ...elsewhere, minutes: 60 });
    expect(moved).toMatchObject({ status: "moved", startsAt: elsewhere.startsAt, minutes: 60, sequence: 2 });
    expect(moved.steps.at(-1)).toEqual({ action: "move", by: "lea", at: act.at, from: "2026-11-30T09:00:00.000Z" });
    expect(done(moved, "confirm")).toMatchObject({ status: "confirmed", sequence: 3 });
  });

  it("may change the length alone, or the hour alone", () => {
    expect(done(anInterview(), "move", { minutes: 60 })).toMatchObject({ startsAt: "2026-11-30T09:00:00.000Z", minutes: 60 });
    expect(done(anInterview(), "move", elsewhere)).toMatchObject({ ...elsewhere, minutes: 45 });
  });

  it("is refused when it says nothing, or nothing new", () => {
    const codes = (told: object) => problemsOf(advanceAppointment(anInterview(), "move", { ...act, ...told })).map(({ code }) => code);
    expect(codes({})).toEqual(["input.nothing-given"]);
    expect(codes({ minutes: 45 })).toEqual(["appointment.not-moved"]);
    expect(codes({ startsAt: "2026-11-30T09:00:00.000Z", minutes: 45 })).toEqual(["appointment.not-moved"]);
    expect(problemsOf(advanceAppointment(anInterview(), "move", { ...act, minutes: 45 }))).toMatchObject([
      { path: ["startsAt"], params: { startsAt: "2026-11-30T09:00:00.000Z", zone: "Europe/Paris" } },
    ]);
    expect(problemsOf(advanceAppointment(anInterview(), "move", act))).toMatchObject([{ path: [] }]);
  });

  it("is the only step that changes the hour, whatever else is told", () => {
    const confirmed = done(anInterview(), "confirm", { ...elsewhere, minutes: 60 });
    expect(confirmed).toMatchObject({ startsAt: "2026-11-30T09:00:00.000Z", minutes: 45 });
    expect(confirmed.steps.at(-1)).toEqual({ action: "confirm", by: "lea", at: act.at });
  });
});

describe("what took place", () => {
  it.each(["hold", "miss"] as const)("is recorded from the hour on, not before: %s", (action) => {
    const at = (instant: string) => advanceAppointment(anInterview(), action, { ...act, at: instant });
    expect(problemsOf(at("2026-11-30T08:59:59.999Z"))).toEqual([
      {
        code: "appointment.not-begun",
        severity: "error",
        path: ["startsAt"],
        params: { action, startsAt: "2026-11-30T09:00:00.000Z", zone: "Europe/Paris" },
      },
    ]);
    expect(at("2026-11-30T09:00:00.000Z").ok).toBe(true);
  });

  it("does not show in calendars, an excuse or a cancellation does", () => {
    const sequenceAfter = (action: AppointmentAction) => {
      const result = advanceAppointment(anInterview({ sequence: 4 }), action, afterwards);
      return result.ok ? result.value.sequence : undefined;
    };
    expect((["hold", "miss", "excuse", "cancel", "confirm"] as const).map(sequenceAfter)).toEqual([4, 4, 5, 5, 5]);
  });

  it("is recorded anew when it was wrong", () => {
    const missed = done(anInterview(), "miss", afterwards);
    expect(done(missed, "hold", afterwards).status).toBe("done");
    expect(done(missed, "excuse", afterwards).status).toBe("excused");
    expect(done(done(anInterview(), "hold", afterwards), "miss", afterwards).steps.map(({ action }) => action)).toEqual([
      "propose",
      "hold",
      "miss",
    ]);
  });
});

describe("who comes and where", () => {
  const meeting = anInterview({ kind: "information", places: 3, participants: [{ role: "staff", person: "lea" }] });

  it("grows with each candidate, once each", () => {
    expect(enrolCandidates(meeting, ["T-0007", "T-0008", "T-0007"])).toMatchObject({
      value: { participants: [{}, { trainee: "T-0007" }, { trainee: "T-0008" }], sequence: 1 },
    });
  });

  it("is a candidate of a meeting that stands, once", () => {
    const refused = (appointment: typeof meeting, ...trainees: string[]) => problemsOf(enrolCandidates(appointment, trainees));
    expect(refused(anInterview(), "T-0008")).toMatchObject([{ code: "appointment.not-collective", path: ["kind"] }]);
    expect(refused({ ...meeting, status: "cancelled" }, "T-0008")).toMatchObject([
      { code: "appointment.over", path: ["status"], params: { status: "cancelled" } },
    ]);
    const known = { ...meeting, participants: [...meeting.participants, { role: "candidate" as const, trainee: "T-0007" }] };
    expect(refused(known, "T-0008", "T-0007", "T-0007")).toMatchObject([
      { code: "appointment.already-enrolled", path: ["participants"], params: { trainees: ["T-0007"] } },
    ]);
    expect(enrolCandidates(known, ["T-0008"])).toMatchObject({
      value: { participants: [{ role: "staff" }, { role: "candidate", trainee: "T-0007" }, { role: "candidate", trainee: "T-0008" }] },
    });
  });

  it("is said anew while it stands", () => {
    expect(amendAppointment(meeting, { room: "A 2", places: 12 })).toMatchObject({ value: { room: "A 2", places: 12, sequence: 1 } });
    const over = amendAppointment(anInterview({ status: "done" }), { room: "A 2" });
    expect(problemsOf(over)).toMatchObject([{ code: "appointment.over", path: ["status"], params: { status: "done" } }]);
  });
});

it("prints the life of an appointment to docs/workflows/appointments.md", async () => {
  await expect(workflowPage()).toMatchFileSnapshot("../../../docs/workflows/appointments.md");
});

function attempt(action: AppointmentAction, status: AppointmentStatus) {
  return advanceAppointment(anInterview({ status }), action, { ...afterwards, ...(action === "move" && elsewhere) });
}

function gridOf(status: AppointmentStatus): string {
  const opened = appointmentActions.flatMap((action) => {
    const result = attempt(action, status);
    return result.ok ? [`  ${action} -> ${result.value.status}`] : [];
  });
  return [status, ...opened].join("\n");
}

function done(appointment: ReturnType<typeof anInterview>, action: AppointmentAction, told: object = {}) {
  const result = advanceAppointment(appointment, action, { ...act, ...told });
  if (!result.ok)
    throw new Error(
      problemsOf(result)
        .map(({ code }) => code)
        .join(),
    );
  return result.value;
}

function workflowPage(): string {
  const french = (status: AppointmentStart) => (status === "none" ? "–" : appointmentStatusLabels[status].fr);
  const id = (status: AppointmentStart) => (status === "none" ? "[*]" : status.replace("-", "_"));
  const rows = appointmentActions.map((action) => {
    const { from, to, begun, shown }: AppointmentTransition = appointmentWorkflow[action];
    const when = begun === true ? "une fois l'heure venue" : "–";
    const calendar = action === "propose" || shown === true ? "oui" : "non";
    return `| ${appointmentActionLabels[action].fr} | ${from.map(french).join(", ")} | ${french(to)} | ${when} | ${calendar} |`;
  });
  const arrows = appointmentActions.flatMap((action) => {
    const { from, to }: AppointmentTransition = appointmentWorkflow[action];
    return from.map((one) => `  ${id(one)} --> ${id(to)}: ${appointmentActionLabels[action].fr}`);
  });
  return `# La vie d'un rendez-vous

*Page écrite par les tests : ne pas la modifier à la main.*

| Statut | Ce qu'il veut dire |
| --- | --- |
${appointmentStatuses.map((status) => `| ${appointmentStatusLabels[status].fr} | ${appointmentStatusMeanings[status].fr} |`).join("\n")}

Proposé, confirmé ou déplacé, un rendez-vous retient les personnes et la salle : personne ne peut y être pris deux fois. Excusé, non honoré, tenu ou
annulé, il ne retient plus rien. Ce qui a été noté par erreur après l'heure se note de nouveau ; l'historique garde les deux.

| Étape | Depuis | Vers | Quand | Change l'agenda |
| --- | --- | --- | --- | --- |
${rows.join("\n")}

Un rendez-vous déplacé garde l'heure qu'il a quittée et attend une nouvelle réponse.

\`\`\`mermaid
stateDiagram-v2
${[...appointmentStatuses.map((status) => `  state "${french(status)}" as ${id(status)}`), ...arrows].join("\n")}
\`\`\`
`;
}
