import { appointmentStatuses, eventOfAppointment, type Participant } from "@kairos/core";
import { expect, it } from "vitest";
import { anAppointment } from "../../examples/index.js";

const nameOf = (one: Participant) => (one.role === "candidate" ? one.trainee : one.role === "adviser" ? one.name : `<${one.person}>`);

it("an appointment in a calendar: references, where, who, and when it last changed", () => {
  const steps = [
    { action: "propose", by: "u-lea", at: "2026-11-27T08:00:00.000Z" },
    { action: "confirm", by: "u-lea", at: "2026-11-28T08:00:00.000Z" },
  ] as const;
  expect(eventOfAppointment(anAppointment({ steps: [...steps], sequence: 1, session: "SE-2026-014" }), nameOf)).toEqual({
    uid: "RDV-2026-0001@99900014400017.kairos.invalid",
    sequence: 1,
    startsAt: "2026-12-07T09:00:00.000Z",
    endsAt: "2026-12-07T09:45:00.000Z",
    summary: "Entretien d'orientation · RDV-2026-0001",
    location: "Bureau 2, 12 rue des Chantiers, 33300 Bordeaux",
    description: "Rendez-vous RDV-2026-0001 : confirmé, sur place.\nCandidat : T-0007\nÉquipe : <u-lea>\nSession : SE-2026-014",
    status: "confirmed",
    changedAt: "2026-11-28T08:00:00.000Z",
  });
});

it("keeps its name when it is moved, so that calendars move it too", () => {
  const moved = anAppointment({ startsAt: "2026-12-08T09:00:00.000Z", status: "moved", sequence: 4 });
  expect(eventOfAppointment(moved, nameOf).uid).toBe(eventOfAppointment(anAppointment(), nameOf).uid);
});

it("says where to call or to connect when nobody comes", () => {
  const location = (changes: Parameters<typeof anAppointment>[0]) => eventOfAppointment(anAppointment(changes), nameOf).location;
  expect(location({ way: "phone", room: undefined, place: undefined })).toBe("Par téléphone");
  expect(location({ way: "video", room: undefined, place: "https://visio.example/rdv" })).toBe("https://visio.example/rdv");
  expect(location({ way: "video", room: undefined, place: undefined })).toBe("En visioconférence");
  expect(location({ room: undefined, place: undefined })).toBeUndefined();
});

it("what keeps nobody any more is cancelled, what waits for an answer is tentative", () => {
  const shown = appointmentStatuses.map((status) => `${status}: ${eventOfAppointment(anAppointment({ status }), nameOf).status}`);
  expect(shown).toEqual([
    "proposed: tentative",
    "confirmed: confirmed",
    "moved: tentative",
    "excused: cancelled",
    "no-show: confirmed",
    "done: confirmed",
    "cancelled: cancelled",
  ]);
});
