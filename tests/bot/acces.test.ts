import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Permission, type Problem, profiles, say } from "@kairos/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Needs, rightsFor } from "../../packages/bot/src/command.js";
import type { Answer } from "../../packages/bot/src/dispatch.js";
import { openDesk, openFoundedDesk, type TestDesk } from "./desk.js";

let desk: TestDesk;
beforeEach(async () => {
  desk = await openFoundedDesk();
});
afterEach(async () => {
  expect(desk.failures).toEqual([]);
  await desk.close();
});

const type = (line: string, person = "rgc") => desk.type(person, line);
const codesOf = ({ reply }: Answer) => reply.problems?.map(({ code }) => code) ?? [];
const saidBy = ({ reply }: Answer) => (reply.lines ?? []).map(({ text }) => text.fr);
const grants = () => desk.database.read("test", "all", ({ grants }) => grants.list());
const trail = (act: string) =>
  desk.database.read("test", "all", async ({ audit }) => {
    const found = [];
    for await (const entry of audit.entries()) if (entry.act === act) found.push(entry);
    return found;
  });

describe("a refusal", () => {
  it("says what to ask of whom, to those who work there, and is traced", async () => {
    const refused = await type("/devis approuver reference:DEV-2026-0001", "assistant");
    expect(refused.reply.problems).toMatchObject([
      { code: "access.missing-permission", params: { permission: "quote.approve", managers: ["rgc"] } },
    ]);
    expect((await trail("devis.approuver")).at(-1)).toMatchObject({
      actor: "assistant",
      outcome: "refused",
      details: { errors: "access.missing-permission" },
    });
  });

  it("names nobody to somebody who is not, or no longer, of the house", async () => {
    expect(codesOf(await type("/devis liste", "inconnu"))).toEqual(["access.unknown-person"]);
    await type("/acces depart personne:assistant");
    const gone = await type("/devis liste", "assistant");
    expect(JSON.stringify(gone.reply.problems)).not.toContain('"rgc"');
    expect(codesOf(gone)).toEqual(["access.grant-over"]);
  });

  it("says that a grant ended, or is still to begin", async () => {
    await type("/acces accorder personne:nadia profil:valideur motif:Remplacement debut:01/12/2026");
    expect(codesOf(await type("/devis liste", "nadia"))).toEqual(["access.grant-to-come"]);
    await type("/acces retirer habilitation:H-0002 motif:Change de poste");
    expect((await type("/session liste", "coordinateur")).reply.problems).toMatchObject([
      { code: "access.grant-over", params: { grant: "H-0002", managers: [] } },
    ]);
  });

  it("of a temporary grant comes by itself, the day after", async () => {
    await type("/acces accorder personne:nadia profil:valideur motif:Remplacement fin:30/11/2026");
    desk.setClock("2026-11-30T22:59:00.000Z");
    expect((await type("/devis liste", "nadia")).outcome).toBe("done");
    desk.setClock("2026-11-30T23:00:00.000Z");
    expect(codesOf(await type("/devis liste", "nadia"))).toEqual(["access.grant-over"]);
  });
});

const trainersMay: ReadonlySet<Permission> = new Set(profiles.trainer.permissions);
const isRight = (needs: Needs) => rightsFor(needs).length > 0;
const isMissingRight = ({ code }: Problem) => code === "access.missing-permission";

