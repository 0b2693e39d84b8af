import { createHash } from "node:crypto";
import type { AttendanceRecord, AttendanceStatus, Half, Problem, SheetContradiction } from "@kairos/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Answer } from "../../packages/bot/src/dispatch.js";
import type { ReceivedFile } from "../../packages/bot/src/files/received.js";
import type { TestDesk } from "./desk.js";
import { aJpeg, aPdf, aPng } from "./files/samples.js";
import { kept, monday, openSigningDesk, refusedWith, said, session, within } from "./signing-desk.js";

let desk: TestDesk;
beforeEach(async () => {
  desk = await openSigningDesk();
  desk.setClock("2026-12-09T08:00:00.000Z");
  await record([
    ["T-0001", monday, "morning", "present"],
    ["T-0002", monday, "morning", "late"],
    ["T-0001", monday, "afternoon", "present"],
    ["T-0002", monday, "afternoon", "unexcused"],
  ]);
});
afterEach(async () => {
  expect(desk.failures).toEqual([]);
  await desk.close();
});

const scan = { name: "feuille du 7.pdf", bytes: aPdf() };
const wellFilled = "du:07/12/2026 formateurs:omar lieu:Bordeaux";

function attach(
  options = wellFilled,
  { file = scan, person = "coordinateur" }: { file?: ReceivedFile; person?: string } = {},
): Promise<Answer> {
  return desk.type(person, `/assiduite joindre session:${session} fichier:feuille.pdf ${options}`, { fichier: file });
}

async function record(facts: readonly (readonly [string, string, Half, AttendanceStatus])[]): Promise<void> {
  const at = desk.now();
  const records = facts.map(([traineeId, day, half, status]): AttendanceRecord => {
    const siret = "99900014400017" as AttendanceRecord["siret"];
    return { sessionReference: session, siret, traineeId, day, half, status, source: "desk", recordedBy: "omar", recordedAt: at };
  });
  await within(desk, ({ attendance }) => attendance.saveMany(records, { by: "omar", at }));
}

const signIns = () => kept(desk, ({ signIns }) => signIns.of({ session }));
const sheets = () => kept(desk, ({ sheets }) => sheets.ofSession(session));
const signed = async () => (await signIns()).map(({ traineeId, day, half }) => `${traineeId} ${day} ${half}`);

