import type { ReplyPicture } from "../reply.js";
import { heatmapPng } from "./heatmap.js";
import { pngOf } from "./render.js";

/** A picture of an answer as a PNG, from its drawing or from what is to be drawn. */
export function drawn(picture: ReplyPicture): Promise<Uint8Array> {
  return picture.heatmap === undefined ? pngOf(picture.svg) : heatmapPng(picture.heatmap);
}
