import { accessRefusals, addMonths, checkGrant, formatDay, grantRules, hasErrors, inputRules, isStanding, raise } from "@kairos/core";
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
    if (on > addMonths(today, longestMonths)) return refused([raise(inputRules, "input.out-of-range", ["le"], {})]);
    const holder = await loadHolder(store, input.person);
    if (!holder.ok) return refused(holder.problems);
    const { person, grants: held } = holder.value;
    const trace = { trace: { details: { person: person.id } } };
    const account = (await store.accounts.get(person.id)) ?? { person: person.id, shared: false };
    if (account.leftOn !== undefined && account.leftOn <= on) {
      return refused([raise(accessRefusals, "access.has-left", ["personne"], { leftOn: account.leftOn })], trace);
    }
    const [all, leavers] = [await store.grants.list(), await leaversIn(store)];
    const standing = held.filter((grant) => isStanding(grant, on) && isStanding(grant, today));
    const problems = standing.flatMap((grant) => checkGrant({ grant, action: "revoke", by: actor.id, grants: all, today: on, leavers }));
    if (hasErrors(problems)) return refused(problems, trace);
    for (const grant of standing) {
      await store.grants.save({ ...grant, revokedOn: on, revokedBy: actor.id, ...given({ revokedReason: input.reason }) });
    }
    // Only whoever manages all that is left to somebody says that nothing is.
    const isElsewhere = await store.grants.standsElsewhere(person.id, on);
    await store.accounts.save({ ...account, ...(isElsewhere ? { departedOn: on } : { leftOn: on }) });
    const ids = standing.map(({ id }) => id);
    const several = ids.length > 1;
    return done({
      title: { fr: `Départ · ${person.name}`, en: `Departure · ${person.name}` },
      lines: [
        line(
          "good",
          on > today
            ? `À partir du ${formatDay(on)}, ${person.name} n'aura plus aucun droit ${isElsewhere ? "ici" : "nulle part"}.`
            : `Dès maintenant, ${person.name} n'a plus aucun droit ${isElsewhere ? "ici" : "nulle part"}.`,
          on > today
            ? `From ${formatDay(on, "en")} on, ${person.name} will have no rights ${isElsewhere ? "here" : "anywhere"}.`
            : `From now on, ${person.name} has no rights ${isElsewhere ? "here" : "anywhere"}.`,
        ),
        line(
          "plain",
          ids.length === 0
            ? "Aucune habilitation n'était en vigueur ici."
            : `Habilitation${several ? "s" : ""} ${on > today ? (several ? "qui seront retirées" : "qui sera retirée") : several ? "retirées" : "retirée"} : ${ids.join(", ")}.`,
          ids.length === 0
            ? "No access grant was in force here."
            : `Access grant${several ? "s" : ""} ${on > today ? "to be withdrawn" : "withdrawn"}: ${ids.join(", ")}.`,
        ),
        ...(isElsewhere
          ? [
              line(
                "warning",
                "Cette personne garde des droits dans un autre établissement de l'organisme : prévenez son RGC, qui doit y enregistrer le départ. Sa revue le lui rappellera.",
                "This person keeps rights in another establishment of the provider: tell its account manager (RGC), who must record the departure there. Their review will remind them.",
              ),
            ]
          : []),
        line(
          "warning",
          "À faire de votre côté : fermer son compte dans GID Partenaires, récupérer ses accès à la messagerie et aux postes.",
          "For you to do: close their account in GID Partenaires, and take back their access to e-mail and computers.",
        ),
      ],
      data: { person: person.id, grants: ids },
      trace: { object: "", details: { person: person.id, grants: ids.join(" "), on } },
    });
  },
});

/** How far ahead a departure may be planned. */
const longestMonths = 12;