describe("a sheet that came back signed", () => {
  it("is kept under a number with its digest, and proves whom it says were there", async () => {
    const answer = await attach();
    const digest = createHash("sha256").update(scan.bytes).digest("hex");
    expect(answer.outcome).toBe("done");
    expect(said(answer)).toContain("Feuille jointe sous la référence FE-0001 : 2 demi-journées, le 07/12/2026.");
    expect(said(answer)).toContain("Notées : 3 signatures de 2 stagiaires.");
    expect(said(answer)).toContain(`Empreinte SHA-256 du scan : ${digest}.`);
    expect(answer.reply.problems).toEqual([]);
    expect(answer.reply.data).toEqual({ session, sheet: "FE-0001", signatures: 3, unrecorded: 0, digest });
    expect(await sheets()).toEqual([
      {
        reference: "FE-0001",
        sessionReference: session,
        siret: "99900014400017",
        halfDays: [`${monday}/morning`, `${monday}/afternoon`],
        trainers: ["omar"],
        place: "Bordeaux",
        digest,
        fileName: "feuille-du-7.pdf",
        recordedBy: "coordinateur",
        recordedAt: "2026-12-09T08:00:00.000Z",
      },
    ]);
    expect(await signed()).toEqual([`T-0001 ${monday} morning`, `T-0002 ${monday} morning`, `T-0001 ${monday} afternoon`]);
    expect((await signIns()).map(({ method, proof, at }) => [method, proof, at])).toEqual(
      Array.from({ length: 3 }, () => ["sheet", "FE-0001", "2026-12-09T08:00:00.000Z"]),
    );
  });

  it("changes nothing of what is recorded", async () => {
    const before = await kept(desk, ({ attendance }) => attendance.of({ session }));
    await attach(`${wellFilled} signataires:T-0001`);
    expect(await kept(desk, ({ attendance }) => attendance.of({ session }))).toEqual(before);
  });

  it("covers the half-days that are said, in whichever order", async () => {
    const covered = async (options: string) => {
      await attach(`${options} formateurs:omar lieu:Bordeaux signataires:T-0001`, { file: { name: "a.pdf", bytes: aPdf(options) } });
      return (await sheets())[0]?.halfDays.map((key) => key.slice(8));
    };
    expect(await covered('du:"07/12/2026 matin"')).toEqual(["07/morning"]);
    expect(await covered('au:"07/12/2026 après-midi"')).toEqual(["07/afternoon"]);
    expect(await covered('du:"07/12/2026 après-midi" au:08/12/2026')).toEqual(["07/afternoon", "08/morning", "08/afternoon"]);
    expect(await covered('du:08/12/2026 au:"07/12/2026 après-midi"')).toEqual(["07/afternoon", "08/morning", "08/afternoon"]);
    expect(await covered("du:05/12/2026 au:07/12/2026")).toEqual(["07/morning", "07/afternoon"]);
  });

  it("leaves out those who did not sign, and says that they are not proven", async () => {
    const answer = await attach(`${wellFilled} sans-signature:t-0002`);
    expect(answer.outcome).toBe("done");
    expect(await signed()).toEqual([`T-0001 ${monday} morning`, `T-0001 ${monday} afternoon`]);
    expect(answer.reply.problems).toMatchObject([
      { code: "attendance.sheet-signature-missing", severity: "warning", params: { trainees: ["T-0002"], times: 1 } },
    ]);
  });

  it("may name who signed, recorded or not; what is still to record is said", async () => {
    const answer = await attach("du:08/12/2026 formateurs:omar lieu:Bordeaux signataires:T-0001,T-0002");
    expect(said(answer)).toContain("4 signatures sur une demi-journée dont la présence n'est pas encore saisie");
    expect(await signed()).toHaveLength(4);
  });

  it.each([
    ["a photograph", { name: "feuille.jpg", bytes: aJpeg() }],
    ["a picture", { name: "feuille.png", bytes: aPng() }],
  ])("may be %s", async (_, file) => {
    expect((await attach(wellFilled, { file })).outcome).toBe("done");
  });

  it("under a password is taken, and said", async () => {
    expect(said(await attach(wellFilled, { file: { name: "a.pdf", bytes: aPdf("/Encrypt 4 0 R") } }))).toContain("protégé");
  });

  it("is not attached twice for one half-day; for another one it may be", async () => {
    await attach('du:"07/12/2026 matin" formateurs:omar lieu:Bordeaux');
    const again = await attach();
    expect(refusedWith(again)).toEqual(["input.reference-taken"]);
    expect(said(again)).toContain("FE-0001");
    expect((await attach('du:"07/12/2026 après-midi" formateurs:omar lieu:Bordeaux')).outcome).toBe("done");
    expect((await sheets()).map(({ reference }) => reference)).toEqual(["FE-0002", "FE-0001"]);
  });

  it("is attached by a trainer of the session, and by no other", async () => {
    expect(refusedWith(await attach(wellFilled, { person: "lea" }))).toEqual(["access.not-own-session"]);
    expect(refusedWith(await attach(wellFilled, { person: "gestionnaire" }))).toEqual(["access.missing-permission"]);
    expect((await attach(wellFilled, { person: "omar" })).outcome).toBe("done");
  });

  it("leaves its number, its count and the start of its digest in the trail, never a name", async () => {
    await attach(`${wellFilled} sans-signature:T-0002`, { file: { name: "Durand-Camille.pdf", bytes: aPdf() } });
    const [entry] = await kept(desk, ({ audit }) => audit.search({ acts: ["assiduite.joindre"], limit: 1 }));
    expect(entry).toMatchObject({
      object: session,
      details: {
        sheet: "FE-0001",
        signatures: 2,
        digest: expect.stringMatching(/^[0-9a-f]{12}$/),
        findings: "attendance.sheet-signature-missing",
      },
    });
    expect(JSON.stringify(entry)).not.toMatch(/Durand|Camille/);
  });
});

