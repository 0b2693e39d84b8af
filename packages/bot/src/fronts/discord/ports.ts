import type { Commands } from "../../command.js";
import type { AnswerFile, Dispatch } from "../../dispatch.js";
import type { ReceivedFile } from "../../files/received.js";
import type { Log } from "../shared/log.js";
import type { SuggestPorts } from "../shared/suggest.js";

/** What the Discord front needs of the desk. */
export interface DeskPorts extends SuggestPorts {
  readonly commands: Commands;
  readonly dispatch: Dispatch;
  readonly log: Log;
  /** Where files that people send come from; another origin is never fetched. */
  readonly filesOrigin: string;
  /** Writes a document to the workspace's folder and says its name. */
  readonly keepDocument: (workspace: string, file: AnswerFile) => Promise<string>;
}

/** What a command is run with, read from wherever the person gave it. */
export interface Given {
  readonly values: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, ReceivedFile>>;
}
