import { createHash } from "node:crypto";
import {
  type Appointment,
  type AppointmentInput,
  type Attachment,
  type AttendanceMonth,
  type AttendanceRecord,
  type AttendanceSheet,
  type AuditEvent,
  appointmentSchema,
  attachmentSchema,
  attendanceMonthSchema,
  attendanceRecordSchema,
  attendanceSheetSchema,
  type Claim,
  type Course,
  type CourseInput,
  type Customer,
  type CustomerInput,
  courseSchema,
  customerSchema,
  type Digest,
  type Enrolment,
  enrolmentSchema,
  type Grant,
  grantSchema,
  type ImportRecord,
  type Incident,
  type IncidentInput,
  type Invoice,
  type InvoiceInput,
  importSchema,
  incidentSchema,
  invoiceSchema,
  isIssued,
  type Membership,
  type MembershipInput,
  type MovementDeclaration,
  membershipSchema,
  movementDeclarationSchema,
  type Provider,
  type ProviderInput,
  type PurchaseOrder,
  type PurchaseOrderInput,
  prepareInvoiceDocument,
  providerSchema,
  purchaseOrderSchema,
  type Quote,
  type QuoteInput,
  type QuoteTemplate,
  quoteSchema,
  quoteTemplateSchema,
  type Schedule,
  type ScheduleInput,
  type Session,
  type SessionInput,
  type SignIn,
  type Siret,
  scheduleSchema,
  sessionSchema,
  signInSchema,
  siretSchema,
  type Trainee,
  type TraineeInput,
  type TrainingAgreement,
  type TrainingAgreementInput,
  traineeSchema,
  trainingAgreementSchema,
} from "@kairos/core";
import { done, type Reply } from "../../../packages/bot/src/reply.js";
import type { Database, Delivery, Scope, SealedInvoice, Store } from "../../../packages/bot/src/store/store.js";

export const lyon: Siret = siretSchema.parse("73282932000074");
export const nantes: Siret = siretSchema.parse("44306184100047");
export const workspace = "1098765432109876543";
export const now = "2026-11-20T09:00:00.000Z";

export const sha256: Digest = (text) => createHash("sha256").update(text).digest("hex");

export function aProvider(changes: Partial<ProviderInput> = {}): Provider {
  return providerSchema.parse({ siret: lyon, name: "Atelier des Métiers", ...changes });
}

export function aMembership(changes: Partial<MembershipInput> = {}): Membership {
  const step = { action: "prepare", on: "2026-11-02", by: "u-rgc", at: now } as const;
  return membershipSchema.parse({ siret: lyon, status: "prepared", manager: "u-rgc", steps: [step], ...changes });
}

export function aSession(changes: Partial<SessionInput> = {}): Session {
  const days = { startsOn: "2026-12-07", endsOn: "2026-12-18" };
  return sessionSchema.parse({
    reference: "SE-2026-014",
    siret: lyon,
    title: "Cariste CACES R489",
    hours: { centreMinutes: 4200 },
    ...days,
    ...changes,
  });
}

export function aCourse(changes: Partial<CourseInput> = {}): Course {
  return courseSchema.parse({
    reference: "CACES-R489",
    siret: lyon,
    title: "Cariste CACES R489",
    hours: { centreMinutes: 4200 },
    ...changes,
  });
}

/** The morning and the afternoon of the session's first day. */
export function aSchedule(changes: Partial<ScheduleInput> = {}): Schedule {
  return scheduleSchema.parse({
    sessionReference: "SE-2026-014",
    siret: lyon,
    timeZone: "Europe/Paris",
    halfDays: [
      { day: "2026-12-07", half: "morning", from: "09:00", until: "12:30" },
      { day: "2026-12-07", half: "afternoon", from: "13:30", until: "17:00", at: "distance" },
    ],
    version: 1,
    ...changes,
  });
}

/** Camille meets u-clerk in room 2 on the first day of the session, at half past two in Paris. */
export function anAppointment(changes: Partial<AppointmentInput> = {}): Appointment {
  return appointmentSchema.parse({
    reference: "RDV-2026-0001",
    siret: lyon,
    kind: "orientation",
    status: "proposed",
    startsAt: "2026-12-07T13:30:00.000Z",
    minutes: 45,
    room: "Salle 2",
    participants: [
      { role: "candidate", trainee: "T-0007" },
      { role: "staff", person: "u-clerk" },
    ],
    steps: [{ action: "propose", by: "u-clerk", at: now }],
    sequence: 0,
    ...changes,
  });
}

export function anImport(changes: Partial<ImportRecord> = {}): ImportRecord {
  return importSchema.parse({
    reference: "IMP-0001",
    siret: lyon,
    format: "csv",
    fileName: "sessions.csv",
    fileDigest: digestOf(someBytes),
    status: "judged",
    read: { at: now, by: "u-clerk" },
    counts: { courses: 0, sessions: 12, leftOut: 1 },
    contents: digestOf(someBytes),
    ...changes,
  });
}

