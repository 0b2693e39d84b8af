import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Incident } from "@kairos/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "../../packages/bot/src/dispatch.js";
import { movesIn } from "../../packages/bot/src/fronts/shared/moves.js";
import { openFoundedDesk, type TestDesk } from "./desk.js";
import { png } from "./screenshot.js";

let desk: TestDesk;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "kairos-"));
  desk = await openFoundedDesk({ file: join(folder, "desk.sqlite") });
  await desk.type("gestionnaire", "/devis creer dispositif:AIF session:SE-2026-014 stagiaire:T-0001");
});
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true });
});

/** A picture of its own each time: the same bytes are one screenshot. */
const screenshot = (name = "image.png", mark = "") => ({ capture: { name, bytes: Buffer.concat([png, Buffer.from(mark)]) } });
const codesOf = ({ reply }: Answer) => (reply.problems ?? []).map(({ code }) => code);
const movesOf = ({ reply }: Answer) => movesIn(reply, desk.commands).map(({ values, asks }) => ({ ...values, asks: [...asks] }));
const textOf = ({ reply }: Answer) => (reply.texts ?? []).map(({ text }) => text).join();
const linesOf = ({ reply }: Answer) => (reply.lines ?? []).map(({ text }) => text.fr).join("\n");
const referenceOf = ({ reply }: Answer) => reply.trace?.object ?? "";
const kept = async (answer: Answer): Promise<Incident> => {
  const found = await desk.database.read("test", "all", ({ incidents }) => incidents.get(referenceOf(answer)));
  if (found === undefined) throw new Error(`${referenceOf(answer)} is not kept`);
  return found;
};
const set = (answer: Answer, change: Partial<Incident>) =>
  desk.database.deliver({ workspace: "test", id: `set-${referenceOf(answer)}`, at: desk.now(), actor: "test", path: "" }, async (unit) => {
    const { incidents } = unit.store("all");
    const found = await incidents.get(referenceOf(answer));
    if (found !== undefined) await incidents.save({ ...found, ...change });
    return { outcome: "done" };
  });

const whole =
  "message:Erreur 403 : accès refusé pas:J'ouvre le devis DEV-2026-0001 moment:il y a 10 minutes navigateur:Chrome 131 identifiant:LMARCHAND01";

