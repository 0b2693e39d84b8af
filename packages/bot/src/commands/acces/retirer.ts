import { checkGrant, hasErrors, inputRules, profiles, raise } from "@kairos/core";
import { command } from "../../command.js";
import { reference } from "../../options.js";
import { done, line, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["retirer", "Retire une habilitation ; elle reste dans le journal"],
    en: ["revoke", "Revoke an access grant; it stays in the trail"],
  },
  needs: "access.manage",
  visibility: "private",
  final: true,
  example: "/acces retirer habilitation:H-0002",
  options: {
    grant: reference("grant", { fr: ["habilitation", "Référence de l'habilitation"], en: ["grant", "Reference of the access grant"] }),
  },
  async run({ input, actor, today, store }) {
    const grant = await store.grants.get(input.grant.toUpperCase());
    if (grant === undefined || grant.revokedOn !== undefined) {
      return refused([raise(inputRules, "input.unknown-reference", ["habilitation"], { kind: "grant", reference: input.grant })]);
    }
    const problems = checkGrant({ grant, action: "revoke", by: actor.id, grants: await store.grants.list(), today });
    if (hasErrors(problems)) return refused(problems, { trace: { object: grant.id } });
    await store.grants.save({ ...grant, revokedOn: today, revokedBy: actor.id });
    const name = (await store.people.find(grant.person))?.name ?? grant.person;
    const { label } = profiles[grant.profile];
    return done({
      title: { fr: `Habilitation ${grant.id} · ${name} · ${label.fr}`, en: `Access grant ${grant.id} · ${name} · ${label.en}` },
      lines: [
        line(
          "good",
          `Retrait : dès aujourd'hui, cette habilitation ne donne plus aucun droit à ${name}.`,
          `Revocation: from today on, this access grant gives ${name} no rights.`,
        ),
      ],
      data: { grant: grant.id },
      trace: { object: grant.id, details: { person: grant.person, profile: grant.profile } },
    });
  },
});
