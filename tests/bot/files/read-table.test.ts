import {
  type CatalogueEntry,
  readSessionRow,
  type Session,
  sessionColumns,
  sessionSchema,
  sessionTable,
  type TableRow,
} from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvOf } from "../../../packages/bot/src/files/csv.js";
import { readTable } from "../../../packages/bot/src/files/read-table.js";
import { sayable } from "../../core/sessions/lheo/generators.js";
import { bordeaux, today } from "../../examples/index.js";

const columns = [
  { key: "ref", names: ["référence", "ref"], required: true },
  { key: "title", names: ["intitulé", "title"] },
  { key: "start", names: ["date de début", "start date"] },
];

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === "string" ? Buffer.from(content) : content;
}

async function rowsOf(content: string | Uint8Array) {
  const rows: TableRow[] = [];
  const table = await readTable(bytesOf(content), columns, { row: (row) => rows.push(row) });
  if (!table.ok) throw new Error(JSON.stringify(table.problems));
  return rows.map(({ line, cells, problems }) => [line, Object.fromEntries(cells), problems.map(({ code }) => code)]);
}

async function faultsOf(content: string | Uint8Array, of = columns) {
  const table = await readTable(bytesOf(content), of, { row: () => undefined });
  return table.ok ? [] : table.problems.map(({ code, params }) => [code, "line" in params ? params.line : undefined]);
}

describe("a table is read", () => {
  it.each([
    ["semicolons", "Référence;Intitulé\nA;Un\n"],
    ["commas", "Référence,Intitulé\nA,Un\n"],
    ["tabs", "Référence\tIntitulé\nA\tUn\n"],
    ["Windows line ends and a mark", "\ufeffRéférence;Intitulé\r\nA;Un\r\n"],
    ["old Mac line ends", "Référence;Intitulé\rA;Un\r"],
    ["line ends of two kinds", "Référence;Intitulé\r\nA;Un\n"],
    ["Excel's own line first, as an old Mac ends it", "sep=;\rRéférence;Intitulé\rA;Un\r"],
    ["Excel's own line first", "sep=;\r\nRéférence;Intitulé\r\nA;Un\r\n"],
    ["empty columns and rows at the end", "Référence;Intitulé;;;\nA;Un;;;\n;;;;\n\n;;;;\n"],
    ["names in English, in capitals, cut short", "REF;TIT\nA;Un\n"],
  ])("with %s", async (_, text) => {
    const [[, cells, problems] = []] = await rowsOf(text);
    expect([cells, problems]).toEqual([{ ref: "A", title: "Un" }, []]);
    expect(await rowsOf(text)).toHaveLength(1);
  });

  it("in the encodings that spreadsheets write", async () => {
    const text = "Référence;Intitulé\nA;Été – 5 €\n";
    const windows = Buffer.from(text.replace("–", "\u0096").replace("€", "\u0080"), "latin1");
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
    for (const bytes of [Buffer.from(text), windows, utf16, utf16.subarray(2)]) {
      expect(await rowsOf(bytes)).toEqual([[2, { ref: "A", title: "Été – 5 €" }, []]]);
    }
  });

  it("with the line of each row, whatever its cells hold", async () => {
    const text = 'Référence;Intitulé\n"A";"deux\nlignes ; et ""guillemets"""\n\nB;Un\n="0012";Deux\n';
    const windows = text.replaceAll("\n", "\r\n");
    expect((await rowsOf(windows)).map(([line]) => line)).toEqual([2, 5, 6]);
    expect(await rowsOf(text)).toEqual([
      [2, { ref: "A", title: 'deux\nlignes ; et "guillemets"' }, []],
      [5, { ref: "B", title: "Un" }, []],
      [6, { ref: "0012", title: "Deux" }, []],
    ]);
  });
});

it("columns that nobody knows are named, and the rest is read", async () => {
  const rows: TableRow[] = [];
  const table = await readTable(Buffer.from("Couleur;Référence;Taille;\nbleu;A;M;\n"), columns, { row: (row) => rows.push(row) });
  expect(table).toMatchObject({
    ok: true,
    value: [{ code: "table.column-unknown", severity: "warning", params: { titles: "Couleur, Taille" } }],
  });
  expect(rows.map(({ cells }) => Object.fromEntries(cells))).toEqual([{ ref: "A" }]);
});

