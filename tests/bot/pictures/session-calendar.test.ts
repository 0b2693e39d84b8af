import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { aCalendar } from "../../../bench/picture-samples.js";
import { pngDimensions } from "../../../packages/bot/src/files/pictures.js";
import { encodePng } from "../../../packages/bot/src/pictures/png.js";
import { pngOf } from "../../../packages/bot/src/pictures/render.js";
import { sessionCalendarSvg } from "../../../packages/bot/src/pictures/session-calendar.js";
import { fitted, lengthOf, textAt, wrapped } from "../../../packages/bot/src/pictures/svg.js";
import { readPng } from "./read-png.js";
import { expectInside, readSvg } from "./read-svg.js";

describe("the calendar of a session, drawn", () => {
  it("says its title, its weeks, its hours, its rooms and who teaches", () => {
    const { texts } = readSvg(sessionCalendarSvg(aCalendar(2, false)));
    expect(texts.slice(0, 3)).toEqual([
      "Cariste CACES R489 catégories 1, 3 et 5 · SE-2026-014",
      "du 07/12/2026 au 18/12/2026 · 70\u00a0h · 7 stagiaires attendus · 12 places",
      "Atelier 1, 12 rue des Chantiers, 33300 Bordeaux",
    ]);
    expect(texts.filter((text) => text === "9:00–12:30")).toHaveLength(10);
    expect(texts.filter((text) => text === "NB · Atelier 1")).toHaveLength(20);
    expect(texts).toEqual(expect.arrayContaining(["Semaine 50", "Semaine 51", "décembre 2026", "en centre", "Nadia Belkacem"]));
    expect(texts).not.toContain("à distance");
  });

  it("tells places apart by a pattern and a letter as well as a colour, and names holidays and closures", () => {
    const { texts, boxes } = readSvg(sessionCalendarSvg(aCalendar(5, true)));
    const fills = new Set(boxes.map(({ fill }) => fill));
    expect(["url(#company)", "url(#distance)", "url(#holiday)", "url(#closure)"].filter((fill) => !fills.has(fill))).toEqual([]);
    const letters = (letter: string) => texts.filter((text) => text === letter).length;
    const halfDays = aCalendar(5, true).weeks.flatMap(({ days }) => days.flatMap((day) => day.halfDays));
    // Each once more in the legend.
    expect([letters("C"), letters("E"), letters("D")]).toEqual(
      ["centre", "company", "distance"].map((place) => halfDays.filter(({ at }) => at === place).length + 1),
    );
    expect(texts).toEqual(
      expect.arrayContaining(["Noël", "Jour de l’An", "jour férié", "fermeture", "S2", "Grande salle de réunion du deuxième étage"]),
    );
    expect(texts.some((text) => text.startsWith("Congés de fin"))).toBe(true);
  });

  it.each([1, 2, 8, 9, 26, 53])("stays inside its page, of %i weeks", (weeks) => {
    expectInside(readSvg(sessionCalendarSvg(aCalendar(weeks, true))));
  });

  it("lets no mark-up in, whatever a title holds", () => {
    const hard = `</text><script>alert("1")</script> & ' 🚚 ${"mot ".repeat(60)}`;
    const { texts } = readSvg(sessionCalendarSvg(aCalendar(2, false, { title: hard, place: hard, room: hard })));
    expect(texts[0]).toMatch(/^<\/text><script>alert\("1"\)<\/script> & ' □ mot/);
    const svg = sessionCalendarSvg(aCalendar(2, false, { title: hard, place: hard, room: hard }));
    expect(svg).not.toContain("<script");
  });

  it("is a PNG with letters in it, the same each time", async () => {
    const svg = sessionCalendarSvg(aCalendar(2, false));
    const [first, second] = [await pngOf(svg), await pngOf(svg)];
    expect(Buffer.compare(first, second)).toBe(0);
    expect(pngDimensions(first)).toEqual({ width: 1650, height: expect.any(Number) });
    const bare = await pngOf(svg.replace(/<text.*?<\/text>/g, ""));
    expect(first.byteLength).toBeGreaterThan(1.5 * bare.byteLength);
    // Not the letters of whatever machine draws it.
    const other = await pngOf(svg.replace('font-family="Kairos Sans"', 'font-family="Unknown"'));
    expect(hashOf(other)).toBe(hashOf(first));
  });

  it("is no larger than a chat shows at once, however long the session", async () => {
    for (const weeks of [26, 53]) {
      const png = await pngOf(sessionCalendarSvg(aCalendar(weeks, true)));
      expect(png.byteLength).toBeLessThan(2_000_000);
      expect(pngDimensions(png)?.width).toBe(1320);
    }
  });
});

describe("a line of text", () => {
  it("is cut where it no longer fits, whole letters only", () => {
    const pen = { size: 13 };
    const long = "Grande salle de réunion du deuxième étage";
    for (let width = 0; width < 300; width += 7) {
      const cut = fitted(long, width, pen);
      expect(cut === "" || lengthOf(cut, pen) <= width).toBe(true);
      expect(cut === long || cut === "" || cut.endsWith("…")).toBe(true);
    }
    expect(fitted(long, 1000, pen)).toBe(long);
  });

  it("goes on in the next one, and the last is cut", () => {
    const lines = wrapped("un deux trois quatre cinq six sept huit neuf dix onze douze", 120, { size: 13 }, 2);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
    for (const line of lines) expect(lengthOf(line, { size: 13 })).toBeLessThanOrEqual(120);
  });

  it("is escaped", () => {
    expect(textAt(1, 2, `<a href="x">&'`, { size: 10, colour: "#000" })).toBe(
      '<text x="1" y="2" font-size="10" fill="#000">&#60;a href=&#34;x&#34;&#62;&#38;&#39;</text>',
    );
  });
});

it("a picture is packed without losing a pixel", async () => {
  const [width, height] = [7, 5];
  const pixels = Uint8Array.from({ length: width * height * 4 }, (_, at) => (at % 4 === 3 ? 255 : (at * 37) % 256));
  const png = Buffer.from(await encodePng({ width, height, pixels }));
  expect(pngDimensions(png)).toEqual({ width, height });
  expect(Buffer.compare(readPng(png).pixels, pixels)).toBe(0);
});

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
