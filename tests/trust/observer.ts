import { type Beside, openBeside } from "./driver.js";

type Row = Readonly<Record<string, unknown>>;

/** What a commit made of one row. */
export interface Change {
  readonly table: string;
  readonly before: Row | undefined;
  readonly after: Row | undefined;
}

/** Watches a file from beside: what was undone leaves no change, and what was written as it stood neither. */
export interface Observer extends Beside {
  /** Everything committed since the last time it was asked, in order. */
  changes(): Promise<readonly Change[]>;
}

/** Notes each change where it is made, so that it is undone with it. */
export async function observe(file: string): Promise<Observer> {
  const beside = openBeside(file);
  await beside.run("PRAGMA busy_timeout = 5000; PRAGMA synchronous = OFF");
  await beside.run(
    "CREATE TABLE IF NOT EXISTS observed (id integer primary key, name text not null, before text, after text); DELETE FROM observed",
  );
  const tables = await beside.rows(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'migrations%' AND name <> 'observed'",
  );
  for (const { name } of tables) await watch(beside, String(name));
  return {
    ...beside,
    changes: async () => {
      const rows = await beside.rows("SELECT name, before, after FROM observed ORDER BY id");
      if (rows.length > 0) await beside.run("DELETE FROM observed");
      return rows.flatMap(({ name, before, after }) =>
        before === after ? [] : [{ table: String(name), before: read(before), after: read(after) }],
      );
    },
  };
}

async function watch({ rows, run }: Beside, table: string): Promise<void> {
  const columns = await rows(`SELECT name FROM pragma_table_info('${table}')`);
  const row = (of: "old" | "new") =>
    `json_object(${columns.map(({ name }) => `'${name}', CASE typeof(${of}.${name}) WHEN 'blob' THEN hex(${of}.${name}) ELSE ${of}.${name} END`).join(", ")})`;
  const values = { INSERT: ["NULL", row("new")], UPDATE: [row("old"), row("new")], DELETE: [row("old"), "NULL"] };
  for (const [event, [before, after]] of Object.entries(values)) {
    await run(
      `CREATE TRIGGER IF NOT EXISTS observed_${table}_${event} AFTER ${event} ON ${table}
       BEGIN INSERT INTO observed (name, before, after) VALUES ('${table}', ${before}, ${after}); END`,
    );
  }
}

function read(text: unknown): Row | undefined {
  return typeof text === "string" ? (JSON.parse(text) as Row) : undefined;
}
