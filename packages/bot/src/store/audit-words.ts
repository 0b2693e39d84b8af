import type { AuditEntry, AuditHead, AuditProblem, Checkpoint, Instant, IsoDate } from "@kairos/core";

/** Which entries of a trail are looked for. */
export interface AuditFilter {
  readonly actor?: string;
  /** Any of these references. */
  readonly objects?: readonly string[];
  /** Any of these acts, as they are traced. */
  readonly acts?: readonly string[];
  readonly outcome?: AuditEntry["outcome"];
  readonly from?: Instant;
  /** Not this instant any more. */
  readonly before?: Instant;
  readonly limit: number;
}

export interface AuditUsage {
  readonly actor: string;
  readonly act: string;
  readonly lastAt: Instant;
  readonly count: number;
}

/** How a trail stood when it was recomputed. */
export interface TrailVerdict {
  /** The first entry that does not hold; none when all do. */
  readonly problems: readonly AuditProblem[];
  /** How many entries were found sound. */
  readonly entries: number;
  /** What the first entry follows: nothing, or the last of those removed. */
  readonly opening: AuditHead;
  /** Of the first entry. */
  readonly since?: Instant;
  /** What vouches for the opening, where a beginning was removed. */
  readonly checkpoint?: Checkpoint;
  readonly head?: AuditHead;
}

/** Every entry before a day leaves the trail. */
export interface Closing {
  readonly before: IsoDate;
  /** Where that day begins for the provider. */
  readonly from: Instant;
  /** When it is done. */
  readonly at: Instant;
}

/** The trails of every workspace, as a whole: what no act of a person does. */
export interface Trails {
  workspaces(): Promise<readonly string[]>;
  /** The last days, at most so many, on which somebody did something. */
  workedOn(workspace: string, most: number): Promise<readonly IsoDate[]>;
  /** When its last checkpoint was written. */
  closedAt(workspace: string): Promise<Instant | undefined>;
  /** Recomputes a trail as it is committed now. Nobody waits for it. */
  verify(workspace: string): Promise<TrailVerdict>;
  /** Removes a bounded part of what is before a day, and leaves a checkpoint for it. Returns how many were removed. */
  close(workspace: string, closing: Closing): Promise<number>;
}
