import { accessRefusals, addMonths, formatDay, prepareReview, prepareReviewReport, raise } from "@kairos/core";
import { command } from "../../command.js";
import { reportFiles } from "../../dossiers/reports.js";
import { openReviewOf } from "../../dossiers/review-facts.js";
import { establishmentOption } from "../../establishment.js";
import { fingerprintOf } from "../../fingerprint.js";
import { done, line, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["cloturer", "Clôt la revue : rapport à signer, et date de la prochaine"],
    en: ["close", "Close the review: a report to sign, and the date of the next"],
  },
  needs: "access.manage",
  visibility: "private",
  final: true,
  example: "/acces cloturer",
  options: establishmentOption,
  async run(desk) {
    const { actor, today, provider, store } = desk;
    const opened = provider && (await openReviewOf(desk, provider));
    if (provider === undefined || opened?.review === undefined) return refused([raise(accessRefusals, "access.no-open-review", [], {})]);
    const { facts, review } = opened;
    const prepared = prepareReview(facts, review);
    const waiting = prepared.rows.filter(({ isWaiting }) => isWaiting).map(({ reviewed }) => reviewed.grant.id);
    if (waiting.length > 0)
      return refused([raise(accessRefusals, "access.review-undecided", [], { grants: waiting })], { trace: { object: review.id } });
    const nextOn = addMonths(today, provider.settings.access.reviewMonths);
    const report = prepareReviewReport(facts, review, prepared, { by: actor.id, nextOn });
    await store.accessReviews.save({ ...review, closed: { on: today, by: actor.id, nextOn, report } });
    return done({
      title: { fr: `Revue des habilitations ${review.id} · close`, en: `Access review ${review.id} · closed` },
      lines: [
        line(
          "good",
          `${prepared.rows.length} habilitation${prepared.rows.length > 1 ? "s" : ""} revue${prepared.rows.length > 1 ? "s" : ""}. Le rapport est à signer et à garder.`,
          `${prepared.rows.length} access grant${prepared.rows.length > 1 ? "s" : ""} reviewed. The report is to be signed and kept.`,
        ),
        line("plain", `Prochaine revue avant le ${formatDay(nextOn)}.`, `Next review before ${formatDay(nextOn, "en")}.`),
      ],
      ...reportFiles(report),
      basis: fingerprintOf(report),
      data: { review: review.id, nextOn },
      trace: { object: review.id, details: { grants: prepared.rows.length, nextOn } },
    });
  },
});
