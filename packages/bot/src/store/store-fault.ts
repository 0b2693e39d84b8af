/** Why the database could not do what was asked, where somebody can mend it. */
export type StoreFault = "full" | "busy" | "disk";

/** Nothing for what no driver said: our own fault. */
export function storeFaultOf(error: unknown): StoreFault | undefined {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return Object.hasOwn(faults, code) ? faults[code as keyof typeof faults] : undefined;
}

const faults = {
  SQLITE_FULL: "full",
  SQLITE_BUSY: "busy",
  SQLITE_LOCKED: "busy",
  SQLITE_IOERR: "disk",
  SQLITE_READONLY: "disk",
  SQLITE_CANTOPEN: "disk",
  SQLITE_CORRUPT: "disk",
} as const satisfies Readonly<Record<string, StoreFault>>;
