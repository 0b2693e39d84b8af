import { expect } from "vitest";
import { faultIn } from "../../pdf/xml.js";

/** What is written in a drawing, and every box of it. */
export function readSvg(svg: string) {
  expect(faultIn(svg.replace(/(?<= [a-z]+)-(?=[a-z]+=")/g, ""))).toBeUndefined();
  const number = (text: string, key: string) => Number(new RegExp(` ${key}="([^"]*)"`).exec(text)?.[1]);
  const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = ""]) =>
    text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))),
  );
  const boxes = [...svg.matchAll(/<rect x="[^>]*>/g)].map(([rect]) => ({
    x: number(rect, "x"),
    y: number(rect, "y"),
    width: number(rect, "width"),
    height: number(rect, "height"),
    fill: / fill="([^"]*)"/.exec(rect)?.[1] ?? "",
  }));
  return { width: number(svg, "width"), height: number(svg, "height"), texts, boxes };
}

/** No box leaves the picture, and none is empty. */
export function expectInside({ width, height, boxes }: ReturnType<typeof readSvg>): void {
  for (const box of boxes) {
    expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= width + 0.1 && box.y + box.height <= height + 0.1).toBe(true);
    expect(box.width > 0 && box.height > 0).toBe(true);
  }
}
