import { type AgedBalance, ages, type CentsByAge, type Siret } from "@kairos/core";
import { describe, expect, it } from "vitest";
import { agedBalanceSvg } from "../../../packages/bot/src/pictures/aged-balance.js";
import { coverageSvg } from "../../../packages/bot/src/pictures/coverage.js";
import { ageLooks, coverageLooks } from "../../../packages/bot/src/pictures/money-looks.js";
import { pngOf } from "../../../packages/bot/src/pictures/render.js";
import { expectInside, readSvg } from "./read-svg.js";

const plain = (texts: readonly string[]) => texts.map((text) => text.replace(/[\u00a0\u202f]/g, " "));
const today = "2027-02-25";

/** Amounts in euros, age by age. */
function aBalance(...customers: readonly (readonly number[])[]): AgedBalance {
  const byAge = (euros: readonly number[]) => Object.fromEntries(ages.map((age, rank) => [age, (euros[rank] ?? 0) * 100])) as CentsByAge;
  const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);
  const whole = ages.map((_, rank) => sum(customers.map((euros) => euros[rank] ?? 0)));
  return {
    customers: customers.map((euros, rank) => ({
      customerSiret: `1300054810001${rank}` as Siret,
      byAge: byAge(euros),
      totalCents: sum(euros) * 100,
    })),
    byAge: byAge(whole),
    totalCents: sum(whole) * 100,
  };
}

const agedOf = (balance: AgedBalance, name = "France Travail") => readSvg(agedBalanceSvg({ balance, nameOf: () => name, today }));

describe("an aged balance, drawn", () => {
  it("says what is left, of whom, and how late each part is", () => {
    const { texts } = agedOf(aBalance([9000, 5000, 2000, 0, 1000, 0], [3000, 0, 0, 500, 0, 1500]));
    expect(plain(texts).slice(0, 4)).toEqual([
      "Balance âgée au 25/02/2027",
      "22 000,00 € à recevoir de 2 payeurs, dont 8 500,00 € en retard",
      "En tout",
      "22 000,00 €",
    ]);
    expect(plain(texts)).toEqual(
      expect.arrayContaining([
        "Pas encore échu : 12 000,00 €",
        "1 à 30 jours de retard : 5 000,00 €",
        "31 à 60 jours de retard : 2 000,00 €",
        "61 à 90 jours de retard : 500,00 €",
        "Plus de 90 jours de retard : 1 000,00 €",
        "Rejeté, à corriger : 1 500,00 €",
      ]),
    );
  });

  it("draws each part as wide as its share of the whole", () => {
    const { boxes } = agedOf(aBalance([600, 300, 100]));
    const widths = boxes.filter(({ fill, height }) => fill.startsWith("url(#") && height > 20).map(({ width }) => width);
    const [first = 0, second = 0, third = 0] = widths;
    expect(second / first).toBeCloseTo(0.5, 2);
    expect(third / first).toBeCloseTo(1 / 6, 2);
  });

  it("stays inside its page, of one customer or of many, owing a cent or ten million", () => {
    expectInside(agedOf(aBalance([0.01])));
    expectInside(agedOf(aBalance([10_000_000, 0.01, 0.01, 0.01, 0.01, 0.01])));
    const many = agedOf(aBalance(...Array.from({ length: 13 }, () => [10, 20, 30, 40, 50, 60])));
    expectInside(many);
    expect(many.texts).toContain("et 3 autres payeurs, dans le tableau");
  });

  it("lets no mark-up in, whatever a name holds", () => {
    const hard = `</text><script>alert("1")</script> & ' ${"mot ".repeat(60)}`;
    expect(agedBalanceSvg({ balance: aBalance([1]), nameOf: () => hard, today })).not.toContain("<script");
  });
});

describe("what was ordered, delivered, billed and paid, drawn", () => {
  const cents = { ordered: 119_000, delivered: 59_500, billed: 23_800, paid: 0 };

  it("has a bar a step, on the scale of its session, and no bar for nothing", () => {
    const { texts, boxes } = readSvg(coverageSvg({ title: "Suivi", groups: [{ name: "SE-2026-014 · Cariste", cents }], today }));
    expect(plain(texts)).toEqual(
      expect.arrayContaining(["Suivi", "SE-2026-014 · Cariste", "commandé", "1 190,00 €", "réalisé", "595,00 €", "payé", "0,00 €"]),
    );
    const bars = boxes.filter(({ fill }) => fill.startsWith("url(#"));
    expect(bars.map(({ fill }) => fill)).toEqual(["url(#ordered)", "url(#delivered)", "url(#billed)"]);
    expect((bars[1]?.width ?? 0) / (bars[0]?.width ?? 1)).toBeCloseTo(0.5, 2);
  });

  it("stays inside its page, whatever the amounts: a credit note alone is below zero", () => {
    const hard = { ordered: 0, delivered: 0, billed: -500, paid: 1_000_000_000_000 };
    const groups = Array.from({ length: 20 }, (_, rank) => ({
      name: `SE-${rank} ${"mot ".repeat(60)}`,
      cents: rank % 2 === 0 ? cents : hard,
    }));
    const drawn = readSvg(coverageSvg({ title: "Suivi ".repeat(50), groups, today }));
    expectInside(drawn);
    expect(drawn.texts.filter((text) => text === "commandé")).toHaveLength(8);
  });

  it("is a PNG, the same each time", async () => {
    const svg = coverageSvg({ title: "Suivi", groups: [{ name: "SE-2026-014", cents }], today });
    expect(Buffer.compare(await pngOf(svg), await pngOf(svg))).toBe(0);
  });
});

describe("the colours of money", () => {
  const lightness = (hex: string) =>
    [0.299, 0.587, 0.114].reduce((sum, part, rank) => sum + part * Number.parseInt(hex.slice(1 + 2 * rank, 3 + 2 * rank), 16), 0);

  it.each([
    ["ages", ageLooks],
    ["steps", coverageLooks],
  ])("of %s grow darker in their order: a print in grey tells them apart", (_, looks) => {
    const greys = Object.values(looks).map(({ fill }) => lightness(fill));
    for (const [rank, grey] of greys.slice(1).entries()) expect((greys[rank] ?? 0) - grey).toBeGreaterThan(14);
    const signs = Object.values(looks).map(({ sign }) => sign);
    expect(new Set(signs).size).toBe(signs.length);
  });
});
