import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** One folder for a run of the tests, in memory when the machine has a place there; gone with all it holds when the run ends. */
export async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "kairos-tests-"));
  process.env.KAIROS_TEST_FOLDER = folder;
  return () => rm(folder, { recursive: true, force: true });
}
