import type { Knex } from "./driver.js";
import type { Store } from "./store.js";

/** Numbers without a gap: an undone transaction gives its number back. */
export function countersIn(trx: Knex.Transaction, workspace: string): Store["counters"] {
  return {
    next: async (series) => {
      const rows: readonly { value: number }[] = await trx("counters")
        .insert({ workspace, series, value: 1 })
        .onConflict(["workspace", "series"])
        .merge({ value: trx.raw("counters.value + 1") })
        .returning("value");
      const [row] = rows;
      if (row === undefined) throw new Error(`The counter ${series} gave no number`);
      return row.value;
    },
  };
}
