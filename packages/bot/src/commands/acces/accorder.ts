import {
  checkGrant,
  formatDay,
  type Grant,
  grantSchema,
  hasErrors,
  type IsoDate,
  isStanding,
  type Language,
  type Provider,
  parse,
  permissionsOf,
  profileLabel,
  profileNamed,
} from "@kairos/core";
import { command } from "../../command.js";
import { inWords, leaversIn, newcomer } from "../../dossiers/access.js";
import { nextId } from "../../dossiers/next-id.js";
import { personFrom } from "../../dossiers/people.js";
import { unknownReference } from "../../dossiers/unknown.js";
import { establishmentOption } from "../../establishment.js";
import { day, optional, reference, text } from "../../options.js";
import { done, line, type ReplyLine, refused } from "../../reply.js";
import type { Person, Store } from "../../store/store.js";

export default command({
  words: {
    fr: ["accorder", "Habilite une personne : un profil, une raison, des dates"],
    en: ["grant", "Give a person access: a profile, a reason, dates"],
  },
  needs: "access.manage",
  visibility: "private",
  form: [["person", "profile", "reason", "from", "until"]],
  menu: { on: "user", name: { fr: "Habiliter", en: "Give access" }, fills: "person" },
  example: "/acces accorder personne:Nadia profil:gestionnaire de devis motif:Saisit les devis AIF",
  options: {
    person: reference("person", { fr: ["personne", "Qui reçoit ces droits"], en: ["person", "Who receives these rights"] }),
    profile: reference("profile", { fr: ["profil", "Ce que son travail demande"], en: ["profile", "What their job needs"] }),
    reason: text({ fr: ["motif", "Pourquoi : relu à chaque revue des droits"], en: ["reason", "Why: read again at each review"] }, 200),
    from: optional(day({ fr: ["debut", "Premier jour ; aujourd'hui par défaut"], en: ["from", "First day; today by default"] })),
    until: optional(day({ fr: ["fin", "Dernier jour, si c'est temporaire"], en: ["until", "Last day, if temporary"] })),
    ...establishmentOption,
  },
  async run({ input, actor, today, provider, store }) {
    const own = (await store.ownProfiles.list()).filter(({ siret }) => siret === provider?.siret);
    const person = await personFrom(store, input.person);
    if (person === undefined) return refused([unknownReference("person", "personne", input.person)]);
    const profile = profileNamed(input.profile, own);
    if (profile === undefined) return refused([unknownReference("profile", "profil", input.profile)]);
    const id = await nextId(store, "H");
    const grant = parse(grantSchema, {
      id,
      person: person.id,
      siret: provider?.siret,
      profile,
      reason: input.reason,
      grantedBy: actor.id,
      from: input.from ?? today,
      ...(input.until !== undefined && { until: input.until }),
    });
    if (!grant.ok) return refused(grant.problems);
    const grants = await store.grants.list();
    const problems = checkGrant({ grant: grant.value, action: "give", by: actor.id, grants, today, leavers: await leaversIn(store) });
    if (hasErrors(problems)) return refused(problems);
    const given = permissionsOf(profile, grant.value.siret, own);
    if (given.length === 0) return refused([unknownReference("profile", "profil", input.profile)]);
    const remarks = [
      ...(await newcomer(store, person, input.person)),
      ...(await welcomedBack(store, person, today)),
      ...(await dutiesApart(store, provider, person, grants, today)),
    ];
    await store.people.save(person);
    await store.grants.save(grant.value);
    const { fr, en } = inWords(given);
    const label = profileLabel(profile, own);
    return done({
      title: { fr: `Habilitation ${id} · ${person.name} · ${label.fr}`, en: `Access grant ${id} · ${person.name} · ${label.en}` },
      lines: [
        line("good", `${whenOf(grant.value, today, "fr")} : ${fr}.`, `${whenOf(grant.value, today, "en")}: ${en}.`),
        ...remarks,
        line(
          "muted",
          "Faites le même changement dans GID Partenaires : rien n'y est ouvert d'ici.",
          "Make the same change in GID Partenaires: nothing is opened there from here.",
        ),
      ],
      data: { grant: id, person: person.id, profile },
      trace: { object: id, details: { person: person.id, profile } },
    });
  },
});

/** Somebody who had left and is given rights again is back. */
async function welcomedBack(store: Store, { id }: Person, today: IsoDate): Promise<readonly ReplyLine[]> {
  const { leftOn, departedOn, ...account } = (await store.accounts.get(id)) ?? {};
  if (leftOn === undefined) return [];
  await store.accounts.save({ shared: false, ...account, person: id });
  const when = (language: Language) => formatDay(leftOn, language);
  return [
    line(
      "warning",
      leftOn <= today
        ? `Son départ, noté le ${when("fr")}, est levé : cette personne est revenue.`
        : `Son départ prévu le ${when("fr")} est levé.`,
      leftOn <= today
        ? `Their departure, recorded for ${when("en")}, is lifted: this person is back.`
        : `Their departure planned for ${when("en")} is lifted.`,
    ),
  ];
}

/** A waiver is for one person: with a second one, who enters no longer approves. */
async function dutiesApart(
  store: Store,
  provider: Provider | undefined,
  { id }: Person,
  grants: readonly Grant[],
  today: IsoDate,
): Promise<readonly ReplyLine[]> {
  if (provider?.settings.separationOfDuties !== "waived") return [];
  const holders = grants.filter((grant) => grant.siret === provider.siret && isStanding(grant, today));
  if (holders.every(({ person }) => person === id)) return [];
  await store.providers.save({ ...provider, settings: { ...provider.settings, separationOfDuties: "required" } });
  return [
    line(
      "warning",
      "La séparation des tâches est rétablie : vous n'êtes plus seul, qui saisit ne valide plus.",
      "Separation of duties is restored: you are no longer alone, whoever enters no longer approves.",
    ),
  ];
}

/** « Peut », « Pourra, à partir du 01/12/2026 », « Peut, jusqu'au 31/12/2026 »: a grant that waits or ends says so. */
function whenOf({ from, until }: Pick<Grant, "from" | "until">, today: IsoDate, language: Language): string {
  const isLater = from > today;
  const [day, last] = [formatDay(from, language), until && formatDay(until, language)];
  const parts =
    language === "fr"
      ? [isLater ? `Pourra, à partir du ${day}` : "Peut", ...(last === undefined ? [] : [`jusqu'au ${last}`])]
      : [isLater ? `From ${day} on, may` : "May", ...(last === undefined ? [] : [`until ${last}`])];
  return parts.join(", ");
}
