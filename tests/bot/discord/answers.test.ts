import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { guild } from "../fronts/loopback.js";
import { ids, openScene, type Scene } from "./scene.js";

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
  for (let number = 0; number < 12; number += 1) {
    await scene.desk.type(ids.gestionnaire, "/devis creer dispositif:AIF session:SE-2026-014 stagiaire:T-0001");
    await scene.desk.type(ids.gestionnaire, `/devis annuler reference:DEV-2026-00${String(number + 2).padStart(2, "0")} motif:Essai`);
  }
});
afterAll(() => scene.close());

describe("a long list", () => {
  it("turns its pages in the same message", async () => {
    const clerk = scene.as("gestionnaire");
    const first = await (await clerk.slash("devis liste")).shown();
    expect(first.text).toContain("DEV-2026-0013");
    expect(first.text).not.toContain("DEV-2026-0002");
    expect(first.buttons.map(({ label, disabled }) => [label, disabled === true])).toEqual([
      ["◀", true],
      ["1/2", true],
      ["▶", false],
    ]);
    const turned = await clerk.click(first, "▶");
    expect(turned.acknowledged.body.type).toBe(6);
    const second = await turned.shown();
    expect(second.text).toContain("DEV-2026-0002");
    expect((await (await clerk.click(second, "◀")).shown()).text).toContain("DEV-2026-0013");
  });

  it("opens the row that is chosen", async () => {
    const clerk = scene.as("gestionnaire");
    const list = await (await clerk.slash("devis liste")).shown();
    expect((await (await clerk.choose(list, "DEV-2026-0013")).shown()).text).toContain("Devis DEV-2026-0013");
    expect((await (await clerk.choose(list, "DEV-2026-9999")).shown()).text).toContain("introuvable");
  });

  it("is turned by nobody else, nor by whoever lost the right", async () => {
    const list = await (await scene.as("assistant").slash("devis liste")).shown();
    expect((await (await scene.as("valideur").click(list, "▶")).shown()).text).toContain("seule la personne");
    const grants = await scene.desk.database.read(guild, "all", (store) => store.grants.of(ids.assistant));
    await scene.desk.type(ids.rgc, `/acces retirer habilitation:${grants[0]?.id}`);
    expect((await (await scene.as("assistant").click(list, "▶")).shown()).text).toContain("Refusé");
    await scene.desk.type(ids.rgc, `/acces accorder personne:<@${ids.assistant}> profil:assistant administratif motif:Retour`);
  });
});

describe("what an answer proposes", () => {
  it("is a button: a step that lacks nothing runs, the others open a form", async () => {
    const clerk = scene.as("gestionnaire");
    const shown = await (await clerk.slash("devis frais", { reference: "DEV-2026-0001", libelle: "Frais d'examen", prix: "120" })).shown();
    const [mend] = shown.buttons;
    expect(mend?.label).toBe("/devis frais ligne:2 nature:annexe");
    expect((await (await clerk.click(shown, /^\/devis frais/)).shown()).text).not.toContain("✖");
    const complete = await (await clerk.slash("devis verifier", { reference: "DEV-2026-0001" })).shown();
    expect(complete.buttons.map(({ label }) => label)).toContain("/devis soumettre");
    expect((await (await clerk.click(complete, "/devis soumettre")).shown()).text).toContain("Aperçu");
  });

  it("is spelled in the reader's language", async () => {
    const shown = await (
      await scene.as("gestionnaire", { locale: "en-US" }).slash("devis verifier", { reference: "DEV-2026-0001" })
    ).shown();
    expect(shown.text).toContain("/quote submit reference:DEV-2026-0001");
    expect(shown.buttons.map(({ label }) => label)).toContain("/quote submit");
  });

  it("is not done to another line than the one it was about", async () => {
    const clerk = scene.as("gestionnaire");
    await scene.desk.type(ids.gestionnaire, "/devis frais reference:DEV-2026-0001 libelle:Frais d'inscription prix:50");
    const stale = await (await clerk.slash("devis verifier", { reference: "DEV-2026-0001" })).shown();
    await scene.desk.type(ids.gestionnaire, "/devis frais reference:DEV-2026-0001 ligne:3 retirer:oui");
    await scene.desk.type(ids.gestionnaire, "/devis frais reference:DEV-2026-0001 libelle:Cours prix:50");
    expect((await (await clerk.click(stale, /ligne:3/)).shown()).text).toContain("a changé depuis");
    await scene.desk.type(ids.gestionnaire, "/devis frais reference:DEV-2026-0001 ligne:3 retirer:oui");
  });

  it("shows days as timestamps", async () => {
    const shown = await (await scene.as("gestionnaire").slash("devis voir", { reference: "DEV-2026-0001" })).shown();
    expect(shown.text).toContain(`<t:${Date.parse("2026-12-07T10:30:00Z") / 1000}:d>`);
  });

  it("expires kindly with what it belongs to", async () => {
    const shown = await (await scene.as("gestionnaire").slash("devis verifier", { reference: "DEV-2026-0001" })).shown();
    await scene.desk.database.forget("2100-01-01T00:00:00.000Z");
    const late = await (await scene.as("gestionnaire").click(shown, "/devis soumettre")).shown();
    expect(late.text).toContain("Cette demande a expiré");
    for (const forged of ["", "nope", "confirm:9:1:0", "page:1:1:99999", `step:1:${"9".repeat(80)}:0`])
      expect((await (await scene.as("gestionnaire").press(forged)).shown()).text).toContain("Cette demande a expiré");
  });
});

describe("publishing", () => {
  const webhook = (token: string) => new RegExp(`/webhooks/.*/${token}$`);

  it("shows the answer to the channel, once, for whoever may", async () => {
    const coordinator = scene.as("coordinateur");
    const shown = await (await coordinator.slash("session voir", { reference: "SE-2026-014" })).shown();
    const press = await coordinator.click(shown, "Publier dans ce salon");
    const posted = await scene.discord.next("POST", webhook(press.interaction.token));
    expect(posted.body.flags ?? 0).toBe(0);
    expect(JSON.stringify(posted.body)).toContain("Cariste CACES R489");
    expect(posted.body.components ?? []).toEqual([]);
    const again = await coordinator.click(shown, "Publier dans ce salon");
    await (await coordinator.slash("aide")).shown();
    expect(scene.discord.received.filter(({ method, path }) => method === "POST" && webhook(again.interaction.token).test(path))).toEqual(
      [],
    );
  });

  it("is offered to nobody else", async () => {
    const shown = await (await scene.as("gestionnaire").slash("session voir", { reference: "SE-2026-014" })).shown();
    expect(shown.buttons).toEqual([]);
    const forged = await scene.as("gestionnaire").press(`publish:1:${shown.body.id}:0`);
    expect((await scene.discord.next("POST", webhook(forged.interaction.token))).body.flags).toBe(64);
  });
});
