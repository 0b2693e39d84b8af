import { mkdtempSync, rmSync } from "node:fs";
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

const submit = (name: Parameters<Scene["as"]>[0] = "gestionnaire") =>
  scene.as(name).slash("devis soumettre", { reference: "DEV-2026-0001" });
const status = () => scene.desk.database.read(guild, "all", async ({ quotes }) => (await quotes.get("DEV-2026-0001"))?.status);
const acts = () =>
  scene.desk.database.read(guild, "all", async ({ audit }) => {
    const found: string[] = [];
    for await (const { act, outcome } of audit.entries({ object: "DEV-2026-0001" })) found.push(`${act} ${outcome}`);
    return found;
  });

describe("a final act", () => {
  it("is shown first and done when confirmed, once however often it is clicked", async () => {
    const preview = await (await submit()).shown();
    expect(preview.text).toContain("rien n'est encore fait");
    expect(preview.buttons.map(({ label }) => label)).toEqual(["Confirmer", "Abandonner"]);
    expect(await status()).toBe("draft");
    const clerk = scene.as("gestionnaire");
    const clicks = await Promise.all([1, 2, 3].map(() => clerk.click(preview, "Confirmer", 2)));
    for (const click of clicks) {
      expect(click.acknowledged.body.type).toBe(6);
      expect((await click.shown()).text).toContain("attente");
    }
    expect(await status()).toBe("awaiting-candidate");
    expect((await acts()).filter((act) => act.startsWith("devis.soumettre"))).toEqual([
      "devis.soumettre.apercu done",
      "devis.soumettre done",
    ]);
  });

  it("is confirmed after a restart", async () => {
    const preview = await (await submit()).shown();
    await scene.restart();
    const done = await (await scene.as("gestionnaire").click(preview, "Confirmer")).shown();
    expect(done.text).toContain("par qui a le droit");
    expect(done.buttons).toEqual([]);
    expect(await status()).toBe("awaiting-candidate");
  });

  it("is not offered again when its preview is delivered again", async () => {
    const exchange = await submit();
    const preview = await exchange.shown();
    await (await scene.as("gestionnaire").click(preview, "Confirmer")).shown();
    scene.discord.deliver(exchange.interaction);
    const again = await scene.discord.next("PATCH", new RegExp(`/${exchange.interaction.token}/messages/@original$`), 2);
    expect(JSON.stringify(again.body)).not.toContain("Confirmer");
    expect(JSON.stringify(again.body)).toContain("Prêt pour le candidat");
  });

  it("is dropped for good: a later confirmation does nothing", async () => {
    const preview = await (await submit()).shown();
    const clerk = scene.as("gestionnaire");
    expect((await (await clerk.click(preview, "Abandonner")).shown()).text).toContain("rien n'a été fait");
    expect((await (await clerk.click(preview, "Confirmer")).shown()).text).toContain("rien n'a été fait");
    expect(await status()).toBe("draft");
  });

  it("belongs to whoever asked: a forged click is refused, and takes nothing from them", async () => {
    const preview = await (await submit()).shown();
    const forged = await scene.as("valideur").click(preview, "Confirmer");
    const told = await scene.discord.next("POST", new RegExp(`/webhooks/.*/${forged.interaction.token}$`));
    expect(JSON.stringify(told.body)).toContain("seule la personne");
    expect(told.body.flags).toBe(64);
    expect(await status()).toBe("draft");
    await (await scene.as("gestionnaire").click(preview, "Confirmer")).shown();
    expect(await status()).toBe("awaiting-candidate");
  });

  it("of another server is not found, whatever id is forged", async () => {
    const preview = await (await submit()).shown();
    const elsewhere = await scene.as("gestionnaire", { guild: "900000000000000099" }).click(preview, "Confirmer");
    expect((await elsewhere.shown()).text).toContain("expiré");
    expect(await status()).toBe("draft");
  });

  it("expires, and says so kindly", async () => {
    const preview = await (await submit()).shown();
    scene.desk.setClock("2026-11-16T08:15:01.000Z");
    expect((await (await scene.as("gestionnaire").click(preview, "Confirmer")).shown()).text).toContain("Cette demande a expiré");
    expect(await status()).toBe("draft");
  });

  it("does what was read and nothing else: a file that changed meanwhile is not submitted", async () => {
    const preview = await (await submit()).shown();
    await scene.desk.type("800000000000000003", "/devis frais reference:DEV-2026-0001 ligne:1 prix:18 €");
    expect((await (await scene.as("gestionnaire").click(preview, "Confirmer")).shown()).text).toContain("a changé depuis l'aperçu");
    expect(await status()).toBe("draft");
  });

  it.each([
    ["a label", "gestionnaire", "/devis frais reference:DEV-2026-0001 ligne:1 libelle:Tout autre chose"],
    ["the trainee's name", "gestionnaire", "/stagiaire corriger reference:T-0001 nom:Autre"],
    ["the provider's address", "rgc", "/organisme completer rue:1 rue Neuve"],
  ] as const)("does not seal %s that the preview did not show", async (_what, name, change) => {
    const preview = await (await submit()).shown();
    await scene.desk.type(ids[name], change);
    expect((await (await scene.as("gestionnaire").click(preview, "Confirmer")).shown()).text).toContain("a changé depuis l'aperçu");
    expect(await status()).toBe("draft");
  });

  it("asks for the right again at the click", async () => {
    const preview = await (await submit()).shown();
    const grants = await scene.desk.database.read(guild, "all", ({ grants }) => grants.of("800000000000000003"));
    await scene.desk.type("800000000000000001", `/acces retirer habilitation:${grants[0]?.id}`);
    expect((await (await scene.as("gestionnaire").click(preview, "Confirmer")).shown()).text).toContain("Refusé");
    expect(await status()).toBe("draft");
  });

  it("two people at once: one submits, the other learns that it is done", async () => {
    await scene.desk.type(
      "800000000000000001",
      "/acces accorder personne:<@800000000000000002> profil:gestionnaire de devis motif:Absence",
    );
    const [mine, theirs] = [await (await submit()).shown(), await (await submit("coordinateur")).shown()];
    const [first, second] = await Promise.all([
      scene.as("gestionnaire").click(mine, "Confirmer"),
      scene.as("coordinateur").click(theirs, "Confirmer"),
    ]);
    const texts = [(await first.shown()).text, (await second.shown()).text];
    expect(texts.filter((text) => text.includes("Prêt pour le candidat"))).toHaveLength(1);
    expect((await acts()).filter((act) => act === "devis.soumettre done")).toHaveLength(1);
  });
});
