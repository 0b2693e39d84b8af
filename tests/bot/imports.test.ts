import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { type Course, lheoOf, type Problem, type Session, sessionSchema, writeXml } from "@kairos/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Answer } from "../../packages/bot/src/dispatch.js";
import { aProvider, aSession } from "../examples/index.js";
import { openFoundedDesk, type TestDesk } from "./desk.js";

const example = (name: string) => readFileSync(new URL(`../../examples/${name}`, import.meta.url));

let desk: TestDesk;
beforeEach(async () => {
  desk = await openFoundedDesk();
});
afterEach(async () => {
  expect(desk.failures).toEqual([]);
  await desk.close();
});

describe("a LHEO catalogue", () => {
  it("is shown first, comes in whole, and is undone", async () => {
    const shown = await importFile("catalogue.xml", example("catalogue-lheo.xml"));
    expect(shown.reply.data).toMatchObject({ reference: "IMP-0001", courses: 2, sessions: 3, leftOut: 0, kept: 0 });
    expect(await references()).toEqual(["SE-2026-014"]);
    const entered = await type("/session valider-import reference:imp-0001");
    expect(entered).toMatchObject({ outcome: "done", reply: { data: { courses: 2, sessions: 3 } } });
    expect(await references()).toEqual(["SE-2026-014", "SE-2027-001", "SE-2027-002", "SE-2027-003"]);
    expect((await kept()).courses.map(({ reference }) => reference).sort()).toEqual(["F-CARISTE", "F-PAIE"]);
    expect(codes(await type("/session valider-import reference:IMP-0001"))).toEqual(["import.wrong-status"]);
    expect((await type("/session annuler-import reference:IMP-0001")).reply.data).toMatchObject({ removed: 5, restored: 0 });
    expect(await references()).toEqual(["SE-2026-014"]);
    expect(codes(await type("/session annuler-import reference:IMP-0001"))).toEqual(["import.wrong-status"]);
  });

  it("with a fault comes in only as far as it is asked to, and never half an entry", async () => {
    const faulty = example("catalogue-lheo.xml").toString().replace("<fin>20270219</fin>", "<fin>20270231</fin>");
    const shown = await importFile("catalogue.xml", Buffer.from(faulty));
    expect(shown.reply.data).toMatchObject({ courses: 2, sessions: 2, leftOut: 1 });
    const [row] = shown.reply.table?.rows ?? [];
    expect(row?.map(({ fr }) => fr)).toEqual([
      expect.stringMatching(/^\d+$/),
      "SE-2027-002",
      "/lheo/offres/formation[1]/action[1]/session[2]/periode/fin",
      expect.stringContaining("20270231"),
    ]);
    expect(codes(await type("/session valider-import reference:IMP-0001"))).toEqual(["import.faulty-entries"]);
    expect(await references()).toEqual(["SE-2026-014"]);
    const entered = await type("/session valider-import reference:IMP-0001 sains-seulement:oui");
    expect(entered.reply.data).toMatchObject({ courses: 2, sessions: 2, leftOut: 1 });
    expect(await references()).toEqual(["SE-2026-014", "SE-2027-001", "SE-2027-003"]);
    const report = entered.files.find(({ name }) => name === "IMP-0001-rapport.csv");
    expect(Buffer.from(report?.bytes ?? []).toString()).toMatch(/SE-2027-002;laissée de côté;.*20270231/);
  });

  it("of another establishment is left out", async () => {
    const other = example("catalogue-lheo.xml").toString().replaceAll("99900014400017", "99900014400025");
    const shown = await importFile("catalogue.xml", Buffer.from(other));
    expect(codes(shown)).toEqual(["import.nothing-sound"]);
    expect(shown.reply.table?.rows[0]?.at(-1)?.fr).toContain("99900014400025");
  });

  it("leaves what is there as it is, unless it may replace it; undone, it gives the former values back", async () => {
    const [there] = (await kept()).sessions;
    const renewed = catalogueOf([
      aSession({ reference: "SE-2026-014", listingReference: "75_SE1", endsOn: "2026-12-31", title: "Cariste" }),
    ]);
    await importFile("un.xml", renewed);
    expect((await type("/session valider-import reference:IMP-0001")).reply.data).toMatchObject({ kept: 1, sessions: 0 });
    expect((await kept()).sessions).toEqual([there]);
    await importFile("deux.xml", renewed);
    expect((await type("/session valider-import reference:IMP-0002 remplacer:oui")).reply.data).toMatchObject({ replaced: 1 });
    expect((await kept()).sessions).toMatchObject([{ endsOn: "2026-12-31", title: "Cariste" }]);
    expect((await type("/session annuler-import reference:IMP-0002")).reply.data).toMatchObject({ removed: 0, restored: 1 });
    expect((await kept()).sessions).toEqual([there]);
  });

  it("cannot be undone for sessions that were used or changed since, unless they are kept", async () => {
    await importFile("catalogue.xml", example("catalogue-lheo.xml"));
    await type("/session valider-import reference:IMP-0001");
    await type("/session corriger reference:SE-2027-001 lieu:Pessac");
    const quoted = await desk.type("gestionnaire", "/devis creer dispositif:AIF session:SE-2027-003 stagiaire:T-0001");
    expect(quoted.outcome, JSON.stringify(quoted.reply.problems)).toBe("done");
    const refused = await type("/session annuler-import reference:IMP-0001");
    expect(refused.reply.problems).toMatchObject([
      { code: "import.used-since", params: { references: ["F-CARISTE", "F-PAIE", "SE-2027-001", "SE-2027-003"] } },
    ]);
    expect(await references()).toHaveLength(4);
    const undone = await type("/session annuler-import reference:IMP-0001 garder-utilisees:oui");
    expect(undone.reply.data).toMatchObject({ removed: 1, kept: ["F-CARISTE", "F-PAIE", "SE-2027-001", "SE-2027-003"] });
    expect(await references()).toEqual(["SE-2026-014", "SE-2027-001", "SE-2027-003"]);
  });
});

