import { dayOf } from "@kairos/core";
import { afterEach, describe, expect, it } from "vitest";
import type { Commands, LoadedCommand } from "../../packages/bot/src/command.js";
import { type DispatchPorts, dispatchThrough, type Request } from "../../packages/bot/src/dispatch.js";
import { done, refused } from "../../packages/bot/src/reply.js";
import { openDatabase } from "../../packages/bot/src/store/database.js";
import type { Database, Store } from "../../packages/bot/src/store/store.js";
import { aProvider, aQuote } from "../examples/index.js";
import { sha256 } from "./desk.js";

let database: Database;
afterEach(() => database.close());

describe("dispatch", () => {
  it("acts once for a repeated delivery, and answers the same", async () => {
    let runs = 0;
    const dispatch = await open({
      run: () => {
        runs += 1;
        return Promise.resolve(done({ title: { fr: `${runs}`, en: `${runs}` } }));
      },
    });
    const first = await dispatch(request());
    const again = await dispatch(request());
    expect(again).toEqual({ ...first, repeated: true });
    expect(runs).toBe(1);
    expect(await acts()).toHaveLength(1);
  });

  it("undoes what a refused command wrote, and traces the refusal", async () => {
    const dispatch = await open({
      run: async ({ store }) => {
        await store.quotes.save(aQuote());
        await store.counters.next("DEV-2026");
        return refused([{ code: "quote.same-person", severity: "error", path: [], params: {} }], { trace: { object: "DEV-1" } });
      },
    });
    expect((await dispatch(request())).outcome).toBe("refused");
    expect(await read(({ quotes }) => quotes.list())).toEqual([]);
    expect(await acts()).toEqual([["test.toy", "DEV-1", "refused", { errors: "quote.same-person" }]]);
  });

  it("keeps nothing of a command that throws, says so with a reference, and reports without a name", async () => {
    const reported: unknown[] = [];
    const dispatch = await open(
      {
        run: async ({ store }) => {
          await store.quotes.save(aQuote());
          throw new Error("boom");
        },
      },
      { report: (error, about) => reported.push([(error as Error).message, about.path]) },
    );
    const answer = await dispatch(request());
    expect(answer.outcome).toBe("failed");
    expect(answer.reply.lines?.[0]?.text.fr).toContain(answer.trace);
    expect(JSON.stringify(answer)).not.toContain("boom");
    expect(reported).toEqual([["boom", "test toy"]]);
    expect(await read(({ quotes }) => quotes.list())).toEqual([]);
    expect(await acts()).toEqual([]);
  });

  it("says that an act is kept when only its document could not be drawn", async () => {
    const document = { kind: "quote" } as never;
    const dispatch = await open(
      { run: () => Promise.resolve(done({ documents: [{ fileName: "a.pdf", document }] })) },
      { render: () => Promise.reject(new Error("no ink")) },
    );
    const answer = await dispatch(request());
    expect(answer.outcome).toBe("failed");
    expect(answer.files).toEqual([]);
    expect(answer.reply.lines?.at(-1)?.text.fr).toMatch(/^C'est enregistré, mais/);
    expect(await acts()).toHaveLength(1);
  });

  it("hands out a text that the command wrote as a file, the same again for a repeated delivery", async () => {
    const texts = [
      { fileName: "liste.csv", text: "é;1\r\n" },
      { fileName: "notes.md", text: "n", confidential: true },
    ] as const;
    const dispatch = await open({ run: () => Promise.resolve(done({ texts })) });
    const { files } = await dispatch(request());
    expect(files).toEqual([
      { name: "liste.csv", bytes: Buffer.from("é;1\r\n") },
      { name: "notes.md", bytes: Buffer.from("n"), confidential: true },
    ]);
    expect((await dispatch(request())).files).toEqual(files);
  });

  it("draws documents after the commit, with the trail's head of that very act", async () => {
    const heads: string[] = [];
    const document = { kind: "quote" } as never;
    const render: DispatchPorts["render"] = async (_document, { auditHead }) => {
      heads.push(auditHead, (await read(({ audit }) => audit.head()))?.hash ?? "");
      return new Uint8Array([1]);
    };
    const dispatch = await open({ run: () => Promise.resolve(done({ documents: [{ fileName: "a.pdf", document }] })) }, { render });
    expect((await dispatch(request())).files).toEqual([{ name: "a.pdf", bytes: new Uint8Array([1]) }]);
    expect(heads[0]).toBe(heads[1]);
  });

  it("refuses a person without the right before the command reads anything, and traces the attempt", async () => {
    let runs = 0;
    const dispatch = await open({
      needs: "quote.approve",
      run: () => {
        runs += 1;
        return Promise.resolve(done({}));
      },
    });
    await database.deliver({ workspace: "w", id: "founding", at: "2026-11-16T08:00:00.000Z", actor: "rgc", path: "" }, async (unit) => {
      await unit.store("all").providers.save(aProvider());
      await unit.store("all").audit.append({
        at: "2026-11-16T08:00:00.000Z",
        actor: "rgc",
        act: "organisme.demarrer",
        object: "",
        outcome: "done",
        details: {},
      });
      return done({});
    });
    const answer = await dispatch({ ...request(), options: { secret: "1 85 05 78 006 084 91" } });
    expect(answer.outcome).toBe("denied");
    expect(runs).toBe(0);
    expect((await acts()).at(-1)).toEqual(["test.toy", "", "refused", { errors: "access.unknown-person" }]);
  });
});

async function open(toy: Partial<LoadedCommand>, ports: Partial<DispatchPorts> = {}) {
  database = await openDatabase({ file: ":memory:", digest: sha256 });
  const command: LoadedCommand = {
    noun: "test",
    verb: "toy",
    path: "test toy",
    words: { fr: ["toy", "Jouet"], en: ["toy", "Toy"] },
    needs: "founding",
    visibility: "private",
    example: "/test toy",
    options: {},
    run: () => Promise.resolve(done({})),
    ...toy,
  };
  const commands: Commands = new Map([[command.path, command]]);
  const clock = () => "2026-11-16T08:00:00.000Z";
  return dispatchThrough({
    commands,
    database,
    clock,
    dayOf,
    render: () => Promise.resolve(new Uint8Array()),
    report: () => undefined,
    ...ports,
  });
}

function request(): Request {
  return { workspace: "w", deliveryId: "d-1", actor: { id: "p", name: "p" }, mayFound: true, path: "test toy", options: {} };
}

function read<T>(work: (store: Store) => Promise<T>): Promise<T> {
  return database.read("w", "all", work);
}

async function acts(): Promise<unknown[]> {
  return read(async ({ audit }) => {
    const rows: unknown[] = [];
    for await (const { act, object, outcome, details } of audit.entries()) rows.push([act, object, outcome, details]);
    return rows;
  });
}
