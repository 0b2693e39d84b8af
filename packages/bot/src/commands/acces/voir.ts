import { formatDay, type Grant, isInForce, type Language, profiles } from "@kairos/core";
import { command } from "../../command.js";
import { done, same } from "../../reply.js";

export default command({
  words: {
    fr: ["voir", "Montre qui a quel droit, depuis quand et pourquoi"],
    en: ["show", "Show who holds which right, since when and why"],
  },
  needs: "access.read",
  visibility: "private",
  example: "/acces voir",
  options: {},
  async run({ store, today }) {
    const grants = await store.grants.list();
    const names = new Map((await store.people.list()).map((person) => [person.id, person.name]));
    return done({
      title: { fr: "Habilitations", en: "Access grants" },
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
