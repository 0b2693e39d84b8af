import { inflateSync } from "node:zlib";
import { cellKinds } from "@kairos/core";
import { describe, expect, it, vi } from "vitest";
import { aHeatmap } from "../../../bench/heatmap-samples.js";
import { pngDimensions } from "../../../packages/bot/src/files/pictures.js";
import { heatmapPng, heatmapRaster } from "../../../packages/bot/src/pictures/heatmap.js";
import { cellOf, heatmapColours } from "../../../packages/bot/src/pictures/heatmap-cells.js";
import { cellLetters, type Heatmap } from "../../../packages/bot/src/pictures/heatmap-data.js";
import { legendOf } from "../../../packages/bot/src/pictures/heatmap-legend.js";
import { cellLooks } from "../../../packages/bot/src/pictures/heatmap-looks.js";
import { encodeIndexedPng } from "../../../packages/bot/src/pictures/png.js";
import { channelsOf, coloursOf, inkLevels, press } from "../../../packages/bot/src/pictures/raster.js";

/** Of WCAG: from 0 to 1. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Of CIE: from 0 to 100, in steps the eye finds equal. */
function lightness(colour: string): number {
  const y = luminance(colour);
  return y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y;
}

const contrast = (a: string, b: string) => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};

describe("the looks of a cell", () => {
  it.each(cellKinds)("%s: its sign is read on its fill", (kind) => {
    expect(contrast(cellLooks[kind].fill, cellLooks[kind].ink)).toBeGreaterThanOrEqual(4.5);
  });

  it("have each a sign of their own, and a lightness that a print in grey keeps apart", () => {
    expect(new Set(cellKinds.map((kind) => cellLooks[kind].sign)).size).toBe(cellKinds.length);
    const steps = cellKinds.map((kind) => lightness(cellLooks[kind].fill)).sort((a, b) => a - b);
    for (const [rank, step] of steps.slice(1).entries()) expect(step - (steps[rank] ?? 0)).toBeGreaterThanOrEqual(3.5);
  });

  it("are kept with answers as letters that come back, signed or not", () => {
    const letters = cellKinds.flatMap((kind) => [cellLetters[kind], cellLetters[kind].toUpperCase()]);
    expect(new Set(letters).size).toBe(2 * cellKinds.length);
    for (const kind of cellKinds) {
      expect(cellOf(cellLetters[kind])).toEqual({ kind, isSigned: false });
      expect(cellOf(cellLetters[kind].toUpperCase())).toEqual({ kind, isSigned: true });
    }
    expect(() => cellOf("z")).toThrow();
  });
});

describe("the legend", () => {
  it("counts every cell once, and those that are signed", () => {
    const heatmap = aHeatmap(20, 60);
    const { lines, swatches } = legendOf(heatmap, { x: 0, y: 0, width: 900, tile: 24 });
    const counts = lines.map(({ text }) => Number(/(\d+)$/.exec(text)?.[1]));
    const total = counts.slice(0, -1).reduce((sum, count) => sum + count, 0);
    expect(total).toBe(20 * 60);
    expect(lines.at(-1)?.text).toBe(`Coin foncé, signé : ${signedIn(heatmap)}`);
    expect(swatches).toHaveLength(lines.length);
    expect(lines.map(({ text }) => text)).toContain("À saisir : 23");
  });

  it("shows only what is drawn", () => {
    const texts = legendOf({ rows: [{ name: "T-0001", cells: "pp", percent: 100 }] }, { x: 0, y: 0, width: 900, tile: 24 }).lines;
    expect(texts.map(({ text }) => text)).toEqual(["Présent : 2"]);
    expect(legendOf({ rows: [] }, { x: 0, y: 0, width: 900, tile: 24 }).height).toBe(0);
  });
});

