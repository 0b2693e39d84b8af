import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openDatabase } from "../../../packages/bot/src/store/database.js";
import { moveToServer } from "../../../packages/bot/src/store/move.js";
import { storeFaultOf } from "../../../packages/bot/src/store/store-fault.js";
import { openDesk, openFoundedDesk } from "../desk.js";
import { nameEverywhere, traces } from "../naming.js";
import { aTestFile } from "./files.js";
import { aQuote, look, now, sha256, workspace, write } from "./fixtures.js";
import { connectionTo, type Server } from "./server.js";

/** What happens to a server, and what is left on it. */
export function serverFaults({ database: newDatabase, data }: Server): void {
  it("says that the server went away in the middle of a command, keeps nothing of it, and goes on once it is back", async () => {
    const url = await newDatabase();
    const database = await openDatabase({ url, digest: sha256 });
    const beside = await connectionTo(url);
    const cut = write(database, async ({ quotes }) => {
      await quotes.save(aQuote());
      await beside.ask(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null",
      );
      await quotes.list();
    });
    expect(storeFaultOf(await cut.catch((error) => error))).toBe("unreachable");
    expect(await look(database, ({ quotes }) => quotes.list())).toEqual([]);
    await write(database, ({ quotes }) => quotes.save(aQuote()));
    expect(await look(database, ({ quotes }) => quotes.list())).toHaveLength(1);
    await Promise.all([database.close(), beside.end()]);
  });

  it("takes long work for cut off only when the process that began it is gone, on this machine or another", async () => {
    const url = await newDatabase();
    const database = await openDatabase({ url, digest: sha256 });
    const beside = await connectionTo(url);
    const begun = { workspace, id: "d-1", actor: "u-nadia", path: "journal verifier", object: "", startedAt: now };
    await database.works.begin(begun);
    await beside.ask("update works set process = '1@elsewhere'");
    await beside.ask("set application_name = 'kairos 1@elsewhere'");
    expect(await database.works.interrupted()).toEqual([]);
    await beside.ask("set application_name = 'kairos 2@elsewhere'");
    expect(await database.works.interrupted()).toMatchObject([{ id: "d-1", startedAt: now }]);
    await Promise.all([database.close(), beside.end()]);
  });

  it("holds nothing of a person once their data is erased, in the bytes of its tables either", async () => {
    const url = await newDatabase();
    const file = await aTestFile();
    const former = await openFoundedDesk({ file });
    await nameEverywhere(former);
    await former.close();
    expect(await moveToServer({ file, url, digest: sha256 })).toMatchObject({ trails: { sound: 1, broken: 0 } });
    const beside = await connectionTo(url);
    const inBytes = async () => {
      await beside.ask("checkpoint");
      return data === undefined ? [] : namesIn(join(data, "base"));
    };
    const before = await inBytes();
    if (data !== undefined) expect(before).toContain(String(traces[0]));
    const desk = await openDesk({ url });
    const reading = await connectionTo(url);
    await reading.ask("begin isolation level repeatable read; select count(*) from trainees");
    const ended = new Promise((resolve) => setTimeout(resolve, 300)).then(() => reading.end());
    expect(await desk.type("rgc", "/donnees effacer stagiaire:T-0002")).toMatchObject({ outcome: "done" });
    await ended;
    expect(await inBytes()).toEqual([]);
    expect(await beside.ask("select count(*)::int as owed from purges_owed")).toEqual([{ owed: 0 }]);
    expect(JSON.stringify((await desk.type("gestionnaire", "/stagiaire liste")).reply)).toContain("Personne EFFACÉE");
    expect(desk.failures).toEqual([]);
    await Promise.all([desk.close(), beside.end()]);
  });
}

/** The traces found in the files of a folder and of those in it. */
async function namesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found = new Set<string>();
  for (const entry of entries.filter((one) => one.isFile())) {
    const text = (await readFile(join(entry.parentPath, entry.name))).toString("utf8").normalize("NFC");
    for (const trace of traces) if (trace.test(text)) found.add(String(trace));
  }
  return [...found];
}