describe("every command, asked by somebody without the right", () => {
  it("is refused, traced, and says which right and whom to ask; a stranger learns no name", async () => {
    const team = (await desk.database.read("test", "all", ({ people }) => people.list())).map(({ name }) => name);
    for (const { path, needs, example } of desk.commands.values()) {
      if (needs === "none") continue;
      const trainer = await type(example, "formatrice");
      const stranger = await type(example, "inconnu");
      const trainerMay = rightsFor(needs).some((right) => trainersMay.has(right));
      expect([path, stranger.outcome, trainer.reply.problems?.some(isMissingRight) === true]).toEqual([
        path,
        "denied",
        !trainerMay && isRight(needs),
      ]);
      const said = (stranger.reply.problems ?? []).map((problem) => Object.values(say(problem)).join(" ")).join(" ");
      expect(said, path).toMatch(needs === "trainee" ? /organisme/ : /RGC/);
      for (const name of team) if (name !== "rgc") expect(said, path).not.toContain(name);
      if (isRight(needs) && !trainerMay) {
        expect(trainer.reply.problems, path).toMatchObject([
          { code: "access.missing-permission", params: { permission: rightsFor(needs)[0], managers: ["rgc"] } },
        ]);
      }
    }
    const refused = await desk.database.read("test", "all", ({ audit }) =>
      audit.search({ actor: "inconnu", outcome: "refused", limit: 500 }),
    );
    const acts = new Set(refused.map(({ act }) => act));
    for (const { path, needs } of desk.commands.values())
      expect([path, needs === "none" || acts.has(path.replace(" ", "."))]).toEqual([path, true]);
  });

  beforeEach(async () => {
    await type("/acces accorder personne:formatrice profil:formateur motif:Anime les sessions");
  });
});

describe("giving access: bad input", () => {
  it.each([
    ["dates reversed", "personne:nadia profil:valideur motif:x debut:02/12/2026 fin:01/12/2026", ["access.dates-order"]],
    ["a day gone by", "personne:nadia profil:valideur motif:x debut:01/11/2026", ["access.in-the-past"]],
    ["an unknown profile", "personne:nadia profil:super-admin motif:x", ["input.unknown-reference"]],
    ["oneself", "personne:rgc profil:valideur motif:x", ["access.self-granted"]],
    ["nobody", "personne:🙂 profil:valideur motif:x", ["input.unknown-reference"]],
    ["no reason", 'personne:nadia profil:valideur motif:" "', ["input.missing"]],
    [
      "an establishment that is not ours",
      "personne:nadia profil:valideur motif:x etablissement:73282932000074",
      ["input.unknown-reference"],
    ],
  ])("%s is refused, and nothing is kept", async (_, options, codes) => {
    const before = await grants();
    expect(codesOf(await type(`/acces accorder ${options}`))).toEqual(codes);
    expect(await grants()).toEqual(before);
  });

  it.each([
    "retirer habilitation:H-0099",
    "expliquer personne:nadia droit:valider un devis",
    "compte personne:nadia partage:oui",
    "depart personne:nadia",
    "decider habilitation:H-0099 decision:garder",
  ])("unknown: /acces %s", async (line) => {
    expect(codesOf(await type(`/acces ${line}`))).toEqual(["input.unknown-reference"]);
  });

  it("a name typed for the first time is pointed out; one picked from the chat is not", async () => {
    const said = saidBy(await type("/acces accorder personne:Nadai profil:valideur motif:x"));
    expect(said[1]).toContain("Première habilitation de « Nadai »");
    expect(saidBy(await type("/acces accorder personne:<@800000000000000009> profil:valideur motif:x"))).toHaveLength(2);
  });
});

