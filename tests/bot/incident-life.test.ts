import { type Incident, laterBy } from "@kairos/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openFoundedDesk, type TestDesk } from "./desk.js";

let desk: TestDesk;
let rank = 0;
beforeAll(async () => {
  desk = await openFoundedDesk();
});
afterAll(() => desk.close());

const whole =
  "message:Erreur 403 : accès refusé pas:J'ouvre le devis, je clique sur Modifier moment:il y a 10 minutes navigateur:Chrome 131 identifiant:LMARCHAND01";
const kept = async (reference: string): Promise<Incident> => {
  const found = await desk.database.read("test", "all", ({ incidents }) => incidents.get(reference));
  if (found === undefined) throw new Error(`${reference} is not kept`);
  return found;
};
const said = async (person: string, line: string) => {
  const { outcome, reply } = await desk.type(person, line);
  const lines = (reply.lines ?? []).map(({ text }) => text.fr).join("\n");
  return {
    outcome,
    lines,
    codes: (reply.problems ?? []).map(({ code }) => code),
    next: (reply.next ?? []).map(({ command }) => command),
    reply,
  };
};
/** A complete incident, hours after the one before: nobody else has just seen the same. */
async function opened(person = "gestionnaire", told = whole): Promise<string> {
  desk.setClock(`2026-11-${String(16 + rank++).padStart(2, "0")}T08:00:00.000Z`);
  const { reply } = await desk.type(person, `/incident ouvrir ${told}`);
  return reply.trace?.object ?? "";
}

describe("a file that leaves", () => {
  it("is recorded as sent, when and to whom, and then answered, then solved", async () => {
    const reference = await opened();
    const sent = await said(
      "gestionnaire",
      `/incident envoye incident:${reference} destinataire:l'assistance technique moment:il y a 5 minutes`,
    );
    expect(sent.lines).toContain("Envoi noté, le 16/11/2026 à 08:55, destinataire : l'assistance technique.");
    expect(sent.lines).toContain("d'ici 3 jours");
    expect(sent.next).toEqual([`/incident reponse incident:${reference}`, `/incident resolu incident:${reference}`]);
    expect((await kept(reference)).history.at(-1)).toEqual({
      action: "send",
      by: "gestionnaire",
      at: "2026-11-16T07:55:00.000Z",
      to: "technical-support",
    });
    const answered = await said("gestionnaire", `/incident reponse incident:${reference} texte:Le droit manquait, ajouté ce jour.`);
    expect(answered.lines).toContain("Réponse notée, reçue le 16/11/2026 à 09:00.");
    const solved = await said("gestionnaire", `/incident resolu incident:${reference} solution:Droit ajouté par le RGC`);
    expect(solved.next).toEqual([`/incident rouvrir incident:${reference}`]);
    expect(await kept(reference)).toMatchObject({ status: "solved", contact: "technical-support", solution: "Droit ajouté par le RGC" });
  });

  it("is masked wherever it is told, and the sender learns of what", async () => {
    const reference = await opened();
    await desk.type("gestionnaire", `/incident envoye incident:${reference} note:Dossier de Camille Durand`);
    const { lines } = await said(
      "gestionnaire",
      `/incident reponse incident:${reference} texte:Camille Durand : mot de passe : Soleil2026! à changer`,
    );
    expect(lines).toMatch(/masqué.*mot de passe.*nom/s);
    expect(lines).toContain("changez-le");
    const text = JSON.stringify(await kept(reference));
    for (const secret of ["Camille", "Durand", "Soleil2026"]) expect(text).not.toContain(secret);
    const trail = await desk.database.read("test", "all", ({ audit }) => audit.search({ objects: [reference], limit: 20 }));
    expect(trail.length).toBeGreaterThanOrEqual(3);
    for (const secret of ["Camille", "Durand", "Soleil2026"]) expect(JSON.stringify(trail)).not.toContain(secret);
  });

  it("is refused out of turn, in the future, or at an hour nobody can read, and nothing changes", async () => {
    const reference = await opened();
    const before = await kept(reference);
    expect((await said("gestionnaire", `/incident reponse incident:${reference} texte:Oui`)).codes).toEqual(["ticket.step-illegal"]);
    expect((await said("gestionnaire", `/incident envoye incident:${reference} moment:2026-11-30 9h`)).codes).toEqual([
      "ticket.step-in-future",
    ]);
    const unread = await said("gestionnaire", `/incident envoye incident:${reference} moment:après Camille Durand`);
    expect(unread.codes).toEqual(["ticket.time-unreadable"]);
    expect(JSON.stringify(unread.reply)).not.toContain("Durand");
    expect(await kept(reference)).toEqual(before);
  });

  it("is somebody's own: another person finds nothing, whoever follows everybody's moves it", async () => {
    const reference = await opened();
    for (const verb of ["voir", "envoye", "rouvrir motif:x", "abandonner", "resolu solution:x", "reponse texte:x"]) {
      const [name, ...rest] = verb.split(" ");
      const { codes } = await said("valideur", `/incident ${name} incident:${reference} ${rest.join(" ")}`.trim());
      expect(codes, verb).toEqual(["input.unknown-reference"]);
    }
    expect((await said("rgc", `/incident envoye incident:${reference}`)).outcome).toBe("done");
    expect((await kept(reference)).history.at(-1)?.by).toBe("rgc");
  });
});

