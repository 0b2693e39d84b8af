import { type AuditHead, deskActor } from "@kairos/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, type Knex } from "../../../packages/bot/src/store/driver.js";
import { verifyIn } from "../../../packages/bot/src/store/verify-trail.js";
import { aFile, withDatabase } from "./files.js";
import { anEvent, sha256, workspace, write } from "./fixtures.js";

type Trx = Knex.Transaction;

/** Somebody with SQL, on a file whose guards are gone: each change is judged, then undone. */
let base: Knex;
let leave: () => Promise<void>;
let columns: readonly { name: string; type: string }[];
/** A whole trail, and one whose beginning was removed: five entries, the fourth a checkpoint. */
const trails = { whole: workspace, closed: "closed" } as const;
const heads = new Map<string, AuditHead>();

beforeAll(async () => {
  const { file, remove } = await aFile();
  await withDatabase(file, async (database) => {
    for (const place of Object.values(trails)) {
      const append = (...days: readonly string[]) =>
        write(
          database,
          async ({ audit }) => {
            for (const day of days) await audit.append(anEvent({ at: `${day}T09:00:00.000Z`, object: day }));
          },
          { workspace: place },
        );
      await append(...(place === "closed" ? ["2025-01-01", "2025-01-02"] : []), "2026-11-17");
      if (place === "closed")
        await database.trails.close(place, { before: "2026-01-01", from: "2026-01-01T00:00:00.000Z", at: "2026-11-18T03:00:00.000Z" });
      await append("2026-11-18");
    }
  });
  base = connect(file);
  columns = await base.raw("PRAGMA table_info(audit_entries)");
  for (const trigger of await base("sqlite_master").where({ type: "trigger" }).pluck("name")) await base.raw("drop trigger ??", [trigger]);
  await base.raw("PRAGMA ignore_check_constraints = ON");
  for (const place of Object.values(trails)) {
    const { problems, head } = await judged(place);
    expect(problems).toEqual([]);
    if (head !== undefined) heads.set(place, head);
  }
  leave = remove;
});
afterAll(async () => {
  await base.destroy();
  await leave();
});

describe.each(Object.entries(trails))("a %s trail", (_, place) => {
  const found = async (change: (trx: Trx) => PromiseLike<unknown>) => (await judged(place, change)).problems.map(({ code }) => code);
  const entries = () => base("audit_entries").where({ workspace: place }).orderBy("sequence");

  it("shows any change of any column of any entry, the type of a value included", async () => {
    expect(columns.length).toBeGreaterThanOrEqual(10);
    for (const { sequence } of await entries()) {
      for (const { name, type } of columns) {
        const isNumber = type.toLowerCase() === "integer";
        const changes = isNumber
          ? ["?? + 100", "-??", "?? + 0.5", "'a'"]
          : ["?? || 'x'", "'x' || ??", "''", "upper(??) || ' '", "cast(?? as blob)"];
        for (const change of changes) {
          const value = base.raw(change, change.includes("??") ? [name] : []);
          const [row] = await base("audit_entries")
            .where({ workspace: place, sequence })
            .select({ same: base.raw("?? is ?", [name, value]) });
          const codes = await found((trx) =>
            trx("audit_entries")
              .where({ workspace: place, sequence })
              .update({ [name]: value }),
          );
          const isMoved = name === "workspace" && (await entries()).at(-1)?.sequence === sequence;
          if (row?.same !== 1 && !isMoved) expect([sequence, name, change, codes.length]).toEqual([sequence, name, change, 1]);
        }
      }
    }
  });

  it("shows any entry taken out, unless it is the last, and any two swapped", async () => {
    const numbers: number[] = await entries().pluck("sequence");
    for (const one of numbers.slice(0, -1)) {
      expect(await found((trx) => trx("audit_entries").where({ workspace: place, sequence: one }).delete())).toEqual([
        "audit.entry-missing",
      ]);
    }
    for (const one of numbers) {
      for (const other of numbers.filter((number) => number > one))
        expect(await found((trx) => swap(trx, place, one, other))).toHaveLength(1);
    }
  });

  it("shows any entry doubled or added, wherever it is put", async () => {
    const all = await entries();
    for (const entry of all) {
      for (const sequence of [-1, 0, (all[0]?.sequence ?? 0) - 1, (all.at(-1)?.sequence ?? 0) + 1, 1000]) {
        expect(await found((trx) => trx("audit_entries").insert({ ...entry, sequence }))).toHaveLength(1);
      }
    }
  });

  it("shows a cut tail, or all written again, to who kept its head", async () => {
    const head = heads.get(place);
    const cut = await judged(place, (trx) => trx("audit_entries").where({ workspace: place, sequence: head?.sequence }).delete());
    expect(cut.problems).toEqual([]);
    expect(cut.there(head)).toBeUndefined();
    const again = await judged(place, (trx) => rewrite(trx, place));
    expect(again.problems).toEqual([]);
    expect(again.there(head)?.hash).not.toBe(head?.hash);
  });
});

describe("the checkpoint of a closed trail", () => {
  it("cannot be turned into one that vouches for more, or for something else", async () => {
    const checkpoint = base("audit_entries").where({ workspace: "closed", actor: deskActor });
    const [{ details, sequence }] = await checkpoint;
    for (const [name, value] of [
      ["upTo", 3],
      ["upTo", 0],
      ["hash", "0".repeat(64)],
      ["removed", 1],
      ["before", "2027-01-01"],
    ] as const) {
      const forged = JSON.stringify({ ...JSON.parse(details), [name]: value });
      const { problems } = await judged("closed", (trx) =>
        trx("audit_entries").where({ workspace: "closed", sequence }).update({ details: forged }),
      );
      expect(problems.map(({ code }) => code)).toEqual(["audit.entry-altered"]);
    }
  });
});

/** How a trail stands once changed, the change undone. */
async function judged(place: string, change: (trx: Trx) => PromiseLike<unknown> = () => Promise.resolve()) {
  const trx = await base.transaction();
  try {
    await change(trx);
    const verdict = await verifyIn(trx, place, sha256);
    const rows: AuditHead[] = await trx("audit_entries").where({ workspace: place }).select("sequence", "hash");
    return { ...verdict, there: (head: AuditHead | undefined) => rows.find(({ sequence }) => sequence === head?.sequence) };
  } finally {
    await trx.rollback();
  }
}

async function swap(trx: Trx, place: string, one: number, other: number): Promise<void> {
  const at = (sequence: number) => trx("audit_entries").where({ workspace: place, sequence });
  await at(one).update({ sequence: 5000 });
  await at(other).update({ sequence: one });
  await at(5000).update({ sequence: other });
}

/** Every entry after the first said by somebody else, and chained again. */
async function rewrite(trx: Trx, place: string): Promise<void> {
  let previous: string | undefined;
  for (const row of await trx("audit_entries").where({ workspace: place }).orderBy("sequence")) {
    const actor = row.actor === deskActor ? deskActor : "intrus";
    const { sequence, at, act, object, outcome } = row;
    const details = Object.entries(JSON.parse(row.details)).sort(([a], [b]) => (a < b ? -1 : 1));
    const before = previous ?? row.previous;
    const hash = sha256(before + JSON.stringify([place, sequence, at, actor, act, object, outcome, details]));
    await trx("audit_entries").where({ workspace: place, sequence }).update({ actor, previous: before, hash });
    previous = hash;
  }
}
