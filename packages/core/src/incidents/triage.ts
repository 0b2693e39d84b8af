import type { Explanation } from "../access/index.js";
import type { QuoteStatus } from "../quotes/index.js";
import type { Visibility } from "../sessions/index.js";
import type { Label } from "../shared/language.js";
import { causes } from "./causes.js";
import type { Contact, Symptom } from "./incident.js";
import type { Answers, QuestionId } from "./questions.js";

/** What the desk knows by itself; nothing where it does not. */
export interface DeskFacts {
  /** Of the person and the right that the task asks for. */
  readonly access?: Explanation | undefined;
  /** Days since the last act of the person in the desk, what they do about incidents apart; since their first grant when there is none. */
  readonly idleDays?: number | undefined;
  /** From how many days without an act an account is dormant. */
  readonly inactiveAfterDays: number;
  /** Of the session, when its journey to the portal is followed here or something leaves it out; else only the person can say. */
  readonly visibility?: Visibility | undefined;
  readonly quoteStatus?: QuoteStatus | undefined;
  /** Is the Qualiopi certification in force. */
  readonly isCertified?: boolean | undefined;
  /** Months of the session, `2026-12`, that have begun and are not closed. */
  readonly openMonths?: readonly string[] | undefined;
}

export interface TriageFacts {
  readonly symptom: Symptom;
  readonly answers: Answers;
  readonly desk: DeskFacts;
}

/** What the helper looks at first. The SIRET and the portal identifier always go with them. */
export type Attached = "screenshot" | "message" | "time" | "browser" | "reference";

export const attachedLabels: Readonly<Record<Attached, Label>> = {
  screenshot: { fr: "une capture d'écran sans candidat visible", en: "a screenshot that shows no candidate" },
  message: { fr: "le message affiché, tel quel", en: "the message shown, as it is" },
  time: { fr: "l'heure exacte", en: "the exact time" },
  browser: { fr: "le navigateur et sa version", en: "the browser and its version" },
  reference: { fr: "la référence du devis ou de la session", en: "the quote's or session's reference" },
};

/** One likely cause: when it is the one, why, what to try in order, who can help, what to attach. */
export interface Cause {
  readonly symptom: Symptom;
  /** What only the person can say, where the row hangs on it. */
  readonly asks?: QuestionId;
  /** Nothing until `asks` is answered: then it is asked. */
  readonly fits: (facts: TriageFacts) => boolean | undefined;
  readonly label: Label;
  readonly because: (facts: TriageFacts) => Label;
  readonly tries: readonly Label[];
  readonly contact: Contact;
  readonly attach: readonly Attached[];
}

export type CauseId = keyof typeof causes;

export interface Conclusion {
  readonly cause: CauseId;
  readonly row: Cause;
  readonly because: Label;
}

export type Diagnosis = { readonly ask: QuestionId } | Conclusion;

/** Walks the rows of a symptom in order: the first that fits concludes, and one that hangs on an answer asks for it. */
export function diagnose(facts: TriageFacts): Diagnosis {
  for (const [cause, row] of rowsOf(facts.symptom)) {
    const fits = row.fits(facts);
    if (fits === undefined && row.asks !== undefined) return { ask: row.asks };
    if (fits === true) return { cause, row, because: row.because(facts) };
  }
  throw new Error(`no cause concludes for ${facts.symptom}`);
}

/** The likeliest cause when nobody is there to answer: rows that hang on an answer are passed over. */
export function presumeCause(facts: TriageFacts): Conclusion {
  for (const [cause, row] of rowsOf(facts.symptom)) {
    if (row.fits(facts) === true) return { cause, row, because: row.because(facts) };
  }
  throw new Error(`no cause concludes for ${facts.symptom}`);
}

function rowsOf(symptom: Symptom): readonly (readonly [CauseId, Cause])[] {
  return (Object.entries(causes) as [CauseId, Cause][]).filter(([, row]) => row.symptom === symptom);
}
