import { createHash } from "node:crypto";
import { writeSync } from "node:fs";
import { checkSeries, type Digest, dayOf, verifyTrail } from "@kairos/core";
import type { LoadedCommand } from "../../packages/bot/src/command.js";
import issue from "../../packages/bot/src/commands/facture/emettre.js";
import { dispatchThrough } from "../../packages/bot/src/dispatch.js";
import { openDatabase } from "../../packages/bot/src/store/database.js";
import type { Database, Store } from "../../packages/bot/src/store/store.js";
import { aGrant, aProvider } from "../examples/index.js";
import { aDraft, afterwards, keepAgreement, keepBillable } from "./billing-seeds.js";

// One process among those that issue the drafts of one file, for whoever kills it:
// `seed FILE COUNT`, `issue FILE NAME FROM STEP COUNT BEGAN SPEED`, `check FILE`.
const [mode = "", file = "", ...rest] = process.argv.slice(2);
const digest: Digest = (text) => createHash("sha256").update(text).digest("hex");
const database = await openDatabase({ file, digest });
const path = "facture emettre";
const perSession = 10;

if (mode === "seed") await seed(database, Number(rest[0]));
if (mode === "issue") await issueAll(rest[0] ?? "", rest.slice(1).map(Number));
if (mode === "check") process.stdout.write(JSON.stringify(await check(database)));
await database.close();

function draftName(index: number): string {
  return `PF-2026-${String(index + 1).padStart(4, "0")}`;
}

/** So many drafts of one day each, of sessions attended in whole. */
async function seed(into: Database, count: number): Promise<void> {
  await write(into, "team", async (store) => {
    await store.providers.save(aProvider());
    for (const person of ["comptable", "lea"]) await store.grants.save(aGrant({ id: `H-${person}`, person, profile: "billing" }));
    await keepAgreement(store);
  });
  for (let session = 0; session * perSession < count; session++) {
    await write(into, `session-${session}`, async (store) => {
      const id = String(session + 1).padStart(4, "0");
      const billable = { session: `SE-2026-${id}`, order: `BC-2026-${id}`, trainee: `T-${id}` };
      const schedule = await keepBillable(store, billable);
      for (let day = 0; day < perSession && session * perSession + day < count; day++)
        await store.invoices.save(aDraft(draftName(session * perSession + day), billable, schedule, [day, day + 1]));
    });
  }
}

/** Issues one draft in so many, from one on; now and then somebody else's, one that is refused, or one that is only shown. */
async function issueAll(name: string, [from = 0, step = 1, count = 0, began = 0, speed = 1]: readonly number[]): Promise<void> {
  const dispatch = dispatchThrough({
    commands: new Map([[path, { ...issue, noun: "facture", verb: "emettre", path } as unknown as LoadedCommand]]),
    database,
    clock: () => new Date(Date.parse(afterwards) + (Date.now() - began) * speed).toISOString(),
    dayOf,
    render: () => Promise.resolve(new Uint8Array()),
    report: (error) => void (isBusy(error) || process.stderr.write(`${error}\n`)),
  });
  const ask = (deliveryId: string, invoice: string, person = "comptable", stage?: { readonly kind: "preview" }) =>
    dispatch({
      workspace: "test",
      deliveryId,
      actor: { id: person, name: person },
      mayFound: false,
      path,
      options: { facture: invoice },
      ...(stage !== undefined && { stage }),
    });
  /** A file that is busy for too long fails the command, which takes nothing: it is typed again. */
  const insist = async (deliveryId: string, invoice: string, person?: string) => {
    for (let turn = 1; ; turn++) {
      const answer = await ask(deliveryId, invoice, person);
      if (answer.outcome !== "failed" || turn === 50) return answer;
      writeSync(1, `failed ${invoice}\n`);
    }
  };
  writeSync(1, "begins\n");
  for (let index = from; index < count; index += step) {
    const invoice = draftName(index);
    const aside = `${invoice}-${process.pid}`;
    if (index % 7 === 0) await ask(`shown-${aside}`, invoice, "comptable", { kind: "preview" });
    // Léa prepared it.
    if (index % 11 === 0) tell(invoice, await insist(`lea-${aside}`, invoice, "lea"));
    const neighbour = draftName((index + 1) % count);
    if (index % 13 === 0) tell(neighbour, await insist(`issue-${neighbour}-${name}`, neighbour));
    tell(invoice, await insist(`issue-${invoice}`, invoice));
  }
}

function isBusy(error: unknown): boolean {
  return String(error).includes("SQLITE_BUSY");
}

function tell(invoice: string, { outcome, reply }: Awaited<ReturnType<ReturnType<typeof dispatchThrough>>>): void {
  const data = reply.data as { readonly invoice: { readonly issue: { readonly number: string } } } | undefined;
  const codes = (reply.problems ?? []).filter(({ severity }) => severity === "error").map(({ code }) => code);
  writeSync(
    1,
    outcome === "done" ? `issued ${invoice} ${data?.invoice.issue.number}\n` : `refused ${outcome} ${invoice} ${codes.join()}\n`,
  );
}

/** What the file says in the end. */
async function check(kept: Database) {
  return kept.read("test", "all", async (store) => {
    const problems: unknown[] = [];
    const numbers: Record<string, string> = {};
    const dates: string[] = [];
    for (const year of [2026, 2027]) {
      const taken = await store.invoices.numbers("FAC", year);
      const sealed = await store.invoices.issuedIn(year);
      problems.push(...checkSeries({ series: "FAC", year, taken, sealed }));
      if (sealed.length !== taken.length) problems.push(`${sealed.length} sealed of ${taken.length}`);
      for (const { sealed: one } of sealed) numbers[one.reference] = one.issue.number;
      dates.push(...taken.map(({ issuedOn }) => issuedOn));
    }
    const entries = [];
    for await (const entry of store.audit.entries()) entries.push(entry);
    problems.push(...verifyTrail(entries, digest));
    const invoices = await store.invoices.list();
    const claims: Record<string, number> = {};
    for (const { sessionReference } of invoices.filter(({ reference }) => reference.endsWith("1")))
      for (const { reference } of await store.claims.of("billed", { session: sessionReference }))
        claims[reference] = (claims[reference] ?? 0) + 1;
    const unbilled = Object.values(numbers).filter((number) => claims[number] !== 2);
    const drafts = invoices.filter(({ status }) => status === "draft").length;
    return { problems, numbers, days: new Set(dates).size, unbilled, drafts, claims: Object.keys(claims).length };
  });
}

async function write(into: Database, id: string, work: (store: Store) => Promise<void>): Promise<void> {
  await into.deliver({ workspace: "test", id, at: afterwards, actor: "test", path: "test" }, async (unit) => {
    const store = unit.store("all");
    await work(store);
    await store.audit.append({ at: afterwards, actor: "test", act: "test", object: "", outcome: "done", details: {} });
    return { outcome: "done" };
  });
}
