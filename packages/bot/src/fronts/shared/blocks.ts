import type { ReplyLine } from "../../reply.js";

/** How a block is marked: each front has its own sign or colour for it. */
export type Mark = ReplyLine["tone"] | "notice" | "denied" | "unknown";

/** A piece of an answer in one language, before a terminal or a chat draws it. */
export type Block =
  | { readonly kind: "title"; readonly text: string }
  | { readonly kind: "line"; readonly mark: Mark; readonly text: string }
  | { readonly kind: "fields"; readonly fields: readonly Field[] }
  | { readonly kind: "table"; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | Finding
  | { readonly kind: "next"; readonly steps: readonly Step[] };

export interface Field {
  readonly name: string;
  readonly value: string;
}

/** A problem in words: what is wrong, why it matters, how to mend it. */
export interface Finding {
  readonly kind: "finding";
  readonly mark: Mark;
  readonly what: string;
  readonly why?: string;
  readonly mend?: Step;
}

/** Something to do next; `command` is what to type. */
export interface Step {
  readonly text?: string;
  readonly command?: string;
}

export type BlockOf<Kind extends Block["kind"]> = Extract<Block, { readonly kind: Kind }>;
