import type { AuditEntry } from "@kairos/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Answer } from "../../packages/bot/src/dispatch.js";
import { renderAnswer } from "../../packages/bot/src/fronts/console/render.js";
import { openFoundedDesk, type TestDesk } from "./desk.js";

let desk: TestDesk;
beforeEach(async () => {
  desk = await openFoundedDesk();
  await desk.type("rgc", "/organisme completer contact:Nadia Sellier courriel:contact@rives.example telephone:05 00 00 00 00");
});
afterEach(async () => {
  expect(desk.failures).toEqual([]);
  await desk.close();
});

const told = ({ reply }: Answer, language: "fr" | "en" = "fr") => (reply.lines ?? []).map(({ text }) => text[language]).join("\n");
const codes = ({ reply }: Answer) => (reply.problems ?? []).map(({ code }) => code);
const proposed = ({ reply }: Answer) => (reply.next ?? []).map(({ command }) => command);
const say = (line: string, person = "rgc") => desk.type(person, line);

/** Types each line, which must be done, and gives the last answer. */
async function play(...lines: readonly string[]): Promise<Answer> {
  let answer: Answer | undefined;
  for (const line of lines) {
    answer = await say(line);
    expect([line, answer.outcome, codes(answer).filter((code) => code.startsWith("input"))]).toEqual([line, "done", []]);
  }
  if (answer === undefined) throw new Error("nothing was typed");
  return answer;
}

const untilApproved = [
  "/adhesion preparer suppleant:coordinateur le:01/09/2026",
  "/adhesion etape etape:envoi le:02/09/2026",
  "/adhesion etape etape:accord le:01/10/2026 fin:30/09/2029 numero:0126ADR-1/1",
];
const untilActive = [
  ...untilApproved,
  "/adhesion etape etape:courrier lettre:mot de passe le:12/10/2026",
  "/adhesion etape etape:courrier lettre:identifiant le:10/10/2026",
  "/adhesion etape etape:ouverture le:13/10/2026",
  "/adhesion etape etape:droits le:14/10/2026",
  "/adhesion etape etape:icône le:15/10/2026",
];

