import { type IsoDate, weekdayOf, weekNumberOf } from "@kairos/core";
import { monthName, weekdayNames } from "./calendar-looks.js";
import { type Line, prepareLetters, writeLine } from "./glyphs.js";
import { heatmapColours, pens, signLines, tileOf } from "./heatmap-cells.js";
import type { Heatmap } from "./heatmap-data.js";
import { legendOf } from "./heatmap-legend.js";
import { encodeIndexedPng } from "./png.js";
import { copyTo, type Raster } from "./raster.js";
import { fitted, lengthOf, wrapped } from "./svg.js";

/** Attendance as a PNG: trainees by half-days, drawn cell by cell. */
export async function heatmapPng(heatmap: Heatmap): Promise<Uint8Array> {
  return encodeIndexedPng(await heatmapRaster(heatmap));
}

/** The same before it is packed. */
export async function heatmapRaster(heatmap: Heatmap): Promise<Raster> {
  const axis = axisOf(heatmap.days);
  const width = Math.max(least, axis.end + share + margin);
  const inner = width - 2 * margin;
  const heads = [
    ...wrapped(heatmap.title, inner, titlePen).map((text) => ({ text, ...titlePen, ramp: pens.ink })),
    ...heatmap.lines.flatMap((text) => wrapped(text, inner, bodyPen)).map((text) => ({ text, ...bodyPen, ramp: pens.soft })),
  ];
  const lines: Line[] = [];
  let y = margin;
  for (const head of heads) {
    y += head.size + 9;
    lines.push({ ...head, x: margin, y: y - 4 });
  }
  const top = y + 8 + header;
  lines.push(...axis.lines.map((line) => ({ ...line, y: top - header + line.y })));
  const bottom = top + rowTop(heatmap.rows.length);
  lines.push(...sharesOf(heatmap, axis, top, bottom));
  const legend = legendOf(heatmap, { x: margin, y: bottom + 40, width: inner, tile: axis.cell });
  const height = bottom + 40 + legend.height + margin - 8;
  const raster = { width, height, pixels: new Uint8Array(width * height), colours: heatmapColours };
  lines.push(...legend.lines);
  await prepareLetters([...lines, ...signLines]);
  for (const line of lines) writeLine(raster, line);
  putCells(raster, heatmap, axis, top);
  const tiles = tilesOf(axis.cell);
  for (const { x, y: at, letter } of legend.swatches) copyTo(raster, tiles(letter), x, at);
  return raster;
}

interface Axis {
  /** Left edge of each half-day. */
  readonly places: readonly number[];
  readonly cell: number;
  readonly end: number;
  /** Weeks, days and halves, from the top of the header. */
  readonly lines: readonly Line[];
}

const margin = 24;
/** Room for who it is, and for the rate. */
const names = 84;
const share = 72;
const header = 66;
const least = 680;
const rowHeight = 26;
const gaps = { half: 1, day: 3, week: 9 };
const titlePen = { size: 23, isBold: true } as const;
const bodyPen = { size: 15 } as const;
const strongPen = { size: 15, isBold: true } as const;
const closePen = { size: 13.5 } as const;
const smallPen = { size: 12 } as const;

/** Where half-days stand, by day and by week, and what is written above them. */
function axisOf(days: Heatmap["days"]): Axis {
  const count = days.reduce((sum, [, letters]) => sum + letters.length, 0);
  const cell = count <= 20 ? 36 : count <= 40 ? 30 : 24;
  const places: number[] = [];
  const lines: Line[] = [];
  let x = margin + names;
  let week = { number: 0, from: x, first: "" };
  const endWeek = (until: number) => {
    if (week.number > 0) lines.push(...weekLine(week.number, week.first, week.from, until));
  };
  for (const [day, letters] of days) {
    const number = weekNumberOf(day);
    if (places.length > 0) x += number === week.number ? gaps.day - gaps.half : gaps.week - gaps.half;
    if (number !== week.number) {
      endWeek(x - gaps.week);
      week = { number, from: x, first: day };
    }
    const from = x;
    for (const letter of letters) {
      places.push(x);
      lines.push({ ...smallPen, x: x + cell / 2, y: 60, text: letter, ramp: pens.soft, anchor: "middle" });
      x += cell + gaps.half;
    }
    lines.push(...dayLine(day, from, x - gaps.half, cell < 30 ? closePen : bodyPen));
  }
  endWeek(x - gaps.half);
  return { places, cell, end: x, lines };
}

function weekLine(number: number, first: IsoDate, from: number, until: number): readonly Line[] {
  const wordings = [`Semaine ${number} · ${monthName(first)}`, `Sem. ${number} · ${first.slice(5, 7)}/${first.slice(0, 4)}`, `S${number}`];
  const text = wordings.find((wording) => lengthOf(wording, strongPen) <= until - from) ?? "";
  return text === "" ? [] : [{ ...strongPen, x: from, y: 16, text, ramp: pens.ink }];
}

function dayLine(day: IsoDate, from: number, until: number, pen: Pick<Line, "size">): readonly Line[] {
  const [name = "", number] = [weekdayNames[weekdayOf(day) - 1], Number(day.slice(8))];
  const wordings = [`${name.slice(0, 3)} ${number}`, String(number)];
  const text = wordings.find((wording) => lengthOf(wording, pen) <= until - from) ?? "";
  return [{ ...pen, x: (from + until) / 2, y: 40, text, ramp: pens.ink, anchor: "middle" }];
}

/** Who each row is, its rate, and the rates of the half-days under them. */
function sharesOf({ rows, percents, percent }: Heatmap, { places, cell, end }: Axis, top: number, bottom: number): readonly Line[] {
  const right = end + share - 10;
  return [
    { ...strongPen, x: right, y: top - 8, text: "Taux", ramp: pens.ink, anchor: "end" },
    ...rows.flatMap((row, rank): Line[] => {
      const y = top + rowTop(rank) + 18;
      return [
        { ...bodyPen, x: margin, y, text: fitted(row.name, names - 8, bodyPen), ramp: pens.ink },
        { ...bodyPen, x: right, y, text: percentText(row.percent), ramp: pens.ink, anchor: "end" },
      ];
    }),
    { ...strongPen, x: margin, y: bottom + 18, text: "Taux %", ramp: pens.ink },
    ...places.flatMap((x, rank): Line[] => {
      const value = percents[rank];
      if (value === null || value === undefined) return [];
      return [{ ...smallPen, size: 11, x: x + cell / 2, y: bottom + 17, text: String(value), ramp: pens.ink, anchor: "middle" }];
    }),
    { ...strongPen, x: right, y: bottom + 18, text: percentText(percent), ramp: pens.ink, anchor: "end" },
  ];
}

function percentText(percent: number | null): string {
  return percent === null ? "—" : `${percent} %`;
}

function putCells(raster: Raster, { rows }: Heatmap, { places, cell }: Axis, top: number): void {
  const tiles = tilesOf(cell);
  rows.forEach(({ cells }, rank) => {
    const y = top + rowTop(rank);
    places.forEach((x, column) => {
      copyTo(raster, tiles(cells[column] ?? ""), x, y);
    });
  });
}

/** A little apart every five rows, so that the eye keeps its row. */
function rowTop(rank: number): number {
  return rank * (rowHeight + gaps.half) + Math.floor(rank / 5) * 4;
}

function tilesOf(cell: number): (letter: string) => Raster {
  const made = new Map<string, Raster>();
  return (letter) => {
    const known = made.get(letter);
    if (known !== undefined) return known;
    const tile = tileOf(letter, cell, rowHeight);
    made.set(letter, tile);
    return tile;
  };
}
