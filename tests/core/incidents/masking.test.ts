import { type MaskingContext, maskText } from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { people, planted, shows, spared } from "./masking-texts.js";
import { ordinaryTexts } from "./ordinary-texts.js";

const context: MaskingContext = { people, spared };
const shown = (text: string, at = context) => maskText(text, at).text;

describe("what leaves the desk", () => {
  it("holds nothing of five thousand planted secrets", () => {
    const missed = fc.sample(planted, { numRuns: 5000, seed: 1 }).filter(({ secret, text }) => shows(shown(text), secret));
    expect(missed.slice(0, 10)).toEqual([]);
  });

  it("is left as it was when it is ordinary: at most one text in a hundred is touched", () => {
    const touched = fc.sample(ordinaryTexts, { numRuns: 5000, seed: 2 }).filter((text) => shown(text) !== text);
    expect(touched.slice(0, 5).map((text) => [text, shown(text)])).toEqual([]);
    expect(touched.length).toBeLessThanOrEqual(50);
  });

  it("is not masked a second time", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          planted.map(({ text }) => text),
          fc.string({ unit: "grapheme", maxLength: 80 }),
        ),
        (text) => {
          const once = shown(text);
          expect(maskText(once, context)).toEqual({ text: once, masked: new Map() });
        },
      ),
      { numRuns: 3000, seed: 3 },
    );
  });

  it("tells how many of each kind were masked", () => {
    const { text, masked } = maskText("Mme Durand (durand@mail.example, 06 12 34 56 78) : mdp Soleil2026!, née le 3 mai 1990", context);
    expect(text).toBe("Mme [nom] ([adresse électronique], [téléphone]) : mdp [mot de passe], née le [date de naissance]");
    expect(Object.fromEntries(masked)).toEqual({ name: 1, email: 1, phone: 1, password: 1, "birth-date": 1 });
  });

  it.each([
    ["page blanche", "page blanche"],
    ["Page blanche", "Page blanche"],
    ["le 7 mars, un petit blanc", "le 7 mars, un petit blanc"],
    ["PAGE BLANCHE", "PAGE BLANCHE"],
    ["Mme Page attend", "Mme [nom] attend"],
    ["Aurélie Page, page blanche", "[nom], page blanche"],
    ["PAGE Aurélie", "[nom]"],
    ["le stagiaire Petit", "le stagiaire [nom]"],
    ["le stagiaire petit", "le stagiaire petit"],
    ["durand ne voit rien", "[nom] ne voit rien"],
    ["durandal et Durandeau", "durandal et Durandeau"],
    ["camille.durand2026.png", "[nom]2026.png"],
    ["le stagiaire noé", "le stagiaire [nom]"],
    ["Noël, Noé et les autres", "Noël, Noé et les autres"],
    ["Amélie De la Fontaine Aubry", "[nom]"],
    ["Dur\u00adand", "[nom]"],
    ["Ｄｕｒａｎｄ", "[nom]"],
  ])("tells names from words: « %s »", (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it("spares what is the provider's own, spaced or not, and nothing that only looks like it", () => {
    for (const own of [...spared, "999 000 144 00017", "0556000001", "75 33 12345 33"])
      expect(shown(`Voici : ${own}.`)).toBe(`Voici : ${own}.`);
    expect(shown("75331234534")).toBe("[identifiant France Travail]");
    expect(shown("autre@atelier.example")).toBe("[adresse électronique]");
  });

  it("masks two thousand letters among five thousand trainees in less than 50 ms", () => {
    const many = Array.from({ length: 5000 }, (_, rank) => ({ firstName: `Prénom${letters(rank)}`, lastName: `Nom${letters(rank)}` }));
    const text = "La page reste blanche quand j'ouvre le devis de NomABC, à 9h12, dans Chrome 131. ".repeat(25).slice(0, 2000);
    const durations = Array.from({ length: 5 }, () => {
      const start = performance.now();
      const { masked } = maskText(text, { people: [...many], spared });
      expect(masked.get("name")).toBeGreaterThan(20);
      return performance.now() - start;
    });
    expect(Math.min(...durations)).toBeLessThan(50);
  });
});

function letters(rank: number): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  return [rank % 26, Math.floor(rank / 26) % 26, Math.floor(rank / 676)].map((index) => alphabet[index]).join("");
}
