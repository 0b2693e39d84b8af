import type { AttendanceRecord } from "@kairos/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Answer } from "../../packages/bot/src/dispatch.js";
import { attend, write } from "./attended.js";
import { openFoundedDesk, type TestDesk } from "./desk.js";

const session = "SE-2026-014";
const head = "session;référence stagiaire;date;demi-journée;statut;retard;motif;justificatif";
let desk: TestDesk;
beforeEach(async () => {
  desk = await openFoundedDesk();
  await attend(desk);
  desk.setClock("2026-12-11T17:00:00.000Z");
});
afterEach(async () => {
  expect(desk.failures).toEqual([]);
  await desk.close();
});

describe("a table of attendance", () => {
  it("is shown first, comes in whole, and is undone", async () => {
    const shown = await send(
      `${head}\n${session};T-0001;07/12/2026;matin;présent;;;\n${session};T-0002;07/12/2026;matin;en retard;15;;\n${session};T-0003;07/12/2026;matin;absent;;santé;JUST-0012\n`,
    );
    expect(shown.reply.data).toMatchObject({ reference: "IMP-0001", new: 3, faulty: 0 });
    expect(await facts()).toEqual([]);
    expect((await type("/assiduite valider-import reference:imp-0001")).reply.data).toMatchObject({ entered: 3 });
    expect(await facts()).toMatchObject([
      { traineeId: "T-0001", day: "2026-12-07", half: "morning", status: "present", source: "import", recordedBy: "coordinateur" },
      { traineeId: "T-0002", status: "late", lateMinutes: 15 },
      { traineeId: "T-0003", status: "excused", reason: "health", document: "JUST-0012" },
    ]);
    expect(codes(await type("/assiduite valider-import reference:IMP-0001"))).toEqual(["import.wrong-status"]);
    expect((await type("/assiduite annuler-import reference:IMP-0001")).reply.data).toMatchObject({ removed: 3, restored: 0 });
    expect(await facts()).toEqual([]);
    expect(codes(await type("/assiduite annuler-import reference:IMP-0001"))).toEqual(["import.wrong-status"]);
  });

  it("tells what is wrong with each row, at its line, and saves nothing of it unless the sound rows are asked for", async () => {
    await attend(desk, { session: { reference: "SE-2026-099", title: "Autre groupe" }, people: [] });
    const rows = [
      `${session};T-0001;07/12/2026;matin;présent;;;`,
      `${session};T-0001;07/12/2026;matin;présent;;;`,
      `${session};T-0999;07/12/2026;matin;présent;;;`,
      `${session};Lefevre Noe;07/12/2026;après-midi;présent;;;`,
      `${session};Noé Lefèbre;08/12/2026;matin;présent;;;`,
      `${session};T-0002;12/12/2026;matin;présent;;;`,
      `${session};T-0002;09/12/2026;matin;en retard;25:99;;`,
      `${session};T-0002;09/12/2026;matin;en retard;-10;;`,
      `SE-2026-099;T-0002;09/12/2026;matin;présent;;;`,
      `${session};T-0002;18/12/2026;matin;présent;;;`,
      `${session};T-0002;10/12/2026;matin;absence justifiée;;santé;certificat pour grippe`,
      `${session};T-0003;10/12/2026;matin;en retard;;;`,
      `${session};T-0003;10/12/2026;soir;présent;;;`,
    ];
    const shown = await send(`${head.replace("référence stagiaire", "stagiaire")}\n${rows.join("\n")}\n`, `session:${session}`);
    expect(shown.reply.data).toMatchObject({ new: 2, faulty: 11 });
    expect(shown.reply.table?.rows.map((row) => row.map(({ fr }) => fr).join(" | "))).toMatchInlineSnapshot(`
      [
        "3 | — | La ligne répète la ligne 2.",
        "4 | stagiaire | Cette personne n'est pas parmi les stagiaires de SE-2026-014.",
        "6 | stagiaire | Cette personne n'est pas parmi les stagiaires de SE-2026-014. Le nom le plus proche est celui de T-0002.",
        "7 | date | La session SE-2026-014 n'a pas de demi-journée le 12/12/2026 (matin).",
        "8 | retard | « 25:99 » n'est pas une durée.",
        "9 | retard | « -10 » : des minutes ne peuvent pas être négatives.",
        "10 | session | Cette ligne est de la session SE-2026-099, pas de SE-2026-014.",
        "11 | date | Le 18/12/2026 n'est pas encore passé.",
        "12 | justificatif | Le justificatif parle de santé.",
        "13 | retard | Les minutes manquent.",
        "14 | date | La session SE-2026-014 n'a pas de demi-journée le 10/12/2026 (soir).",
      ]
    `);
    const report = textOf(shown, "IMP-0001-lignes-a-corriger.csv");
    expect(report).toContain("Noé Lefèbre");
    expect(JSON.stringify(shown.reply.table)).not.toMatch(/Lef|médecin/);
    expect(report).not.toContain("médecin");
    expect(shown.files.every(({ confidential }) => confidential)).toBe(true);
    expect(codes(await type("/assiduite valider-import reference:IMP-0001"))).toEqual(["import.faulty-rows"]);
    expect(await facts()).toEqual([]);
    expect((await type("/assiduite valider-import reference:IMP-0001 lignes:saines")).reply.data).toMatchObject({
      entered: 2,
      leftOut: 11,
    });
    expect((await facts()).map(({ traineeId, half }) => `${traineeId} ${half}`)).toEqual(["T-0001 morning", "T-0002 afternoon"]);
  });

  it("is read as people and tools write it: Windows letters, commas, tabs, a mark, names in two cells, hours of arrival", async () => {
    const rows = [
      ["nom", "prénom", "jour", "créneau", "heure d'arrivée", "heure de départ"],
      ["LEFEVRE", "Noé", "2026-12-07", "", "09:12:30", "12h30"],
      ["Durand", "Camille", "07/12/26", "PM", "13:25", "16:50"],
    ];
    const expected = [
      { traineeId: "T-0002", half: "morning", status: "late", lateMinutes: 12 },
      { traineeId: "T-0001", half: "afternoon", status: "left-early", earlyMinutes: 10 },
    ];
    const texts = [";", ",", "\t"].map((sign) => rows.map((row) => row.map((cell) => `"${cell}"`).join(sign)).join("\r\n"));
    const files = [Buffer.from(texts[0] ?? "", "latin1"), Buffer.from(`\ufeff${texts[1]}`), Buffer.from(texts[2] ?? "")];
    for (const [index, bytes] of files.entries()) {
      await send(bytes, `session:${session}`);
      await type(`/assiduite valider-import reference:IMP-000${index + 1}`);
      expect(await facts()).toMatchObject(expected);
      await type(`/assiduite annuler-import reference:IMP-000${index + 1}`);
    }
  });

  it("pasted from two encodings is refused whole, with the line", async () => {
    const bytes = Buffer.concat([Buffer.from(`${head}\n${session};Noé;`), Buffer.from("\n;Noé;", "latin1")]);
    const refused = await send(bytes);
    expect(refused.reply.problems).toMatchObject([{ code: "file.encoding", params: { line: 3 } }]);
  });

  it("that comes as a workbook says how to save it", async () => {
    const refused = await send(Buffer.from("PK\u0003\u0004…"), "", "presences.xlsx");
    expect(refused.outcome).toBe("invalid");
    expect(refused.reply.problems?.map(({ params }) => params)).toMatchObject([{ fault: "workbook" }]);
  });

  it("whose rows contradict each other believes none of them", async () => {
    const shown = await send(
      `${head}\n${session};T-0001;07/12/2026;matin;présent;;;\n${session};T-0001;07/12/2026;matin;absent;;;\n${session};T-0002;07/12/2026;matin;présent;;;\n`,
    );
    expect(shown.reply.data).toMatchObject({ new: 1, faulty: 2 });
    expect(shown.reply.table?.rows.map(([at]) => at?.fr)).toEqual(["2", "3"]);
  });

  it("never replaces what is recorded unless asked to; undone, gives it back", async () => {
    await write(desk, async (store) => {
      const fact = { ...slot("T-0001"), status: "unexcused" as const, ...byHand };
      await store.attendance.saveMany([fact], { by: "coordinateur", at: desk.now() });
    });
    const [before] = await facts();
    const shown = await send(`${head}\n${session};T-0001;07/12/2026;matin;présent;;;\n${session};T-0002;07/12/2026;matin;présent;;;\n`);
    expect(shown.reply.data).toMatchObject({ new: 1, contradicting: 1 });
    expect(codes(await type("/assiduite valider-import reference:IMP-0001"))).toEqual(["import.faulty-rows"]);
    expect((await type("/assiduite valider-import reference:IMP-0001 corriger:oui")).reply.data).toMatchObject({
      entered: 2,
      corrected: 1,
    });
    expect((await facts()).map(({ status }) => status)).toEqual(["present", "present"]);
    const [former] = await desk.database.read("test", "all", ({ attendance }) => attendance.history({ session }));
    expect(former).toMatchObject({ former: { status: "unexcused" }, cause: "IMP-0001", by: "coordinateur" });
    expect((await type("/assiduite annuler-import reference:IMP-0001")).reply.data).toMatchObject({ removed: 1, restored: 1 });
    expect(await facts()).toEqual([before]);
  });

  it("cannot be undone over corrections made since, unless they are kept", async () => {
    await send(`${head}\n${session};T-0001;07/12/2026;matin;présent;;;\n${session};T-0002;07/12/2026;matin;présent;;;\n`);
    await type("/assiduite valider-import reference:IMP-0001");
    await write(desk, async (store) => {
      const fact = { ...slot("T-0001"), status: "late" as const, lateMinutes: 20, ...byHand };
      await store.attendance.saveMany([fact], { by: "coordinateur", at: desk.now() });
    });
    expect(codes(await type("/assiduite annuler-import reference:IMP-0001"))).toEqual(["import.changed-since"]);
    expect(await facts()).toHaveLength(2);
    expect((await type("/assiduite annuler-import reference:IMP-0001 garder-corrigees:oui")).reply.data).toMatchObject({
      removed: 1,
      kept: 1,
    });
    expect(await facts()).toMatchObject([{ traineeId: "T-0001", lateMinutes: 20 }]);
  });

  it("is judged again when it is confirmed: whoever left meanwhile is left out", async () => {
    await send(`${head}\n${session};T-0001;07/12/2026;matin;présent;;;\n${session};T-0002;07/12/2026;matin;présent;;;\n`);
    await write(desk, ({ enrolments }) => enrolments.save({ ...enrolled("T-0002"), withdrawal: { day: "2026-12-07", half: "morning" } }));
    expect(codes(await type("/assiduite valider-import reference:IMP-0001"))).toEqual(["import.faulty-rows"]);
    expect((await type("/assiduite valider-import reference:IMP-0001 lignes:saines")).reply.data).toMatchObject({ entered: 1, leftOut: 1 });
  });

  it("imported twice has nothing new the second time", async () => {
    const text = `${head}\n${session};T-0001;07/12/2026;matin;présent;;;\n`;
    await send(text);
    await type("/assiduite valider-import reference:IMP-0001");
    const again = await send(text);
    expect(again).toMatchObject({ outcome: "done", reply: { data: { new: 0, same: 1 } } });
  });

  it("of signatures keeps when each was signed, on the clocks of the place", async () => {
    await send(
      "stagiaire;date;signé à\nT-0001;07/12/2026;09:02\nT-0002;07/12/2026;\nT-0001;07/12/2026;13:31\n",
      `session:${session} nature:signatures`,
    );
    expect((await type("/assiduite valider-import reference:IMP-0001")).reply.data).toMatchObject({ entered: 2 });
    const signed = await desk.database.read("test", "all", ({ signIns }) => signIns.of({ session }));
    expect(signed).toMatchObject([
      { traineeId: "T-0001", half: "morning", at: "2026-12-07T08:02:00.000Z", method: "tool", proof: "IMP-0001" },
      { traineeId: "T-0001", half: "afternoon", at: "2026-12-07T12:31:00.000Z" },
    ]);
    expect((await type("/assiduite annuler-import reference:IMP-0001")).reply.data).toMatchObject({ removed: 2 });
  });

  it("of what was declared and billed keeps minutes, and tells what was declared otherwise", async () => {
    await send("stagiaire;date;demi-journée;minutes\nT-0001;07/12/2026;matin;200\n", `session:${session} nature:declared`);
    await type("/assiduite valider-import reference:IMP-0001");
    const otherwise = await send(
      "stagiaire;date;demi-journée;minutes\nT-0001;07/12/2026;matin;210\n",
      `session:${session} nature:declared`,
    );
    expect(codes(otherwise)).toEqual(["import.no-sound-row"]);
    expect(otherwise.reply.table?.rows[0]?.[2]?.fr).toContain("IMP-0001 en dit 200");
    const over = await send("stagiaire;date;demi-journée;heures\nT-0001;07/12/2026;matin;4\n", `session:${session} nature:billed`);
    expect(over.reply.table?.rows[0]?.[2]?.fr).toBe("240 minutes, pour une demi-journée de 210.");
    await send("stagiaire;date;demi-journée;heures;facture\nT-0001;07/12/2026;matin;3,5;FA-2026-012\n", `session:${session} nature:billed`);
    await type("/assiduite valider-import reference:IMP-0002");
    const billed = await desk.database.read("test", "all", ({ claims }) => claims.of("billed", { session }));
    expect(billed).toMatchObject([{ minutes: 210, reference: "FA-2026-012" }]);
    await type("/assiduite annuler-import reference:IMP-0002");
    expect(await desk.database.read("test", "all", ({ claims }) => claims.of("billed", { session }))).toEqual([]);
  });
});

