import {
  type AttendanceMonth,
  type AttendanceRecord,
  type AttendanceStatus,
  attendanceStatuses,
  type BillingOrigin,
  type BillingProof,
  billedClaims,
  type Claim,
  type Enrolment,
  type Half,
  type Invoice,
  type InvoiceLine,
  type IssuedInvoice,
  type PlannedHalfDay,
  type PurchaseOrder,
  type Quote,
  type QuoteLine,
  type Session,
  splitCents,
  type TrainingAgreement,
  traineeSlotKey,
} from "@kairos/core";
import { aQuote, aSession } from "../../examples/index.js";
import { anAgreement, anOrder } from "../../examples/invoice.js";
import { drawing } from "../attendance/reconciliation-cases.js";

/** A small world of billing drawn from a seed: a contract, a session of a few days, and what happens to them. */
export interface World {
  readonly draw: () => number;
  readonly pick: <Value>(values: readonly Value[]) => Value;
  readonly from: BillingOrigin;
  readonly session: Session;
  readonly roster: readonly Enrolment[];
  readonly planned: readonly PlannedHalfDay[];
  readonly records: Map<string, AttendanceRecord>;
  readonly months: Map<string, AttendanceMonth>;
  readonly claims: Map<string, Claim>;
  readonly invoices: IssuedInvoice[];
}

const session = aSession();
const agreementBase = anAgreement();
const orderBase = anOrder();
const quoteBase = aQuote();
const { siret } = session;
const at = "2026-12-21T10:00:00.000Z";
const days = ["2026-11-30", "2026-12-01", "2026-12-07", "2026-12-08"];
const halves: readonly Half[] = ["morning", "afternoon"];

export function worldOf(seed: number): World {
  const draw = drawing(seed);
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(draw() * values.length)] as Value;
  const isQuote = draw() < 0.35;
  const ids = ["T-0001", "T-0002", "T-0003"].slice(0, isQuote ? 1 : 1 + Math.floor(draw() * 3));
  const slots = days.slice(0, 1 + Math.floor(draw() * days.length)).flatMap((day) => halves.map((half) => ({ day, half })));
  const planned = ids.flatMap((traineeId) =>
    slots.map(({ day, half }) => ({ traineeId, day, half, at: "centre" as const, minutes: pick([210, 210, 210, 180, 211, 97, 1]) })),
  );
  const roster = ids.map(
    (traineeId): Enrolment => ({
      sessionReference: session.reference,
      siret,
      traineeId,
      ...(draw() < 0.2 && { withdrawal: pick(slots) }),
    }),
  );
  const records = new Map<string, AttendanceRecord>();
  for (const one of planned)
    if (draw() < 0.93) records.set(traineeSlotKey(one), recordOf(one, statusOf(draw, pick), pick([1, 30, 97, 300])));
  const months = new Map<string, AttendanceMonth>();
  const world = { draw, pick, session, roster, planned, records, months, claims: new Map<string, Claim>(), invoices: [] };
  for (const month of ["2026-11", "2026-12"]) if (draw() < 0.6) closeMonth(world, month);
  const minutes = planned.reduce((sum, one) => sum + one.minutes, 0);
  return { ...world, from: isQuote ? quoteOf(world, minutes) : orderOf(world, minutes, ids) };
}

function statusOf(draw: () => number, pick: World["pick"]): AttendanceStatus {
  return draw() < 0.7 ? "present" : pick(attendanceStatuses);
}

export function recordOf(
  { traineeId, day, half }: Pick<PlannedHalfDay, "traineeId" | "day" | "half">,
  status: AttendanceStatus,
  missed: number,
): AttendanceRecord {
  const late = status === "late" ? { lateMinutes: missed } : status === "left-early" ? { earlyMinutes: missed } : {};
  return {
    sessionReference: session.reference,
    siret,
    traineeId,
    day,
    half,
    status,
    ...late,
    source: "desk",
    recordedBy: "lea",
    recordedAt: at,
  };
}

export function closeMonth({ months }: Pick<World, "months">, month: string): void {
  months.set(month, { sessionReference: session.reference, siret, month, status: "closed", closings: [] });
}

function orderOf({ draw, pick }: Pick<World, "draw" | "pick">, minutes: number, ids: readonly string[]): BillingOrigin {
  const basis = pick(["trainee-hour", "trainee"] as const);
  const agreement: TrainingAgreement = {
    ...agreementBase,
    basis,
    unitPriceCents: basis === "trainee" ? pick([119_000, 100_001, 3, 99_999]) : pick([1700, 1733, 1, 999]),
    ...(draw() < 0.2 && { vatRegime: "taxed" as const, vatRate: 2000 }),
    terms: {
      toleratedAbsences: pick(["none", "excused", "all"] as const),
      toleranceRate: pick([10_000, 500, 2500, 0]),
      depositRate: pick([0, 2000, 3333]),
      penaltyRateMost: 0,
    },
  };
  const order: PurchaseOrder = {
    ...orderBase,
    minutes: Math.max(1, pick([minutes, minutes, Math.floor(minutes / 2), minutes - 1, minutes + 60])),
    trainees: pick([ids.length, ids.length, ids.length + 1]),
    ...(draw() < 0.2 && { traineeIds: ids.slice(0, 1) as string[] }),
    ...(draw() < 0.2 && { unitPriceCents: pick([1500, 1667]) }),
  };
  return { order, agreement };
}

