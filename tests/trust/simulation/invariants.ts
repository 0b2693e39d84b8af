import { type AuditEntry, checkLink } from "@kairos/core";
import { sha256 } from "../../bot/desk.js";
import type { Change } from "../observer.js";
import { legalMoves } from "./legal-moves.js";

type Row = Readonly<Record<string, unknown>>;

/** What is known of the file without asking it, kept up change by change: what no commit may contradict. */
export interface Ledger {
  /** What is wrong with what was just committed; nothing when nothing is. */
  readonly take: (changes: readonly Change[]) => string | undefined;
  readonly billedHalfDays: () => number;
  readonly bookings: () => number;
}

/** Tables that a refused command may write to: that it was asked, and by whom. */
const traces = new Set(["deliveries", "audit_entries", "works"]);

/** A refused command, or one that failed, may leave a trace and nothing else. */
export function leftBehind(changes: readonly Change[]): string | undefined {
  const other = changes.find(({ table }) => !traces.has(table));
  return other && `${other.table} was changed: ${JSON.stringify(other).slice(0, 300)}`;
}

export function openLedger(): Ledger {
  let head = { sequence: 0, hash: "" };
  const ranks = new Map<string, { readonly rank: number; readonly issuedOn: string }>();
  const billed = new Map<string, string>();
  const kept = new Map<string, Row[]>();
  const totals = new Map<string, Money>();

  const checks: Readonly<Record<string, (change: Change) => string | undefined>> = {
    audit_entries: ({ before, after }) => {
      // Only retention removes any, and leaves a checkpoint: the whole is verified apart.
      if (after === undefined) return undefined;
      if (before !== undefined) return "an entry of the trail was changed";
      const entry = { ...after, details: JSON.parse(String(after.details)) } as unknown as AuditEntry;
      const broken = checkLink(head, entry, sha256);
      head = { sequence: entry.sequence, hash: entry.hash };
      return broken && `the trail: ${JSON.stringify(broken)}`;
    },
    counters: ({ before, after }) => {
      const [from, to] = [Number(before?.value ?? 0), Number(after?.value ?? 0)];
      return to === from + 1 ? undefined : `the numbers ${after?.series ?? before?.series} go from ${from} to ${to}`;
    },
    issued_invoices: ({ before, after }) => {
      if (after === undefined) return `the invoice ${before?.number} is gone`;
      if (before !== undefined)
        return after.document === before.document && after.rank === before.rank ? undefined : `${after.number} was resealed`;
      const series = `${after.series}-${after.year}`;
      const last = ranks.get(series) ?? { rank: 0, issuedOn: "" };
      const next = { rank: Number(after.rank), issuedOn: String(after.issued_on) };
      ranks.set(series, next);
      if (next.rank !== last.rank + 1) return `${after.number} follows number ${last.rank}`;
      return next.issuedOn < last.issuedOn ? `${after.number} is of ${next.issuedOn}, after one of ${last.issuedOn}` : undefined;
    },
    attendance_claims: ({ before, after }) => {
      for (const [row, isTaken] of [[before, false] as const, [after, true] as const]) {
        if (row?.kind !== "billed") continue;
        const key = [row.session_reference, row.trainee_id, row.day, row.half].join(" ");
        const by = billed.get(key);
        if (!isTaken) billed.delete(key);
        else if (by !== undefined && by !== row.reference) return `the half-day ${key} is billed by ${by} and ${row.reference}`;
        else billed.set(key, String(row.reference));
      }
      return undefined;
    },
    quote_versions: ({ before, after }) =>
      before === undefined || after?.document === before.document
        ? undefined
        : `version ${before.version} of ${before.reference} was redrawn`,
    quotes: (change) => moved("quote", change),
    attendance_months: (change) => moved("month", change),
    incidents: (change) => moved("incident", change),
    appointments: (change) => moved("appointment", change),
    invoices: (change) => moved("invoice", change) ?? conserved(totals, change.after),
  };

  return {
    take: (changes) => {
      const [booked, freed]: [Row[], Row[]] = [[], []];
      for (const change of changes) {
        const fault = checks[change.table]?.(change);
        if (fault !== undefined) return fault;
        if (change.table === "bookings") keepBooking(kept, change, booked, freed);
      }
      // Two groups in one room are only warned of, and an appointment that stays where it was is not judged again.
      const moved = booked.filter((row) => row.kind === "appointment" && !freed.some((one) => sameBooking(one, row)));
      return moved.map((row) => overlapped(kept, row)).find((fault) => fault !== undefined);
    },
    billedHalfDays: () => billed.size,
    bookings: () => [...kept.values()].reduce((sum, rows) => sum + rows.length, 0),
  };
}

