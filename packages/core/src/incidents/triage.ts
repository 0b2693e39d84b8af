import type { Explanation } from "../access/index.js";
import type { QuoteStatus } from "../quotes/index.js";
import type { Visibility } from "../sessions/index.js";
import type { Label } from "../shared/language.js";
import { causes } from "./causes.js";
import type { Contact, Symptom } from "./incident.js";
import type { Answers, QuestionId } from "./questions.js";

/** What the desk knows by itself; nothing where it does not. */
export interface DeskFacts {
  /** Of the person and the task that was refused. */
  readonly access?: Explanation | undefined;
  /** Days since the last act of the person in the desk. */
  readonly idleDays?: number | undefined;
  readonly inactiveAfterDays: number;
  readonly visibility?: Visibility | undefined;
  readonly quoteStatus?: QuoteStatus | undefined;
  /** Is the Qualiopi certification in force. */
  readonly isCertified?: boolean | undefined;
  /** Months of the session that are closed and entered, and those that are not. */
  readonly openMonths?: readonly string[] | undefined;
}

export interface TriageFacts {
  readonly symptom: Symptom;
  readonly answers: Answers;
  readonly desk: DeskFacts;
}

/** One likely cause: when it is the one, why, what to try in order, who can help, what to attach. */
export interface Cause {
  readonly symptom: Symptom;
  /** Asked before this row can be judged. */
  readonly asks?: QuestionId;
  readonly fits: (facts: TriageFacts) => boolean;
  readonly label: Label;
  readonly because: (facts: TriageFacts) => Label;
  readonly tries: readonly Label[];
  readonly contact: Contact;
  readonly attach: readonly ("screenshot" | "message" | "time" | "browser" | "reference")[];
}

export type CauseId = keyof typeof causes;

export type Diagnosis = { readonly ask: QuestionId } | { readonly cause: CauseId; readonly row: Cause; readonly because: Label };

/** Walks the rows of a symptom in order: the first that fits concludes, and a row that needs an answer asks for it. */
export function diagnose(facts: TriageFacts): Diagnosis {
  for (const [cause, row] of Object.entries(causes) as [CauseId, Cause][]) {
    if (row.symptom !== facts.symptom) continue;
    if (row.asks !== undefined && facts.answers[row.asks] === undefined) return { ask: row.asks };
    if (row.fits(facts)) return { cause, row, because: row.because(facts) };
  }
  throw new Error(`no cause concludes for ${facts.symptom}`);
}
