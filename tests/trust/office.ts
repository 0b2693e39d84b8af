import { dayOf, type Instant } from "@kairos/core";
import type { Commands } from "../../packages/bot/src/command.js";
import { type Answer, type Dispatch, dispatchThrough, type Request } from "../../packages/bot/src/dispatch.js";
import { parseLine } from "../../packages/bot/src/fronts/shared/line/parse-line.js";
import { type Place as DatabasePlace, openDatabase } from "../../packages/bot/src/store/database.js";
import type { Database } from "../../packages/bot/src/store/store.js";
import { sha256 } from "../bot/desk.js";

/** A line that somebody typed, as it is delivered: the same id is the same delivery. */
export interface Typed {
  readonly id: string;
  readonly person: string;
  readonly line: string;
  /** Instead of those of the line, once its files are read. */
  readonly options?: Request["options"];
  readonly files?: Request["files"];
}

/** A desk on a database, which can be dropped and opened again. Nothing is drawn: no document is written to the file. */
export interface Office {
  readonly commands: Commands;
  readonly database: Database;
  /** What was reported of our own faults. */
  readonly failures: unknown[];
  readonly dispatch: Dispatch;
  readonly deliver: (typed: Typed) => Promise<Answer>;
  readonly now: () => Instant;
  readonly setClock: (at: Instant) => void;
  readonly close: () => Promise<void>;
}

export type Place = DatabasePlace & {
  readonly commands: Commands;
  readonly workspace: string;
  readonly at?: Instant;
};

export async function openOffice({ commands, workspace, at = "2026-11-16T08:00:00.000Z", ...place }: Place): Promise<Office> {
  const database = await openDatabase({ ...place, digest: sha256 });
  const failures: unknown[] = [];
  let now = at;
  const dispatch: Dispatch = dispatchThrough({
    commands,
    database,
    clock: () => now,
    dayOf,
    render: () => Promise.resolve(new Uint8Array()),
    report: (error) => failures.push(error),
  });
  return {
    commands,
    database,
    failures,
    dispatch,
    now: () => now,
    setClock: (instant) => {
      now = instant;
    },
    deliver: ({ id, person, line, options: read, files }) => {
      const parsed = parseLine(line, commands);
      if (!parsed.ok) throw new Error(`unreadable line: ${line}`);
      const { path, options: typed } = parsed;
      const options = read ?? typed;
      const actor = { id: person, name: person };
      return dispatch({ workspace, deliveryId: id, actor, mayFound: true, path, options, ...(files !== undefined && { files }) });
    },
    close: () => database.close(),
  };
}
