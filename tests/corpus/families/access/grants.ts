import { addDays, checkGrant, type Grant, type GrantSituation } from "@kairos/core";
import { aGrant } from "../../../examples/index.js";
import type { Random } from "../../../trust/random.js";
import { faultsIn } from "../../seeded.js";
import { teamOf } from "../../team.js";

/** A right given to somebody who comes to help with the dossier's session, from today on. */
const inGrant = faultsIn((dossier): GrantSituation | undefined => {
  const team = teamOf(dossier);
  if (team === undefined) return undefined;
  const { grants, today, provider } = team;
  const reason = `Renfort pour ${dossier.situation.quote.title?.slice(0, 150)}`;
  const grant = aGrant({
    id: "H-0004",
    person: "julie",
    profile: "assistant",
    siret: provider.siret,
    reason,
    grantedBy: "nadia",
    from: today,
  });
  return { grant, action: "give", by: "nadia", grants, today };
}, checkGrant);
const given = (change: (random: Random, situation: GrantSituation) => Partial<Grant>) =>
  inGrant((situation, random) => ({ ...situation, grant: { ...situation.grant, ...change(random, situation) } }));

/** What a grant that is given or taken back must respect. */
export const grantFaults = {
  "access.self-granted": given((random) => ({
    person: "nadia",
    profile: random.pick(["assistant", "approver", "billing", "coordinator"]),
  })),
  "access.dates-order": given((random, { today }) => {
    const from = addDays(today, random.int(30));
    return { from, until: addDays(from, -1 - random.int(40)) };
  }),
  "access.in-the-past": given((random, { today }) => ({ from: addDays(today, -1 - random.int(90)) })),
  "access.already-granted": inGrant(({ grant, grants, today, ...rest }, random) => {
    const until = addDays(today, random.int(100));
    const same = { ...grant, id: "H-0005", from: addDays(today, -random.int(200)), ...(random.chance(0.5) && { until }) };
    return { ...rest, grant, grants: [...grants, same], today };
  }),
  "access.last-rgc": inGrant(({ grants, today }, random) => {
    const [mine, other, ...others] = grants;
    if (mine === undefined || other === undefined) return undefined;
    const until = addDays(today, random.int(15));
    const left = random.pick([[], [{ ...other, until }], [{ ...other, revokedOn: today }], [{ ...other, from: addDays(until, 1) }]]);
    return { grant: mine, action: "revoke", by: other.person, grants: [mine, ...left, ...others], today };
  }),
};
