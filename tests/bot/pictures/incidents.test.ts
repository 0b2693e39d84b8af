import { expect, it } from "vitest";
import { type IncidentBar, incidentLooks, incidentsSvg } from "../../../packages/bot/src/pictures/incidents.js";
import { expectInside, readSvg } from "./read-svg.js";

const bar = (more: Partial<IncidentBar> = {}): IncidentBar => ({
  cause: "le droit manque dans le portail",
  symptom: "erreur 403, accès refusé",
  reported: 4,
  solved: 3,
  median: "2\u00a0h",
  ...more,
});
const drawn = (...bars: readonly IncidentBar[]) => readSvg(incidentsSvg({ month: "2026-12", bars }));

it("a month says how many, of which cause, and how long it took", () => {
  const { texts } = drawn(bar(), bar({ cause: "cause non trouvée", reported: 1, solved: 0, median: undefined as never }));
  expect(texts).toEqual(
    expect.arrayContaining([
      "Incidents du portail · décembre 2026",
      "5 incidents, 3 résolus",
      "le droit manque dans le portail",
      "cause non trouvée",
      "—",
    ]),
  );
});

it("a bar is as long as its number, solved first, on the scale of the most frequent", () => {
  const bars = drawn(bar({ reported: 8, solved: 6 }), bar({ reported: 4, solved: 4 })).boxes.filter(({ height }) => height === 34);
  expect(bars.map(({ fill }) => fill)).toEqual(["url(#solved)", "url(#open)", "url(#solved)"]);
  const [first = 0, second = 0, third = 0] = bars.map(({ width }) => width);
  expect([first / second, first / third]).toEqual([expect.closeTo(3, 2), expect.closeTo(1.5, 2)]);
});

it("stays inside its page, of no incident or a hundred causes, whatever a name holds", () => {
  expectInside(drawn());
  const hard = `</text><script>alert("1")</script> ${"mot ".repeat(60)}`;
  const many = drawn(
    ...Array.from({ length: 100 }, (_, rank) => bar({ cause: hard, symptom: hard, reported: 10_000 + rank, solved: rank })),
  );
  expectInside(many);
  expect(many.texts).toContain("et 88 autres causes, dans le tableau");
  expect(incidentsSvg({ month: "2026-12", bars: [bar({ cause: hard })] })).not.toContain("<script");
});

it("its colours are told apart in grey", () => {
  const lightness = (hex: string) =>
    [0.299, 0.587, 0.114].reduce((sum, part, rank) => sum + part * Number.parseInt(hex.slice(1 + 2 * rank, 3 + 2 * rank), 16), 0);
  expect(lightness(incidentLooks.open.fill) - lightness(incidentLooks.solved.fill)).toBeGreaterThan(60);
});
