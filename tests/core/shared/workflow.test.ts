import { actionsFrom, workflowOf } from "@kairos/core";
import { describe, expect, expectTypeOf, it } from "vitest";

type Status = "open" | "shut" | "locked";
type Right = "door.use" | "door.lock";

const door = workflowOf<Status, Right>()({
  shut: { from: ["open"], to: "shut", needs: "door.use" },
  lock: { from: ["shut"], to: "locked", needs: "door.lock", apart: true },
  unlock: { from: ["locked"], to: "shut", needs: "door.lock" },
  open: { from: ["shut"], to: "open", needs: "door.use", sound: true },
});

describe("a workflow table", () => {
  it("lists the actions of a status in its own order", () => {
    expect(actionsFrom(door, "shut")).toEqual(["lock", "open"]);
    expect(actionsFrom(door, "open")).toEqual(["shut"]);
  });

  it("lists none from a status it does not know", () => {
    expect(actionsFrom(door, "ajar")).toEqual([]);
    expect(actionsFrom(door, "constructor")).toEqual([]);
    expect(actionsFrom(workflowOf<Status, Right>()({}), "open")).toEqual([]);
  });

  it("keeps the literal types of its rows", () => {
    expectTypeOf(door.lock.to).toEqualTypeOf<"locked">();
    expectTypeOf(door.lock.needs).toEqualTypeOf<"door.lock">();
    expectTypeOf<keyof typeof door>().toEqualTypeOf<"shut" | "lock" | "unlock" | "open">();
    expectTypeOf(actionsFrom(door, "open")).toEqualTypeOf<readonly ("shut" | "lock" | "unlock" | "open")[]>();
  });
});
