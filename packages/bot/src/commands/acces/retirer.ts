import { checkGrant, hasErrors, isStanding, profileLabel } from "@kairos/core";
import { command } from "../../command.js";
import { leaversIn, loadGrant } from "../../dossiers/access.js";
import { unknownReference } from "../../dossiers/unknown.js";
import { given, optional, reference, text } from "../../options.js";
import { done, line, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["retirer", "Retire une habilitation ; elle reste dans le journal"],
    en: ["revoke", "Revoke an access grant; it stays in the trail"],
  },
  needs: "access.manage",
  visibility: "private",
  final: true,
  example: "/acces retirer habilitation:H-0002 motif:Ne saisit plus de devis",
  options: {
    grant: reference("grant", { fr: ["habilitation", "Référence de l'habilitation"], en: ["grant", "Reference of the access grant"] }),
    reason: optional(text({ fr: ["motif", "Pourquoi elle est retirée"], en: ["reason", "Why it is withdrawn"] }, 200)),
  },
  async run({ input, actor, today, store }) {
    const loaded = await loadGrant(store, input.grant);
    if (!loaded.ok) return refused(loaded.problems);
    const grant = loaded.value;
    if (!isStanding(grant, today)) {
      return refused([unknownReference("grant", "habilitation", input.grant)]);
    }
    const grants = await store.grants.list();
    const problems = checkGrant({ grant, action: "revoke", by: actor.id, grants, today, leavers: await leaversIn(store) });
    if (hasErrors(problems)) return refused(problems, { trace: { object: grant.id } });
    await store.grants.save({ ...grant, revokedOn: today, revokedBy: actor.id, ...given({ revokedReason: input.reason }) });
    const name = (await store.people.find(grant.person))?.name ?? grant.person;
    const label = profileLabel(grant.profile, await store.ownProfiles.list());
    return done({
      title: { fr: `Habilitation ${grant.id} · ${name} · ${label.fr}`, en: `Access grant ${grant.id} · ${name} · ${label.en}` },
      lines: [
        line(
          "good",
          `Retrait : dès aujourd'hui, cette habilitation ne donne plus aucun droit à ${name}.`,
          `Revocation: from today on, this access grant gives ${name} no rights.`,
        ),
        line("muted", "Retirez-la aussi dans GID Partenaires.", "Withdraw it in GID Partenaires too."),
      ],
      data: { grant: grant.id },
      trace: { object: grant.id, details: { person: grant.person, profile: grant.profile } },
    });
  },
});
