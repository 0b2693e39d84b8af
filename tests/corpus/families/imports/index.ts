import type { FaultsOf } from "../index.js";
import { entryFaults } from "./entries.js";
import { lheoFaults } from "./lheo.js";

/** What only the reading of a file finds, or the desk when an import is brought in or undone. */
export const heldOfImports = {
  "file.not-text": "tests/bot/files/read-table.test.ts",
  "file.encoding": "tests/bot/files/read-table.test.ts",
  "file.beyond-limits": "tests/bot/files/read-table.test.ts",
  "xml.not-well-formed": "tests/bot/files/xml.test.ts",
  "xml.declaration-refused": "tests/bot/files/xml.test.ts",
  "table.header-missing": "tests/bot/files/read-table.test.ts",
  "table.column-missing": "tests/bot/files/read-table.test.ts",
  "table.column-twice": "tests/bot/files/read-table.test.ts",
  "table.column-unknown": "tests/bot/files/read-table.test.ts",
  "table.formula": "tests/bot/files/read-table.test.ts",
  "table.row-length": "tests/bot/files/read-table.test.ts",
  "table.quotes": "tests/bot/files/read-table.test.ts",
  "lheo.not-lheo": "tests/bot/files/xml.test.ts",
  "lheo.version-unknown": "tests/bot/files/xml.test.ts",
  "import.nothing-sound": "tests/bot/imports.test.ts",
  "import.faulty-entries": "tests/bot/imports.test.ts",
  "import.wrong-status": "tests/bot/imports.test.ts",
  "import.other-nature": "tests/bot/attendance-import.test.ts",
  "import.used-since": "tests/bot/imports.test.ts",
} satisfies Partial<Record<keyof FaultsOf<"imports">, string>>;

export const importFaults: Omit<FaultsOf<"imports">, keyof typeof heldOfImports> = { ...lheoFaults, ...entryFaults };
