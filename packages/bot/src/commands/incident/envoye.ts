import { contactLabels, counted } from "@kairos/core";
import { command } from "../../command.js";
import { lastAt, lifeReply, mostLetters, stepMoment, stepOn } from "../../dossiers/incident-life.js";
import { incidentOption, mayReport } from "../../dossiers/incidents.js";
import { choice, masked, optional, text } from "../../options.js";
import { line } from "../../reply.js";

export default command({
  words: {
    fr: ["envoye", "Note que vous avez envoyé le dossier d'un incident : quand, et à qui"],
    en: ["sent", "Record that you sent the file of an incident: when, and to whom"],
  },
  needs: mayReport,
  visibility: "private",
  example: "/incident envoye incident:INC-2026-0001",
  options: {
    incident: incidentOption,
    to: optional(
      choice(
        { fr: ["destinataire", "À qui ; celui du dossier sinon"], en: ["recipient", "To whom; that of the file otherwise"] },
        contactLabels,
      ),
    ),
    moment: stepMoment,
    note: optional(masked(text({ fr: ["note", "Ce que vous voulez retenir"], en: ["note", "What you want to remember"] }, mostLetters))),
  },
  async run(desk) {
    const { input } = desk;
    const stepped = await stepOn(
      desk,
      input.incident,
      "send",
      ({ incident }) => ({ note: input.note, moment: input.moment, to: input.to ?? incident.contact }),
      (incident) => (input.to === undefined ? incident : { ...incident, contact: input.to }),
    );
    if (!stepped.ok) return stepped.refusal;
    const { incident, provider } = stepped.value.situation;
    const [at, to, days] = [lastAt(incident), incident.history.at(-1)?.to, provider.settings.support.reminderDays];
    return lifeReply(stepped.value, [
      line(
        "good",
        `Envoi noté, le ${at.fr}${to === undefined ? "" : `, destinataire : ${contactLabels[to].fr}`}.`,
        `Recorded as sent on ${at.en}${to === undefined ? "" : `, to ${contactLabels[to].en}`}.`,
      ),
      line(
        "muted",
        `Sans réponse notée d'ici ${counted(days, "jour")}, un rappel vous le dira.`,
        `If no answer is recorded within ${counted(days, "day", "days", "en")}, a reminder will tell you.`,
      ),
    ]);
  },
});
