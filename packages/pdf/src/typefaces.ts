import type { Face } from "./layout/marks.js";

export { widthOf } from "./layout/measure.js";
export { printable } from "./layout/printable.js";

/** How the faces are called in the files. */
export const typefaceName = "Kairos Sans";

/** Both faces as TrueType files, loaded when asked for. */
export async function typefaces(): Promise<Readonly<Record<Face, Uint8Array>>> {
  const [{ regular }, { semibold }] = await Promise.all([import("./fonts/regular.js"), import("./fonts/semibold.js")]);
  return { regular: Buffer.from(regular, "base64"), semibold: Buffer.from(semibold, "base64") };
}
