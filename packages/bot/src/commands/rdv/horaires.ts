import { accessRefusals, formatWeek, parse, raise, readWeek, success, workingHoursSchema } from "@kairos/core";
import { command } from "../../command.js";
import { isNone } from "../../dossiers/list-options.js";
import { personFrom } from "../../dossiers/people.js";
import { unknownReference } from "../../dossiers/unknown.js";
import { establishmentOption } from "../../establishment.js";
import type { Option, Words } from "../../option.js";
import { optional, reference } from "../../options.js";
import { both, done, line, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["horaires", "Montre ou fixe quand quelqu'un peut être rencontré dans la semaine"],
    en: ["hours", "Show or set when somebody can be met during the week"],
  },
  needs: "appointment.manage",
  visibility: "private",
  example: "/rdv horaires personne:gestionnaire semaine:lun-ven 9h-12h30 13h30-17h",
  options: {
    person: optional(reference("person", { fr: ["personne", "De qui ; vous sinon"], en: ["person", "Whose; yours otherwise"] })),
    week: optional(
      week({
        fr: ["semaine", "lun-ven 9h-12h30 13h30-17h ; aucun : celles de l'établissement. Vide : les montre"],
        en: ["week", "mon-fri 9:00-12:30 13:30-17:00; none: the establishment's. Empty: shows them"],
      }),
    ),
    ...establishmentOption,
  },
  async run({ input, provider, store, actor }) {
    if (provider === undefined) return refused([raise(accessRefusals, "access.not-founded", [], {})]);
    const typed = input.person ?? actor.id;
    const person = await personFrom(store, typed);
    const isKnown = person !== undefined && ((await store.people.get(person.id)) !== undefined || typed.startsWith("<@"));
    if (person === undefined || !isKnown) return refused([unknownReference("person", "personne", typed)]);
    const { siret, settings } = provider;
    if (input.week === "none") await store.workingHours.remove(person.id, siret);
    const own = await store.workingHours.get(person.id, siret);
    if (input.week !== undefined && input.week !== "none") {
      const stretches = input.week.map(({ weekday, from, until }) => ({ weekday, from, until }));
      const hours = parse(workingHoursSchema, { person: person.id, siret, stretches });
      if (!hours.ok) return refused(hours.problems);
      await store.people.save(person);
      await store.workingHours.save(hours.value);
    }
    const week = input.week === "none" ? undefined : input.week;
    const shown = week ?? own?.stretches ?? settings.appointments.workingHours;
    const isUsual = week === undefined && own === undefined;
    return done({
      title: { fr: `Heures de ${person.name}`, en: `Hours of ${person.name}` },
      lines: [
        ...(input.week === undefined ? [] : [line("good", "Enregistré.", "Saved.")]),
        { tone: "plain", text: both((language) => formatWeek(shown, language)) },
        ...(isUsual ? [line("muted", "Ce sont celles de l'établissement.", "They are the establishment's.")] : []),
      ],
      data: { person: person.id, stretches: shown },
      trace: { object: person.id, details: input.week === undefined ? {} : { change: "hours" } },
    });
  },
});

/** The hours of a week as they are typed; `aucun` for none of their own. */
function week(words: Words): Option<"none" | readonly { readonly weekday: number; readonly from: string; readonly until: string }[]> {
  return {
    kind: "text",
    words,
    required: true,
    most: 300,
    write: (value) => (value === "none" ? "aucun" : formatWeek(value)),
    read: (raw) => {
      if (isNone(raw)) return success("none" as const);
      const read = readWeek(raw);
      return read.ok ? success(read.value) : read;
    },
  };
}