describe("the last two RGC", () => {
  it("cannot be revoked together: exactly one wins", async () => {
    await type("/acces accorder personne:nadia profil:rgc motif:Suppléante");
    const answers = await Promise.all([
      type("/acces retirer habilitation:H-0006", "rgc"),
      type("/acces retirer habilitation:H-0001", "nadia"),
    ]);
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(["denied", "done"].sort());
    expect((await grants()).filter(({ profile, revokedOn }) => profile === "rgc" && revokedOn === undefined)).toHaveLength(1);
  });

  it("nor from two processes on one file", async () => {
    const file = join(await mkdtemp(join(tmpdir(), "kairos-rgc-")), "desk.sqlite");
    const one = await openFoundedDesk({ file });
    await one.type("rgc", "/acces accorder personne:nadia profil:rgc motif:Suppléante");
    const other = await openDesk({ file });
    try {
      const answers = await Promise.all([
        one.type("rgc", "/acces retirer habilitation:H-0006"),
        other.type("nadia", "/acces retirer habilitation:H-0001"),
      ]);
      expect(answers.map(({ outcome }) => outcome).sort()).toEqual(["denied", "done"]);
      const left = await one.database.read("test", "all", ({ grants }) => grants.list());
      expect(left.filter(({ profile, revokedOn }) => profile === "rgc" && revokedOn === undefined)).toHaveLength(1);
    } finally {
      await Promise.all([one.close(), other.close()]);
    }
  });

  it("nor leave: the last one stays until another is named", async () => {
    await type("/acces accorder personne:nadia profil:rgc motif:Suppléante");
    expect((await type("/acces depart personne:rgc", "nadia")).outcome).toBe("done");
    expect(codesOf(await type("/acces depart personne:nadia", "nadia"))).toEqual(["access.last-rgc"]);
  });
});

describe("a departure", () => {
  it("takes every right at once, keeps every line, and a return lifts it", async () => {
    await type("/acces accorder personne:gestionnaire profil:valideur motif:Remplacement");
    const left = await type("/acces depart personne:gestionnaire motif:Fin de contrat");
    expect(left.reply.data).toEqual({ person: "gestionnaire", grants: ["H-0003", "H-0006"] });
    expect((await type("/devis liste", "gestionnaire")).outcome).toBe("denied");
    expect((await grants()).filter(({ person }) => person === "gestionnaire")).toMatchObject([
      { revokedReason: "Fin de contrat" },
      { revokedReason: "Fin de contrat" },
    ]);
    expect(JSON.stringify(await trail("acces.depart"))).not.toContain("Fin de contrat");
    const back = await type("/acces accorder personne:gestionnaire profil:gestionnaire de devis motif:Revenue");
    expect(saidBy(back)[1]).toContain("cette personne est revenue");
    expect((await type("/devis liste", "gestionnaire")).outcome).toBe("done");
  });

  it("can be planned, and comes by itself", async () => {
    expect(codesOf(await type("/acces depart personne:assistant le:01/11/2026"))).toEqual(["access.in-the-past"]);
    await type("/acces depart personne:assistant le:01/12/2026");
    expect((await type("/devis liste", "assistant")).outcome).toBe("done");
    desk.setClock("2026-12-01T09:00:00.000Z");
    expect((await type("/devis liste", "assistant")).outcome).toBe("denied");
  });

  it("of somebody who also works elsewhere is for the RGC of each establishment to record, who is reminded", async () => {
    await type("/organisme etablissement siret:99900014400025 nom:Pau rgc:paul");
    await type("/acces accorder personne:coordinateur profil:assistant administratif motif:Prêt", "paul");
    const left = await type("/acces depart personne:coordinateur");
    expect(saidBy(left).join(" ")).toContain("garde des droits dans un autre établissement");
    expect((await type("/session creer reference:SE-9 intitule:S debut:07/12/2026 fin:18/12/2026", "coordinateur")).outcome).toBe("denied");
    expect((await type("/devis liste", "coordinateur")).outcome).toBe("done");
    expect(codesOf(await type("/acces revue", "paul"))).toContain("access.leaver-active");
    await type("/acces depart personne:coordinateur", "paul");
    expect((await type("/devis liste", "coordinateur")).outcome).toBe("denied");
  });

  it("recorded is not put off, nor undone by a grant that begins later", async () => {
    await type("/acces depart personne:assistant");
    expect(codesOf(await type("/acces depart personne:assistant le:01/12/2026"))).toEqual(["access.has-left"]);
    await type("/acces accorder personne:assistant profil:formateur motif:Retour debut:01/12/2026");
    expect((await type("/devis liste", "assistant")).outcome).toBe("denied");
    expect(codesOf(await type("/acces depart personne:valideur le:01/12/2090"))).toEqual(["input.out-of-range"]);
  });

  it("that is planned stays in the review until its day", async () => {
    await type("/acces depart personne:valideur le:31/12/2026");
    expect((await type("/acces revue")).reply.data).toMatchObject({ waiting: expect.arrayContaining(["H-0004"]) });
  });
});

