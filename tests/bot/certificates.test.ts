import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readPdf } from "../pdf/reader.js";
import { type AttendedDesk, codes, namesOf, openAttendedDesk, said, shown } from "./attended-desk.js";

let on: AttendedDesk;
beforeEach(async () => {
  on = await openAttendedDesk();
});
afterEach(async () => {
  expect(on.desk.failures).toEqual([]);
  await on.desk.close();
});

const attestation = "/assiduite attestation session:SE-2026-014";

describe("/assiduite attestation: completion certificates", () => {
  const signed = `${attestation} signataire:Nadia Sellier`;

  it("prints the hours attended when all accounts agree", async () => {
    await on.enrol("T-0001");
    await on.attendAll(["T-0001"], { lateAtFirst: 30 });
    const answer = await on.type(`${signed} stagiaire:T-0001 heures:69h30 lieu:Pau`);
    expect([answer.outcome, codes(answer)]).toEqual(["done", []]);
    expect(namesOf(answer)).toEqual(["certificat-SE-2026-014-T-0001.pdf"]);
    for (const part of ["CERTIFICAT DE RÉALISATION Camille DURAND", "Durée suivie 69 h 30", "Fait à Pau, le 18/12/2026. Nadia Sellier"])
      expect(shown(answer)).toContain(part);
    expect(said(answer)).toContain("1 certificat prêt : 69 h 30.");
  });

  it("is blocked by other hours, with the difference, and prints nothing", async () => {
    await on.enrol("T-0001");
    await on.attendAll(["T-0001"], { lateAtFirst: 30 });
    const answer = await on.type(`${signed} stagiaire:T-0001 heures:70 h`);
    expect([answer.outcome, codes(answer), answer.files]).toEqual(["refused", ["certificate.hours-differ"], []]);
    expect(answer.reply.problems?.[0]?.params).toEqual({ by: "asked", minutes: 4200, attended: 4170 });
  });

  it.each([
    ["nobody signs", { closed: true, until: 20 }, attestation, ["certificate.unsigned"]],
    ["the month is open", { closed: false, until: 20 }, signed, ["certificate.hours-differ"]],
    ["a half-day has no fact", { closed: true, until: 19 }, signed, ["certificate.hours-differ"]],
    [
      "nothing was attended",
      { closed: false, until: 0 },
      signed,
      ["certificate.field-missing", "certificate.hours-differ", "certificate.hours-differ"],
    ],
  ])("is blocked when %s", async (_, { closed, until }, line, expected) => {
    await on.enrol("T-0001");
    await on.attendAll(["T-0001"], { closed, until });
    const answer = await on.type(line);
    expect([answer.outcome, codes(answer), answer.files]).toEqual(["refused", expected, []]);
  });

  it("of everybody: a file each for those that are sound, and why for the others", async () => {
    await on.addTrainees(3);
    await on.attendAll(["T-0001", "T-0002", "T-0003"], {});
    await on.seed(async (store, { schedule }) => {
      const [first] = schedule.halfDays;
      if (first !== undefined)
        await store.attendance.removeMany([{ ...first, sessionReference: "SE-2026-014", traineeId: "T-0002" }], {
          by: "lea",
          at: on.desk.now(),
        });
    });
    const answer = await on.type(signed);
    expect(answer.outcome).toBe("done");
    expect(namesOf(answer)).toEqual(["certificat-SE-2026-014-T-0001.pdf", "certificat-SE-2026-014-T-0003.pdf"]);
    expect(said(answer)).toContain("1 certificat bloqué : voir le tableau.");
    const rows = answer.reply.table?.rows.map((row) => row.map(({ fr }) => fr.replaceAll("\u00a0", " ")));
    expect(rows?.map(([who, hours, verdict]) => [who, hours, verdict])).toEqual([
      ["T-0001 · Camille DURAND", "70 h / 70 h", "prêt"],
      ["T-0002 · Anne MARTIN", "66 h 30 / 70 h", "bloqué"],
      ["T-0003 · Anne MARTIN", "70 h / 70 h", "prêt"],
    ]);
    expect(rows?.[1]?.[3]).toContain("1 demi-journée passée n'a aucune saisie (3 h 30)");
  });

  it("of more than a message holds: one file, a page each", async () => {
    const ids = await on.addTrainees(11);
    await on.attendAll(ids, {});
    const answer = await on.type(signed);
    expect(namesOf(answer)).toEqual(["certificats-SE-2026-014.pdf"]);
    expect(readPdf(answer.files[0]?.bytes ?? new Uint8Array()).pages).toHaveLength(11);
  });

  it("says once what blocks them all", async () => {
    await on.attendAll(await on.addTrainees(3), {});
    const answer = await on.type(attestation);
    expect([answer.outcome, codes(answer)]).toEqual(["refused", ["certificate.unsigned"]]);
    expect(answer.reply.table?.rows.map((row) => row[3]?.fr)).toEqual(["", "", ""]);
  });

  it("warns before the end, of who is still there", async () => {
    await on.enrol("T-0001");
    await on.attendAll(["T-0001"], { until: 18 });
    on.desk.setClock("2026-12-17T18:00:00.000Z");
    const answer = await on.type(signed);
    expect([answer.outcome, codes(answer), namesOf(answer).length]).toEqual(["done", ["certificate.before-end"], 1]);
  });

  it("leaves no name in the trail", async () => {
    await on.enrol("T-0001");
    await on.attendAll(["T-0001"], {});
    await on.type(`${signed} stagiaire:T-0001`);
    const entries = await on.desk.database.read("test", "all", (store) => store.audit.search({ limit: 5 }));
    expect(JSON.stringify(entries)).toContain('"act":"assiduite.attestation","object":"SE-2026-014"');
    expect(entries[0]?.details).toEqual({ kind: "completion", sound: 1, blocked: 0, trainee: "T-0001" });
    expect(JSON.stringify(entries)).not.toMatch(/Camille|Durand|Sellier/i);
  });
});

