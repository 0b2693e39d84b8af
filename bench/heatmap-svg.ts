import { cellOf } from "../packages/bot/src/pictures/heatmap-cells.js";
import type { Heatmap } from "../packages/bot/src/pictures/heatmap-data.js";
import { cellLooks } from "../packages/bot/src/pictures/heatmap-looks.js";
import { palette } from "../packages/bot/src/pictures/palette.js";
import { box, svgOf, textAt } from "../packages/bot/src/pictures/svg.js";

/** The cells, their signs, and who they are of, as the other pictures are drawn: less than the heatmap itself. */
export function heatmapSvg({ rows, percents }: Heatmap): string {
  const size = { width: 180 + percents.length * 24, height: 120 + rows.length * 26 };
  const cells = rows.flatMap(({ name, cells: letters }, rank) => {
    const y = 80 + rank * 26;
    return [
      textAt(24, y + 18, name, { size: 15, colour: palette.ink }),
      ...[...letters].flatMap((letter, column) => {
        const { fill, ink, sign } = cellLooks[cellOf(letter).kind];
        const x = 110 + column * 24;
        return [
          box({ x, y, width: 23, height: 25 }, fill),
          textAt(x + 12, y + 18, sign, { size: 16, colour: ink, isBold: true, anchor: "middle" }),
        ];
      }),
    ];
  });
  return svgOf(size, [], [box({ x: 0, y: 0, ...size }, palette.ground), ...cells]);
}
