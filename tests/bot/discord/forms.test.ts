import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { guild } from "../fronts/loopback.js";
import { ids, openScene, type Scene } from "./scene.js";

let scene: Scene;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "kairos-"));
  scene = await openScene({ file: join(folder, "desk.sqlite") });
});
afterEach(async () => {
  await scene.close();
  rmSync(folder, { recursive: true });
});

const read: Scene["desk"]["database"]["read"] = (...given) => scene.desk.database.read(...given);
const fieldsOf = (modal: Record<string, unknown>) =>
  (modal.components as { label: string; component: { type: number; custom_id: string } }[]).map(({ label, component }) => [
    label,
    component.type,
    component.custom_id,
  ]);

const firstStep = { reference: "SE-2026-020", intitule: "Secrétariat", debut: "04/01/2027", fin: "15/01/2027", "heures-centre": "70 h" };

describe("a form", () => {
  it("opens as the first answer, in the asker's language, and keeps what was typed", async () => {
    const { acknowledged, modal } = await scene.as("gestionnaire").slash("stagiaire ajouter", { prenom: "Zoé" });
    expect(acknowledged.body.type).toBe(9);
    expect(modal.title).toBe("/stagiaire ajouter");
    expect(fieldsOf(modal)).toEqual([
      ["Prénom", 4, "prenom"],
      ["Nom", 4, "nom"],
      ["Identifiant France Travail", 4, "identifiant"],
    ]);
    expect(JSON.stringify(modal)).toContain('"value":"Zoé"');
    const english = await scene.as("gestionnaire", { locale: "en-GB" }).slash("stagiaire ajouter");
    expect(english.modal.title).toBe("/trainee add");
  });

  it("runs its command when it is sent, once even when the delivery is replayed", async () => {
    const clerk = scene.as("gestionnaire");
    const { modal } = await clerk.slash("stagiaire ajouter");
    const values = { prenom: "Zoé", nom: "Petit", identifiant: "51234567890" };
    const answers = await Promise.all([clerk.submit(modal, values), clerk.submit(modal, values)]);
    for (const answer of answers) expect((await answer.shown()).text).toContain("T-0002 · Zoé");
    expect(await read(guild, "all", ({ trainees }) => trainees.list())).toHaveLength(2);
  });

  it("in two steps keeps its draft through a restart, and judges each step as it comes", async () => {
    const coordinator = scene.as("coordinateur");
    const { modal } = await coordinator.slash("session creer");
    expect(modal.title).toBe("/session creer (1/2)");
    const wrong = await (await coordinator.submit(modal, { ...firstStep, debut: "31/02/2027" })).shown();
    expect(wrong.text).toContain("31/02/2027");
    const again = await coordinator.click(wrong, "Reprendre la saisie");
    expect(JSON.stringify(again.modal)).toContain('"value":"Secrétariat"');
    const kept = await (await coordinator.submit(again.modal, firstStep)).shown();
    expect(kept.text).toContain("Étape 1 sur 2");
    await scene.restart();
    const second = await scene.as("coordinateur").click(kept, "Continuer");
    expect(fieldsOf(second.modal).map(([, type]) => type)).toEqual([4, 21, 4, 4, 4]);
    const done = await (
      await scene.as("coordinateur").submit(second.modal, { lieu: "Bordeaux", modalite: "on-site", prix: "1190" })
    ).shown();
    expect(done.text).toContain("Session SE-2026-020");
    expect(await read(guild, "all", ({ sessions }) => sessions.get("SE-2026-020"))).toMatchObject({
      place: "Bordeaux",
      priceCents: 119_000,
    });
  });

  it("can be saved without its second step, or dropped", async () => {
    const coordinator = scene.as("coordinateur");
    const begun = async (reference: string) =>
      (await coordinator.submit((await coordinator.slash("session creer")).modal, { ...firstStep, reference })).shown();
    expect((await (await coordinator.click(await begun("SE-2026-021"), "Enregistrer sans la suite")).shown()).text).toContain(
      "SE-2026-021",
    );
    const dropped = await begun("SE-2026-022");
    expect((await (await coordinator.click(dropped, "Abandonner")).shown()).text).toContain("rien n'a été enregistré");
    expect((await (await coordinator.click(dropped, "Continuer")).shown()).text).toContain("expiré");
    expect(await read(guild, "all", ({ sessions }) => sessions.get("SE-2026-022"))).toBeUndefined();
  });

  it("that is saved takes nothing more: what comes late is told, an old button shows how it ended", async () => {
    const coordinator = scene.as("coordinateur");
    const kept = await (await coordinator.submit((await coordinator.slash("session creer")).modal, firstStep)).shown();
    const second = await coordinator.click(kept, "Continuer");
    const left = await coordinator.click(kept, "Continuer");
    await (await coordinator.submit(second.modal, { lieu: "Pau" })).shown();
    expect((await (await coordinator.submit(left.modal, { lieu: "Tarbes" })).shown()).text).toContain("était déjà enregistré");
    expect((await (await coordinator.click(kept, "Abandonner")).shown()).text).toContain("Session SE-2026-020");
    expect(await read(guild, "all", ({ sessions }) => sessions.get("SE-2026-020"))).toMatchObject({ place: "Pau" });
  });

  it("loses nothing when the interaction that opened it is delivered again", async () => {
    const coordinator = scene.as("coordinateur");
    const { modal, interaction } = await coordinator.slash("session creer");
    const kept = await (await coordinator.submit(modal, firstStep)).shown();
    scene.discord.deliver(interaction);
    await (await coordinator.slash("aide")).shown();
    const second = await coordinator.click(kept, "Continuer");
    expect((await (await coordinator.submit(second.modal, {})).shown()).text).toContain("Session SE-2026-020");
  });

  it("opens only where nothing is typed of what it could change", async () => {
    const typed = await scene.as("coordinateur").slash("session corriger", { reference: "SE-2026-014", formacode: "31768" });
    expect(typed.acknowledged.body.type).toBe(5);
    const bare = await scene.as("coordinateur").slash("session corriger", { reference: "SE-2026-014" });
    expect(bare.acknowledged.body.type).toBe(9);
  });

  it("that corrects shows what the desk has, and sends on only what was changed", async () => {
    const coordinator = scene.as("coordinateur");
    const { modal } = await coordinator.slash("session corriger", { reference: "SE-2026-014" });
    for (const had of ["Cariste CACES R489", "07/12/2026", "70 h", "Bordeaux"]) expect(JSON.stringify(modal)).toContain(`"value":"${had}"`);
    const same = { intitule: "Cariste CACES R489", debut: "07/12/2026", fin: "18/12/2026", "heures-centre": "70 h", lieu: "Bordeaux" };
    const unchanged = await (await coordinator.submit(modal, same)).shown();
    expect((await (await coordinator.click(unchanged, "Enregistrer sans la suite")).shown()).text).toContain("Rien n'a changé");
    const changed = await (await coordinator.submit(modal, { ...same, lieu: "Mérignac" })).shown();
    await (await coordinator.click(changed, "Enregistrer sans la suite")).shown();
    expect(await read(guild, "all", ({ sessions }) => sessions.get("SE-2026-014"))).toMatchObject({ place: "Mérignac" });
    const traced = await read(guild, "all", async ({ audit }) => {
      const details: unknown[] = [];
      for await (const entry of audit.entries({ object: "SE-2026-014" })) details.push(entry.details);
      return details;
    });
    expect(traced.at(-1)).toMatchObject({ change: "place" });
  });

  it.each([
    ["rgc", "organisme completer", {}, "12 rue des Chantiers"],
    ["gestionnaire", "stagiaire corriger", { reference: "T-0001" }, "Durand"],
    ["gestionnaire", "devis corriger", { reference: "DEV-2026-0001" }, "Cariste CACES R489"],
  ] as const)("of %s, /%s, is filled with what is known", async (name, path, options, had) => {
    expect(JSON.stringify((await scene.as(name).slash(path, options)).modal)).toContain(`"value":"${had}"`);
  });

  it("shows nothing of a record to whoever may not change it, nor of another server", async () => {
    expect((await scene.as("assistant").slash("session corriger", { reference: "SE-2026-014" })).acknowledged.body.type).toBe(5);
    const elsewhere = await scene
      .as("coordinateur", { guild: "900000000000000099" })
      .slash("session corriger", { reference: "SE-2026-014" });
    expect(JSON.stringify(elsewhere.acknowledged.body)).not.toContain("Cariste");
  });

  it("takes several lines where several make sense", async () => {
    const clerk = scene.as("gestionnaire");
    const { modal } = await clerk.slash("devis corriger", { reference: "DEV-2026-0001" });
    const kept = await (await clerk.submit(modal, {})).shown();
    const second = await clerk.click(kept, "Continuer");
    expect((await (await clerk.submit(second.modal, { notes: "Première ligne\nSeconde" })).shown()).text).not.toContain("✖");
    expect(await read(guild, "all", ({ quotes }) => quotes.get("DEV-2026-0001"))).toMatchObject({ notes: "Première ligne\nSeconde" });
  });

  it("belongs to whoever opened it", async () => {
    const { modal } = await scene.as("gestionnaire").slash("stagiaire ajouter");
    const forged = await scene.as("coordinateur").submit(modal, { prenom: "Zoé", nom: "Petit" });
    expect((await forged.shown()).text).toContain("seule la personne");
    const elsewhere = await scene.as("gestionnaire", { guild: "900000000000000099" }).submit(modal, { prenom: "Zoé", nom: "Petit" });
    expect((await elsewhere.shown()).text).toContain("expiré");
    expect(await read(guild, "all", ({ trainees }) => trainees.list())).toHaveLength(1);
  });

  it("is not offered to whoever may not run the command", async () => {
    const refused = await scene.as("assistant").slash("stagiaire ajouter");
    expect(refused.acknowledged.body.type).toBe(5);
    expect((await refused.shown()).text).toContain("Refusé");
  });

  it("keeps no social security number, not even in a draft", async () => {
    const clerk = scene.as("gestionnaire");
    const { modal, interaction } = await clerk.slash("stagiaire ajouter");
    const shown = await (await clerk.submit(modal, { prenom: "Zoé", nom: "Petit", identifiant: "1 85 05 78 006 084 91" })).shown();
    expect(shown.text).toContain("numéro de sécurité sociale");
    expect(JSON.stringify(await scene.desk.database.drafts.get(guild, interaction.id))).not.toContain("78 006");
    const typed = await clerk.slash("stagiaire ajouter", { prenom: "1 85 05 78 006 084 91" });
    expect((await typed.shown()).text).toContain("numéro de sécurité sociale");
    expect(await scene.desk.database.drafts.get(guild, typed.interaction.id)).toBeUndefined();
  });

  it("keeps nothing of whoever lost the right meanwhile", async () => {
    const clerk = scene.as("gestionnaire");
    const { modal, interaction } = await clerk.slash("stagiaire ajouter");
    const grants = await read(guild, "all", (store) => store.grants.of(ids.gestionnaire));
    await scene.desk.type(ids.rgc, `/acces retirer habilitation:${grants[0]?.id}`);
    expect((await (await clerk.submit(modal, { prenom: "Zoé", nom: "Petit" })).shown()).text).toContain("Refusé");
    expect(await scene.desk.database.drafts.get(guild, interaction.id)).toBeUndefined();
  });

  it("asks again when the command refuses, with everything still there", async () => {
    const clerk = scene.as("gestionnaire");
    const { modal } = await clerk.slash("stagiaire ajouter");
    const refused = await (await clerk.submit(modal, { prenom: "Zoé", nom: "Petit", identifiant: "12" })).shown();
    const again = await clerk.click(refused, "Reprendre la saisie");
    expect((await (await clerk.submit(again.modal, { prenom: "Zoé", nom: "Petit", identifiant: "51234567890" })).shown()).text).toContain(
      "T-0002",
    );
  });
});

