import { stat } from "node:fs/promises";

/** Is there something at a path. */
export function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
