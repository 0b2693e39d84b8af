import { accessRefusals, formatDay, lastClosed, raise } from "@kairos/core";
import { command } from "../../command.js";
import { namesIn } from "../../dossiers/people.js";
import { reportFiles } from "../../dossiers/reports.js";
import { unknownReference } from "../../dossiers/unknown.js";
import { establishmentOption } from "../../establishment.js";
import { optional, reference } from "../../options.js";
import { done, line, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["rapport", "Redonne le rapport d'une revue close, tel qu'il a été signé"],
    en: ["report", "Hand out the report of a closed review again, as it was signed off"],
  },
  needs: "access.read",
  visibility: "private",
  example: "/acces rapport revue:R-0001",
  options: {
    review: optional(
      reference("review", {
        fr: ["revue", "Référence de la revue ; la dernière par défaut"],
        en: ["review", "Reference of the review; the last by default"],
      }),
    ),
    ...establishmentOption,
  },
  async run({ input, provider, store }) {
    const reviews = (await store.accessReviews.list()).filter(({ siret }) => siret === provider?.siret);
    const wanted = input.review?.toUpperCase();
    const review = wanted === undefined ? lastClosed(reviews) : lastClosed(reviews.filter(({ id }) => id === wanted));
    if (review === undefined) {
      const problem =
        wanted === undefined
          ? raise(accessRefusals, "access.no-closed-review", [], {})
          : unknownReference("review", "revue", input.review ?? "");
      return refused([problem]);
    }
    const { id, closed } = review;
    const by = (await namesIn(store)).get(closed.by) ?? closed.by;
    return done({
      title: { fr: `Revue des habilitations ${id}`, en: `Access review ${id}` },
      lines: [
        line(
          "plain",
          `Close le ${formatDay(closed.on)} par ${by}. Prochaine revue avant le ${formatDay(closed.nextOn)}.`,
          `Closed on ${formatDay(closed.on, "en")} by ${by}. Next review before ${formatDay(closed.nextOn, "en")}.`,
        ),
      ],
      ...reportFiles(closed.report),
      data: { review: id, nextOn: closed.nextOn },
      trace: { object: id },
    });
  },
});
