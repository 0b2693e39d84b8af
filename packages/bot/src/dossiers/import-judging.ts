import { type CatalogueEntry, type IsoDate, type JudgedEntry, leaveOut, mergedSession, planImport, type Session } from "@kairos/core";
import { line, type ReplyLine } from "../reply.js";
import type { Person, Store } from "../store/store.js";
import type { BeforeImport } from "./imports.js";
import { partsOf } from "./list-options.js";
import { refusedChanges } from "./session-changes.js";
import { keptFromNow, type Named, trainersNamed } from "./trainers.js";

/** What would become of each entry: a session that could not be recorded or corrected by hand does not come in either. */
export async function judgeImport(
  store: Store,
  entries: readonly CatalogueEntry[],
  before: BeforeImport,
  { mayReplace, today }: { readonly mayReplace: boolean; readonly today: IsoDate },
): Promise<readonly JudgedEntry[]> {
  const plan = planImport(await withTrainers(store, entries), before, mayReplace);
  const changes = plan.flatMap(({ entry, fate }) => {
    if (entry.kind !== "session" || entry.value === undefined || fate === "kept") return [];
    const there = before.sessions.get(entry.value.reference);
    return [there === undefined ? { after: entry.value } : { before: there, after: mergedSession(there, entry.value) }];
  });
  const refused = await refusedChanges(store, changes, before.present, today);
  return plan.map((judged) => {
    const { entry, fate } = judged;
    const problems = entry.kind === "session" && fate !== "kept" && refused.get((entry.value as Session | undefined)?.reference ?? "");
    return problems ? leaveOut(judged, problems) : judged;
  });
}

/** Keeps who teaches in what came in and was not known yet; says it of the first ones. */
export async function keepTrainers(
  store: Store,
  sessions: readonly Session[],
  typed: readonly CatalogueEntry[],
): Promise<readonly ReplyLine[]> {
  const taught = new Set(sessions.flatMap(({ trainers = [] }) => trainers));
  const unknown = new Map<string, Person>();
  const met = new Map<string, Named | undefined>();
  for (const entry of typed) {
    const named = await trainersNamed(store, trainersOf(entry), met);
    for (const { person, isKnown } of named.ok ? named.value : []) {
      if (!isKnown && taught.has(person.id) && !unknown.has(person.id)) unknown.set(person.id, person);
    }
  }
  const remarks: ReplyLine[] = [];
  for (const person of unknown.values()) remarks.push(await keptFromNow(store, person));
  const left = remarks.length - mostTold;
  return left <= 0 ? remarks : [...remarks.slice(0, mostTold), others(left)];
}

const mostTold = 10;

/** Each session with the people its file names, by their id: the same as when they are typed. */
async function withTrainers(store: Store, entries: readonly CatalogueEntry[]): Promise<readonly CatalogueEntry[]> {
  const met = new Map<string, Named | undefined>();
  const resolved: CatalogueEntry[] = [];
  for (const entry of entries) {
    if (entry.kind !== "session" || entry.value?.trainers === undefined) {
      resolved.push(entry);
      continue;
    }
    const { value, ...rest } = entry;
    const named = await trainersNamed(store, trainersOf(entry), met);
    if (named.ok) resolved.push({ ...rest, value: { ...value, trainers: named.value.map(({ person }) => person.id) } });
    else resolved.push({ ...rest, problems: [...entry.problems, ...named.problems] });
  }
  return resolved;
}

/** As the file writes them: a cell may hold commas as well as bars. */
function trainersOf({ kind, value }: CatalogueEntry): readonly string[] {
  return kind === "session" ? ((value as Session | undefined)?.trainers ?? []).flatMap(partsOf) : [];
}

function others(count: number): ReplyLine {
  return line(
    "warning",
    `Et ${count} autres qui n'étaient pas encore connus de Kairos.`,
    `And ${count} others who were not known to Kairos yet.`,
  );
}
