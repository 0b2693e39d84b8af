import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseLine } from "../../packages/bot/src/fronts/shared/line/parse-line.js";
import { type AttendedDesk, codes, openAttendedDesk, said } from "./attended-desk.js";

const session = "session:SE-2026-014";
let attended: AttendedDesk;
beforeEach(async () => {
  attended = await openAttendedDesk();
  await attended.done("/stagiaire ajouter prenom:Camille nom:Durand identifiant:10203040507", "gestionnaire");
  await attended.done("/stagiaire ajouter prenom:Noé nom:Lefèbre identifiant:10203040508", "gestionnaire");
  await attended.enrol("T-0001", "T-0002");
  attended.desk.setClock("2026-12-08T10:00:00.000Z");
});
afterEach(async () => {
  expect(attended.desk.failures).toEqual([]);
  await attended.desk.close();
});

const type = (line: string) => attended.type(`/assiduite ${line}`);
const steps = async (line: string) => ((await type(line)).reply.next ?? []).map(({ command }) => command);

describe("what a message proposes", () => {
  it("is only a half-day that has begun, and runs as it is written", async () => {
    expect(await steps(`saisir ${session} jour:09/12/2026 matin`)).toEqual([]);
    const [only, ...others] = await steps(`saisir ${session} jour:08/12/2026`);
    expect(others).toEqual([]);
    const parsed = parseLine(only ?? "", attended.desk.commands);
    expect(parsed.ok && (await attended.type(only ?? "")).outcome).toBe("done");
  });

  it("where there is no schedule, is to make one", async () => {
    await attended.done(
      "/session creer reference:SE-2026-099 intitule:Autre groupe debut:07/12/2026 fin:18/12/2026 heures-centre:70 h lieu:Bordeaux prix:1190 formacode:31768 formacode-version:V14",
    );
    expect(await steps("saisir session:SE-2026-099 jour:07/12/2026 matin")).toEqual([
      "/session planning reference:SE-2026-099 semaine:lun-ven 9h-12h30 13h30-17h",
    ]);
    expect(said(await type("rapprocher session:SE-2026-099"))).toContain("Rien à comparer");
  });

  it("names the option that is wrong as it was typed", async () => {
    expect((await type("saisir session:SE-0 jour:07/12/2026 matin")).reply.problems?.[0]?.path).toEqual(["session"]);
  });
});

describe("a correction", () => {
  const fact = `corriger ${session} stagiaire:T-0001 jour:07/12/2026 matin raison:Relu`;

  it("erases with the one word « aucun »", async () => {
    await type(`saisir ${session} jour:07/12/2026 matin`);
    expect(said(await type(`${fact} statut:aucun`))).toContain("après : rien");
  });

  it("is told how minutes are written, and repeats what was typed", async () => {
    const { reply } = await type(`${fact} statut:en retard minutes:0`);
    expect(reply.problems).toMatchObject([{ code: "input.unknown-value", path: ["minutes"], params: { value: "0" } }]);
  });

  it("tells homonyms from unknown people", async () => {
    const { reply } = await type(`corriger ${session} stagiaire:Durand jour:07/12/2026 matin statut:présent raison:Relu`);
    expect(reply.problems).toMatchObject([{ code: "input.unknown-value", path: ["stagiaire"] }]);
  });

  it("does not guess a half-day once the schedule has lost another one that has a fact", async () => {
    for (const half of ["matin", "après-midi"]) await type(`saisir ${session} jour:07/12/2026 ${half}`);
    await attended.done("/session planning reference:SE-2026-014 semaine:lun-ven 9h-12h30 remplacer:oui");
    const erase = `corriger ${session} stagiaire:T-0001 jour:07/12/2026 statut:aucun raison:Relu`;
    expect(codes(await type(erase))).toEqual(["attendance.half-day-to-choose"]);
    expect((await type(`${erase} demi-journee:après-midi`)).outcome).toBe("done");
  });
});

describe("a trainee who is not of the session", () => {
  it.each(["attestation", "feuille"])("is said not to be enrolled, not to be unknown: %s", async (verb) => {
    const { reply } = await type(`${verb} ${session} stagiaire:T-0003`);
    expect(reply.problems).toMatchObject([{ code: "attendance.not-expected", params: { trainee: "T-0003", why: "not-enrolled" } }]);
  });
});

describe("a movement", () => {
  it("is declared by the trainee's name too, and an unknown one is said to be", async () => {
    await attended.enrol("T-0003");
    await type(`saisir ${session} jour:07/12/2026 matin`);
    const declared = await type(`declarer ${session} stagiaire:Lefebre mouvement:entrée`);
    expect(declared.reply.data).toMatchObject({ trainee: "T-0003" });
    expect(codes(await type(`declarer ${session} stagiaire:T-0999 mouvement:entrée`))).toEqual(["input.unknown-reference"]);
  });
});

describe("what is kept for ever", () => {
  it("does not hold why somebody is ill, even when a month is reopened", async () => {
    const { outcome, reply } = await type(`rouvrir ${session} mois:12/2026 raison:Mme Durand a une grippe`);
    expect([outcome, reply.problems?.map(({ code }) => code)]).toEqual(["refused", ["attendance.health-detail"]]);
  });
});

describe("nobody but", () => {
  it("« personne » is nobody", async () => {
    expect((await type(`saisir ${session} jour:07/12/2026 matin sauf:Personne`)).reply.data).toMatchObject({ recorded: 2 });
  });
});

describe("who has withdrawn", () => {
  it("leaves no stray fact on the map for the half-day that says so", async () => {
    await type(`saisir ${session} jour:07/12/2026 matin sauf:T-0002 abandon`);
    await attended.done(`/assiduite inscrire ${session} stagiaire:T-0002 abandon:07/12/2026 demi-journee:matin`);
    expect((await type(`carte ${session}`)).reply.data).toMatchObject({ strays: 0 });
  });
});

describe("a scan that is there already", () => {
  it("is removed by the command that the refusal proposes, then attached otherwise", async () => {
    await type(`saisir ${session} jour:07/12/2026 matin`);
    const files = { fichier: { name: "feuille.pdf", bytes: new TextEncoder().encode("%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF") } };
    const attach = `/assiduite joindre ${session} fichier:feuille.pdf du:07/12/2026 matin formateurs:Omar Diallo lieu:Bordeaux`;
    const send = (line: string) => attended.desk.type("coordinateur", line, files);
    expect((await send(attach)).outcome).toBe("done");
    const again = await send(`${attach} signataires:T-0001`);
    expect(again.reply.next?.map(({ command }) => command)).toEqual(["/assiduite retirer-feuille feuille:FE-0001"]);
    await attended.done("/assiduite retirer-feuille feuille:FE-0001");
    expect((await send(`${attach} signataires:T-0001`)).reply.data).toMatchObject({ signatures: 1 });
  });
});
