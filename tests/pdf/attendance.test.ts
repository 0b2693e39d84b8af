import { renderPdf } from "@kairos/pdf";
import { describe, expect, it } from "vitest";
import { aProvider, aSession } from "../examples/index.js";
import { aCertificate, aDay, aMonth, aSheet, aStatement, certificates, someOfEverything } from "./attendance-samples.js";
import { readPdf } from "./reader.js";
import { options, pagesOf, read } from "./shown.js";

const trainee = { by: "trainee", month: "2026-12", traineeId: "T-0002" } as const;

describe("what a sheet says", () => {
  it("to be signed in a day: who trains, what, when, where, with whom, paid by what", async () => {
    inOrder(read(await pagesOf(aSheet(2, aDay))), [
      "Atelier des Rives Formation",
      "SIRET 999 000 144 00017",
      "Déclaration d’activité enregistrée sous le numéro 75331234533 auprès du préfet de région de Nouvelle-Aquitaine. Cet enregistrement ne vaut pas agrément de l’État.",
      "FEUILLE D’ÉMARGEMENT Cariste CACES R489 catégories 1, 3 et 5",
      "Jour lundi 07/12/2026 Horaires 09:00–12:30 · 13:30–17:00 Dispositif AIF Session SE-2026-014 · 75_SE00148712 Formateur Omar Diallo",
      "Lieu 12 rue des Chantiers, 33300 Bordeaux · en centre, salle 2",
      "Stagiaire Matin · 09:00–12:30 Après-midi · 13:30–17:00",
      "Camille MARTIN-1 Omar MARTIN-2 Formateur : Omar Diallo",
      "Chacun signe dans la case",
    ]);
  });

  it("leaves room to write what is not known, and names nobody who is not expected", async () => {
    const bare = aSession({ place: undefined });
    const text = read(
      await pagesOf(aSheet(0, aDay, { session: bare, funding: undefined, provider: aProvider({ activityNumber: undefined }) })),
    );
    inOrder(text, ["Formateur ………", "Lieu ………", "Aucun stagiaire attendu", "Formateur : ………"]);
    expect(text).not.toMatch(/Dispositif|Déclaration d’activité|undefined/);
  });

  it("filled in: what became of each half-day, how it was signed, and why of no absence", async () => {
    const text = read(await pagesOf(aSheet(11, aDay, { told: someOfEverything(11) })));
    inOrder(text, [
      "Camille MARTIN-1 présent non signé présent signé par code le 07/12/2026 à 09:02",
      "Inès MARTIN-11 présent feuille FE-0001",
      "Omar MARTIN-2 12 min de retard",
      "Léa MARTIN-3 parti 1 h 30 avant la fin",
      "Jean-Baptiste MARTIN-4 absence justifiée",
      "Camille MARTIN-7 5 min de retard, parti 20 min avant la fin",
      "Formateur : Omar Diallo feuille FE-0001 feuille FE-0001",
    ]);
    expect(text).not.toMatch(/santé|JUS-12/);
  });

  it("of a month has a table a week, and explains its signs", async () => {
    const text = read(await pagesOf(aSheet(2, aMonth, { told: someOfEverything(2) })));
    inOrder(text, [
      "Mois Décembre 2026 Jours du 07/12/2026 au 18/12/2026",
      "✓ : présent ; R : en retard ; P : parti avant la fin",
      "? : non renseigné ; un nombre : minutes de retard",
      "Semaine du 07/12/2026 Stagiaire lun. 07/12 matin 09:00–12:30 lun. 07/12 après-midi 13:30–17:00",
      "Camille MARTIN-1 ✓ non signé ✓ code 09:02 R 12",
      "Formateur : Omar Diallo FE-0001 FE-0001",
      "Semaine du 14/12/2026",
    ]);
  });

  it("of a trainee has each half-day on a line, with its hours and how long it lasts", async () => {
    inOrder(read(await pagesOf(aSheet(3, trainee))), [
      "Stagiaire Omar MARTIN-2 Mois Décembre 2026",
      "Jour Demi-journée Horaires Durée Stagiaire Formateur",
      "lun. 07/12/2026 matin 09:00–12:30 3 h 30",
      "ven. 18/12/2026 après-midi 13:30–17:00 3 h 30",
      "Durée prévue 70 h",
    ]);
  });

  it("says where each half-day is when they are not all in one place", async () => {
    const { halfDays, ...base } = aSheet(1, aDay);
    const sheet = { ...base, halfDays: halfDays.map((one, index) => (index === 1 ? { ...one, at: "distance" as const } : one)) };
    const text = read(await pagesOf(sheet));
    inOrder(text, [
      "Lieu 12 rue des Chantiers, 33300 Bordeaux Stagiaire",
      "Matin · 09:00–12:30 en centre, salle 2 Après-midi · 13:30–17:00 à distance",
    ]);
  });
});

