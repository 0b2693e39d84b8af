import { checkQuote, type QuoteSituation } from "@kairos/core";
import { expect, it } from "vitest";
import { findingsPage } from "../../examples/findings.js";
import { aifExamples, otherFaults as otherAifFaults } from "./examples/aif.js";
import { contentExamples, otherFaults as otherContentFaults } from "./examples/content.js";
import { dossierExamples, otherFaults as otherDossierFaults } from "./examples/dossier.js";
import { edges } from "./examples/edges.js";
import { otherFaults as otherPoeiFaults, poeiExamples, schemeExamples } from "./examples/poei.js";
import { schemeEdges } from "./examples/scheme-edges.js";

it("finds in each example, whole, what tests/core/quotes/findings.txt says", async () => {
  const rules = { ...contentExamples, ...dossierExamples, ...aifExamples, ...poeiExamples, ...schemeExamples };
  const others = [...otherContentFaults, ...otherDossierFaults, ...otherAifFaults, ...otherPoeiFaults];
  const examples: readonly (readonly [string, QuoteSituation])[] = [
    ...Object.entries(rules).flatMap(([code, { broken, silent }]) => [
      [`${code}, broken`, broken] as const,
      ...Object.entries(silent).map(([name, situation]) => [`${code}, silent: ${name}`, situation] as const),
    ]),
    ...others.map(([name, code, situation]) => [`${code}, broken otherwise: ${name}`, situation] as const),
    ...[...edges(), ...schemeEdges()].map(([name, situation]) => [`edge: ${name}`, situation] as const),
  ];
  const judged = examples.map(([name, situation]) => [name, checkQuote(situation)] as const);
  await expect(findingsPage(judged)).toMatchFileSnapshot("findings.txt");
});