describe("a heatmap, drawn", () => {
  it("is the same bytes each time, whatever was drawn before", async () => {
    const first = await heatmapPng(aHeatmap(20, 60));
    await heatmapPng(aHeatmap(3, 20, { title: "Où l'été Œuvre à Ÿ" }));
    expect(Buffer.compare(first, await heatmapPng(aHeatmap(20, 60)))).toBe(0);
    expect(pngDimensions(first)?.width).toBe(1792);
    // In another life of the bot, after letters that another picture asked for first.
    vi.resetModules();
    const again = await import("../../../packages/bot/src/pictures/heatmap.js");
    await again.heatmapPng(aHeatmap(1, 3, { title: "1 % de 20 · T-0015, semaine 5" }));
    expect(Buffer.compare(first, await again.heatmapPng(aHeatmap(20, 60)))).toBe(0);
  });

  it("has a cell of its colour for every letter, each in its own place", async () => {
    for (const kind of cellKinds) {
      const { pixels, width } = await heatmapRaster(one(cellLetters[kind]));
      const ramp = firstRank(kind);
      const cells = [...pixels.keys()].filter((at) => (pixels[at] ?? 0) >= ramp && (pixels[at] ?? 0) < ramp + inkLevels);
      const inRow = cells.filter((at) => at % width < 108 + 36 && at % width >= 108);
      // Once in the grid, once in the legend.
      expect(cells.length).toBe(2 * 36 * 26);
      expect(inRow.length).toBeGreaterThanOrEqual(36 * 26);
      expect(cells.some((at) => pixels[at] === ramp + inkLevels - 1)).toBe(true);
    }
  });

  it("marks what is signed in the corner and nowhere else", async () => {
    const [plain, signed] = [await heatmapRaster(one("p")), await heatmapRaster(one("P"))];
    const ink = firstRank("present") + inkLevels - 1;
    const inked = ({ pixels, width }: typeof plain, right: number, bottom: number) => pixels[(bottom - 1) * width + right - 1] === ink;
    const top = topOf(plain, "present");
    expect([inked(plain, 144, top + 26), inked(signed, 144, top + 26)]).toEqual([false, true]);
    expect(inked(signed, 109, top + 1)).toBe(false);
  });

  it.each([
    [0, 0],
    [0, 10],
    [1, 0],
    [1, 1],
    [3, 20],
    [20, 60],
    [60, 130],
  ])("of %i trainees by %i half-days stays inside its page and its weight", async (trainees, halfDays) => {
    const raster = await heatmapRaster(aHeatmap(trainees, halfDays));
    expect(raster.pixels).toHaveLength(raster.width * raster.height);
    const png = await heatmapPng(aHeatmap(trainees, halfDays));
    expect(pngDimensions(png)).toEqual({ width: raster.width, height: raster.height });
    expect(png.byteLength).toBeLessThan(1_000_000);
    const tile = halfDays <= 20 ? 36 : halfDays <= 40 ? 30 : 24;
    const cells = raster.pixels.reduce((sum, rank) => (rank >= 2 * inkLevels ? sum + 1 : sum), 0);
    const { swatches } = legendOf(aHeatmap(trainees, halfDays), { x: 0, y: 0, width: 900, tile });
    expect(cells).toBe((trainees * halfDays + swatches.length) * tile * 26);
  });

  it("takes any title: long, of other scripts, with marks of mark-up", async () => {
    const hard = `</text><script>&'" 🚚 Москва ${"mot ".repeat(80)}`;
    const { width } = await heatmapRaster(aHeatmap(2, 4, { title: hard, lines: [hard] }));
    expect(width).toBe(680);
  });
});

describe("a picture of ranks", () => {
  it("is packed without losing a pixel, with its colours", async () => {
    const [width, height] = [7, 5];
    const pixels = Uint8Array.from({ length: width * height }, (_, at) => (at * 7) % 16);
    const png = Buffer.from(await encodeIndexedPng({ width, height, pixels, colours: coloursOf([["#000000", "#ffffff"]]) }));
    const chunk = (name: string) => {
      const at = png.indexOf(name, 0, "latin1");
      return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
    };
    const lines = inflateSync(chunk("IDAT"));
    const read = Uint8Array.from(
      { length: width * height },
      (_, at) => lines[Math.floor(at / width) * (width + 1) + 1 + (at % width)] ?? 0,
    );
    expect(Buffer.compare(read, pixels)).toBe(0);
    expect([...chunk("PLTE")].slice(0, 6)).toEqual([0, 0, 0, 36, 36, 36]);
    expect([...chunk("IHDR")].slice(8)).toEqual([8, 3, 0, 0, 0]);
  });

  it("has as many colours as a palette may hold", () => {
    expect(heatmapColours.length / 3).toBeLessThanOrEqual(256);
    expect(heatmapColours.length / 3).toBe((cellKinds.length + 2) * inkLevels);
  });

  it("is never drawn beyond its edges", () => {
    const raster = { width: 3, height: 3, pixels: new Uint8Array(9), colours: new Uint8Array() };
    const stamp = { width: 2, height: 2, left: 0, top: 0, levels: Uint8Array.from([7, 7, 7, 7]) };
    press(raster, stamp, 2, 2, 0);
    press(raster, stamp, -1, -1, 0);
    expect([...raster.pixels]).toEqual([7, 0, 0, 0, 0, 0, 0, 0, 7]);
  });
});

/** One trainee, one half-day. */
function one(letter: string): Heatmap {
  return {
    title: "Assiduité",
    lines: [],
    days: [["2026-12-07", "M"]],
    rows: [{ name: "T-0001", cells: letter, percent: 100 }],
    percents: [100],
    percent: 100,
  };
}

function firstRank(kind: (typeof cellKinds)[number]): number {
  return (2 + cellKinds.indexOf(kind)) * inkLevels;
}

function topOf({ pixels, width }: { readonly pixels: Uint8Array; readonly width: number }, kind: (typeof cellKinds)[number]): number {
  const ramp = firstRank(kind);
  return Math.floor(pixels.findIndex((rank) => rank >= ramp && rank < ramp + inkLevels) / width);
}

function signedIn({ rows }: Heatmap): number {
  return rows.reduce((sum, { cells }) => sum + [...cells].filter((letter) => letter !== letter.toLowerCase()).length, 0);
}
