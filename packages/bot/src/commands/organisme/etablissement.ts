import { checkMembership } from "@kairos/core";
import { command } from "../../command.js";
import { openEstablishment, openingOptions } from "../../dossiers/opening.js";
import { done, line, refused, same } from "../../reply.js";

export default command({
  words: {
    fr: ["etablissement", "Ajoute un établissement à l'espace et nomme son premier RGC"],
    en: ["establishment", "Add an establishment to the workspace and name its first RGC"],
  },
  needs: "access.manage",
  visibility: "private",
  final: true,
  form: [["siret", "name", "manager"]],
  example: "/organisme etablissement siret:999 000 144 00025 nom:Trois Rivières Sète",
  options: openingOptions({ fr: ["rgc", "Son premier RGC ; vous par défaut"], en: ["rgc", "Its first RGC; you by default"] }),
  async run(desk) {
    const opened = await openEstablishment(desk);
    if (!opened.ok) return refused(opened.problems);
    const { actor, today, provider: head } = desk;
    const { provider, manager, grant, remarks } = opened.value;
    const { siret, name } = provider;
    const problems = checkMembership({ provider, head: head?.siret, today });
    return done({
      title: same(`${name} · SIRET ${siret}`),
      lines: [
        manager.id === actor.id
          ? line(
              "good",
              `Établissement ajouté. Vous en êtes le RGC (habilitation ${grant.id}).`,
              `Establishment added. You are its account manager (RGC) (access grant ${grant.id}).`,
            )
          : line(
              "good",
              `Établissement ajouté. ${manager.name} en est le RGC (habilitation ${grant.id}).`,
              `Establishment added. ${manager.name} is its account manager (RGC) (access grant ${grant.id}).`,
            ),
        ...remarks,
      ],
      problems: problems.filter(({ code }) => code === "org.establishment-other-siren"),
      next:
        manager.id !== actor.id
          ? []
          : [
              {
                text: { fr: "compléter la fiche de cet établissement", en: "complete this establishment's record" },
                command: `/organisme completer etablissement:${siret} …`,
              },
            ],
      data: { siret, grant: grant.id },
      trace: { object: siret, details: { grant: grant.id } },
    });
  },
});
