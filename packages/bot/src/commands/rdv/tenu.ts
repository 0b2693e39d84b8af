import { type Appointment, candidatesOf } from "@kairos/core";
import { command } from "../../command.js";
import { typedCommand } from "../../dossiers/appointment-words.js";
import { advanceAndAnswer } from "../../dossiers/appointments.js";
import { reference } from "../../options.js";
import { line, type NextStep } from "../../reply.js";

export default command({
  words: { fr: ["tenu", "Note que le rendez-vous a eu lieu"], en: ["held", "Record that the appointment took place"] },
  needs: "appointment.manage",
  visibility: "private",
  example: "/rdv tenu reference:RDV-2026-0001",
  options: {
    reference: reference("appointment", { fr: ["reference", "Référence du rendez-vous"], en: ["reference", "Appointment reference"] }),
  },
  run: (desk) =>
    advanceAndAnswer(desk, desk.input.reference, "hold", ({ appointment }) =>
      Promise.resolve({
        lines: [line("good", "Noté : le rendez-vous a eu lieu.", "Recorded: the appointment took place.")],
        next: nextAfter(appointment),
      }),
    ),
});

/** After an interview comes the quote. */
function nextAfter(appointment: Appointment): readonly NextStep[] {
  const [candidate, ...others] = candidatesOf(appointment);
  if (appointment.kind === "follow-up" || candidate === undefined || others.length > 0) return [];
  return [
    {
      text: { fr: "si la formation est retenue, préparer le devis", en: "if the training is agreed, prepare the quote" },
      command: typedCommand("devis creer", { dispositif: "…", session: appointment.session ?? "…", stagiaire: candidate }),
    },
  ];
}
