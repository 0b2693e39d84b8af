/** What a changelog says is gone: names under "Removed", and under "Changed" those that have another, `` `old` → `new` ``. */
export interface Retired {
  readonly removed: ReadonlySet<string>;
  readonly renamed: ReadonlyMap<string, string>;
}

export function retiredIn(changelog: string): Retired {
  const removed = new Set<string>();
  const renamed = new Map<string, string>();
  let section = "";
  for (const line of changelog.split("\n")) {
    section = /^#+ (.+)/.exec(line)?.[1] ?? section;
    if (section === "Removed") for (const [, name = ""] of line.matchAll(/`([^`]+)`/g)) removed.add(name);
    if (section === "Changed") for (const [, old = "", now = ""] of line.matchAll(/`([^`]+)` → `([^`]+)`/g)) renamed.set(old, now);
  }
  return { removed, renamed };
}

/** Of the names that were there, those that are gone without a word. */
export function goneUntold(before: Iterable<string>, now: ReadonlySet<string>, changelog: string): readonly string[] {
  const { removed, renamed } = retiredIn(changelog);
  const bare = (name: string) => name.replace("type ", "");
  const names = new Set([...now].map(bare));
  return [...before].filter((name) => !now.has(name) && !removed.has(bare(name)) && !names.has(renamed.get(bare(name)) ?? ""));
}
