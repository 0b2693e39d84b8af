import { describe, expect, it } from "vitest";
import type { ReferenceKind } from "../../../packages/bot/src/option.js";
import type { Scope } from "../../../packages/bot/src/store/store.js";
import { aTestFile, besides, withDatabase } from "./files.js";
import { aQuote, lyon, nantes, workspace } from "./fixtures.js";

describe("with 100 000 quotes", () => {
  it("suggests, lists and relates without missing one, and never more than asked", async () => {
    const file = await aTestFile();
    await withDatabase(file, async () => undefined);
    await besides(file, (base) =>
      base.raw(manyQuotes, [JSON.stringify({ ...aQuote(), notes: "Remise au candidat. ".repeat(40) }), workspace, lyon, nantes]),
    );
    await withDatabase(file, async (database) => {
      const suggest =
        (typed: string, scope: Scope = "all", kind: ReferenceKind = "quote") =>
        () =>
          database.suggest({ workspace, scope, kind, typed });
      const list = (search: string) => () => database.read(workspace, "all", ({ quotes }) => quotes.list({ search, limit: 10 }));
      const related = () =>
        database.read(workspace, "all", ({ quotes }) => quotes.related(aQuote({ traineeId: "T-500", sessionReference: "SE-500" })));
      const cases = {
        "nothing typed": [suggest(""), 25],
        "the start of a reference": [suggest("dev-2026-0999"), 25],
        "a whole reference": [suggest("DEV-2026-054321"), 1],
        "a word in every title": [suggest("cariste"), 25],
        "a status": [suggest("brouillon"), 25],
        "two words": [suggest("99999 cariste"), 1],
        "nothing that exists": [suggest("zzz"), 0],
        "nothing in scope": [suggest("zzz", [nantes]), 0],
        "few in scope": [suggest("caces", [nantes]), 10],
        "a list that finds one": [list("054321"), 1],
        "related quotes": [related, 199],
      } as const;
      for (const [name, [run, expected]] of Object.entries(cases)) {
        const found: readonly unknown[] = await run();
        expect([name, found.length]).toEqual([name, expected]);
      }
    });
  }, 60_000);
});

const manyQuotes = `
  with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < 100000),
    asked (data, workspace, lyon, nantes) as (values (?, ?, ?, ?)),
    named (n, reference) as (select n, 'DEV-2026-' || substr('00000' || n, -6) from numbers)
  insert into quotes (workspace, siret, position, search, data, reference, scheme, status, trainee_id, session_reference, title, hourly_cents)
  select workspace, case when n % 10000 = 0 then nantes else lyon end, n, lower(reference) || ' cariste caces r489',
    json_set(data, '$.reference', reference), reference, 'aif', 'draft', 'T-' || (n % 1000), 'SE-' || (n % 999), 'cariste caces r489', 1700
  from named, asked`;
