import {
  type AttendanceNature,
  addDays,
  attendanceReader,
  type Claim,
  type Enrolment,
  formatDay,
  halfDaysByDay,
  halfLabels,
  type ImportedSession,
  judgeAttendanceRows,
  minutesOf,
  traineeNames,
  traineeSlotKey,
  weekdayOf,
} from "@kairos/core";
import { pau } from "../../../examples/index.js";
import type { Random } from "../../../trust/random.js";
import { type Attended, attendedOf } from "../../attendance.js";
import { type Dossier, faultsIn } from "../../seeded.js";
import { clockAfter } from "../../training.js";
import type { FaultsOf } from "../index.js";

type Cells = Readonly<Record<string, string>>;

/** A file of attendance, and the sessions its rows are held against. */
interface Imported {
  readonly rows: readonly Cells[];
  readonly nature: AttendanceNature;
  readonly today: string;
  readonly only?: string | undefined;
  readonly sessions: readonly ImportedSession[];
}

/** A file of the first training days of a dossier, nothing of it being in the desk yet. */
function fileOf(nature: AttendanceNature, dossier: Dossier): Imported | undefined {
  const attended = attendedOf(dossier);
  if (attended === undefined) return undefined;
  const rows = attended.planned.slice(0, 4).map(({ traineeId, day, half, minutes }): Cells => {
    const person = attended.trainees.find(({ id }) => id === traineeId);
    return {
      session: attended.session.reference,
      trainee: traineeId,
      fullName: `${person?.firstName} ${person?.lastName}`,
      day: formatDay(day),
      half: halfLabels[half].fr,
      ...(nature === "facts" ? { status: "présent" } : { minutes: String(minutes) }),
    };
  });
  return { rows, nature, today: attended.today, sessions: [importedSession(attended)] };
}

function importedSession({ session, schedule, roster, trainees }: Attended): ImportedSession {
  return {
    session,
    zone: schedule.timeZone,
    days: halfDaysByDay(schedule.halfDays.map((one) => ({ ...one, minutes: minutesOf(one) }))),
    roster: new Map(roster.map((one) => [one.traineeId, one])),
    trainees: new Map(trainees.map((one) => [one.id, one])),
    named: traineeNames(trainees),
    facts: new Map(),
    signatures: new Set(),
    claims: new Map(),
  };
}

function judge({ rows, sessions, only, ...beside }: Imported) {
  const read = attendanceReader(beside.today);
  const table = rows.map((cells, index) => {
    const filled = Object.entries(cells).filter(([, text]) => text !== "");
    return read({ line: index + 2, cells: new Map(filled), problems: [] });
  });
  const known = new Map(sessions.map((one) => [one.session.reference, one]));
  return judgeAttendanceRows(table, { ...beside, sessions: known, ...(only !== undefined && { only }) }).flatMap(
    ({ problems }) => problems,
  );
}

const inFacts = faultsIn((dossier) => fileOf("facts", dossier), judge);
const inDeclared = faultsIn((dossier) => fileOf("declared", dossier), judge);

/** Every row is to be of one session. */
const inOneSession = faultsIn<Imported>((dossier) => {
  const file = fileOf("facts", dossier);
  return file && { ...file, only: file.rows[0]?.session };
}, judge);

type Change = (cells: Cells, random: Random, file: Imported) => Cells;

/** A mistake in the cells of one row. */
const inRow = (change: Change) => inFacts(oneRow(change));

function oneRow(change: Change) {
  return (file: Imported, random: Random): Imported => {
    const index = random.int(file.rows.length);
    return { ...file, rows: file.rows.map((cells, at) => (at === index ? { ...cells, ...change(cells, random, file) } : cells)) };
  };
}

/** What the desk knows of the session, changed. */
function knowing(file: Imported, known: (imported: ImportedSession) => Partial<ImportedSession>): Imported {
  return { ...file, sessions: file.sessions.map((imported) => ({ ...imported, ...known(imported) })) };
}

const lastNames = ["Lefebvre", "Duran", "Martineau", "Petit", "Benali"];

export const rowFaults: Omit<
  Pick<FaultsOf<"attendance">, Extract<keyof FaultsOf<"attendance">, `import.${string}`>>,
  "import.faulty-rows" | "import.no-sound-row" | "import.changed-since"
