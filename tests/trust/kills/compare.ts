import { openBeside } from "../driver.js";
import { auditFaults } from "./trail.js";

/** What differs between two files, but for what each is told about itself, and whether the second is sound. */
export async function faultsBetween(peaceful: string, killed: string): Promise<readonly string[]> {
  const [one, other] = [openBeside(peaceful), openBeside(killed)];
  try {
    const faults: string[] = [];
    const [check] = await other.rows("PRAGMA integrity_check");
    if (check?.integrity_check !== "ok") faults.push(`the file: ${JSON.stringify(check)}`);
    for (const { name } of await one.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")) {
      if (own.has(String(name))) continue;
      const [rows, found] = await Promise.all(
        [one, other].map(async ({ rows }) => (await rows(`SELECT * FROM ${name}`)).map(textOf).sort()),
      );
      const odd = found?.find((row) => !rows?.includes(row)) ?? rows?.find((row) => !found?.includes(row));
      if (odd !== undefined || rows?.length !== found?.length)
        faults.push(`${name}: ${rows?.length} rows, then ${found?.length}: ${odd?.slice(0, 300)}`);
    }
    faults.push(...(await auditFaults(other)));
    return faults;
  } finally {
    await one.close();
    await other.close();
  }
}

/** Answers hold secrets of their file, works who did them, and what the planner learns depends on when a desk was started. */
const own = new Set(["deliveries", "works", "desk_keys", "migrations", "migrations_lock", "sqlite_sequence", "sqlite_stat1"]);

function textOf(row: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(row, (_, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString("hex") : value));
}
