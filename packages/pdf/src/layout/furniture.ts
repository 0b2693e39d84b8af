import { fitted } from "./lines.js";
import type { Box, Marks, Page, Strip, Style, TextMark } from "./marks.js";
import { widthOf } from "./measure.js";
import { paginate } from "./paginate.js";
import { bandOf, type Place, textMark, widthOn } from "./strips.js";
import { colours, outset, type Sheet, styles, sheet as upright } from "./theme.js";

/** What every page of a document carries around its content. */
export interface Furniture {
  /** Who issues the document, at the foot of each page. */
  readonly issuer: string;
  /** What identifies the issuer, never cut. */
  readonly issuerId: string;
  /** Which document this is: at the foot of each page and at the head of those after the first. */
  readonly reference: string;
  /** What it is about, at the head of the pages after the first. */
  readonly subject: string;
  readonly trailHead: string | undefined;
  /** A word across each page, under the text, and on a tab at its head: `BROUILLON`. */
  readonly mark: string | undefined;
}

/** The strips poured into pages, with what surrounds them. It is all decoration for assistive tools, which read the content once. */
export function furnishedPages(strips: readonly Strip[], furniture: Furniture, sheet: Sheet = upright): readonly Page[] {
  const pages = paginate(strips, sheet);
  const { mark } = furniture;
  const tab = mark === undefined ? undefined : markTab(mark, sheet);
  return pages.map((page, index) => ({
    width: sheet.width,
    height: sheet.height,
    boxes: [...bars(index === 0, sheet), ...(tab?.boxes ?? []), ...page.boxes],
    texts: [
      ...(mark === undefined ? [] : [markAcross(mark, sheet)]),
      ...(tab?.texts ?? []),
      ...(index === 0 ? [] : runningHead(furniture, sheet)),
      ...page.texts,
      ...foot(furniture, index + 1, pages.length, sheet),
    ],
  }));
}

function bars(isFirst: boolean, sheet: Sheet): readonly Box[] {
  const { x, width } = bandOf(widthOn(sheet));
  const rules = [{ x, width, y: footTop(sheet), height: 0.5, colour: colours.rule }];
  return isFirst
    ? [{ x: 0, y: 0, width: sheet.width, height: 5, colour: colours.accent }, ...rules]
    : [...rules, { x, width, y: 56, height: 0.5, colour: colours.rule }];
}

function footTop({ bottom }: Sheet): number {
  return bottom + 14;
}

function runningHead({ reference, subject }: Furniture, sheet: Sheet): readonly TextMark[] {
  const fullWidth = widthOn(sheet);
  const style: Style = { ...styles.small, face: "semibold", colour: colours.accent };
  const room = fullWidth.width - widthOf(reference, style) - 24;
  return [
    textMark(reference, style, fullWidth, 40, undefined),
    textMark(fitted(subject, room, styles.small), styles.small, { ...fullWidth, align: "right" }, 40, undefined),
  ];
}

function foot({ issuer, issuerId, reference, trailHead }: Furniture, number: number, count: number, sheet: Sheet): readonly TextMark[] {
  const fullWidth = widthOn(sheet);
  const top = footTop(sheet);
  const right: Place = { ...fullWidth, align: "right" };
  const second = [reference, trailHead === undefined ? undefined : `journal ${trailHead.slice(0, 12)}`]
    .filter((part) => part !== undefined)
    .join(" · ");
  const id = ` · ${issuerId}`;
  const name = fitted(issuer, fullWidth.width - 70 - widthOf(id, styles.footer), styles.footer);
  return [
    textMark(name + id, styles.footer, fullWidth, top + 7, undefined),
    textMark(second, styles.footer, fullWidth, top + 17, undefined),
    textMark(`Page ${number}/${count}`, styles.footer, right, top + 7, undefined),
  ];
}

/** Hangs from the top of the page, at its right edge. */
function markTab(word: string, sheet: Sheet): Marks {
  const band = bandOf(widthOn(sheet));
  const width = Math.ceil(widthOf(word, styles.tab)) + 2 * outset;
  const x = band.x + band.width - width;
  return {
    boxes: [{ x, y: 0, width, height: 24, colour: colours.accent }],
    texts: [textMark(word, styles.tab, { x: x + outset, width }, 9, undefined)],
  };
}

function markAcross(word: string, sheet: Sheet): TextMark {
  const angle = 52;
  const half = widthOf(word, styles.watermark) / 2;
  const radians = (angle * Math.PI) / 180;
  const x = sheet.width / 2 - Math.cos(radians) * half + 30;
  const y = sheet.height / 2 + Math.sin(radians) * half + 26;
  return { text: word, x, y, style: styles.watermark, angle };
}
