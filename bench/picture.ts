import { pngOf } from "../packages/bot/src/pictures/render.js";
import { sessionCalendarSvg } from "../packages/bot/src/pictures/session-calendar.js";
import { aCalendar } from "./picture-samples.js";
import { report } from "./report.js";

// From the model to the PNG, after the first picture, which loads the renderer and the fonts.
const first = performance.now();
await pngOf(sessionCalendarSvg(aCalendar(2, false)));
const loading = performance.now() - first;

for (const [name, calendar, limit] of [
  ["two weeks", aCalendar(2, false), 100],
  ["five weeks with everything", aCalendar(5, true), 200],
  ["six months with everything", aCalendar(26, true), 400],
] as const) {
  const times: { readonly svg: number; readonly all: number }[] = [];
  let bytes = 0;
  for (let turn = 0; turn < 15; turn++) {
    const start = performance.now();
    const svg = sessionCalendarSvg(calendar);
    const drawn = performance.now() - start;
    bytes = (await pngOf(svg)).byteLength;
    times.push({ svg: drawn, all: performance.now() - start });
  }
  times.sort((a, b) => a.all - b.all);
  const [best = { svg: 0, all: 0 }, middle = best] = [times[0], times[7]];
  report({
    bar: `picture of a session of ${name}`,
    measured: `${best.all.toFixed(0)} ms, of which drawing ${best.svg.toFixed(1)} ms (middle of fifteen ${middle.all.toFixed(0)} ms; ${Math.round(bytes / 1024)} KiB; first picture ${loading.toFixed(0)} ms)`,
    limit: `≤ ${limit} ms`,
    passed: best.all <= limit,
  });
}
