import { mondayOf } from "@kairos/core";
import { command } from "../../command.js";
import { agendaAnswer } from "../../dossiers/agenda.js";
import { day, optional, reference } from "../../options.js";

export default command({
  words: { fr: ["semaine", "Mes sessions et mes rendez-vous d'une semaine"], en: ["week", "My sessions and appointments of a week"] },
  needs: "agenda.read",
  visibility: "private",
  example: "/rdv semaine du:30/11/2026",
  options: {
    on: optional(
      day({ fr: ["du", "Un jour de la semaine voulue ; celle-ci sinon"], en: ["of", "A day of that week; this one otherwise"] }),
    ),
    person: optional(reference("person", { fr: ["personne", "De qui ; de vous sinon"], en: ["person", "Whose; yours otherwise"] })),
  },
  run: (desk) => agendaAnswer(desk, desk.input.person, mondayOf(desk.input.on ?? desk.today), 7),
});
