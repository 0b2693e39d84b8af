import type { Path, Problem } from "../shared/problem.js";
import type { Course } from "./course.js";
import type { Session } from "./session.js";

/** A course or a session of a file, whole or not at all: without a value, its problems say why. */
export type CatalogueEntry = EntryOf<"course", Course> | EntryOf<"session", Session>;

interface EntryOf<Kind extends string, Value> {
  readonly kind: Kind;
  /** As far as it can be read. */
  readonly reference?: string;
  /** Where it begins in the file. */
  readonly line: number;
  readonly path: Path;
  readonly value?: Value;
  readonly problems: readonly Problem[];
}

/** Does its format write whole hours only. */
export function isInWholeHours({ path }: Pick<CatalogueEntry, "path">): boolean {
  return path[0] === "lheo";
}

/** `/lheo/offres/formation[3]/action[1]`, or the column of a table. */
export function placeOf(path: Path): string {
  return path[0] === "lheo" ? `/${path.join("/")}` : path.join(".");
}
