import { defineConfig } from "tsup";

// One bundle for the program, and each command as its own file, so that the folder of commands is still a folder.
export default defineConfig({
  entry: ["src/main.ts", "src/commands/**/*.ts"],
  format: ["esm"],
  target: "node20",
  platform: "node",
  splitting: true,
  sourcemap: true,
  clean: true,
  silent: true,
  noExternal: [/^@kairos\//],
  // What pdfkit's own modules ask for with `require`.
  banner: { js: 'import { createRequire as kairosRequire } from "node:module"; const require = kairosRequire(import.meta.url);' },
});
