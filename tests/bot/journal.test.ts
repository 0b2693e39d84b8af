import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Answer } from "../../packages/bot/src/dispatch.js";
import { exitCodeOf } from "../../packages/bot/src/fronts/console/exit-codes.js";
import { openFoundedDesk, type TestDesk } from "./desk.js";

let desk: TestDesk;
beforeEach(async () => {
  desk = await openFoundedDesk();
  desk.setClock("2026-11-17T23:30:00.000Z");
  await desk.type("gestionnaire", "/devis creer dispositif:AIF session:SE-2026-014 stagiaire:T-0001");
  await desk.type("assistant", "/devis soumettre reference:DEV-2026-0001");
});
afterEach(() => desk.close());

const rows = ({ reply }: Answer, language: "fr" | "en" = "fr") => reply.table?.rows.map((row) => row.map((cell) => cell[language])) ?? [];
const lines = ({ reply }: Answer) => (reply.lines ?? []).map(({ text }) => text.fr).join("\n");
const codes = ({ reply }: Answer) => reply.problems?.map(({ code }) => code);
const search = (options = "") => desk.type("rgc", `/journal chercher ${options}`);

describe("a search of the trail", () => {
  it("shows who did what, when, with which result, in words, the latest first", async () => {
    expect(rows(await search("objet:dev-2026-0001"))).toEqual([
      ["10", "18/11/2026 à 00:30", "assistant", "devis soumettre", "DEV-2026-0001", "refusé", "droit manquant"],
      ["9", "18/11/2026 à 00:30", "gestionnaire", "devis creer", "DEV-2026-0001", "fait", expect.any(String)],
    ]);
    const english = rows(await search("objet:DEV-2026-0001"), "en");
    expect(english[0]).toEqual(["10", "2026-11-18 00:30", "assistant", "quote submit", "DEV-2026-0001", "refused", "right missing"]);
  });

  it("tells details by their names, never by ids", async () => {
    const [row] = rows(await search("objet:H-0003"));
    expect(row?.at(-1)).toBe("personne : gestionnaire · profil : gestionnaire de devis");
  });

  it.each([
    ["acte:devis soumettre", 1],
    ["acte:quote submit", 1],
    ["acte:devis", 2],
    ["acte:/acces accorder", 4],
    ["personne:gestionnaire", 2],
    ["resultat:refusé", 1],
    ["resultat:échoué", 0],
    ["depuis:18/11/2026", 2],
    ["jusqua:16/11/2026", 8],
    ["depuis:17/11/2026 jusqua:17/11/2026", 0],
    ["personne:rgc acte:acces jusqua:16/11/2026 resultat:fait", 4],
    ["objet:999 000 144 00017", 2],
  ])("is narrowed by %s", async (options, count) => {
    expect(rows(await search(options))).toHaveLength(count);
  });

  it("says when nothing matches, and why it cannot be made", async () => {
    expect(lines(await search("objet:DEV-1999-0001"))).toMatch(/^Rien dans le journal ne correspond/);
    expect(codes(await search("personne:Personne Connue"))).toEqual(["input.unknown-reference"]);
    expect(codes(await search("personne:!!!"))).toEqual(["input.unknown-reference"]);
    expect(codes(await search("acte:manger"))).toEqual(["input.unknown-value"]);
    expect(codes(await search("depuis:20/11/2026 jusqua:01/11/2026"))).toEqual(["audit.dates-order"]);
  });

  it("finds a stranger who was refused", async () => {
    await desk.type("inconnu", "/devis liste");
    expect(rows(await search("personne:inconnu"))).toEqual([
      ["11", "18/11/2026 à 00:30", "inconnu", "devis liste", "", "refusé", "personne pas encore habilitée"],
    ]);
  });

  it("is for who may read the trail, and leaves its own trace", async () => {
    for (const line of ["chercher", "droits", "exporter", "verifier", "ancre"]) {
      expect((await desk.type("gestionnaire", `/journal ${line}`)).outcome).toBe("denied");
    }
    expect(rows(await search("acte:journal")).map((row) => row[5])).toEqual(Array(5).fill("refusé"));
  });

  it("shows previews and what became of them as words", async () => {
    const asked = { workspace: "test", actor: { id: "rgc", name: "rgc" }, mayFound: true, path: "acces retirer" };
    const options = { habilitation: "H-0003" };
    const { deliveryId = "" } = await desk.dispatch({ ...asked, deliveryId: "p", stage: { kind: "preview" }, options });
    await desk.dispatch({ ...asked, deliveryId: "c", stage: { kind: "cancel", of: deliveryId }, options: {} });
    expect(rows(await search("acte:acces retirer")).map((row) => row[3])).toEqual(["acces retirer (abandonné)", "acces retirer (aperçu)"]);
    expect(rows(await search("acte:access revoke"), "en").map((row) => row[3])).toEqual([
      "access revoke (dropped)",
      "access revoke (preview)",
    ]);
  });
});

