import { defineConfig } from "tsup";
import { commandsInOne } from "./commands-in-one.mjs";

/** Databases that knex speaks and the desk does not: neither their dialects nor their drivers are part of the program. */
const otherDialects = /^\.\/(cockroachdb|mssql|mysql|mysql2|mariadb|oracle|oracledb|pgnative|postgres|redshift)$/;

// One bundle for the program, its commands and the large dependencies, printed without blanks: a few files to read instead of a thousand. What has a
// binary or files of its own stays outside. Names are kept: discord.js finds its handlers by the names of their classes,
// and a trace in the log says which function failed.
export default defineConfig({
  entry: ["src/main.ts"],
  format: ["esm"],
  target: "node20",
  platform: "node",
  splitting: true,
  sourcemap: true,
  clean: true,
  silent: true,
  noExternal: [/^@kairos\//, /^csv-/, "discord.js", "knex", "saxes", "zod"],
  external: ["sqlite3", "better-sqlite3", "pdfkit", "@resvg/resvg-js", "pino", "zlib-sync", "bufferutil", "utf-8-validate"],
  keepNames: true,
  banner: { js: 'import { createRequire as requireBeside } from "node:module"; const require = requireBeside(import.meta.url);' },
  esbuildOptions(options) {
    options.minifyWhitespace = true;
    options.lineLimit = 160;
    // A single letter beyond Latin-1 would double what a whole file takes in memory.
    options.charset = "ascii";
  },
  esbuildPlugins: [
    commandsInOne,
    {
      name: "one-dialect",
      setup({ onResolve, onLoad }) {
        onResolve({ filter: otherDialects }, ({ path, importer }) =>
          /knex[\\/]lib[\\/]dialects[\\/]index\.js$/.test(importer) ? { path, namespace: "other-dialect" } : undefined,
        );
        onLoad({ filter: /.*/, namespace: "other-dialect" }, ({ path }) => ({
          contents: `throw new Error(${JSON.stringify(`${path} is not part of this program`)});`,
        }));
      },
    },
  ],
});
