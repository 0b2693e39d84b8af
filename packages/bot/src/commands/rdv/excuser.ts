import { command } from "../../command.js";
import { toTell } from "../../dossiers/appointment-card.js";
import { advanceAndAnswer } from "../../dossiers/appointments.js";
import { reference } from "../../options.js";
import { line } from "../../reply.js";

export default command({
  words: {
    fr: ["excuser", "Note que la personne a prévenu qu'elle ne viendrait pas"],
    en: ["excuse", "Record that the person said they would not come"],
  },
  needs: "appointment.manage",
  visibility: "private",
  example: "/rdv excuser reference:RDV-2026-0001",
  options: {
    reference: reference("appointment", { fr: ["reference", "Référence du rendez-vous"], en: ["reference", "Appointment reference"] }),
  },
  run: (desk) =>
    advanceAndAnswer(desk, desk.input.reference, "excuse", async ({ appointment }) => ({
      lines: [
        line(
          "good",
          "Excusé : l'heure est libérée. N'écrivez nulle part de raison de santé.",
          "Excused: the time is free again. Write no health reason anywhere.",
        ),
        ...(await toTell(desk, appointment)),
      ],
      next: [
        {
          text: { fr: "convenir d'une autre date", en: "agree on another time" },
          command: `/rdv deplacer reference:${appointment.reference} …`,
        },
      ],
    })),
});