describe("several establishments", () => {
  beforeEach(async () => {
    await type("/organisme etablissement siret:99900014400025 nom:Rives Pau");
  });

  it("each grant is for one; whoever acts for several says which", async () => {
    expect(codesOf(await type("/acces accorder personne:nadia profil:valideur motif:x"))).toEqual(["access.establishment-ambiguous"]);
    await type("/acces accorder personne:nadia profil:coordinateur pédagogique motif:x etablissement:999 000 144 00025");
    await type("/session creer reference:SE-1 intitule:Soudure debut:07/12/2026 fin:18/12/2026 heures-centre:70 h", "nadia");
    expect((await desk.database.read("test", "all", ({ sessions }) => sessions.get("SE-1")))?.siret).toBe("99900014400025");
    expect(codesOf(await type("/session voir reference:SE-2026-014", "nadia"))).toEqual(["input.unknown-reference"]);
    expect(
      codesOf(await type("/session creer reference:SE-2 intitule:S debut:07/12/2026 fin:18/12/2026 etablissement:99900014400017", "nadia")),
    ).toEqual(["input.unknown-reference"]);
  });

  it("is offered by name when it was left out, and kept through a review", async () => {
    const asked = await type("/acces accorder personne:nadia profil:valideur motif:Remplace Zoé");
    expect(asked.reply.next?.map(({ button, command }) => [button?.fr, command])).toEqual([
      ["Atelier des Rives Formation", "/acces accorder personne:nadia profil:valideur motif:Remplace Zoé etablissement:99900014400017"],
      ["Rives Pau", "/acces accorder personne:nadia profil:valideur motif:Remplace Zoé etablissement:99900014400025"],
    ]);
    expect((await type(asked.reply.next?.[1]?.command ?? "")).outcome).toBe("done");
    for (const person of ["rgc", "nadia"])
      await type(`/acces compte personne:${person} double-authentification:aujourd'hui mot-de-passe:aujourd'hui`);
    const review = await type("/acces revue etablissement:99900014400025");
    expect(review.reply.next?.map(({ command }) => command)).toEqual(["/acces cloturer etablissement:99900014400025"]);
  });

  it("a profile made in one gives nothing in the other", async () => {
    await type("/acces profil nom:Accueil base:assistant administratif droits:consulter les sessions etablissement:99900014400017");
    expect(codesOf(await type("/acces accorder personne:nadia profil:Accueil motif:x etablissement:99900014400025"))).toEqual([
      "input.unknown-reference",
    ]);
    expect((await type("/acces accorder personne:nadia profil:Accueil motif:x etablissement:99900014400017")).outcome).toBe("done");
    expect((await type("/session liste", "nadia")).outcome).toBe("done");
    expect((await type("/devis liste", "nadia")).outcome).toBe("denied");
  });
});

