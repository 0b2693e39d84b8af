import { addDays, type CellKind, cellKinds, weekdayOf } from "@kairos/core";
import { cellLetters, type Heatmap } from "../packages/bot/src/pictures/heatmap-data.js";

/** A heatmap of so many trainees by so many half-days, with everything one may hold; the same each time. */
export function aHeatmap(trainees: number, halfDays: number, changes: Partial<Heatmap> = {}): Heatmap {
  const days: [string, string][] = [];
  let count = 0;
  for (let day = "2026-12-07"; count < halfDays; day = addDays(day, 1)) {
    if (weekdayOf(day) > 5) continue;
    const letters = count + 1 === halfDays ? "M" : "MA";
    days.push([day, letters]);
    count += letters.length;
  }
  const rows = Array.from({ length: trainees }, (_, rank) => {
    const cells = Array.from({ length: halfDays }, (_, column) => letterOf(rank, column, halfDays)).join("");
    return { name: `T-${String(rank + 1).padStart(4, "0")}`, cells, percent: 60 + ((rank * 7) % 41) };
  });
  return {
    title: "Assiduité · SE-2026-014",
    lines: ["Cariste CACES R489 catégories 1, 3 et 5", `du 07/12/2026 au 15/01/2027 · ${trainees} stagiaires · ${halfDays} demi-journées`],
    days,
    rows,
    percents: Array.from({ length: halfDays }, (_, column) => (column >= halfDays * 0.9 ? null : 70 + ((column * 11) % 31))),
    percent: 91,
    ...changes,
  };
}

/** Mostly there and signed; the others in turn. */
function letterOf(rank: number, column: number, halfDays: number): string {
  if (rank === 2 && column < 4) return cellLetters.outside;
  if (rank === 1 && column > halfDays / 2) return cellLetters.withdrawn;
  if (column >= halfDays * 0.9) return cellLetters.future;
  const draw = (rank * 31 + column * 17 + rank * column * 7) % 43;
  const kind: CellKind = draw < cellKinds.length ? (cellKinds[draw] ?? "present") : "present";
  const known = kind === "future" || kind === "outside" || kind === "withdrawn" ? "present" : kind;
  const letter = cellLetters[known];
  return ["present", "late", "left-early"].includes(known) && draw % 5 !== 4 ? letter.toUpperCase() : letter;
}