function quoteOf({ draw, pick }: Pick<World, "draw" | "pick">, minutes: number): BillingOrigin {
  const planned = pick([minutes, minutes, minutes + 30, Math.max(1, minutes - 60)]);
  const count = 1 + Math.floor(draw() * 3);
  const shares = splitCents(
    planned,
    Array.from({ length: count }, () => 1 + draw()),
  );
  const lines = shares.map((quantity, index): QuoteLine => {
    const kind = index > 0 && draw() < 0.3 ? "ancillary" : "pedagogical";
    const label = pick(["Formation", "Pratique", "Théorie"]);
    const vat = { vatRegime: "exempt-training" as const, vatRate: 0 };
    if (kind === "ancillary" || quantity === 0 || draw() < 0.35) {
      const unitPriceCents = pick([1, 12_000, 9999, 100_000]);
      return { kind, label, unit: "flat", quantity: 1, unitPriceCents, amountCents: unitPriceCents, ...vat };
    }
    const unitPriceCents = pick([1700, 1733, 7]);
    return {
      kind,
      label,
      unit: "hour",
      quantity,
      unitPriceCents,
      amountCents: Number((BigInt(quantity * unitPriceCents) * 2n + 60n) / 120n),
      ...vat,
    };
  });
  const total = lines.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const paid = draw() < 0.6 ? total : Math.floor(total * draw());
  const quote: Quote = {
    ...quoteBase,
    scheme: pick(["aif", "poei"] as const),
    status: "accepted",
    traineeId: "T-0001",
    lines,
    hours: { centreMinutes: planned, companyMinutes: 0, distanceMinutes: 0 },
    funding: { franceTravailCents: paid, others: [], traineeCents: total - paid },
  };
  return { quote, customerSiret: agreementBase.customerSiret };
}

export function proofOf({ roster, planned, records, months, claims }: World): BillingProof {
  return { roster, planned, records: [...records.values()], signIns: [], months: [...months.values()], billed: [...claims.values()] };
}

/** Gives a draft its number, and its half-days a claim. */
export function issueIn(
  world: World,
  content: Omit<Invoice, "status" | "notes" | "preparedBy" | "preparedAt" | "issue" | "events" | "payments" | "reference">,
): IssuedInvoice {
  const rank = world.invoices.length + 1;
  const number = `FAC-2026-${String(rank).padStart(4, "0")}`;
  const issue = { number, issuedOn: "2026-12-21", series: "FAC", year: 2026, rank, dueOn: "2027-01-20", by: "karim", at };
  const invoice: IssuedInvoice = {
    ...content,
    reference: `PF-2026-${rank}`,
    status: "issued",
    preparedBy: ["lea"],
    preparedAt: at,
    events: [],
    payments: [],
    issue,
  };
  world.invoices.push(invoice);
  if (invoice.kind === "credit-note") return invoice;
  for (const claim of billedClaims(invoice, at)) {
    const key = traineeSlotKey(claim);
    if (world.claims.has(key)) throw new Error(`${key} is billed twice`);
    world.claims.set(key, claim);
  }
  return invoice;
}

/** Takes back all that is left of an invoice, some half-days of a trainee, or part of the money of a line. */
export function creditIn(world: World, original: IssuedInvoice): IssuedInvoice | undefined {
  const { draw, pick, invoices, claims } = world;
  const notes = invoices.filter(({ credits }) => credits?.reference === original.reference);
  const left = original.lines.map((line) => {
    const taken = notes.flatMap(({ lines }) => lines.filter((one) => one.label === line.label && one.traineeId === line.traineeId));
    const gone = new Set(taken.flatMap(({ halfDays }) => halfDays.map(({ day, half }) => `${day}/${half}`)));
    return {
      line,
      cents: line.amountCents - taken.reduce((sum, { amountCents }) => sum + amountCents, 0),
      halfDays: line.halfDays.filter(({ day, half }) => !gone.has(`${day}/${half}`)),
    };
  });
  const isWhole = draw() < 0.4 || original.kind === "deposit";
  const traineeId = pick(original.lines)?.traineeId;
  const slots = left.find(({ line }) => line.traineeId === traineeId)?.halfDays.filter(() => isWhole || draw() < 0.5) ?? [];
  const lines = left.flatMap(({ line, cents, halfDays }): InvoiceLine[] => {
    if (isWhole) return cents === 0 && halfDays.length === 0 ? [] : [asSum(line, cents, halfDays)];
    if (line.traineeId !== traineeId || traineeId === undefined) return [];
    const chosen = halfDays.filter(({ day, half }) => slots.some((slot) => slot.day === day && slot.half === half));
    if (chosen.length === 0) return [];
    const minutes = chosen.reduce((sum, one) => sum + one.minutes, 0);
    const all = line.halfDays.reduce((sum, one) => sum + one.minutes, 0);
    const share = Number((BigInt(line.amountCents) * BigInt(minutes) * 2n + BigInt(all)) / (2n * BigInt(all)));
    return [asSum(line, chosen.length === halfDays.length ? cents : Math.min(cents, share), chosen)];
  });
  if (lines.length === 0) return undefined;
  const { issue, ...billed } = original;
  const credits = { reference: original.reference, number: issue.number, issuedOn: issue.issuedOn, reason: "Erreur" };
  const note = issueIn(world, { ...billed, kind: "credit-note", credits, deposits: [], lines });
  for (const { traineeId: id = "", halfDays } of lines)
    for (const { day, half } of halfDays) claims.delete(traineeSlotKey({ traineeId: id, day, half }));
  const rank = invoices.findIndex(({ reference }) => reference === original.reference);
  if (isWhole) invoices[rank] = { ...original, status: "credited" };
  return note;
}

function asSum(line: InvoiceLine, amountCents: number, halfDays: InvoiceLine["halfDays"]): InvoiceLine {
  return { ...line, unit: "flat", quantity: 1, unitPriceCents: amountCents, amountCents, halfDays };
}
