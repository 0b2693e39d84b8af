import {
  type CatalogueEntry,
  daysBetween,
  judgeEntries,
  planImport,
  readSessionRow,
  type Session,
  sessionColumns,
  sessionTable,
} from "@kairos/core";
import { pau } from "../../../examples/index.js";
import type { Random } from "../../../trust/random.js";
import { faultsIn } from "../../seeded.js";
import { trainingOf } from "../../training.js";
import type { FaultsOf } from "../index.js";

/** The session of a dossier as a row of a table. */
const inRow = faultsIn(
  (dossier) => {
    const training = trainingOf(dossier);
    if (training === undefined) return undefined;
    const [, texts = []] = sessionTable([training.session]);
    const cells = sessionColumns.flatMap(({ key }, index) => (texts[index] ? [[key, texts[index]] as const] : []));
    return { cells, today: training.today, siret: training.session.siret };
  },
  ({ cells, ...reading }) => readSessionRow({ line: 2, cells: new Map(cells), problems: [] }, reading).problems,
);

/** The course and the session of a dossier as entries of a file, for a desk that has neither. */
const inEntries = faultsIn(
  (dossier) => {
    const training = trainingOf(dossier);
    if (training === undefined) return undefined;
    const { course, session } = training;
    const entries: readonly CatalogueEntry[] = [
      { kind: "course", line: 2, path: ["formation[1]"], value: course, problems: [] },
      { kind: "session", line: 12, path: ["formation[1]", "session[1]"], value: session, problems: [] },
    ];
    return { entries, siret: session.siret, taken: [] as readonly string[] };
  },
  ({ entries, siret, taken }) => {
    const elsewhere = { course: new Set(taken), session: new Set(taken) };
    const before = { courses: new Map(), sessions: new Map(), takenElsewhere: elsewhere };
    return planImport(judgeEntries(entries, siret), before, false).flatMap(({ entry }) => entry.problems);
  },
);

/** The entries with the session changed. */
const inSession = (change: (session: Session, random: Random) => Session) =>
  inEntries((file, random) => {
    const entries = file.entries.map((entry) =>
      entry.kind === "session" && entry.value !== undefined ? { ...entry, value: change(entry.value, random) } : entry,
    );
    return { ...file, entries };
  });

export const entryFaults: Pick<
  FaultsOf<"imports">,
  "table.serial-date" | "import.reference-twice" | "import.other-establishment" | "import.reference-elsewhere" | "import.course-unknown"
> = {
  "table.serial-date": inRow((row, random, { situation: { session } }) => {
    const column = random.pick(["startsOn", "endsOn"] as const);
    if (session === undefined) return undefined;
    const serial = daysBetween("1899-12-30", session[column]);
    const cell = random.pick([`${serial}`, `${serial},0`, `${serial - 1462}`]);
    return { ...row, cells: row.cells.map(([key, text]) => [key, key === column ? cell : text] as const) };
  }),
  "import.reference-twice": inEntries((file, random) => {
    const entry = random.pick(file.entries);
    if (entry.value === undefined) return undefined;
    const again = { ...entry, line: 20 + random.int(400), value: { ...entry.value, title: `${entry.value.title.slice(0, 240)} (2)` } };
    return { ...file, entries: [...file.entries, again as CatalogueEntry] };
  }),
  "import.other-establishment": inEntries((file, random) => {
    const other = random.int(file.entries.length);
    const entries = file.entries.map((entry, index) =>
      index === other && entry.value !== undefined ? ({ ...entry, value: { ...entry.value, siret: pau } } as CatalogueEntry) : entry,
    );
    return random.chance(0.5) ? { ...file, entries } : { ...file, siret: pau };
  }),
  "import.reference-elsewhere": inEntries((file, random) => {
    const { reference } = random.pick(file.entries).value ?? {};
    return reference === undefined ? undefined : { ...file, taken: [reference, `SE-2026-${100 + random.int(800)}`] };
  }),
  "import.course-unknown": inSession((session, random) => ({
    ...session,
    course: random.pick([`${session.course}-B`, `F-${random.int(1000)}`, session.title.slice(0, 3).toUpperCase()]),
  })),
};
