import { inputRules, type Problem, raise } from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer } from "../../../packages/bot/src/dispatch.js";
import { limits } from "../../../packages/bot/src/fronts/discord/limits.js";
import { messageOf } from "../../../packages/bot/src/fronts/discord/replies.js";
import { line, type Reply, same } from "../../../packages/bot/src/reply.js";
import { allCommands } from "../desk.js";

const answer = (reply: Partial<Reply>, files: Answer["files"] = []): Answer => ({
  outcome: "done",
  reply: { outcome: "done", ...reply },
  files,
  visibility: "private",
  trace: "#7",
});
const look = { language: "fr", commands: new Map() } as const;
const embedOf = (shown: Answer) => messageOf(shown, look).embeds[0];

describe("a Discord message", () => {
  it("lets nothing stored become a mention, a link or a heading", () => {
    const embed = embedOf(answer({ title: same("*a* <@1> [x](y)"), lines: [line("plain", "# titre\n- liste ||caché||", "")] }));
    expect([embed?.title, embed?.description]).toEqual(["\\*a\\* \\<@1> \\[x\\](y)", "\\# titre\n\\- liste \\|\\|caché\\|\\|"]);
  });

  it("aligns a narrow table, folds a wide one to a line per row, and says what is left out", () => {
    const table = (text: string, count: number) => ({
      columns: [same("A"), same("B")],
      rows: Array.from({ length: count }, () => [same("x"), same(text)]),
    });
    expect(embedOf(answer({ table: table("12", 1) }))?.description).toBe("```\nA   B\nx  12\n```");
    expect(embedOf(answer({ table: table("mot ".repeat(20).trim(), 1) }))?.description).toMatch(/^\*\*x\*\* · mot mot/);
    const long = { table: table(`${"mot ".repeat(100)}fin`, 2000) };
    expect(embedOf(answer(long))?.description).toMatch(/… et \d+ de plus$/);
  });

  it("never goes over a limit, whatever the answer holds", () => {
    const text = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 60 }),
      fc.integer({ min: 0, max: 9000 }).map((length) => "é*🧾 ".repeat(length / 4)),
    );
    const label = text.map(same);
    const reply = fc.record({
      title: label,
      lines: fc.array(fc.record({ tone: fc.constantFrom("plain", "good", "bad" as const), text: label }), { maxLength: 30 }),
      fields: fc.array(fc.record({ name: label, value: label }), { maxLength: 40 }),
      next: fc.array(fc.record({ text: label }), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(reply, (made) => {
        const embed = embedOf(answer(made as Partial<Reply>));
        const fields = embed?.fields ?? [];
        const all = [embed?.title, embed?.description, embed?.footer?.text, ...fields.flatMap(({ name, value }) => [name, value])];
        expect(embed?.title?.length ?? 0).toBeLessThanOrEqual(limits.embedTitle);
        expect(embed?.description?.length ?? 1).toBeLessThanOrEqual(limits.embedDescription);
        expect(fields.length).toBeLessThanOrEqual(limits.embedFields);
        for (const { name, value } of fields)
          expect([name.length > 0, value.length > 0, name.length <= limits.fieldName, value.length <= limits.fieldValue]).not.toContain(
            false,
          );
        expect(all.reduce((sum, part) => sum + (part?.length ?? 0), 0)).toBeLessThanOrEqual(limits.embed);
      }),
      { numRuns: 200 },
    );
  });

  it("leaves out a document that Discord would refuse, and says so", () => {
    const files = [
      { name: "Été n°1.pdf", bytes: new Uint8Array(10) },
      { name: "lourd.pdf", bytes: new Uint8Array(limits.fileBytes + 1) },
    ];
    const message = messageOf(answer({}, files), look);
    expect(message.files.map(({ name }) => name)).toEqual(["Ete-n-1.pdf"]);
    expect(message.embeds[0]?.description).toContain("trop lourd");
  });

  it("names an option read wrongly, and what to type instead of a refused act, as the reader types them", async () => {
    const known = { language: "en", commands: await allCommands() } as const;
    const said = (problem: Problem, more: Partial<Answer>) =>
      messageOf({ ...answer({ outcome: "refused", problems: [problem] }), ...more }, known).embeds[0]?.description;
    const wrong = raise(inputRules, "input.not-a-date", ["debut"], { value: "31/02/2026" });
    expect(said(wrong, { outcome: "invalid", path: "session creer" })).toMatch(/^✖ start: “/);
    expect(said(wrong, { outcome: "invalid", path: "acces accorder" })).toMatch(/^✖ from: “/);
    expect(said(wrong, { outcome: "invalid" })).toMatch(/^✖ debut: “/);
    const denied: Problem = { code: "access.not-founded", severity: "error", path: [], params: {} };
    expect(said(denied, { outcome: "denied" })).toMatch(/^⛔ .+\. → `\/provider start siret:… name:…`$/);
  });

  it("is never empty", () => {
    expect(embedOf(answer({}))?.description).toBe("✔");
  });
});
