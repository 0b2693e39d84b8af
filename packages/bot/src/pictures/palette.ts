/** Colours that can be read on the light and the dark ground of a chat: the picture brings its own, a warm white. */
export const palette = {
  ground: "#fbfaf7",
  ink: "#1f2328",
  soft: "#5b6470",
  faint: "#8b929b",
  rule: "#d5d8dc",
  outside: "#efeeea",
};

/** How one kind of thing is told from the others: by its colour, its pattern and its sign, so that none needs the others. */
export interface Look {
  readonly fill: string;
  readonly edge: string;
  /** What is drawn over the fill, in a square of eight pixels; nothing for a plain one. */
  readonly pattern?: string;
  readonly sign: string;
}

/** A pattern under a name, for `<defs>`; the fill to point at is `url(#name)`. */
export function patternOf(name: string, { fill, edge, pattern }: Look): string {
  const square = `<rect width="8" height="8" fill="${fill}"/>`;
  const over = pattern === undefined ? "" : `<path d="${pattern}" stroke="${edge}" stroke-width="1" stroke-opacity=".35" fill="none"/>`;
  return `<pattern id="${name}" width="8" height="8" patternUnits="userSpaceOnUse">${square}${over}</pattern>`;
}

/** Strokes of patterns. */
export const strokes = {
  rising: "M-2 2L2 -2M0 8L8 0M6 10L10 6",
  falling: "M-2 6L2 10M0 0L8 8M6 -2L10 2",
  dots: "M1.5 2H2.5M5.5 6H6.5",
  level: "M0 4H8",
};

/** A cell of a chart: what it is filled with, and its sign over it. */
export interface CellLook {
  readonly fill: string;
  readonly ink: string;
  readonly sign: string;
  /** Drawn around with its ink, where the fill hardly shows on the ground. */
  readonly isFramed?: true;
}

/** Signs over a light fill, and over a dark one. */
export const darkSign = "#0d0f12";
export const lightSign = "#ffffff";