describe("a profile of one's own", () => {
  it.each([
    [
      "a right that does not exist",
      "nom:Accueil base:assistant administratif droits:consulter les sessions, tout faire",
      ["input.unknown-value"],
    ],
    ["a right its base does not give", "nom:Accueil base:assistant administratif droits:valider un devis", ["access.profile-too-wide"]],
    ["the name of one of ours", "nom:Valideur base:assistant administratif", ["access.profile-taken"]],
    ["no base", "nom:Accueil", ["input.missing"]],
    ["no right at all", "nom:Accueil base:assistant administratif droits:,", ["input.too-short"]],
    ["an unknown one to change", "profil:PR-0009 droits:consulter les devis", ["input.unknown-reference"]],
  ])("with %s is refused", async (_, options, codes) => {
    expect(codesOf(await type(`/acces profil ${options}`))).toEqual(codes);
  });

  it("is changed in place: its holders follow at once, and the trail says from what to what", async () => {
    await type("/acces profil nom:Accueil base:assistant administratif droits:consulter les sessions, consulter les devis");
    await type("/acces accorder personne:nadia profil:accueil motif:Téléphone");
    expect((await type("/devis liste", "nadia")).outcome).toBe("done");
    const changed = await type("/acces profil profil:PR-0001 droits:consulter les sessions");
    expect(saidBy(changed).at(-1)).toContain("H-0006");
    expect((await type("/devis liste", "nadia")).outcome).toBe("denied");
    expect((await trail("acces.profil")).at(-1)).toMatchObject({
      object: "PR-0001",
      details: { before: "session.read quote.read", after: "session.read" },
    });
  });
});

