import { accessOn, can, type Permission, permissions, profileIds, type Siret } from "@kairos/core";
import { aGrant, bordeaux, pau, today } from "../tests/examples/index.js";
import { report } from "./report.js";

// Every question somebody with a profile in each of two establishments may be asked, in an order nothing can guess.
const grants = profileIds.map((profile, rank) => aGrant({ id: `H-${rank}`, profile, siret: rank % 2 === 0 ? bordeaux : pau }));
const people = profileIds.map((_, rank) => accessOn(grants.slice(0, rank + 1), today));
const questions: { readonly permission: Permission; readonly siret: Siret }[] = [];
for (let seed = 1; questions.length < 4096; seed = (seed * 48_271) % 2_147_483_647) {
  const permission = permissions[seed % permissions.length];
  if (permission !== undefined) questions.push({ permission, siret: seed % 3 === 0 ? pau : bordeaux });
}

function ask(rounds: number): number {
  let granted = 0;
  for (let round = 0; round < rounds; round++) {
    const access = people[round % people.length];
    if (access === undefined) continue;
    for (const { permission, siret } of questions) if (can(access, permission, siret)) granted += 1;
  }
  return granted;
}

ask(500);
const rates: number[] = [];
for (let turn = 0; turn < 7; turn++) {
  const rounds = 2_000;
  const start = performance.now();
  if (ask(rounds) === 0) throw new Error("nothing was granted");
  rates.push((rounds * questions.length) / (performance.now() - start) / 1000);
}
rates.sort((a, b) => a - b);
const best = rates.at(-1) ?? 0;

report({
  bar: "can: may somebody do it, for an establishment, on a day",
  measured: `${best.toFixed(0)} million per second (slowest of seven turns ${rates[0]?.toFixed(0)})`,
  limit: "≥ 20 million per second",
  passed: best >= 20,
});
