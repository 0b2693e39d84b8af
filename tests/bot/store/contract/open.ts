import { afterEach, beforeEach } from "vitest";
import type { Database } from "../../../../packages/bot/src/store/store.js";
import type { Opening } from "../contract.js";

/** Opens before each test and closes after it. */
export function fresh(open: Opening): () => Database {
  let opened: Awaited<ReturnType<Opening>> | undefined;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(async () => {
    await opened?.database.close();
    await opened?.remove();
  });
  return () => {
    if (opened === undefined) throw new Error("No test is running");
    return opened.database;
  };
}