describe("a sheet that proves nothing", () => {
  it.each<[string, string, readonly string[]]>([
    ["has no trainer", "du:07/12/2026 lieu:Bordeaux", ["attendance.sheet-trainer-missing"]],
    ["has no place", "du:07/12/2026 formateurs:omar", ["attendance.sheet-place-missing"]],
    ["has no date", "formateurs:omar lieu:Bordeaux", ["attendance.sheet-date-missing"]],
    ["has nothing", "", ["attendance.sheet-trainer-missing", "attendance.sheet-place-missing", "attendance.sheet-date-missing"]],
    ["has no signature", "du:08/12/2026 formateurs:omar lieu:Bordeaux", ["attendance.sheet-signature-missing"]],
    ["covers days without training", "du:12/12/2026 formateurs:omar lieu:Bordeaux", ["attendance.nothing-to-sign"]],
    ["names a trainee of another session", `${wellFilled} signataires:T-0003`, ["input.unknown-reference"]],
    ["leaves out a trainee of another session", `${wellFilled} sans-signature:T-9999`, ["input.unknown-reference"]],
    ["names a trainer who is nobody", 'du:07/12/2026 formateurs:"🙂" lieu:Bordeaux', ["input.unknown-reference"]],
    ["is dated by a day that is none", "du:31/02/2026 formateurs:omar lieu:Bordeaux", ["input.unknown-value"]],
  ])("%s: refused, and nothing is kept", async (_, options, expected) => {
    expect(refusedWith(await attach(options))).toEqual(expected);
    expect([await sheets(), await signIns()]).toEqual([[], []]);
  });

  it.each<[string, string, readonly (SheetContradiction["with"] | string)[]]>([
    [
      "a half-day that is not planned",
      'du:"07/12/2026 soir" formateurs:omar lieu:Bordeaux',
      ["attendance.sheet-signature-missing", "planning"],
    ],
    ["a trainer who does not teach it", "du:07/12/2026 formateurs:omar,lea lieu:Bordeaux", ["trainer"]],
    ["days still to come", "du:10/12/2026 formateurs:omar lieu:Bordeaux signataires:T-0001", ["today"]],
    ["somebody recorded as absent", `${wellFilled} signataires:T-0001,T-0002`, ["facts"]],
  ])("contradicts what is known: %s", async (_, options, expected) => {
    const answer = await attach(options);
    refusedWith(answer);
    const what = ({ code, params }: Problem) => (code === "attendance.sheet-contradiction" ? (params as SheetContradiction).with : code);
    expect(answer.reply.problems?.filter(({ severity }) => severity === "error").map(what)).toEqual(expected);
    expect([await sheets(), await signIns()]).toEqual([[], []]);
  });

  it("is taken when only its place is written otherwise, and that is said", async () => {
    const answer = await attach("du:07/12/2026 formateurs:omar lieu:Lyon");
    expect(answer.outcome).toBe("done");
    expect(answer.reply.problems).toMatchObject([
      { code: "attendance.sheet-contradiction", severity: "warning", params: { with: "place" } },
    ]);
  });

  it("is not a document", async () => {
    expect(refusedWith(await attach(wellFilled, { file: { name: "feuille.pdf", bytes: new Uint8Array([1, 2, 3]) } }))).toEqual([
      "input.not-a-file",
    ]);
    expect(refusedWith(await attach(wellFilled, { file: { name: "1 85 05 78 006 084 91.pdf", bytes: aPdf() } }))).toEqual([
      "id.nir-detected",
    ]);
  });
});

