import { failure, hasErrors, type Problem, raise, refusal, ruleAbout, say, success } from "@kairos/core";
import { describe, expect, it } from "vitest";
import { found, judgeBy, nothing } from "../../../packages/core/src/shared/rules.js";

interface Parcel {
  readonly grams: number;
  readonly address?: string | undefined;
  readonly insured?: boolean | undefined;
}

const rule = ruleAbout<Parcel>();
const fr = () => ({ what: "Quoi.", why: "Pourquoi.", mend: "Comment." });

const table = {
  "parcel.no-town": rule({
    severity: "warning",
    source: "desk-practice",
    needs: ["address"],
    check: ({ address }) => (address.includes(",") ? nothing : found(["address"], { address })),
    fr,
  }),
  "parcel.heavy": rule({
    severity: "error",
    source: "desk-practice",
    check: ({ grams }) => (grams > 1000 ? found(["grams"], { grams }, grams > 5000 ? undefined : "notice") : nothing),
    fr,
  }),
  "parcel.cover": rule({
    severity: "error",
    source: "desk-practice",
    needs: ["address", "insured"],
    check: ({ insured }) => (insured ? nothing : found<{ grams: number }>([], { grams: 0 })),
    fr,
  }),
  "parcel.twice": rule({
    severity: "notice",
    source: "desk-practice",
    check: ({ grams }) => (grams === 2 ? [...found([0], {}), ...found([1], {})] : nothing),
    fr,
  }),
};
const judge = judgeBy<Parcel, typeof table>(table);
const sound: Parcel = { grams: 500, address: "1 rue Haute, Pau", insured: true };

describe("judging by a table", () => {
  it("says nothing of what is sound", () => {
    expect(judge(sound)).toEqual([]);
  });

  it("finds in the order of the rows, each with its path and params", () => {
    expect(judge({ grams: 6000, address: "Pau", insured: false })).toEqual([
      { code: "parcel.no-town", severity: "warning", path: ["address"], params: { address: "Pau" } },
      { code: "parcel.heavy", severity: "error", path: ["grams"], params: { grams: 6000 } },
      { code: "parcel.cover", severity: "error", path: [], params: { grams: 0 } },
    ]);
  });

  it("lets a finding override the severity of its row", () => {
    expect(judge({ ...sound, grams: 2000 })).toEqual([
      { code: "parcel.heavy", severity: "notice", path: ["grams"], params: { grams: 2000 } },
    ]);
  });

  it("may find the same thing several times", () => {
    expect(judge({ ...sound, grams: 2 }).map(({ path }) => path)).toEqual([[0], [1]]);
  });

  it("is undecided, and names what is missing, without asking the rule", () => {
    expect(judge({ grams: 500 })).toEqual([
      { code: "parcel.no-town", severity: "undecided", path: [], params: { missing: ["address"] } },
      { code: "parcel.cover", severity: "undecided", path: [], params: { missing: ["address", "insured"] } },
    ]);
    expect(judge({ ...sound, insured: undefined })).toEqual([
      { code: "parcel.cover", severity: "undecided", path: [], params: { missing: ["insured"] } },
    ]);
  });

  it("takes false and empty for what they are: known", () => {
    expect(judge({ grams: 500, address: "", insured: false }).map(({ code }) => code)).toEqual(["parcel.no-town", "parcel.cover"]);
  });

  it("keeps nothing from one situation to the next", () => {
    judge({ grams: 6000 });
    expect(judge(sound)).toEqual([]);
  });

  it("holds nothing against a dossier that is only undecided", () => {
    expect(hasErrors(judge({ grams: 500 }))).toBe(false);
    expect(hasErrors(judge({ ...sound, grams: 2000 }))).toBe(false);
    expect(hasErrors(judge({ ...sound, grams: 6000 }))).toBe(true);
  });
});

describe("raising by hand", () => {
  const refusals = {
    "parcel.lost": refusal<{ days: number }>({
      severity: "error",
      source: "desk-practice",
      fr: ({ days }) => ({ ...fr(), what: `Perdu depuis ${days} jours.` }),
    }),
  };

  it("takes the severity of the row", () => {
    expect(raise(refusals, "parcel.lost", ["a", 1], { days: 3 })).toEqual({
      code: "parcel.lost",
      severity: "error",
      path: ["a", 1],
      params: { days: 3 },
    });
    expect(refusals["parcel.lost"].fr({ days: 3 }).what).toBe("Perdu depuis 3 jours.");
  });

  it("makes results that hold a value or problems, never both", () => {
    const problem = raise(refusals, "parcel.lost", [], { days: 3 });
    expect(success(12)).toEqual({ ok: true, value: 12 });
    expect(failure(problem, problem)).toEqual({ ok: false, problems: [problem, problem] });
  });
});

describe("saying a problem", () => {
  const unknown: Problem = { code: "parcel.lost", severity: "error", path: [], params: {} };

  it("says an unknown code as such, in both languages", () => {
    expect(say(unknown).what).toBe("Problème inconnu : parcel.lost.");
    expect(say(unknown, "en").what).toBe("Unknown problem: parcel.lost.");
  });

  it("says what is missing when a check is undecided", () => {
    const undecided: Problem = {
      code: "quote.title-mismatch",
      severity: "undecided",
      path: [],
      params: { missing: ["session", "otherQuotes"] },
    };
    expect(say(undecided).what).toContain("la session, les autres devis");
    expect(say(undecided, "en").mend).toContain("the session, the other quotes");
  });
});
