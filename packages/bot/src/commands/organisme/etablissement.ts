import { checkMembership, type Grant, inputRules, parse, providerSchema, raise } from "@kairos/core";
import { command } from "../../command.js";
import { nextId } from "../../dossiers/access.js";
import { personFrom } from "../../dossiers/people.js";
import { optional, reference, text } from "../../options.js";
import { done, line, refused, same } from "../../reply.js";

export default command({
  words: {
    fr: ["etablissement", "Ajoute un établissement à l'espace et nomme son premier RGC"],
    en: ["establishment", "Add an establishment to the workspace and name its first RGC"],
  },
  needs: "provider.manage",
  visibility: "private",
  form: [["siret", "name", "manager"]],
  example: "/organisme etablissement siret:999 000 144 00025 nom:Trois Rivières Sète",
  options: {
    siret: text({ fr: ["siret", "SIRET de l'établissement"], en: ["siret", "SIRET of the establishment"] }, 30),
    name: text({ fr: ["nom", "Nom de l'établissement"], en: ["name", "Name of the establishment"] }, 120),
    manager: optional(
      reference("person", {
        fr: ["rgc", "Son premier RGC ; vous par défaut"],
        en: ["rgc", "Its first RGC; you by default"],
      }),
    ),
  },
  async run({ input, actor, today, provider: head, store }) {
    const opened = parse(providerSchema, { siret: input.siret, name: input.name });
    if (!opened.ok) return refused(opened.problems);
    const manager = input.manager === undefined ? actor : await personFrom(store, input.manager);
    if (manager === undefined) {
      return refused([raise(inputRules, "input.unknown-reference", ["rgc"], { kind: "person", reference: input.manager ?? "" })]);
    }
    const { siret, name } = opened.value;
    const id = await nextId(store, "H");
    const grant: Grant = {
      id,
      person: manager.id,
      siret,
      profile: "rgc",
      reason: "Premier RGC de l'établissement",
      grantedBy: actor.id,
      from: today,
    };
    if (!(await store.providers.open(opened.value, grant))) {
      return refused([raise(inputRules, "input.reference-taken", ["siret"], { kind: "provider", reference: siret })]);
    }
    await store.people.save(actor);
    await store.people.save(manager);
    const problems = checkMembership({ provider: opened.value, head: head?.siret, today });
    return done({
      title: same(`${name} · SIRET ${siret}`),
      lines: [
        manager.id === actor.id
          ? line(
              "good",
              `Établissement ajouté. Vous en êtes le RGC (habilitation ${id}).`,
              `Establishment added. You are its account manager (RGC) (access grant ${id}).`,
            )
          : line(
              "good",
              `Établissement ajouté. ${manager.name} en est le RGC (habilitation ${id}).`,
              `Establishment added. ${manager.name} is its account manager (RGC) (access grant ${id}).`,
            ),
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
      data: { siret, grant: id },
      trace: { object: siret, details: { grant: id } },
    });
  },
});
