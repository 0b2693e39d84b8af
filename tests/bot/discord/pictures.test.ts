import { afterEach, expect, it } from "vitest";
import type { LoadedCommand } from "../../../packages/bot/src/command.js";
import { done, line } from "../../../packages/bot/src/reply.js";
import { ids, openScene, type Scene } from "./scene.js";

let scene: Scene;
afterEach(() => scene.close());

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="20" height="10" fill="#333"/></svg>';
const alt = { fr: "Un rectangle gris, aucun FR76 3000 6000 0112 3456 7890 189", en: "A grey rectangle" };
const drawing: LoadedCommand = {
  noun: "essai",
  verb: "dessin",
  path: "essai dessin",
  words: { fr: ["dessin", "Dessin"], en: ["drawing", "Drawing"] },
  needs: "session.read",
  visibility: "private",
  publishable: true,
  example: "/essai dessin",
  options: {},
  run: () => Promise.resolve(done({ lines: [line("plain", "Voici", "Here")], pictures: [{ fileName: "gris.png", svg, alt }] })),
};

it("a picture comes with its words for who does not see it, and may be shown to a channel", async () => {
  scene = await openScene({ more: [drawing] });
  const shown = await (await scene.as("coordinateur").slash("essai dessin")).shown();
  expect(shown.files).toEqual(["gris.png"]);
  const [attachment] = shown.body.attachments as { readonly description?: string }[];
  expect(attachment?.description).not.toContain("FR76 3000");
  const press = await scene.as("coordinateur").click(shown, "Publier dans ce salon");
  const posted = await scene.discord.next("POST", new RegExp(`/webhooks/.*/${press.interaction.token}$`));
  expect([posted.files, posted.body.flags ?? 0]).toEqual([["gris.png"], 0]);
  expect(scene.desk.failures).toEqual([]);
  const english = await (await scene.as("coordinateur", { locale: "en-GB" }).slash("essai dessin")).shown();
  expect(JSON.stringify(english.body.attachments)).toContain("A grey rectangle");
});

it("stays in the folder when documents do", async () => {
  scene = await openScene({ more: [drawing] });
  await scene.desk.type(ids.rgc, "/organisme regler parametre:documents valeur:dossier");
  const shown = await (await scene.as("coordinateur").slash("essai dessin")).shown();
  expect([shown.files, scene.kept]).toEqual([[], ["gris.png"]]);
});

it("that cannot be drawn takes nothing back, and is said", async () => {
  const run = () => Promise.resolve(done({ pictures: [{ fileName: "x.png", svg: "<svg", alt }] }));
  scene = await openScene({ more: [{ ...drawing, run }] });
  const shown = await (await scene.as("coordinateur").slash("essai dessin")).shown();
  expect(shown.text).toContain("n'a pas pu être dessiné");
  expect(scene.desk.failures).toHaveLength(1);
});