describe("a table of sessions", () => {
  it("comes in line by line, each fault at its line and column", async () => {
    const shown = await importFile("sessions.csv", example("sessions.csv"));
    expect(shown.reply.data).toMatchObject({ sessions: 2, leftOut: 1 });
    expect(shown.reply.table?.rows.map((row) => row.map(({ fr }) => fr))).toEqual([
      ["4", "SE-2027-012", "début", "« 31/02/2027 » n'est pas une date qui existe."],
    ]);
    await type("/session valider-import reference:IMP-0001 sains-seulement:oui");
    expect((await kept()).sessions.find(({ reference }) => reference === "SE-2027-011")).toMatchObject({
      hours: { centreMinutes: 420 },
      priceCents: 21000,
    });
  });

  it("that holds a social security number leaves it nowhere", async () => {
    const number = "2 85 05 78 006 084 41";
    const head = "référence;intitulé;début;fin;heures centre";
    for (const [rank, text] of [
      `${head}\n${number};=1+${number};hier;${number};70\nSE-1;Un;07/12/2026;18/12/2026;70\n`,
      `${head};${number}\nSE-1;Un;07/12/2026;18/12/2026;70;x\n`,
    ].entries()) {
      const shown = await importFile(`table-${rank}.csv`, text);
      const report = shown.files.map(({ bytes }) => Buffer.from(bytes).toString()).join();
      expect(`${JSON.stringify(shown.reply)} ${report}`.replace(/\s/g, "")).not.toContain("850578006");
    }
    const stored = await desk.database.read("test", "all", async (store) => {
      const record = await store.imports.get("IMP-0001");
      const contents = await store.files.get(record?.contents ?? "");
      return `${JSON.stringify(record)} ${gunzipSync(contents ?? new Uint8Array()).toString()}`;
    });
    expect(stored).toContain("id.nir-detected");
    expect(stored.replace(/\s/g, "")).not.toContain("850578006");
  });

  it("details the first two thousand faulty rows, and counts the others", async () => {
    const rows = Array.from({ length: 2_050 }, (_, rank) => `SE-${rank};Un;hier;demain;70\n`).join("");
    const text = `référence;intitulé;début;fin;heures centre\nSE-OK;Un;07/12/2026;18/12/2026;70\n${rows}`;
    const shown = await importFile("table.csv", text);
    expect(shown.reply.data).toMatchObject({ sessions: 1, leftOut: 2_050 });
    const report = Buffer.from(shown.files[0]?.bytes ?? [])
      .toString()
      .trimEnd()
      .split("\r\n");
    expect(report.filter((line) => line.includes("« hier »"))).toHaveLength(2_000);
    expect(report.at(-1)).toContain("50 autres fiches laissées de côté");
  });

  it("that was exported comes back the same", async () => {
    await importFile("catalogue.xml", example("catalogue-lheo.xml"));
    await type("/session valider-import reference:IMP-0001");
    const before = (await kept()).sessions;
    const exported = await type("/session exporter format:csv");
    const bytes = exported.files[0]?.bytes ?? new Uint8Array();
    expect((await importFile("export.csv", bytes)).reply.data).toMatchObject({ kept: 4, sessions: 0, leftOut: 0 });
    expect((await type("/session valider-import reference:IMP-0002 remplacer:oui")).reply.data).toMatchObject({ replaced: 4 });
    expect((await kept()).sessions).toEqual(before);
  });
});

describe("what is imported", () => {
  it("is nobody's but theirs who may manage sessions", async () => {
    const answer = await desk.type("assistant", "/session importer fichier:a.xml", {
      fichier: { name: "a.xml", bytes: example("catalogue-lheo.xml") },
    });
    expect(answer.outcome).toBe("denied");
  });

  it("is a file of data", async () => {
    for (const [name, bytes] of [
      ["classeur.xlsx", Buffer.from("PK\u0003\u0004")],
      ["image.csv", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
      ["table.xml", Buffer.from("a;b\n1;2\n")],
    ] as const) {
      expect(codes(await importFile(name, bytes)), name).toEqual(["input.not-a-file"]);
    }
    expect(codes(await importFile("gros.xml", Buffer.alloc(50 * 1024 * 1024, "<a>")))).toEqual(["input.not-a-file"]);
  });
});

function catalogueOf(sessions: readonly Session[], courses: readonly Course[] = []): Uint8Array {
  const written = lheoOf(aProvider(), new Map(courses.map((course) => [course.reference, course])), sessions);
  if (!written.ok) throw new Error("unwritten");
  return Buffer.from(writeXml(written.value.root));
}

function importFile(name: string, bytes: Uint8Array | string): Promise<Answer> {
  const content = typeof bytes === "string" ? Buffer.from(bytes) : bytes;
  return desk.type("coordinateur", `/session importer fichier:${name}`, { fichier: { name, bytes: content } });
}

function type(line: string): Promise<Answer> {
  return desk.type("coordinateur", line);
}

function codes({ reply }: Answer): readonly string[] {
  return (reply.problems ?? []).map(({ code }: Problem) => code);
}

function kept() {
  return desk.database.read("test", "all", async (store) => ({
    sessions: (await store.sessions.list()).map((one) => sessionSchema.parse(one)),
    courses: await store.courses.list(),
  }));
}

async function references(): Promise<readonly string[]> {
  return (await kept()).sessions.map(({ reference }) => reference).sort();
}
