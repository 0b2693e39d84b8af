import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dayOf, type Instant } from "@kairos/core";
import type { LoadedCommand } from "../packages/bot/src/command.js";
import read from "../packages/bot/src/commands/assiduite/importer.js";
import confirm from "../packages/bot/src/commands/assiduite/valider-import.js";
import { dispatchThrough, type Request } from "../packages/bot/src/dispatch.js";
import { openDatabase } from "../packages/bot/src/store/database.js";
import type { Store } from "../packages/bot/src/store/store.js";
import { aGrant, aProvider, aSchedule, aSession, aTrainee } from "../tests/examples/index.js";
import { median, report } from "./report.js";

// A hundred thousand rows of sign-in tools, from the bytes to the commit: fifty groups of twenty people over ten weeks.
const groups = 50;
const people = 20;
const watchMs = 10;
const names = ["Camille", "Noé", "Léa", "Inès", "Théo"];
const now: Instant = "2027-06-30T17:00:00.000Z";
const digest = (text: string) => createHash("sha256").update(text).digest("hex");
const folder = mkdtempSync(join(tmpdir(), "kairos-bench-"));
const times: { read: number; confirm: number; worked: number }[] = [];
let peak = 0;
let longest = 0;
try {
  for (let turn = 0; turn < 5; turn += 1) times.push(await run(join(folder, `${turn}.sqlite`)));
} finally {
  rmSync(folder, { recursive: true });
}
const totals = times.map((one) => one.read + one.confirm);
const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`;
report({
  bar: "attendance: 100000 rows of CSV, checked and durable",
  measured: `${seconds(median(totals))} (read and judged ${seconds(median(times.map((one) => one.read)))}, brought in ${seconds(median(times.map(({ confirm: taken }) => taken)))}; slowest of five ${seconds(Math.max(...totals))}; ${seconds(median(times.map(({ worked }) => worked)))} of processor)`,
  limit: "≤ 2.5 s",
  passed: median(totals) <= 2500,
});
report({
  bar: "attendance: memory while they come in",
  measured: `${(peak / 1024 / 1024).toFixed(0)} MB more`,
  limit: "≤ 256 MB",
  passed: peak <= 256 * 1024 * 1024,
});
report({
  bar: "attendance: longest time the loop was kept from others",
  measured: `${longest.toFixed(0)} ms`,
  limit: "≤ 500 ms",
  passed: longest <= 500,
});

async function run(file: string): Promise<{ read: number; confirm: number; worked: number }> {
  const database = await openDatabase({ file, digest });
  const actor = { id: "nadia", name: "Nadia" };
  let bytes: Uint8Array = new Uint8Array();
  await database.deliver({ workspace: "bench", id: "filling", at: now, actor: "bench", path: "bench" }, async (unit) => {
    const store = unit.store("all");
    bytes = Buffer.from(await fill(store));
    return { outcome: "done" };
  });
  const commands = new Map([loaded("importer", read), loaded("valider-import", confirm)].map((one) => [one.path, one]));
  const dispatch = dispatchThrough({
    commands,
    database,
    clock: () => now,
    dayOf,
    render: () => Promise.resolve(new Uint8Array()),
    report: (error) => {
      throw error;
    },
  });
  const ask = (deliveryId: string, path: string, options: Request["options"], files?: Request["files"]) =>
    dispatch({ workspace: "bench", deliveryId, actor, mayFound: false, path, options, ...(files !== undefined && { files }) });
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  let last = performance.now();
  const watch = setInterval(() => {
    longest = Math.max(longest, performance.now() - last - watchMs);
    last = performance.now();
    peak = Math.max(peak, process.memoryUsage().heapUsed - before);
  }, watchMs);
  const cpu = process.cpuUsage();
  const begun = performance.now();
  const shown = await ask("read", "assiduite importer", { fichier: "presences.csv" }, { fichier: { name: "presences.csv", bytes } });
  const middle = performance.now();
  const entered = await ask("confirm", "assiduite valider-import", { reference: "IMP-0001" });
  const ended = performance.now();
  const { user, system } = process.cpuUsage(cpu);
  clearInterval(watch);
  const { new: fresh } = (shown.reply.data ?? {}) as { readonly new?: number };
  const { entered: kept } = (entered.reply.data ?? {}) as { readonly entered?: number };
  if (fresh !== groups * people * 100 || kept !== fresh) throw new Error(JSON.stringify([shown.reply, entered.reply]).slice(0, 2000));
  await database.close();
  return { read: middle - begun, confirm: ended - middle, worked: (user + system) / 1000 };
}

function loaded(verb: string, command: object): LoadedCommand {
  return { ...command, noun: "assiduite", verb, path: `assiduite ${verb}` } as LoadedCommand;
}

/** Fills the desk, and writes the file of everybody's half-days: one in ten late, one in twenty away. */
async function fill(store: Store): Promise<string> {
  await store.providers.open(aProvider(), aGrant({ person: "nadia", profile: "coordinator", from: "2026-01-01" }));
  const lines = ["session;nom;prénom;date;demi-journée;statut;retard;motif;justificatif"];
  let row = 0;
  for (let group = 0; group < groups; group += 1) {
    const session = aSession({ reference: `SE-2027-${group + 100}`, startsOn: "2027-02-01", endsOn: "2027-04-16", room: `Salle ${group}` });
    const schedule = aSchedule(session);
    await store.sessions.save(session);
    await store.schedules.save(schedule, session);
    for (let rank = 0; rank < people; rank += 1) {
      const trainee = aTrainee({
        id: `T-${(group * people + rank + 1).toString().padStart(4, "0")}`,
        firstName: names[rank % names.length] ?? "",
        lastName: `Lefèvre-${rank}`,
      });
      await store.trainees.save(trainee);
      await store.enrolments.save({ sessionReference: session.reference, siret: session.siret, traineeId: trainee.id });
      for (const { day, half } of schedule.halfDays.slice(0, 100)) {
        row += 1;
        const said = row % 20 === 0 ? `absent;;santé;JUST-${row}` : row % 10 === 0 ? `en retard;${(row % 45) + 1};;` : "présent;;;";
        const date = `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
        lines.push(
          `${session.reference};${trainee.lastName};${trainee.firstName};${date};${half === "morning" ? "matin" : "après-midi"};${said}`,
        );
      }
    }
  }
  await store.audit.append({ at: now, actor: "bench", act: "bench", object: "", outcome: "done", details: {} });
  return `${lines.join("\n")}\n`;
}
