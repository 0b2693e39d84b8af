import { candidatesOf } from "@kairos/core";
import { command } from "../../command.js";
import { typedCommand } from "../../dossiers/appointment-words.js";
import { advanceAndAnswer } from "../../dossiers/appointments.js";
import { reference } from "../../options.js";
import { line } from "../../reply.js";

export default command({
  words: {
    fr: ["absent", "Note que la personne n'est pas venue et n'avait pas prévenu"],
    en: ["no-show", "Record that the person did not come and had not said so"],
  },
  needs: "appointment.manage",
  visibility: "private",
  example: "/rdv absent reference:RDV-2026-0001",
  options: {
    reference: reference("appointment", { fr: ["reference", "Référence du rendez-vous"], en: ["reference", "Appointment reference"] }),
  },
  run: (desk) =>
    advanceAndAnswer(desk, desk.input.reference, "miss", ({ appointment }) => {
      const [candidate] = candidatesOf(appointment);
      const { kind, reference, session } = appointment;
      return Promise.resolve({
        lines: [
          line(
            "good",
            "Noté : non honoré. Appelez la personne ; si elle avait une raison, notez une excuse.",
            "Recorded: no-show. Call the person; if they had a reason, record an excuse.",
          ),
        ],
        next: [
          {
            text: { fr: "si elle avait prévenu", en: "if they had said so" },
            command: `/rdv excuser reference:${reference}`,
          },
          {
            text: { fr: "proposer une autre date", en: "propose another time" },
            command: typedCommand("rdv proposer", { nature: kind, candidat: candidate, session, le: "…", heure: "…" }),
          },
        ],
      });
    }),
});
