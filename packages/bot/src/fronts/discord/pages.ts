/** Rows shown at once. */
const pageSize = 10;

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** From zero. */
  readonly page: number;
  readonly pages: number;
}

/** One page of a list; out of range, the nearest. */
export function pageOf<Row>(rows: readonly Row[], page: number): Page<Row> {
  const pages = Math.max(1, Math.ceil(rows.length / pageSize));
  const shown = Math.min(Math.max(0, page), pages - 1);
  return { rows: rows.slice(shown * pageSize, (shown + 1) * pageSize), page: shown, pages };
}
