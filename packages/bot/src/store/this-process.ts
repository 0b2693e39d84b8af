import { hostname } from "node:os";

/** What tells this process from others, here and on other machines. A server keeps 63 bytes of a connection's name. */
export const thisProcess = `${process.pid}@${hostname()}`;

/** The name of its connections. */
export function connectionName(process: string): string {
  return `kairos ${process}`.slice(0, 63);
}
