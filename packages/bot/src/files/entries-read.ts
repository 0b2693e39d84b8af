import type { CatalogueEntry } from "@kairos/core";

/** The entries of a file as they are read. Of the first faulty ones all is kept that is to say; the others are only counted. */
export function entriesRead() {
  const entries: CatalogueEntry[] = [];
  let faulty = 0;
  return {
    entries,
    add(entry: CatalogueEntry): void {
      if (entry.value === undefined) faulty += 1;
      entries.push(entry.value === undefined && faulty > mostDetailed ? { ...entry, problems: [] } : entry);
    },
  };
}

/** Faulty entries that are told in detail: beyond them nobody reads, and the memory fills. */
export const mostDetailed = 2000;
