import { type AuditEntry, appendEntry, type Digest } from "@kairos/core";
import { connect } from "../packages/bot/src/store/driver.js";

/** Writes a sound trail of so many acts into a file that has its tables, as a desk of forty people leaves it in a year. */
export async function writeTrail(file: string, workspace: string, count: number, digest: Digest): Promise<void> {
  const base = connect(file);
  let last: AuditEntry | undefined;
  for (let done = 0; done < count; ) {
    const rows: unknown[] = [];
    for (; rows.length < 20_000 && done < count; done++) {
      last = appendEntry(last, { ...anAct(done), workspace }, digest);
      rows.push(columns.map((column) => (column === "details" ? JSON.stringify(last?.details) : last?.[column])));
    }
    await base.raw(`insert into audit_entries (${columns}) select ${values} from json_each(?)`, [JSON.stringify(rows)]);
  }
  await base.destroy();
}

const columns = ["workspace", "sequence", "at", "actor", "act", "object", "outcome", "details", "previous", "hash"] as const;
const values = columns.map((_, place) => `json_extract(value, '$[${place}]')`);
const start = Date.parse("2025-11-20T08:00:00.000Z");

function anAct(index: number) {
  const person = `${234567890123456789n + BigInt(index % 40)}`;
  const [act, details] = acts[index % acts.length] ?? acts[0];
  const object = `DEV-2026-${(index % 9000).toString().padStart(4, "0")}`;
  const outcome = "errors" in details ? ("refused" as const) : ("done" as const);
  return { at: new Date(start + index * 31_000).toISOString(), actor: person, act, object, outcome, details };
}

const acts: readonly [readonly [string, AuditEntry["details"]], ...(readonly [string, AuditEntry["details"]])[]] = [
  ["devis.voir", {}],
  ["devis.soumettre", { action: "submit", version: 1 }],
  ["devis.soumettre", { errors: "quote.field-missing quote.total-mismatch" }],
  ["devis.liste", {}],
  ["acces.accorder", { person: "234567890123456789", profile: "quote-clerk" }],
  ["devis.corriger", { change: "startsOn endsOn" }],
];