describe("a menu", () => {
  it("on a person opens the form of a grant, filled with them", async () => {
    const rgc = scene.as("rgc");
    const { modal } = await rgc.onPerson("Habiliter", ids.inconnu, "Nadia B.");
    expect(fieldsOf(modal).map(([, type]) => type)).toEqual([5, 3, 4, 4, 4]);
    expect(JSON.stringify(modal)).toContain(`"default_values":[{"id":"${ids.inconnu}","type":"user"}]`);
    const done = await (await rgc.submit(modal, { personne: { user: ids.inconnu }, profil: "assistant", motif: "Téléphone" })).shown();
    expect(done.text).toContain("assistant administratif");
    expect((await (await scene.as("inconnu").slash("devis liste")).shown()).text).toContain("DEV-2026-0001");
  });

  it("on a person shows what they may", async () => {
    const shown = await (await scene.as("rgc").onPerson("Voir les droits", ids.gestionnaire, "Léa")).shown();
    expect(shown.text).toContain("gestionnaire de devis");
    expect(shown.text).not.toContain("coordinateur pédagogique");
  });

  it("on a message attaches its file to a quote, without asking for it again", async () => {
    const pdf = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
    const attached = { filename: "second devis.pdf", url: scene.discord.upload("second.pdf", pdf), size: pdf.byteLength };
    const clerk = scene.as("gestionnaire");
    const { modal } = await clerk.onMessage("Joindre à un devis", [attached]);
    expect(fieldsOf(modal).map(([, type, name]) => [type, name])).toEqual([
      [3, "reference"],
      [21, "nature"],
      [4, "note"],
    ]);
    const done = await (await clerk.submit(modal, { reference: "DEV-2026-0001", nature: "second-quote" })).shown();
    expect(done.text).toContain("second devis");
    const handed = await (await clerk.slash("devis pieces", { piece: "P-0001" })).shown();
    expect(handed.files).toEqual(["second-devis.pdf"]);
  });
});

