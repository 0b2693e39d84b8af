import { readHead, writeHead } from "@kairos/core";
import { expect, it } from "vitest";
import { trailOf } from "../../examples/trail.js";

const head = { sequence: 42, hash: trailOf(1)[0]?.hash ?? "" };

it("a head is read as it was written, or copied with what stands around it", () => {
  const written = writeHead(head);
  expect(written).toBe(`42:${head.hash}`);
  for (const text of [written, ` ${written}\n`, written.toUpperCase(), `« ${written} »`, `\`${written}\``, `42: ${head.hash}`]) {
    expect(readHead(text)).toEqual({ ok: true, value: head });
  }
});

it.each([
  "",
  "42",
  head.hash,
  `0:${head.hash}`,
  `-1:${head.hash}`,
  `42:${head.hash}0`,
  `42:${"g".repeat(64)}`,
  `${"9".repeat(20)}:${head.hash}`,
])("what is no head is said to be none: %s", (text) => {
  expect(readHead(text)).toMatchObject({ ok: false, problems: [{ code: "audit.head-unreadable" }] });
});