function moved(kind: keyof typeof legalMoves, { table, before, after }: Change): string | undefined {
  const [from, to] = [String(before?.status ?? "nothing"), String(after?.status ?? "nothing")];
  if (from === to && before !== undefined) return undefined;
  const allowed = legalMoves[kind][from] ?? [];
  return allowed.includes(to) ? undefined : `${table} ${after?.reference ?? after?.id ?? before?.reference}: from ${from} to ${to}`;
}

interface Money {
  readonly asked: bigint;
  readonly original: string | undefined;
  readonly paid: bigint;
}

/** Money is counted beside, in whole cents: what was asked never moves, credits stay within it, and so do payments. */
function conserved(totals: Map<string, Money>, row: Row | undefined): string | undefined {
  const invoice = row && (JSON.parse(String(row.data)) as KeptInvoice);
  if (invoice?.issue === undefined) return undefined;
  const sum = (of: readonly { readonly amountCents: number }[]) => of.reduce((total, { amountCents }) => total + BigInt(amountCents), 0n);
  if (invoice.lines.some(({ vatRate }) => vatRate !== 0)) return `${invoice.reference} bears VAT, which nothing here asks for`;
  const asked = sum(invoice.lines) - BigInt(invoice.penalty?.amountCents ?? 0) - sum(invoice.deposits);
  const known = totals.get(invoice.reference);
  const isCredit = invoice.kind === "credit-note";
  const money = { asked, original: isCredit ? invoice.credits?.reference : undefined, paid: sum(invoice.payments) };
  totals.set(invoice.reference, money);
  if (known !== undefined && known.asked !== asked) return `${invoice.reference} asked ${known.asked}, then ${asked}`;
  const credited = (of: string) => [...totals.values()].reduce((total, one) => (one.original === of ? total + one.asked : total), 0n);
  const original = money.original ?? invoice.reference;
  const of = totals.get(original);
  if (of === undefined) return `${invoice.reference} credits ${original}, which was never issued`;
  if (asked < 0n || of.asked < credited(original)) return `${original} asked ${of.asked}, and ${credited(original)} is credited`;
  if (of.paid > of.asked) return `${original} asked ${of.asked}, and ${of.paid} is paid`;
  if (invoice.status === "paid" && of.paid + credited(original) < of.asked && invoice.alreadyPaid === undefined)
    return `${original} is paid too early`;
  return undefined;
}

interface KeptInvoice {
  readonly reference: string;
  readonly kind: string;
  readonly status: string;
  readonly issue?: object;
  readonly alreadyPaid?: object;
  readonly lines: readonly { readonly amountCents: number; readonly vatRate: number }[];
  readonly penalty?: { readonly amountCents: number };
  readonly deposits: readonly { readonly amountCents: number }[];
  readonly payments: readonly { readonly amountCents: number }[];
  readonly credits?: { readonly reference: string };
}

function sameBooking(one: Row, other: Row): boolean {
  return (
    one.resource === other.resource && one.starts_at === other.starts_at && one.kind === other.kind && one.reference === other.reference
  );
}

function keepBooking(kept: Map<string, Row[]>, { before, after }: Change, booked: Row[], freed: Row[]): void {
  if (before !== undefined) {
    freed.push(before);
    const rows = kept.get(String(before.resource)) ?? [];
    kept.set(
      String(before.resource),
      rows.filter((row) => !sameBooking(row, before)),
    );
  }
  if (after === undefined) return;
  kept.set(String(after.resource), [...(kept.get(String(after.resource)) ?? []), after]);
  booked.push(after);
}

/** Is a person or a room that was just taken taken by something else. */
function overlapped(kept: ReadonlyMap<string, readonly Row[]>, row: Row): string | undefined {
  const rows = kept.get(String(row.resource)) ?? [];
  if (!rows.some((one) => sameBooking(one, row))) return undefined;
  const other = rows.find(
    (one) =>
      (one.kind !== row.kind || one.reference !== row.reference) &&
      String(one.starts_at) < String(row.ends_at) &&
      String(row.starts_at) < String(one.ends_at),
  );
  return other && `${row.resource} is taken by ${row.reference} and ${other.reference} on ${row.starts_at}`;
}
