import { formatDay, type Grant, isInForce, type Language, profiles } from "@kairos/core";
import { command } from "../../command.js";
import { namesIn, personFrom } from "../../dossiers/people.js";
import { optional, reference } from "../../options.js";
import { done, line, same } from "../../reply.js";

export default command({
  words: {
    fr: ["voir", "Montre qui a quel droit, depuis quand et pourquoi"],
    en: ["show", "Show who holds which right, since when and why"],
  },
  needs: "access.read",
  visibility: "private",
  menu: { on: "user", name: { fr: "Voir les droits", en: "Show rights" }, fills: "person" },
  example: "/acces voir",
  options: {
    person: optional(reference("person", { fr: ["personne", "Seulement cette personne"], en: ["person", "Only this person"] })),
  },
  async run({ input, store, today }) {
    const person = input.person === undefined ? undefined : await personFrom(store, input.person);
    const grants = (await store.grants.list()).filter((grant) => input.person === undefined || grant.person === person?.id);
    const names = await namesIn(store);
    return done({
      title: { fr: "Habilitations", en: "Access grants" },
      ...(grants.length === 0 && { lines: [line("plain", "Aucune habilitation.", "No access grant.")] }),
      table: {
        columns,
        rows: grants.map((grant) => [
          same(grant.id),
          same(names.get(grant.person) ?? grant.person),
          profiles[grant.profile].label,
          { fr: periodOf(grant, "fr"), en: periodOf(grant, "en") },
          isInForce(grant, today) ? { fr: "en vigueur", en: "in force" } : { fr: "sans effet", en: "not in force" },
          same(grant.reason),
        ]),
      },
      data: { grants: grants.map(({ id, person, profile }) => ({ id, person, profile })) },
    });
  },
});

const columns = [
  { fr: "N°", en: "No." },
  { fr: "Personne", en: "Person" },
  { fr: "Profil", en: "Profile" },
  { fr: "Dates", en: "Dates" },
  { fr: "État", en: "State" },
  { fr: "Motif", en: "Reason" },
];

function periodOf(grant: Grant, language: Language): string {
  const end = grant.revokedOn ?? grant.until;
  return `${formatDay(grant.from, language)} → ${end === undefined ? "…" : formatDay(end, language)}`;
}
