import { advanceAppointment, clockAt, momentAt, type Problem } from "@kairos/core";
import { command } from "../../command.js";
import { toTell } from "../../dossiers/appointment-card.js";
import { meetingLength } from "../../dossiers/appointment-options.js";
import { nearestSteps } from "../../dossiers/appointment-slots.js";
import { typedCommand, typedOptions, whenOf } from "../../dossiers/appointment-words.js";
import { keepAndAnswer, loadAppointment } from "../../dossiers/appointments.js";
import { clock, day, optional, reference } from "../../options.js";
import { line, refused } from "../../reply.js";

const options = {
  reference: reference("appointment", { fr: ["reference", "Référence du rendez-vous"], en: ["reference", "Appointment reference"] }),
  on: optional(day({ fr: ["le", "Le nouveau jour ; le même sinon"], en: ["on", "The new day; the same otherwise"] })),
  time: optional(clock({ fr: ["heure", "La nouvelle heure ; la même sinon"], en: ["time", "The new hour; the same otherwise"] })),
  minutes: optional(
    meetingLength({ fr: ["duree", "La nouvelle durée ; la même sinon"], en: ["duration", "The new length; the same otherwise"] }),
  ),
};

export default command({
  words: {
    fr: ["deplacer", "Déplace un rendez-vous : la nouvelle heure attend une réponse"],
    en: ["move", "Move an appointment: the new time waits for an answer"],
  },
  needs: "appointment.manage",
  visibility: "private",
  form: [["on", "time", "minutes"]],
  example: "/rdv deplacer reference:RDV-2026-0001 le:01/12/2026 heure:14h",
  options,
  async run(desk) {
    const { input } = desk;
    const loaded = await loadAppointment(desk, input.reference);
    if (!loaded.ok) return refused(loaded.problems);
    const { appointment, provider, zone } = loaded.value;
    const { reference } = appointment;
    const trace = { object: reference, details: { action: "move" } };
    const current = clockAt(appointment.startsAt, zone);
    const isTimed = input.on !== undefined || input.time !== undefined;
    const starts = isTimed ? momentAt(input.on ?? current.day, input.time ?? current.time, zone) : undefined;
    if (starts?.ok === false) return refused(starts.problems.map(atHour), { trace });
    const act = { by: desk.actor.id, at: desk.now, zone, startsAt: starts?.value, minutes: input.minutes };
    const moved = advanceAppointment(appointment, "move", act);
    if (!moved.ok) return refused(moved.problems, { trace });
    const left = whenOf(appointment, zone);
    return keepAndAnswer(desk, moved.value, {
      before: appointment,
      lines: [line("good", `Déplacé. Il était ${left.fr}.`, `Moved. It was ${left.en}.`), ...(await toTell(desk, moved.value))],
      details: trace.details,
      next: [
        {
          text: { fr: "quand la personne a accepté la nouvelle heure", en: "once the person has accepted the new time" },
          command: `/rdv confirmer reference:${reference}`,
        },
      ],
      instead: () =>
        nearestSteps(desk, provider, moved.value, (on, time) =>
          typedCommand("rdv deplacer", { ...typedOptions(options, { ...input, reference }), le: on, heure: time }),
        ),
    });
  },
});

function atHour(problem: Problem): Problem {
  return { ...problem, path: ["heure"] };
}
