export type Language = "fr" | "en";

/** The same words in each language. */
export type Label = { readonly [L in Language]: string };

/** A problem in words: what is wrong, why it matters, how to mend it. */
export interface Sentence {
  readonly what: string;
  readonly why: string;
  readonly mend: string;
}
