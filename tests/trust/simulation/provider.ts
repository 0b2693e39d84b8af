import { addDays, dayOf, type Instant, type IsoDate } from "@kairos/core";
import type { Commands } from "../../../packages/bot/src/command.js";
import type { Answer } from "../../../packages/bot/src/dispatch.js";
import { noticeTick } from "../../../packages/bot/src/notices/loop.js";
import { closeOldEntries } from "../../../packages/bot/src/retention.js";
import { forgetScreenshots } from "../../../packages/bot/src/screenshot-retention.js";
import { fakeDiscord } from "../../bot/notices/office.js";
import { under } from "../driver.js";
import { type Change, observe } from "../observer.js";
import { type Office, openOffice, type Typed } from "../office.js";
import { cast, type Step, workspace } from "./cast.js";
import { leftBehind, openLedger } from "./invariants.js";
import { type Kind, kinds, type Named } from "./noise.js";

/** What was done so far, by how it was answered, and what happened to it. */
export interface Told {
  readonly outcomes: Record<string, number>;
  readonly refusals: Record<string, number>;
  crashes: number;
  repeated: number;
  notices: number;
  removed: number;
}

/** A fault of the product, with all that led to it. */
export class Broken extends Error {}

/** A provider of which everything that is committed is watched. */
export interface Provider extends Named {
  readonly told: Told;
  readonly step: (step: Step, crashAt?: number) => Promise<Answer>;
  /** An earlier delivery comes once more. */
  readonly again: () => Promise<void>;
  readonly setClock: (at: Instant) => void;
  /** What happens by itself: notices, retention, forgetting. */
  readonly night: () => Promise<void>;
  readonly verify: () => Promise<void>;
  readonly figures: () => Readonly<Record<string, number>>;
  readonly close: () => Promise<void>;
}

const tableOf: Readonly<Record<Kind, readonly [string, string]>> = {
  quote: ["quotes", "reference"],
  session: ["sessions", "reference"],
  trainee: ["trainees", "id"],
  invoice: ["invoices", "reference"],
  appointment: ["appointments", "reference"],
  incident: ["incidents", "reference"],
  grant: ["grants", "id"],
  order: ["purchase_orders", "reference"],
  agreement: ["training_agreements", "reference"],
  sheet: ["attendance_sheets", "reference"],
};

