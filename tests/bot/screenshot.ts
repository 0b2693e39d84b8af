import { encodePng } from "../../packages/bot/src/pictures/png.js";

/** The smallest picture there is: one dot, of a shade of its own. */
export const dot = async (red = 0): Promise<Buffer> =>
  Buffer.from(await encodePng({ width: 1, height: 1, pixels: Uint8Array.of(red, 0, 0, 255) }));

export const png = await dot();
