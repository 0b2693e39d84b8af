import {
  type AccessReview,
  type Decision,
  decideOf,
  lastClosed,
  type OwnProfile,
  openReview,
  prepareReview,
  prepareReviewReport,
  type ReviewFacts,
  reviewDueOn,
  reviewReportRows,
} from "@kairos/core";
import { describe, expect, it } from "vitest";
import { aGrant, anAccount, aReviewFacts, lea, nadia, omar, today, usageOf } from "../../examples/index.js";

const open: AccessReview = { id: "R-0002", siret: lea.siret, openedOn: today, openedBy: "nadia", decisions: [] };
/** Léa entered one quote a year ago, and nothing since: dormant, and some rights were never used. */
const dormant = aReviewFacts({
  usage: [...usageOf("nadia", "rgc"), ...usageOf("omar", "rgc"), { person: "lea", permission: "quote.read", lastOn: "2026-02-01" }],
});
const phone: OwnProfile = {
  id: "PR-0001",
  siret: lea.siret,
  name: "Téléphone",
  base: "assistant",
  permissions: ["session.read", "quote.read"],
  changedOn: today,
  changedBy: "nadia",
};
const shown = (facts: ReviewFacts, review = open) =>
  prepareReview(facts, review).rows.map(({ reviewed, problems, narrower, isWaiting }) => [
    reviewed.grant.id,
    problems.map(({ code }) => code),
    narrower,
    isWaiting,
  ]);

describe("a review", () => {
  it("remarks nothing where all is in order", () => {
    expect(shown(aReviewFacts())).toEqual([
      ["H-0001", [], undefined, false],
      ["H-0003", [], undefined, false],
      ["H-0002", [], undefined, false],
    ]);
  });

  it("puts first what waits, and proposes the narrowest profile that keeps what is used", () => {
    expect(shown(dormant)[0]).toEqual(["H-0002", ["access.inactive-account", "access.role-excess"], undefined, true]);
    expect(shown({ ...dormant, own: [phone] })[0]?.[2]).toBe("PR-0001");
  });

  it("says what would be left without what was never used", () => {
    const [row] = prepareReview(dormant, open).rows;
    expect(row?.remaining).toEqual([
      "provider.read",
      "session.read",
      "appointment.read",
      "agenda.read",
      "trainee.read",
      "quote.read",
      "incident.report",
      "link.check",
    ]);
    expect(prepareReview(aReviewFacts(), open).rows[0]?.remaining).toEqual([]);
  });

  it("does not remark a grant that had no time to be used, nor rights that nothing asks for", () => {
    const young = aGrant({ from: "2026-11-01" });
    expect(
      shown(aReviewFacts({ grants: [nadia, omar, young], usage: [...usageOf("nadia", "rgc"), ...usageOf("omar", "rgc")] }))[2]?.[1],
    ).toEqual([]);
    const [row] = shown({ ...dormant, exercisable: new Set(["quote.read"]) });
    expect(row?.[1]).toEqual(["access.inactive-account"]);
  });

  it("counts the days of inactivity from the last act, or from the grant", () => {
    const on = (lastOn: string) =>
      shown(
        aReviewFacts({ usage: [...usageOf("nadia", "rgc"), ...usageOf("omar", "rgc"), ...usageOf("lea", "quote-clerk", lastOn)] }),
      ).flat(2);
    expect(on("2026-08-18")).not.toContain("access.inactive-account");
    expect(on("2026-08-17")).toContain("access.inactive-account");
  });

  it("only notes what ended by itself since the last one, and forgets what ended before it", () => {
    const ended = (until: string) => shown(aReviewFacts({ grants: [nadia, omar, aGrant({ until })] }));
    expect(ended("2026-10-01")[0]).toEqual(["H-0002", ["access.grant-ended"], undefined, false]);
    expect(ended("2026-08-31").map(([id]) => id)).toEqual(["H-0001", "H-0003"]);
  });

  it("takes the name of a team for a shared account, and asks", () => {
    const facts = aReviewFacts({ names: new Map([["lea", "Accueil Bordeaux"]]) });
    expect(prepareReview(facts, open).rows[0]?.problems).toMatchObject([{ code: "access.shared-account", severity: "warning" }]);
  });

  it("is due when the last one said, or counted from the first grant", () => {
    expect(reviewDueOn([], "2026-01-31", 1)).toBe("2026-02-28");
    expect(reviewDueOn(aReviewFacts().reviews, "2020-01-01", 6)).toBe("2027-03-01");
    expect(reviewDueOn([], undefined, 6)).toBeUndefined();
    expect([openReview([open])?.id, lastClosed(aReviewFacts().reviews)?.id]).toEqual(["R-0002", "R-0001"]);
  });
});

