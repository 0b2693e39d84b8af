import {
  checkGrant,
  formatDay,
  type Grant,
  grantSchema,
  hasErrors,
  type IsoDate,
  inputRules,
  type Label,
  type Language,
  type ProfileId,
  parse,
  permissionLabels,
  profiles,
  raise,
} from "@kairos/core";
import { command } from "../../command.js";
import { personFrom } from "../../dossiers/people.js";
import { choice, day, optional, reference, text } from "../../options.js";
import { done, line, refused } from "../../reply.js";

const profileLabels = Object.fromEntries(Object.entries(profiles).map(([id, { label }]) => [id, label])) as Record<ProfileId, Label>;

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
    profile: choice({ fr: ["profil", "Ce que son travail demande"], en: ["profile", "What their job needs"] }, profileLabels),
    reason: text({ fr: ["motif", "Pourquoi : relu à chaque revue des droits"], en: ["reason", "Why: read again at each review"] }, 200),
    from: optional(day({ fr: ["debut", "Premier jour ; aujourd'hui par défaut"], en: ["from", "First day; today by default"] })),
    until: optional(day({ fr: ["fin", "Dernier jour, si c'est temporaire"], en: ["until", "Last day, if temporary"] })),
  },
  async run({ input, actor, today, provider, store }) {
    const person = await personFrom(store, input.person);
    if (person === undefined) {
      return refused([raise(inputRules, "input.unknown-reference", ["personne"], { kind: "person", reference: input.person })]);
    }
    const id = `H-${(await store.counters.next("H")).toString().padStart(4, "0")}`;
    const grant = parse(grantSchema, {
      id,
      person: person.id,
      siret: provider?.siret,
      profile: input.profile,
      reason: input.reason,
      grantedBy: actor.id,
      from: input.from ?? today,
      ...(input.until !== undefined && { until: input.until }),
    });
    if (!grant.ok) return refused(grant.problems);
    const problems = checkGrant({ grant: grant.value, action: "give", by: actor.id, grants: await store.grants.list(), today });
    if (hasErrors(problems)) return refused(problems);
    await store.people.save(person);
    await store.grants.save(grant.value);
    const rights = profiles[input.profile].permissions.map((permission) => permissionLabels[permission]);
    return done({
      title: {
        fr: `Habilitation ${id} · ${person.name} · ${profileLabels[input.profile].fr}`,
        en: `Access grant ${id} · ${person.name} · ${profileLabels[input.profile].en}`,
      },
      lines: [
        line(
          "good",
          `${whenOf(grant.value, today, "fr")} : ${rights.map(({ fr }) => fr).join(", ")}.`,
          `${whenOf(grant.value, today, "en")}: ${rights.map(({ en }) => en).join(", ")}.`,
        ),
      ],
      data: { grant: id, person: person.id, profile: input.profile },
      trace: { object: id, details: { person: person.id, profile: input.profile } },
    });
  },
});

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
