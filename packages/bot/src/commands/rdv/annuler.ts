import { command } from "../../command.js";
import { toTell } from "../../dossiers/appointment-card.js";
import { advanceAndAnswer } from "../../dossiers/appointments.js";
import { reference } from "../../options.js";
import { line } from "../../reply.js";

export default command({
  words: {
    fr: ["annuler", "Annule un rendez-vous : l'organisme y renonce"],
    en: ["cancel", "Cancel an appointment: the provider gives it up"],
  },
  needs: "appointment.manage",
  visibility: "private",
  final: true,
  example: "/rdv annuler reference:RDV-2026-0001",
  options: {
    reference: reference("appointment", { fr: ["reference", "Référence du rendez-vous"], en: ["reference", "Appointment reference"] }),
  },
  run: (desk) =>
    advanceAndAnswer(desk, desk.input.reference, "cancel", async ({ appointment }) => ({
      lines: [
        line(
          "good",
          "Annulé : les personnes et la salle sont libres. S'il est dans le portail Kairos, annulez-le aussi là-bas.",
          "Cancelled: people and room are free. If it is in the Kairos portal, cancel it there too.",
        ),
        ...(await toTell(desk, appointment)),
      ],
      next: [],
    })),
});
