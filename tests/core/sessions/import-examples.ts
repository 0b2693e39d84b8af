import {
  type catalogue,
  type Element,
  element,
  fileRules,
  importRules,
  judgeEntries,
  lheoOf,
  lheoRules,
  type Problem,
  planImport,
  raise,
  readFormation,
  readSessionRow,
  tableRules,
} from "@kairos/core";
import { aProvider, aSession, bordeaux, pau, today } from "../../examples/index.js";
import { importSamples } from "../shared/import-sentences.js";

type Examples = { readonly [Code in keyof (typeof catalogue)["imports"]]: () => readonly Problem[] };

/** A formation in order, one element changed: what is said of its first session. */
function formation(name: string, change: (one: Element) => Element | undefined, taxed = false): readonly Problem[] {
  const written = lheoOf(aProvider(), new Map(), [aSession()]);
  if (!written.ok) throw new Error("the example cannot be written");
  const one = written.value.root.children[0]?.children[0];
  const read = one === undefined ? [] : readFormation(edited(one, name, change) ?? one, 1, { version: "2.3", today, taxed });
  return read.flatMap(({ problems }) => problems).filter(({ code }) => code !== "lheo.course-unnumbered");
}

/** An element, those of one name inside it changed or left out. */
export function edited(one: Element, name: string, change: (one: Element) => Element | undefined): Element | undefined {
  if (one.name === name) return change(one);
  return { ...one, children: one.children.flatMap((child) => edited(child, name, change) ?? []) };
}

const says = (text: string) => (one: Element) => ({ ...one, text });
const holds = (more: readonly Element[]) => (one: Element) => ({ ...one, children: [...one.children, ...more] });

const [entry] = [aSession()].map((value) => ({ kind: "session" as const, line: 12, path: ["lheo"], value, problems: [] }));
const entries = entry === undefined ? [] : [entry];
const nobody = { courses: new Map(), sessions: new Map(), takenElsewhere: { course: new Set<string>(), session: new Set<string>() } };
const planned = (given: typeof entries, before: Partial<typeof nobody>) =>
  planImport(given, { ...nobody, ...before }, false).flatMap((one) => one.entry.problems);

const row = (cells: Readonly<Record<string, string>>) => {
  const all = { reference: "SE-1", title: "Un", startsOn: "07/12/2026", endsOn: "18/12/2026", ...cells };
  return readSessionRow({ line: 2, cells: new Map(Object.entries(all)), problems: [] }, { today, siret: bordeaux }).problems;
};

/** What only the reading of a file finds: shown there; said here. */
const read = <Code extends keyof Examples>(code: Code, path: readonly string[] = []): readonly Problem[] => {
  const table = { ...fileRules, ...tableRules, ...lheoRules, ...importRules };
  return [raise(table, code, path, importSamples[code][0] as never)];
};

export const importExamples: Examples = {
  "file.not-text": () => read("file.not-text"),
  "file.encoding": () => read("file.encoding"),
  "file.beyond-limits": () => read("file.beyond-limits"),
  "xml.not-well-formed": () => read("xml.not-well-formed"),
  "xml.declaration-refused": () => read("xml.declaration-refused"),
  "table.header-missing": () => read("table.header-missing"),
  "table.column-missing": () => read("table.column-missing"),
  "table.column-twice": () => read("table.column-twice"),
  "table.column-unknown": () => read("table.column-unknown"),
  "table.formula": () => read("table.formula", ["intitulé"]),
  "table.row-length": () => read("table.row-length"),
  "table.quotes": () => read("table.quotes"),
  "table.serial-date": () => row({ startsOn: "46000" }),
  "lheo.not-lheo": () => read("lheo.not-lheo"),
  "lheo.version-unknown": () => read("lheo.version-unknown"),
  "lheo.element-missing": () => formation("intitule-formation", () => undefined),
  "lheo.element-repeated": () =>
    formation("domaine-formation", holds(Array(5).fill(element("code-ROME", "N1101")).concat(element("code-ROME", "N1102")))),
  "lheo.element-unknown": () => formation("periode", holds([element("couleur", "bleu")])),
  "lheo.element-misplaced": () => formation("periode", (one) => ({ ...one, children: [...one.children].reverse() })),
  "lheo.attribute-missing": () =>
    formation("code-public-vise", (one) => ({ ...one, attributes: new Map([...one.attributes].filter(([name]) => name !== "ref")) })),
  "lheo.text-length": () => formation("intitule-formation", says("a".repeat(256))),
  "lheo.code-unknown": () => formation("modalites-enseignement", says("7")),
  "lheo.not-a-number": () => formation("nombre-heures-total", says("70h")),
  "lheo.not-an-amount": () => formation("prix-total-TTC", says("1.190")),
  "lheo.not-a-day": () => formation("fin", says("20261232")),
  "lheo.day-unknown": () => formation("fin", says("20261200")),
  "lheo.reference-missing": () => formation("session", (one) => ({ ...one, attributes: new Map(), children: one.children.slice(0, -1) })),
  "lheo.course-unnumbered": () => read("lheo.course-unnumbered", ["lheo", "offres", "formation[1]"]),
  "lheo.only-first-kept": () =>
    formation("formation", (one) => ({
      ...one,
      children: one.children.flatMap((child) => (child.name === "code-niveau-entree" ? [child, certified("1"), certified("2")] : [child])),
    })),
  "lheo.hours-not-split": () =>
    formation("action", (one) => ({
      ...one,
      children: one.children.flatMap((child) => {
        if (child.name === "nombre-heures-centre" || child.name === "nombre-heures-entreprise") return [];
        return child.name === "modalites-enseignement" ? [{ ...child, text: "1" }] : [child];
      }),
    })),
  "lheo.price-with-tax": () => formation("periode", (one) => one, true),
  "lheo.provider-incomplete": () => {
    const written = lheoOf(aProvider({ address: undefined }), new Map(), []);
    return written.ok ? [] : written.problems;
  },
  "import.reference-twice": () => judgeEntries([...entries, ...entries], bordeaux).flatMap(({ problems }) => problems),
  "import.other-establishment": () => judgeEntries(entries, pau).flatMap(({ problems }) => problems),
  "import.reference-elsewhere": () => planned(entries, { takenElsewhere: { course: new Set(), session: new Set(["SE-2026-014"]) } }),
  "import.course-unknown": () =>
    planned(
      entries.map((one) => ({ ...one, value: aSession({ course: "F-INCONNUE" }) })),
      {},
    ),
  "import.nothing-sound": () => read("import.nothing-sound"),
  "import.faulty-entries": () => read("import.faulty-entries"),
  "import.wrong-status": () => read("import.wrong-status", ["reference"]),
  "import.other-nature": () => read("import.other-nature", ["reference"]),
  "import.used-since": () => read("import.used-since", ["reference"]),
};

function certified(code: string): Element {
  return element("certification", [element("code-RNCP", code)]);
}