export function aTrainee(changes: Partial<TraineeInput> = {}): Trainee {
  return traineeSchema.parse({ id: "T-0007", siret: lyon, firstName: "Camille", lastName: "Durand", ...changes });
}

/** Camille, present on the first morning of the session. */
export function anAttendance(changes: Partial<AttendanceRecord> = {}): AttendanceRecord {
  return attendanceRecordSchema.parse({
    ...aSlot,
    siret: lyon,
    status: "present",
    source: "desk",
    recordedBy: "u-clerk",
    recordedAt: now,
    ...changes,
  });
}

export function aSignIn(changes: Partial<SignIn> = {}): SignIn {
  return signInSchema.parse({ ...aSlot, siret: lyon, method: "code", at: "2026-12-07T08:02:00.000Z", ...changes });
}

export function aClaim(changes: Partial<Claim> = {}): Claim {
  return { ...aSlot, siret: lyon, kind: "declared", minutes: 210, reference: "2026-12", at: now, ...changes };
}

export function anEnrolment(changes: Partial<Enrolment> = {}): Enrolment {
  return enrolmentSchema.parse({ sessionReference: "SE-2026-014", siret: lyon, traineeId: "T-0007", ...changes });
}

export function aSheet(changes: Partial<AttendanceSheet> = {}): AttendanceSheet {
  const recorded = { recordedBy: "u-clerk", recordedAt: now };
  const covered = { halfDays: ["2026-12-07/morning"], trainers: ["u-trainer"] };
  return attendanceSheetSchema.parse({
    reference: "FE-0001",
    sessionReference: "SE-2026-014",
    siret: lyon,
    ...covered,
    ...recorded,
    ...changes,
  });
}

export function aMonth(changes: Partial<AttendanceMonth> = {}): AttendanceMonth {
  return attendanceMonthSchema.parse({
    sessionReference: "SE-2026-014",
    siret: lyon,
    month: "2026-12",
    status: "closed",
    closings: [],
    ...changes,
  });
}

export function aMovement(changes: Partial<MovementDeclaration> = {}): MovementDeclaration {
  const days = { on: "2026-12-07", declaredOn: "2026-12-08" };
  const recorded = { recordedBy: "u-clerk", recordedAt: now };
  return movementDeclarationSchema.parse({
    sessionReference: "SE-2026-014",
    siret: lyon,
    traineeId: "T-0007",
    kind: "entry",
    ...days,
    ...recorded,
    ...changes,
  });
}

const entered = { enteredBy: "u-clerk", enteredAt: now };

export function aCustomer(changes: Partial<CustomerInput> = {}): Customer {
  return customerSchema.parse({ siret: lyon, customerSiret: "13000548100010", name: "France Travail", ...changes });
}

export function anAgreement(changes: Partial<TrainingAgreementInput> = {}): TrainingAgreement {
  const price = { basis: "trainee-hour", unitPriceCents: 1700 } as const;
  return trainingAgreementSchema.parse({
    reference: "CONV-2026-0001",
    siret: lyon,
    customerSiret: "13000548100010",
    title: "Cariste CACES R489",
    market: "2026-AFC-0417",
    startsOn: "2026-11-01",
    endsOn: "2027-10-31",
    ...price,
    ...entered,
    ...changes,
  });
}

export function anOrder(changes: Partial<PurchaseOrderInput> = {}): PurchaseOrder {
  const ordered = { orderedOn: "2026-11-05", minutes: 4200, trainees: 1 };
  const about = { agreement: "CONV-2026-0001", sessionReference: "SE-2026-014" };
  return purchaseOrderSchema.parse({ reference: "BC-2026-118", siret: lyon, ...about, ...ordered, ...entered, ...changes });
}

export function anInvoice(changes: Partial<InvoiceInput> = {}): Invoice {
  const lines = [{ label: "Formation", unit: "hour" as const, quantity: 4200, unitPriceCents: 1700, amountCents: 119_000 }];
  const about = { agreement: "CONV-2026-0001", order: "BC-2026-118", sessionReference: "SE-2026-014", title: "Cariste CACES R489" };
  return invoiceSchema.parse({
    reference: "PF-2026-0001",
    siret: lyon,
    scheme: "afc",
    customerSiret: "13000548100010",
    ...about,
    startsOn: "2026-12-07",
    endsOn: "2026-12-18",
    lines,
    preparedBy: ["u-clerk"],
    preparedAt: now,
    ...changes,
  });
}

/** The same with a number, and the document that says so. */
export function aSealedInvoice(rank = 1, changes: Partial<InvoiceInput> = {}): SealedInvoice {
  const number = `FAC-2026-${String(rank).padStart(4, "0")}`;
  const issue = { number, issuedOn: "2026-12-21", series: "FAC", year: 2026, rank, dueOn: "2027-01-20", by: "u-rgc", at: now };
  const invoice = anInvoice({ status: "issued", issue, ...changes });
  if (!isIssued(invoice)) throw new Error("no number");
  const document = prepareInvoiceDocument({
    invoice,
    provider: aProvider(),
    customer: aCustomer(),
    trainees: new Map(),
    today: "2026-12-21",
  });
  return { invoice, document };
}

