import { calledInvoice, fold, type Invoice, type InvoiceDocument, type IssuedInvoice, invoiceSchema, isIssued } from "@kairos/core";
import { decode, encode, shelf } from "./aggregates.js";
import type { Knex } from "./driver.js";
import type { InvoiceFilter } from "./invoice-words.js";
import { among, holding, latest, within } from "./queries.js";
import type { Scope, Store } from "./store.js";

export const invoiceKind = { table: "invoices", key: "reference", schema: invoiceSchema };

/** Drafts and issued invoices, the last prepared first; what was issued is kept beside, once and for all. */
export function invoicesIn(trx: Knex.Transaction, workspace: string, scope: Scope): Store["invoices"] {
  const invoices = shelf(invoiceKind, trx, workspace, scope);
  const issued = () => within(trx("issued_invoices").where({ workspace }), scope);
  /** Numbers belong to the workspace: an establishment out of scope has taken some of them. */
  const numbers = (series: string) => trx("issued_invoices").where({ workspace, series });
  return {
    get: async (named) => {
      const [byNumber] = await invoices.read(invoices.rows().where({ number: named }).limit(1));
      return byNumber ?? invoices.get(named);
    },
    save: (invoice) => invoices.put(invoice, columnsOf(invoice)),
    list: (filter = {}) => invoices.read(latest(narrowed(holding(invoices.rows(), filter.search), filter), filter.limit)),
    related: async ({ reference, sessionReference, order, quote }) => {
      const rows = invoices
        .rows()
        .whereNot({ reference })
        .where((either) => {
          either.where({ session_reference: sessionReference });
          if (order !== undefined) either.orWhere({ order_reference: order });
          if (quote !== undefined) either.orWhere({ quote_reference: quote });
        });
      return invoices.read(rows.orderBy("position"));
    },
    seal: async ({ invoice, document }) => {
      const { reference, siret, issue } = invoice;
      if (scope !== "all" && !scope.includes(siret)) throw new Error(`invoices ${reference} is of an establishment out of scope`);
      const { number, series, year, rank, issuedOn } = issue;
      const kept = { invoice: encode(invoiceKind, reference, invoice), document: JSON.stringify(document) };
      await trx("issued_invoices").insert({ workspace, siret, number, series, year, rank, issued_on: issuedOn, ...kept });
    },
    sealed: async (number) => {
      const row: SealedRow | undefined = await issued().where({ number }).first("number", "invoice", "document");
      return row && { invoice: sealedInvoice(row), document: JSON.parse(row.document) as InvoiceDocument };
    },
    issuedIn: async (year) => {
      const rows: readonly SealedRow[] = await issued().where({ year }).orderBy(["series", "rank"]).select("number", "invoice");
      const kept = await invoices.read(
        among(
          invoices.rows(),
          "number",
          rows.map(({ number }) => number),
        ),
      );
      const byNumber = new Map(kept.map((invoice) => [calledInvoice(invoice), invoice]));
      return rows.map((row) => ({ sealed: sealedInvoice(row), kept: byNumber.get(row.number) }));
    },
    numbers: async (series, year) => {
      const rows: readonly NumberRow[] = await numbers(series).where({ year }).orderBy("rank").select(numberColumns);
      return rows.map(takenOf);
    },
    lastNumber: async (series) => {
      const row: NumberRow | undefined = await numbers(series)
        .orderBy([
          { column: "year", order: "desc" },
          { column: "rank", order: "desc" },
        ])
        .first(numberColumns);
      return row && takenOf(row);
    },
  };
}

function sealedInvoice({ number, invoice: data }: Pick<SealedRow, "number" | "invoice">): IssuedInvoice {
  const invoice = decode(invoiceKind, { key: number, data });
  if (!isIssued(invoice)) throw new Error(`issued_invoices ${number} has no number`);
  return invoice;
}

interface SealedRow {
  readonly number: string;
  readonly invoice: string;
  readonly document: string;
}

interface NumberRow {
  readonly number: string;
  readonly rank: number;
  readonly issued_on: string;
}

const numberColumns = ["number", "rank", "issued_on"];

function takenOf({ number, rank, issued_on: issuedOn }: NumberRow) {
  return { number, rank, issuedOn };
}

/** Statuses of an issued invoice that still awaits something. */
const openStatuses = ["issued", "deposited", "received", "rejected", "part-paid"];

function narrowed(rows: Knex.QueryBuilder, { status, kind, sessionReference, isOpen }: InvoiceFilter): Knex.QueryBuilder {
  if (status !== undefined) rows.where({ status });
  if (kind !== undefined) rows.where({ kind });
  if (sessionReference !== undefined) rows.where({ session_reference: sessionReference });
  if (isOpen === true) rows.whereIn("status", openStatuses).whereNot({ kind: "credit-note" });
  return rows;
}

function columnsOf(invoice: Invoice) {
  const { reference, siret, status, kind, customerSiret, sessionReference, order, quote, issue, title } = invoice;
  return {
    reference,
    siret,
    status,
    kind,
    number: issue?.number,
    customer_siret: customerSiret,
    session_reference: sessionReference,
    order_reference: order,
    quote_reference: quote,
    issued_on: issue?.issuedOn,
    due_on: issue?.dueOn,
    search: fold(`${calledInvoice(invoice)} ${reference} ${title} ${sessionReference}`),
  };
}
