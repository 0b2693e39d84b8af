import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { defineConfig } from "tsup";

/** The whole of it, and each domain apart. */
const domains = readdirSync("src/entries").filter((file) => !file.startsWith("common"));
const entry = {
  index: "src/index.ts",
  ...Object.fromEntries(domains.map((file) => [basename(file, ".ts"), `src/entries/${file}`])),
};

export default defineConfig({ entry, format: ["esm", "cjs"], dts: true, sourcemap: true, clean: true, target: "node20" });
