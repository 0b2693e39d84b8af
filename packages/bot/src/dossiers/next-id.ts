import type { Store } from "../store/store.js";

/** The next number of a series of the desk: `H-0007`, `RDV-2026-0001`. */
export async function nextId(store: Pick<Store, "counters">, series: string): Promise<string> {
  return `${series}-${(await store.counters.next(series)).toString().padStart(4, "0")}`;
}
