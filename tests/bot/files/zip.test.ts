import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { undated } from "../../../packages/bot/src/files/undated.js";
import { zipOf } from "../../../packages/bot/src/files/zip.js";
import { unpacked } from "./unzip.js";

const anArchive = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,49}$/), fc.uint8Array({ maxLength: 300 })), {
  maxLength: 20,
  selector: ([name]) => name,
});

describe("a ZIP of files as they are", () => {
  it("gives back every file, whole and in order", () => {
    fc.assert(
      fc.property(anArchive, (files) => {
        const read = unpacked(zipOf(files.map(([name, bytes]) => ({ name, bytes }))));
        expect([...read].map(([name, bytes]) => [name, new Uint8Array(bytes)])).toEqual(files);
      }),
    );
  });

  it("is undated: the same files are the same bytes", () => {
    const files = [
      { name: "facture.pdf", bytes: Buffer.from("%PDF-1.7") },
      { name: "vide.txt", bytes: new Uint8Array() },
    ];
    const archive = Buffer.from(zipOf(files));
    expect(undated(Buffer.from(archive)).equals(archive)).toBe(true);
    expect(archive.equals(Buffer.from(zipOf(files)))).toBe(true);
    expect(archive.subarray(0, 4).toString("hex")).toBe("504b0304");
  });
});
