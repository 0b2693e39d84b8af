import { command } from "../../command.js";
import { lastAt, lifeReply, mostLetters, stepMoment, stepOn } from "../../dossiers/incident-life.js";
import { incidentOption, mayReport } from "../../dossiers/incidents.js";
import { masked, text } from "../../options.js";
import { line } from "../../reply.js";

export default command({
  words: {
    fr: ["reponse", "Garde la réponse reçue pour un incident, collée telle quelle"],
    en: ["answer", "Keep the answer received for an incident, pasted as it is"],
  },
  needs: mayReport,
  visibility: "private",
  form: [["answer", "moment"]],
  example: "/incident reponse incident:INC-2026-0001 texte:Le droit manquait, il vient d'être ajouté.",
  options: {
    incident: incidentOption,
    answer: masked(
      text(
        { fr: ["texte", "La réponse, collée telle quelle", "La réponse reçue"], en: ["text", "The answer, pasted as it is", "The answer"] },
        mostLetters,
        "several",
      ),
    ),
    moment: stepMoment,
  },
  async run(desk) {
    const { input } = desk;
    const stepped = await stepOn(desk, input.incident, "answer", () => ({ note: input.answer, moment: input.moment }));
    if (!stepped.ok) return stepped.refusal;
    const at = lastAt(stepped.value.situation.incident);
    return lifeReply(stepped.value, [line("good", `Réponse notée, reçue le ${at.fr}.`, `Answer recorded, received on ${at.en}.`)]);
  },
});
