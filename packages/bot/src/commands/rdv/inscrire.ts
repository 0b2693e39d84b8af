import { enrolCandidates } from "@kairos/core";
import { command } from "../../command.js";
import { readWho } from "../../dossiers/appointment-people.js";
import { keepAndAnswer, loadAppointment } from "../../dossiers/appointments.js";
import { reference } from "../../options.js";
import { line, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["inscrire", "Inscrit des candidats à une réunion d'information, s'il reste des places"],
    en: ["enrol", "Enrol candidates in an information meeting, while there are places"],
  },
  needs: "appointment.manage",
  visibility: "private",
  form: [["trainee"]],
  example: "/rdv inscrire reference:RDV-2026-0001 candidat:T-0001",
  options: {
    reference: reference("appointment", { fr: ["reference", "Référence de la réunion"], en: ["reference", "Meeting reference"] }),
    trainee: reference("trainee", {
      fr: ["candidat", "Un candidat, ou plusieurs : T-0001, T-0002"],
      en: ["candidate", "One candidate, or several: T-0001, T-0002"],
    }),
  },
  async run(desk) {
    const loaded = await loadAppointment(desk, desk.input.reference);
    if (!loaded.ok) return refused(loaded.problems);
    const { appointment } = loaded.value;
    const details = { action: "enrol" };
    const trace = { object: appointment.reference, details };
    const who = await readWho(desk, { trainee: desk.input.trainee }, appointment.siret);
    if (!who.ok) return refused(who.problems, { trace });
    const trainees = who.value.flatMap((one) => (one.role === "candidate" ? [one.trainee] : []));
    const enrolled = enrolCandidates(appointment, trainees);
    if (!enrolled.ok) return refused(enrolled.problems, { trace });
    const list = trainees.join(", ");
    return keepAndAnswer(desk, enrolled.value, {
      before: appointment,
      lines: [line("good", `Inscrit : ${list}.`, `Enrolled: ${list}.`), line("warning", `À prévenir : ${list}.`, `To be told: ${list}.`)],
      details,
    });
  },
});