describe("the path", () => {
  it("goes from the request to the icon, and each answer says what to type next", async () => {
    const seen: string[] = [];
    for (const line of untilActive) {
      const answer = await play(line);
      seen.push(`${answer.reply.title?.fr.split(" · ").at(-1)} → ${proposed(answer).join(" | ")}`);
    }
    expect(seen.join("\n")).toMatchInlineSnapshot(`
      "demande préparée → /adhesion etape etape:envoi
      demande envoyée → /adhesion etape etape:accord | /adhesion etape etape:refus
      acceptée → /adhesion etape etape:courrier lettre:identifiant | /adhesion etape etape:courrier lettre:mot de passe
      acceptée → /adhesion etape etape:courrier lettre:identifiant
      identifiants reçus →  | /adhesion etape etape:ouverture
      portail ouvert → /adhesion etape etape:droits
      droits donnés dans GID → /adhesion etape etape:icône
      active → "
    `);
  });

  it("is told in sentences and as a table, to whoever may read the provider", async () => {
    await play(...untilApproved, "/adhesion etape etape:courrier lettre:identifiant le:10/10/2026");
    const answer = await say("/adhesion statut", "assistant");
    expect(renderAnswer(answer, { language: "fr", colours: false, width: 110 }).join("\n")).toMatchInlineSnapshot(`
      "  Adhésion · Atelier des Rives Formation · acceptée
        France Travail a accepté l'adhésion. Dernière étape le 10/10/2026.
        Adhésion 0126ADR-1/1 jusqu'au 30/09/2029.
        On attend : courrier du mot de passe.
        À France Travail d'agir. Deux courriers arrivent par la poste : l'identifiant, puis comment créer le mot de
        passe. Notez le jour de chacun, jamais ce qu'ils contiennent.
        Étape                   Document                   Jour
        Demande préparée        —                          ✔ 01/09/2026
        Demande envoyée         demande d'adhésion         ✔ 02/09/2026
        Demande acceptée        accord de France Travail   ✔ 01/10/2026
        Identifiant reçu        courrier de l'identifiant  ✔ 10/10/2026
        Mot de passe à créer    courrier du mot de passe   attendu
        Portail ouvert          —                          attendu
        Droits donnés dans GID  —                          attendu
        Icône Kairos visible    —                          attendu
        Prochaine étape : noter l'arrivée du courrier du mot de passe (par qui a le droit « gérer l'organisme »)"
    `);
    expect(answer.reply.publishable).toBeUndefined();
    expect((await say("/adhesion statut")).reply.publishable).toBe(true);
    expect(JSON.stringify(answer.reply)).not.toMatch(/rgc"|coordinateur|Nadia/);
  });

  it("is told in English", async () => {
    const answer = await play(...untilApproved);
    expect(told(answer, "en")).toMatchInlineSnapshot(`
      "Recorded: approval, on 2026-10-01.
      France Travail has approved the membership. Last step on 2026-10-01.
      Agreement 0126ADR-1/1 until 2029-09-30.
      Awaited: identifier letter, password letter.
      France Travail must act. Two letters come by post: the identifier, then how to set the password. Record the day of each, never what they hold."
    `);
  });

  it("says that a computed end is supposed, until it is corrected", async () => {
    const supposed = "jusqu'au 01/10/2029, date supposée : vérifiez sur le courrier";
    const answer = await play(...untilApproved.slice(0, 2), "/adhesion etape etape:accord le:01/10/2026");
    expect(told(answer)).toContain(supposed);
    expect(proposed(answer)).toContain("/organisme completer adhesion-fin:…");
    const card = await say("/organisme voir", "assistant");
    expect(card.reply.fields?.map(({ value }) => value.fr)).toContain("jusqu'au 01/10/2029 (date supposée : vérifiez sur le courrier)");
    await play("/organisme completer adhesion-fin:30/09/2029");
    expect(told(await say("/adhesion statut"))).not.toContain("supposée");
  });

  it("computes the end from the length that the provider has set", async () => {
    await play("/organisme regler parametre:adhesion-duree valeur:2 ans");
    const answer = await play(...untilApproved.slice(0, 2), "/adhesion etape etape:accord le:01/10/2026");
    expect(told(answer)).toContain("jusqu'au 01/10/2028");
  });

  it("starts anew after a refusal", async () => {
    await play(...untilApproved.slice(0, 2));
    const refused = await play("/adhesion etape etape:refus le:10/09/2026 motif:Pièce manquante");
    expect(told(refused)).toContain("préparez une nouvelle demande");
    expect(proposed(await play("/adhesion preparer le:11/09/2026"))).toEqual(["/adhesion etape etape:envoi"]);
  });

  it("is suspended, resumed and renewed", async () => {
    await play(
      ...untilActive,
      "/adhesion etape etape:suspension le:01/11/2026 motif:Contrôle",
      "/adhesion etape etape:reprise le:03/11/2026",
    );
    desk.setClock("2029-08-01T08:00:00.000Z");
    const expiring = await say("/adhesion statut");
    expect(expiring.reply.title?.fr).toContain("bientôt échue");
    expect(codes(expiring)).toContain("org.agreement-expiring");
    const asked = await play("/adhesion etape etape:demande de renouvellement le:15/07/2029");
    expect(told(asked)).toContain("À France Travail d'agir.");
    const early = await say("/adhesion etape etape:renouvellement fin:30/09/2029");
    expect([early.outcome, codes(early)]).toEqual(["refused", ["membership.end-too-early"]]);
    const renewed = await play("/adhesion etape etape:renouvellement fin:30/09/2032");
    expect(told(renewed)).toContain("Adhésion 0126ADR-1/1 jusqu'au 30/09/2032.");
  });

  it("is declared by who was a member already", async () => {
    await play("/organisme completer adhesion-fin:30/09/2028");
    const untracked = await say("/adhesion statut");
    expect([untracked.reply.title?.fr, untracked.reply.table]).toEqual([
      "Adhésion · Atelier des Rives Formation · non suivie ici",
      undefined,
    ]);
    expect(proposed(untracked)[0]).toBe("/adhesion etape etape:déjà active");
    expect((await play("/adhesion etape etape:déjà active le:01/10/2025")).reply.title?.fr).toContain("active");
    expect(codes(await say("/adhesion statut"))).toEqual(["org.rgc-missing"]);
    await play("/adhesion preparer rgc:rgc suppleant:coordinateur");
    expect(codes(await say("/adhesion statut"))).toEqual([]);
  });
});

describe("what is refused", () => {
  it("a request while the record is not complete, and what mends it", async () => {
    await desk.close();
    desk = await openFoundedDesk();
    const answer = await say("/adhesion preparer");
    expect([answer.outcome, codes(answer)]).toEqual([
      "refused",
      ["org.field-missing", "org.field-missing", "org.field-missing", "org.rgc-single"],
    ]);
    const shown = renderAnswer(answer, { language: "fr", colours: false, width: 110 }).join("\n");
    expect(shown).toContain("/organisme completer courriel:…");
    expect(told(await say("/adhesion statut"))).toContain("n'est pas commencée");
  });

  it.each([
    ["a step out of order", "/adhesion etape etape:ouverture", "refused", ["membership.transition-illegal"]],
    ["a day in the future", "/adhesion etape etape:courrier lettre:identifiant le:demain", "invalid", ["input.day-in-future"]],
    ["reversed days", "/adhesion etape etape:courrier lettre:identifiant le:30/09/2026", "refused", ["membership.act-too-early"]],
    ["a letter that is not named", "/adhesion etape etape:courrier", "invalid", ["input.missing"]],
    ["a letter that does not exist", "/adhesion etape etape:courrier lettre:recommandé", "invalid", ["input.unknown-value"]],
    ["a step that does not exist", "/adhesion etape etape:magie", "invalid", ["input.unknown-value"]],
    ["a day that does not exist", "/adhesion etape etape:courrier lettre:identifiant le:31/02/2026", "invalid", ["input.not-a-date"]],
    [
      "an end with a letter",
      "/adhesion etape etape:courrier lettre:identifiant fin:01/10/2029",
      "refused",
      ["membership.detail-misplaced"],
    ],
    ["preparing what has left", "/adhesion preparer", "refused", ["membership.transition-illegal"]],
    ["a person without a letter in their name", "/adhesion preparer rgc:???", "invalid", ["input.unknown-reference"]],
    ["a deputy who is the RGC", "/adhesion preparer suppleant:rgc", "refused", ["org.rgc-deputy-same"]],
    ["a length beyond reason", "/organisme regler parametre:adhesion-duree valeur:30", "invalid", ["input.out-of-range"]],
    ["a length in words", "/organisme regler parametre:adhesion-duree valeur:trois", "invalid", ["input.unknown-value"]],
    ["reminders in words", "/organisme regler parametre:adhesion-rappels valeur:souvent", "invalid", ["input.unknown-value"]],
    ["six reminders", "/organisme regler parametre:adhesion-rappels valeur:90, 60, 30, 15, 7, 1", "invalid", ["input.unknown-value"]],
  ])("%s, and nothing changes", async (_name, line, outcome, expected) => {
    await play(...untilApproved);
    const before = await say("/adhesion statut");
    const answer = await say(line);
    expect([answer.outcome, codes(answer)]).toEqual([outcome, expected]);
    expect((await say("/adhesion statut")).reply).toEqual(before.reply);
  });

  it.each(["assistant", "gestionnaire", "stranger"])("anything but reading, to %s", async (person) => {
    for (const line of ["/adhesion preparer", "/adhesion etape etape:envoi", "/adhesion portail adresse:https://portail.example"]) {
      expect((await say(line, person)).outcome, line).toBe("denied");
    }
    expect((await say("/organisme etablissement siret:99900014400025 nom:Pau", person)).outcome).toBe("denied");
  });
});

it("sets the reminders' days, the greatest first", async () => {
  const answer = await play("/organisme regler parametre:adhesion-rappels valeur:14, 60 et 14 jours");
  expect(told(answer)).toBe("Rappels de l'adhésion : 60, 14 jours avant la fin");
});

describe("the portal's address", () => {
  const host = "portail-secret-temoin.example";

  it.each([
    "http://portail-secret-temoin.example",
    "https://x@portail-secret-temoin.example",
    "https://portail-secret-temoin.example:8443",
    "https://portail-secret-t\u0435moin.example",
    "portail-secret-temoin",
  ])("is refused without being repeated: %s", async (address) => {
    const answer = await say(`/adhesion portail adresse:${address}`);
    expect(codes(answer)).toEqual(["org.portal-address"]);
    expect(JSON.stringify(answer)).not.toContain("temoin");
  });

  it("is kept, and said nowhere: no answer, no trail, no notice, no suggestion", async () => {
    await play(...untilActive);
    const answers = [await play(`/adhesion portail adresse:https://${host}/accueil?x=1`)];
    expect(told(answers[0] as Answer)).toContain("« por… »");
    expect(answers[0]?.reply.publishable).toBeUndefined();
    for (const line of [
      "/adhesion statut",
      "/organisme voir",
      "/organisme completer presentation:Centre",
      "/acces voir",
      "/aide",
      "/adhesion preparer rgc:rgc",
    ]) {
      answers.push(await say(line));
    }
    expect(JSON.stringify(answers)).not.toContain("temoin");
    const { provider, entries } = await desk.database.read("test", "all", async (store) => {
      const [provider] = await store.providers.list();
      const entries: AuditEntry[] = [];
      for await (const entry of store.audit.entries()) entries.push(entry);
      return { provider, entries };
    });
    expect(provider?.settings.portalHost).toBe(host);
    expect(JSON.stringify(entries)).not.toContain("temoin");
    expect(entries.find(({ act }) => act === "adhesion.portail")).toMatchObject({ outcome: "done", details: { change: "portal" } });
  });
});

describe("another establishment", () => {
  it("is added with its first RGC, under the next number", async () => {
    const answer = await play("/organisme etablissement siret:999 000 144 00025 nom:Rives Pau rgc:Paul");
    expect(told(answer)).toContain("Établissement ajouté. Paul en est le RGC (habilitation H-0006).");
    expect(told(answer)).toContain("Première habilitation de « Paul »");
    const grants = await desk.database.read("test", "all", ({ grants }) => grants.list());
    expect(grants.at(-1)).toMatchObject({
      person: "paul",
      siret: "99900014400025",
      profile: "rgc",
      reason: "Premier RGC de l'établissement",
    });
    expect(told(await play("/organisme etablissement siret:99900014400033 nom:Rives Dax"))).toContain("Vous en êtes le RGC");
  });

  it("is not added twice, nor with a wrong number or nobody", async () => {
    await play("/organisme etablissement siret:99900014400025 nom:Rives Pau");
    for (const [line, code] of [
      ["/organisme etablissement siret:99900014400025 nom:Encore", "input.reference-taken"],
      ["/organisme etablissement siret:99900014400017 nom:Le premier", "input.reference-taken"],
      ["/organisme etablissement siret:99900014400026 nom:Faux", "id.siret-checksum"],
      ["/organisme etablissement siret:99900014400033 nom:Dax rgc:???", "input.unknown-reference"],
    ] as const)
      expect(codes(await say(line)), line).toEqual([code]);
    const { providers, grants } = await desk.database.read("test", "all", async (store) => {
      return { providers: await store.providers.list(), grants: await store.grants.list() };
    });
    expect([providers.length, grants.length]).toEqual([2, 6]);
  });

  it("of another company is added with a warning", async () => {
    const answer = await play("/organisme etablissement siret:73282932000074 nom:Autre");
    expect(codes(answer)).toEqual(["org.establishment-other-siren"]);
  });

  it("does not let its RGC touch the first one", async () => {
    await play("/organisme etablissement siret:99900014400025 nom:Rives Pau rgc:paul");
    for (const line of ["/adhesion statut", "/adhesion portail adresse:https://portail.example"]) {
      expect((await say(line, "paul")).reply.trace?.object, line).toBe("99900014400025");
      const other = await say(`${line} etablissement:99900014400017`, "paul");
      expect(
        other.reply.problems?.map(({ code }) => code),
        line,
      ).toEqual(["input.unknown-reference"]);
    }
  });
});