describe("a table is refused", () => {
  it.each([
    ["without titles", "A;Un\nB;Deux\n", [["table.header-missing", undefined]]],
    ["when it is empty", "\n\n", [["table.header-missing", undefined]]],
    ["without a column it needs", "Intitulé;start date\nUn;2026-12-07\n", [["table.column-missing", undefined]]],
    ["with the same column twice", "Ref;Référence\nA;B\n", [["table.column-twice", undefined]]],
    ["with a quote never closed", 'Ref;Intitulé\nA;"Un\nB;Deux\n', [["table.quotes", 2]]],
    ["with bytes of a program", Buffer.from("Ref;Intitulé\nA;\u0000\n"), [["file.not-text", undefined]]],
    ["in two encodings", Buffer.concat([Buffer.from("Ref;Intitulé\nA;Été\n"), Buffer.from("B;Été\n", "latin1")]), [["file.encoding", 3]]],
    ["with a million columns", `Ref${";".repeat(1_000_000)}\n`, [["file.beyond-limits", 1]]],
    ["with a cell of megabytes", `Ref;Intitulé\nA;"${"x".repeat(3_000_000)}"\n`, [["file.beyond-limits", 2]]],
    ["without a known column, and many rows", `Couleur;Taille\n${"bleu;M\n".repeat(17)}`, [["table.header-missing", undefined]]],
    [
      "without a column it needs, and many rows",
      `Intitulé;start date\n${"Un;2026-12-07\n".repeat(100)}`,
      [["table.column-missing", undefined]],
    ],
    ["with more rows than any table", `Ref\n${"A\n".repeat(200_100)}`, [["file.beyond-limits", 100_002]]],
    ["with one cell and megabytes of line ends", `"x"${"\n".repeat(30_000_000)}`, [["file.beyond-limits", 100_000]]],
    ["with a title and megabytes of blank lines", `Ref;Intitulé${"\n".repeat(30_000_000)}`, [["file.beyond-limits", 100_000]]],
    ["with a quote opened after many rows", `Ref;Intitulé\n${"A;Un\n".repeat(40)}A;"Un\nB;Deux\n\n`, [["table.quotes", 42]]],
    ["with a social security number as a title", "Ref;2 85 05 78 006 084 41\nA;Un\n", [["id.nir-detected", 1]]],
    ["with such a number over two titles", "2850578006;08441\nA;Un\n", [["id.nir-detected", 1]]],
  ])("%s", async (_, content, expected) => {
    const start = process.cpuUsage();
    expect(await faultsOf(content)).toEqual(expected);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(2000);
  });

  it.each([
    ["=1+1", "table.formula"],
    ["+cmd|' /C calc'!A0", "table.formula"],
    ["@SUM(A1)", "table.formula"],
    ["-2+3+cmd", "table.formula"],
    ["＝1+1", "table.formula"],
    ['=HYPERLINK("http://x")', "table.formula"],
    ["2 85 05 78 006 084 41", "id.nir-detected"],
  ])("in a row, for the cell %s", async (cell, code) => {
    expect(await rowsOf(`Ref;Intitulé\nA;"${cell.replaceAll('"', '""')}"\nB;Un\n`)).toMatchObject([
      [2, {}, [code]],
      [3, { ref: "B" }, []],
    ]);
  });

  it.each(["-5", "+33 5 00 00 00 00", "-", "'=1+1", "'-5 degrés"])("but not for %s", async (cell) => {
    expect(await rowsOf(`Ref;Intitulé\nA;${cell}\n`)).toEqual([[2, { ref: "A", title: cell.replace("'", "") }, []]]);
  });

  it("in a row that holds a social security number, of which nothing else is kept", async () => {
    expect(await rowsOf("Ref;Intitulé;Début;Vu\n285057800608441;=1+1;hier;x\n")).toEqual([[2, {}, ["id.nir-detected"]]]);
    expect(await rowsOf(`Ref\nA${";285057800608441".repeat(50_000)}\n`)).toEqual([[2, {}, ["id.nir-detected"]]]);
  });

  it("in a row of endless cells, a few times only", async () => {
    const titles = `Ref;${Array.from({ length: 150 }, (_, rank) => `c${rank}`).join(";")}`;
    expect(await rowsOf(`${titles}\nA${";b".repeat(490_000)}\n`)).toEqual([[2, { ref: "A" }, ["table.row-length"]]]);
  });

  it("in a row with more cells than there are titles", async () => {
    expect(await rowsOf("Ref;Intitulé\nA;Un;deux\n")).toMatchObject([[2, {}, ["table.row-length"]]]);
  });

  it("where a title is called as what every object has", async () => {
    expect(await rowsOf("ref;__proto__;constructor\nA;b;c\n")).toEqual([[2, { ref: "A" }, []]]);
    expect(({} as Record<string, unknown>).b).toBeUndefined();
  });
});

