import jsqr from "jsqr";
import { expect, it } from "vitest";
import { pngOf } from "../../../packages/bot/src/pictures/render.js";
import { signInCodeSvg } from "../../../packages/bot/src/pictures/sign-in-code.js";
import { lengthOf } from "../../../packages/bot/src/pictures/svg.js";
import { faultIn } from "../../pdf/xml.js";
import { readPng } from "./read-png.js";

const about = ["07/12/2026 après-midi", "Valable jusqu'à 13:40", "/assiduite emarger"];

it.each(["K7QF-2MXD", "0000-0000", "ZZZZ-9999"])(
  "a reader of other hands finds the code in the picture, and nothing else: %s",
  async (code) => {
    const svg = await signInCodeSvg({ code, title: "Cariste CACES R489 · SE-2026-014", about });
    expect(faultIn(svg.replace(/(?<= [a-z]+)-(?=[a-z]+=")/g, ""))).toBeUndefined();
    const { width, height, pixels } = readPng(await pngOf(svg));
    expect(jsqr(new Uint8ClampedArray(pixels), width, height)).toMatchObject({ data: code, version: 1 });
  },
);

it("says in letters what the QR holds, all of it inside the frame", async () => {
  const title = "Conducteur livreur, une session très longue et sans fin ".repeat(8);
  const svg = await signInCodeSvg({ code: "WWWW-WWWW", title, about });
  const [, width] = /<svg[^>]* width="(\d+)"/.exec(svg) ?? [];
  const texts = [...svg.matchAll(/<text x="([\d.]+)" y="[\d.]+" font-size="(\d+)"[^>]*>([^<]*)<\/text>/g)];
  expect(texts.map(([, , , text]) => text)).toEqual(expect.arrayContaining(["WWWW-WWWW", "07/12/2026 après-midi", "/assiduite emarger"]));
  expect(texts).toHaveLength(6);
  for (const [, x, size, text = ""] of texts) {
    expect(Number(x) + lengthOf(text, { size: Number(size), isBold: true }), text).toBeLessThan(Number(width) - 20);
  }
});
