import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { guild, interactionOf } from "../fronts/loopback.js";
import { ids, openScene, type Scene } from "./scene.js";

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
  await scene.desk.type(ids.gestionnaire, "/devis frais reference:DEV-2026-0001 libelle:Frais d'examen prix:120 €");
});
afterAll(() => scene.close());

const reference = "DEV-2026-0001";
const trainees = () => scene.desk.database.read(guild, "all", (store) => store.trainees.list());
const callback = ({ id, token }: { readonly id: string; readonly token: string }) => new RegExp(`^/interactions/${id}/${token}/callback$`);
const shown = ({ token }: { readonly token: string }) => new RegExp(`/${token}/messages/@original$`);
const newcomer = { prenom: "Lucien", nom: "Morel", identifiant: "41234567890" };

describe("a real discord.js client", () => {
  it("asks for the Guilds intent only", () => {
    expect(scene.discord.identified()).toMatchObject({ intents: 1 });
  });

  it("defers at once, privately, then shows the answer in the asker's language", async () => {
    const { acknowledged, shown: message } = await scene.as("gestionnaire").slash("devis verifier", { reference });
    expect(acknowledged.body).toMatchObject({ type: 5, data: { flags: 64 } });
    const { body, text } = await message();
    expect(body).toMatchObject({ embeds: [{ title: "Devis DEV-2026-0001 · AIF · brouillon" }], allowed_mentions: { parse: [] } });
    expect(text).toContain("/devis frais reference:DEV-2026-0001 ligne:2 nature:annexe");
    const english = await (await scene.as("gestionnaire", { locale: "en-US" }).slash("devis verifier", { reference })).shown();
    expect(english.text).toContain("Quote DEV-2026-0001 · AIF · draft");
    expect(english.text).toContain("/quote costs reference:DEV-2026-0001 line:2 kind:ancillary");
  });

  it("answers at once what one look answers", async () => {
    const help = await scene.as("gestionnaire").slash("aide", { sujet: "devis" });
    expect(help.acknowledged.body).toMatchObject({ type: 4, data: { flags: 64 } });
    expect((await help.shown()).text).toContain("/devis annuler");
  });

  it("attaches documents under plain names, and reads numbers and yes or no", async () => {
    const clerk = scene.as("gestionnaire");
    expect((await (await clerk.slash("devis pdf", { reference })).shown()).files).toEqual(["devis-DEV-2026-0001-v1-brouillon.pdf"]);
    const split = await (await clerk.slash("devis frais", { reference, ligne: 2, prix: "1200" })).shown();
    expect(split.text).toMatch(/1\s200,00/);
    const copied = await (await clerk.slash("devis corriger", { reference, "reprendre-session": true })).shown();
    expect(copied.text).not.toContain("✖ input");
  });

  it("says the missing right", async () => {
    expect((await (await scene.as("assistant").slash("devis soumettre", { reference })).shown()).text).toContain("⛔ Refusé");
  });

  it("completes references for those who may use them, accents and case aside", async () => {
    const { acknowledged } = await scene.as("gestionnaire").complete("devis verifier", { reference: "CARISTÉ" }, "reference");
    expect(acknowledged.body).toEqual({ type: 8, data: { choices: [{ name: expect.stringContaining("Cariste"), value: reference }] } });
    const stranger = await scene.as("inconnu").complete("devis verifier", { reference: "CAR" }, "reference");
    expect(stranger.acknowledged.body).toEqual({ type: 8, data: { choices: [] } });
  });

  it("opens a workspace for whoever runs the server, and for nobody else", async () => {
    const elsewhere = { guild: "900000000000000088" };
    const options = { siret: "99900014400017", nom: "Atelier des Rives Formation", rgc: { user: ids.valideur } };
    const refused = await (await scene.as("gestionnaire", elsewhere).slash("organisme demarrer", options)).shown();
    expect(refused.text).toContain("propriétaire ou un administrateur");
    const opened = await (await scene.as("inconnu", { ...elsewhere, administrator: true }).slash("organisme demarrer", options)).shown();
    expect(opened.text).toContain("Personne 05 est le RGC");
    expect((await (await scene.as("valideur", elsewhere).slash("organisme voir")).shown()).text).toContain("Atelier des Rives");
    expect((await (await scene.as("gestionnaire", elsewhere).slash("devis voir", { reference })).shown()).text).toContain("Refusé");
  });

  it("acts once when the same interaction comes twice", async () => {
    const interaction = interactionOf({ user: ids.gestionnaire, path: "stagiaire ajouter", options: newcomer });
    scene.discord.deliver(interaction);
    scene.discord.deliver(interaction);
    const first = await scene.discord.next("PATCH", shown(interaction), 1);
    const second = await scene.discord.next("PATCH", shown(interaction), 2);
    expect(second.body).toEqual(first.body);
    expect(await trainees()).toHaveLength(2);
  });

  it("does nothing when Discord no longer waits for the answer", async () => {
    const interaction = interactionOf({
      user: ids.gestionnaire,
      path: "stagiaire ajouter",
      options: { ...newcomer, identifiant: "51234567890" },
    });
    scene.discord.refuse(callback(interaction), 404, 10062);
    scene.discord.deliver(interaction);
    await scene.discord.next("POST", callback(interaction));
    await (await scene.as("gestionnaire").slash("devis liste")).shown();
    expect(await trainees()).toHaveLength(2);
    expect(scene.logged).toContain("interaction failed");
  });

  it("asks again when a connection is cut before Discord answers", async () => {
    const interaction = interactionOf({ user: ids.gestionnaire, path: "devis liste" });
    scene.discord.sever(new RegExp(`/${interaction.token}/callback`), 2);
    scene.discord.sever(new RegExp(`/${interaction.token}/messages/`), 2);
    scene.discord.deliver(interaction);
    expect(JSON.stringify((await scene.discord.next("PATCH", shown(interaction))).body)).toContain("DEV-2026-0001");
  });

  it("says that it is done when the answer itself is refused", async () => {
    const interaction = interactionOf({ user: ids.gestionnaire, path: "devis liste" });
    scene.discord.refuse(shown(interaction), 400, 50035);
    scene.discord.deliver(interaction);
    const second = await scene.discord.next("PATCH", shown(interaction), 2);
    expect(second.body).toMatchObject({ content: expect.stringMatching(/^C'est fait \(#\d+\), mais/) });
  });

  it("stays in the server", async () => {
    const interaction = interactionOf({ user: ids.gestionnaire, path: "devis liste", direct: true });
    scene.discord.deliver(interaction);
    expect((await scene.discord.next("POST", callback(interaction))).body).toMatchObject({
      type: 4,
      data: { flags: 64, content: expect.stringContaining("serveur") },
    });
  });

  it("goes on after the connection is cut", async () => {
    scene.discord.cut();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const interaction = interactionOf({ user: ids.gestionnaire, path: "session voir", options: { reference: "SE-2026-014" } });
    await expect.poll(() => scene.discord.connections(), { timeout: 15_000 }).toBeGreaterThan(0);
    scene.discord.deliver(interaction);
    expect(JSON.stringify((await scene.discord.next("PATCH", shown(interaction))).body)).toContain("Cariste");
  });
});
