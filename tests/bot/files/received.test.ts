import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkFile, mostFileBytes, notAFile } from "../../../packages/bot/src/files/received.js";
import { aJpeg, aPdf, aPng } from "./samples.js";

const check = (name: string, bytes: Uint8Array) => checkFile({ name, bytes }, ["document"]);
const faultOf = (name: string, bytes: Uint8Array) => {
  const checked = check(name, bytes);
  return checked.ok ? "none" : checked.problems.map(({ code, params }) => ("fault" in params ? params.fault : code)).join();
};
const bytesOf = (text: string) => Buffer.from(text, "latin1");

describe("a received file", () => {
  it.each([
    ["devis.pdf", aPdf(), "application/pdf"],
    ["DEVIS.PDF", aPdf(), "application/pdf"],
    ["écran.png", aPng(), "image/png"],
    ["photo.jpg", aJpeg(), "image/jpeg"],
    ["photo.JPEG", aJpeg({ frame: 0xc2 }), "image/jpeg"],
    ["a0.png", aPng({ width: 20_000, height: 5_000 }), "image/png"],
    ["après-fin.png", Buffer.concat([aPng(), Buffer.alloc(5_000)]), "image/png"],
  ])("%s is taken for what it is", (name, bytes, mediaType) => {
    expect(check(name, bytes)).toEqual({ ok: true, value: { kind: "document", name, bytes, mediaType } });
  });

  it.each([
    ["empty", "vide.pdf", new Uint8Array()],
    ["too-heavy", "gros.pdf", new Uint8Array(mostFileBytes + 1)],
    ["unknown-type", "page.pdf", bytesOf("<html><script>alert(1)</script>%PDF-1.7 %%EOF")],
    ["unknown-type", "programme.exe", bytesOf("MZ\x90\0")],
    ["unknown-type", "dessin.png", bytesOf('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ["unknown-type", "décalé.pdf", Buffer.concat([Buffer.alloc(10), aPdf()])],
    ["not-what-it-says", "devis.exe", aPdf()],
    ["not-what-it-says", "devis.pdf.exe", aPdf()],
    ["not-what-it-says", "devis.pdf", aPng()],
    ["not-what-it-says", "devis.pdf", aJpeg()],
    ["not-what-it-says", "devis", aPdf()],
    ["not-what-it-says", "", aPdf()],
    ["not-what-it-says", "coupé.pdf", aPdf().subarray(0, 30)],
    ["not-what-it-says", "rallongé.pdf", Buffer.concat([aPdf(), Buffer.alloc(2_000)])],
    ["not-what-it-says", "coupé.png", aPng().subarray(0, 40)],
    ["not-what-it-says", "coupé.png", aPng().subarray(0, 10)],
    ["not-what-it-says", "sans-image.jpg", bytesOf("\xff\xd8\xff\xe0\x00\x04ab\xff\xd9\0\0\0\0\0\0\0\0")],
    ["not-what-it-says", "coupé.jpg", aJpeg().subarray(0, 20)],
    ["not-what-it-says", "perdu.jpg", bytesOf(`\xff\xd8\xff\xe0\x00\x02${"x".repeat(40)}`)],
    ["not-what-it-says", "deux.png", aPng({ rest: "%PDF-1.7" })],
    ["not-what-it-says", "deux.jpg", aJpeg({ before: "%PDF-1.7" })],
    ["not-what-it-says", "nulle.jpg", aJpeg({ height: 0 })],
    ["too-large", "bombe.png", aPng({ width: 20_001, height: 1 })],
    ["too-large", "bombe.png", aPng({ width: 20_000, height: 5_001 })],
    ["too-large", "bombe.png", aPng({ width: 0xffffffff, height: 0xffffffff })],
    ["not-what-it-says", "nulle.png", aPng({ width: 0, height: 10 })],
    ["too-large", "bombe.jpg", aJpeg({ width: 65_535, height: 65_535 })],
  ])("is refused as %s: %s", (fault, name, bytes) => {
    expect(faultOf(name, bytes)).toBe(fault);
  });

  it("may weigh exactly what is allowed", () => {
    const padding = " ".repeat(mostFileBytes - aPdf("").byteLength);
    expect(faultOf("juste.pdf", aPdf(padding))).toBe("none");
    expect(faultOf("juste.pdf", aPdf(`${padding} `))).toBe("too-heavy");
  });

  it.each([
    ["../../etc/devis.pdf", "devis.pdf"],
    ["C:\\Users\\Léa\\devis.pdf", "devis.pdf"],
    ["devis\u0000.pdf", "devis.pdf"],
    ["de\u202evis\u2066.pdf\u200b", "devis.pdf"],
    ["  devis\t\n 2 .pdf ", "devis 2 .pdf"],
    ["\ud800devis.pdf", "devis.pdf"],
    ["e\u0301te\u0301.pdf", "été.pdf"],
  ])("%j is called %j", (name, expected) => {
    const checked = check(name, aPdf());
    expect(checked.ok && checked.value.name).toBe(expected);
  });

  it("hidden behind a mark that turns its name around is judged by its true name", () => {
    expect(faultOf("devis\u202efdp.exe", aPdf())).toBe("not-what-it-says");
    expect(faultOf("devis.pdf\u0000.exe", aPdf())).toBe("not-what-it-says");
    expect(faultOf("devis.exe/", aPdf())).toBe("not-what-it-says");
  });

  it("named by a social security number is refused, and the number is not shown back", () => {
    for (const name of ["1 85 05 78 006 084 91.pdf", "carte_185057800608491.pdf"]) {
      const checked = check(name, aPdf());
      expect(checked).toMatchObject({ ok: false, problems: [{ code: "id.nir-detected", params: {} }] });
      expect(notAFile(name, "unreachable")).toMatchObject({ code: "id.nir-detected", params: {} });
    }
  });

  it("says when a PDF may ask for a password", () => {
    const checked = check("devis.pdf", aPdf("trailer << /Encrypt 4 0 R >>"));
    expect(checked).toMatchObject({ ok: true, value: { encrypted: true } });
  });

  it("never throws and never takes another type for its own, whatever the bytes", () => {
    const names = fc.constantFrom("a.pdf", "a.png", "a.jpg", "a", "../a.pdf");
    const starts = fc.constantFrom(aPdf(), aPng(), aJpeg(), new Uint8Array());
    fc.assert(
      fc.property(
        fc.oneof(names, fc.string({ unit: "binary" })),
        starts,
        fc.uint8Array({ maxLength: 60 }),
        fc.nat(200),
        (name, start, noise, at) => {
          const bytes = Buffer.concat([start.subarray(0, at), noise, start.subarray(at)]);
          const checked = check(name, bytes);
          if (!checked.ok) expect(checked.problems).toHaveLength(1);
          else
            expect(checked.value.name).toMatch(
              { "application/pdf": /\.pdf$/i, "image/png": /\.png$/i, "image/jpeg": /\.jpe?g$/i }[checked.value.mediaType],
            );
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