describe("what a monthly statement says", () => {
  it("what became of the hours of each, and together", async () => {
    inOrder(read(await pagesOf(aStatement(3))), [
      "ÉTAT MENSUEL D’ASSIDUITÉ Cariste CACES R489",
      "Session SE-2026-014 · 75_SE00148712 Dates de la session du 07/12/2026 au 18/12/2026 Mois Décembre 2026 · clôturé Établi le 04/01/2027",
      "Stagiaire Prévu Suivi Retards et départs Absence justifiée Absence annoncée Absence injustifiée Arrêt ou abandon Non renseigné Assiduité",
      "Camille MARTIN-1 70 h 23 h 46 4 h 14 7 h 7 h 7 h 14 h 7 h 33,9 %",
      "Ensemble (3) 210 h 71 h 42",
      "Clôture État mensuel de décembre 2026, session SE-2026-014.",
      "Clôturé le 04/01/2027 à 10:12 par Nadia Sellier. Empreinte de l’état clôturé : 3f9ac41be07d",
    ]);
  });

  it("that nobody closed it yet, and never rounds to all or nothing", async () => {
    const base = aStatement(1, false);
    const text = read(
      await pagesOf({
        ...base,
        rows: base.rows.map((row) => ({ ...row, planned: 60_000, minutes: { ...row.minutes, attended: 59_999 } })),
      }),
    );
    inOrder(text, ["Décembre 2026 · ouvert", "99,9 %", "Ce mois n’est pas clôturé"]);
    expect(text).not.toContain("Empreinte");
  });
});

describe("what a certificate says", () => {
  it("who was trained by whom in what, when, how long, and who signs where", async () => {
    inOrder(read(await pagesOf(certificates(aCertificate()))), [
      "Atelier des Rives Formation 12 rue des Chantiers, 33300 Bordeaux · SIRET 999 000 144 00017",
      "Déclaration d’activité enregistrée sous le numéro 75331234533",
      "CERTIFICAT DE RÉALISATION Camille DURAND",
      "Nadia Sellier, pour l’organisme de formation Atelier des Rives Formation, atteste",
      "Nom du stagiaire Camille DURAND Entreprise Logistique du Lez",
      "Cariste CACES R489 catégories 1, 3 et 5 Nature de l’action Action de formation Session SE-2026-014 Dates du 07/12/2026 au 18/12/2026 Durée suivie 69 h 45",
      "Fait à Bordeaux, le 18/12/2026. Nadia Sellier Signature, et cachet de l’organisme de formation",
    ]);
  });

  it("nothing of an employer there is not", async () => {
    const { trainee } = aCertificate();
    expect(read(await pagesOf(certificates(aCertificate({ trainee: { ...trainee, employer: undefined } }))))).not.toContain("Entreprise");
  });
});

describe("the file", () => {
  it("is titled, and tagged as a table with as many cells as the paper shows", async () => {
    const { roles, metadata } = readPdf(await renderPdf(aSheet(11, aDay), options));
    expect([roles.get("H1"), roles.get("Table"), roles.get("TR"), roles.get("TD")]).toEqual([1, 1, 13, 36]);
    expect(metadata).toContain("Feuille d'émargement SE-2026-014 – Cariste");
  });

  it("carries the head of the trail as other documents do", async () => {
    for (const document of [aSheet(1, aMonth), aStatement(1), certificates(aCertificate())])
      expect(read(await pagesOf(document), true)).toContain(`journal ${options.auditHead.slice(0, 12)}`);
  });
});

function inOrder(text: string, parts: readonly string[]): void {
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    expect(at, `« ${part} » in « ${text.slice(from, from + 600)} »`).toBeGreaterThanOrEqual(0);
    from = at + part.length;
  }
}
