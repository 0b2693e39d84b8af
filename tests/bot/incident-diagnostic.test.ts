import { type Incident, incidentSchema } from "@kairos/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "../../packages/bot/src/dispatch.js";
import { controlsOf } from "../../packages/bot/src/fronts/discord/controls.js";
import { moveOf } from "../../packages/bot/src/fronts/shared/moves.js";
import type { NextStep } from "../../packages/bot/src/reply.js";
import { openFoundedDesk, type TestDesk } from "./desk.js";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openFoundedDesk();
  const type = async (person: string, line: string) => {
    const answer = await desk.type(person, line);
    if (answer.outcome !== "done") throw new Error(`${line}: ${JSON.stringify(answer.reply.problems)}`);
  };
  await type("coordinateur", "/session planning reference:SE-2026-014 semaine:lun-ven 9h-12h30 13h30-17h");
  await type("gestionnaire", "/devis creer dispositif:AIF session:SE-2026-014 stagiaire:T-0001");
});
afterAll(() => desk.close());

const diagnose = (person: string, rest: string) => desk.type(person, `/incident diagnostic ${rest}`);
const lines = ({ reply }: Answer, language: "fr" | "en" = "fr") => (reply.lines ?? []).map(({ text }) => text[language]);
const steps = ({ reply }: Answer): readonly NextStep[] => reply.next ?? [];
const commandsOf = (answer: Answer) => steps(answer).map(({ command }) => command);

/** Presses the button that says so. */
async function press(person: string, answer: Answer, label: string): Promise<Answer> {
  const found = steps(answer).find(({ button }) => button?.fr === label);
  if (found?.command === undefined) throw new Error(`no button ${label} among ${steps(answer).map(({ button }) => button?.fr)}`);
  return desk.type(person, found.command);
}

async function walk(person: string, start: string, ...labels: readonly string[]): Promise<Answer> {
  let answer = await diagnose(person, start);
  for (const label of labels) answer = await press(person, answer, label);
  return answer;
}

