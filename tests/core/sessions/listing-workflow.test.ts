import {
  accessOn,
  advanceListing,
  can,
  type ListingAction,
  type ListingStatus,
  type ListingTransition,
  listingActionLabels,
  listingActionsOn,
  listingStatuses,
  listingStatusLabels,
  listingStatusOn,
  listingWorkflow,
  profileIds,
  profiles,
  type Session,
  type SessionInput,
} from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aGrant, aSession, bordeaux, type Overrides, today } from "../../examples/index.js";
import { actions, aListing, aListingSituation, at, forkliftCourse, listedAs } from "./listing-examples.js";

/** A session of next month in that status, tried today; of the month before for what comes once it has begun. */
function attempt(action: ListingAction, status: ListingStatus, session: Overrides<SessionInput> = {}, on?: string) {
  const past = { startsOn: "2026-11-09", endsOn: "2026-11-20", intake: "permanent" as const };
  const begun = (listingWorkflow[action] as ListingTransition).begun === true || status === "running";
  const tried = aSession({ ...(begun && past), listing: listedAs(status), ...session });
  return advanceListing(tried, action, { by: "karim", at, on }, today, aListingSituation());
}

describe("each status and each action", () => {
  it("are these and no others", () => {
    const grid = listingStatuses.map((status) => {
      const opened = actions.flatMap((action) => {
        const result = attempt(action, status);
        return result.ok ? [`  ${action} -> ${result.value.listing?.status}`] : [];
      });
      return [status, ...opened].join("\n");
    });
    expect(grid.join("\n")).toMatchInlineSnapshot(`
      "draft
        complete -> ready
        cancel -> cancelled
      ready
        send -> sent
        rework -> draft
        cancel -> cancelled
      sent
        see -> visible
        rework -> draft
        cancel -> cancelled
      visible
        open -> open
        fill -> full
        suspend -> suspended
        start -> running
        rework -> draft
        cancel -> cancelled
      open
        fill -> full
        suspend -> suspended
        start -> running
        rework -> draft
        cancel -> cancelled
      full
        open -> open
        suspend -> suspended
        start -> running
        rework -> draft
        cancel -> cancelled
      suspended
        open -> open
        rework -> draft
        cancel -> cancelled
      running
        end -> ended
        cancel -> cancelled
      ended
        archive -> archived
      archived
      cancelled"
    `);
  });

  it("are refused for one reason: the step does not follow", () => {
    for (const status of listingStatuses) {
      for (const action of actions.filter((one) => !attempt(one, status).ok)) {
        expect(codes(attempt(action, status)), `${status} ${action}`).toEqual(["session.listing-step-illegal"]);
      }
    }
  });

  it("say what can be done instead", () => {
    expect(attempt("see", "draft")).toMatchObject({
      problems: [{ params: { action: "see", status: "draft", possible: ["complete", "cancel"] } }],
    });
  });

  it("ask for one right, which these profiles hold", () => {
    expect(new Set(actions.map((action) => listingWorkflow[action].needs))).toEqual(new Set(["session.manage"]));
    const holders = profileIds.filter((profile) => can(accessOn([aGrant({ profile })], today), "session.manage", bordeaux));
    expect(holders).toMatchInlineSnapshot(`
      [
        "coordinator",
      ]
    `);
  });
});

describe("the days", () => {
  it.each([
    ["tomorrow", "2026-11-17", ["input.day-in-future"]],
    ["today", undefined, []],
    ["the day of the previous step", "2026-11-02", []],
    ["the day before it", "2026-11-01", ["session.listing-step-too-early"]],
  ])("a sending of %s", (_name, on, expected) => {
    expect(codes(attempt("send", "ready", {}, on))).toEqual(expected);
  });

  it.each([
    ["start", "2026-11-08", ["session.listing-before-start"]],
    ["start", "2026-11-09", []],
    ["end", "2026-11-08", ["session.listing-before-start"]],
  ] as const)("%s of a session that begins on the 9th, on %s", (action, on, expected) => {
    const status = action === "start" ? "open" : "running";
    expect(codes(attempt(action, status, {}, on))).toEqual(expected);
  });

  it("keep who wrote the step, when, and the day it happened", () => {
    const result = attempt("send", "ready", {}, "2026-11-13");
    expect(result.ok && result.value.listing?.steps.at(-1)).toEqual({ action: "send", on: "2026-11-13", by: "karim", at });
  });
});

describe("what a step asks for", () => {
  it("a number of the Carif-Oref before it is said to be visible, not before it is sent", () => {
    expect(codes(attempt("complete", "draft", { listingReference: undefined }))).toEqual([]);
    expect(codes(attempt("send", "ready", { listingReference: undefined }))).toEqual([]);
    expect(codes(attempt("see", "sent", { listingReference: undefined }))).toEqual(["session.reference-missing"]);
  });

  it("an entry without an error before it is said to be ready, and not for what happens elsewhere", () => {
    const nowhere = { place: undefined };
    expect(codes(attempt("complete", "draft", nowhere))).toContain("session.field-missing");
    expect(codes(attempt("send", "ready", nowhere))).toEqual([]);
    const twice = { ...aListingSituation(), otherSessions: [aSession({ reference: "SE-2026-015" })] };
    expect(codes(advanceListing(aSession(), "complete", { by: "karim", at }, today, twice))).toContain("session.duplicate");
    expect(advanceListing(aSession(), "complete", { by: "karim", at }, today).ok).toBe(true);
  });
});