describe("/incident ouvrir", () => {
  it("keeps an empty file as a draft, each thing that misses with the command that asks for it alone, and one for all", async () => {
    const answer = await desk.type("valideur", "/incident ouvrir");
    expect(answer.outcome).toBe("done");
    expect(await kept(answer)).toMatchObject({ status: "draft", symptom: "other", reporter: "valideur" });
    const [all, ...each] = movesOf(answer);
    expect(all?.asks).toEqual(["identifiant", "moment", "message", "pas", "navigateur"]);
    expect(each.map(({ asks }) => asks.join())).toEqual(["identifiant", "moment", "message", "pas", "navigateur", "capture"]);
  });

  it("is complete at once when nothing misses, and hands out the file", async () => {
    const answer = await desk.type("gestionnaire", `/incident ouvrir ${whole} capture-verifiee:oui capture:image.png`, screenshot());
    expect(codesOf(answer)).toEqual([]);
    expect(await kept(answer)).toMatchObject({
      status: "complete",
      symptom: "forbidden",
      contact: "account-manager",
      occurredAt: "2026-11-16T07:50:00.000Z",
      quote: "DEV-2026-0001",
      session: "SE-2026-014",
      pictureChecked: true,
      history: [{ action: "complete", by: "gestionnaire" }],
    });
    expect(answer.files.map(({ name }) => name)).toEqual(expect.arrayContaining(["INC-2026-0002.pdf", "INC-2026-0002.txt"]));
    expect(answer.reply.fields?.find(({ name }) => name.fr === "Heure exacte")?.value.fr).toBe("16/11/2026 à 08:50 (Europe/Paris)");
  });

  it("keeps for the next time who the person is in the portal and their browser, and nobody else's", async () => {
    const own = await desk.type("gestionnaire", "/incident ouvrir message:Page blanche");
    expect(await kept(own)).toMatchObject({ portalUser: "LMARCHAND01", browser: "Chrome 131", symptom: "blank-page" });
    const other = await kept(await desk.type("assistant", "/incident ouvrir message:Page blanche"));
    expect([other.portalUser, other.browser]).toEqual([undefined, undefined]);
  });

  it("refuses an hour that cannot be read, and what is no identifier, without repeating it", async () => {
    expect(codesOf(await desk.type("gestionnaire", "/incident ouvrir moment:tout à l'heure"))).toEqual(["ticket.time-unreadable"]);
    for (const typed of ["Soleil2026!", "mdp: Soleil2026", "deux mots", "ab"]) {
      const answer = await desk.type("gestionnaire", `/incident ouvrir identifiant:${typed}`);
      expect(codesOf(answer), typed).toEqual(["ticket.user-id-unlike"]);
      expect(JSON.stringify(answer.reply), typed).not.toContain(typed);
    }
    expect((await desk.type("gestionnaire", "/incident ouvrir identifiant:l.marchand@of.example")).outcome).toBe("done");
  });

  it("recognises only references that exist, and refuses a named one that does not", async () => {
    const answer = await kept(
      await desk.type("gestionnaire", "/incident ouvrir message:Ni DEV-2026-0999 ni SE-2026-999, mais se-2026-014"),
    );
    expect([answer.quote, answer.session]).toEqual([undefined, "SE-2026-014"]);
    const codes = async (option: string) => codesOf(await desk.type("gestionnaire", `/incident ouvrir ${option}`));
    expect(await codes("devis:DEV-2026-0999")).toEqual(["input.unknown-reference"]);
    expect(await codes("session:SE-2026-999")).toEqual(["input.unknown-reference"]);
  });

  it("takes the cause of a diagnosis with its symptom and its recipient; another recipient is warned about", async () => {
    const answer = await desk.type("gestionnaire", `/incident ouvrir ${whole} cause:blank-portal`);
    expect(await kept(answer)).toMatchObject({ symptom: "blank-page", cause: "blank-portal", contact: "technical-support" });
    const other = await desk.type("gestionnaire", `/incident ouvrir ${whole} cause:blank-portal destinataire:regional-base`);
    expect(codesOf(other)).toContain("ticket.wrong-channel");
    expect(movesOf(other)).toContainEqual(expect.objectContaining({ destinataire: "technical-support", asks: [] }));
    expect(await kept(other)).toMatchObject({ status: "complete", contact: "regional-base" });
  });

  it("tells what was masked by kind and number, and that a password must be changed", async () => {
    const answer = await desk.type(
      "gestionnaire",
      "/incident ouvrir message:Refusé, mot de passe : Soleil2026! pour M. Dupond pas:Je cherche Camille Durand, puis durand",
    );
    expect(linesOf(answer)).toContain("4 passages masqués avant d'être gardés : mot de passe, nom (3).");
    expect(linesOf(answer)).toContain("changez-le");
    expect(await kept(answer)).toMatchObject({
      message: "Refusé, mot de passe : [mot de passe] pour M. [nom]",
      steps: "Je cherche [nom], puis [nom]",
    });
    const again = await desk.type("gestionnaire", `/incident completer incident:${referenceOf(answer)} navigateur:Firefox 140`);
    expect(linesOf(again)).not.toContain("masqué");
  });

  it("reads the hour on the clocks of the establishment", async () => {
    await desk.type("rgc", "/organisme regler parametre:fuseau valeur:America/Martinique");
    const answer = await desk.type("gestionnaire", "/incident ouvrir moment:ce matin 3h59");
    expect(await kept(answer)).toMatchObject({ occurredAt: "2026-11-16T07:59:00.000Z", timeZone: "America/Martinique" });
    await desk.type("rgc", "/organisme regler parametre:fuseau valeur:Europe/Paris");
  });

  it("tells the acts of the person within half an hour, no minute more, and nobody else's", async () => {
    desk.setClock("2026-11-17T08:00:00.000Z");
    await desk.type("gestionnaire", "/devis voir reference:DEV-2026-0001");
    await desk.type("coordinateur", "/session voir reference:SE-2026-014");
    desk.setClock("2026-11-17T09:30:00.000Z");
    const at = async (moment: string) =>
      textOf(await desk.type("gestionnaire", `/incident ouvrir ${whole.replace("il y a 10 minutes", moment)}`));
    expect(await at("17/11/2026 9h30")).toContain("- 17/11/2026 à 09:00 · devis voir · DEV-2026-0001");
    expect(await at("17/11/2026 9h30")).not.toContain("session voir");
    expect(await at("17/11/2026 9h31")).not.toContain("devis voir");
    expect(await at("17/11/2026 8h30")).toContain("devis voir");
    expect(await at("17/11/2026 8h29")).not.toContain("devis voir");
  });

  it("attaches the third person within the hour to the first, with those in between", async () => {
    desk.setClock("2026-11-18T08:00:00.000Z");
    const line = "/incident ouvrir message:compte bloqué";
    const first = await desk.type("valideur", line);
    desk.setClock("2026-11-18T08:01:00.000Z");
    const second = await desk.type("assistant", line);
    expect([(await kept(first)).sameAs, (await kept(second)).sameAs]).toEqual([undefined, undefined]);
    desk.setClock("2026-11-18T09:00:00.000Z");
    const third = await desk.type("coordinateur", line);
    expect(linesOf(third)).toContain(`rattaché à ${referenceOf(first)}`);
    expect([(await kept(first)).sameAs, (await kept(second)).sameAs, (await kept(third)).sameAs]).toEqual([
      undefined,
      referenceOf(first),
      referenceOf(first),
    ]);
    const last = await desk.type("gestionnaire", line);
    expect((await kept(last)).sameAs).toBe(referenceOf(first));
    desk.setClock("2026-11-18T12:00:00.000Z");
    expect((await kept(await desk.type("rgc", line))).sameAs).toBeUndefined();
  });
});

