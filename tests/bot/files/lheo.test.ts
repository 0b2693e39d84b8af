import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Course, lheoOf, type Session } from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLheo } from "../../../packages/bot/src/files/lheo.js";
import { writeXml } from "../../../packages/bot/src/files/xml.js";
import { sayable } from "../../core/sessions/lheo/generators.js";
import { aProvider, today } from "../../examples/index.js";

const schema = process.env.KAIROS_LHEO_XSD;

describe("what is written in LHEO", () => {
  it("is read back whole", async () => {
    await fc.assert(
      fc.asyncProperty(sayable, async ({ course, sessions }) => {
        const { text, partly } = catalogue([course], sessions);
        expect(partly).toEqual([]);
        const read = await readLheo(Buffer.from(text), { today, taxed: false });
        const entries = read.ok ? read.value.entries : [];
        expect(entries.flatMap(({ problems }) => problems.filter(({ severity }) => severity === "error"))).toEqual([]);
        expect(valuesOf(entries, "course")).toEqual([course]);
        expect(byReference(valuesOf(entries, "session") as Session[])).toEqual(byReference(sessions));
      }),
      { numRuns: 150 },
    );
  });

  // The schema belongs to its authors and is not kept here: say where it is to have it asked.
  it.skipIf(schema === undefined)("is what the official schema asks for", () => {
    const folder = mkdtempSync(join(tmpdir(), "kairos-lheo-"));
    fc.assert(
      fc.property(sayable, ({ course, sessions }) => {
        const file = join(folder, "catalogue.xml");
        writeFileSync(file, catalogue([course], sessions).text);
        const { status, stderr } = spawnSync("xmllint", ["--noout", "--schema", schema ?? "", file], { encoding: "utf8" });
        expect(status, stderr).toBe(0);
      }),
      { numRuns: 40 },
    );
  });
});

function catalogue(courses: readonly Course[], sessions: readonly Session[]) {
  const written = lheoOf(aProvider(), new Map(courses.map((course) => [course.reference, course])), sessions);
  if (!written.ok) throw new Error(JSON.stringify(written.problems));
  return { text: writeXml(written.value.root), partly: written.value.partly };
}

function valuesOf(entries: readonly { readonly kind: string; readonly value?: unknown }[], kind: string): readonly unknown[] {
  return entries.flatMap((entry) => (entry.kind === kind && entry.value !== undefined ? [entry.value] : []));
}

function byReference(sessions: readonly Session[]): readonly Session[] {
  return [...sessions].sort((a, b) => a.reference.localeCompare(b.reference, "en", { numeric: true }));
}
