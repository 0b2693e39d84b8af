import {
  actionsFrom,
  advanceMembership,
  checkMembership,
  hasErrors,
  type MembershipSituation,
  membershipWorkflow,
  nameManagers,
  type Result,
  success,
} from "@kairos/core";
import { command } from "../../command.js";
import { loadMembership, requestFields, saveAdvanced, standingAnswer } from "../../dossiers/memberships.js";
import { namesIn, personFrom } from "../../dossiers/people.js";
import { unknown } from "../../dossiers/unknown.js";
import { establishmentOption } from "../../establishment.js";
import { day, optional, reference } from "../../options.js";
import { line, refused } from "../../reply.js";
import type { Store } from "../../store/store.js";

export default command({
  words: {
    fr: ["preparer", "Contrôle et prépare la demande d'adhésion ; nomme le RGC et son suppléant"],
    en: ["prepare", "Check and prepare the membership request; name the RGC and their deputy"],
  },
  needs: "provider.manage",
  visibility: "private",
  example: "/adhesion preparer suppleant:Nadia",
  options: {
    manager: optional(
      reference("person", {
        fr: ["rgc", "Le RGC de l'établissement ; vous par défaut"],
        en: ["rgc", "The establishment's RGC; you by default"],
      }),
    ),
    deputy: optional(
      reference("person", { fr: ["suppleant", "Qui le remplace quand il est absent"], en: ["deputy", "Who stands in when they are away"] }),
    ),
    on: optional(
      day({ fr: ["le", "Jour de la préparation ; aujourd'hui par défaut"], en: ["on", "Day it was prepared; today by default"] }),
    ),
    ...establishmentOption,
  },
  async run(desk) {
    const { input, store, actor, now } = desk;
    const loaded = await loadMembership(desk, "provider.manage");
    if (!loaded.ok) return refused(loaded.problems);
    const manager = await personNamed(store, "rgc", input.manager);
    if (!manager.ok) return refused(manager.problems);
    const deputy = await personNamed(store, "suppleant", input.deputy);
    if (!deputy.ok) return refused(deputy.problems);
    const { provider, membership } = loaded.value;
    const named = { manager: manager.value, deputy: deputy.value };
    const isNaming = isUnderWay(loaded.value) && (named.manager ?? named.deputy) !== undefined;
    const asked = { ...named, manager: named.manager ?? membership?.manager ?? actor.id };
    const changed = isNaming
      ? renamed(loaded.value, named)
      : advanceMembership(loaded.value, "prepare", { by: actor.id, at: now, on: input.on, ...asked });
    const details = { change: isNaming ? "names" : "prepare" };
    const trace = { object: provider.siret, details };
    if (!changed.ok)
      return refused(
        changed.problems.map((problem) => (problem.path[0] === "on" ? { ...problem, path: ["le"] } : problem)),
        { trace },
      );
    await saveAdvanced(desk, provider, changed.value);
    const situation = { ...loaded.value, ...changed.value };
    const said = isNaming
      ? line(
          "good",
          "RGC et suppléant à jour ; l'étape en cours ne change pas.",
          "RGC and deputy up to date; the present step does not change.",
        )
      : line("good", "Demande complète : rien ne bloque l'envoi.", "Request complete: nothing stands in the way of sending it.");
    const answer = standingAnswer(situation, [said], details);
    const problems = checkMembership(situation).filter(({ code }) => !code.startsWith("org.agreement-"));
    return { ...answer, problems, fields: requestFields(situation, await namesIn(store)) };
  },
});

async function personNamed(store: Store, option: string, typed: string | undefined): Promise<Result<string | undefined>> {
  if (typed === undefined) return success(undefined);
  const person = await personFrom(store, typed);
  if (person === undefined) return unknown("person", option, typed);
  await store.people.save(person);
  return success(person.id);
}

/** The request has left: only the people it names may still change. */
function isUnderWay({ membership }: MembershipSituation): boolean {
  return membership !== undefined && !actionsFrom(membershipWorkflow, membership.status).includes("prepare");
}

function renamed(situation: MembershipSituation, names: Parameters<typeof nameManagers>[1]): ReturnType<typeof advanceMembership> {
  const { membership, provider } = situation;
  if (membership === undefined) throw new Error("Nobody is named before a request is prepared");
  const changed = nameManagers(membership, names);
  const problems = checkMembership({ ...situation, membership: changed }).filter(({ code }) => code === "org.rgc-deputy-same");
  return hasErrors(problems) ? { ok: false, problems } : success({ membership: changed, provider });
}
