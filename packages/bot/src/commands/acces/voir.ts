import { formatDay, type Grant, hasLeft, isInForce, type Label, type Language, profileLabel } from "@kairos/core";
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
    const [names, own, accounts] = [await namesIn(store), await store.ownProfiles.list(), await store.accounts.list()];
    const places = new Map((await store.providers.list()).map(({ siret, name }) => [siret, name]));
    const hasGone = (holder: string) => accounts.some((account) => account.person === holder && hasLeft(account, today));
    const columns = places.size > 1 ? [...common.slice(0, 3), place, ...common.slice(3)] : common;
    return done({
      title: { fr: "Habilitations", en: "Access grants" },
      ...(grants.length === 0 && { lines: [line("plain", "Aucune habilitation.", "No access grant.")] }),
      table: {
        columns,
        rows: grants.map((grant) => [
          same(grant.id),
          same(names.get(grant.person) ?? grant.person),
          profileLabel(grant.profile, own),
          ...(places.size > 1 ? [same(places.get(grant.siret) ?? grant.siret)] : []),
          { fr: periodOf(grant, "fr"), en: periodOf(grant, "en") },
          hasGone(grant.person) ? gone : isInForce(grant, today) ? inForce : notInForce,
          same(grant.revokedReason === undefined ? grant.reason : `${grant.reason} · ${grant.revokedReason}`),
        ]),
      },
      data: { grants: grants.map(({ id, person, profile }) => ({ id, person, profile })) },
    });
  },
});

const inForce: Label = { fr: "en vigueur", en: "in force" };
const notInForce: Label = { fr: "sans effet", en: "not in force" };
const gone: Label = { fr: "sans effet (partie)", en: "not in force (left)" };
const place: Label = { fr: "Établissement", en: "Establishment" };
const common: readonly Label[] = [
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
