import { accessReviewSchema, fold } from "@kairos/core";
import { shelf } from "./aggregates.js";
import type { Knex } from "./driver.js";
import type { Scope, Store } from "./store.js";

export const accessReviewKind = { table: "access_reviews", key: "id", schema: accessReviewSchema };

/** The reviews of access grants, the first opened first. */
export function accessReviewsIn(trx: Knex.Transaction, workspace: string, scope: Scope): Store["accessReviews"] {
  const reviews = shelf(accessReviewKind, trx, workspace, scope);
  return {
    get: (id) => reviews.get(id),
    list: () => reviews.read(reviews.rows().orderBy("position")),
    save: (review) => reviews.put(review, { id: review.id, siret: review.siret, search: fold(review.id) }),
  };
}