export async function openProvider(file: string, commands: Commands, start: Instant): Promise<Provider> {
  const open = (at: Instant) => openOffice({ file, commands, workspace, at });
  let office: Office = await open(start);
  const observer = await observe(file);
  const ledger = openLedger();
  const known = Object.fromEntries(kinds.map((kind) => [kind, [] as string[]])) as Record<Kind, string[]>;
  const told: Told = { outcomes: {}, refusals: {}, crashes: 0, repeated: 0, notices: 0, removed: 0 };
  let recent: { readonly typed: Typed; readonly answer: Answer; readonly at: Instant }[] = [];
  let deliveries = 0;

  const note = (changes: readonly Change[]) => {
    for (const { table, before, after } of changes) {
      if (before !== undefined || after === undefined) continue;
      const kind = kinds.find((one) => tableOf[one][0] === table);
      if (kind !== undefined) known[kind].push(String(after[tableOf[kind][1]]));
    }
    const fault = ledger.take(changes);
    if (fault !== undefined) throw new Broken(fault);
  };

  const reopen = async () => {
    const at = office.now();
    const dying = office;
    // Its connection is dead: nothing may wait for it.
    await Promise.race([dying.close().catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 50))]);
    office = await open(at);
    told.crashes += 1;
  };

  const deliver = async (typed: Typed): Promise<Answer> => {
    const answer = await office.deliver(typed);
    const changes = await observer.changes();
    if (answer.outcome === "failed") throw new Broken(`failed: ${office.failures.map(stackOf).join(" | ")}`);
    if (answer.outcome !== "done" || answer.repeated === true) {
      const left = leftBehind(changes);
      if (left !== undefined) throw new Broken(`${answer.outcome}, and ${left}`);
    }
    if (answer.repeated === true && changes.length > 0) throw new Broken(`repeated, and ${changes[0]?.table} was changed`);
    note(changes);
    return answer;
  };

  const crashed = async (typed: Typed, at: number): Promise<void> => {
    const [, met] = await under({ code: "SQLITE_IOERR", at, lasting: true }, () =>
      Promise.race([office.deliver(typed).catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 2000).unref())]),
    );
    if (met.isMet) await reopen();
    office.failures.length = 0;
    // Before or after, never between: what is there is sound, and complete if anything is.
    const changes = await observer.changes();
    if (changes.length > 0 && !changes.some(({ table, after }) => table === "deliveries" && after?.reply !== null))
      throw new Broken(`cut off, and ${changes[0]?.table} was changed without its delivery`);
    note(changes);
  };

  return {
    told,
    of: (kind) => known[kind],
    step: async ({ person, line, file }, crashAt) => {
      deliveries += 1;
      const files = file && { [file[0]]: { name: "feuille.pdf", bytes: Buffer.from(file[1]) } };
      const typed = { id: `sim-${deliveries}`, person: cast[person], line, ...(files !== undefined && { files }) };
      if (crashAt !== undefined) await crashed(typed, crashAt);
      const answer = await deliver(typed);
      told.outcomes[answer.outcome] = (told.outcomes[answer.outcome] ?? 0) + 1;
      if (answer.outcome !== "done")
        for (const { code } of answer.reply.problems ?? [])
          told.refusals[`${line.split(" ").slice(0, 2).join(" ")} ${code}`] =
            (told.refusals[`${line.split(" ").slice(0, 2).join(" ")} ${code}`] ?? 0) + 1;
      recent = [...recent.slice(-20), { typed, answer, at: office.now() }];
      return answer;
    },
    again: async () => {
      // Answers are kept for a day: what is delivered later than that is another request.
      const since = addDays(office.now().slice(0, 10) as IsoDate, -1);
      const one = recent.filter(({ at }) => at.slice(0, 10) > since && at <= office.now())[deliveries % 5];
      if (one === undefined) return;
      const answer = await deliver(one.typed);
      told.repeated += 1;
      if (answer.repeated !== true || JSON.stringify(answer.reply) !== JSON.stringify(one.answer.reply))
        throw new Broken(`delivered twice, ${one.typed.line} was answered otherwise: ${JSON.stringify(answer).slice(0, 300)}`);
    },
    setClock: (at) => office.setClock(at),
    night: async () => {
      const now = office.now();
      const discord = fakeDiscord();
      const faults: unknown[] = [];
      const log = { info: () => undefined, error: (error: unknown) => void faults.push(error) };
      const { database } = office;
      await noticeTick({ database, messenger: discord, clock: office.now, dayOf, log })();
      if (faults.length > 0) throw new Broken(`notices: ${faults.map(stackOf).join(" | ")}`);
      told.notices += discord.posted.length;
      await database.forget(new Date(Date.parse(now) - 86_400_000).toISOString());
      told.removed += await closeOldEntries(database, now);
      await forgetScreenshots(database, now);
      note(await observer.changes());
    },
    verify: async () => {
      const { problems } = await office.database.trails.verify(workspace);
      if (problems.length > 0) throw new Broken(`the trail: ${JSON.stringify(problems[0])}`);
      for (const pragma of ["integrity_check", "foreign_key_check"]) {
        const rows = await observer.rows(`PRAGMA ${pragma}`);
        if (rows.some((row) => Object.values(row)[0] !== "ok")) throw new Broken(`${pragma}: ${JSON.stringify(rows[0])}`);
      }
    },
    figures: () => ({
      ...Object.fromEntries(kinds.map((kind) => [kind, known[kind].length])),
      billed: ledger.billedHalfDays(),
      bookings: ledger.bookings(),
    }),
    close: async () => {
      await observer.close();
      await office.close();
    },
  };
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message).slice(0, 600) : String(error);
}
