import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../packages/bot/src/store/database.js";
import { connect } from "../packages/bot/src/store/driver.js";
import { aQuote } from "../tests/examples/quote.js";
import { report } from "./report.js";

// What is offered while a reference is typed, among 100,000 quotes on a file: each kind of thing people type, many times.
const rows = 100_000;
const typed = ["", "dev-2026-0999", "DEV-2026-054321", "cariste", "CARISTÉ", "brouillon", "99999 cariste", "zzz", "caces r489 12"];
const folder = mkdtempSync(join(tmpdir(), "kairos-bench-"));
try {
  const file = join(folder, "desk.sqlite");
  const database = await openDatabase({ file, digest: (text) => createHash("sha256").update(text).digest("hex") });
  const base = connect(file);
  await base.raw(fill(), [JSON.stringify(aQuote()), rows]);
  await base.destroy();
  const times: number[] = [];
  for (let round = 0; round < 30; round += 1) {
    for (const text of typed) {
      const before = performance.now();
      await database.suggest({ workspace: "bench", scope: "all", kind: "quote", typed: text });
      times.push(performance.now() - before);
    }
  }
  await database.close();
  times.sort((a, b) => a - b);
  const at = (part: number) => `${(times[Math.floor(times.length * part)] ?? Number.NaN).toFixed(0)} ms`;
  report({
    bar: `completion among ${rows} quotes, p99`,
    measured: `${at(0.99)} (p50 ${at(0.5)}, longest ${(times.at(-1) ?? Number.NaN).toFixed(0)} ms)`,
    limit: "300 ms",
    passed: (times.at(-1) ?? Infinity) < 300,
  });
} finally {
  rmSync(folder, { recursive: true });
}

function fill(): string {
  return `
    with recursive asked (data, most) as (values (?, ?)),
      numbers (n) as (select 1 union all select n + 1 from numbers where n < (select most from asked)),
      named (n, reference) as (select n, 'DEV-2026-' || substr('00000' || n, -6) from numbers)
    insert into quotes (workspace, siret, position, search, data, reference, scheme, status, title, hourly_cents)
    select 'bench', '99900014400017', n, lower(reference) || ' cariste caces r489',
      json_set(data, '$.reference', reference), reference, 'aif', 'draft', 'cariste caces r489', 1700
    from named, asked`;
}
