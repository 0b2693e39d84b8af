import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exitCodes } from "../../../packages/bot/src/fronts/console/exit-codes.js";
import { helpText } from "../../../packages/bot/src/fronts/console/help.js";
import { personOrNobody } from "../../../packages/bot/src/fronts/console/person.js";
import { runOnce } from "../../../packages/bot/src/fronts/console/run.js";
import { openConsoleDesk, recorded } from "./founded.js";

let desk: Awaited<ReturnType<typeof openConsoleDesk>>;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kairos-run-"));
  desk = await openConsoleDesk(join(folder, "documents"));
});
afterAll(async () => {
  await desk.close();
  await rm(folder, { recursive: true });
});

async function run(line: string, as = "gestionnaire", json = false) {
  const output = recorded();
  return { code: await runOnce(desk, { line, actor: personOrNobody(as), json }, output), ...output };
}

describe("one command from a script", () => {
  it.each([
    [exitCodes.done, "/devis liste", "gestionnaire"],
    [exitCodes.done, "/aide", "inconnu"],
    [exitCodes.refused, "/devis verifier reference:DEV-2026-0001", "gestionnaire"],
    [exitCodes.refused, "/devis soumettre reference:DEV-2026-0001", "gestionnaire"],
    [exitCodes.usage, "/devis verfier", "gestionnaire"],
    [exitCodes.usage, "/devis verifier", "gestionnaire"],
    [exitCodes.usage, `/devis frais reference:DEV-2026-0001 ligne:deux`, "gestionnaire"],
    [exitCodes.denied, "/devis approuver reference:DEV-2026-0001", "assistant"],
    [exitCodes.denied, "/devis liste", "inconnu"],
  ])("ends with %i: %s as %s", async (code, line, as) => {
    const { code: got, said } = await run(line, as);
    expect({ code: got, silent: said.length === 0 }).toEqual({ code, silent: false });
    const { code: same, said: printed } = await run(line, as, true);
    expect(same).toBe(code);
    expect(JSON.parse(printed.join("\n"))).toMatchObject({ exitCode: code });
  });

  it("reports a failure as our own fault", async () => {
    const output = recorded();
    const broken = {
      ...desk,
      dispatch: () =>
        Promise.resolve({ outcome: "failed", reply: { outcome: "refused" }, files: [], visibility: "private", trace: "x" } as const),
    };
    expect(await runOnce(broken, { line: "/devis liste", actor: personOrNobody("a"), json: false }, output)).toBe(exitCodes.failed);
  });

  it("gives stable codes, raw values, the words and the remedy as JSON", async () => {
    const { said } = await run("/devis verifier reference:DEV-2026-0001", "gestionnaire", true);
    const report = JSON.parse(said.join("\n"));
    expect(Object.keys(report)).toEqual(
      expect.arrayContaining(["command", "outcome", "exitCode", "trace", "lines", "fields", "problems", "next", "documents"]),
    );
    expect(report).toMatchObject({ command: "devis verifier", outcome: "done", exitCode: 1 });
    const mixed = report.problems.find(({ code }: { code: string }) => code === "quote.ancillary-not-split");
    expect(mixed).toMatchObject({
      severity: "error",
      path: ["lines", 1, "kind"],
      remedy: "/devis frais reference:DEV-2026-0001 ligne:2 nature:annexe",
    });
    expect(Object.keys(mixed)).toEqual(["code", "severity", "path", "params", "what", "why", "mend", "remedy"]);
  });

  it("writes the documents and says where", async () => {
    const { said } = await run("/devis pdf reference:DEV-2026-0001", "gestionnaire", true);
    const { documents } = JSON.parse(said.join("\n"));
    expect(await readdir(join(folder, "documents"))).toEqual(
      documents.map((path: string) => path.slice(folder.length + "/documents/".length)),
    );
    expect((await readFile(documents[0])).subarray(0, 5).toString()).toBe("%PDF-");
  });

  it("says that the act is recorded when the document cannot be written", async () => {
    const output = recorded();
    const full = { ...desk, documents: "/dev/null/documents" };
    expect(
      await runOnce(full, { line: "/devis pdf reference:DEV-2026-0001", actor: personOrNobody("gestionnaire"), json: false }, output),
    ).toBe(exitCodes.failed);
    expect(output.said.join(" ")).toContain("L'acte est enregistré, mais le document");
  });

  it("documents every exit code in both languages", () => {
    for (const language of ["fr", "en"] as const) {
      for (const code of Object.values(exitCodes))
        expect(helpText(language).some((row) => new RegExp(`^  ${code} +\\S`).test(row))).toBe(true);
    }
    expect(helpText("en").join("\n")).not.toMatch(/[éèà]/);
  });
});
