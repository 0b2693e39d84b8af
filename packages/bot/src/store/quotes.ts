import { fold, type Quote, type QuoteDocument, type QuoteSummary, quoteSchema, quoteTotals } from "@kairos/core";
import { decode, encode, shelf } from "./aggregates.js";
import type { Knex } from "./driver.js";
import { among, holding, latest, within } from "./queries.js";
import type { QuoteFilter, Scope, Store } from "./store.js";

export const quoteKind = { table: "quotes", key: "reference", schema: quoteSchema };

/** The quotes, the last entered first, and their versions as they left the draft. */
export function quotesIn(trx: Knex.Transaction, workspace: string, scope: Scope): Store["quotes"] {
  const quotes = shelf(quoteKind, trx, workspace, scope);
  return {
    get: (reference) => quotes.get(reference),
    save: (quote) => quotes.put(quote, columnsOf(quote)),
    list: (filter = {}) => quotes.read(latest(holding(quotes.rows().where(equalities(filter)), filter.search), filter.limit)),
    related: async ({ reference, traineeId, sessionReference }) => {
      const having = (column: string, value: string) =>
        quotes
          .rows()
          .where({ [column]: value })
          .whereNot({ reference })
          .select(summaryColumns);
      const searches = [
        ...(traineeId === undefined ? [] : [having("trainee_id", traineeId)]),
        ...(sessionReference === undefined ? [] : [having("session_reference", sessionReference)]),
      ];
      const [first, ...others] = searches;
      if (first === undefined) return [];
      // A union of two searches: for an `or`, SQLite walks every quote of the workspace.
      const rows: readonly SummaryRow[] = await first.union(others).orderBy("position", "desc");
      return rows.map(summaryOf);
    },
    ofSessions: async (references) => {
      const rows: readonly SummaryRow[] = await among(quotes.rows(), "session_reference", references).select(summaryColumns);
      return rows.map(summaryOf);
    },
    hourlyCostsOf: (title, except) =>
      latest(quotes.rows(), 50)
        .where({ title: fold(title) })
        .whereNot({ reference: except })
        .whereNotNull("hourly_cents")
        .pluck("hourly_cents"),
    seal: async ({ version, quote, document }, reference) => {
      const { siret } = quote;
      if ((await quotes.get(reference))?.siret !== siret) throw new Error(`quotes ${reference} is not in scope: no version of it is kept`);
      const sealed = { quote: encode(quoteKind, reference, quote), document: JSON.stringify(document) };
      const row = { workspace, siret, reference, version, ...sealed };
      await trx("quote_versions").insert(row).onConflict(["workspace", "reference", "version"]).merge(["quote"]);
    },
    versions: async (reference) => {
      const rows: readonly VersionRow[] = await within(trx("quote_versions").where({ workspace, reference }), scope).orderBy("version");
      return rows.map((row) => ({
        version: row.version,
        quote: decode(quoteKind, { key: reference, data: row.quote }),
        document: JSON.parse(row.document) as QuoteDocument,
      }));
    },
  };
}

interface VersionRow {
  readonly version: number;
  readonly quote: string;
  readonly document: string;
}

interface SummaryRow {
  readonly position: number;
  readonly reference: string;
  readonly scheme: Quote["scheme"];
  readonly status: Quote["status"];
  readonly trainee_id: string | null;
  readonly session_reference: string | null;
  readonly starts_on: string | null;
  readonly ends_on: string | null;
}

const summaryColumns = ["position", "reference", "scheme", "status", "trainee_id", "session_reference", "starts_on", "ends_on"];

function columnsOf(quote: Quote) {
  return {
    reference: quote.reference,
    siret: quote.siret,
    scheme: quote.scheme,
    status: quote.status,
    trainee_id: quote.traineeId,
    session_reference: quote.sessionReference,
    starts_on: quote.startsOn,
    ends_on: quote.endsOn,
    title: fold(quote.title ?? ""),
    hourly_cents: quoteTotals(quote).hourlyCents,
    search: fold(`${quote.reference} ${quote.title ?? ""}`),
  };
}

function summaryOf(row: SummaryRow): QuoteSummary {
  return {
    reference: row.reference,
    scheme: row.scheme,
    status: row.status,
    ...(row.trainee_id !== null && { traineeId: row.trainee_id }),
    ...(row.session_reference !== null && { sessionReference: row.session_reference }),
    ...(row.starts_on !== null && { startsOn: row.starts_on }),
    ...(row.ends_on !== null && { endsOn: row.ends_on }),
  };
}

function equalities({ status, traineeId, sessionReference }: QuoteFilter): Record<string, string> {
  return {
    ...(status !== undefined && { status }),
    ...(traineeId !== undefined && { trainee_id: traineeId }),
    ...(sessionReference !== undefined && { session_reference: sessionReference }),
  };
}
