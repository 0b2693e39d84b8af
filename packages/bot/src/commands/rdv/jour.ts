import { command } from "../../command.js";
import { agendaAnswer } from "../../dossiers/agenda.js";
import { day, optional, reference } from "../../options.js";

export default command({
  words: { fr: ["jour", "Mes sessions et mes rendez-vous d'un jour"], en: ["day", "My sessions and appointments of a day"] },
  needs: "agenda.read",
  visibility: "private",
  example: "/rdv jour le:30/11/2026",
  options: {
    on: optional(day({ fr: ["le", "Quel jour ; aujourd'hui sinon"], en: ["on", "Which day; today otherwise"] })),
    person: optional(reference("person", { fr: ["personne", "De qui ; de vous sinon"], en: ["person", "Whose; yours otherwise"] })),
  },
  run: (desk) => agendaAnswer(desk, desk.input.person, desk.input.on ?? desk.today, 1),
});
