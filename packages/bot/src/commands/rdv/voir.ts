import { appointmentStatusMeanings, sentenceCase } from "@kairos/core";
import { command } from "../../command.js";
import { historyOf } from "../../dossiers/appointment-card.js";
import { answerWith, loadAppointment } from "../../dossiers/appointments.js";
import { reference } from "../../options.js";
import { refused } from "../../reply.js";

export default command({
  words: { fr: ["voir", "Montre un rendez-vous et ce qui s'est passé"], en: ["show", "Show an appointment and what happened"] },
  needs: "appointment.read",
  visibility: "private",
  example: "/rdv voir reference:RDV-2026-0001",
  options: {
    reference: reference("appointment", { fr: ["reference", "Référence du rendez-vous"], en: ["reference", "Appointment reference"] }),
  },
  async run(desk) {
    const loaded = await loadAppointment(desk, desk.input.reference);
    if (!loaded.ok) return refused(loaded.problems);
    const meaning = appointmentStatusMeanings[loaded.value.appointment.status];
    const said = { tone: "muted" as const, text: { fr: `${sentenceCase(meaning.fr)}.`, en: `${sentenceCase(meaning.en)}.` } };
    return { ...(await answerWith(desk, loaded.value, [said])), table: await historyOf(desk, loaded.value) };
  },
});
