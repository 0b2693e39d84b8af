import type { Face, Style } from "./marks.js";

/** A page, in points, and the room its text keeps to. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly topAfterFirst: number;
  readonly bottom: number;
}

/** A4, upright and on its side. */
export const sheet: Sheet = { width: 595.28, height: 841.89, left: 54, right: 541.28, top: 46, topAfterFirst: 80, bottom: 780 };
export const wideSheet: Sheet = { width: 841.89, height: 595.28, left: 54, right: 787.89, top: 46, topAfterFirst: 80, bottom: 536 };
export const textWidth = sheet.right - sheet.left;

/** Rules, tints and frames stand out of the text by this much, so that all text keeps the same two edges. */
export const outset = 8;
/** Between two texts side by side; two frames side by side are nearer, by an outset each. */
export const gutter = 28;
export const colours = {
  ink: "#1d242b",
  muted: "#5a6672",
  accent: "#0f5470",
  rule: "#d3dae0",
  box: "#a9b4bd",
  tint: "#f2f6f8",
  watermark: "#e9eef1",
  paper: "#ffffff",
};

export const styles = {
  name: style("semibold", 13, 17),
  overline: { ...style("semibold", 8.5, 12, colours.accent), tracking: 1.6 },
  title: { ...style("semibold", 21, 26), tracking: -0.3 },
  heading: style("semibold", 10.5, 14, colours.accent),
  lead: style("semibold", 11.5, 15.5),
  body: style("regular", 9, 13),
  dense: style("regular", 8.5, 12),
  strong: style("semibold", 9, 13),
  small: style("regular", 8, 11.5, colours.muted),
  label: style("regular", 7.5, 10.5, colours.muted),
  columnTitle: style("semibold", 7.5, 10.5, colours.muted),
  total: style("semibold", 11.5, 15.5, colours.accent),
  footer: style("regular", 7, 9.5, colours.muted),
  tab: { ...style("semibold", 7.5, 10.5, colours.paper), tracking: 1.2 },
  watermark: { ...style("semibold", 84, 84, colours.watermark), tracking: 8 },
} satisfies Record<string, Style>;

function style(face: Face, size: number, leading: number, colour = colours.ink): Style {
  return { face, size, leading, colour };
}
