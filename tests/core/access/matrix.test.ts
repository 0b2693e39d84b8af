import { AbilityBuilder, createMongoAbility, type MongoAbility } from "@casl/ability";
import {
  accessOn,
  can,
  explainAccess,
  type Grant,
  type OwnProfile,
  type Permission,
  permissionLabels,
  permissions,
  permissionsOf,
  profileIds,
  profiles,
  type Siret,
} from "@kairos/core";
import fc from "fast-check";
import { expect, it } from "vitest";
import { aGrant, bordeaux, pau } from "../../examples/index.js";

/** Somebody's grants as an independent library understands them: each right on an establishment, from a day to a day. */
function casl(grants: readonly Grant[], own: readonly OwnProfile[]): MongoAbility {
  const { can: allow, build } = new AbilityBuilder(createMongoAbility);
  for (const { profile, siret, from, until, revokedOn } of grants) {
    const day = { $gte: from, ...(until !== undefined && { $lte: until }), ...(revokedOn !== undefined && { $lt: revokedOn }) };
    for (const permission of permissionsOf(profile, siret, own)) allow(permission, "Establishment", { siret, day });
  }
  return build();
}

function caslCan(ability: MongoAbility, permission: Permission, siret: Siret, day: string): boolean {
  return ability.can(permission, { __caslSubjectType__: "Establishment", siret, day } as never);
}

/** Days around everything that may happen to a grant. */
const moments = ["2026-02-28", "2026-03-01", "2026-03-09", "2026-03-10", "2026-03-31", "2026-04-01"];
const lives = {
  "du 01/03/2026, sans fin": { from: "2026-03-01" },
  "du 01/03/2026 au 31/03/2026": { from: "2026-03-01", until: "2026-03-31" },
  "du 01/03/2026, retirée le 10/03/2026": { from: "2026-03-01", revokedOn: "2026-03-10" },
};

it("profile × permission × establishment × moment: as the grid says, and as an independent library finds", async () => {
  const grid: string[] = [];
  let asked = 0;
  let differences = 0;
  for (const [life, dates] of Object.entries(lives)) {
    grid.push(
      `## Une habilitation ${life}`,
      "",
      `| Profil | Droit | ${columns().join(" | ")} |`,
      `| --- | --- | ${columns()
        .map(() => ":-:")
        .join(" | ")} |`,
    );
    for (const profile of profileIds) {
      const grants = [aGrant({ profile, ...dates })];
      const oracle = casl(grants, []);
      for (const permission of permissions) {
        const cells = [bordeaux, pau].flatMap((siret) =>
          moments.map((day) => {
            const may = can(accessOn(grants, day), permission, siret);
            asked += 1;
            if (may !== caslCan(oracle, permission, siret, day)) differences += 1;
            return may ? "✔" : "·";
          }),
        );
        if (cells.includes("✔")) grid.push(`| ${profiles[profile].label.fr} | ${permissionLabels[permission].fr} | ${cells.join(" | ")} |`);
      }
    }
    grid.push("", "Tout autre droit est refusé à tout moment, dans les deux établissements.", "");
  }
  expect({ asked, differences }).toEqual({ asked: 3 * profileIds.length * permissions.length * 2 * moments.length, differences: 0 });
  const head = [
    "# La matrice des droits",
    "",
    "Imprimée par les tests : profil × droit × établissement × moment, pour une habilitation à Bordeaux (B) et rien à Pau (P). Chaque case est comparée à ce que trouve une bibliothèque indépendante.",
    "",
  ];
  await expect([...head, ...grid].join("\n")).toMatchFileSnapshot("../../../docs/rules/access-matrix.md");
});

function columns(): readonly string[] {
  return ["B", "P"].flatMap((place) => moments.map((day) => `${place} ${day.slice(8)}/${day.slice(5, 7)}`));
}

const day = fc.integer({ min: 1, max: 28 }).map((date) => `2026-03-${date.toString().padStart(2, "0")}`);
const anOwn: fc.Arbitrary<OwnProfile> = fc
  .record({
    siret: fc.constantFrom(bordeaux, pau),
    base: fc.constantFrom(...profileIds),
    kept: fc.subarray([...permissions], { minLength: 1 }),
  })
  .map(({ siret, base, kept }) => ({
    id: "PR-0001",
    siret,
    name: "Accueil",
    base,
    permissions: kept,
    changedOn: "2026-03-01",
    changedBy: "nadia",
  }));
const someGrants = fc.array(
  fc
    .record({
      profile: fc.constantFrom<string>(...profileIds, "PR-0001", "unknown"),
      siret: fc.constantFrom<string>(bordeaux, pau),
      from: day,
      until: fc.option(day, { nil: undefined }),
      revokedOn: fc.option(day, { nil: undefined }),
    })
    .map((grant) => aGrant(grant)),
  { maxLength: 5 },
);

it("any set of grants, own profiles included, at any moment: no difference either, and the explanation agrees", () => {
  fc.assert(
    fc.property(someGrants, anOwn, day, fc.constantFrom(bordeaux, pau), (grants, one, on, siret) => {
      const oracle = casl(grants, [one]);
      const access = accessOn(grants, on, { own: [one] });
      for (const permission of permissions) {
        const may = can(access, permission, siret);
        expect(may).toBe(caslCan(oracle, permission, siret, on));
        expect(explainAccess({ person: "lea", permission, siret, on }, { grants, own: [one] }).granted).toBe(may);
      }
    }),
    { numRuns: 400 },
  );
});
