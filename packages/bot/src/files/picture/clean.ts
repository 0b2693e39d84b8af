import { type FileFault, failure, type Result, success } from "@kairos/core";
import { type CheckedFile, notAFile } from "../received.js";
import { cleanJpeg } from "./jpeg.js";
import { cleanPng } from "./png.js";
import type { Redrawn } from "./removed.js";
import { holdsStranger } from "./strangers.js";

/** A picture that shows what it showed and holds nothing else. */
export interface CleanedPicture extends Redrawn {
  readonly mediaType: CheckedFile<"picture">["mediaType"];
}

/**
 * Writes a picture anew from the parts that draw it, each checked: what is left out was never read by those who look at it. Refused:
 * what is damaged, moves, unpacks to more than it announces, or can be opened as something else. Cleaned again, it stays the same.
 */
export async function cleanPicture({ name, bytes, mediaType }: CheckedFile<"picture">): Promise<Result<CleanedPicture>> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const refuse = (fault: FileFault) => failure(notAFile(name, fault, ["picture"]));
  const cleaned = mediaType === "image/png" ? await cleanPng(file) : cleanJpeg(file);
  if (typeof cleaned === "string") return refuse(cleaned);
  return holdsStranger(cleaned.bytes) ? refuse("holds-more") : success({ ...cleaned, mediaType });
}
