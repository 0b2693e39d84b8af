import type { FaultsOf } from "../index.js";
import { entryFaults } from "./entries.js";
import { lheoFaults } from "./lheo.js";

/** What only the reading of a file finds, or the desk when an import is brought in or undone. */
type Held =
  | Extract<keyof FaultsOf<"imports">, `file.${string}` | `xml.${string}`>
  | Exclude<Extract<keyof FaultsOf<"imports">, `table.${string}`>, "table.serial-date">
  | "lheo.not-lheo"
  | "lheo.version-unknown"
  | "import.nothing-sound"
  | "import.faulty-entries"
  | "import.wrong-status"
  | "import.other-nature"
  | "import.used-since";

export const importFaults: Omit<FaultsOf<"imports">, Held> = { ...lheoFaults, ...entryFaults };
