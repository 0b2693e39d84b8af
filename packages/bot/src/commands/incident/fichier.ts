import { checkTicket, hasErrors } from "@kairos/core";
import { command } from "../../command.js";
import { incidentTitle, missingSteps, traceOf } from "../../dossiers/incident-card.js";
import { incidentFile } from "../../dossiers/incident-file.js";
import { incidentOption, loadIncident, mayReport } from "../../dossiers/incidents.js";
import { done, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["fichier", "Donne le dossier d'un incident : texte à coller, PDF, et courriel prêt à envoyer"],
    en: ["file", "Give the file of an incident: text to paste, PDF, and a mail ready to send"],
  },
  needs: mayReport,
  visibility: "private",
  example: "/incident fichier incident:INC-2026-0001",
  options: { incident: incidentOption },
  async run(desk) {
    const loaded = await loadIncident(desk, desk.input.incident);
    if (!loaded.ok) return refused(loaded.problems);
    const { incident } = loaded.value;
    const trace = traceOf(incident);
    // Judged again: a candidate recorded since may be named in it.
    const problems = checkTicket(loaded.value);
    if (hasErrors(problems)) return refused(problems, { title: incidentTitle(incident), next: missingSteps(incident, problems), trace });
    const file = await incidentFile(desk, loaded.value);
    return done({ title: incidentTitle(incident), problems, ...file, data: { incident: incident.reference }, trace });
  },
});
