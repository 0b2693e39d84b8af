import { command } from "../../command.js";
import { openEstablishment, openingOptions } from "../../dossiers/opening.js";
import { done, line, refused, same } from "../../reply.js";

export default command({
  words: {
    fr: ["demarrer", "Ouvre l'espace de l'organisme et nomme son premier RGC"],
    en: ["start", "Open the provider's workspace and name its first account manager (RGC)"],
  },
  needs: "founding",
  visibility: "private",
  form: [["siret", "name", "manager"]],
  example: "/organisme demarrer siret:999 000 144 00017 nom:Centre de formation des Trois Rivières",
  options: openingOptions({
    fr: ["rgc", "Le premier RGC ; vous par défaut"],
    en: ["rgc", "First account manager (RGC); you by default"],
  }),
  async run(desk) {
    const opened = await openEstablishment(desk);
    if (!opened.ok) return refused(opened.problems);
    const { actor } = desk;
    const { provider, manager, grant, remarks } = opened.value;
    const { siret, name } = provider;
    return done({
      title: same(`${name} · SIRET ${siret}`),
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
        ...remarks,
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
    `Dans Discord, /acces, /journal et /organisme ne s'affichent que pour qui a « Gérer le serveur » : ouvrez-les à ${name} dans Paramètres du serveur > Intégrations > Kairos.`,
    `In Discord, /access, /trail and /provider only show to those who hold Manage Server: open them to ${name} in Server Settings > Integrations > Kairos.`,
  );
}
