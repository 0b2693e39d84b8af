import { tmpdir } from "node:os";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { completeLine } from "../../../packages/bot/src/fronts/console/complete.js";
import { personOrNobody } from "../../../packages/bot/src/fronts/console/person.js";
import { openConsoleDesk } from "./founded.js";

let desk: Awaited<ReturnType<typeof openConsoleDesk>>;
beforeAll(async () => {
  desk = await openConsoleDesk(tmpdir());
});
afterAll(() => desk.close());
const complete = (line: string, person = "gestionnaire") => completeLine(line, desk, personOrNobody(person));

describe("the Tab key", () => {
  it("offers nouns, verbs and option names, accents and case folded", async () => {
    expect(await complete("/de")).toEqual([["/devis "], "/de"]);
    expect(await complete("q")).toEqual([["quitter "], "q"]);
    expect((await complete("/devis "))[0]).toContain("verifier ");
    expect(await complete("/Devis VÉR")).toEqual([["verifier "], "VÉR"]);
    expect(await complete("/devis verifier ")).toEqual([["reference:"], ""]);
    expect(await complete("/aide s")).toEqual([["sujet:"], "s"]);
    expect((await complete("/session creer intitule:Cariste CACES "))[0]).not.toContain("intitule:");
    expect(await complete("/session creer intitule:Cariste deb")).toEqual([["debut:"], "deb"]);
  });

  it("offers choices, yes and no, references and what they are", async () => {
    expect(await complete("/devis creer dispositif:a")).toEqual([["aif "], "a"]);
    expect((await complete("/acces accorder profil:Gest", "rgc"))[0]).toEqual(["gestionnaire-de-devis "]);
    expect(await complete("/devis corriger reprendre-session:o")).toEqual([["oui "], "o"]);
    expect(await complete("/devis verifier reference:DEV-2026-0001")).toEqual([["DEV-2026-0001 "], "DEV-2026-0001"]);
    expect((await complete("/devis verifier reference:dev"))[0]).toHaveLength(2);
    expect(await complete("/devis creer session:ete")).toEqual([["SE-2026-015 "], "ete"]);
    expect((await complete("/devis creer session:c"))[0][0]).toMatch(/^\d possibilités :$|^SE-2026-014 $/);
    expect(await complete('/devis creer session:"Éveil à')).toEqual([["SE-2026-015 "], '"Éveil à']);
  });

  it("shows the words of the console's language, and finds those of both", async () => {
    const english = async (line: string, person = "gestionnaire") =>
      (await completeLine(line, { ...desk, language: "en" }, personOrNobody(person)))[0];
    for (const word of ["brouillon", "draft"]) {
      const offers = await english(`/devis verifier reference:${word}`);
      expect([offers.length, offers[1]]).toEqual([3, expect.stringMatching(/ · draft$/)]);
    }
    for (const word of ["assistant administratif", "administrative"])
      expect(await english(`/acces accorder profil:${word}`, "rgc")).toEqual(["administrative-assistant "]);
  });

  it("offers nothing to somebody without the right, nor on an unknown word", async () => {
    expect(await complete("/devis verifier reference:", "inconnu")).toEqual([[], ""]);
    expect(await complete("/devis soumettre reference:", "assistant")).toEqual([[], ""]);
    expect(await complete("/zzz ")).toEqual([[], ""]);
    expect(await complete("/devis zzz reference:")).toEqual([[], ""]);
    await expect(complete(`/devis verifier reference:\u0000🧾${"x".repeat(10_000)}`)).resolves.toBeDefined();
  });
});
