import { type ProblemCode, rowOf } from "@kairos/core";
import { describe, expect, it } from "vitest";
import { moveOf, spelled } from "../../../packages/bot/src/fronts/shared/moves.js";
import { remedyFor } from "../../../packages/bot/src/remedies.js";
import { samples } from "../../core/shared/sentences.js";
import { allCommands } from "../desk.js";

const commands = await allCommands();

/** Every remedy there is, for every form of every problem. */
const remedies = (Object.entries(samples) as [ProblemCode, readonly object[]][]).flatMap(([code, forms]) =>
  forms.flatMap((params) => {
    const { severity } = rowOf(code);
    const problem = { code, severity: severity === "undecided" ? "error" : severity, path: ["lines", 1], params } as never;
    const remedy = remedyFor(problem, "DEV-2026-0001");
    return remedy === undefined ? [] : [remedy];
  }),
);

describe("a command that an answer proposes", () => {
  it("can be run or asked for, whatever the problem it mends", () => {
    expect(remedies.length).toBeGreaterThan(30);
    expect(remedies.filter((remedy) => moveOf(remedy, commands) === undefined)).toEqual([]);
  });

  it("says what is known, and asks for what is not", () => {
    const parts = (text: string) => {
      const move = moveOf(text, commands);
      return [move?.command.path, move?.values, move?.asks];
    };
    expect(parts("/devis frais reference:DEV-2026-0001 ligne:3 prix:…")).toEqual([
      "devis frais",
      { reference: "DEV-2026-0001", ligne: "3" },
      ["prix"],
    ]);
    expect(parts("/devis annuler reference:DEV-2026-0001")).toEqual(["devis annuler", { reference: "DEV-2026-0001" }, ["motif"]]);
    expect(parts("/devis corriger reference:DEV-2026-0001 …")[2]).toContain("intitule");
    expect(moveOf("/devis inconnu", commands)).toBeUndefined();
  });

  it("is spelled as the reader types it", () => {
    const both = (text: string) => [spelled(text, "fr", commands), spelled(text, "en", commands)];
    expect(both("/devis frais reference:DEV-2026-0001 ligne:3 nature:annexe")).toEqual([
      "/devis frais reference:DEV-2026-0001 ligne:3 nature:annexe",
      "/quote costs reference:DEV-2026-0001 line:3 kind:ancillary",
    ]);
    expect(both("/devis corriger reference:DEV-2026-0001 reprendre-session:oui")[1]).toBe(
      "/quote correct reference:DEV-2026-0001 from-session:yes",
    );
    expect(both("/devis corriger reference:DEV-2026-0001 …")[1]).toBe("/quote correct reference:DEV-2026-0001 …");
    expect(both("/aide")).toEqual(["/aide", "/help"]);
    expect(both("/pas une commande")).toEqual(["/pas une commande", "/pas une commande"]);
  });

  it("never loses an option on its way to English", () => {
    for (const remedy of remedies) {
      const count = (text: string) => text.split(/ (?=[a-z-]+:)/).length;
      expect(count(spelled(remedy, "en", commands)), remedy).toBeGreaterThanOrEqual(count(remedy));
    }
  });
});
