import type { catalogue, ProblemCode } from "@kairos/core";
import type { english } from "../../../packages/core/src/locales/en.js";

type Codes = keyof (typeof catalogue)["imports"] & ProblemCode;

const line = 12;

/** Params of each sentence about files, tables and imports. */
export const importSamples: { readonly [Code in Codes]: readonly Parameters<(typeof english)[Code]>[0][] } = {
  "file.not-text": [{}],
  "file.encoding": [
    { declared: "UTF-8", line: 3 },
    { declared: "EBCDIC", line: 0 },
  ],
  "file.beyond-limits": (["depth", "text", "elements", "attributes", "sessions", "entries", "columns", "rows", "cell"] as const).map(
    (limit) => ({
      limit,
      most: 40,
      line,
    }),
  ),
  "xml.not-well-formed": (["cut", "unknown-entity", "mismatched", "malformed"] as const).map((fault) => ({ fault, line, column: 4 })),
  "xml.declaration-refused": [{ line: 1 }],
  "table.header-missing": [{ found: "A B" }],
  "table.column-missing": [{ columns: ["début"] }, { columns: ["début", "fin"] }],
  "table.column-twice": [{ column: "référence", titles: "Ref, Référence" }],
  "table.column-unknown": [{ titles: "Couleur" }],
  "table.formula": [{ line, value: "=1+1" }],
  "table.row-length": [{ line, cells: 9, columns: 8 }],
  "table.quotes": [{ line }],
  "table.serial-date": [{ line, value: "46000" }],
  "lheo.not-lheo": [{ line: 1, root: "html" }],
  "lheo.version-unknown": [{ line: 1, namespace: "http://www.lheo.org/1.3" }],
  "lheo.element-missing": [{ line, element: "debut", parent: "periode" }],
  "lheo.element-repeated": [{ line, element: "certification", most: 5, count: 6 }],
  "lheo.element-unknown": [{ line, element: "couleur" }],
  "lheo.element-misplaced": [{ line, element: "session" }],
  "lheo.attribute-missing": [{ line, element: "code-FORMACODE", attribute: "ref" }],
  "lheo.text-length": [
    { line, element: "intitule-formation", least: 1, most: 255, length: 300 },
    { line, element: "SIRET", least: 14, most: 14, length: 13 },
  ],
  "lheo.code-unknown": [{ line, element: "etat-recrutement", value: "4", allowed: "1, 2, 3" }],
  "lheo.not-a-number": [{ line, element: "nombre-heures-total", value: "70h", most: 99_999 }],
  "lheo.not-an-amount": [{ line, element: "prix-total-TTC", value: "1.190" }],
  "lheo.not-a-day": [{ line, element: "debut", value: "20260231" }],
  "lheo.day-unknown": [{ line, element: "debut", value: "20260200" }],
  "lheo.reference-missing": [{ line, element: "session" }],
  "lheo.course-unnumbered": [{ line }],
  "lheo.only-first-kept": [{ line, element: "certification", count: 2 }],
  "lheo.hours-not-split": [{ line, total: 70 }],
  "lheo.price-with-tax": [{ line }],
  "lheo.provider-incomplete": [{ missing: ["activityNumber", "address"] }, { missing: ["postalCode"] }],
  "import.reference-twice": [{ line, reference: "SE-1", firstLine: 4 }],
  "import.other-establishment": [{ line, siret: "99900014400025", expected: "99900014400017" }],
  "import.reference-elsewhere": [{ line, reference: "SE-1" }],
  "import.course-unknown": [{ line, course: "F-1" }],
  "import.nothing-sound": [0, 1, 3].map((leftOut) => ({ leftOut })),
  "import.faulty-entries": [
    { reference: "IMP-0001", leftOut: 1 },
    { reference: "IMP-0001", leftOut: 3 },
  ],
  "import.wrong-status": (["judged", "brought-in", "undone"] as const).map((status) => ({ reference: "IMP-0001", status })),
  "import.other-nature": [{ reference: "IMP-0001", nature: "facts", command: "/assiduite valider-import" }],
  "import.used-since": [
    { reference: "IMP-0001", count: 1, references: ["SE-1"] },
    { reference: "IMP-0001", count: 12, references: ["SE-1", "SE-2"] },
  ],
};
