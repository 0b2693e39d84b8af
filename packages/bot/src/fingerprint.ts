import { createHash } from "node:crypto";

/** SHA-256, in hexadecimal, of a value as JSON writes it: two values with the same fingerprint say the same. */
export function fingerprintOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}
