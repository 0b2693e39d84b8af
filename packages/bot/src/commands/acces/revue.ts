import { type AccessReview, inputRules, raise } from "@kairos/core";
import { command } from "../../command.js";
import { placeAmong } from "../../dossiers/access.js";
import { nextId } from "../../dossiers/next-id.js";
import { reviewReply } from "../../dossiers/review.js";
import { openReviewOf } from "../../dossiers/review-facts.js";
import { unknownReference } from "../../dossiers/unknown.js";
import { establishmentOption } from "../../establishment.js";
import { optional, reference } from "../../options.js";
import { refused } from "../../reply.js";

export default command({
  words: {
    fr: ["revue", "Passe les habilitations en revue : garder, réduire ou retirer"],
    en: ["review", "Review access grants: keep, reduce or withdraw"],
  },
  needs: "access.manage",
  visibility: "private",
  example: "/acces revue",
  options: {
    grant: optional(reference("grant", { fr: ["habilitation", "Seulement cette ligne"], en: ["grant", "Only this row"] })),
    ...establishmentOption,
  },
  async run(desk) {
    const { input, actor, today, provider, store } = desk;
    if (provider === undefined) return refused([raise(inputRules, "input.missing", ["etablissement"], {})]);
    const { facts, review: open } = await openReviewOf(desk, provider);
    const grant = input.grant?.toUpperCase();
    if (grant !== undefined && !facts.grants.some(({ id }) => id === grant)) {
      return refused([unknownReference("grant", "habilitation", input.grant ?? "")]);
    }
    const review: AccessReview = open ?? {
      id: await nextId(store, "R"),
      siret: provider.siret,
      openedOn: today,
      openedBy: actor.id,
      decisions: [],
    };
    if (open === undefined) await store.accessReviews.save(review);
    return reviewReply({ ...facts, reviews: [...facts.reviews.filter(({ id }) => id !== review.id), review] }, review, {
      actor: actor.id,
      place: await placeAmong(store, provider),
      grant,
    });
  },
});
