import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ticketFields } from "@kairos/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { guild } from "../fronts/loopback.js";
import { png } from "../screenshot.js";
import type { Exchange } from "./person.js";
import { openScene, type Scene } from "./scene.js";

let scene: Scene;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "kairos-"));
  scene = await openScene({ file: join(folder, "desk.sqlite") });
});
afterAll(async () => {
  await scene.close();
  rmSync(folder, { recursive: true });
});

const picture = (name: string) => ({ filename: name, url: scene.discord.upload(name, png), size: png.byteLength });
const replyTo = async ({ interaction }: Exchange, claim = interaction.id) => {
  const kept = await scene.desk.database.recall(guild, claim);
  if (kept === undefined) throw new Error(`nothing is kept of ${claim}`);
  return kept.reply;
};
const fieldsOf = (modal: Record<string, unknown>) =>
  (modal.components as { component: { custom_id: string; value?: string; options?: { default?: boolean; value: string }[] } }[]).map(
    ({ component: { custom_id, value, options } }) => [custom_id, value ?? options?.find((one) => one.default === true)?.value],
  );

/** A message of Discord tells by its id when it was written. */
const snowflakeOf = (at: string) => String(BigInt(Date.parse(at) - 1_420_070_400_000) << 22n);

const told = {
  message: "Erreur 403 : accès refusé",
  pas: "J'ouvre Devis, je cherche DEV-2026-0001, je clique sur Modifier.",
  moment: "il y a 10 minutes",
  navigateur: "Chrome 131",
};

/** Of each field that the article asks for, what stands for it in this story. */
const saidOf: Readonly<Record<(typeof ticketFields)[number], string>> = {
  siret: "99900014400017",
  portalUser: "LMARCHAND01",
  occurredAt: "16/11/2026 à 08:50 (Europe/Paris)",
  message: told.message,
  screenshot: "INC-2026-0002-1.png",
  steps: told.pas,
  browser: told.navigateur,
};