describe("an access review", () => {
  it("has no report before one was closed", async () => {
    expect(codesOf(await type("/acces rapport"))).toEqual(["access.no-closed-review"]);
    await type("/acces revue");
    expect(codesOf(await type("/acces rapport"))).toEqual(["access.no-closed-review"]);
  });

  it("goes from the list to a signed report, one decision after the other", async () => {
    await type("/acces compte personne:rgc double-authentification:16/11/2026 mot-de-passe:01/11/2026");
    for (const person of ["coordinateur", "gestionnaire"])
      await type(`/acces compte personne:${person} double-authentification:aujourd'hui`);
    const opened = await type("/acces revue");
    expect(opened.reply.title?.fr).toContain("R-0001");
    expect(opened.reply.data).toEqual({ review: "R-0001", waiting: ["H-0004", "H-0005"] });
    expect(opened.reply.next?.map(({ command }) => command)).toEqual([
      "/acces decider habilitation:H-0004 decision:garder",
      "/acces decider habilitation:H-0004 decision:retirer",
    ]);
    expect(codesOf(await type("/acces cloturer"))).toEqual(["access.review-undecided"]);
    const kept = await type("/acces decider habilitation:H-0004 decision:garder motif:Vue avec lui");
    expect(kept.reply.data).toEqual({ review: "R-0001", waiting: ["H-0005"] });
    const revoked = await type("/acces decider habilitation:H-0005 decision:retirer");
    expect(revoked.reply.next?.map(({ command }) => command)).toEqual(["/acces cloturer"]);
    expect((await type("/devis liste", "assistant")).outcome).toBe("denied");
    const closed = await type("/acces cloturer");
    expect(closed.reply.data).toEqual({ review: "R-0001", nextOn: "2027-05-16" });
    expect(closed.files.map(({ name }) => name)).toEqual(["revue-R-0001.pdf", "revue-R-0001.csv"]);
    const csv = Buffer.from(closed.files[1]?.bytes ?? []).toString();
    expect(csv).toContain(
      'H-0005;assistant;assistant administratif;16/11/2026;La double authentification n\'est pas déclarée pour ce compte.;"Retirée, par rgc le 16/11/2026."'.replaceAll(
        '"',
        "",
      ),
    );
    expect(codesOf(await type("/acces decider habilitation:H-0004 decision:retirer"))).toEqual(["access.no-open-review"]);
    const again = await type("/acces rapport");
    expect(Buffer.from(again.files[1]?.bytes ?? []).toString()).toBe(csv);
  });

  it("reduces to what is used: a narrower profile is made where none exists", async () => {
    await type("/devis creer dispositif:AIF session:SE-2026-014 stagiaire:T-0001", "gestionnaire");
    desk.setClock("2027-03-16T09:00:00.000Z");
    await type("/acces revue");
    const shown = await type("/acces revue habilitation:H-0003");
    expect(codesOf(shown)).toEqual(["access.inactive-account", "access.role-excess", "access.mfa-missing"]);
    const reduced = await type("/acces decider habilitation:H-0003 decision:réduire");
    expect(saidBy(reduced)[0]).toBe("H-0003 est réduite : gestionnaire passe au profil « gestionnaire de devis réduit (H-0003) ».");
    expect((await grants()).slice(-1)).toMatchObject([{ id: "H-0006", person: "gestionnaire", profile: "PR-0001", from: "2027-03-16" }]);
    expect((await trail("acces.decider")).at(-1)).toMatchObject({
      object: "H-0003",
      details: { person: "gestionnaire", decision: "reduce", profile: "quote-clerk", to: "PR-0001", replacedBy: "H-0006" },
    });
    expect((await type("/devis creer dispositif:AIF session:SE-2026-014 stagiaire:T-0001", "gestionnaire")).outcome).toBe("done");
    expect((await type("/devis soumettre reference:DEV-2026-0001", "gestionnaire")).outcome).toBe("denied");
  });

  it("counts what the trail saw: a right that was used is not in excess", async () => {
    await type("/devis creer dispositif:AIF session:SE-2026-014 stagiaire:T-0001", "gestionnaire");
    await type("/devis soumettre reference:DEV-2026-0001", "gestionnaire");
    await type("/stagiaire ajouter prenom:Lucien nom:Morel", "gestionnaire");
    desk.setClock("2027-02-16T09:00:00.000Z");
    await type("/devis liste", "gestionnaire");
    await type("/acces revue");
    expect(codesOf(await type("/acces revue habilitation:H-0003"))).toEqual(["access.mfa-missing"]);
  });

  it("leaves one's own row to the other RGC, and does not offer what would be refused", async () => {
    for (const person of ["coordinateur", "gestionnaire", "valideur", "assistant"])
      await type(`/acces compte personne:${person} double-authentification:aujourd'hui`);
    const alone = await type("/acces revue");
    expect(alone.reply.next?.map(({ button }) => button?.fr)).toEqual(["garder H-0001"]);
    await type("/acces accorder personne:nadia profil:rgc motif:Suppléante");
    const mine = await type("/acces revue");
    expect(mine.reply.next?.map(({ button }) => button?.fr)).toEqual(["garder H-0006", "retirer H-0006"]);
    const left = await type("/acces decider habilitation:H-0006 decision:garder");
    expect([left.reply.next, saidBy(left).at(-1)]).toEqual([[], expect.stringContaining("(H-0001) reste à décider")]);
    const hers = await type("/acces revue", "nadia");
    expect(hers.reply.next?.map(({ command }) => command)[0]).toBe("/acces decider habilitation:H-0001 decision:garder");
  });

  it("points at a right the trail never saw given", async () => {
    await desk.database.deliver({ workspace: "test", id: "forged", at: desk.now(), actor: "x", path: "x" }, async (unit) => {
      const store = unit.store("all");
      const [first] = await store.grants.list();
      if (first !== undefined) await store.grants.save({ ...first, id: "H-0666", person: "intrus", profile: "approver" });
      await store.audit.append({ at: desk.now(), actor: "x", act: "x", object: "", outcome: "done", details: {} });
      return { outcome: "done" };
    });
    expect(codesOf(await type("/acces revue habilitation:H-0666"))).toContain("access.change-untraced");
  });
});

it("the policy says what is set, as PDF and as Markdown", async () => {
  await type("/organisme regler parametre:revue-rythme valeur:3");
  await type("/organisme regler parametre:compte-dormant valeur:60");
  const answer = await type("/acces politique");
  expect(answer.files.map(({ name }) => name)).toEqual(["politique-acces-99900014400017.pdf", "politique-acces-99900014400017.md"]);
  const text = Buffer.from(answer.files[1]?.bytes ?? []).toString();
  expect(text).toContain("Tous les 3 mois");
  expect(text).toContain("plus de 60 jours");
  expect(text).toContain("conservé 12 mois");
  expect(text).toContain("Qui a saisi un devis n'en enregistre pas la validation");
});

