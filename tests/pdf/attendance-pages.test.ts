import { renderPdf } from "@kairos/pdf";
import { describe, expect, it } from "vitest";
import { aCertificate, aDay, aMonth, aSheet, aStatement, certificates, someOfEverything } from "./attendance-samples.js";
import { type ReadPdf, readPdf, type ShownBox, type ShownText } from "./reader.js";
import { options, overlapping, read } from "./shown.js";

const upright = [595.28, 841.89];
const onItsSide = [841.89, 595.28];
const camilles = { by: "trainee", month: "2026-12", traineeId: "T-0001" } as const;

type Printed = Parameters<typeof renderPdf>[0];
const drawn = async (document: Printed): Promise<ReadPdf> => readPdf(await renderPdf(document, options));

describe("pages of a day's sheet", () => {
  it.each([
    [0, 1],
    [1, 1],
    [10, 1],
    [11, 1],
    [50, 3],
    [500, 25],
  ])("%i trainees: each once, whole boxes, hours on each page, x/y at the foot", async (count, expected) => {
    const pdf = await drawn(aSheet(count, aDay));
    expect(pdf.pages).toHaveLength(expected);
    expect(namesIn(pdf)).toEqual(namesOf(count));
    for (const page of pdf.pages.filter((one) => namesIn({ pages: [one] }).length > 0)) {
      expect(timesIn(page, "Matin · 09:00–12:30")).toBe(1);
      expect(timesIn(page, "Après-midi · 13:30–17:00")).toBe(1);
    }
    isNumbered(pdf);
    isWellSet(pdf, upright);
    // Three columns: four uprights a row, the trainer's and that of nobody included.
    expect(uprightsIn(pdf)).toHaveLength(4 * (Math.max(1, count) + 1));
    expect(Math.min(...uprightsIn(pdf).map(({ height }) => height))).toBeGreaterThanOrEqual(32);
  });

  it("says on each page the day, who teaches and where", async () => {
    const pdf = await drawn(aSheet(50, aDay));
    for (const page of pdf.pages) expect(read([page], true)).toMatch(/07\/12\/2026.*Omar Diallo|Omar Diallo.*07\/12\/2026/);
  });

  it("never leaves the trainer's box alone, wherever the table ends", async () => {
    for (let count = 12; count <= 42; count += 1) {
      const { pages } = await drawn(aSheet(count, aDay));
      for (const page of pages.filter((one) => read([one]).includes("Formateur\u00a0: Omar") || read([one]).includes("Formateur : Omar")))
        expect(namesIn({ pages: [page] }).length, `${count} trainees`).toBeGreaterThan(0);
    }
  });
});

describe("pages of a month's sheet", () => {
  it.each([
    [0, 1],
    [1, 1],
    [10, 3],
    [11, 3],
    [50, 8],
    [500, 73],
  ])("%i trainees, two weeks: each once a week, on its side", async (count, expected) => {
    const pdf = await drawn(aSheet(count, aMonth));
    expect(pdf.pages).toHaveLength(expected);
    expect(namesIn(pdf)).toEqual([...namesOf(count), ...namesOf(count)]);
    for (const page of pdf.pages)
      expect(timesIn(page, "Stagiaire"), "a table has its titles").toBe(
        page.filter(({ text }) => /^Semaine du \d\d\/12\/2026( \(suite\))?$/.test(text)).length,
      );
    isNumbered(pdf);
    isWellSet(pdf, onItsSide);
  });

  it("keeps its boxes whole when it is filled in", async () => {
    for (const count of [1, 7, 11, 23]) {
      const pdf = await drawn(aSheet(count, aMonth, { told: someOfEverything(count) }));
      isWellSet(pdf, onItsSide);
      expect(uprightsIn(pdf)).toHaveLength(2 * 12 * (count + 1));
    }
  });

  it("puts no more than ten half-days side by side", async () => {
    const base = aSheet(3, aMonth);
    const [row] = base.rows;
    const halfDays = base.halfDays.slice(0, 2).flatMap((halfDay) => Array.from({ length: 7 }, () => halfDay));
    const rows = [{ traineeId: "T-0001", name: row?.name ?? "", cells: halfDays.map(() => ({ kind: "blank" as const })) }];
    const pdf = await drawn({ ...base, halfDays, rows, trainers: [] });
    expect(pdf.pages.flat().filter(({ text }) => text === "lun.\u00a007/12")).toHaveLength(14);
    expect(namesIn(pdf)).toHaveLength(2);
    isWellSet(pdf, onItsSide);
  });
});

describe("pages of a trainee's sheet", () => {
  it("have a box for the trainee and one for the trainer at each half-day", async () => {
    for (const told of [undefined, someOfEverything(1)]) {
      const pdf = await drawn(aSheet(1, camilles, told && { told }));
      expect(pdf.pages).toHaveLength(2);
      isWellSet(pdf, upright);
      expect(uprightsIn(pdf)).toHaveLength(6 * 20);
      expect(pdf.pages.flat().filter(({ text }) => /^\p{L}{3}\.\u00a0\d\d\/12\/2026$/u.test(text))).toHaveLength(20);
    }
  });
});

