import { accessRefusals, checkGrant, formatDay, grantRules, hasErrors, isStanding, raise } from "@kairos/core";
import { command } from "../../command.js";
import { leaversIn, loadHolder } from "../../dossiers/access.js";
import { day, given, optional, reference, text } from "../../options.js";
import { done, line, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["depart", "Enregistre un départ : la personne perd tous ses droits d'un coup"],
    en: ["departure", "Record a departure: the person loses every right at once"],
  },
  needs: "access.manage",
  visibility: "private",
  final: true,
  example: "/acces depart personne:Nadia motif:Fin de contrat",
  options: {
    person: reference("person", { fr: ["personne", "Qui quitte l'organisme"], en: ["person", "Who leaves the provider"] }),
    on: optional(
      day({ fr: ["le", "Premier jour sans droits ; aujourd'hui par défaut"], en: ["on", "First day without rights; today by default"] }),
    ),
    reason: optional(text({ fr: ["motif", "Pourquoi, en deux mots"], en: ["reason", "Why, in two words"] }, 200)),
  },
  async run({ input, actor, today, store }) {
    const on = input.on ?? today;
    if (on < today) return refused([raise(grantRules, "access.in-the-past", ["le"], { day: on, today })]);
    const holder = await loadHolder(store, input.person);
    if (!holder.ok) return refused(holder.problems);
    const { person, grants: held } = holder.value;
    const [all, left] = [await store.grants.list(), await leaversIn(store, on)];
    const standing = held.filter((grant) => isStanding(grant, today) || (grant.revokedOn ?? on) > on);
    const problems = standing.flatMap((grant) => checkGrant({ grant, action: "revoke", by: actor.id, grants: all, today: on, left }));
    if (hasErrors(problems)) return refused(problems, { trace: { details: { person: person.id } } });
    if (await store.grants.isLastManagerElsewhere(person.id, on))
      return refused([raise(accessRefusals, "access.last-rgc-elsewhere", [], {})]);
    for (const grant of standing) {
      await store.grants.save({ ...grant, revokedOn: on, revokedBy: actor.id, ...given({ revokedReason: input.reason }) });
    }
    await store.accounts.save({ shared: false, ...(await store.accounts.get(person.id)), person: person.id, leftOn: on });
    const ids = standing.map(({ id }) => id);
    const several = ids.length > 1;
    return done({
      title: { fr: `Départ · ${person.name}`, en: `Departure · ${person.name}` },
      lines: [
        line(
          "good",
          on > today
            ? `À partir du ${formatDay(on)}, ${person.name} n'aura plus aucun droit, dans aucun établissement.`
            : `Dès maintenant, ${person.name} n'a plus aucun droit, dans aucun établissement.`,
          on > today
            ? `From ${formatDay(on, "en")} on, ${person.name} will have no rights, in any establishment.`
            : `From now on, ${person.name} has no rights, in any establishment.`,
        ),
        line(
          "plain",
          ids.length === 0
            ? "Aucune habilitation n'était en vigueur ici."
            : `Habilitation${several ? "s retirées" : " retirée"} : ${ids.join(", ")}.`,
          ids.length === 0 ? "No access grant was in force here." : `Access grant${several ? "s" : ""} withdrawn: ${ids.join(", ")}.`,
        ),
        line(
          "warning",
          "À faire de votre côté : fermer son compte dans GID Partenaires, récupérer ses accès à la messagerie et aux postes.",
          "For you to do: close their account in GID Partenaires, and take back their access to e-mail and computers.",
        ),
      ],
      data: { person: person.id, grants: ids },
      trace: { object: "", details: { person: person.id, grants: ids.join(" ") } },
    });
  },
});