describe("the sheets of a session", () => {
  it("are listed with what each covers, and handed out again as they came", async () => {
    expect(said(await desk.type("omar", `/assiduite feuilles session:${session}`))).toBe(
      "Aucune feuille signée n'est jointe à cette session.",
    );
    await attach();
    const list = await desk.type("omar", `/assiduite feuilles session:${session}`);
    expect(list.reply.table?.rows.map((row) => row.map(({ fr }) => fr.replaceAll("\u00a0", " ")))).toEqual([
      ["FE-0001", "2 demi-journées, le 07/12/2026", "omar", "Bordeaux", "3", "09/12/2026 · coordinateur"],
    ]);
    const one = await desk.type("omar", "/assiduite feuilles feuille:fe-0001");
    expect(one.files.map(({ name, bytes }) => [name, Buffer.from(bytes).equals(Buffer.from(scan.bytes))])).toEqual([
      ["feuille-du-7.pdf", true],
    ]);
    expect(refusedWith(await desk.type("lea", "/assiduite feuilles feuille:FE-0001"))).toEqual(["access.not-own-session"]);
    expect(refusedWith(await desk.type("omar", "/assiduite feuilles"))).toEqual(["input.missing"]);
    expect(refusedWith(await desk.type("omar", "/assiduite feuilles feuille:FE-0009"))).toEqual(["input.unknown-reference"]);
  });

  it("are proposed as they are typed, until they are removed", async () => {
    await attach();
    const proposed = async () =>
      (await desk.database.suggest({ workspace: "test", scope: "all", kind: "sheet", typed: "fe" })).map(({ value, label }) => [
        value,
        label,
      ]);
    expect(await proposed()).toEqual([["FE-0001", "FE-0001 · SE-2026-014 · 09/12/2026"]]);
    await desk.type("omar", "/assiduite retirer-feuille feuille:FE-0001");
    expect(await proposed()).toEqual([]);
  });

  it("lose one that was attached by mistake, with its signatures and no other, and keep its trace", async () => {
    await attach('du:"07/12/2026 matin" formateurs:omar lieu:Bordeaux');
    await attach('du:"07/12/2026 après-midi" formateurs:omar lieu:Bordeaux');
    const removed = await desk.type("coordinateur", "/assiduite retirer-feuille feuille:FE-0001");
    expect(said(removed)).toContain("Retirées avec elle : 2 signatures.");
    expect(await signed()).toEqual([`T-0001 ${monday} afternoon`]);
    const list = await desk.type("omar", `/assiduite feuilles session:${session}`);
    expect(said(list)).toBe("FE-0001 : retirée le 09/12/2026 par coordinateur.");
    expect(list.reply.table?.rows).toHaveLength(1);
    for (const line of ["/assiduite retirer-feuille feuille:FE-0001", "/assiduite feuilles feuille:FE-0001"]) {
      expect(refusedWith(await desk.type("coordinateur", line))).toEqual(["input.unknown-reference"]);
    }
    expect((await kept(desk, ({ attendance }) => attendance.of({ session }))).length).toBe(4);
    expect((await attach('du:"07/12/2026 matin" formateurs:omar lieu:Bordeaux')).outcome).toBe("done");
    expect((await sheets())[0]?.reference).toBe("FE-0003");
  });

  it("lose one only once it is confirmed", async () => {
    await attach();
    const request = { workspace: "test", actor: { id: "omar", name: "omar" }, mayFound: false };
    const path = "assiduite retirer-feuille";
    const preview = await desk.dispatch({ ...request, deliveryId: "p", path, options: { feuille: "FE-0001" }, stage: { kind: "preview" } });
    expect(preview.reply.title?.fr).toMatch(/^Aperçu/);
    expect(await signed()).toHaveLength(3);
    const confirmed = await desk.dispatch({ ...request, deliveryId: "c", options: {}, stage: { kind: "confirm", of: "p" } });
    expect(confirmed.outcome).toBe("done");
    expect(await signed()).toEqual([]);
  });

  it("cannot be removed by a trainer of another session", async () => {
    await attach();
    expect(refusedWith(await desk.type("lea", "/assiduite retirer-feuille feuille:FE-0001"))).toEqual(["access.not-own-session"]);
    expect(await signed()).toHaveLength(3);
  });
});
