import { defineConfig } from "tsup";

// One bundle for the program, and each command as its own file, so that the folder of commands is still a folder.
// The dependencies stay outside, but zod: a fifth of it is used, and the desk starts sooner without the rest.
export default defineConfig({
  entry: ["src/main.ts", "src/commands/**/*.ts"],
  format: ["esm"],
  target: "node20",
  platform: "node",
  splitting: true,
  sourcemap: true,
  clean: true,
  silent: true,
  noExternal: [/^@kairos\//, "zod"],
});
