import { command } from "../../command.js";
import { advanceAndAnswer } from "../../dossiers/appointments.js";
import { reference } from "../../options.js";
import { line } from "../../reply.js";

export default command({
  words: { fr: ["confirmer", "Note que la personne viendra"], en: ["confirm", "Record that the person will come"] },
  needs: "appointment.manage",
  visibility: "private",
  example: "/rdv confirmer reference:RDV-2026-0001",
  options: {
    reference: reference("appointment", { fr: ["reference", "Référence du rendez-vous"], en: ["reference", "Appointment reference"] }),
  },
  run: (desk) =>
    advanceAndAnswer(desk, desk.input.reference, "confirm", ({ appointment }) =>
      Promise.resolve({
        lines: [line("good", "Confirmé. Après l'heure, notez s'il a eu lieu.", "Confirmed. After the hour, record whether it took place.")],
        next: [
          {
            text: { fr: "après l'heure, s'il a eu lieu", en: "after the hour, if it took place" },
            command: `/rdv tenu reference:${appointment.reference}`,
          },
        ],
      }),
    ),
});
