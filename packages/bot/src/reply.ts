import type { Instant, Label, Language, Problem } from "@kairos/core";
import type { PrintableDocument } from "@kairos/pdf";
import type { Heatmap } from "./pictures/heatmap-data.js";

/** One line of an answer; the tone is what a front colours or marks. */
export interface ReplyLine {
  readonly tone: "plain" | "good" | "warning" | "bad" | "muted";
  readonly text: Label;
}

export interface ReplyTable {
  readonly columns: readonly Label[];
  readonly rows: readonly (readonly Label[])[];
  /** What shows the thing of a row: a command, and the option that takes the first cell. */
  readonly open?: { readonly path: string; readonly option: string };
}

/** What was shown before an act that cannot be undone: a confirmation does this and nothing else. */
export interface Preview {
  readonly path: string;
  readonly options: Readonly<Record<string, string>>;
  /** Of everything the person read. */
  readonly digest: string;
  readonly until: Instant;
}

/** A document to render after the commit, from what was committed. */
export interface ReplyDocument {
  readonly fileName: string;
  readonly document: PrintableDocument;
  /** Holds what may never pass through a chat: it only goes to the documents folder. */
  readonly confidential?: true;
}

/** A text that the command wrote, handed out as a file: a table for a spreadsheet, notes. */
export interface ReplyText {
  readonly fileName: string;
  readonly text: string;
  readonly confidential?: true;
}

/** A table handed out as a workbook: written after the commit, like a document. */
export interface ReplySheet {
  readonly fileName: string;
  readonly columns: readonly { readonly title: string; readonly kind: "text" | "day" | "count" | "hours"; readonly width: number }[];
  /** Days as `2026-12-07`, hours as numbers; nothing in an empty cell. */
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly confidential?: true;
}

/** A file the desk keeps, handed out as it was received. */
export interface ReplyFile {
  readonly fileName: string;
  /** Of the bytes, which stay in the store. */
  readonly digest: string;
  readonly confidential?: true;
}

/** Files that go together, packed as one ZIP archive after the commit, under the names they are given, in their order. */
export interface ReplyPackage {
  readonly fileName: string;
  readonly parts: readonly (ReplyDocument | ReplyText | ReplyFile)[];
  readonly confidential?: true;
}

/** A message that its sender opens in their own mail program, looks at and sends: written after the commit, like a document. */
export interface ReplyMail {
  readonly fileName: string;
  /** Nothing when the address is not known: the sender fills it in. */
  readonly to?: string;
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly (ReplyDocument | ReplyText | ReplyFile)[];
  readonly confidential?: true;
}

/** A drawing the command made, or what one is made of, handed out as a PNG: drawn after the commit, like a document. */
export type ReplyPicture = {
  readonly fileName: string;
  /** What somebody who does not see it is told. */
  readonly alt: Label;
  readonly confidential?: true;
} & ({ readonly svg: string; readonly heatmap?: never } | { readonly heatmap: Heatmap; readonly svg?: never });

/** A command the person may run next, as they would type it. */
export interface NextStep {
  readonly text: Label;
  /** What a button says, where the command itself would say it badly. */
  readonly button?: Label;
  readonly command?: string;
  /** Mends several problems at once: its button stands before theirs. */
  readonly ahead?: true;
}

/** What a command answers: data, rendered by each front in its own way. */
export interface Reply {
  /** `refused`: nothing of what the command wrote is kept. */
  readonly outcome: "done" | "refused";
  readonly title?: Label;
  readonly lines?: readonly ReplyLine[];
  readonly fields?: readonly { readonly name: Label; readonly value: Label }[];
  readonly table?: ReplyTable;
  readonly problems?: readonly Problem[];
  readonly next?: readonly NextStep[];
  readonly documents?: readonly ReplyDocument[];
  readonly texts?: readonly ReplyText[];
  readonly sheets?: readonly ReplySheet[];
  readonly files?: readonly ReplyFile[];
  readonly packages?: readonly ReplyPackage[];
  readonly mails?: readonly ReplyMail[];
  readonly pictures?: readonly ReplyPicture[];
  /** Of a final act: digest of all it acts upon, shown or not. A confirmation that finds another one does nothing. */
  readonly basis?: string;
  /** Took somebody out of what is kept: once it is committed, the free space of the file follows. */
  readonly erases?: true;
  /** Set by `dispatch`: nothing is done yet. */
  readonly preview?: Preview;
  /** Set by `dispatch`: no document of this workspace passes through a chat. */
  readonly documentsTo?: "folder";
  /** Set by `dispatch`: the asker may show this answer to a whole channel. */
  readonly publishable?: true;
  /** Of a command whose point is to judge: a script learns it from the exit code. */
  readonly verdict?: "sound" | "unsound";
  /** What a script reads with `--json`, beside the problems. */
  readonly data?: unknown;
  /** For the trail: the thing acted upon, and codes or references; never a name. */
  readonly trace?: { readonly object?: string; readonly details?: Readonly<Record<string, string | number | boolean>> };
}

export function done(reply: Omit<Reply, "outcome">): Reply {
  return { outcome: "done", ...reply };
}

/** Refuses with the problems that say why; whatever was written is rolled back. */
export function refused(problems: readonly Problem[], rest: Omit<Reply, "outcome" | "problems"> = {}): Reply {
  return { outcome: "refused", problems, ...rest };
}

/** The same words in every language: a reference, an amount already formatted. */
export function same(text: string): Label {
  return { fr: text, en: text };
}

/** The same thing said in each language. */
export function both(say: (language: Language) => string): Label {
  return { fr: say("fr"), en: say("en") };
}

export function line(tone: ReplyLine["tone"], fr: string, en: string): ReplyLine {
  return { tone, text: { fr, en } };
}
