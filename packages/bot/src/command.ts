import type { Instant, IsoDate, Label, Permission, Provider, Siret } from "@kairos/core";
import type { InputOf, Options, Words } from "./option.js";
import type { Progress } from "./prepare.js";
import type { Reply } from "./reply.js";
import type { TrailVerdict } from "./store/audit-words.js";
import type { Person, Store } from "./store/store.js";

/** What a command is given: everything it may know, nothing of the front it was called from. */
export interface CommandContext<Input, Prepared = unknown> {
  readonly input: Input;
  readonly actor: Person;
  readonly now: Instant;
  /** The day it is for the provider. */
  readonly today: IsoDate;
  /** The establishment it works for, among the actor's; nothing before `/organisme demarrer`. */
  readonly provider: Provider | undefined;
  /** What the actor may do today, for one establishment at least. */
  readonly rights: ReadonlySet<Permission>;
  /** May the actor do that today, for one establishment. */
  readonly may: (permission: Permission, siret: Siret) => boolean;
  /** Every command of the desk, for the help. */
  readonly commands: Commands;
  /** This workspace only, inside the command's own transaction. */
  readonly store: Store;
  /** What `prepare` made ready. */
  readonly prepared: Prepared;
  /** Tells how far long work has come; nothing waits for it. */
  readonly progress: Progress;
}

/** What the long work before a command is given: no transaction is open while it lasts. */
export interface PrepareContext<Input>
  extends Pick<CommandContext<Input>, "input" | "actor" | "now" | "today" | "provider" | "may" | "progress"> {
  /** A look at what is kept, within what the person may see. */
  read<T>(work: (store: Store) => Promise<T>): Promise<T>;
  /** Recomputes the whole trail. */
  verifyTrail(): Promise<TrailVerdict>;
}

/** What a form may look up before it opens: the thing it changes, within what the person may see. */
export interface KnownContext extends Pick<CommandContext<unknown>, "provider" | "store" | "actor" | "may" | "now"> {
  /** Options typed so far, as text, under their French names. */
  readonly values: Readonly<Record<string, string>>;
}

/** One command, one file: `commands/<noun>/<verb>.ts` exports it by default. */
export interface Command<O extends Options = Options, Prepared = unknown> {
  readonly words: Words;
  readonly needs: Needs;
  /** Said before anything runs: a private answer is seen by the asker alone. */
  readonly visibility: "private" | "shared";
  /** `at-once` for what one look answers and no document follows; else a chat is told first that an answer is coming. */
  readonly timing?: "at-once";
  /** Options asked in a form where none of them is typed: steps of five at most, a file only in the last. */
  readonly form?: readonly (readonly (keyof O & string)[])[];
  /** What the desk has already of what the form asks: shown in its fields. */
  known?(context: KnownContext): Promise<Partial<InputOf<O>>>;
  /** Cannot be taken back: shown first, done once it is confirmed. */
  readonly final?: true;
  /** Takes seconds: marked while it lasts, so that whoever asked is told at the next start if the process was cut off. */
  readonly long?: true;
  /** An answer that whoever holds `answer.publish` may show to a whole channel. */
  readonly publishable?: true;
  /** Also offered on a person or a message of the chat, which fills options; its form, when it has one, shows the rest. */
  readonly menu?: Menu<keyof O & string>;
  /** One example, as typed: shown by the help and run by a test. */
  readonly example: string;
  readonly options: O;
  /** Long work, done before the transaction and only for who may run the command: inside, others would wait for it. */
  prepare?(context: PrepareContext<InputOf<O>>): Promise<Prepared>;
  run(context: CommandContext<InputOf<O>, Prepared>): Promise<Reply>;
}

/** An entry of the menu of a person or a message. */
export interface Menu<Key extends string = string> {
  readonly on: "user" | "message";
  readonly name: Label;
  /** What the person, the words of the message or its first file goes into. */
  readonly fills: Key;
  /** Of a message whose words are taken: what its first picture goes into, and the hour at which it was written. */
  readonly also?: { readonly picture: Key; readonly moment: Key };
  /** Shown to everybody, though its family is not. */
  readonly forAll?: true;
}

/** A command and where it stands: `commands/devis/verifier.ts` is `devis verifier`, `commands/aide/aide.ts` is `aide`. */
export interface LoadedCommand extends Command {
  readonly noun: string;
  readonly verb: string;
  /** `devis verifier`: what is typed, traced and looked up. */
  readonly path: string;
}

export type Commands = ReadonlyMap<string, LoadedCommand>;

/**
 * The right a command asks, or several of which one is enough. `founding` runs only while the workspace has no provider,
 * `trainee` for somebody whose account is on the record of a trainee, `none` for help.
 */
export type Needs = Permission | readonly Permission[] | "founding" | "trainee" | "none";

/** The rights of which one lets run a command; nothing when it asks for none. */
export function rightsFor(needs: Needs): readonly Permission[] {
  if (needs === "founding" || needs === "trainee" || needs === "none") return [];
  return typeof needs === "string" ? [needs] : needs;
}

/** Keeps the types of the options for `run`. */
export function command<const O extends Options, Prepared = undefined>(definition: Command<O, Prepared>): Command<O, Prepared> {
  return definition;
}