it("an explanation is for those who look after access, and tells who can give a right", async () => {
  const yes = await type("/acces expliquer personne:gestionnaire droit:saisir un devis");
  expect(saidBy(yes)).toEqual(["Oui : H-0003, profil « gestionnaire de devis », depuis le 16/11/2026, accordée par rgc (Devis)."]);
  const no = await type("/acces expliquer personne:gestionnaire droit:valider un devis");
  expect(saidBy(no)).toEqual([
    "Non : aucun de ses profils ne le donne ici.",
    "Le profil le plus étroit qui donne ce droit : valideur. Qui peut l'accorder : rgc.",
  ]);
  expect((await type("/acces expliquer personne:gestionnaire droit:valider un devis", "valideur")).outcome).toBe("denied");
});

describe("a link", () => {
  it("is held to the recorded address, which is never shown", async () => {
    expect((await type("/acces lien lien:https://kairos-connexion.test/", "assistant")).reply.title?.fr).toContain("Impossible à dire");
    await type("/adhesion portail adresse:https://portail-temoin.example");
    const fake = await type("/acces lien lien:Bonjour, voir https://portail-temoin.example.voleur.test/login merci", "assistant");
    expect(fake.reply.title?.fr).toBe("Hameçonnage possible : ce n'est pas le portail");
    expect(JSON.stringify(fake)).not.toMatch(/https?:\/\/|portail-temoin\.example/);
    const real = await type("/acces lien lien:https://portail-temoin.example/connexion", "assistant");
    expect(real.reply.title?.fr).toBe("C'est bien le portail");
    expect(JSON.stringify([real, await trail("acces.lien")])).not.toContain("portail-temoin");
    expect(codesOf(await type("/acces lien lien:bonjour", "assistant"))).toEqual(["access.no-link"]);
    const mixed = await type("/acces lien lien:https://portail-temoin.example/a puis **https://voleur.test/a!b**", "assistant");
    expect(mixed.reply.title?.fr).toBe("Ce n'est pas le portail");
    expect(JSON.stringify(await type("/acces lien lien:https://a.portail-temoin.example.voleur.test/", "assistant"))).not.toContain(
      "portail-temoin",
    );
    expect((await type("/acces lien lien:https://a.test", "inconnu")).outcome).toBe("denied");
  });
});

