import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { safeName } from "../../../packages/bot/src/files/safe-name.js";
import { writeDocument } from "../../../packages/bot/src/fronts/shared/write-document.js";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kairos-files-"));
});
afterEach(() => rm(folder, { recursive: true }));
const bytes = (text: string) => new TextEncoder().encode(text);
const write = async (name: string, text: string) => basename(await writeDocument(join(folder, "documents"), { name, bytes: bytes(text) }));

describe("a written document", () => {
  it("keeps the same bytes, never replaces others, and only its owner reads it", async () => {
    expect(await write("devis.pdf", "a")).toBe("devis.pdf");
    expect(await write("devis.pdf", "a")).toBe("devis.pdf");
    expect(await write("devis.pdf", "b")).toBe("devis-2.pdf");
    expect(await write("devis.pdf", "c")).toBe("devis-3.pdf");
    expect(await write("devis.pdf", "b")).toBe("devis-2.pdf");
    expect(await readFile(join(folder, "documents", "devis.pdf"), "utf8")).toBe("a");
    expect((await stat(join(folder, "documents", "devis.pdf"))).mode & 0o777).toBe(0o600);
    expect(await readdir(join(folder, "documents"))).toEqual(["devis-2.pdf", "devis-3.pdf", "devis.pdf"]);
  });

  it("is written once each by many at the same time", async () => {
    const names = await Promise.all(Array.from({ length: 20 }, (_, index) => write("devis.pdf", String(index % 5))));
    expect(new Set(names).size).toBe(5);
    expect(await readdir(join(folder, "documents"))).toHaveLength(5);
  });

  it.each([
    ["Facture n°1 été.pdf", "Facture-n-1-ete.pdf"],
    ["../../etc/passwd", "etc-passwd"],
    ["cœur.pdf", "coeur.pdf"],
    ["CON.pdf", "document-CON.pdf"],
    ["…", "document"],
    [".pdf", "document.pdf"],
    ["🧾.pdf", "document.pdf"],
  ])("%s is called %s", (name, expected) => {
    expect(safeName(name)).toBe(expected);
  });

  it("always has a plain ASCII name of its folder", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (name) => {
        expect(safeName(name)).toMatch(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,99}$/);
      }),
    );
  });
});