describe("who may import attendance", () => {
  it("records it; a trainer for their own sessions only", async () => {
    await desk.type("rgc", "/acces accorder personne:formatrice profil:formateur motif:Cours");
    const text = `${head}\n${session};T-0001;07/12/2026;matin;présent;;;\n`;
    expect((await send(text, "", "p.csv", "valideur")).outcome).toBe("denied");
    const refused = await send(text, "", "p.csv", "formatrice");
    expect(refused.reply.table?.rows[0]?.[2]?.fr).toContain("n'est pas une des vôtres");
    expect((await send(text, `session:${session}`, "p.csv", "formatrice")).outcome).toBe("denied");
    await write(desk, async (store) => {
      const own = await store.sessions.get(session);
      if (own !== undefined) await store.sessions.save({ ...own, trainers: ["formatrice"] });
    });
    expect((await send(text, "", "p.csv", "formatrice")).reply.data).toMatchObject({ new: 1 });
    expect((await desk.type("formatrice", "/assiduite valider-import reference:IMP-0001")).outcome).toBe("done");
  });

  it("each family of imports has its own commands", async () => {
    await send(`${head}\n${session};T-0001;07/12/2026;matin;présent;;;\n`);
    const refused = await type("/session valider-import reference:IMP-0001");
    expect(refused.reply.problems).toMatchObject([{ code: "import.other-nature", params: { command: "/assiduite valider-import" } }]);
  });
});

const byHand = { source: "desk" as const, recordedBy: "coordinateur", recordedAt: "2026-12-07T12:00:00.000Z" };
const siret = "99900014400017" as AttendanceRecord["siret"];
const slot = (traineeId: string) => ({ sessionReference: session, siret, traineeId, day: "2026-12-07", half: "morning" as const });
const enrolled = (traineeId: string) => ({ sessionReference: session, siret, traineeId });

function type(line: string): Promise<Answer> {
  return desk.type("coordinateur", line);
}

function send(content: string | Buffer, options = "", name = "presences.csv", person = "coordinateur"): Promise<Answer> {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  return desk.type(person, `/assiduite importer fichier:${name} ${options}`.trim(), { fichier: { name, bytes } });
}

function facts(): Promise<readonly AttendanceRecord[]> {
  return desk.database.read("test", "all", ({ attendance }) => attendance.of({ session }));
}

function codes({ reply }: Answer): readonly string[] {
  return (reply.problems ?? []).map(({ code }) => code);
}

function textOf({ files }: Answer, name: string): string {
  return Buffer.from(files.find((file) => file.name === name)?.bytes ?? []).toString();
}
