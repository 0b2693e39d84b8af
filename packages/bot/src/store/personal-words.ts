import type { Erasure, Evidence, Named } from "@kairos/core";

export type PersonalFacts = Evidence;

/** What is kept of one person, and what takes it out. */
export interface Personal {
  erasure(trainee: string): Promise<Erasure | undefined>;
  /** The first asked first. */
  erasures(): Promise<readonly Erasure[]>;
  saveErasure(erasure: Erasure): Promise<void>;
  /** Until when evidence about a trainee runs. */
  facts(trainee: string): Promise<PersonalFacts>;
  /** Everything that is kept of a trainee alone, by table, as it is kept. What names others too is told by its reference. */
  of(trainee: string): Promise<Readonly<Record<string, readonly unknown[]>>>;
  /** The same of a member of the team, by their id. Their acts are counted: each is in the trail. */
  ofMember(person: string): Promise<Readonly<Record<string, readonly unknown[]>>>;
  /**
   * Takes somebody's names and ids out of every text of the workspace, with the answers and drafts about them; files of their
   * quotes leave with their bytes. What is held stays as it is. The bytes leave the file with `purge`.
   */
  remove(person: Named, about: { readonly trainee?: string; readonly account?: string; readonly isHeld: boolean }): Promise<Removed>;
}

export interface Removed {
  /** Rows in which something was taken out. */
  readonly texts: number;
  readonly files: number;
  /** Answers and drafts forgotten. */
  readonly passing: number;
}
