import { cutBetweenLines } from "./cut.js";
import type { Box, Marks, Strip, TextMark } from "./marks.js";
import { heightOf, lowered } from "./strips.js";
import { type Sheet, sheet as upright } from "./theme.js";

/** How much of the gaps between the strips is kept. */
const rhythms = [0.8, 0.55];

/** Pours the strips into pages; with less air between them when that saves a page. */
export function paginate(whole: readonly Strip[], sheet: Sheet = upright): readonly Marks[] {
  const strips = whole.flatMap((strip) => (strip.height > roomFor(strip, sheet) ? cutBetweenLines(strip) : [strip]));
  const airy = pour(strips, sheet);
  if (airy.length === 1) return airy;
  const closer = rhythms.map((kept) =>
    pour(
      strips.map((strip) => ({ ...strip, gap: strip.gap * kept })),
      sheet,
    ),
  );
  return closer.reduce((best, pages) => (pages.length < best.length ? pages : best), airy);
}

/** What a page after the first holds of such strips. */
function roomFor({ heading }: Strip, sheet: Sheet): number {
  return sheet.bottom - sheet.topAfterFirst - (heading?.height ?? 0);
}

/** Strips kept together move together, unless a page cannot hold them. */
function pour(strips: readonly Strip[], sheet: Sheet): readonly Marks[] {
  const pages: { texts: TextMark[]; boxes: Box[] }[] = [{ texts: [], boxes: [] }];
  let y = sheet.top;
  let isEmpty = true;

  const put = (strip: Strip): void => {
    const top = isEmpty ? y : y + strip.gap;
    const moved = lowered(strip, top);
    const page = pages.at(-1);
    page?.texts.push(...moved.texts);
    page?.boxes.push(...moved.boxes);
    y = top + strip.height;
    isEmpty = false;
  };
  const turnPage = (heading: Strip | undefined): void => {
    pages.push({ texts: [], boxes: [] });
    y = sheet.topAfterFirst;
    isEmpty = true;
    if (heading !== undefined) put(heading);
  };

  for (const group of groupsOf(strips)) {
    if (!isEmpty && y + heightOf(group) > sheet.bottom) turnPage(group[0]?.heading);
    for (const strip of group) {
      if (!isEmpty && y + strip.gap + strip.height > sheet.bottom) turnPage(strip.heading);
      put(strip);
    }
  }
  return pages;
}

function groupsOf(strips: readonly Strip[]): readonly (readonly Strip[])[] {
  const groups: Strip[][] = [];
  let isOpen = false;
  for (const strip of strips) {
    if (isOpen) groups.at(-1)?.push(strip);
    else groups.push([strip]);
    isOpen = strip.keepWithNext === true;
  }
  return groups;
}
