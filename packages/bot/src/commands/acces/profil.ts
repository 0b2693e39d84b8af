import {
  accessRefusals,
  failure,
  fold,
  grantRules,
  inputRules,
  isStanding,
  ownProfileSchema,
  type Permission,
  parse,
  permissionLabels,
  permissions,
  profileIds,
  profileNamed,
  profiles,
  type Result,
  raise,
  success,
} from "@kairos/core";
import { command } from "../../command.js";
import { inWords } from "../../dossiers/access.js";
import { nextId } from "../../dossiers/next-id.js";
import { unknownReference } from "../../dossiers/unknown.js";
import { establishmentOption } from "../../establishment.js";
import { choice, given, optional, reference, text } from "../../options.js";
import { done, line, refused } from "../../reply.js";

const bases = Object.fromEntries(profileIds.map((id) => [id, profiles[id].label])) as Record<(typeof profileIds)[number], OwnLabel>;
type OwnLabel = (typeof profiles)[keyof typeof profiles]["label"];

export default command({
  words: {
    fr: ["profil", "Crée ou change un profil : un profil prévu, avec moins de droits"],
    en: ["profile", "Make or change a profile: one of ours, with fewer rights"],
  },
  needs: "access.manage",
  visibility: "private",
  form: [["name", "base", "rights"]],
  example: "/acces profil nom:Accueil base:assistant administratif droits:consulter les sessions, consulter les devis",
  options: {
    profile: optional(
      reference("profile", { fr: ["profil", "Profil de l'organisme à changer"], en: ["profile", "Own profile to change"] }),
    ),
    name: optional(text({ fr: ["nom", "Nom du profil"], en: ["name", "Name of the profile"] }, 60)),
    base: optional(choice({ fr: ["base", "Profil prévu dont il est tiré"], en: ["base", "The profile it is taken from"] }, bases)),
    rights: optional(
      text(
        {
          fr: [
            "droits",
            "Droits gardés, séparés par des virgules ; tous ceux de la base par défaut",
            "Droits gardés, séparés par des virgules",
          ],
          en: ["rights", "Rights kept, separated by commas; all of the base by default", "Rights kept, separated by commas"],
        },
        1000,
      ),
    ),
    ...establishmentOption,
  },
  async run({ input, actor, provider, store, today }) {
    const all = await store.ownProfiles.list();
    const own = all.filter(({ siret }) => siret === provider?.siret);
    const before =
      input.profile === undefined
        ? undefined
        : own.find(({ id, name }) => [id, name].some((one) => fold(one) === fold(input.profile ?? "")));
    if (input.profile !== undefined && before === undefined) {
      return refused([unknownReference("profile", "profil", input.profile)]);
    }
    const base = input.base ?? before?.base;
    const name = input.name ?? before?.name;
    const absent = [...(name === undefined ? ["nom"] : []), ...(base === undefined ? ["base"] : [])];
    if (base === undefined || name === undefined) return refused(absent.map((option) => raise(inputRules, "input.missing", [option], {})));
    const kept = input.rights === undefined ? success(before?.permissions ?? profiles[base].permissions) : readRights(input.rights);
    if (!kept.ok) return refused(kept.problems);
    const beyond = kept.value.filter((permission) => !profiles[base].permissions.includes(permission));
    if (beyond.length > 0) return refused([raise(accessRefusals, "access.profile-too-wide", ["droits"], { base, permissions: beyond })]);
    if (!/\p{L}/u.test(name) || /^pr\W*\d/i.test(fold(name))) return refused([raise(inputRules, "input.malformed", ["nom"], {})]);
    const taken = profileNamed(
      name,
      own.filter(({ id }) => id !== before?.id),
    );
    if (taken !== undefined) return refused([raise(accessRefusals, "access.profile-taken", ["nom"], { profile: taken })]);
    const profile = parse(ownProfileSchema, {
      id: before?.id ?? (await nextId(store, "PR")),
      siret: provider?.siret,
      name,
      base,
      permissions: kept.value,
      changedOn: today,
      changedBy: actor.id,
      ...given({ previous: before?.changedOn === today ? before.previous : before?.permissions }),
    });
    if (!profile.ok) return refused(profile.problems);
    const holders = (await store.grants.list()).filter((grant) => grant.profile === profile.value.id && isStanding(grant, today));
    const isWidened = kept.value.some((permission) => before?.permissions.includes(permission) === false);
    if (isWidened && holders.some(({ person }) => person === actor.id)) {
      return refused([raise(grantRules, "access.self-granted", ["droits"], {})], { trace: { object: profile.value.id } });
    }
    await store.ownProfiles.save(profile.value);
    const { fr, en } = inWords(kept.value);
    const { id } = profile.value;
    return done({
      title: { fr: `Profil ${id} · ${name}`, en: `Profile ${id} · ${name}` },
      lines: [
        line("good", `Il permet : ${fr}. Rien d'autre.`, `It allows: ${en}. Nothing else.`),
        line("plain", `Tiré de « ${profiles[base].label.fr} ».`, `Taken from “${profiles[base].label.en}”.`),
        ...(holders.length === 0
          ? []
          : [
              line(
                "warning",
                `Le changement vaut tout de suite pour ${holders.map((grant) => grant.id).join(", ")}.`,
                `The change applies at once to ${holders.map((grant) => grant.id).join(", ")}.`,
              ),
            ]),
      ],
      next: [
        {
          text: { fr: "l'accorder à une personne", en: "grant it to a person" },
          command: `/acces accorder profil:${id} personne:… motif:…`,
        },
      ],
      data: { profile: id, permissions: kept.value },
      trace: {
        object: id,
        details: { base, ...given({ before: before?.permissions.join(" ") }), after: kept.value.join(" ") },
      },
    });
  },
});

/** Rights as people write them: by label in either language, or by their code. */
function readRights(typed: string): Result<readonly Permission[]> {
  const words = typed
    .split(/[,;\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== "");
  const read = words.map((word) => ({ word, permission: permissionNamed(word) }));
  const unknown = read.filter(({ permission }) => permission === undefined);
  if (unknown.length > 0) {
    const allowed = permissions.map((permission) => permissionLabels[permission].fr).join(", ");
    return failure(
      ...unknown.map(({ word }) => raise(inputRules, "input.unknown-value", ["droits"], { value: word.slice(0, 60), allowed })),
    );
  }
  const wanted = new Set(read.map(({ permission }) => permission));
  return success(permissions.filter((permission) => wanted.has(permission)));
}

function permissionNamed(word: string): Permission | undefined {
  return permissions.find((id) => [id, permissionLabels[id].fr, permissionLabels[id].en].some((label) => fold(label) === fold(word)));
}
