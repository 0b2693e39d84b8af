import { defineConfig } from "tsup";

const entry = { index: "src/index.ts", quotes: "src/entries/quotes.ts" };

export default defineConfig({ entry, format: ["esm", "cjs"], dts: true, sourcemap: true, clean: true, target: "node20" });
