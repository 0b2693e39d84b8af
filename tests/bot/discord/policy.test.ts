import { afterEach, describe, expect, it } from "vitest";
import type { LoadedCommand } from "../../../packages/bot/src/command.js";
import { withTimestamps } from "../../../packages/bot/src/fronts/discord/days.js";
import { limits } from "../../../packages/bot/src/fronts/discord/limits.js";
import { withheld } from "../../../packages/bot/src/fronts/discord/withheld.js";
import { done, line } from "../../../packages/bot/src/reply.js";
import { ids, openScene, type Scene } from "./scene.js";

let scene: Scene;
afterEach(() => scene.close());

const toy: Omit<LoadedCommand, "run"> = {
  noun: "essai",
  verb: "annonce",
  path: "essai annonce",
  words: { fr: ["annonce", "Annonce"], en: ["notice", "Notice"] },
  needs: "session.read",
  visibility: "shared",
  example: "/essai annonce",
  options: {},
};

describe("a shared command", () => {
  it("answers the channel when it is done, the asker alone when it is refused", async () => {
    const command = { ...toy, run: () => Promise.resolve(done({ lines: [line("plain", "Pour tous", "For all")] })) };
    scene = await openScene({ more: [command] });
    const spoken = await scene.as("coordinateur").slash("essai annonce");
    expect(spoken.acknowledged.body).toMatchObject({ type: 4 });
    expect((spoken.acknowledged.body.data as { flags?: number }).flags ?? 0).toBe(0);
    const refused = await scene.as("inconnu").slash("essai annonce");
    expect(refused.acknowledged.body).toMatchObject({ type: 4, data: { flags: 64 } });
  });

  it("that is slow is announced to the asker first", async () => {
    const slow = () =>
      new Promise<ReturnType<typeof done>>((resolve) => setTimeout(resolve, 1800, done({ lines: [line("plain", "Enfin", "At last")] })));
    scene = await openScene({ more: [{ ...toy, run: slow }] });
    const exchange = await scene.as("coordinateur").slash("essai annonce");
    expect(exchange.acknowledged.body).toMatchObject({ type: 5, data: { flags: 64 } });
    expect((await exchange.shown()).text).toContain("Enfin");
  });
});

describe("the documents of a workspace", () => {
  it("stay in the folder when it says so, and the answer names the file", async () => {
    scene = await openScene();
    await scene.desk.type(ids.rgc, "/organisme regler parametre:documents valeur:dossier");
    const shown = await (await scene.as("gestionnaire").slash("devis pdf", { reference: "DEV-2026-0001" })).shown();
    expect(shown.files).toEqual([]);
    expect(shown.text).toMatch(/rangé dans le dossier des documents, sur l'ordinateur de Kairos\s: devis-DEV-2026-0001-v1-brouillon\.pdf/);
    expect(scene.kept).toEqual(["devis-DEV-2026-0001-v1-brouillon.pdf"]);
  });

  it("that hold what no chat may hold go there whatever it says", async () => {
    const command: LoadedCommand = {
      ...toy,
      visibility: "private",
      run: async ({ store }) => {
        const digest = await store.files.put(Buffer.from("FR76"));
        return done({ files: [{ fileName: "rib.pdf", digest, confidential: true }] });
      },
    };
    scene = await openScene({ more: [command] });
    const shown = await (await scene.as("coordinateur").slash("essai annonce")).shown();
    expect([shown.files, scene.kept]).toEqual([[], ["rib.pdf"]]);
  });

  it("that are too heavy for a message go there too, and are not lost", async () => {
    const command: LoadedCommand = {
      ...toy,
      visibility: "private",
      run: async ({ store }) => {
        const digest = await store.files.put(Buffer.alloc(limits.fileBytes, "scan"));
        const light = { fileName: "liste.txt", text: "liste" };
        return done({ texts: [light], packages: [{ fileName: "depot.zip", parts: [light, { fileName: "feuille.pdf", digest }] }] });
      },
    };
    scene = await openScene({ more: [command] });
    const shown = await (await scene.as("coordinateur").slash("essai annonce")).shown();
    expect([shown.files, scene.kept]).toEqual([["liste.txt"], ["depot.zip"]]);
    expect(shown.text).toMatch(/rangé dans le dossier des documents, sur l'ordinateur de Kairos\s: depot\.zip/);
  });
});

describe("a message", () => {
  it("holds neither an account number nor a social security number, whoever typed it", async () => {
    scene = await openScene();
    for (const secret of [
      "FR76 3000 6000 0112 3456 7890 189",
      "fr7630006000011234567890189",
      "BE68539007547034",
      "IBANFR7630006000011234567890189",
      "A1 BE12 FR76-3000-6000-0112-3456-7890-189",
      "1 85 05 78 006 084 91",
    ])
      expect(withheld(`payer sur ${secret} demain`, "fr"), secret).toBe(
        "[non affiché ici : donnée bancaire ou numéro de sécurité sociale]",
      );
    for (const plain of ["SE-2026-014", "FR76 3000 6000 0112 3456 7890 188", "75331234533", "SIRET 99900014400017", "Cariste CACES R489"])
      expect(withheld(plain, "fr"), plain).toBe(plain);
    await scene.desk.type(ids.coordinateur, "/session corriger reference:SE-2026-014 lieu:FR76 3000 6000 0112 3456 7890 189");
    const coordinator = scene.as("coordinateur");
    expect((await (await coordinator.slash("session voir", { reference: "SE-2026-014" })).shown()).text).not.toContain("3000 6000");
    await scene.desk.type(ids.coordinateur, "/session corriger reference:SE-2026-014 intitule:FR76 3000 6000 0112 3456 7890 189");
    const everywhere = [
      (await (await coordinator.slash("session liste")).shown()).body,
      (await coordinator.complete("session voir", { reference: "SE" }, "reference")).acknowledged.body,
      (await scene.as("gestionnaire").slash("devis joindre")).acknowledged.body,
      (await coordinator.slash("session creer", { intitule: "FR76 3000 6000 0112 3456 7890 189" })).acknowledged.body,
    ];
    for (const body of everywhere) expect(JSON.stringify(body)).not.toContain("3000 6000");
  });

  it("shows a day as the same day from Polynesia to Wallis", () => {
    const [, seconds] = /<t:(\d+):d>/.exec(withTimestamps("le 07/12/2026")) ?? [];
    for (const zone of ["Pacific/Tahiti", "America/Martinique", "Europe/Paris", "Indian/Reunion", "Pacific/Noumea", "Pacific/Wallis"])
      expect(new Intl.DateTimeFormat("fr", { timeZone: zone }).format(Number(seconds) * 1000), zone).toBe("07/12/2026");
    expect(withTimestamps("31/02/2027, SE-2026-12-07, 2026-12-07-v1, 1/2")).toBe("31/02/2027, SE-2026-12-07, 2026-12-07-v1, 1/2");
  });
});
