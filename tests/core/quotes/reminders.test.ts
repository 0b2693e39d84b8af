import { addDays, checkQuote, type Quote, quoteStatuses, reminderReached, waitingStatuses, whatWaits } from "@kairos/core";
import { expect, it } from "vitest";
import { aProvider, aQuote, aQuoteSituation } from "../../examples/index.js";
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

const { settings } = aProvider();
const reached = (today: string, quote = sent, reminderDays = [3, 7]) =>
  reminderReached(quote, { ...settings, quotes: { ...settings.quotes, reminderDays } }, today);

it("the last reminder day reached is told with the day it fell on", () => {
  expect(reached("2026-11-04")).toBeUndefined();
  expect(reached("2026-11-05")).toEqual({ reminder: 1, afterDays: 3, dayOn: "2026-11-05" });
  expect(reached("2026-11-08")).toEqual(reached("2026-11-05"));
  expect(reached("2026-11-30")).toEqual({ reminder: 2, afterDays: 7, dayOn: "2026-11-09" });
});

it("reminder days may stand in any order, twice or not at all", () => {
  expect(reached("2026-11-09", sent, [7, 3, 3])).toEqual(reached("2026-11-09"));
  expect(reached("2026-11-30", sent, [])).toBeUndefined();
});

it("nobody is called back for a quote that was answered, not sent, or is no longer valid", () => {
  for (const status of quoteStatuses.filter((one) => one !== "awaiting-candidate")) {
    expect(reached("2026-11-09", aQuote({ ...sent, status })), status).toBeUndefined();
  }
  expect(reached("2026-11-09", aQuote({ ...sent, validUntil: "2026-11-09" }))).toBeDefined();
  expect(reached("2026-11-10", aQuote({ ...sent, validUntil: "2026-11-09" }))).toBeUndefined();
});

it("nobody is called back for a quote whose day of submission is not known, or that has no end", () => {
  const { submittedOn: _, ...undated } = sent;
  expect(reached("2026-11-30", undated)).toBeUndefined();
  expect(whatWaits(undated, settings, "2026-11-30")).toBeUndefined();
  const { validUntil: __, ...endless } = sent;
  expect(reached("2099-11-30", endless)).toEqual({ reminder: 2, afterDays: 7, dayOn: "2026-11-09" });
  expect(whatWaits(endless, settings, "2099-11-30")?.kind).toBe("remind");
});

it("a quote waits for one thing at most, from whom has the right", () => {
  const recorded = { version: 1, on: "2026-11-06", recordedBy: "lea", recordedAt: "2026-11-07T23:30:00.000Z" };
  const corrected = aQuote({ status: "correction-requested", decision: { ...recorded, outcome: "correction-requested" } });
  const approved = aQuote({ status: "approved", submittedOn: "2026-11-02", approval: recorded });
  const { reference, siret } = sent;
  const seen = (quote: Quote, today: string) => whatWaits(quote, settings, today);
  expect(seen(sent, "2026-11-04")).toBeUndefined();
  expect(seen(sent, "2026-11-05")).toEqual({ kind: "remind", needs: "quote.submit", reference, siret, dayOn: "2026-11-02" });
  expect(seen(sent, "2027-01-16")).toEqual({ kind: "expire", needs: "quote.submit", reference, siret, dayOn: "2027-01-15" });
  expect(seen(approved, "2027-01-15")).toBeUndefined();
  expect(seen(approved, "2027-01-16")?.kind).toBe("expire");
  // Recorded on the 8th, at half past midnight in Paris.
  expect(seen(corrected, "2026-11-08")).toBeUndefined();
  expect(seen(corrected, "2026-11-09")).toEqual({ kind: "correct", needs: "quote.enter", reference, siret, dayOn: "2026-11-06" });
});

it("what waits is only looked for in the statuses where something may wait", () => {
  const recorded = { version: 1, on: "2026-11-03", recordedBy: "lea", recordedAt: "2026-11-03T08:00:00.000Z" };
  const decision = { ...recorded, outcome: "correction-requested" as const };
  const waiting = quoteStatuses.filter((status) =>
    whatWaits(aQuote({ ...sent, status, decision, validUntil: "2026-11-04" }), settings, "2026-11-09"),
  );
  expect(waiting).toEqual(waitingStatuses);
});
