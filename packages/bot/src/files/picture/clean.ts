import { type Label, type Result, success } from "@kairos/core";
import type { CheckedFile } from "../received.js";

/** A picture that shows what it showed and holds nothing else. */
export interface CleanedPicture {
  readonly bytes: Uint8Array;
  readonly mediaType: CheckedFile<"picture">["mediaType"];
  /** What was taken out, each kind once. */
  readonly removed: readonly RemovedKind[];
}

export type RemovedKind = "other";

export const removedLabels: Readonly<Record<RemovedKind, Label>> = {
  other: { fr: "d'autres données cachées", en: "other hidden data" },
};

/** Stand-in until the cleaning of pictures is merged: same signature, nothing removed. */
export function cleanPicture({ bytes, mediaType }: CheckedFile<"picture">): Promise<Result<CleanedPicture>> {
  return Promise.resolve(success({ bytes, mediaType, removed: [] }));
}