describe("an incident that comes back", () => {
  it("is reopened with its reason, its solution proposed no more", async () => {
    const reference = await opened();
    await desk.type("gestionnaire", `/incident resolu incident:${reference} solution:Cache vidé deux fois`);
    const next = await opened();
    expect((await said("gestionnaire", `/incident voir incident:${next}`)).lines).toContain(
      `Déjà résolu ainsi (${reference}) : Cache vidé deux fois`,
    );
    await desk.type("gestionnaire", `/incident rouvrir incident:${reference} motif:Revenu ce matin`);
    expect(await kept(reference)).toMatchObject({ status: "reopened", history: [{}, {}, { action: "reopen", note: "Revenu ce matin" }] });
    expect((await said("gestionnaire", `/incident voir incident:${next}`)).lines).not.toContain("Cache vidé deux fois");
  });

  it("may be dropped before it is sent, not after", async () => {
    const reference = await opened();
    expect((await said("gestionnaire", `/incident abandonner incident:${reference} motif:Double`)).outcome).toBe("done");
    expect(await kept(reference)).toMatchObject({ status: "dropped" });
    const other = await opened();
    await desk.type("gestionnaire", `/incident envoye incident:${other}`);
    expect((await said("gestionnaire", `/incident abandonner incident:${other}`)).codes).toEqual(["ticket.step-illegal"]);
  });
});

describe("what three people see within the hour", () => {
  let three: readonly string[];
  beforeAll(async () => {
    const first = await opened("gestionnaire", "message:Page blanche");
    const rest: string[] = [];
    for (const person of ["valideur", "coordinateur"]) {
      desk.setClock(laterBy(desk.now(), 5));
      const { reply } = await desk.type(person, "/incident ouvrir message:Page blanche");
      rest.push(reply.trace?.object ?? "");
    }
    three = [first, ...rest];
  });

  it("is one incident: the others are attached to the first, and the third is told so", async () => {
    const [first = "", second = "", third = ""] = three;
    expect(await Promise.all(three.map(async (one) => (await kept(one)).sameAs))).toEqual([undefined, first, first]);
    const { lines } = await said("gestionnaire", `/incident voir incident:${first}`);
    expect(lines).toContain(`2 incidents rattachés : ${second}, ${third}.`);
    desk.setClock(laterBy(desk.now(), 5));
    const fourth = await said("assistant", "/incident ouvrir message:Page blanche");
    expect(fourth.lines).toContain(`3 autres personnes voient la même chose depuis une heure : votre incident est rattaché à ${first}`);
    await desk.type("assistant", `/incident abandonner incident:${fourth.reply.trace?.object}`);
  });

  it("passes on to the next when the first is dropped, and solving that one solves those attached", async () => {
    const [first = "", second = "", third = ""] = three;
    const dropped = await said("gestionnaire", `/incident abandonner incident:${first}`);
    expect(dropped.lines).toContain(`${second} prend sa place, avec 1 incident rattaché.`);
    expect(await kept(second)).not.toHaveProperty("sameAs");
    const solved = await said("valideur", `/incident resolu incident:${second} solution:Portail rétabli`);
    expect(solved.lines).toContain(`Résolu avec lui : ${third}.`);
    expect(await kept(third)).toMatchObject({
      status: "solved",
      solution: "Portail rétabli",
      history: [{ action: "solve", by: "valideur" }],
    });
  });

  it("is followed alone again by whom it comes back to", async () => {
    const [, , third = ""] = three;
    await desk.type("coordinateur", `/incident rouvrir incident:${third} motif:Toujours blanc chez moi`);
    expect(await kept(third)).toMatchObject({ status: "reopened" });
    expect(await kept(third)).not.toHaveProperty("sameAs");
  });
});

