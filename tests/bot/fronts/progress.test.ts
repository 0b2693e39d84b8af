import { describe, expect, it } from "vitest";
import { progressOn } from "../../../packages/bot/src/fronts/console/progress.js";
import { isUnderWay, progressIn } from "../../../packages/bot/src/fronts/discord/progress.js";

describe("long work on a console", () => {
  const shownOn = (kind: "terminal" | "pipe", steps: readonly number[], elapsed: number) => {
    let now = 0;
    const rows: string[] = [];
    const output = { remark: (row: string) => rows.push(row), ...(kind === "terminal" && { rewrite: (row: string) => rows.push(row) }) };
    const shown = progressOn(output, "fr", () => now);
    now = elapsed;
    for (const step of steps) shown.report(step, 1000);
    shown.end();
    return rows.map((row) => row.replace("\u00a0", " "));
  };

  it("is one line rewritten on a terminal, wiped at the end", () => {
    expect(shownOn("terminal", [10, 11, 19, 20, 1000], 1000)).toEqual(["… en cours : 1 %", "… en cours : 2 %", "… en cours : 100 %", ""]);
  });

  it("is a line for each tenth elsewhere", () => {
    const steps = Array.from({ length: 1000 }, (_, step) => step + 1);
    expect(shownOn("pipe", steps, 1000)).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100].map((tenth) => `… en cours : ${tenth} %`));
  });

  it("is not worth a line when it is over in a moment", () => {
    expect(shownOn("terminal", [500, 1000], 100)).toEqual([]);
  });
});

describe("long work in a chat", () => {
  const chat = (deferred = true) => {
    let now = 0;
    const edits: string[] = [];
    const settle: (() => void)[] = [];
    const interaction = { deferred };
    const edit = (content: string) => {
      edits.push(content.replace("\u00a0", " "));
      return new Promise<void>((resolve) => settle.push(resolve));
    };
    const shown = progressIn(interaction as never, edit, "fr", () => now);
    const wait = (ms: number) => {
      now += ms;
    };
    return { shown, edits, wait, interaction, finishEdit: () => settle.shift()?.() };
  };

  it("edits the announced answer every two seconds at most, one edit at a time", async () => {
    const { shown, edits, wait, finishEdit } = chat();
    shown.report(1, 10);
    wait(1999);
    shown.report(2, 10);
    wait(1);
    shown.report(3, 10);
    wait(5000);
    shown.report(4, 10);
    finishEdit();
    await new Promise(setImmediate);
    shown.report(5, 10);
    finishEdit();
    expect(edits).toEqual(["En cours : 30 %", "En cours : 50 %"]);
  });

  it("ends before the answer: no edit comes after, and the last one is waited for", async () => {
    const { shown, edits, wait, finishEdit, interaction } = chat();
    wait(2000);
    shown.report(1, 10);
    let isOver = false;
    const ending = shown.end().then(() => {
      isOver = true;
    });
    await new Promise(setImmediate);
    expect(isOver).toBe(false);
    wait(5000);
    shown.report(9, 10);
    finishEdit();
    await ending;
    shown.report(10, 10);
    expect(edits).toEqual(["En cours : 10 %"]);
    expect(isUnderWay(interaction)).toBe(true);
  });

  it("is silent where no answer was announced", () => {
    const { shown, edits, wait } = chat(false);
    wait(5000);
    shown.report(1, 10);
    expect(edits).toEqual([]);
  });
});
