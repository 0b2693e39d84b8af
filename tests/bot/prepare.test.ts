import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { command, type LoadedCommand } from "../../packages/bot/src/command.js";
import { integer } from "../../packages/bot/src/options.js";
import { done, refused } from "../../packages/bot/src/reply.js";
import { openDesk, type TestDesk } from "./desk.js";
import { founding } from "./founding.js";

let desk: TestDesk;
let prepared = 0;

const long = command({
  words: { fr: ["long", "Un long travail"], en: ["long", "Long work"] },
  needs: "session.manage",
  visibility: "private",
  example: "/essai long combien:3",
  options: { count: integer({ fr: ["combien", "Combien"], en: ["count", "Count"] }) },
  async prepare({ input, provider, read, progress }) {
    prepared += 1;
    const sessions = await read((store) => store.sessions.list());
    // Others are answered meanwhile: no transaction is open.
    const other = await desk.type("assistant", "/session liste");
    for (let step = 1; step <= input.count; step++) progress(step, input.count);
    return { siret: provider?.siret, sessions: sessions.length, other: other.outcome };
  },
  run: ({ prepared: ready, input }) => Promise.resolve(input.count === 13 ? refused([]) : done({ data: ready })),
});

beforeEach(async () => {
  prepared = 0;
  const loaded: LoadedCommand = { ...long, noun: "essai", verb: "long", path: "essai long" } as unknown as LoadedCommand;
  desk = await openDesk({ more: [loaded] });
  for (const [person, line] of founding) expect((await desk.type(person, line)).outcome, line).toBe("done");
});
afterEach(async () => {
  expect(desk.failures).toEqual([]);
  await desk.close();
});

const request = (deliveryId: string, actor: string, combien: string) => ({
  workspace: "test",
  deliveryId,
  actor: { id: actor, name: actor },
  mayFound: true,
  path: "essai long",
  options: { combien },
});

describe("what a command makes ready before its transaction", () => {
  it("is handed to it, made from what was read and typed, while others are answered", async () => {
    const answer = await desk.type("coordinateur", "/essai long combien:3");
    expect(answer.reply.data).toEqual({ siret: "99900014400017", sessions: 1, other: "done" });
  });

  it("is made for nobody who may not run it, and for nothing that cannot be read", async () => {
    expect((await desk.type("assistant", "/essai long combien:3")).outcome).toBe("denied");
    expect((await desk.type("coordinateur", "/essai long combien:trois")).outcome).toBe("invalid");
    expect(prepared).toBe(0);
  });

  it("is made once, however often the request is delivered", async () => {
    await desk.dispatch(request("d-1", "coordinateur", "3"));
    expect(await desk.dispatch(request("d-1", "coordinateur", "3"))).toMatchObject({ outcome: "done", repeated: true });
    expect(prepared).toBe(1);
  });

  it("tells how far it has come; whoever listens cannot make it fail", async () => {
    const told: number[] = [];
    const progress = (count: number) => {
      told.push(count);
      throw new Error("nobody listens");
    };
    expect((await desk.dispatch({ ...request("d-2", "coordinateur", "3"), progress })).outcome).toBe("done");
    expect(told).toEqual([1, 2, 3]);
  });
});