> = {
  "import.session-missing": inRow(() => ({ session: "" })),
  "import.session-unknown": inRow(({ session = "" }, random) => ({
    session: `${session.slice(0, -1)}${random.pick(["O", "A", "45", "77"])}`,
  })),
  "import.other-session": inOneSession(oneRow((_cells, random) => ({ session: `SE-2026-${100 + random.int(800)}` }))),
  "import.session-elsewhere": inFacts((file, random) => {
    const [imported] = file.sessions;
    if (imported === undefined) return undefined;
    const reference = `SE-2026-${200 + random.int(700)}`;
    const elsewhere = { ...imported, session: { ...imported.session, reference, siret: pau } };
    return { ...oneRow(() => ({ session: reference }))(file, random), sessions: [imported, elsewhere] };
  }),
  "import.trainee-missing": inRow((_cells, random) => ({ trainee: "", fullName: "", status: random.pick(["présent", "absent", "P"]) })),
  "import.trainee-unknown": inRow((_cells, random) =>
    random.chance(0.5) ? { trainee: "", fullName: `Camille ${random.pick(lastNames)}` } : { trainee: `T-${1000 + random.int(8000)}` },
  ),
  "import.trainee-ambiguous": inRow((_cells, random) => ({
    trainee: "",
    fullName: random.pick(["Léa Martin", "MARTIN Lea", "lea martin", "Martin Léa"]),
  })),
  "import.name-mismatch": inRow((_cells, random) => ({ fullName: `${random.pick(["Noé", "Inès", "Karim"])} ${random.pick(lastNames)}` })),
  "import.not-followed": inFacts((file, random) =>
    knowing(file, ({ roster, session }) => {
      const first = firstDayOf(file);
      const dates = random.pick<Partial<Enrolment>>([
        { joinsOn: addDays(session.endsOn, 1 + random.int(9)) },
        { leavesOn: addDays(first, -1 - random.int(9)) },
        { withdrawal: { day: first, half: "morning" } },
      ]);
      return { roster: new Map([...roster].map(([id, one]) => [id, { ...one, ...dates }])) };
    }),
  ),
  "import.outside-schedule": inRow((_cells, random, { sessions: [imported] }) => {
    const startsOn = imported?.session.startsOn ?? "2026-12-07";
    const sunday = addDays(startsOn, 7 - weekdayOf(startsOn));
    return random.pick<Cells>([
      { half: "soir" },
      { day: formatDay(sunday) },
      { day: formatDay(addDays(startsOn, -1 - random.int(30))) },
      { day: formatDay(sunday), half: "" },
    ]);
  }),
  "import.half-missing": inFacts((file, random) => {
    const [imported] = file.sessions;
    const isDouble = (imported?.days.get(firstDayOf(file))?.length ?? 0) > 1;
    return isDouble ? oneRow(() => ({ half: "" }))(file, random) : undefined;
  }),
  "import.hours-outside": inRow((_cells, random) =>
    random.pick<Cells>([
      { status: "", from: clockAfter("18:00", random.int(120)) },
      { status: "", until: clockAfter("06:00", random.int(120)) },
      { status: "", from: "10:30", until: clockAfter("09:10", random.int(60)) },
    ]),
  ),
  "import.negative-minutes": inRow((_cells, random) => {
    const minutes = `-${1 + random.int(120)}`;
    return random.chance(0.5) ? { late: minutes } : { early: minutes };
  }),
  "import.minutes-over": inRow((_cells, random) => {
    const minutes = String(210 + random.int(300));
    return random.chance(0.5) ? { status: "en retard", late: minutes } : { status: "départ anticipé", early: minutes };
  }),
  "import.minutes-missing": inRow((_cells, random) => ({
    status: random.pick(["en retard", "retard", "départ anticipé", "parti avant la fin"]),
  })),
  "import.minutes-contradict": inRow((_cells, random) => ({
    status: random.pick(["absent", "absence justifiée", "abandon", "annoncée"]),
    late: String(1 + random.int(60)),
  })),
  "import.status-missing": inRow(() => ({ status: "" })),
  "import.reason-unknown": inRow((_cells, random) => ({
    status: "absent",
    reason: random.pick(["raconté au téléphone", "voir mail", "enfant chez le juge", "ne veut pas dire"]),
  })),
  "import.health-detail": inRow((_cells, random) => ({
    status: "absent",
    document: random.pick(["certificat pour grippe", "ordonnance antidépresseur dépression", "arrêt maladie", "IRM du 3"]),
  })),
  "import.future-day": inFacts((file, random) => ({ ...file, today: addDays(firstDayOf(file), -1 - random.int(20)) })),
  "import.row-twice": inFacts((file, random) => {
    const cells = random.pick(file.rows);
    return {
      ...file,
      rows: [...file.rows, random.chance(0.5) ? cells : { ...cells, status: "en retard", late: String(1 + random.int(40)) }],
    };
  }),
  "import.fact-recorded": inFacts((file, random, dossier) => {
    const facts = attendedOf(dossier)?.records.slice(0, file.rows.length) ?? [];
    const status = random.pick(["unexcused", "announced", "interrupted"] as const);
    return knowing(file, () => ({ facts: new Map(facts.map((fact) => [traineeSlotKey(fact), { ...fact, status }])) }));
  }),
  "import.claim-recorded": inDeclared((file, random, dossier) => {
    const attended = attendedOf(dossier);
    const [halfDay] = attended?.planned ?? [];
    if (attended === undefined || halfDay === undefined) return undefined;
    const { traineeId, day, half } = halfDay;
    const { reference, siret } = attended.session;
    const claim: Claim = {
      kind: "declared",
      sessionReference: reference,
      siret,
      traineeId,
      day,
      half,
      minutes: random.int(halfDay.minutes),
      reference: day.slice(0, 7),
      at: `${attended.today}T18:00:00.000Z`,
    };
    return knowing(file, () => ({ claims: new Map([[traineeSlotKey(claim), claim]]) }));
  }),
};

function firstDayOf({ sessions: [imported] }: Imported): string {
  return [...(imported?.days.keys() ?? [])][0] ?? "2026-12-07";
}
