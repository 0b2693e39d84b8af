import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { personOrNobody } from "../../../packages/bot/src/fronts/console/person.js";
import { prompt } from "../../../packages/bot/src/fronts/console/prompt.js";
import { png } from "../screenshot.js";
import { openConsoleDesk, recorded } from "./founded.js";

let desk: Awaited<ReturnType<typeof openConsoleDesk>>;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kairos-prompt-"));
  await writeFile(join(folder, "image.png"), png);
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

  it("asks the fields of a form one after the other, each again until it can be read, and a blank one is left", async () => {
    const { said } = await converse(
      [
        "/comme gestionnaire\n",
        "/incident ouvrir\n",
        "Erreur 403 : accès refusé\n",
        "J'ouvre Devis, je clique sur Modifier\n",
        "il y a 10 minutes\n",
        "Chrome 131\n",
        `${join(folder, "image.png")}\n`,
        "/incident completer incident:INC-2026-0001\n",
        "LMARCHAND01\n\n\nle support\nl'assistance technique\npeut-être\noui\n\n\n\n",
      ],
      true,
    );
    expect(said).toContain("5 questions");
    expect(said).toContain("  Message affiché :");
    expect(said).toContain("Incident INC-2026-0001 · erreur 403, accès refusé · à compléter");
    expect(said).toContain("Navigateur et version (Chrome 131) :");
    expect(said).toMatch(/✖ « le support »/);
    expect(said).toMatch(/✖ « peut-être »/);
    expect(said).toContain("Incident INC-2026-0001 · erreur 403, accès refusé · complet, à envoyer");
  });

  it("leaves a form on a word, or with another command, and nothing of it is done", async () => {
    const { said } = await converse(
      ["/comme gestionnaire\n/stagiaire ajouter\nZoé\nabandonner\n/stagiaire ajouter\n/stagiaire liste\n"],
      true,
    );
    expect(said.match(/Abandonné : rien n'a été enregistré\./g)).toHaveLength(2);
    expect(said).not.toContain("Zoé");
    expect(said).toContain("T-0001");
  });

  it("gives the same id however a name is typed", () => {
    expect([personOrNobody(" Léa  Martin "), personOrNobody("LEA MARTIN").id]).toEqual([
      { id: "lea-martin", name: "Léa  Martin" },
      "lea-martin",
    ]);
  });
});