describe("the dates of the session", () => {
  const statusOn = (status: ListingStatus, day: string, session: Overrides<SessionInput> = {}) =>
    listingStatusOn(aSession({ listing: listedAs(status), ...session }), day);

  it.each([
    ["open", "2026-12-06", "open"],
    ["open", "2026-12-07", "running"],
    ["full", "2026-12-18", "running"],
    ["visible", "2026-12-19", "ended"],
    ["running", "2026-12-19", "ended"],
    ["draft", "2026-12-08", "draft"],
    ["sent", "2026-12-19", "sent"],
    ["suspended", "2026-12-08", "suspended"],
    ["cancelled", "2026-12-08", "cancelled"],
    ["archived", "2027-02-01", "archived"],
  ] as const)("make of a session that is %s, on %s: %s", (status, day, expected) => {
    expect(statusOn(status, day)).toBe(expected);
  });

  it("let people go on joining a session that they enter at any time, until its end", () => {
    expect(statusOn("open", "2026-12-08", { intake: "permanent" })).toBe("open");
    expect(statusOn("open", "2026-12-19", { intake: "permanent" })).toBe("ended");
  });

  it("of a session without a listing leave it a draft", () => {
    expect(listingStatusOn(aSession(), "2026-12-08")).toBe("draft");
  });

  it("may still be written down, and what they forbid may not", () => {
    const open = aSession({ startsOn: "2026-11-09", endsOn: "2026-11-13", listing: listedAs("open") });
    const take = (action: ListingAction, on?: string) => codes(advanceListing(open, action, { by: "karim", at, on }, today));
    expect(listingStatusOn(open, today)).toBe("ended");
    expect(listingActionsOn(open, today)).toEqual(["end", "archive"]);
    expect(take("end")).toEqual([]);
    expect(take("archive")).toEqual([]);
    expect(take("fill")).toEqual(["session.listing-step-illegal"]);
    expect(take("fill", "2026-11-06")).toEqual([]);
    expect(take("start", "2026-11-09")).toEqual([]);
  });
});

it("whatever is tried, the steps stay in order, never in the future, and the status is the last step's", () => {
  const someDays = fc.array(fc.integer({ min: 1, max: 17 }), { minLength: 12, maxLength: 20 }).map((days) => days.sort((a, b) => a - b));
  const tries = fc.record({ days: someDays, picks: fc.array(fc.nat({ max: 1000 }), { minLength: 20, maxLength: 20 }) });
  const reached = new Set<string>();
  fc.assert(
    fc.property(tries, ({ days, picks }) => {
      let session: Session = aSession({ startsOn: "2026-11-05", endsOn: "2026-11-30", intake: "permanent" });
      for (const [rank, day] of days.entries()) {
        const on = `2026-11-${String(day).padStart(2, "0")}`;
        const pick = picks[rank] ?? 0;
        const possible = pick % 4 === 0 ? actions : listingActionsOn(session, on);
        const action = possible[pick % possible.length] ?? "complete";
        const advanced = advanceListing(session, action, { by: "karim", at, on }, today, { course: forkliftCourse, otherSessions: [] });
        if (!advanced.ok) continue;
        session = advanced.value;
        const { status, steps } = session.listing ?? aListing("draft");
        reached.add(status);
        expect(status).toBe(listingWorkflow[action].to);
        expect(steps.every((step, rank) => step.on <= today && (steps[rank - 1]?.on ?? "") <= step.on)).toBe(true);
      }
    }),
    { numRuns: 400 },
  );
  expect(reached.size).toBeGreaterThan(5);
});

it("prints the life of a listing to docs/workflows/listing.md", async () => {
  await expect(workflowPage()).toMatchFileSnapshot("../../../docs/workflows/listing.md");
});

function codes(result: ReturnType<typeof advanceListing>): readonly string[] {
  return result.ok ? [] : result.problems.filter(({ severity }) => severity === "error").map(({ code }) => code);
}

function workflowPage(): string {
  const holders = profileIds.filter((profile) => (profiles[profile].permissions as readonly string[]).includes("session.manage"));
  const rows = actions.map((action) => {
    const { from, to }: ListingTransition = listingWorkflow[action];
    return `| ${listingActionLabels[action].fr} | ${from.map(french).join(", ")} | ${french(to)} | ${conditionsOf[action] ?? "–"} |`;
  });
  const arrows = actions.flatMap((action) => {
    const { from, to }: ListingTransition = listingWorkflow[action];
    return from.map((one) => `  ${one} --> ${to}: ${listingActionLabels[action].fr}`);
  });
  const states = listingStatuses.map((status) => `  state "${french(status)}" as ${status}`);
  return `# La vie d'un référencement

*Page écrite par les tests : ne pas la modifier à la main.*

La base régionale (Carif-Oref) reçoit la fiche, puis la transmet à France Travail. Kairos n'y est pas connecté : une personne qui a le droit
« gérer les sessions » (${holders.map((profile) => profiles[profile].label.fr).join(", ")}) note ce qui s'est passé, avec le jour où cela s'est passé (jamais un jour à
venir, jamais avant l'étape précédente).

| Étape | Depuis | Vers | Condition |
| --- | --- | --- | --- |
${rows.join("\n")}

Une session visible, ouverte ou complète est dite « ${french("running")} » de son premier à son dernier jour, puis « ${french("ended")} » : ses dates le disent
chaque jour, rien n'est à lancer. Celle où l'on entre à tout moment reste ouverte jusqu'à son dernier jour.

\`\`\`mermaid
stateDiagram-v2
${[...states, "  [*] --> draft", ...arrows, "  archived --> [*]", "  cancelled --> [*]"].join("\n")}
\`\`\`
`;
}

const conditionsOf: Partial<Record<ListingAction, string>> = {
  complete: "aucun point bloquant dans la fiche",
  see: "le numéro donné par le Carif-Oref",
  start: "le premier jour est arrivé",
  end: "le premier jour est arrivé",
};

function french(status: ListingStatus): string {
  return listingStatusLabels[status].fr;
}
