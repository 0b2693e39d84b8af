import { checkQuote, parse, quoteSchema, say } from "@kairos/core/quotes";

/** What is wrong with a quote that comes from anywhere, one French line for each finding. Nothing to say: nothing said. */
export function remarksOn(input: unknown, today: string): readonly string[] {
  const read = parse(quoteSchema, input);
  const problems = read.ok ? checkQuote({ quote: read.value, today }) : read.problems;
  return problems
    .filter((problem) => problem.severity !== "undecided")
    .map((problem) => {
      const { what, mend } = say(problem, "fr");
      return `${problem.path.join(".")} : ${what} ${mend}`;
    });
}
