import { reconcile } from "@kairos/core";
import { aMillionHalfDays } from "./reconcile-samples.js";
import { report, thousands } from "./report.js";

// A process of its own: it makes the rows, holds them and reconciles them, several times over, and nothing else.
const input = aMillionHalfDays();
const held = megabytes();
let found = 0;
for (let run = 0; run < 5; run++) found = reconcile(input).differences.length;
const peak = megabytes();

report({
  bar: "memory of a process that holds a million half-day records as rows and reconciles them",
  measured: `${peak.toFixed(0)} MB at most, ${held.toFixed(0)} MB once the rows are made; ${thousands(found)} differences`,
  limit: "≤ 600 MB",
  passed: peak <= 600,
});

function megabytes(): number {
  return process.resourceUsage().maxRSS / 1024;
}
