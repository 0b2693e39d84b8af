import { command } from "../../command.js";
import { lifeReply, mostLetters, stepOn } from "../../dossiers/incident-life.js";
import { incidentOption, mayReport } from "../../dossiers/incidents.js";
import { detached } from "../../dossiers/known-incidents.js";
import { masked, text } from "../../options.js";
import { line } from "../../reply.js";

export default command({
  words: {
    fr: ["rouvrir", "Rouvre un incident résolu ou abandonné, en disant pourquoi"],
    en: ["reopen", "Reopen an incident that was solved or dropped, saying why"],
  },
  needs: mayReport,
  visibility: "private",
  example: "/incident rouvrir incident:INC-2026-0001 motif:L'erreur 403 est revenue ce matin",
  options: {
    incident: incidentOption,
    reason: masked(text({ fr: ["motif", "Ce qui recommence"], en: ["reason", "What happens again"] }, mostLetters)),
  },
  async run(desk) {
    const { input } = desk;
    const stepped = await stepOn(desk, input.incident, "reopen", () => ({ note: input.reason }), detached);
    if (!stepped.ok) return stepped.refusal;
    return lifeReply(stepped.value, [
      line(
        "good",
        "Incident rouvert : ce qui l'avait résolu ne sera plus proposé. Complétez le dossier avant de l'envoyer de nouveau.",
        "Incident reopened: what had solved it is proposed no more. Complete the file before you send it again.",
      ),
    ]);
  },
});
