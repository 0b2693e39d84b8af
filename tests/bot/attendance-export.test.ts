import { type AttendanceRecord, addDays, halves } from "@kairos/core";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Answer } from "../../packages/bot/src/dispatch.js";
import { attend, write } from "./attended.js";
import { openFoundedDesk, type TestDesk } from "./desk.js";
import { unzip } from "./files/unzip.js";

const session = "SE-2026-014";
let desk: TestDesk;
beforeEach(async () => {
  desk = await openFoundedDesk();
  await attend(desk);
  desk.setClock("2026-12-11T17:00:00.000Z");
  await write(desk, async (store) => {
    await store.attendance.saveMany(
      [
        fact({ status: "late", lateMinutes: 15, reason: "transport" }),
        fact({ traineeId: "T-0002", status: "excused", reason: "health", document: "=1+1" }),
      ],
      { by: "coordinateur", at: desk.now() },
    );
    const { status: _, source: __, recordedBy: ___, recordedAt: ____, ...slot } = fact({});
    const signed = ["2026-12-07T08:20:00.000Z", "2026-12-07T08:16:00.000Z"].map((at) => ({ ...slot, method: "tool" as const, at }));
    await store.signIns.addMany(signed);
  });
});
afterEach(async () => {
  expect(desk.failures).toEqual([]);
  await desk.close();
});

it("gives what was recorded as a table that computes nothing and never passes through a chat", async () => {
  const answer = await type("/assiduite exporter session:SE-2026-014");
  expect(answer.reply.data).toEqual({ halfDays: 2, sessions: 1 });
  const [file] = answer.files;
  expect(file).toMatchObject({ name: "assiduite-SE-2026-014.csv", confidential: true });
  expect(Buffer.from(file?.bytes ?? []).toString()).toBe(
    "\ufeffsession;référence stagiaire;nom;prénom;date;demi-journée;minutes prévues;minutes suivies;heures suivies;statut;retard;départ anticipé;motif;justificatif;preuves;signé à\r\n" +
      "SE-2026-014;T-0001;Durand;Camille;07/12/2026;matin;210;195;3,25;en retard;15;;transport;;;09:16\r\n" +
      "SE-2026-014;T-0002;Lefèvre;Noé;07/12/2026;matin;210;0;0,00;absence justifiée;;;santé;'=1+1;;\r\n",
  );
  expect(JSON.stringify(answer.reply.trace)).not.toContain("Durand");
});

it("comes back as it is: nothing is new", async () => {
  const [file] = (await type("/assiduite exporter")).files;
  const again = await desk.type("coordinateur", "/assiduite importer fichier:a.csv", {
    fichier: { name: "a.csv", bytes: file?.bytes ?? new Uint8Array() },
  });
  expect(again.reply).toMatchObject({ outcome: "done", problems: [], data: { new: 0, same: 2, faulty: 0 } });
});

it("gives a workbook whose days are days, whose hours are numbers, whose titles stay in sight", async () => {
  const [file] = (await type("/assiduite exporter session:SE-2026-014 format:xlsx mois:décembre 2026")).files;
  expect(file).toMatchObject({ name: "assiduite-SE-2026-014-2026-12.xlsx", confidential: true });
  const parts = unzip(file?.bytes ?? new Uint8Array());
  const sheet = parts.get("xl/worksheets/sheet1.xml") ?? "";
  expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
  expect(sheet.match(/<col /g)).toHaveLength(16);
  const cell = (name: string) => new RegExp(`<c r="${name}"([^>]*)>(?:<v>|<is><t[^>]*>)([^<]*)`).exec(sheet)?.slice(1);
  // 7 December 2026 is the 46,363rd day of Excel.
  const [attributes = "", serial] = cell("E2") ?? [];
  expect(serial).toBe("46363");
  const style = Number(/s="(\d+)"/.exec(attributes)?.[1]);
  const styles = parts.get("xl/styles.xml") ?? "";
  const [, formats = ""] = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles) ?? [];
  const [, format] = /numFmtId="(\d+)"/.exec(formats.match(/<xf .*?(?:\/>|<\/xf>)/gs)?.[style] ?? "") ?? [];
  expect(styles).toMatch(new RegExp(`numFmtId="${format}" formatCode="dd/mm/yyyy"|formatCode="dd/mm/yyyy" numFmtId="${format}"`));
  expect(cell("I2")?.[1]).toBe("3.25");
  expect(cell("I2")?.[0]).not.toContain('t="');
  expect(sheet).not.toContain("<f>");
});

it("has nothing to give of a month without attendance, and only what one may see", async () => {
  expect((await type("/assiduite exporter mois:01/2027")).reply.data).toEqual({ halfDays: 0 });
  await desk.type("rgc", "/acces accorder personne:formatrice profil:formateur motif:Cours");
  expect((await desk.type("formatrice", "/assiduite exporter")).reply.data).toEqual({ halfDays: 0 });
  expect((await desk.type("formatrice", `/assiduite exporter session:${session}`)).outcome).toBe("denied");
  expect((await desk.type("valideur", "/assiduite exporter")).outcome).toBe("denied");
  expect((await type("/assiduite exporter session:SE-NULLE")).outcome).toBe("invalid");
});

it("gives no more than a spreadsheet opens, and says to take less at a time", async () => {
  const days = Array.from({ length: 16_667 }, (_, rank) => addDays("2027-01-01", rank));
  const many = days.flatMap((day) => halves.map((half) => fact({ day, half })));
  await write(desk, async (store) => {
    await store.attendance.saveMany(many, { by: "coordinateur", at: desk.now() });
  });
  const answer = await type("/assiduite exporter session:SE-2026-014");
  expect(answer.files).toEqual([]);
  expect(answer.reply.problems).toMatchObject([{ code: "attendance.export-too-large", params: { most: 50_000 } }]);
  expect((await type("/assiduite exporter session:SE-2026-014 mois:01/2027")).reply.data).toEqual({ halfDays: 93, sessions: 1 });
});

function type(line: string): Promise<Answer> {
  return desk.type("coordinateur", line);
}

function fact(more: Partial<AttendanceRecord>): AttendanceRecord {
  return {
    sessionReference: session,
    siret: "99900014400017" as AttendanceRecord["siret"],
    traineeId: "T-0001",
    day: "2026-12-07",
    half: "morning",
    status: "present",
    source: "desk",
    recordedBy: "coordinateur",
    recordedAt: "2026-12-07T12:00:00.000Z",
    ...more,
  };
}