describe("a decision", () => {
  const decide = (decision: Partial<Decision>, facts = dormant, id = "H-0002") => {
    const row = prepareReview(facts, open).rows.find(({ reviewed }) => reviewed.grant.id === id);
    if (row === undefined) throw new Error(`no row ${id}`);
    return decideOf(row, open, facts, { decision: "keep", by: "nadia", newId: "H-0009", ...decision });
  };
  const codes = (result: ReturnType<typeof decideOf>) => (result.ok ? [] : result.problems.map(({ code }) => code));

  it("to keep changes no grant, and keeps what was remarked", () => {
    const kept = decide({ reason: "Remplace Nadia" });
    expect(kept).toMatchObject({
      ok: true,
      value: {
        grants: [],
        review: { decisions: [{ grant: "H-0002", decision: "keep", by: "nadia", on: today, reason: "Remplace Nadia", remarks: [{}, {}] }] },
      },
    });
  });

  it("to reduce withdraws the grant and gives a narrower one from today on", () => {
    const reduced = decide({ decision: "reduce" }, { ...dormant, own: [phone] });
    expect(reduced.ok && reduced.value.grants).toMatchObject([
      { id: "H-0002", revokedOn: today, revokedBy: "nadia" },
      { id: "H-0009", person: "lea", profile: "PR-0001", from: today, grantedBy: "nadia", reason: lea.reason },
    ]);
    expect(reduced.ok && reduced.value.review.decisions).toMatchObject([{ decision: "reduce", replacedBy: "H-0009" }]);
  });

  it("to revoke ends it today", () => {
    const revoked = decide({ decision: "revoke", reason: "N'en a plus besoin" });
    expect(revoked.ok && revoked.value.grants).toMatchObject([{ id: "H-0002", revokedOn: today, revokedReason: "N'en a plus besoin" }]);
  });

  it("never gives more, nor the same", () => {
    expect(codes(decide({ decision: "reduce", profile: "approver" }))).toEqual(["access.not-narrower"]);
    expect(codes(decide({ decision: "reduce", profile: "quote-clerk" }))).toEqual(["access.not-narrower"]);
    expect(codes(decide({ decision: "reduce", profile: "nothing" }))).toEqual(["access.not-narrower"]);
  });

  it("to reduce is refused when nothing narrower keeps what is used", () => {
    expect(codes(decide({ decision: "reduce" }, aReviewFacts()))).toEqual(["access.no-narrower-profile"]);
  });

  it("about oneself is left to the other RGC, and is one's own when there is none", () => {
    expect(codes(decide({ by: "nadia" }, dormant, "H-0001"))).toEqual(["access.own-decision"]);
    expect(codes(decide({ by: "omar" }, dormant, "H-0001"))).toEqual([]);
    expect(codes(decide({ by: "nadia" }, aReviewFacts({ grants: [nadia, lea] }), "H-0001"))).toEqual([]);
    const gone = aReviewFacts({ accounts: [anAccount({ person: "omar", leftOn: today }), anAccount({})] });
    expect(codes(decide({ by: "nadia" }, gone, "H-0001"))).toEqual([]);
  });

  it("never takes the last RGC away", () => {
    expect(codes(decide({ decision: "revoke", by: "nadia" }, aReviewFacts({ grants: [nadia, lea] }), "H-0001"))).toEqual([
      "access.last-rgc",
    ]);
  });

  it("is what the report shows, remarks of the moment included; the rest is kept", () => {
    const revoked = decide({ decision: "revoke", reason: "N'en a plus besoin" });
    if (!revoked.ok) throw new Error("refused");
    const { review, grants } = revoked.value;
    const facts = { ...dormant, grants: dormant.grants.map((grant) => grants.find(({ id }) => id === grant.id) ?? grant) };
    const report = prepareReviewReport(facts, review, prepareReview(facts, review), { by: "omar", nextOn: "2027-05-16" });
    expect(report.facts.map(({ value }) => value)).toEqual(["16/11/2026", "16/11/2026", "Omar Diallo", "avant le 16/05/2027"]);
    expect(reviewReportRows(report)).toEqual([
      ["N°", "Personne", "Profil", "Depuis", "Remarques", "Décision"],
      [
        "H-0002",
        "Léa Martin",
        "gestionnaire de devis",
        "05/01/2026",
        "Aucun acte depuis 288 jours (le dernier le 01/02/2026). Droits jamais utilisés : gérer les stagiaires, saisir un devis, soumettre un devis.",
        "Retirée, par Nadia Sellier le 16/11/2026. Motif : N'en a plus besoin",
      ],
      ["H-0001", "Nadia Sellier", "RGC", "05/01/2026", "Aucune.", "Gardée"],
      ["H-0003", "Omar Diallo", "RGC", "05/01/2026", "Aucune.", "Gardée"],
    ]);
  });
});
