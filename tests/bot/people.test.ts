import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { personNamed } from "../../packages/bot/src/dossiers/people.js";
import { openDesk, openFoundedDesk, type TestDesk } from "./desk.js";

let desk: TestDesk;
beforeEach(async () => {
  desk = await openFoundedDesk();
});
afterEach(() => desk.close());

describe("a person", () => {
  it.each(["marie@cfa.fr", "D'Artagnan", "Éloïse  Bürger", "rgc\u200b2", "œ".repeat(60), `${"a".repeat(70)}🙂b`])(
    "is given the right under the id they speak with: %s",
    async (name) => {
      await desk.type("rgc", `/acces accorder personne:"${name}" profil:assistant motif:Essai`);
      const id = personNamed(name)?.id ?? "";
      expect((await desk.type(id, "/devis liste")).outcome).toBe("done");
    },
  );

  it.each(["!!!", "\u200b", "---"])("without a letter is nobody: %s", async (name) => {
    expect(personNamed(name)).toBeUndefined();
    expect((await desk.type("rgc", `/acces accorder personne:"${name}" profil:assistant motif:Essai`)).outcome).not.toBe("done");
  });

  it("called by a social security number is answered and traced nowhere", async () => {
    const before = await entries();
    const answer = await desk.type("1-85-05-78-006-084-91", "/aide");
    expect(answer.reply.problems?.map(({ code }) => code)).toEqual(["id.nir-detected"]);
    expect(await entries()).toEqual(before);
  });

  it("on an empty desk is told how to open it", async () => {
    const empty = await openDesk();
    const answer = await empty.type("marie", "/devis liste");
    expect(answer.reply.problems?.map(({ code }) => code)).toEqual(["access.not-founded"]);
    await empty.close();
  });

  it("who opens the workspace again is told that it is open", async () => {
    const answer = await desk.type("rgc", "/organisme demarrer siret:99900014400017 nom:Encore");
    expect([answer.outcome, answer.reply.problems?.map(({ code }) => code)]).toEqual(["denied", ["access.already-founded"]]);
  });

  it("who does not administer the server does not open a workspace on it", async () => {
    const empty = await openDesk();
    const options = { siret: "99900014400017", nom: "Atelier des Rives" };
    const answer = await empty.dispatch({ ...asking("marie", "first"), mayFound: false, path: "organisme demarrer", options });
    expect(answer.reply.problems?.map(({ code }) => code)).toEqual(["access.not-administrator"]);
    expect((await empty.dispatch({ ...asking("marie", "second"), path: "organisme demarrer", options })).outcome).toBe("done");
    await empty.close();
  });

  it("confirms what they asked for themselves, while it is shown", async () => {
    const path = "acces retirer";
    const options = { habilitation: "H-0002" };
    const preview = await desk.dispatch({ ...asking("rgc", "see"), path, options, stage: { kind: "preview" } });
    const confirm = { path: "", options: {}, stage: { kind: "confirm", of: "see" } } as const;
    const byAnother = await desk.dispatch({ ...asking("gestionnaire", "other"), ...confirm });
    expect(byAnother.reply.problems?.map(({ code }) => code)).toEqual(["access.not-yours"]);
    desk.setClock("2026-11-18T08:00:00.000Z");
    const late = await desk.dispatch({ ...asking("rgc", "late"), ...confirm });
    expect([preview.outcome, late.reply.problems?.map(({ code }) => code)]).toEqual(["done", ["input.expired"]]);
  });

  it("is told from when and until when they may, and whose grant is taken back", async () => {
    const first = async (line: string) => (await desk.type("rgc", line)).reply.lines?.[0]?.text;
    const may =
      "consulter l'organisme, consulter les sessions, consulter les rendez-vous, gérer les rendez-vous, consulter son propre agenda, consulter les stagiaires, consulter les devis, consulter l'assiduité, signaler un incident, vérifier un lien du portail.";
    const grant = (rest: string) => `/acces accorder personne:Nadia profil:assistant administratif motif:Congés ${rest}`;
    expect(await first(grant("debut:01/12/2026 fin:31/12/2026"))).toMatchObject({
      fr: `Pourra, à partir du 01/12/2026, jusqu'au 31/12/2026 : ${may}`,
      en: expect.stringMatching(/^From 2026-12-01 on, may, until 2026-12-31: view/),
    });
    expect(await first(grant("fin:30/11/2026"))).toMatchObject({ fr: `Peut, jusqu'au 30/11/2026 : ${may}` });
    expect(await first(grant("debut:01/01/2027"))).toMatchObject({ fr: `Pourra, à partir du 01/01/2027 : ${may}` });
    expect(await first("/acces retirer habilitation:H-0007")).toEqual({
      fr: "Retrait : dès aujourd'hui, cette habilitation ne donne plus aucun droit à Nadia.",
      en: "Revocation: from today on, this access grant gives Nadia no rights.",
    });
  });

  it("cannot leave the establishment without a lasting RGC", async () => {
    await desk.type("rgc", "/acces accorder personne:interim profil:RGC motif:Congés fin:30/11/2026");
    expect((await desk.type("rgc", "/acces retirer habilitation:H-0001")).reply.problems?.map(({ code }) => code)).toEqual([
      "access.last-rgc",
    ]);
    await desk.type("rgc", "/acces accorder personne:relève profil:RGC motif:Départ");
    expect((await desk.type("rgc", "/acces retirer habilitation:H-0001")).outcome).toBe("done");
  });
});

describe("the trail", () => {
  it("never holds what was typed in the place of a reference", async () => {
    await desk.type("inconnu", "/devis voir reference:X-185057800608491");
    await desk.type("inconnu", "/stagiaire corriger reference:Luc-Durand prenom:x");
    await desk.type("assistant", "/devis soumettre reference:DEV-2026-0001");
    expect((await entries()).slice(-3).map(({ object }) => object)).toEqual(["", "", "DEV-2026-0001"]);
  });
});

function entries() {
  return desk.database.read("test", "all", async ({ audit }) => {
    const all = [];
    for await (const entry of audit.entries()) all.push(entry);
    return all;
  });
}

function asking(person: string, deliveryId: string) {
  return { workspace: "test", deliveryId, actor: { id: person, name: person }, mayFound: true };
}
