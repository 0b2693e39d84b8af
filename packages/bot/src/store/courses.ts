import { courseSchema, fold } from "@kairos/core";
import { shelf } from "./aggregates.js";
import type { Knex } from "./driver.js";
import { holding, latest } from "./queries.js";
import type { Scope, Store } from "./store.js";

export const courseKind = { table: "courses", key: "reference", schema: courseSchema };

/** What the provider teaches, the last entered first. */
export function coursesIn(trx: Knex.Transaction, workspace: string, scope: Scope): Store["courses"] {
  const courses = shelf(courseKind, trx, workspace, scope);
  return {
    get: (reference) => courses.get(reference),
    list: ({ search, limit } = {}) => courses.read(latest(holding(courses.rows(), search), limit)),
    save: (course) => {
      const { reference, siret, title } = course;
      return courses.put(course, { reference, siret, search: fold(`${reference} ${title}`) });
    },
  };
}
