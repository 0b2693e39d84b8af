import type { Store } from "../store/store.js";

/** What uses each of these sessions: quotes, half-days as they stand, appointments. Nothing for one that nobody uses. */
export async function usesOf(store: Store, references: readonly string[]): Promise<Readonly<Record<string, readonly string[]>>> {
  if (references.length === 0) return {};
  const uses = new Map<string, string[]>(references.map((reference) => [reference, []]));
  const note = (reference: string | undefined, use: string) => uses.get(reference ?? "")?.push(use);
  for (const { sessionReference, reference } of await store.quotes.ofSessions(references)) note(sessionReference, reference);
  for (const { sessionReference, version } of await store.schedules.list(references)) note(sessionReference, `v${version}`);
  for (const { session, reference } of await store.appointments.list()) note(session, reference);
  return Object.fromEntries([...uses].filter(([, own]) => own.length > 0).map(([reference, own]) => [reference, own.sort()]));
}