export function anIncident(changes: Partial<IncidentInput> = {}): Incident {
  const told = { symptom: "blank-page", reporter: "u-clerk", reportedAt: now, timeZone: "Europe/Paris" } as const;
  return incidentSchema.parse({ reference: "INC-2026-0001", siret: lyon, ...told, ...changes });
}

const aSlot = { sessionReference: "SE-2026-014", traineeId: "T-0007", day: "2026-12-07", half: "morning" } as const;

export function aGrant(changes: Partial<Grant> = {}): Grant {
  const given = { reason: "Entre les devis", grantedBy: "u-rgc", from: "2026-01-01" };
  return grantSchema.parse({ id: "H-0001", person: "u-clerk", siret: lyon, profile: "quote-clerk", ...given, ...changes });
}

const hourly = {
  kind: "pedagogical",
  label: "Formation",
  unit: "hour",
  quantity: 4200,
  unitPriceCents: 1700,
  amountCents: 119_000,
} as const;

export function aQuote(changes: Partial<QuoteInput> = {}): Quote {
  const subject = { sessionReference: "SE-2026-014", traineeId: "T-0007", title: "Cariste CACES R489" };
  const when = { startsOn: "2026-12-07", endsOn: "2026-12-18", hours: { centreMinutes: 4200 } };
  return quoteSchema.parse({ reference: "DEV-2026-0001", scheme: "aif", siret: lyon, lines: [hourly], ...subject, ...when, ...changes });
}

export function aTemplate(changes: Partial<QuoteTemplate> = {}): QuoteTemplate {
  const hours = { centreMinutes: 4200 };
  return quoteTemplateSchema.parse({
    name: "cariste",
    siret: lyon,
    title: "Cariste CACES R489",
    scheme: "aif",
    hours,
    lines: [hourly],
    ...changes,
  });
}

/** What is attached by default; its digest is that of `someBytes`. */
export const someBytes: Uint8Array = Uint8Array.from({ length: 300 }, (_, index) => index % 256);

export function anAttachment(changes: Partial<Attachment> = {}): Attachment {
  return attachmentSchema.parse({
    id: "P-0001",
    siret: lyon,
    object: "DEV-2026-0001",
    kind: "second-quote",
    fileName: "devis-comparatif.pdf",
    mediaType: "application/pdf",
    bytes: someBytes.byteLength,
    digest: digestOf(someBytes),
    addedBy: "u-clerk",
    addedOn: "2026-11-20",
    ...changes,
  });
}

export function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

export function anEvent(changes: Partial<AuditEvent> = {}): Omit<AuditEvent, "workspace"> {
  return {
    at: now,
    actor: "u-clerk",
    act: "devis.creer",
    object: "DEV-2026-0001",
    outcome: "done",
    details: { scheme: "aif", lines: 1 },
    ...changes,
  };
}

/** What a call may say beside its work. */
export interface Act {
  readonly workspace?: string;
  readonly id?: string;
  readonly scope?: Scope;
}

let deliveries = 0;

/** One delivery as `dispatch` makes it: an attempt, then its trace. */
export function act(database: Database, body: (store: Store) => Promise<Reply | undefined>, options: Act = {}): Promise<Delivery> {
  deliveries += 1;
  const id = options.id ?? `delivery-${deliveries}`;
  const request = { workspace: options.workspace ?? workspace, id, at: now, actor: "u-clerk", path: "devis creer" };
  return database.deliver(request, async (unit) => {
    const reply = await unit.attempt(options.scope ?? "all", async (store) => (await body(store)) ?? done({}));
    await unit.store("all").audit.append(anEvent({ outcome: reply.outcome }));
    return reply;
  });
}

/** Writes, and asks nothing of the answer. */
export async function write(database: Database, body: (store: Store) => Promise<unknown>, options: Act = {}): Promise<void> {
  await act(database, async (store) => void (await body(store)), options);
}

/** Reads in the usual workspace, everything in scope. */
export function look<T>(database: Database, body: (store: Store) => Promise<T>, options: Act = {}): Promise<T> {
  return database.read(options.workspace ?? workspace, options.scope ?? "all", body);
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** Takes the next number, keeps a quote under it, answers the number: once for a delivery, however often it comes. */
export async function enterQuote(database: Database, id: string): Promise<number> {
  const { reply } = await act(
    database,
    async ({ quotes, counters }) => {
      const number = await counters.next("DEV");
      await quotes.save(aQuote({ reference: `DEV-${number}`, title: id }));
      return done({ data: number });
    },
    { id },
  );
  return Number(reply.data);
}
