import { type Label, type Language, type Problem, say } from "@kairos/core";
import type { Answer } from "../../dispatch.js";
import { remedyFor } from "../../remedies.js";
import type { Block, Finding, Step } from "./blocks.js";
import { unbroken } from "./language.js";

/** What a reader types for an option known by its French name. */
export type NameOf = (option: string) => string;

const asTyped: NameOf = (option) => option;

/** An answer in words, in the order in which it is read. Files are left to the front, which knows where they went. */
export function sayAnswer(answer: Answer, language: Language, nameOf = asTyped): readonly Block[] {
  const { reply } = answer;
  const words = (label: Label) => unbroken(label[language], language);
  const blocks: Block[] = [];
  if (reply.title !== undefined) blocks.push({ kind: "title", text: words(reply.title) });
  for (const { tone, text } of reply.lines ?? []) blocks.push({ kind: "line", mark: tone, text: words(text) });
  if (reply.fields !== undefined && reply.fields.length > 0) {
    blocks.push({ kind: "fields", fields: reply.fields.map(({ name, value }) => ({ name: words(name), value: words(value) })) });
  }
  if (reply.table !== undefined && reply.table.rows.length > 0) {
    blocks.push({ kind: "table", columns: reply.table.columns.map(words), rows: reply.table.rows.map((row) => row.map(words)) });
  }
  blocks.push(...findings(answer, language, nameOf));
  if (reply.next !== undefined && reply.next.length > 0) {
    blocks.push({ kind: "next", steps: reply.next.map(({ text, command }) => stepOf(words(text), command)) });
  }
  return blocks;
}

/** One problem in words, with the command that mends it when there is one. */
export function findingOf(problem: Problem, about: string | undefined, language: Language, nameOf = asTyped): Finding {
  const { what, why, mend } = say(problem, language);
  const command = remedyFor(problem, about);
  const step: Step = command === undefined ? { text: unbroken(mend, language) } : { command };
  const text = unbroken(placeOf(problem, language, nameOf) + what, language);
  return { kind: "finding", mark: marks[problem.severity], what: text, why: unbroken(why, language), mend: step };
}

function findings(answer: Answer, language: Language, nameOf: NameOf): readonly Block[] {
  const problems = answer.reply.problems ?? [];
  const about = answer.reply.trace?.object;
  const blocks: Block[] = problems
    .filter((problem) => !isUndecided(problem))
    .map((problem) => {
      const finding = findingOf(problem, about, language, nameOf);
      return answer.outcome === "denied" ? deniedOf(finding) : finding;
    });
  const undecided = problems.filter(isUndecided);
  if (undecided.length > 0) blocks.push({ kind: "line", mark: "unknown", text: unbroken(sayUndecided(undecided, language), language) });
  return blocks;
}

/** The checks that wait for the same data wait in one sentence. */
function sayUndecided(problems: readonly Problem[], language: Language): string {
  const mends = [...new Set(problems.map((problem) => say(problem, language).mend))].join(" ");
  const several = problems.length > 1;
  return language === "fr"
    ? `${problems.length} contrôle${several ? "s n'ont" : " n'a"} pas pu être fait${several ? "s" : ""}. ${mends}`
    : `${problems.length} check${several ? "s" : ""} could not be made. ${mends}`;
}

function isUndecided(problem: Problem): boolean {
  return problem.severity === "undecided" && "missing" in problem.params;
}

/** A refused right reads in one breath: which right, then who can give it or what to type. */
function deniedOf({ what, mend: { text, command } = {} }: Finding): Finding {
  const said = text === undefined ? what : `${what} ${text}`;
  return { kind: "finding", mark: "denied", what: said, ...(command !== undefined && { mend: { command } }) };
}

/** An option read wrongly is named, since its sentence only speaks of the value. */
function placeOf({ code, path }: Problem, language: Language, nameOf: NameOf): string {
  const option = path[0];
  if (!code.startsWith("input.") || typeof option !== "string") return "";
  return language === "fr" ? `${nameOf(option)} : ` : `${nameOf(option)}: `;
}

function stepOf(text: string, command: string | undefined): Step {
  if (command === undefined) return { text };
  return text === "" || text === command ? { command } : { text, command };
}

const marks = { error: "bad", warning: "warning", notice: "notice", undecided: "unknown" } as const;
