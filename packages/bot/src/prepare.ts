import { can, failure, type IsoDate, type Provider, type Result, success } from "@kairos/core";
import { authorise, type Standing, standingOf } from "./authorise.js";
import type { LoadedCommand } from "./command.js";
import type { DispatchPorts, Request } from "./dispatch.js";
import { establishmentOf } from "./establishment.js";
import { type RawInput, readInput } from "./read-input.js";
import type { Scope } from "./store/store.js";

/** Who may run a command, for what, with what they typed. */
export interface Admitted {
  readonly scope: Scope;
  readonly input: Record<string, unknown>;
  readonly provider: Provider | undefined;
}

/** May they, what do they ask, for which establishment: the first thing that is wrong refuses. */
export function admit(command: LoadedCommand, raw: RawInput, standing: Standing, today: IsoDate): Result<Admitted> {
  const scope = authorise(command, standing);
  if (!scope.ok) return scope;
  const input = readInput(command, raw, today);
  if (!input.ok) return input;
  const provider = establishmentOf(command, standing, scope.value, namedIn(input.value));
  return provider.ok ? success({ scope: scope.value, input: input.value, provider: provider.value }) : failure(...provider.problems);
}

/** What a command made ready, kept apart from there being nothing to make ready. */
export interface Prepared {
  readonly result: unknown;
}

/**
 * Does the long work of a command before its transaction, which others would wait for. Only for who may run it; the
 * transaction asks again. Nothing for a request that was answered already.
 */
export async function prepareFor(
  { database, clock, dayOf }: DispatchPorts,
  { command, input: raw, claim }: { readonly command: LoadedCommand; readonly input: RawInput; readonly claim: string },
  { workspace, actor, mayFound, progress }: Request,
): Promise<Prepared | undefined> {
  if (command.prepare === undefined || (await database.recall(workspace, claim)) !== undefined) return undefined;
  const now = clock();
  const standing = await database.read(workspace, "all", (store) =>
    standingOf(store, { person: actor.id, mayFound, needs: command.needs }, now, dayOf),
  );
  const admitted = admit(command, raw, standing, standing.today);
  if (!admitted.ok) return undefined;
  const { scope, input, provider } = admitted.value;
  const result = await command.prepare({
    input: input as never,
    actor,
    now,
    today: standing.today,
    provider,
    may: (permission, siret) => can(standing.access, permission, siret),
    progress: harmless(progress),
    read: (work) => database.read(workspace, scope, work),
    verifyTrail: () => database.trails.verify(workspace),
  });
  return { result };
}

/** Told how far long work has come; whoever listens cannot hold it up, nor make it fail. */
export type Progress = (done: number, total: number) => void;

export function harmless(progress: Progress | undefined): Progress {
  return (done, total) => {
    try {
      progress?.(done, total);
    } catch {
      // What is shown of a work is not the work.
    }
  };
}

/** The establishment that was asked for, by commands that take one. */
function namedIn({ establishment }: Readonly<Record<string, unknown>>): string | undefined {
  return typeof establishment === "string" ? establishment : undefined;
}
