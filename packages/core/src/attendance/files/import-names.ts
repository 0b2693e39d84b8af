import { fullName, type Trainee } from "../../sessions/index.js";
import { fold } from "../../shared/text.js";

/** Who a name in a file stands for, among those of one session. */
export type Named =
  | { readonly kind: "known"; readonly traineeId: string }
  | { readonly kind: "ambiguous"; readonly traineeIds: readonly string[] }
  /** With the closest one, where it is close. */
  | { readonly kind: "unknown"; readonly nearest?: string };

/** Finds trainees by their names in either order, whatever the case, the accents and the hyphens. Each name is looked for once. */
export function traineeNames(trainees: Iterable<Trainee>): (typed: string) => Named {
  const byName = new Map<string, Set<string>>();
  for (const { id, firstName, lastName } of trainees) {
    for (const name of [`${firstName} ${lastName}`, `${lastName} ${firstName}`]) {
      const key = plain(name);
      const ids = byName.get(key);
      if (ids === undefined) byName.set(key, new Set([id]));
      else ids.add(id);
    }
  }
  const found = new Map<string, Named>();
  return (typed) => {
    const known = found.get(typed);
    if (known !== undefined) return known;
    const named = nameAmong(byName, plain(typed));
    if (found.size < mostKnown) found.set(typed, named);
    return named;
  };
}

/** Does a name that stands beside a reference belong to that trainee. */
export function isCalled(trainee: Trainee, typed: string): boolean {
  return (
    traineeNames([trainee])(typed).kind === "known" || plain(typed) === plain(trainee.lastName) || plain(typed) === plain(fullName(trainee))
  );
}

const mostKnown = 5000;

function nameAmong(byName: ReadonlyMap<string, ReadonlySet<string>>, typed: string): Named {
  const ids = [...(byName.get(typed) ?? [])];
  const [only] = ids;
  if (only !== undefined) return ids.length === 1 ? { kind: "known", traineeId: only } : { kind: "ambiguous", traineeIds: ids.sort() };
  let nearest: { readonly away: number; readonly ids: ReadonlySet<string> } | undefined;
  for (const [name, candidates] of byName) {
    const away = distance(typed, name, nearest === undefined ? mostAway : nearest.away - 1);
    if (away !== undefined) nearest = { away, ids: candidates };
  }
  const [closest] = nearest?.ids ?? [];
  return closest === undefined || nearest?.ids.size !== 1 ? { kind: "unknown" } : { kind: "unknown", nearest: closest };
}

/** Letters that may differ for two spellings to be taken for one name. */
const mostAway = 3;

function plain(name: string): string {
  return fold(name)
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** Letters to change to go from one text to the other; nothing beyond `most`. */
function distance(a: string, b: string, most: number): number | undefined {
  if (Math.abs(a.length - b.length) > most) return undefined;
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(same, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    if (Math.min(...row) > most) return undefined;
    before = row;
  }
  const last = before[b.length] ?? 0;
  return last <= most ? last : undefined;
}