describe("/incident completer", () => {
  it("asks no more than what misses, and completes the file", async () => {
    const draft = await desk.type("coordinateur", `/incident ouvrir ${whole.replace(/identifiant:.*/, "")}`);
    expect(codesOf(draft)).toEqual(["ticket.user-id-missing", "ticket.screenshot-missing"]);
    const done = await desk.type("coordinateur", `/incident completer incident:${referenceOf(draft)} identifiant:CPETIT02`);
    expect(await kept(done)).toMatchObject({ status: "complete", portalUser: "CPETIT02" });
    expect(textOf(done)).toContain("CPETIT02");
  });

  it("judges a complete file again, and refuses one that was sent", async () => {
    const filed = await desk.type("coordinateur", `/incident ouvrir ${whole}`);
    const reference = referenceOf(filed);
    const more = await desk.type("coordinateur", `/incident completer incident:${reference} capture:a.png`, screenshot("a.png"));
    expect(await kept(more)).toMatchObject({ status: "draft", pictureChecked: false });
    const checked = await desk.type("coordinateur", `/incident completer incident:${reference} capture-verifiee:oui`);
    expect((await kept(checked)).status).toBe("complete");
    await set(filed, { status: "sent" });
    const late = await desk.type("coordinateur", `/incident completer incident:${reference} navigateur:Edge 140`);
    expect(codesOf(late)).toEqual(["ticket.step-illegal"]);
    expect((await kept(filed)).browser).toBe("Chrome 131");
  });

  it("takes five screenshots, each under a number that no other had, and removes one", async () => {
    const draft = await desk.type("coordinateur", "/incident ouvrir message:rien");
    const add = (mark: string) =>
      desk.type("coordinateur", `/incident completer incident:${referenceOf(draft)} capture:a.png`, screenshot("a.png", mark));
    for (const mark of ["1", "2", "2", "3", "4", "5"]) await add(mark);
    const names = async () => (await kept(draft)).screenshots.map(({ fileName }) => fileName.replace(/^.*-(\d+)\.png$/, "$1"));
    expect(await names()).toEqual(["1", "2", "3", "4", "5"]);
    expect(codesOf(await add("6"))).toEqual(["input.too-many"]);
    const remove = (rank: number) =>
      desk.type("coordinateur", `/incident completer incident:${referenceOf(draft)} retirer-capture:${rank}`);
    await remove(2);
    await add("6");
    expect(await names()).toEqual(["1", "3", "4", "5", "6"]);
    expect(codesOf(await remove(2))).toEqual(["input.unknown-value"]);
  });

  it("is for whoever reported it, and for who follows them all", async () => {
    const draft = referenceOf(await desk.type("coordinateur", "/incident ouvrir message:rien"));
    const by = async (person: string) => codesOf(await desk.type(person, `/incident completer incident:${draft} navigateur:Edge 140`));
    expect(await by("gestionnaire")).toEqual(["input.unknown-reference"]);
    expect(await by("rgc")).not.toContain("input.unknown-reference");
    const known = (person: string) =>
      desk.database.read("test", "all", async (store) =>
        desk.commands.get("incident completer")?.known?.({
          store,
          provider: undefined,
          values: { incident: draft },
          actor: { id: person, name: person },
          may: () => person === "rgc",
          now: desk.now(),
        }),
      );
    expect(await known("gestionnaire")).toEqual({});
    expect(await known("rgc")).toMatchObject({ message: "rien", browser: "Edge 140" });
  });

  it("needs something to say", async () => {
    const draft = referenceOf(await desk.type("coordinateur", "/incident ouvrir"));
    expect(codesOf(await desk.type("coordinateur", `/incident completer incident:${draft}`))).toEqual(["input.nothing-given"]);
  });
});