describe("pages of a monthly statement", () => {
  it.each([
    [0, 1],
    [1, 1],
    [10, 2],
    [11, 2],
    [50, 4],
    [500, 25],
  ])("%i trainees: each once, titles on each page, the closing with the totals", async (count, expected) => {
    const pdf = await drawn(aStatement(count));
    expect(pdf.pages).toHaveLength(expected);
    expect(namesIn(pdf)).toEqual(namesOf(count));
    for (const page of pdf.pages.filter((one) => namesIn({ pages: [one] }).length > 0)) expect(timesIn(page, "Suivi")).toBe(1);
    isNumbered(pdf);
    isWellSet(pdf, onItsSide);
    const last = read(pdf.pages.slice(-1));
    expect(last).toContain(`Ensemble (${count})`);
    expect(last).toContain("Clôturé le 04/01/2027 à 10:12 par Nadia Sellier");
  });
});

describe("a page each", () => {
  it("for certificates, numbered by themselves", async () => {
    const pdf = await drawn(certificates(...Array.from({ length: 12 }, () => aCertificate())));
    expect(pdf.pages).toHaveLength(12);
    for (const page of pdf.pages) expect(timesIn(page, "Page 1/1")).toBe(1);
    isWellSet(pdf, upright);
  });
});

describe("any of them", () => {
  const word = "x".repeat(160);
  const odd = "Léa 🚀 王 محمد Ca\u0007mi\u00adlle ﬁn ".repeat(5);
  const strange = { name: odd + word, activityMention: word };

  it.each<[string, Printed, readonly number[]]>([
    ["sheet of a day", oddSheet(aDay), upright],
    ["sheet of a month", oddSheet(aMonth), onItsSide],
    ["sheet of a trainee", oddSheet(camilles), upright],
    ["statement", oddStatement(), onItsSide],
    [
      "certificate",
      certificates(aCertificate({ trainee: { id: "T-0001", name: odd + word, employer: word }, signatory: odd, place: word })),
      upright,
    ],
  ])("keeps a %s within its margins, however long the names, and prints no missing glyph", async (_, document, size) => {
    const pdf = await drawn(document);
    isWellSet(pdf, size);
    expect(pdf.pages.flat().filter(({ holdsMissingGlyph }) => holdsMissingGlyph)).toEqual([]);
  });

  it("has the same bytes twice", async () => {
    for (const document of [aSheet(11, aMonth, { told: someOfEverything(11) }), aStatement(11), certificates(aCertificate())]) {
      const [one, other] = [await renderPdf(document, options), await renderPdf(structuredClone(document), options)];
      expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
    }
  });

  function oddSheet(view: Parameters<typeof aSheet>[1]): Printed {
    const base = aSheet(3, view, { told: someOfEverything(3) });
    const rows = base.rows.map((row) => ({ ...row, name: odd + word }));
    const trainers = base.trainers.map((trainer) => ({ ...trainer, name: word }));
    const session = { ...base.session, title: odd + word, place: word, funding: word };
    return { ...base, rows, trainers, session, provider: { ...base.provider, ...strange } };
  }

  function oddStatement(): Printed {
    const base = aStatement(3);
    const rows = base.rows.map((row) => ({ ...row, name: word, planned: 599_999 }));
    return { ...base, rows, provider: { ...base.provider, ...strange }, session: { ...base.session, title: odd + word, place: word } };
  }
});

/** In the order of the pages, without what is said around them. */
function namesIn({ pages }: Pick<ReadPdf, "pages">): readonly string[] {
  return pages.flat().flatMap(({ text, isArtefact }) => (isArtefact ? [] : (/^\S+ (MARTIN-\d+)$/.exec(text)?.[1] ?? [])));
}

function namesOf(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `MARTIN-${index + 1}`).sort();
}

function timesIn(page: readonly ShownText[], text: string): number {
  return page.filter((shown) => shown.text.replaceAll("\u00a0", " ").trim() === text).length;
}

function isNumbered({ pages }: ReadPdf): void {
  for (const [index, page] of pages.entries()) expect(timesIn(page, `Page ${index + 1}/${pages.length}`)).toBe(1);
}

/** Between the cells of boxes. */
function uprightsIn({ boxes }: ReadPdf): readonly ShownBox[] {
  return boxes.flat().filter(({ width, height }) => width === 0.5 && height > 20);
}

function isWellSet({ pages, sizes, boxes }: ReadPdf, [width = 0, height = 0]: readonly number[]): void {
  for (const size of sizes) expect(size).toEqual([width, height]);
  for (const page of pages) {
    for (const { text, x, y, width: wide, isArtefact } of page) {
      expect(x, text).toBeGreaterThanOrEqual(45);
      expect(x + wide, text).toBeLessThanOrEqual(width - 45);
      expect(y, text).toBeLessThan(height - (isArtefact ? 12 : 59));
    }
    for (const [one, other] of overlapping(page)) expect.fail(`« ${one.text} » over « ${other.text} »`);
  }
  for (const { y, height: high } of uprightsIn({ boxes } as ReadPdf)) expect(y + high).toBeLessThanOrEqual(height - 59);
}
