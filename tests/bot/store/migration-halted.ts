import { writeSync } from "node:fs";
import { claimSchema, connect } from "../../../packages/bot/src/store/driver.js";
import { migrationNames, migrationSource } from "../../../packages/bot/src/store/migrations/source.js";

// Migrates as the desk does, and stops before one migration, in the middle of the transaction, to be killed: `node migration-halted.mjs FILE NUMBER`.
const [file = "", halt = "1"] = process.argv.slice(2);
const halted = [...migrationNames][Number(halt) - 1];
await connect(file).transaction(async (trx) => {
  await claimSchema(trx);
  const getMigration = async (name: string) => {
    if (name === halted) {
      writeSync(1, "half-way\n");
      await new Promise((resolve) => setTimeout(resolve, 60_000));
    }
    return migrationSource.getMigration(name);
  };
  await trx.migrate.latest({ migrationSource: { ...migrationSource, getMigration }, tableName: "migrations" });
});
