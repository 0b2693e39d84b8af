import type { IncidentInput } from "@kairos/core";
import { expect, it } from "vitest";
import type { IncidentFilter } from "../../../../packages/bot/src/store/incident-words.js";
import type { Scope } from "../../../../packages/bot/src/store/store.js";
import type { Opening } from "../contract.js";
import { anAttachment, anIncident, look, lyon, nantes, someBytes, workspace, write } from "../fixtures.js";
import { fresh } from "./open.js";

export function incidentContract(open: Opening): void {
  const database = fresh(open);
  const save = (...all: readonly Partial<IncidentInput>[]) =>
    write(database(), async ({ incidents }) => {
      for (const one of all) await incidents.save(anIncident(one));
    });
  const listed = async (filter: IncidentFilter = {}, scope: Scope = "all") => {
    const found = await look(database(), ({ incidents }) => incidents.list(filter), { scope });
    return found.map(({ reference }) => reference.slice(-1)).join("");
  };

  it("keeps incidents, the last reported first, and finds them by what they are", async () => {
    await save(
      { reference: "INC-2026-0001", reportedAt: "2026-12-07T08:00:00.000Z" },
      { reference: "INC-2026-0002", reportedAt: "2026-12-07T09:00:00.000Z", symptom: "forbidden", status: "sent" },
      { reference: "INC-2026-0003", reportedAt: "2026-12-07T10:00:00.000Z", reporter: "u-other", status: "sent" },
      { reference: "INC-2026-0004", reportedAt: "2026-12-08T08:00:00.000Z", symptom: "other", siret: nantes },
    );
    expect(await listed()).toBe("4321");
    expect(await listed({ status: "sent" })).toBe("32");
    expect(await listed({ symptom: "blank-page" })).toBe("31");
    expect(await listed({ reporter: "u-clerk" })).toBe("421");
    expect(await listed({ since: "2026-12-07T09:00:00.000Z" })).toBe("432");
    expect(await listed({ since: "2026-12-07T09:00:00.001Z" })).toBe("43");
    expect(await listed({ limit: 2 })).toBe("43");
    expect(await listed({ status: "sent", symptom: "blank-page", reporter: "u-other", limit: 5 })).toBe("3");
    expect(await listed({ search: "inc-2026 page BLANCHE" })).toBe("31");
    expect(await listed({ search: "accès refusé" })).toBe("2");
    expect(await listed({ search: "%" })).toBe("");
  });

  it("moves an incident from one status to the next under the same number, and keeps its place", async () => {
    await save({ reference: "INC-2026-0001" }, { reference: "INC-2026-0002" });
    const history = [{ action: "solve" as const, by: "u-clerk", at: "2026-12-07T10:00:00.000Z", note: "Cache vidé" }];
    await save({ reference: "INC-2026-0001", status: "solved", history, solution: "Cache vidé" });
    expect(await listed()).toBe("21");
    expect([await listed({ status: "draft" }), await listed({ status: "solved" })]).toEqual(["2", "1"]);
    expect(await look(database(), ({ incidents }) => incidents.get("INC-2026-0001"))).toMatchObject({ history, solution: "Cache vidé" });
  });

  it("shows an establishment its own, and suggests them by number, symptom and status", async () => {
    await save({ reference: "INC-2026-0001" }, { reference: "INC-2026-0002", siret: nantes, symptom: "forbidden", status: "sent" });
    expect([await listed({}, [lyon]), await listed({}, [nantes]), await listed({}, [])]).toEqual(["1", "2", ""]);
    const suggest = (typed: string, scope: Scope = "all", from = workspace) =>
      database().suggest({ workspace: from, scope, kind: "incident", typed });
    expect(await suggest("envoyé")).toEqual([{ value: "INC-2026-0002", label: "INC-2026-0002 · erreur 403, accès refusé · envoyé" }]);
    expect((await suggest("page blanche")).map(({ value }) => value)).toEqual(["INC-2026-0001"]);
    expect((await suggest("inc-2026", [nantes])).map(({ value }) => value)).toEqual(["INC-2026-0002"]);
    expect(await suggest("inc", [], workspace)).toEqual([]);
    expect(await suggest("inc", "all", "forged")).toEqual([]);
  });

  it("keeps the bytes of a screenshot as long as something points at them, and shows them to its establishment alone", async () => {
    const { digest } = anAttachment();
    const shot = { fileName: "INC-2026-0001-1.png", mediaType: "image/png" as const, digest };
    const seen = async (scope: Scope) => (await look(database(), ({ files }) => files.get(digest), { scope })) !== undefined;
    const drop = async () => {
      let dropped = false;
      await write(database(), async ({ files }) => {
        dropped = await files.drop(digest);
      });
      return dropped;
    };
    await write(database(), ({ files }) => files.put(someBytes));
    await save({ screenshots: [shot] });
    expect([await seen([lyon]), await seen([nantes]), await seen([])]).toEqual([true, false, false]);
    expect(await drop()).toBe(false);
    await write(database(), ({ attachments }) => attachments.save(anAttachment({ siret: nantes })));
    await save({ screenshots: [] });
    expect([await drop(), await seen([nantes]), await seen([lyon])]).toEqual([false, true, false]);
    await save({ reference: "INC-2026-0002" });
    expect(await seen("all")).toBe(true);
  });

  it("forgets bytes that nothing points at, once", async () => {
    const { digest } = anAttachment();
    const dropped: boolean[] = [];
    await write(database(), async ({ files }) => {
      await files.put(someBytes);
      for (let time = 0; time < 2; time++) dropped.push(await files.drop(digest));
    });
    expect(dropped).toEqual([true, false]);
  });
}
