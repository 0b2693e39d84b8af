import {
  advanceQuote,
  type Path,
  type Problem,
  type QuoteAct,
  type QuoteAction,
  type QuoteSituation,
  type quoteRefusals,
  type Result,
} from "@kairos/core";
import { aif } from "./example.js";

interface Attempt {
  readonly situation: QuoteSituation;
  readonly action: QuoteAction;
  readonly act?: Partial<QuoteAct>;
}

export interface RefusalExample {
  readonly refused: Attempt;
  readonly path: Path;
  readonly allowed: Readonly<Record<string, Attempt>>;
}

export const refusalExamples: { readonly [Code in keyof typeof quoteRefusals]: RefusalExample } = {
  "quote.transition-illegal": {
    refused: { situation: aif(), action: "accept" },
    path: ["status"],
    allowed: { "a draft is submitted": { situation: aif(), action: "submit" } },
  },
  "quote.same-person": {
    refused: { situation: aif({ status: "awaiting-candidate" }), action: "approve", act: { by: "lea" } },
    path: ["enteredBy"],
    allowed: {
      "somebody else approves": { situation: aif({ status: "awaiting-candidate" }), action: "approve", act: { by: "karim" } },
      "whoever entered it may record a refusal": {
        situation: aif({ status: "awaiting-candidate" }),
        action: "decline",
        act: { by: "lea" },
      },
    },
  },
  "quote.not-expired": {
    refused: { situation: aif({ validUntil: "2026-11-16" }), action: "expire" },
    path: ["validUntil"],
    allowed: {
      "the day after": { situation: aif({ validUntil: "2026-11-15" }), action: "expire" },
      "no validity was ever given": { situation: aif({ validUntil: undefined }), action: "expire" },
    },
  },
  "quote.act-in-future": {
    refused: { situation: aif({ status: "awaiting-candidate" }), action: "approve", act: { on: "2026-11-17" } },
    path: ["on"],
    allowed: { "it happened today": { situation: aif({ status: "awaiting-candidate" }), action: "approve", act: { on: "2026-11-16" } } },
  },
  "quote.act-too-early": {
    refused: { situation: aif({ status: "awaiting-candidate", submittedOn: "2026-11-10" }), action: "approve", act: { on: "2026-11-09" } },
    path: ["on"],
    allowed: {
      "it happened on the day of the submission": {
        situation: aif({ status: "awaiting-candidate", submittedOn: "2026-11-10" }),
        action: "approve",
        act: { on: "2026-11-10" },
      },
    },
  },
};

export function attempt({ situation, action, act }: Attempt): Result<QuoteSituation["quote"], Problem> {
  return advanceQuote(situation, action, { by: "karim", at: "2026-11-16T09:00:00Z", ...act });
}
