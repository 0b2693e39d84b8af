import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { personOrNobody } from "../../../packages/bot/src/fronts/console/person.js";
import { prompt } from "../../../packages/bot/src/fronts/console/prompt.js";
import { openConsoleDesk, recorded } from "./founded.js";

let desk: Awaited<ReturnType<typeof openConsoleDesk>>;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kairos-prompt-"));
  desk = await openConsoleDesk(folder);
});
afterAll(async () => {
  await desk.close();
  await rm(folder, { recursive: true });
});

/** Each part is typed once the one before had time to be completed. */
async function converse(typed: readonly string[], interactive: boolean) {
  const input = new PassThrough();
  const screen = new PassThrough();
  const output = recorded();
  const typing = (async () => {
    for (const part of typed) {
      input.write(part);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    input.end();
  })();
  await prompt(desk, personOrNobody("Assistant"), { input, screen, interactive }, output);
  await typing;
  return { said: output.said.join("\n"), screen: String(screen.read() ?? "") };
}

describe("the prompt", () => {
  it("answers line by line, changes person, leaves on /quitter", async () => {
    const { said } = await converse(
      [
        "/devis soumettre reference:DEV-2026-0001\n\n/comme gestionnaire\n/devis verifier reference:DEV-2026-0002\n/quitter\n/devis liste\n",
      ],
      false,
    );
    expect(said).toContain("⛔ Refusé");
    expect(said).toContain("Vous êtes « gestionnaire ».");
    expect(said).toContain("DEV-2026-0002");
    expect(said).not.toContain("Référence");
  });

  it("completes with Tab and shows who speaks", async () => {
    const { said, screen } = await converse(["/devis verifier reference:DEV-2026-0002\n", "/dev\t", "ver\t", "\n"], true);
    expect(screen).toContain("Assistant ▸ ");
    expect(screen).toContain("/devis verifier ");
    expect(said).toContain("DEV-2026-0002");
  });

  it("gives the same id however a name is typed", () => {
    expect([personOrNobody(" Léa  Martin "), personOrNobody("LEA MARTIN").id]).toEqual([
      { id: "lea-martin", name: "Léa  Martin" },
      "lea-martin",
    ]);
  });
});
