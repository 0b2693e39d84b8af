import { verifyTrail } from "@kairos/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Answer } from "../../packages/bot/src/dispatch.js";
import { remedyFor } from "../../packages/bot/src/remedies.js";
import { openFoundedDesk, sha256, type TestDesk } from "./desk.js";

let desk: TestDesk;
beforeEach(async () => {
  desk = await openFoundedDesk();
});
afterEach(async () => {
  expect(desk.failures).toEqual([]);
  await desk.close();
});

const create = "/devis creer dispositif:AIF session:SE-2026-014 stagiaire:T-0001";

describe("a quote", () => {
  it("made from a session and a trainee carries the session's title, dates, hours and price", async () => {
    const answer = await desk.type("gestionnaire", create);
    expect(quoteOf(answer)).toMatchObject({
      reference: "DEV-2026-0001",
      status: "draft",
      title: "Cariste CACES R489",
      startsOn: "2026-12-07",
      endsOn: "2026-12-18",
      totalCents: 119_000,
      funding: { franceTravailCents: 119_000, traineeCents: 0 },
      enteredBy: ["gestionnaire"],
    });
    expect(answer.reply.problems).toEqual([]);
  });

  it("with a fee among the pedagogical costs cannot be submitted until it stands apart", async () => {
    await desk.type("gestionnaire", create);
    await desk.type("gestionnaire", "/devis frais reference:DEV-2026-0001 libelle:Frais d'examen prix:120 €");
    const refused = await desk.type("gestionnaire", "/devis soumettre reference:DEV-2026-0001");
    expect(refused.outcome).toBe("refused");
    expect(codesOf(refused)).toContain("quote.ancillary-not-split");
    const mended = await desk.type("gestionnaire", "/devis frais reference:DEV-2026-0001 ligne:2 nature:annexe");
    expect(quoteOf(mended)).toMatchObject({ totalCents: 131_000, funding: { franceTravailCents: 119_000, traineeCents: 12_000 } });
    expect((await desk.type("gestionnaire", "/devis soumettre reference:DEV-2026-0001")).outcome).toBe("done");
  });

  it("is not submitted while the provider's certification has ended, and says what to complete", async () => {
    await desk.type("rgc", "/organisme completer qualiopi-fin:01/11/2026");
    const created = await desk.type("gestionnaire", create);
    expect(codesOf(created)).toEqual(["org.qualiopi-expired"]);
    expect((await desk.type("gestionnaire", "/devis soumettre reference:DEV-2026-0001")).outcome).toBe("refused");
    await desk.type("rgc", "/organisme completer qualiopi-fin:30/11/2026");
    expect((await desk.type("gestionnaire", "/devis soumettre reference:DEV-2026-0001")).outcome).toBe("done");
    expect(codesOf(await desk.type("assistant", "/devis verifier reference:DEV-2026-0001"))).toEqual(["org.qualiopi-ends-before-session"]);
  });

  it("is numbered without a gap, refused attempts included", async () => {
    await desk.type("gestionnaire", create);
    expect((await desk.type("gestionnaire", "/devis creer dispositif:AIF session:SE-INCONNUE stagiaire:T-0001")).outcome).toBe("invalid");
    expect((await desk.type("gestionnaire", "/devis depuis-modele modele:rien session:SE-2026-014 stagiaire:T-0001")).outcome).toBe(
      "invalid",
    );
    expect(quoteOf(await desk.type("gestionnaire", create)).reference).toBe("DEV-2026-0002");
  });

  it("of the same trainee over the same days is refused, and names the other", async () => {
    await desk.type("gestionnaire", create);
    const second = await desk.type("gestionnaire", create);
    expect(second.reply.problems).toContainEqual(
      expect.objectContaining({ code: "quote.session-overlap", params: expect.objectContaining({ reference: "DEV-2026-0001" }) }),
    );
  });

  it("opens a new version when it changes after the candidate's approval, and the old one stays readable", async () => {
    await desk.type("gestionnaire", create);
    await desk.type("gestionnaire", "/devis soumettre reference:DEV-2026-0001");
    await desk.type("valideur", "/devis approuver reference:DEV-2026-0001");
    const changed = await desk.type("gestionnaire", "/devis corriger reference:DEV-2026-0001 lieu:Arcachon");
    expect(quoteOf(changed)).toMatchObject({ version: 2, status: "draft", place: "Arcachon" });
    expect(quoteOf(changed)).not.toHaveProperty("approval");
    const first = await desk.type("assistant", "/devis pdf reference:DEV-2026-0001 version:1");
    expect(first.reply.documents?.[0]?.document).toMatchObject({ version: 1, isDraft: false, training: { place: "Bordeaux" } });
    const decided = await desk.type("valideur", "/devis decision reference:DEV-2026-0001 decision:accord");
    expect(codesOf(decided)).toEqual(["quote.transition-illegal"]);
  });

  it("is not approved by who entered it, even with the right to", async () => {
    await desk.type("rgc", "/acces accorder personne:gestionnaire profil:valideur motif:Remplacement");
    await desk.type("gestionnaire", create);
    await desk.type("gestionnaire", "/devis soumettre reference:DEV-2026-0001");
    expect(codesOf(await desk.type("gestionnaire", "/devis approuver reference:DEV-2026-0001"))).toEqual(["quote.same-person"]);
    // Waived by a provider of one person only: the others must be gone.
    const waive = () => desk.type("rgc", "/organisme regler parametre:separation-taches valeur:non");
    expect(codesOf(await waive())).toEqual(["access.waiver-not-alone"]);
    await desk.type("rgc", "/acces accorder personne:gestionnaire profil:rgc motif:Seule");
    for (const person of ["coordinateur", "valideur", "assistant"]) await desk.type("rgc", `/acces depart personne:${person}`);
    await desk.type("gestionnaire", "/acces depart personne:rgc");
    const waived = await desk.type("gestionnaire", "/organisme regler parametre:separation-taches valeur:non");
    expect(waived.reply.trace?.details).toEqual({ setting: "separation-taches", before: "required", after: "waived" });
    expect((await desk.type("gestionnaire", "/devis approuver reference:DEV-2026-0001")).outcome).toBe("done");
  });

  it("kept as a template gives a quote complete at first entry", async () => {
    await desk.type("gestionnaire", create);
    await desk.type("gestionnaire", "/devis frais reference:DEV-2026-0001 libelle:Frais d'examen prix:120 € nature:annexe");
    await desk.type("gestionnaire", "/devis modele nom:Cariste depuis:DEV-2026-0001");
    await desk.type("gestionnaire", "/stagiaire ajouter prenom:Lucien nom:Morel identifiant:1234567A");
    const answer = await desk.type("gestionnaire", "/devis depuis-modele modele:cariste session:SE-2026-014 stagiaire:T-0002");
    expect(answer.reply.problems).toEqual([]);
    expect((await desk.type("gestionnaire", "/devis soumettre reference:DEV-2026-0002")).outcome).toBe("done");
  });

  it("not approved within three days, then seven, is to be reminded", async () => {
    await desk.type("gestionnaire", create);
    await desk.type("gestionnaire", "/devis soumettre reference:DEV-2026-0001");
    desk.setClock("2026-11-18T08:00:00.000Z");
    expect(codesOf(await desk.type("assistant", "/devis verifier reference:DEV-2026-0001"))).toEqual([]);
    desk.setClock("2026-11-19T08:00:00.000Z");
    expect(codesOf(await desk.type("assistant", "/devis verifier reference:DEV-2026-0001"))).toEqual(["quote.candidate-reminder"]);
    desk.setClock("2026-11-23T08:00:00.000Z");
    const list = await desk.type("assistant", "/devis liste");
    expect(list.reply.lines?.[0]?.text.fr).toContain("À relancer : DEV-2026-0001");
  });

  it("says what was recorded, by the names of the options", async () => {
    await desk.type("gestionnaire", create);
    const first = async (line: string) => (await desk.type("gestionnaire", line)).reply.lines?.[1]?.text;
    const lines = [
      "/devis corriger reference:DEV-2026-0001 intitule:Cariste fin:17/12/2026 notes:À voir",
      "/devis corriger reference:DEV-2026-0001 reprendre-session:oui",
      "/devis corriger reference:DEV-2026-0001 reprendre-session:oui",
      "/devis annoncer reference:DEV-2026-0001 debut:07/12/2026 cout:1310 €",
      "/devis financer reference:DEV-2026-0001 financeur:Agefiph montant:300 €",
      "/devis financer reference:DEV-2026-0001 financeur:agefiph montant:200 €",
      "/devis financer reference:DEV-2026-0001 financeur:Agefiph montant:0",
      "/devis frais reference:DEV-2026-0001 libelle:Frais d'examen prix:120 € nature:annexe",
      "/devis frais reference:DEV-2026-0001 ligne:2 quantite:2 prix:60 € tva:20 %",
      "/devis frais reference:DEV-2026-0001 ligne:2 tva:EXONÉRÉ",
      "/devis frais reference:DEV-2026-0001 ligne:1 retirer:oui",
    ];
    const said: unknown[] = [];
    for (const line of lines) said.push(await first(line));
    expect(said.map((text) => (text as { fr: string }).fr.replace(/\u00a0/g, " "))).toEqual([
      "Corrigé : intitulé, dernier jour, notes.",
      "Corrigé : intitulé, dernier jour.",
      "Rien n'a changé : le devis le disait déjà.",
      "Noté : premier jour annoncé, coût total annoncé.",
      "Financeur ajouté : Agefiph, 300,00 €.",
      "Part du financeur corrigée : agefiph, 200,00 €.",
      "Financeur retiré : Agefiph.",
      "Ligne 2 ajoutée : « Frais d'examen », 120,00 €.",
      "Ligne 2 corrigée : nombre d'unités, prix unitaire hors taxe, taux de TVA.",
      "Ligne 2 corrigée : taux de TVA.",
      "Ligne 1 retirée : « Cariste CACES R489 ».",
    ]);
    expect(said.slice(0, 2)).toMatchObject([{ en: "Corrected: title, last day, notes." }, { en: "Corrected: title, last day." }]);
  });

  it("of POEI says what was recorded too", async () => {
    await desk.type("gestionnaire", create.replace("AIF", "POEI"));
    const line = "/devis poei reference:DEV-2026-0001 employeur:Logistique contrat:CDD mois:6 tuteur-employeur:non experience-tuteur:30";
    const answer = await desk.type("gestionnaire", line);
    expect(answer.reply.lines?.[1]?.text).toEqual({
      fr: "Noté : nom de l'employeur, contrat prévu à la fin, durée du contrat en mois, expérience du tuteur en mois, tuteur employeur.",
      en: "Recorded: name of the employer, planned contract, length of the contract in months, tutor's experience in months, employer as tutor.",
    });
  });

  it("overlapping another proposes to cancel itself, never the other", async () => {
    await desk.type("gestionnaire", create);
    const second = await desk.type("gestionnaire", create);
    const overlap = second.reply.problems?.find(({ code }) => code === "quote.session-overlap");
    expect(overlap && remedyFor(overlap, second.reply.trace?.object)).toBe("/devis annuler reference:DEV-2026-0002 motif:…");
  });

  it("is decided upon in words with accents or without", async () => {
    await desk.type("gestionnaire", create);
    await desk.type("gestionnaire", "/devis soumettre reference:DEV-2026-0001");
    await desk.type("valideur", "/devis approuver reference:DEV-2026-0001");
    expect((await desk.type("valideur", "/devis decision reference:DEV-2026-0001 decision:etude")).outcome).toBe("done");
    expect((await desk.type("valideur", "/devis decision reference:DEV-2026-0001 decision:refus")).outcome).toBe("done");
    expect((await desk.type("valideur", "/devis decision reference:DEV-2026-0001 decision:Clôture")).outcome).toBe("done");
  });

  it("tells in its history who did what, refusals included, and the trail holds", async () => {
    await desk.type("gestionnaire", create);
    await desk.type("assistant", "/devis soumettre reference:DEV-2026-0001");
    await desk.type("gestionnaire", "/devis soumettre reference:DEV-2026-0001");
    const history = await desk.type("valideur", "/devis historique reference:DEV-2026-0001");
    expect(history.reply.table?.rows.map((row) => row.map(({ fr }) => fr).slice(1))).toEqual([
      ["gestionnaire", "devis creer", "fait", ""],
      ["assistant", "devis soumettre", "refusé", "droit manquant"],
      ["gestionnaire", "devis soumettre", "fait", ""],
    ]);
    const entries = await desk.database.read("test", "all", async ({ audit }) => {
      const all = [];
      for await (const entry of audit.entries()) all.push(entry);
      return all;
    });
    expect(verifyTrail(entries, sha256)).toEqual([]);
    expect(entries.filter(({ outcome }) => outcome === "refused").map(({ actor, act, details }) => [actor, act, details.errors])).toEqual([
      ["assistant", "devis.soumettre", "access.missing-permission"],
    ]);
  });
});

function codesOf(answer: Answer): readonly string[] {
  return (answer.reply.problems ?? []).map(({ code }) => code);
}

function quoteOf(answer: Answer): Record<string, unknown> {
  return (answer.reply.data as { quote: Record<string, unknown> }).quote;
}
