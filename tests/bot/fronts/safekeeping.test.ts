import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { readArguments } from "../../../packages/bot/src/fronts/console/arguments.js";
import { keepSafe } from "../../../packages/bot/src/fronts/console/safekeeping.js";
import { aTestFile, withDatabase } from "../store/files.js";
import { enterQuote, now, sha256 } from "../store/fixtures.js";

/** What `npm run backup` or `restore` prints, by exit code. */
async function run(data: string, ...argv: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
  const read = readArguments(argv);
  if (!read.ok) throw new Error(read.fault.fr);
  const { mode } = read.asked;
  if (mode !== "backup" && mode !== "restore") throw new Error(mode);
  const lines: string[] = [];
  const output = { say: (row: string) => void lines.push(row), remark: (row: string) => void lines.push(row), colours: false, width: 100 };
  const parts = { config: { data, language: read.asked.language ?? "fr", database: undefined }, output, now, digest: sha256 } as const;
  return { code: await keepSafe({ ...read.asked, mode }, parts), said: lines.join("\n") };
}

describe("npm run backup and restore", () => {
  it("say what was done, where, and what to do next", async () => {
    const data = dirname(await aTestFile());
    expect((await run(data, "backup")).said).toContain(`Il n'y a pas de données dans « ${data} »`);
    await withDatabase(join(data, "desk.sqlite"), (database) => enterQuote(database, "one"));
    const made = await run(data, "backup");
    expect(made).toMatchObject({ code: 0 });
    const file = join(data, "sauvegardes", "kairos-2026-11-20-090000Z.sqlite");
    expect(made.said).toContain(`✔ Sauvegarde faite et vérifiée : ${file}`);
    expect(made.said).toContain("0 stagiaire et 1 devis ; journal intact, 1 entrée.");
    expect(made.said).toContain("copiez-la ailleurs");
    const refused = await run(data, "restore", file);
    expect(refused.code).toBe(1);
    expect(refused.said).toContain(`npm run restore -- ${file} --replace`);
    const restored = await run(data, "restore", file, "--replace");
    expect(restored.code).toBe(0);
    expect(restored.said).toContain("Données remises en place et vérifiées");
    expect(restored.said).toContain("avant-restauration-2026-11-20-090000Z.sqlite");
    expect((await readdir(data)).sort()).toEqual(["avant-restauration-2026-11-20-090000Z.sqlite", "desk.sqlite", "sauvegardes"]);
    expect((await run(data, "restore", join(data, "rien.sqlite"), "--lang", "en")).said).toContain("is not found: nothing was done");
  });

  it.each([[["backup", "a", "b"]], [["restore"]], [["restore", "a", "b"]], [["backup", "--replace"]], [["run", "/aide", "--replace"]]])(
    "%j is mistyped",
    (argv) => {
      expect(readArguments(argv).ok).toBe(false);
    },
  );
});
