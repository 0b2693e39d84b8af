import { catalogue, type ProblemCode, rowOf, say } from "@kairos/core";
import { expect, it } from "vitest";
import { samples } from "./sentences.js";

const codes = Object.values(catalogue).flatMap((table) => Object.keys(table) as ProblemCode[]);

it("says in French what tests/sentences.txt shows, for every form that a sentence takes", async () => {
  const lines = [...new Set(codes)].flatMap((code) => {
    const forms = samples[code].map((params) => Object.values(say({ code, severity: rowOf(code).severity, path: [], params })).join(" | "));
    return [`${code} (${rowOf(code).severity}, ${rowOf(code).source})`, ...forms.map((form) => `  ${form}`)];
  });
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("../../sentences.txt");
});