describe("/incident fichier", () => {
  it("gives the text, the paper and the mail of a complete file, and says what an incomplete one misses", async () => {
    const draft = await desk.type("coordinateur", "/incident ouvrir message:rien");
    const refused = await desk.type("coordinateur", `/incident fichier incident:${referenceOf(draft)}`);
    expect(refused.outcome).toBe("refused");
    expect(codesOf(refused)).toContain("ticket.action-missing");
    expect(movesOf(refused)[0]?.asks).toContain("pas");
    const complete = await desk.type("coordinateur", `/incident ouvrir ${whole}`);
    const file = await desk.type("coordinateur", `/incident fichier incident:${referenceOf(complete)}`);
    expect(textOf(file)).toBe(textOf(complete));
    expect(linesOf(file)).toContain("Demandez-la au RGC");
    const [mail] = file.reply.mails ?? [];
    expect(mail).toMatchObject({ fileName: `${referenceOf(complete)}.eml`, subject: expect.stringContaining("99900014400017") });
    expect(mail).not.toHaveProperty("to");
  });

  it("does not give a file in which a candidate recorded since is named", async () => {
    const complete = await desk.type("coordinateur", `/incident ouvrir ${whole.replace("accès refusé", "rien pour Quévillon")}`);
    expect((await kept(complete)).status).toBe("complete");
    await desk.type("gestionnaire", "/stagiaire ajouter prenom:Hortense nom:Quévillon identifiant:10203040507");
    const late = await desk.type("coordinateur", `/incident fichier incident:${referenceOf(complete)}`);
    expect(codesOf(late)).toContain("ticket.personal-data");
  });
});

describe("what was secret", () => {
  it("is nowhere in the file of the desk", async () => {
    const nir = "2 85 05 78 006 084 41";
    await desk.type(
      "gestionnaire",
      `/incident ouvrir message:Refusé avec le mot de passe : Canari2026! (${nir}) pas:candidat Basile Quintrec navigateur:mdp: Canari2026! capture:Quintrec.png`,
      screenshot("Basile-Quintrec.png"),
    );
    const reference = referenceOf(await desk.type("gestionnaire", "/incident ouvrir message:rien"));
    await desk.type("gestionnaire", `/incident completer incident:${reference} pas:Mme Quintrec, mdp = Canari2026!, ${nir}`);
    await desk.type("gestionnaire", `/incident completer incident:${reference} capture:Quintrec.pdf`, {
      capture: { name: "Quintrec.pdf", bytes: Buffer.from("%PDF-1.7") },
    });
    const written = readdirSync(folder).map((name) => readFileSync(join(folder, name)).toString("latin1"));
    for (const canary of ["Canari2026", "Quintrec", "78 006 084"]) expect(written.join().includes(canary), canary).toBe(false);
    expect(desk.failures).toEqual([]);
  });
});