describe("an incident of the portal", () => {
  it("is filed by a first-timer, who is asked their identifier with the check of the screenshot, in one small form", async () => {
    const clerk = scene.as("gestionnaire");
    const { acknowledged, modal } = await clerk.slash("incident ouvrir");
    expect(acknowledged.body.type).toBe(9);
    expect(fieldsOf(modal).map(([name]) => name)).toEqual(["message", "pas", "moment", "navigateur", "capture"]);
    const draft = await (await clerk.submit(modal, { ...told, capture: { file: picture("image.png") } })).shown();
    expect(draft.text).toContain("à compléter");
    expect(draft.files).toEqual(["INC-2026-0001-1.png"]);
    const rest = await clerk.click(draft, "Compléter le dossier");
    expect(fieldsOf(rest.modal)).toEqual([
      ["identifiant", undefined],
      ["capture-verifiee", "non"],
    ]);
    const done = await (await clerk.submit(rest.modal, { identifiant: "LMARCHAND01", "capture-verifiee": "oui" })).shown();
    expect(done.text).toContain("complet, à envoyer");
  });

  it("takes three gestures from somebody the desk knows, and holds every field the article asks for", async () => {
    const clerk = scene.as("gestionnaire");
    const { modal } = await clerk.slash("incident ouvrir");
    expect(fieldsOf(modal)).toContainEqual(["navigateur", "Chrome 131"]);
    const draft = await (await clerk.submit(modal, { ...told, capture: { file: picture("image.png") } })).shown();
    const last = await clerk.click(draft, "Aucun candidat ne s'y voit");
    const done = await last.shown();
    expect(done.text).toContain("complet, à envoyer");
    expect(done.files).toEqual(expect.arrayContaining(["INC-2026-0002.pdf", "INC-2026-0002.txt"]));
    const { texts = [], documents = [], mails = [] } = await replyTo(last);
    for (const field of ticketFields) {
      expect(texts[0]?.text, field).toContain(saidOf[field]);
      expect(mails[0]?.text, field).toContain(saidOf[field]);
      expect(JSON.stringify(documents[0]?.document), field).toContain(saidOf[field]);
    }
    expect(mails[0]?.attachments.map(({ fileName }) => fileName)).toEqual(["INC-2026-0002.pdf", "INC-2026-0002-1.png"]);
    expect(texts[0]?.text).toMatch(/RGC : \S+[\s\S]*DEV-2026-0001[\s\S]*SE-2026-014/);
    expect(texts[0]?.text).toMatch(/DERNIERS ACTES[\s\S]*devis creer · DEV-2026-0001/);
  });

  it("starts from somebody's message, its hour and its screenshot, whoever wrote it", async () => {
    const clerk = scene.as("gestionnaire");
    const opened = await clerk.onMessage("Préparer un incident", [picture("trace.txt"), picture("Capture d'écran 2026-11-16 085001.png")], {
      content: "Page blanche ! mot de passe : Soleil2026!",
      id: snowflakeOf("2026-11-16T07:40:30.000Z"),
    });
    expect(fieldsOf(opened.modal)).toEqual([
      ["message", "Page blanche ! mot de passe : [mot de passe]"],
      ["pas", undefined],
      ["moment", "16/11/2026 à 08:40"],
      ["navigateur", "Chrome 131"],
    ]);
    const said = { message: "Page blanche !", moment: "16/11/2026 à 08:40", navigateur: "Chrome 131", pas: "J'ouvre l'accueil." };
    const draft = await (await clerk.submit(opened.modal, said)).shown();
    expect(draft.text).toContain("page blanche");
    expect(draft.files).toEqual(["INC-2026-0003-1.png"]);
    const incident = await scene.desk.database.read(guild, "all", ({ incidents }) => incidents.get("INC-2026-0003"));
    expect(incident).toMatchObject({ occurredAt: "2026-11-16T07:40:00.000Z", symptom: "blank-page", portalUser: "LMARCHAND01" });
  });

  it("asks again for a screenshot whose name tells who somebody is: the name waits nowhere", async () => {
    const opened = await scene
      .as("gestionnaire")
      .onMessage("Préparer un incident", [picture("Quevillon_Hortense.png")], { content: "403" });
    expect(fieldsOf(opened.modal).map(([name]) => name)).toEqual(["message", "pas", "moment", "navigateur", "capture"]);
  });

  it("is not offered to who may not report", async () => {
    const refused = await (await scene.as("inconnu").onMessage("Préparer un incident", [], { content: "403" })).shown();
    expect(refused.text).toContain("⛔");
  });

  it("leaves no secret behind, in the file of the desk or the log, filed or abandoned", async () => {
    const clerk = scene.as("gestionnaire");
    const nir = "2 85 05 78 006 084 41";
    const secret = `Refusé avec le mot de passe : Canari2026! pour Mme Quévillon, ${nir}`;
    const left = await clerk.slash("incident ouvrir");
    const unread = await (
      await clerk.submit(left.modal, { ...told, message: secret, moment: "un jour", capture: { file: picture("Quevillon.png") } })
    ).shown();
    expect(unread.text).toContain("ne dit pas à quelle heure");
    await clerk.onMessage("Préparer un incident", [picture("Quevillon.png")], { content: secret });
    const { modal } = await clerk.slash("incident ouvrir");
    const done = await clerk.submit(modal, {
      ...told,
      message: secret,
      pas: `Je tape le mot de passe : Canari2026! pour la candidate Hortense Quévillon (${nir}).`,
      capture: { file: picture(`Quevillon ${nir}.png`) },
    });
    const shown = await done.shown();
    expect(shown.text).toContain("mot de passe");
    expect(shown.text).toContain("changez-le");
    expect(shown.text).toContain("Le nom du fichier disait");
    await (await clerk.slash("incident completer", { incident: "INC-2026-0004", pas: secret })).shown();
    const kept = readdirSync(folder).map((name) => readFileSync(join(folder, name)).toString("latin1"));
    const written = [...kept, ...scene.logged].join("\n");
    for (const canary of ["Canari2026", "Quévillon", "Quevillon", "78 006 084", "7800608436"]) {
      expect(written.includes(Buffer.from(canary).toString("latin1")), canary).toBe(false);
    }
    expect(scene.desk.failures).toEqual([]);
  });
});
