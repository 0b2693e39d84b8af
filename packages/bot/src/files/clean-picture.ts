import { type Result, success } from "@kairos/core";
import type { CheckedFile } from "./received.js";

/** Stand-in until the cleaning of pictures is merged: same signature, nothing removed. */
export function cleanPicture(file: CheckedFile<"picture">): Promise<Result<CleanPicture>> {
  return Promise.resolve(success({ bytes: file.bytes, mediaType: file.mediaType }));
}

export interface CleanPicture {
  readonly bytes: Uint8Array;
  readonly mediaType: "image/png" | "image/jpeg";
}
