import { pngOf } from "../packages/bot/src/pictures/render.js";
import { sessionCalendarSvg } from "../packages/bot/src/pictures/session-calendar.js";
import { aCalendar } from "./picture-samples.js";
import { report } from "./report.js";

// From the model to the PNG, after the first picture, which loads the renderer and the fonts. Time of the processor: most of it is
// spent beside the bot's own thread, and a busy machine only makes it wait. The least of fifteen turns.
const first = performance.now();
await pngOf(sessionCalendarSvg(aCalendar(2, false)));
const loading = performance.now() - first;

for (const [name, calendar, limit] of [
  ["two weeks", aCalendar(2, false), 100],
  ["five weeks with everything", aCalendar(5, true), 200],
  ["six months with everything", aCalendar(26, true), 400],
] as const) {
  const times: { readonly svg: number; readonly spent: number; readonly all: number }[] = [];
  let bytes = 0;
  for (let turn = 0; turn < 15; turn++) {
    const [start, used] = [performance.now(), process.cpuUsage()];
    const svg = sessionCalendarSvg(calendar);
    const drawn = performance.now() - start;
    bytes = (await pngOf(svg)).byteLength;
    const { user, system } = process.cpuUsage(used);
    times.push({ svg: drawn, spent: (user + system) / 1000, all: performance.now() - start });
  }
  const least = (of: "svg" | "spent" | "all") => Math.min(...times.map((time) => time[of]));
  report({
    bar: `picture of a session of ${name}`,
    measured: `${least("spent").toFixed(0)} ms of processor, ${least("all").toFixed(0)} ms in all, drawing ${least("svg").toFixed(1)} ms (${Math.round(bytes / 1024)} KiB; first picture ${loading.toFixed(0)} ms)`,
    limit: `≤ ${limit} ms of processor`,
    passed: least("spent") <= limit,
  });
}
