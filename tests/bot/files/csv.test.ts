import { expect, it } from "vitest";
import { csvOf } from "../../../packages/bot/src/files/csv.js";

it("a table opens in a French spreadsheet: mark, semicolons, quotes", () => {
  expect(csvOf(["Qui", "Quoi"], [["Zoé ; RGC", 'dit "oui"\nhier']])).toBe('\ufeffQui;Quoi\r\n"Zoé ; RGC";"dit ""oui""\nhier"\r\n');
});

it.each(["=1+1", "+33 6", "-2", "@SUM(A1)", "\t=1", "\r=1", "＝1", '=HYPERLINK("http://x")'])(
  "a cell that would compute does not: %j",
  (text) => {
    const [, cell = ""] = /^\ufeffa\r\n"?([\s\S]*?)"?\r\n$/.exec(csvOf(["a"], [[text]])) ?? [];
    expect(cell.startsWith("'")).toBe(true);
  },
);

it("an empty table has its columns", () => {
  expect(csvOf(["a", "b"], [])).toBe("\ufeffa;b\r\n");
});
