import { franceTravailIdPattern, fullName, parse, traineeSchemaMatching } from "@kairos/core";
import { command } from "../../command.js";
import { nextId } from "../../dossiers/next-id.js";
import { establishmentOption } from "../../establishment.js";
import { given, optional, text } from "../../options.js";
import { done, line, refused, same } from "../../reply.js";

export default command({
  words: {
    fr: ["ajouter", "Enregistre un stagiaire ; il reçoit une référence T-0001"],
    en: ["add", "Record a trainee; they get a reference T-0001"],
  },
  needs: "trainee.manage",
  visibility: "private",
  form: [["firstName", "lastName", "franceTravailId"]],
  example: "/stagiaire ajouter prenom:Camille nom:Durand identifiant:1234567A",
  options: {
    firstName: text({ fr: ["prenom", "Prénom"], en: ["first-name", "First name"] }, 60),
    lastName: text({ fr: ["nom", "Nom"], en: ["last-name", "Last name"] }, 60),
    franceTravailId: optional(
      text(
        {
          fr: ["identifiant", "Identifiant France Travail, jamais le n° de sécurité sociale", "Identifiant France Travail"],
          en: ["identifier", "France Travail id, never the social security number", "France Travail id"],
        },
        30,
      ),
    ),
    ...establishmentOption,
  },
  async run({ input: { establishment: _place, ...input }, provider, store }) {
    const id = await nextId(store, "T");
    const trainee = parse(traineeSchemaMatching(provider?.settings.franceTravailIdPattern ?? franceTravailIdPattern), {
      ...given(input),
      id,
      siret: provider?.siret,
    });
    if (!trainee.ok) return refused(trainee.problems);
    await store.trainees.save(trainee.value);
    return done({
      title: same(`${id} · ${fullName(trainee.value)}`),
      lines: [
        line(
          "good",
          `Enregistré. Dans les commandes, écrivez ${id} plutôt que le nom.`,
          `Recorded. In commands, write ${id} rather than the name.`,
        ),
      ],
      data: { trainee: id },
      trace: { object: id },
    });
  },
});
