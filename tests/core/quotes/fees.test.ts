import { checkQuote } from "@kairos/core";
import { describe, expect, it } from "vitest";
import { aLine, aQuote, aQuoteSituation } from "../../examples/index.js";
import { feeLabels, trainingLabels } from "./fee-labels.js";

describe("a pedagogical line that names a fee", () => {
  it.each(feeLabels)("is seen: %s", (label) => {
    expect(ancillaryFindings(label)).toEqual([["lines", 0, "kind"]]);
  });

  it("is left alone once it stands among the ancillary costs", () => {
    const blamed = feeLabels.filter((label) => ancillaryFindings(label, "ancillary").length > 0);
    expect(blamed).toEqual([]);
  });
});

describe("a pedagogical line that names training", () => {
  it.each(trainingLabels)("is left alone: %s", (label) => {
    expect(ancillaryFindings(label)).toEqual([]);
  });
});

it("blocks what is certainly a fee, and only warns of what is likely one", () => {
  const severityOf = (label: string) => problemsWith(label).map(({ severity }) => severity);
  expect(severityOf("Frais d'inscription")).toEqual(["error"]);
  expect(severityOf("Hébergement")).toEqual(["error"]);
  expect(severityOf("Formation et frais d'inscription inclus")).toEqual(["error"]);
  expect(severityOf("Kit EPI")).toEqual(["warning"]);
  expect(severityOf("Matériel pédagogique")).toEqual(["warning"]);
  expect(severityOf("Frais de certification")).toEqual(["warning"]);
});

it("has seen forty fees and sixty kinds of training at the least", () => {
  expect(new Set(feeLabels).size).toBeGreaterThanOrEqual(40);
  expect(new Set(trainingLabels).size).toBeGreaterThanOrEqual(60);
});

function ancillaryFindings(label: string, kind: "pedagogical" | "ancillary" = "pedagogical") {
  return problemsWith(label, kind).map(({ path }) => path);
}

function problemsWith(label: string, kind: "pedagogical" | "ancillary" = "pedagogical") {
  const quote = aQuote({ lines: [aLine({ label, kind })] });
  return checkQuote(aQuoteSituation({ quote })).filter(({ code }) => code === "quote.ancillary-not-split");
}