describe("/incident diagnostic", () => {
  it("offers every symptom when nothing is said, and when a message looks like nothing known", async () => {
    const blank = await diagnose("assistant", "");
    expect(steps(blank)).toHaveLength(10);
    expect(lines(blank)).toEqual([]);
    const lost = await diagnose("assistant", "message:Bonjour, merci de votre aide");
    expect(steps(lost)).toHaveLength(10);
    expect(lines(lost)).toEqual(["Ce message ne ressemble à rien de connu : choisissez ce qui s'en approche."]);
    const buttons = controlsOf(blank, "fr", desk.commands).flatMap(({ components }) => components);
    expect(buttons.map((one) => "label" in one && one.label)).toHaveLength(10);
  });

  it("comes to a refused sign-in in three presses, and says why, what to try, who can help and what to attach", async () => {
    const answer = await walk("assistant", "symptome:connexion refusée", "identifiant ou mot de passe incorrect", "oui", "c'est pareil");
    expect(answer.reply.data).toMatchObject({ cause: "login-other", contact: "account-mailbox" });
    expect(lines(answer)).toMatchInlineSnapshot(`
      [
        "Cause probable : le compte lui-même est à vérifier.",
        "Pourquoi : l'identifiant est recopié de la lettre et Chrome, en navigation privée, fait pareil : il reste le mot de passe, ou le compte.",
        "1. N'essayez plus de vous connecter : des refus répétés peuvent bloquer un compte.",
        "2. Demandez au RGC si le compte et son habilitation sont toujours actifs.",
        "Qui peut aider : l'adresse dédiée aux comptes.",
        "Son adresse n'est pas enregistrée : demandez-la au RGC (rgc).",
        "À joindre : votre SIRET et votre identifiant du portail, une capture d'écran sans candidat visible, le message affiché, tel quel, l'heure exacte, le navigateur et sa version.",
      ]
    `);
    expect(commandsOf(answer)).toEqual(["/incident ouvrir symptome:connexion refusée cause:login-other …"]);
  });

  it("does not ask again what the pasted message says", async () => {
    const answer = await diagnose("assistant", 'message:"Identifiant ou mot de passe incorrect."');
    expect(lines(answer)).toEqual(["Avez-vous recopié l'identifiant de la lettre de France Travail, majuscules déverrouillées ?"]);
    expect(commandsOf(answer)[0]).toBe(
      "/incident diagnostic symptome:connexion refusée page:identifiant ou mot de passe incorrect lettre:oui",
    );
  });

  it("says which right is missing, which profile gives it, who can give it and how", async () => {
    const answer = await walk("assistant", "message:Erreur 403 : accès refusé", "saisir un devis");
    expect(answer.reply.data).toMatchObject({ cause: "forbidden-right", contact: "account-manager" });
    expect(lines(answer)).toContain("Habilitations du bureau : il vous manque « saisir un devis » : aucun de vos profils ne le donne ici.");
    expect(lines(answer)).toContain(
      "Le profil le plus étroit qui le donne : gestionnaire de devis. Qui peut l'accorder : rgc, par /acces accorder personne:assistant profil:quote-clerk motif:…",
    );
    expect(lines(answer)).toContain("Qui peut aider : le RGC de l'établissement (rgc).");
    expect(commandsOf(answer)).toEqual(["/incident ouvrir symptome:erreur 403, accès refusé cause:forbidden-right …"]);
    expect(lines(answer, "en")).toContain("Who can help: the establishment's account manager (RGC) (rgc).");
  });

  it("says that the desk knows the right, when it is the portal that lacks it", async () => {
    const answer = await walk("gestionnaire", "symptome:forbidden tache:saisir un devis");
    expect(answer.reply.data).toMatchObject({ cause: "forbidden-portal" });
    expect(lines(answer)).toContain("Habilitations du bureau : vous avez « saisir un devis » (H-0003, gestionnaire de devis).");
  });

  it("tells the account manager that it is up to them", async () => {
    const answer = await walk("rgc", "symptome:forbidden tache:saisir un devis");
    expect(lines(answer)).toContain("Qui peut aider : vous gérez vous-même les habilitations.");
    expect(commandsOf(answer)[0]).toBe("/acces accorder personne:rgc profil:quote-clerk motif:…");
    expect(commandsOf(answer)[1]).toBe("/acces expliquer personne:rgc droit:saisir un devis");
  });

  it("reads in the session's own data whom to ask", async () => {
    const ask = await diagnose("coordinateur", "symptome:session introuvable dans le portail");
    expect(steps(ask).map(({ button }) => button?.fr)).toEqual(["SE-2026-014 · Cariste CACES R489", "aucune de celles-ci"]);
    const untracked = await press("coordinateur", ask, "SE-2026-014 · Cariste CACES R489");
    expect(lines(untracked)).toEqual(["Dans la base régionale (Carif-Oref), la session est-elle marquée comme transmise ?"]);
    expect((await press("coordinateur", untracked, "oui, depuis plus de deux semaines")).reply.data).toMatchObject({
      cause: "session-late",
      contact: "agency",
    });
    expect((await press("coordinateur", untracked, "non")).reply.data).toMatchObject({ cause: "session-unsent", contact: "regional-base" });
    const passed = await press("coordinateur", ask, "aucune de celles-ci");
    expect((await press("coordinateur", passed, "je ne sais pas")).reply.data).toMatchObject({ cause: "session-unknown" });
    await desk.type("coordinateur", "/session visibilite reference:SE-2026-014 etape:prête");
    await desk.type("coordinateur", "/session visibilite reference:SE-2026-014 etape:transmise le:16/11/2026");
    const soon = await diagnose("coordinateur", "symptome:session-invisible session:SE-2026-014");
    expect(soon.reply.data).toMatchObject({ cause: "session-too-soon" });
    expect(lines(soon)).toContain("Référencement de la session : envoyée le 16/11/2026, attendue entre le 20/11/2026 et le 24/11/2026.");
    expect(commandsOf(soon)[0]).toBe("/session visibilite reference:SE-2026-014");
    desk.setClock("2026-11-25T08:00:00.000Z");
    expect((await diagnose("coordinateur", "symptome:session-invisible session:SE-2026-014")).reply.data).toMatchObject({
      cause: "session-late",
      contact: "agency",
    });
    desk.setClock("2026-11-16T08:00:00.000Z");
  });

  it("reads where the quote stands, and finds it in the message", async () => {
    const answer = await diagnose("gestionnaire", "message:Le devis DEV-2026-0001 n'avance plus");
    expect(answer.reply.data).toMatchObject({ symptom: "quote-stuck", cause: "quote-status" });
    expect(lines(answer)).toContain("Pourquoi : dans le bureau, il est « brouillon ».");
    expect(commandsOf(answer)).toEqual([
      "/devis voir reference:DEV-2026-0001",
      "/incident ouvrir symptome:devis qui n'avance plus cause:quote-status devis:DEV-2026-0001 …",
    ]);
    const elsewhere = await diagnose("gestionnaire", "message:Le devis DEV-2026-9999 n'avance plus");
    expect(lines(elsewhere)).toEqual(["Le candidat a-t-il validé le devis dans son espace France Travail ?"]);
  });

  it("looks at the right, the certification and the portal before a quote that cannot be entered", async () => {
    expect((await diagnose("assistant", "symptome:quote-impossible")).reply.data).toMatchObject({ cause: "quote-right" });
    const asked = await diagnose("gestionnaire", "message:Impossible de saisir un devis AIF");
    const hidden = await press("gestionnaire", asked, "non");
    expect(hidden.reply.data).toMatchObject({ cause: "quote-uncertified", contact: "agency" });
    expect(lines(hidden)).toContain("Fiche de l'organisme : Qualiopi valable jusqu'au 31/05/2028.");
  });

  it("reads which months are still to be closed", async () => {
    desk.setClock("2026-12-09T08:00:00.000Z");
    const answer = await walk("coordinateur", "symptome:attendance-undeclarable", "SE-2026-014 · Cariste CACES R489");
    expect(answer.reply.data).toMatchObject({ cause: "attendance-month" });
    expect(lines(answer)).toContain("Assiduité du bureau : à clôturer, décembre 2026.");
    expect(commandsOf(answer)[0]).toBe("/assiduite mois session:SE-2026-014");
    desk.setClock("2026-11-16T08:00:00.000Z");
  });

  it("counts the days since the person worked, whatever they do about incidents", async () => {
    const blocked = () => diagnose("gestionnaire", "symptome:compte bloqué ou inactif");
    expect((await blocked()).reply.data).toMatchObject({ cause: "account-locked", contact: "account-mailbox" });
    desk.setClock("2027-02-13T08:00:00.000Z");
    expect((await blocked()).reply.data).toMatchObject({ cause: "account-locked" });
    desk.setClock("2027-02-14T08:00:00.000Z");
    const dormant = await blocked();
    expect(dormant.reply.data).toMatchObject({ cause: "account-dormant" });
    expect(lines(dormant).join(" ")).toContain("depuis 90 jours");
    expect((await blocked()).reply.data).toMatchObject({ cause: "account-dormant" });
    desk.setClock("2026-11-16T08:00:00.000Z");
  });

  it("takes a suspicious link to the check", async () => {
    const answer = await diagnose("assistant", "message:J'ai reçu un mail bizarre");
    expect(commandsOf(answer)[0]).toBe("/acces lien lien:…");
  });

  it("tells what others see now, and what solved it before", async () => {
    const seen = (reference: string, more: Partial<Incident>): Incident =>
      incidentSchema.parse({
        reference,
        siret: "99900014400017",
        symptom: "blank-page",
        reporter: "coordinateur",
        reportedAt: "2026-11-16T07:30:00.000Z",
        timeZone: "Europe/Paris",
        ...more,
      });
    await desk.database.deliver({ workspace: "test", id: "seed", at: desk.now(), actor: "seed", path: "seed" }, async (unit) => {
      const { incidents } = unit.store("all");
      await incidents.save(seen("INC-2026-0001", {}));
      await incidents.save(seen("INC-2026-0002", { reporter: "gestionnaire", reportedAt: "2026-11-16T07:45:00.000Z" }));
      await incidents.save(
        seen("INC-2026-0003", { status: "solved", solution: "Chrome mis à jour.", reportedAt: "2026-10-01T07:45:00.000Z" }),
      );
      return { outcome: "done" };
    });
    const answer = await walk("assistant", "symptome:page blanche chrome:c'est pareil");
    expect(lines(answer).slice(0, 2)).toEqual([
      "Incident connu : vous êtes plusieurs à le voir depuis moins d'une heure (INC-2026-0001). Votre dossier y sera rattaché.",
      "Ce qui l'a résolu avant (INC-2026-0003) : « Chrome mis à jour. »",
    ]);
    expect(answer.reply.data).toMatchObject({ knownAs: "INC-2026-0001" });
  });

  it("keeps nothing of a pasted message: neither in the trail nor in a button", async () => {
    const answer = await diagnose("assistant", 'message:"Erreur 403, mot de passe : Soleil2026! de Camille Durand"');
    expect(JSON.stringify(answer)).not.toMatch(/Soleil|Durand/);
    const trail = await desk.database.read("test", "all", (store) => store.audit.search({ actor: "assistant", limit: 1 }));
    expect(trail[0]).toMatchObject({ act: "incident.diagnostic", details: { symptom: "forbidden", asks: "task" } });
  });

  it("names what it does not find, and what the person may not see", async () => {
    for (const line of ["symptome:session-invisible session:SE-1999-001", "symptome:quote-stuck devis:DEV-1999-0001"]) {
      const answer = await diagnose("gestionnaire", line);
      expect(answer.outcome).toBe("invalid");
      expect(answer.reply.problems?.[0]?.code).toBe("input.unknown-reference");
    }
  });

  it("only proposes commands that read back as they are meant", async () => {
    for (const { command = "" } of steps(await diagnose("assistant", ""))) expect(moveOf(command, desk.commands)?.asks).toEqual([]);
    expect(desk.failures).toEqual([]);
  });
});