describe("/assiduite attestation: what the portal is told", () => {
  it("before the training, field by field, and that nothing is sent", async () => {
    await on.enrol("T-0001");
    const answer = await on.type(`${attestation} stagiaire:T-0001 type:inscription`);
    const fields = (answer.reply.fields ?? []).map(({ name, value }) => `${name.fr} : ${value.fr.replaceAll("\u00a0", " ")}`);
    expect(fields).toContain("Identifiant France Travail : 10203040506");
    expect(fields).toContain("Numéro Carif-Oref : 75_SE00148712");
    expect(fields).toContain("Premier jour prévu : 07/12/2026");
    expect(fields).toContain("Durée prévue : 70 h");
    expect(said(answer)).toContain("Rien ne manque");
    expect(said(answer)).toContain("Kairos n'envoie rien");
    expect(answer.files).toEqual([]);
  });

  it("says what is missing and where it is given", async () => {
    await on.done("/stagiaire ajouter prenom:Anne nom:Martin", "gestionnaire");
    await on.enrol("T-0002");
    const answer = await on.type(`${attestation} stagiaire:T-0002 type:entree`);
    expect(said(answer)).toContain("T-0002 · Anne MARTIN, il manque : Identifiant France Travail, Entrée effective.");
    expect(answer.reply.next?.map(({ command }) => command)).toContain("/stagiaire corriger reference:T-0002 identifiant:…");
  });

  it("once people have come: each one's entry, and by when it is declared", async () => {
    await on.addTrainees(2);
    await on.attendAll(["T-0001", "T-0002"], { until: 2 });
    on.desk.setClock("2026-12-08T08:00:00.000Z");
    const answer = await on.type(`${attestation} type:entrée`);
    expect(said(answer)).toContain("au plus tard le 10/12/2026 (T-0001 · Camille DURAND).");
    expect(answer.reply.fields?.map(({ name }) => name.fr)).toContain("Entrée effective");
    expect(answer.reply.table?.rows.map(([id]) => id?.fr)).toEqual(["T-0001", "T-0002"]);
    on.desk.setClock("2026-12-11T08:00:00.000Z");
    expect(said(await on.type(`${attestation} type:entrée`))).toContain("c'est passé, faites-le aujourd'hui");
  });
});

describe("/assiduite attestation", () => {
  it("is not for whoever only teaches, nor of somebody who is not enrolled", async () => {
    expect((await on.type(attestation, "omar-diallo")).outcome).toBe("denied");
    expect(said(await on.type(attestation))).toContain("Personne n'est inscrit à cette session");
    expect(codes(await on.type(`${attestation} stagiaire:T-0001`))).toEqual(["attendance.not-expected"]);
    await on.enrol("T-0001");
    expect(codes(await on.type(`${attestation} stagiaire:T-0001 heures:soixante`))).toEqual(["input.not-a-duration"]);
    expect(codes(await on.type(`${attestation} type:bilan`))).toEqual(["input.unknown-value"]);
    expect(codes(await on.type("/assiduite attestation session:SE-9"))).toEqual(["input.unknown-reference"]);
  });
});
