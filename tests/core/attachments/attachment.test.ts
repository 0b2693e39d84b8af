import { type Attachment, attachmentKindLabels, attachmentKinds, attachmentSchema, parse } from "@kairos/core";
import { describe, expect, it } from "vitest";

const sound: Attachment = attachmentSchema.parse({
  id: "P-0001",
  siret: "99900014400017",
  object: "DEV-2026-0001",
  kind: "second-quote",
  fileName: "devis-comparatif.pdf",
  mediaType: "application/pdf",
  bytes: 1,
  digest: "0a".repeat(32),
  addedBy: "lea",
  addedOn: "2026-11-16",
});

describe("an attachment", () => {
  it("is read back as it was written", () => {
    const removed = { ...sound, note: "page 2", removedBy: "lea", removedOn: "2026-11-17" };
    for (const attachment of [sound, removed]) expect(parse(attachmentSchema, attachment)).toEqual({ ok: true, value: attachment });
  });

  it.each([
    ["id", "P-1"],
    ["id", "D-0001"],
    ["object", "le devis"],
    ["kind", "medical"],
    ["fileName", "été.pdf"],
    ["fileName", "../devis.pdf"],
    ["fileName", "-rf.pdf"],
    ["fileName", ".pdf"],
    ["fileName", `${"a".repeat(97)}.pdf`],
    ["fileName", "a.pdf\n"],
    ["mediaType", "image/svg+xml"],
    ["bytes", 0],
    ["digest", "0A".repeat(32)],
    ["digest", "0a".repeat(31)],
    ["note", "a\u202eb"],
    ["addedBy", ""],
    ["addedOn", "16/11/2026"],
  ])("whose %s is %j is none", (field, value) => {
    const read = parse(attachmentSchema, { ...sound, [field]: value });
    expect(read.ok ? [] : read.problems.map(({ path }) => path.join("."))).toEqual([field]);
  });

  it("has a kind that people read, and none for what a quote never asks for", () => {
    expect(Object.keys(attachmentKindLabels)).toEqual(attachmentKinds);
    const words = Object.values(attachmentKindLabels).flatMap(({ fr, en }) => [fr, en]);
    expect(words.filter((word) => /sant|health|m[ée]dic|handicap|banc|bank|rib|iban|identit|passeport|passport/i.test(word))).toEqual([]);
  });
});
