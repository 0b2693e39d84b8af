/** Where texts may name somebody: each table, what identifies a row in its workspace, and the columns to read. */
export interface PersonalTable {
  readonly table: string;
  readonly keys: readonly string[];
  readonly columns: readonly string[];
  /** Folded words that searches look into, made of the same texts. */
  readonly search?: true;
  /** Evidence or accounts: left as it is while it must be kept. */
  readonly held?: true;
  /** The column that says whose row it is, when it is about one trainee only; `quote`: through a quote of theirs. */
  readonly owner?: { readonly column: string; readonly is: "trainee" | "quote" };
}

const trainee = { column: "trainee_id", is: "trainee" } as const;
const halfDay = ["session_reference", "day", "half", "trainee_id"];

export const personalTables: readonly PersonalTable[] = [
  { table: "quotes", keys: ["reference"], columns: ["data"], search: true, owner: trainee },
  {
    table: "quote_versions",
    keys: ["reference", "version"],
    columns: ["quote", "document"],
    held: true,
    owner: { column: "reference", is: "quote" },
  },
  { table: "attachments", keys: ["id"], columns: ["data"], search: true, owner: { column: "object", is: "quote" } },
  { table: "templates", keys: ["name"], columns: ["data"], search: true },
  { table: "courses", keys: ["reference"], columns: ["data"], search: true },
  { table: "sessions", keys: ["reference"], columns: ["data"], search: true },
  { table: "schedules", keys: ["session_reference"], columns: ["data"], search: true },
  { table: "appointments", keys: ["reference"], columns: ["data"], search: true },
  { table: "incidents", keys: ["reference"], columns: ["data"], search: true },
  { table: "imports", keys: ["reference"], columns: ["data"], search: true },
  { table: "grants", keys: ["id"], columns: ["data"], search: true },
  { table: "access_reviews", keys: ["id"], columns: ["data"], search: true },
  { table: "memberships", keys: ["siret"], columns: ["data"], search: true },
  { table: "training_agreements", keys: ["reference"], columns: ["data"], search: true },
  { table: "purchase_orders", keys: ["reference"], columns: ["data"], search: true },
  { table: "enrolments", keys: ["id"], columns: ["data"], search: true, held: true, owner: trainee },
  { table: "movements", keys: ["id"], columns: ["data"], search: true, held: true, owner: trainee },
  { table: "attendance_sheets", keys: ["reference"], columns: ["data"], search: true, held: true },
  { table: "attendance_months", keys: ["id"], columns: ["data"], search: true, held: true },
  { table: "attendance", keys: halfDay, columns: ["document"], held: true, owner: trainee },
  { table: "attendance_history", keys: [...halfDay, "version"], columns: ["former", "cause"], held: true, owner: trainee },
  { table: "invoices", keys: ["reference"], columns: ["data"], search: true, held: true },
  { table: "issued_invoices", keys: ["number"], columns: ["invoice", "document"], held: true },
];

/** What other rows refer to: never rewritten, even where it reads like a name. */
export const referringKeys: ReadonlySet<string> = new Set([
  "id",
  "reference",
  "siret",
  "traineeId",
  "traineeIds",
  "trainee",
  "sessionReference",
  "session",
  "quote",
  "object",
  "digest",
  "order",
  "agreement",
  "number",
  "kind",
  "status",
]);