describe("what somebody hostile tries", () => {
  it("nobody widens a profile they hold, nor takes a name that stands for another", async () => {
    await type("/acces accorder personne:nadia profil:rgc motif:Suppléante");
    await type("/acces profil nom:Accueil base:coordinateur pédagogique droits:consulter les sessions");
    await type("/acces accorder personne:rgc profil:PR-0001 motif:Accueil", "nadia");
    expect(codesOf(await type("/acces profil profil:PR-0001 droits:consulter les sessions, gérer les sessions"))).toEqual([
      "access.self-granted",
    ]);
    expect((await type("/acces profil profil:PR-0001 droits:consulter les sessions, gérer les sessions", "nadia")).outcome).toBe("done");
    for (const name of ["Gestionnaire-de-devis", "accueil", "PR-0005", "***"])
      expect((await type(`/acces profil nom:${name} base:assistant administratif`)).outcome, name).not.toBe("done");
  });

  it("whoever is about to leave keeps nobody's keys", async () => {
    await type("/acces accorder personne:nadia profil:rgc motif:Suppléante");
    expect((await type("/acces depart personne:rgc le:01/12/2026", "nadia")).outcome).toBe("done");
    expect(codesOf(await type("/acces retirer habilitation:H-0006"))).toEqual(["access.last-rgc"]);
    expect(codesOf(await type("/acces depart personne:nadia"))).toEqual(["access.last-rgc"]);
    await type("/acces revue");
    expect(codesOf(await type("/acces decider habilitation:H-0006 decision:retirer"))).toEqual(["access.last-rgc"]);
  });

  it("who only keeps the provider's record opens no establishment", async () => {
    await type("/acces profil nom:Fiche base:RGC droits:gérer l'organisme, consulter l'organisme");
    await type("/acces accorder personne:eve profil:Fiche motif:Tient la fiche");
    expect((await type("/organisme etablissement siret:99900014400033 nom:Coquille", "eve")).outcome).toBe("denied");
    await type("/acces depart personne:assistant");
    expect(codesOf(await type("/organisme etablissement siret:99900014400025 nom:Pau rgc:assistant"))).toEqual(["access.has-left"]);
  });

  it("two addresses recorded for the portal prove nothing", async () => {
    await type("/adhesion portail adresse:https://portail-temoin.example");
    await type("/organisme etablissement siret:99900014400025 nom:Pau");
    await type("/adhesion portail adresse:https://portail-autre.example etablissement:99900014400025");
    expect((await type("/acces lien lien:https://portail-autre.example/")).reply.title?.fr).toContain("À vérifier");
  });

  it("an answer is published by whoever may in each establishment it may show", async () => {
    await type("/organisme etablissement siret:99900014400025 nom:Pau");
    const both = "/acces accorder personne:sam motif:x";
    await type(`${both} profil:assistant administratif etablissement:99900014400017`);
    await type(`${both} profil:valideur etablissement:99900014400025`);
    expect((await type("/devis liste", "sam")).reply.publishable).toBeUndefined();
    expect((await type("/devis liste", "valideur")).reply.publishable).toBe(true);
  });

  it("a waiver ends with the second person", async () => {
    for (const person of ["coordinateur", "gestionnaire", "valideur", "assistant"]) await type(`/acces depart personne:${person}`);
    expect((await type("/organisme regler parametre:separation-taches valeur:non")).outcome).toBe("done");
    const second = await type("/acces accorder personne:nadia profil:gestionnaire de devis motif:Devis");
    expect(saidBy(second).join(" ")).toContain("La séparation des tâches est rétablie");
    const [provider] = await desk.database.read("test", "all", ({ providers }) => providers.list());
    expect(provider?.settings.separationOfDuties).toBe("required");
  });

  it("what is taken back beside an open review stands so in its report", async () => {
    for (const person of ["rgc", "coordinateur", "gestionnaire", "valideur"])
      await type(`/acces compte personne:${person} double-authentification:aujourd'hui mot-de-passe:aujourd'hui`);
    await type("/acces revue");
    await type("/acces decider habilitation:H-0005 decision:garder");
    await type("/acces retirer habilitation:H-0005 motif:Fin de contrat");
    await type("/acces retirer habilitation:H-0004");
    const csv = Buffer.from((await type("/acces cloturer")).files[1]?.bytes ?? []).toString();
    expect(csv).toContain("Retirée à part, par rgc pour le 16/11/2026. Motif : Fin de contrat");
    expect(csv).toMatch(/H-0004;.*Retirée à part/);
    const [review] = await desk.database.read("test", "all", ({ accessReviews }) => accessReviews.list());
    expect(review?.closed?.report.sections[0]?.paragraphs?.[0]).toMatch(
      / : aucune retirée, aucune réduite, 2 retirées à part, les autres gardées\./,
    );
  });
});

it("no file of the commands is without a declared right", async () => {
  const { readdir, readFile } = await import("node:fs/promises");
  const folder = fileURLToPath(new URL("../../packages/bot/src/commands", import.meta.url));
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".ts"));
  expect(files.length).toBeGreaterThanOrEqual(desk.commands.size);
  for (const file of files) expect(await readFile(`${folder}/${file}`, "utf8"), file).toMatch(/^ {2}needs: (?:"[a-z.-]+"|may[A-Za-z]+),$/m);
});
