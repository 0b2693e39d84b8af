import { heatmapPng } from "../packages/bot/src/pictures/heatmap.js";
import { pngOf } from "../packages/bot/src/pictures/render.js";
import { aHeatmap } from "./heatmap-samples.js";
import { heatmapSvg } from "./heatmap-svg.js";
import { median, report } from "./report.js";

// From the data to the PNG, after the first picture, which draws the letters; beside the way of the other pictures, the same cells
// and signs as SVG through the renderer. By the clock: the bar is what somebody waits for. The least and the median of the turns.
const first = performance.now();
await heatmapPng(aHeatmap(3, 10));
const loading = performance.now() - first;

for (const [trainees, halfDays, limit] of [
  [20, 60, 25],
  [50, 120, 100],
] as const) {
  const heatmap = aHeatmap(trainees, halfDays);
  const cellByCell = await timed(40, () => heatmapPng(heatmap));
  const rendered = await timed(8, () => pngOf(heatmapSvg(heatmap)));
  report({
    bar: `heatmap of ${trainees} trainees by ${halfDays} half-days`,
    measured: `${cellByCell.least.toFixed(1)} ms, median ${cellByCell.median.toFixed(1)} ms (${Math.round(cellByCell.bytes / 1024)} KiB; first picture ${loading.toFixed(0)} ms); through SVG ${rendered.least.toFixed(0)} ms, median ${rendered.median.toFixed(0)} ms`,
    limit: `≤ ${limit} ms`,
    passed: cellByCell.least <= limit,
  });
}

async function timed(turns: number, draw: () => Promise<Uint8Array>) {
  const times: number[] = [];
  let bytes = 0;
  for (let turn = 0; turn < turns; turn++) {
    const start = performance.now();
    bytes = (await draw()).byteLength;
    times.push(performance.now() - start);
  }
  return { least: Math.min(...times), median: median(times), bytes };
}
