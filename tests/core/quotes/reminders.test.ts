import { addDays, checkQuote } from "@kairos/core";
import { expect, it } from "vitest";
import { aQuote, aQuoteSituation } from "../../examples/index.js";
import { providerWith } from "./examples/example.js";

const sent = aQuote({ status: "awaiting-candidate", submittedOn: "2026-11-02" });

it("a candidate who does not answer is called back on the third and on the seventh day", () => {
  const calls = Array.from({ length: 9 }, (_, day) => {
    const reminder = remindersOn(addDays("2026-11-02", day))[0];
    return `D+${day}: ${reminder === undefined ? "wait" : `reminder ${reminder.reminder}, after ${reminder.days} days`}`;
  });
  expect(calls).toEqual([
    "D+0: wait",
    "D+1: wait",
    "D+2: wait",
    "D+3: reminder 1, after 3 days",
    "D+4: reminder 1, after 4 days",
    "D+5: reminder 1, after 5 days",
    "D+6: reminder 1, after 6 days",
    "D+7: reminder 2, after 7 days",
    "D+8: reminder 2, after 8 days",
  ]);
});

it("the days are those of the provider's settings", () => {
  const daily = providerWith({ quotes: { reminderDays: [1, 2] } });
  expect(remindersOn("2026-11-03", daily)).toEqual([{ days: 1, reminder: 1 }]);
  expect(remindersOn("2026-11-04", daily)).toEqual([{ days: 2, reminder: 2 }]);
});

it("counts calendar days across a change of the clock", () => {
  const autumn = aQuote({ status: "awaiting-candidate", submittedOn: "2026-10-23" });
  expect(remindersOn("2026-10-25", {}, autumn)).toEqual([]);
  expect(remindersOn("2026-10-26", {}, autumn)).toEqual([{ days: 3, reminder: 1 }]);
});

function remindersOn(today: string, beside: Parameters<typeof aQuoteSituation>[0] = {}, quote = sent) {
  return checkQuote(aQuoteSituation({ quote, today, ...beside }))
    .filter((problem) => problem.code === "quote.candidate-reminder")
    .map((problem) => problem.params as { readonly days: number; readonly reminder: number });
}
