import { type AuditEntry, verifyTrail } from "@kairos/core";
import { sha256 } from "../../bot/desk.js";
import type { Beside } from "../driver.js";

/** Is the trail of a file whole, and are its numbers without a gap. */
export async function auditFaults({ rows }: Beside): Promise<readonly string[]> {
  const entries = (await rows("SELECT * FROM audit_entries ORDER BY sequence")).map((row) => ({
    ...row,
    details: JSON.parse(String(row.details)),
  }));
  const broken = verifyTrail(entries as unknown as readonly AuditEntry[], sha256).map((problem) => `the trail: ${JSON.stringify(problem)}`);
  const gaps = await rows(
    "SELECT series, year, count(*) AS taken, max(rank) AS last FROM issued_invoices GROUP BY series, year HAVING count(*) <> max(rank)",
  );
  return [...broken, ...gaps.map((gap) => `a gap: ${JSON.stringify(gap)}`)];
}
