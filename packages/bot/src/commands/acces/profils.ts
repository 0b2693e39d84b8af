import { permissionsOf, profileIds, profiles } from "@kairos/core";
import { command } from "../../command.js";
import { inWords } from "../../dossiers/access.js";
import { done, same } from "../../reply.js";

export default command({
  words: { fr: ["profils", "Montre les profils et ce que chacun permet"], en: ["profiles", "Show the profiles and what each allows"] },
  needs: "access.read",
  visibility: "private",
  publishable: true,
  example: "/acces profils",
  options: {},
  async run({ store }) {
    const own = await store.ownProfiles.list();
    const ours = profileIds.map((id) => [profiles[id].label, { fr: "prévu", en: "ours" }, inWords(profiles[id].permissions)] as const);
    const theirs = own.map(
      ({ id, siret, name, base }) =>
        [
          same(`${name} (${id})`),
          { fr: `tiré de « ${profiles[base].label.fr} »`, en: `taken from “${profiles[base].label.en}”` },
          inWords(permissionsOf(id, siret, own)),
        ] as const,
    );
    return done({
      title: { fr: "Profils", en: "Profiles" },
      table: { columns, rows: [...ours, ...theirs] },
      next: [{ text: { fr: "créer un profil plus étroit", en: "make a narrower profile" }, command: "/acces profil" }],
      data: { profiles: [...profileIds, ...own.map(({ id }) => id)] },
    });
  },
});

const columns = [
  { fr: "Profil", en: "Profile" },
  { fr: "Origine", en: "Origin" },
  { fr: "Il permet, et rien d'autre", en: "It allows, and nothing else" },
];
