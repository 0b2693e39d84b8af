import { type Course, courseSchema, fold } from "@kairos/core";
import { shelf } from "./aggregates.js";
import type { Knex } from "./driver.js";
import { among, holding, latest } from "./queries.js";
import type { Scope, Store } from "./store.js";

export const courseKind = { table: "courses", key: "reference", schema: courseSchema };

/** What the provider teaches, the last entered first. */
export function coursesIn(trx: Knex.Transaction, workspace: string, scope: Scope): Store["courses"] {
  const courses = shelf(courseKind, trx, workspace, scope);
  return {
    get: (reference) => courses.get(reference),
    list: ({ search, limit } = {}) => courses.read(latest(holding(courses.rows(), search), limit)),
    save: (course) => courses.put(course, columnsOf(course)),
    saveMany: (several) => courses.putMany(several.map((course) => [course, columnsOf(course)])),
    removeMany: (references) => among(courses.rows(), "reference", references).delete(),
    existing: async (references) => {
      const rows = among(trx("courses").where({ workspace }), "reference", references);
      return new Set<string>(await rows.pluck("reference"));
    },
  };
}

function columnsOf({ reference, siret, title }: Course) {
  return { reference, siret, search: fold(`${reference} ${title}`) };
}
