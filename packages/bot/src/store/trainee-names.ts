import { nameWordsOf, type Trainee, traineeSchemaMatching } from "@kairos/core";
import { decode } from "./aggregates.js";
import type { Knex } from "./driver.js";

/** The id was judged by the pattern of the provider's settings when it was entered; here any is read back. */
export const traineeKind = { table: "trainees", key: "id", schema: traineeSchemaMatching(".") };

const table = "trainee_names";

/** Keeps by which words a trainee is named, instead of those kept before. */
export async function keepNamesOf(trx: Knex, workspace: string, trainee: Trainee): Promise<void> {
  const { id, siret } = trainee;
  await trx(table).where({ workspace, trainee_id: id }).delete();
  const { family, given } = nameWordsOf(trainee);
  const rows = [
    ...family.map((word) => ({ workspace, siret, word, part: "family", trainee_id: id })),
    ...given.map((word) => ({ workspace, siret, word, part: "given", trainee_id: id })),
  ];
  if (rows.length > 0) await trx(table).insert(rows).onConflict(["workspace", "word", "part", "trainee_id"]).ignore();
}

/** Every trainee of every workspace. */
export async function readTrainees(trx: Knex): Promise<readonly { readonly workspace: string; readonly trainee: Trainee }[]> {
  const rows: readonly { workspace: string; key: string; data: string }[] = await trx(traineeKind.table).select("workspace", "data", {
    key: traineeKind.key,
  });
  return rows.map((row) => ({ workspace: row.workspace, trainee: decode(traineeKind, row) }));
}