describe("a table of sessions", () => {
  const read = async (text: string) => {
    const entries: CatalogueEntry[] = [];
    const row = (one: TableRow) => entries.push(readSessionRow(one, { today, siret: bordeaux }));
    const table = await readTable(Buffer.from(text), sessionColumns, { row });
    if (!table.ok) throw new Error(JSON.stringify(table.problems));
    return entries;
  };
  const head = "référence;intitulé;début;fin;heures centre;prix;modalité";

  it("gives back what was exported", async () => {
    await fc.assert(
      fc.asyncProperty(
        sayable,
        fc.record({ room: fc.string({ maxLength: 20 }), minutes: fc.integer({ min: 0, max: 9999 }) }),
        async (made, more) => {
          const sessions = made.sessions.map((session): Session => {
            const room = more.room.replace(/[^a-zA-Zé -]/g, "").trim();
            return sessionSchema.parse({
              ...session,
              hours: { ...session.hours, centreMinutes: more.minutes },
              ...(room !== "" && { room, trainers: ["t1", "t2"], capacity: 12, distanceMeans: ["assistance", "evaluation"] }),
            });
          });
          const [titles = [], ...rows] = sessionTable(sessions);
          const entries = await read(csvOf(titles, rows));
          expect(entries.flatMap(({ problems }) => problems.filter(({ severity }) => severity === "error"))).toEqual([]);
          expect(entries.map(({ value }) => value)).toEqual(sessions);
        },
      ),
      { numRuns: 100 },
    );
  });

  it.each([
    ["31/02/2026", "input.not-a-date"],
    ["46000", "table.serial-date"],
    ["7 décembre", "input.not-a-date"],
    ["2026-13-01", "input.not-a-date"],
  ])("refuses %s as a day", async (day, code) => {
    const [entry] = await read(`${head}\nSE-1;Un;${day};18/12/2026;70;1190;\n`);
    expect(entry).toMatchObject({ line: 2, problems: [{ code, path: ["début"], params: { line: 2 } }] });
    expect(entry?.value).toBeUndefined();
  });

  it.each(["07/12/2026", "7/12/26", "2026-12-07", "07.12.2026", "7 décembre 2026", "07/12/2026 00:00:00"])("reads %s", async (day) => {
    expect((await read(`${head}\nSE-1;Un;${day};18/12/2026;70;1190;\n`))[0]?.value).toMatchObject({ startsOn: "2026-12-07" });
  });

  it.each([
    ["70", 4200],
    ["70:00", 4200],
    ["70,5", 4230],
    ["70h30", 4230],
    ["70 h", 4200],
  ])("reads %s hours", async (hours, minutes) => {
    expect((await read(`${head}\nSE-1;Un;07/12/2026;18/12/2026;${hours};1 190,00 €;à distance\n`))[0]?.value).toMatchObject({
      hours: { centreMinutes: minutes },
      priceCents: 119_000,
      modality: "distance",
    });
  });

  it("refuses an end before its start, and hours of a clock that does not exist", async () => {
    const [inverted, clock] = await read(`${head}\nSE-1;Un;18/12/2026;07/12/2026;70;;\nSE-2;Un;07/12/2026;18/12/2026;70:99;;\n`);
    expect(inverted?.problems).toMatchObject([{ code: "session.dates-order", path: ["fin"], params: { line: 2 } }]);
    expect(clock?.problems).toMatchObject([{ code: "input.not-a-duration", path: ["heures centre"], params: { line: 3 } }]);
  });
});
