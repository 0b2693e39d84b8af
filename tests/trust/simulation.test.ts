import { describe, expect, it } from "vitest";
import { allCommands } from "../bot/desk.js";
import type { Change } from "./observer.js";
import { leftBehind, openLedger } from "./simulation/invariants.js";
import { simulate } from "./simulation/run.js";

// `npm run campaign -- simulation` plays ten thousand days.
it("some days of a provider keep to the rules at every step", async () => {
  const { fault, told, figures } = await simulate({ commands: await allCommands(), seed: 8, days: 10 });
  expect(fault).toBeUndefined();
  expect(told.outcomes.done).toBeGreaterThan(20);
  expect(figures.session).toBeGreaterThan(0);
});

describe("what no commit may do is seen:", () => {
  const change = (table: string, before: Change["before"], after: Change["after"]): Change => ({ table, before, after });
  const claim = (reference: string) => ({
    kind: "billed",
    session_reference: "S",
    trainee_id: "T",
    day: "2026-12-07",
    half: "morning",
    reference,
  });
  const booking = (reference: string, from: string, until: string) => ({
    resource: "room:A",
    kind: "appointment",
    reference,
    starts_at: from,
    ends_at: until,
  });
  it.each([
    [
      "a half-day billed twice",
      [change("attendance_claims", undefined, claim("F-1")), change("attendance_claims", undefined, claim("F-2"))],
    ],
    ["a number left out", [change("counters", { series: "DEV", value: 3 }, { series: "DEV", value: 5 })]],
    ["a step that does not exist", [change("quotes", { reference: "D", status: "draft" }, { reference: "D", status: "accepted" })]],
    [
      "a sealed invoice drawn again",
      [change("issued_invoices", { number: "F", document: "{a}", rank: 1 }, { number: "F", document: "{b}", rank: 1 })],
    ],
    [
      "a person at two places",
      [change("bookings", undefined, booking("R-1", "09", "11")), change("bookings", undefined, booking("R-2", "10", "12"))],
    ],
  ])("%s", (_name, changes) => {
    expect(openLedger().take(changes)).toBeDefined();
    expect(openLedger().take(changes.slice(0, -1))).toBeUndefined();
  });

  it("what a refused command left", () => {
    expect(leftBehind([change("deliveries", undefined, {}), change("people", undefined, { id: "x" })])).toMatch(/people/);
    expect(leftBehind([change("deliveries", undefined, {}), change("audit_entries", undefined, {})])).toBeUndefined();
  });
});
