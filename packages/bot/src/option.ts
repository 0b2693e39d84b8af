import type { IsoDate, Label, Result } from "@kairos/core";
import type { FileKind, ReceivedFile } from "./files/received.js";

/**
 * Name and description, per language; the label of a form's field is the description unless it is given too. The French
 * name is what is typed everywhere; Discord shows the reader's own.
 */
export interface Words {
  readonly fr: readonly [name: string, description: string, label?: string];
  readonly en: readonly [name: string, description: string, label?: string];
}

/** What a reference points at: the fronts complete it from the store. */
export type ReferenceKind =
  | "quote"
  | "course"
  | "session"
  | "appointment"
  | "import"
  | "trainee"
  | "template"
  | "person"
  | "grant"
  | "attachment"
  | "provider"
  | "profile"
  | "review"
  | "sheet"
  | "customer"
  | "agreement"
  | "order"
  | "invoice"
  | "incident";

export interface Choice {
  readonly value: string;
  readonly label: Label;
}

/** One option of a command: how it is named, offered and read. Fronts hand over text; `read` makes the value. */
export interface Option<Value = unknown> {
  readonly kind: "text" | "integer" | "boolean" | "choice" | "file";
  readonly words: Words;
  readonly required: boolean;
  readonly choices?: readonly Choice[];
  readonly suggests?: ReferenceKind;
  /** Letters of a text, or the greatest integer. */
  readonly most?: number;
  readonly least?: number;
  /** Of a text that may take several lines in a form. */
  readonly lines?: "several";
  /** A text in which people paste what they see: secrets are masked at the door, where others are refused. */
  readonly masked?: true;
  /** Of a file: what it may be. */
  readonly kinds?: readonly FileKind[];
  read(text: string, context: Reading): Result<Value>;
  /** The text that reads as a value; a file has none. */
  write?(value: Exclude<Value, undefined>): string;
}

/** What a value is read with: the day it is, and the file that came under the option's name. */
export interface Reading {
  readonly today: IsoDate;
  readonly file?: ReceivedFile;
}

export type Options = Readonly<Record<string, Option<unknown>>>;
export type InputOf<O extends Options> = { readonly [Name in keyof O]: O[Name] extends Option<infer Value> ? Value : never };
