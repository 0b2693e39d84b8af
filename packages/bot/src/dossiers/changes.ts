/** What changed from one state of settings to another, for the trail: `before` and `after`, as written values; nothing when nothing did. */
export function changesBetween(before: object, after: object): { readonly before?: string; readonly after?: string } {
  const [old, now] = [leavesOf(before), leavesOf(after)];
  const changed = [...new Set([...old.keys(), ...now.keys()])].filter((path) => old.get(path) !== now.get(path));
  if (changed.length === 0) return {};
  const said = (leaves: ReadonlyMap<string, string>) => changed.map((path) => leaves.get(path) ?? "-").join(" ");
  return { before: said(old), after: said(now) };
}

function leavesOf(value: unknown, path = ""): ReadonlyMap<string, string> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return value === undefined ? new Map() : new Map([[path, Array.isArray(value) ? value.map(written).join(",") : String(value)]]);
  }
  return new Map(Object.entries(value).flatMap(([key, inside]) => [...leavesOf(inside, `${path}.${key}`)]));
}

/** One of a list: a value, or what a record holds but for its label, which is the provider's own words. */
function written(item: unknown): string {
  if (typeof item !== "object" || item === null) return String(item);
  return Object.entries(item)
    .flatMap(([key, value]) => (key === "label" ? [] : [String(value)]))
    .join("/");
}