describe("a file that comes in", () => {
  const pdf = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
  const send = async (filename: string, url: string, size = 60) => {
    const clerk = scene.as("gestionnaire");
    const { modal } = await clerk.slash("devis joindre", { reference: "DEV-2026-0001" });
    const step = modal.components === undefined ? undefined : modal;
    if (step === undefined) throw new Error("no form");
    return (await clerk.submit(step, { reference: "DEV-2026-0001", nature: "other", fichier: { file: { filename, url, size } } })).shown();
  };
  const kept = () => read(guild, "all", ({ attachments }) => attachments.of("DEV-2026-0001"));

  it("is uploaded in the form, and kept by its digest", async () => {
    expect((await send("programme.pdf", scene.discord.upload("programme.pdf", pdf))).text).toContain("Pièce jointe");
    expect(await kept()).toHaveLength(1);
  });

  it.each([
    ["from elsewhere", "http://127.0.0.1:1/programme.pdf", 60, "n'a pas pu être lu"],
    ["that says it is too heavy", "", 30_000_000, "est trop lourd"],
    ["that is gone", "/attachments/9/rien.pdf", 60, "n'a pas pu être lu"],
  ])("%s is refused, and nothing is kept", async (_what, address, size, words) => {
    const url = address.startsWith("http") ? address : scene.discord.files + address;
    expect((await send("programme.pdf", url, size)).text).toContain(words);
    expect(await kept()).toEqual([]);
  });

  it("whose name is a social security number, however it is disguised, leaves no trace of it", async () => {
    for (const name of ["1 85 05 78 006 084 91.pdf", "1 (85) 05 (78) 006 (084) 91.pdf"])
      expect((await send(name, scene.discord.upload("nir.pdf", pdf))).text).toContain("numéro de sécurité sociale");
    await scene.restart();
    const bytes = readFileSync(join(folder, "desk.sqlite")).toString("latin1");
    expect(/1.{1,2}85.{1,3}05.{1,4}78.{1,2}006/.exec(bytes)?.[0]).toBeUndefined();
    expect(await kept()).toEqual([]);
  });

  it("is one of thirty at most on a quote", async () => {
    for (let number = 0; number < 30; number += 1)
      await scene.desk.type(ids.gestionnaire, "/devis joindre reference:DEV-2026-0001 nature:autre fichier:piece.pdf", {
        fichier: { name: "piece.pdf", bytes: Buffer.concat([pdf, Buffer.from(`% ${number}\n%%EOF\n`)]) },
      });
    expect((await send("encore.pdf", scene.discord.upload("encore.pdf", pdf))).text).toContain("Il y en a déjà 30");
    expect(await kept()).toHaveLength(30);
  });

  it("that lies about its weight or its kind is refused, and nothing is kept", async () => {
    const heavy = Buffer.alloc(9 * 1024 * 1024, 0x20);
    heavy.write("%PDF-1.7");
    expect((await send("gros.pdf", scene.discord.upload("gros.pdf", heavy))).text).toContain("est trop lourd");
    expect((await send("photo.png", scene.discord.upload("photo.png", pdf))).text).toContain("n'a pas le contenu que son nom annonce");
    expect((await send("outil.exe", scene.discord.upload("outil.exe", Buffer.from("MZ")))).text).toContain("n'est ni un PDF");
    expect(await kept()).toEqual([]);
  });
});
