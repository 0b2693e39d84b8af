import { accessRefusals, instantAt, raise } from "@kairos/core";
import { command } from "../../command.js";
import { kindOption, meetingLength, usualMinutes, whoOptions } from "../../dossiers/appointment-options.js";
import { readWho } from "../../dossiers/appointment-people.js";
import { freeTimes, stepsTo } from "../../dossiers/appointment-slots.js";
import { typedCommand, typedOptions, whenOf } from "../../dossiers/appointment-words.js";
import { establishmentOption } from "../../establishment.js";
import { day, optional, text } from "../../options.js";
import { both, done, line, refused } from "../../reply.js";
import { zoneOf } from "../../zone.js";

const options = {
  ...whoOptions,
  kind: optional(kindOption),
  minutes: optional(meetingLength({ fr: ["duree", "La durée : 45 min, 1 h"], en: ["duration", "The length: 45 min, 1 h"] })),
  from: optional(day({ fr: ["depuis", "À partir de quel jour ; maintenant sinon"], en: ["from", "From which day on; now otherwise"] })),
  room: optional(text({ fr: ["salle", "Salle de l'établissement"], en: ["room", "Room of the establishment"] }, 80)),
  ...establishmentOption,
};

export default command({
  words: {
    fr: ["libre", "Trouve les heures libres les plus proches, communes à tous"],
    en: ["free", "Find the nearest free times that suit everybody"],
  },
  needs: "appointment.read",
  visibility: "private",
  example: "/rdv libre candidat:T-0001 avec:gestionnaire duree:45 min depuis:30/11/2026",
  options,
  async run(desk) {
    const { input, provider, now } = desk;
    if (provider === undefined) return refused([raise(accessRefusals, "access.not-founded", [], {})]);
    const who = await readWho(desk, input, provider.siret);
    if (!who.ok) return refused(who.problems);
    const zone = zoneOf(provider);
    const { room, from, kind = input.trainer === undefined ? "orientation" : "follow-up" } = input;
    const minutes = input.minutes ?? usualMinutes[kind];
    const wanted = { siret: provider.siret, participants: [...who.value], minutes, ...(room !== undefined && { room }) };
    const slots = await freeTimes(desk, provider, wanted, from === undefined ? now : instantAt(from, "00:00", zone), 5);
    const { from: _from, ...content } = input;
    const said = slots.map((slot) => whenOf({ startsAt: slot.startsAt, minutes }, zone));
    return done({
      title: { fr: "Heures libres", en: "Free times" },
      lines:
        slots.length === 0
          ? [
              line(
                "warning",
                "Aucune heure ne convient à tous dans les deux mois ; essayez plus court, ou avec moins de monde.",
                "No time suits everybody within two months; try a shorter one, or fewer people.",
              ),
            ]
          : said.map((label) => ({ tone: "good" as const, text: both((language) => label[language]) })),
      next: stepsTo(slots, zone, (on, time) =>
        typedCommand("rdv proposer", { ...typedOptions(options, { ...content, kind, minutes }), le: on, heure: time }),
      ),
      data: { slots },
      trace: { details: { found: slots.length } },
    });
  },
});
