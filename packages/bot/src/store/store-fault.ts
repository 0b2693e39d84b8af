/** Why the database could not do what was asked, where somebody can mend it. */
export type StoreFault = "full" | "busy" | "disk" | "unreachable";

/** Nothing for what no driver said: our own fault. */
export function storeFaultOf(error: unknown): StoreFault | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = "code" in error ? String(error.code) : error.name;
  if (Object.hasOwn(faults, code)) return faults[code as keyof typeof faults];
  return /^(08|57P)/.test(code) ? "unreachable" : undefined;
}

const faults = {
  SQLITE_FULL: "full",
  SQLITE_BUSY: "busy",
  SQLITE_LOCKED: "busy",
  SQLITE_IOERR: "disk",
  SQLITE_READONLY: "disk",
  SQLITE_CANTOPEN: "disk",
  SQLITE_CORRUPT: "disk",
  // PostgreSQL: https://www.postgresql.org/docs/current/errcodes-appendix.html, whose classes 08 and 57P are connections that end.
  "53100": "full",
  "40001": "busy",
  "40P01": "busy",
  "53300": "busy",
  "55P03": "busy",
  "57014": "busy",
  "58030": "disk",
  XX001: "disk",
  XX002: "disk",
  ECONNREFUSED: "unreachable",
  ECONNRESET: "unreachable",
  ENOTFOUND: "unreachable",
  ETIMEDOUT: "unreachable",
  EPIPE: "unreachable",
  KnexTimeoutError: "unreachable",
} as const satisfies Readonly<Record<string, StoreFault>>;
