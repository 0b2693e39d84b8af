import { say } from "@kairos/core";
import { describe, expect, it } from "vitest";
import { heldByName } from "../../../packages/bot/src/files/picture/name.js";
import { checkFile, mostFileBytes, notAFile } from "../../../packages/bot/src/files/received.js";
import { aDrawnJpeg, aDrawnPng } from "./picture-samples.js";
import { aPdf } from "./samples.js";

const nir = "185057800608491";
const check = (name: string, bytes: Uint8Array = aDrawnPng()) => checkFile({ name, bytes }, ["picture"]);
const saidOf = (name: string, bytes?: Uint8Array) => {
  const checked = check(name, bytes);
  return checked.ok ? "" : checked.problems.map((problem) => say(problem, "fr").what).join();
};
const latin1 = (text: string) => Buffer.from(text, "latin1");

describe("a screenshot that is sent", () => {
  it.each(["capture.png", "Capture d'écran 2026-11-16 à 09.12.44.PNG", "photo.jpg", "IMG_0001.JPEG", "image.jfif"])(
    "may be called as its program likes: %s",
    (name) => {
      expect([check(name, aDrawnPng()).ok, check(name, aDrawnJpeg()).ok]).toEqual([true, true]);
    },
  );

  it.each([
    ["vide.png", new Uint8Array(), "« vide.png » est vide."],
    ["film.png", new Uint8Array(26 * 1024 * 1024), "« film.png » est trop lourd (8 Mo au plus)."],
    ["film.png", new Uint8Array(mostFileBytes + 1), "« film.png » est trop lourd (8 Mo au plus)."],
    ["dessin.png", latin1('<svg xmlns="http://www.w3.org/2000/svg"/>'), "« dessin.png » n'est ni un PNG, ni un JPEG."],
    ["anime.png", latin1("GIF89a\x01\0\x01\0"), "« anime.png » n'est ni un PNG, ni un JPEG."],
    ["page.png", latin1("RIFF\x10\0\0\0WEBPVP8 "), "« page.png » n'est ni un PNG, ni un JPEG."],
    ["devis.pdf", aPdf(), "« devis.pdf » n'est ni un PNG, ni un JPEG."],
    ["capture.exe", aDrawnPng(), "« capture.exe » n'a pas le contenu que son nom annonce."],
    ["coupe.png", aDrawnPng().subarray(0, 40), "« coupe.png » est abîmé ou incomplet."],
    ["../../x.png", aDrawnPng(), "« x.png » a un nom qui désigne un dossier."],
    ["C:\\x\\y.png", aDrawnPng(), "« y.png » a un nom qui désigne un dossier."],
    ["/etc/passwd.png", aDrawnPng(), "« passwd.png » a un nom qui désigne un dossier."],
    [`${nir}.exe`, aDrawnPng(), "« [numéro de sécurité sociale].exe » n'a pas le contenu que son nom annonce."],
  ])("is refused when it cannot be one: %s", (name, bytes, sentence) => {
    expect(saidOf(name, bytes)).toBe(sentence);
  });

  it("is refused with the way out, in both languages", () => {
    expect(say(notAFile("film.mp4", "unknown-type", ["picture"]), "fr").mend).toBe(
      "Refaites la capture d'écran, puis joignez un PNG ou un JPEG.",
    );
    expect(say(notAFile("../x.png", "path-in-name", ["picture"]), "en")).toEqual({
      what: "“x.png” has a name that points at a folder.",
      why: "The screenshot leaves with the file: it must open anywhere, and show only what you saw.",
      mend: "Rename the file without a slash, neither / nor \\, then attach it again.",
    });
  });

  it("tells what its name held, however its words are held together", () => {
    const context = { people: [{ firstName: "Camille", lastName: "Durand" }], spared: ["rgc@exemple.test"] };
    const held = (name: string) => Object.fromEntries(heldByName(name, context));
    expect(held("Durand_Camille_403.png")).toEqual({ name: 1 });
    expect(held(`carte_${nir}.png`)).toEqual({ nir: 1 });
    expect(held("carte 1-85-05-78-006-084-91.jpg")).toEqual({ nir: 1 });
    expect(held("[numéro de sécurité sociale].png")).toEqual({ nir: 1 });
    expect(held("camille.durand@exemple.test-arrêt maladie.png")).toEqual({ email: 1, name: 1, health: 1 });
    expect(held("rgc@exemple.test.png")).toEqual({});
    for (const plain of [
      "Capture d'écran 2026-11-16 à 09.12.44.png",
      "Screenshot_20261116-091244_Chrome.jpg",
      "IMG_20261116_091244123.jpg",
      "image.png",
    ])
      expect(held(plain), plain).toEqual({});
  });
});
