import { appendEntry } from "@kairos/core";
import { lyon, now, sha256, workspace } from "./fixtures.js";

/** One row of each table as the Kairos of that schema wrote it, by hand: what today's code writes would prove nothing about yesterday's. */
export const oldRows: readonly { readonly since: number; readonly table: string; readonly row: Readonly<Record<string, unknown>> }[] = [
  row(1, "people", { id: "u-nadia", name: "Nadia", search: "nadia" }),
  row(1, "providers", { siret: lyon, position: 1, search: "atelier", data: json({ siret: lyon, name: "Atelier des Métiers" }) }),
  row(1, "grants", {
    siret: lyon,
    position: 1,
    search: "h-0001",
    id: "H-0001",
    person: "u-nadia",
    data: json({
      id: "H-0001",
      person: "u-nadia",
      siret: lyon,
      profile: "rgc",
      from: "2026-01-01",
      grantedBy: "u-nadia",
      reason: "Ouverture",
    }),
  }),
  row(1, "sessions", {
    siret: lyon,
    position: 1,
    search: "se-2026-014",
    reference: "SE-2026-014",
    starts_on: "2026-12-07",
    ends_on: "2026-12-18",
    data: json({
      reference: "SE-2026-014",
      siret: lyon,
      title: "Cariste",
      startsOn: "2026-12-07",
      endsOn: "2026-12-18",
      hours: { centreMinutes: 4200 },
    }),
  }),
  row(1, "trainees", {
    siret: lyon,
    position: 1,
    search: "t-0007 camille durand",
    id: "T-0007",
    data: json({ id: "T-0007", siret: lyon, firstName: "Camille", lastName: "Durand" }),
  }),
  row(1, "quotes", {
    siret: lyon,
    position: 1,
    search: "dev-2026-0001",
    reference: "DEV-2026-0001",
    scheme: "aif",
    status: "draft",
    trainee_id: "T-0007",
    title: "cariste",
    data: json({ reference: "DEV-2026-0001", scheme: "aif", siret: lyon, traineeId: "T-0007", title: "Cariste" }),
  }),
  row(1, "quote_versions", {
    siret: lyon,
    reference: "DEV-2026-0001",
    version: 1,
    quote: json({ reference: "DEV-2026-0001", scheme: "aif", siret: lyon, traineeId: "T-0007", title: "Cariste" }),
    document: json({ kind: "quote", title: "Cariste" }),
  }),
  row(1, "templates", {
    siret: lyon,
    position: 1,
    search: "cariste",
    name: "cariste",
    data: json({ name: "cariste", siret: lyon, title: "Cariste", scheme: "aif", hours: { centreMinutes: 4200 }, lines: [] }),
  }),
  row(1, "counters", { series: "DEV-2026", value: 1 }),
  ...trail(),
  row(1, "deliveries", { id: "d-1", at: now, reply: json({ outcome: "done" }), head_sequence: 2, head_hash: "x" }),
  row(2, "drafts", { id: "f-1", at: now, actor: "u-nadia", path: "devis creer", data: json({ values: {} }) }),
  row(2, "files", { digest: "a".repeat(64), size: 3, bytes: Buffer.from("abc") }),
  row(2, "attachments", {
    siret: lyon,
    position: 1,
    search: "p-0001",
    id: "P-0001",
    object: "DEV-2026-0001",
    digest: "a".repeat(64),
    data: json({ id: "P-0001" }),
  }),
  row(2, "notices", { key: "k", kind: "digest", person: "u-nadia", due_at: now, until: now, data: json({}) }),
  row(3, "memberships", { siret: lyon, position: 1, search: "", data: json({ siret: lyon }) }),
  row(5, "own_profiles", { siret: lyon, position: 1, search: "", id: "PR-0001", data: json({ id: "PR-0001" }) }),
  row(5, "accounts", { person: "u-nadia", data: json({ person: "u-nadia", shared: false }) }),
  row(5, "access_reviews", { siret: lyon, position: 1, search: "", id: "R-0001", data: json({ id: "R-0001" }) }),
  row(6, "courses", { siret: lyon, position: 1, search: "", reference: "C-1", data: json({ reference: "C-1" }) }),
  row(6, "schedules", { siret: lyon, position: 1, search: "", session_reference: "SE-2026-014", data: json({}) }),
  row(6, "appointments", {
    siret: lyon,
    position: 1,
    search: "",
    reference: "RDV-2026-0001",
    status: "proposed",
    starts_at: now,
    ends_at: now,
    data: json({}),
  }),
  row(6, "working_hours", { siret: lyon, position: 1, search: "", id: "u-nadia", data: json({}) }),
  row(6, "imports", { siret: lyon, position: 1, search: "", reference: "IMP-2026-0001", data: json({}) }),
  row(6, "bookings", {
    resource: "room:a",
    starts_at: "2026-12-07T08",
    ends_at: "2026-12-07T11",
    kind: "session",
    reference: "SE-2026-014",
    siret: lyon,
  }),
  row(7, "enrolments", {
    siret: lyon,
    position: 1,
    search: "",
    id: "SE-2026-014/T-0007",
    session_reference: "SE-2026-014",
    trainee_id: "T-0007",
    data: json({}),
  }),
  row(7, "attendance", { siret: lyon, ...slot(), status: "present", source: "desk", recorded_by: "u-nadia", recorded_at: now, version: 2 }),
  row(7, "attendance_history", {
    siret: lyon,
    ...slot(),
    version: 1,
    former: json({ status: "absent" }),
    changed_by: "u-nadia",
    changed_at: now,
  }),
  row(7, "sign_ins", { siret: lyon, ...slot(), method: "code", at: now, proof: "" }),
  row(7, "attendance_sheets", {
    siret: lyon,
    position: 1,
    search: "",
    reference: "FE-1",
    session_reference: "SE-2026-014",
    data: json({}),
  }),
  row(7, "attendance_months", {
    siret: lyon,
    position: 1,
    search: "",
    id: "m",
    session_reference: "SE-2026-014",
    month: "2026-12",
    status: "open",
    data: json({}),
  }),
  row(7, "attendance_claims", { siret: lyon, kind: "billed", ...slot(), minutes: 210, reference: "FAC-2026-0001", at: now }),
  row(7, "movements", {
    siret: lyon,
    position: 1,
    search: "",
    id: "mv",
    session_reference: "SE-2026-014",
    trainee_id: "T-0007",
    data: json({}),
  }),
  row(7, "desk_keys", { purpose: "sign-in", secret: "s" }),
  row(7, "works", { id: "w", actor: "u-nadia", path: "assiduite importer", object: "", started_at: now, process: "1" }),
  row(8, "customers", { siret: lyon, position: 1, search: "", id: "c", data: json({}) }),
  row(8, "training_agreements", { siret: lyon, position: 1, search: "", reference: "CONV-2026-0001", data: json({}) }),
  row(8, "purchase_orders", {
    siret: lyon,
    position: 1,
    search: "",
    reference: "BC-1",
    agreement: "CONV-2026-0001",
    session_reference: "SE-2026-014",
    data: json({}),
  }),
  row(8, "invoices", {
    siret: lyon,
    position: 1,
    search: "",
    reference: "PF-2026-0001",
    status: "issued",
    kind: "invoice",
    customer_siret: lyon,
    session_reference: "SE-2026-014",
    number: "FAC-2026-0001",
    data: json({}),
  }),
  row(8, "issued_invoices", {
    siret: lyon,
    number: "FAC-2026-0001",
    series: "FAC",
    year: 2026,
    rank: 1,
    issued_on: "2026-12-21",
    invoice: json({}),
    document: json({}),
  }),
  row(9, "incidents", {
    siret: lyon,
    position: 1,
    search: "inc-2026-0001",
    reference: "INC-2026-0001",
    status: "open",
    symptom: "blank-page",
    reporter: "u-nadia",
    reported_at: now,
    data: json({
      reference: "INC-2026-0001",
      siret: lyon,
      symptom: "blank-page",
      reporter: "u-nadia",
      reportedAt: now,
      timeZone: "Europe/Paris",
    }),
  }),
  row(10, "erasures", {
    siret: lyon,
    position: 1,
    search: "t-0008",
    id: "T-0008",
    data: json({ id: "T-0008", siret: lyon, askedOn: "2026-11-20", askedBy: "u-nadia", heldUntil: "2031-11-20" }),
  }),
  row(11, "purges_owed", { id: "T-0008" }),
];

function row(since: number, table: string, columns: Readonly<Record<string, unknown>>) {
  return { since, table, row: columns };
}

function slot() {
  return { session_reference: "SE-2026-014", trainee_id: "T-0007", day: "2026-12-07", half: "morning" };
}

function json(value: object): string {
  return JSON.stringify(value);
}

/** Two acts, chained as they were. */
function trail() {
  const act = { workspace, at: now, actor: "u-nadia", act: "devis.creer", object: "DEV-2026-0001", outcome: "done" as const };
  const first = appendEntry(undefined, { ...act, details: { lines: 1 } }, sha256);
  const second = appendEntry(first, { ...act, details: { lines: 2 } }, sha256);
  return [first, second].map(({ details, ...entry }) => row(1, "audit_entries", { ...entry, details: json(details) }));
}