describe("the list", () => {
  const references = async (person: string, more = "") =>
    ((await said(person, `/incident liste ${more}`.trim())).reply.data as { incidents: { reference: string }[] }).incidents.map(
      (one) => one.reference,
    );

  it("is one's own, everybody's for who follows them, by status, symptom and person", async () => {
    const all = await references("rgc");
    const own = await references("valideur");
    expect(all.length).toBeGreaterThan(own.length);
    expect(own).toHaveLength(1);
    expect(await references("rgc", "personne:valideur")).toEqual(own);
    expect(await references("rgc", "symptome:page blanche")).toHaveLength(4);
    expect(await references("rgc", "symptome:page blanche statut:abandonné")).toHaveLength(2);
    expect(all).toEqual([...all].sort().reverse());
  });

  it("shows nobody else's to who does not follow them, and opens each row", async () => {
    expect(await references("valideur", "personne:gestionnaire")).toEqual([]);
    expect((await said("valideur", "/incident liste personne:gestionnaire")).lines).toContain("Vous voyez vos propres incidents");
    const { reply } = await said("rgc", "/incident liste");
    expect(reply.table?.open).toEqual({ path: "incident voir", option: "incident" });
  });
});

describe("the month", () => {
  it("counts by cause, with a picture, a table and a file that a spreadsheet opens", async () => {
    const { reply, lines } = await said("rgc", "/incident mois mois:novembre 2026");
    expect(lines).toMatch(/^\d+ incidents.*résolus?\.$/);
    expect(reply.pictures?.[0]).toMatchObject({ fileName: "incidents-2026-11.png" });
    expect(reply.pictures?.[0]?.alt.fr).toContain("Incidents, novembre 2026");
    const [head, ...rows] = (reply.texts?.[0]?.text ?? "").trim().split("\r\n");
    expect(head).toBe("Mois;Constat;Cause;Incidents;Signalements rattachés;Résolus;Délai médian (minutes)");
    expect(rows).toHaveLength(reply.table?.rows.length ?? 0);
  });

  it("is one's own for who does not follow the others, and says when it holds nothing", async () => {
    const { lines, reply } = await said("valideur", "/incident mois mois:11/2026");
    expect(lines).toContain("Seulement les vôtres.");
    expect(reply.data).toMatchObject({ reported: 1, solved: 1 });
    const none = await said("rgc", "/incident mois mois:10/2025");
    expect(none.lines).toBe("Aucun incident ce mois-là.");
    expect(none.reply.pictures).toBeUndefined();
  });
});

it("the card shows every status in words and what comes next", async () => {
  const reference = await opened();
  const { lines, reply } = await said("gestionnaire", `/incident voir incident:${reference}`);
  expect(lines).toContain("Le dossier est complet : il reste à l'envoyer.");
  expect(reply.next?.map(({ command }) => command?.split(" ")[1])).toEqual(["fichier", "envoye", "resolu"]);
  expect(reply.table?.rows.map((row) => row[1]?.fr)).toEqual(["signalé", "complété"]);
  expect(desk.failures).toEqual([]);
});
