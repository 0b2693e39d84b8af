import { type Grant, inputRules, parse, providerSchema, raise } from "@kairos/core";
import { command } from "../../command.js";
import { personFrom } from "../../dossiers/people.js";
import { optional, reference, text } from "../../options.js";
import { done, line, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["demarrer", "Ouvre l'espace de l'organisme et nomme son premier RGC"],
    en: ["start", "Open the provider's workspace and name its first account manager (RGC)"],
  },
  needs: "founding",
  visibility: "private",
  form: [["siret", "name", "manager"]],
  example: "/organisme demarrer siret:999 000 144 00017 nom:Centre de formation des Trois Rivières",
  options: {
    siret: text({ fr: ["siret", "SIRET de l'établissement"], en: ["siret", "SIRET of the establishment"] }, 30),
    name: text({ fr: ["nom", "Nom de l'organisme de formation"], en: ["name", "Name of the provider"] }, 120),
    manager: optional(
      reference("person", {
        fr: ["rgc", "Le premier RGC ; vous par défaut"],
        en: ["rgc", "First account manager (RGC); you by default"],
      }),
    ),
  },
  async run({ input, actor, today, store }) {
    const provider = parse(providerSchema, { siret: input.siret, name: input.name });
    if (!provider.ok) return refused(provider.problems);
    const { siret, name } = provider.value;
    await store.providers.save(provider.value);
    const manager = input.manager === undefined ? actor : await personFrom(store, input.manager);
    if (manager === undefined) {
      return refused([raise(inputRules, "input.unknown-reference", ["rgc"], { kind: "person", reference: input.manager ?? "" })]);
    }
    await store.people.save(actor);
    await store.people.save(manager);
    const grant: Grant = {
      id: "H-0001",
      person: manager.id,
      siret,
      profile: "rgc",
      reason: "Premier RGC de l'établissement",
      grantedBy: actor.id,
      from: today,
    };
    await store.counters.next("H");
    await store.grants.save(grant);
    return done({
      title: { fr: `${name} · SIRET ${siret}`, en: `${name} · SIRET ${siret}` },
      lines: [
        manager.id === actor.id
          ? line(
              "good",
              "Espace ouvert. Vous êtes le RGC : vous tenez la fiche de l'organisme et accordez les droits.",
              "Workspace open. You are the account manager (RGC): you keep the provider's record and grant rights.",
            )
          : line(
              "good",
              `Espace ouvert. ${manager.name} est le RGC : cette personne tient la fiche de l'organisme et accorde les droits, les vôtres aussi.`,
              `Workspace open. ${manager.name} is the account manager (RGC): they keep the provider's record and grant rights, yours too.`,
            ),
        ...(manager.id === actor.id ? [] : [openToManager(manager.name)]),
      ],
      next:
        manager.id !== actor.id
          ? []
          : [
              { text: { fr: "compléter la fiche de l'organisme", en: "complete the provider's record" }, command: "/organisme completer" },
              { text: { fr: "habiliter une première personne", en: "give a first person access" }, command: "/acces accorder" },
            ],
      data: { siret },
      trace: { object: siret, details: { grant: grant.id } },
    });
  },
});

/** Whoever opens the workspace may be the only one to see these commands in a chat. */
function openToManager(name: string) {
  return line(
    "warning",
    `Dans Discord, /acces et /organisme ne s'affichent que pour qui a « Gérer le serveur » : ouvrez-les à ${name} dans Paramètres du serveur > Intégrations > Kairos.`,
    `In Discord, /access and /provider only show to those who hold Manage Server: open them to ${name} in Server Settings > Integrations > Kairos.`,
  );
}
