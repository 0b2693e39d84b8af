/** A picture whose pixels are ranks in a palette. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
  /** Three bytes a colour. */
  readonly colours: Uint8Array;
}

/** How much ink covers a pixel, from none to all. */
export const inkLevels = 8;

/** Rank of the first of `inkLevels` colours that go from a ground to an ink. */
export type Ramp = number;

/** How inked the pixels of something small are, row after row; `left` and `top` are where it stands from where it is put. */
export interface Stamp {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  readonly levels: Uint8Array;
}

/** The colours of a picture, from pairs of a ground and an ink, `#rrggbb`: the pair of rank `n` is the ramp `n * inkLevels`. */
export function coloursOf(pairs: readonly (readonly [string, string])[]): Uint8Array {
  return Uint8Array.from(
    pairs.flatMap(([ground, ink]) => {
      const [from, to] = [channelsOf(ground), channelsOf(ink)];
      return Array.from({ length: inkLevels }, (_, level) =>
        from.map((channel, rank) => Math.round(channel + (((to[rank] ?? 0) - channel) * level) / (inkLevels - 1))),
      ).flat();
    }),
  );
}

export function channelsOf(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

export function fillBox({ width, pixels }: Raster, x: number, y: number, wide: number, high: number, colour: number): void {
  for (let row = y; row < y + high; row++) pixels.fill(colour, row * width + x, row * width + x + wide);
}

/** Inks what is under a stamp; what it leaves bare stays as it was. Nothing is drawn beyond the edges. */
export function press({ width, height, pixels }: Raster, { left, top, ...stamp }: Stamp, x: number, y: number, ramp: Ramp): void {
  for (let row = 0; row < stamp.height; row++) {
    const to = y + top + row;
    if (to < 0 || to >= height) continue;
    for (let column = 0; column < stamp.width; column++) {
      const level = stamp.levels[row * stamp.width + column] ?? 0;
      const at = x + left + column;
      if (level > 0 && at >= 0 && at < width) pixels[to * width + at] = ramp + level;
    }
  }
}

/** Copies a small raster's pixels, which must fall inside. */
export function copyTo({ width, pixels }: Raster, tile: Pick<Raster, "width" | "height" | "pixels">, x: number, y: number): void {
  for (let row = 0; row < tile.height; row++) {
    const [from, to] = [row * tile.width, (y + row) * width + x];
    for (let column = 0; column < tile.width; column++) pixels[to + column] = tile.pixels[from + column] ?? 0;
  }
}