describe("the changes of rights", () => {
  it("are told from what to what, by whom and why", async () => {
    await desk.type("rgc", "/acces profil nom:Accueil base:assistant administratif");
    await desk.type("rgc", "/acces profil profil:PR-0001 droits:consulter les sessions");
    await desk.type("rgc", "/acces retirer habilitation:H-0003 motif:Change de poste");
    const found = rows(await desk.type("rgc", "/journal droits"));
    expect(found.map((row) => row.slice(2))).toEqual([
      ["rgc", "acces retirer", "gestionnaire", "gestionnaire de devis", "—", "Change de poste"],
      [
        "rgc",
        "acces profil",
        "—",
        "consulter l'organisme, consulter les sessions, consulter les rendez-vous, consulter son propre agenda, consulter les stagiaires, consulter les devis, signaler un incident, vérifier un lien du portail, gérer les rendez-vous, consulter l'assiduité",
        "consulter les sessions",
        "—",
      ],
      ["rgc", "acces profil", "—", "—", expect.stringContaining("consulter l'assiduité"), "—"],
      ["rgc", "acces accorder", "assistant", "—", "assistant administratif", "Téléphone"],
      ["rgc", "acces accorder", "valideur", "—", "valideur", "Validations"],
      ["rgc", "acces accorder", "gestionnaire", "—", "gestionnaire de devis", "Devis"],
      ["rgc", "acces accorder", "coordinateur", "—", "coordinateur pédagogique", "Sessions"],
      ["rgc", "organisme demarrer", "rgc", "—", "RGC", "Premier RGC de l'établissement"],
    ]);
    expect(rows(await desk.type("rgc", "/journal droits personne:gestionnaire depuis:18/11/2026"))).toHaveLength(1);
  });

  it("of nobody, of somebody unknown, or in a reversed period say so", async () => {
    expect(lines(await desk.type("rgc", "/journal droits depuis:18/11/2026"))).toBe("Aucun droit n'a changé dans cette période.");
    expect(codes(await desk.type("rgc", "/journal droits personne:zoé"))).toEqual(["input.unknown-reference"]);
    expect(codes(await desk.type("rgc", "/journal droits depuis:18/11/2026 jusqua:17/11/2026"))).toEqual(["audit.dates-order"]);
  });
});

describe("an export", () => {
  it("is a file that a spreadsheet opens, with the same criteria", async () => {
    const answer = await desk.type("rgc", "/journal exporter acte:devis");
    const [file] = answer.files;
    const text = Buffer.from(file?.bytes ?? []).toString();
    expect(file?.name).toBe("journal-2026-11-18.csv");
    expect(text).toMatch(/^\ufeffN°;Quand;Qui;Acte;Objet;Issue;Détails;Instant \(UTC\);Empreinte\r\n10;18\/11\/2026 à 00:30;assistant;/);
    expect(text.trim().split("\r\n")).toHaveLength(3);
    expect(lines(answer)).toBe("Entrées : 2, la plus récente d'abord.");
    expect(codes(await desk.type("rgc", "/journal exporter depuis:20/11/2026 jusqua:01/11/2026"))).toEqual(["audit.dates-order"]);
  });
});

describe("the state of the trail", () => {
  it("is recomputed, and told with its fingerprint", async () => {
    const answer = await desk.type("rgc", "/journal verifier");
    expect(lines(answer)).toMatch(/^Intact\. Entrées recalculées : 10, depuis le 16\/11\/2026 à 09:00\.\nEmpreinte : 10:[0-9a-f]{64}\n/);
    expect([answer.reply.verdict, exitCodeOf(answer)]).toEqual(["sound", 0]);
  });

  it("is kept elsewhere as one line, and compared later", async () => {
    const [kept = ""] = lines(await desk.type("rgc", "/journal ancre")).split("\n");
    expect(kept).toMatch(/^10:[0-9a-f]{64}$/);
    await desk.type("gestionnaire", "/devis liste");
    const answer = await desk.type("rgc", `/journal ancre empreinte:"${kept}"`);
    expect(lines(answer)).toMatch(/contient bien cette empreinte, à l'entrée n° 10 .* Entrées ajoutées depuis : 2\.$/);
    expect(answer.reply.verdict).toBe("sound");
  });

  it("differs from a fingerprint of another trail, and one badly copied is refused kindly", async () => {
    const differs = await desk.type("rgc", `/journal ancre empreinte:3:${"0".repeat(64)}`);
    expect([codes(differs), exitCodeOf(differs)]).toEqual([["audit.head-differs"], 1]);
    expect(codes(await desk.type("rgc", `/journal ancre empreinte:900:${"0".repeat(64)}`))).toEqual(["audit.head-differs"]);
    expect(codes(await desk.type("rgc", "/journal ancre empreinte:9f3a"))).toEqual(["audit.head-unreadable"]);
  });

  it("is told with what the end of retention took away", async () => {
    const kept = (lines(await desk.type("rgc", "/journal ancre")).split("\n")[0] ?? "").replace("10:", "4:");
    const closing = { before: "2026-11-17", from: "2026-11-16T23:00:00.000Z", at: "2026-11-18T03:00:00.000Z" };
    expect(await desk.database.trails.close("test", closing)).toBe(8);
    const verified = await desk.type("rgc", "/journal verifier");
    expect(lines(verified)).toContain("Ce qui datait d'avant le 17/11/2026 a été effacé à la fin de sa durée de conservation");
    const gone = await desk.type("rgc", `/journal ancre empreinte:${kept}`);
    expect([codes(gone), gone.reply.verdict]).toEqual([["audit.head-purged"], "sound"]);
    expect(rows(await search("acte:fin de conservation"))).toEqual([
      [
        expect.any(String),
        "18/11/2026 à 04:00",
        "Kairos",
        "fin de conservation",
        "",
        "fait",
        expect.stringMatching(/^avant : 17\/11\/2026 ·/),
      ],
    ]);
  });
});
