import { resourceKeys } from "@kairos/core";
import { expect, it } from "vitest";

const siret = "99900014400017" as never;

it("two rooms share a key when their letters and digits are the same, never because they have none", () => {
  expect(resourceKeys.room(siret, "Quai 2")).toBe(resourceKeys.room(siret, "  quai-2 "));
  const keys = ["🙂", "🚀", "-", "***"].map((name) => resourceKeys.room(siret, name));
  expect(new Set(keys).size).toBe(keys.length);
});
