import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Answer } from "../../packages/bot/src/dispatch.js";
import { openFoundedDesk, type TestDesk } from "./desk.js";
import { aJpeg, aPdf, aPng } from "./files/samples.js";

let desk: TestDesk;
beforeEach(async () => {
  desk = await openFoundedDesk();
  await desk.type("gestionnaire", "/devis creer dispositif:AIF session:SE-2026-014 stagiaire:T-0001");
});
afterEach(async () => {
  expect(desk.failures).toEqual([]);
  await desk.close();
});

function attach(name: string, bytes: Uint8Array, rest = "nature:second devis", person = "gestionnaire"): Promise<Answer> {
  const line = `/devis joindre reference:DEV-2026-0001 fichier:"${name}" ${rest}`;
  return desk.type(person, line, { fichier: { name, bytes } });
}

describe("a supporting document", () => {
  it("attached to a quote is listed, and comes back byte for byte under a plain name", async () => {
    const bytes = aPdf();
    const attached = await attach("Devis n°2 été — Léa.pdf", bytes, "nature:second devis note:Reçu par courriel");
    expect(attached.outcome).toBe("done");
    expect(attached.reply.lines?.[0]?.text.fr).toBe("Pièce jointe : P-0001 · second devis · Devis-n-2-ete-Lea.pdf · 1 Ko.");
    const list = await desk.type("assistant", "/devis pieces reference:dev-2026-0001");
    expect(list.reply.table?.rows.map((row) => row.map(({ fr }) => fr))).toEqual([
      ["P-0001", "second devis", "Devis-n-2-ete-Lea.pdf", "1 Ko", "16/11/2026 · gestionnaire", "Reçu par courriel"],
    ]);
    expect(list.reply.table?.open).toEqual({ path: "devis pieces", option: "piece" });
    for (const line of ["/devis pieces piece:p-0001", "/devis pieces reference:DEV-2026-0001 piece:P-0001"]) {
      const handed = await desk.type("assistant", line);
      expect(handed.files).toEqual([{ name: "Devis-n-2-ete-Lea.pdf", bytes: new Uint8Array(bytes) }]);
    }
  });

  it("is numbered without a gap, whatever was refused in between", async () => {
    await attach("a.pdf", aPdf());
    expect((await attach("a.exe", aPdf())).outcome).toBe("invalid");
    expect((await attach("encore.pdf", aPdf())).outcome).toBe("invalid");
    expect((await attach("b.png", aPng(), "nature:programme")).reply.data).toEqual({ attachment: "P-0002", quote: "DEV-2026-0001" });
    expect((await attach("c.jpg", aJpeg(), "nature:autre")).reply.data).toEqual({ attachment: "P-0003", quote: "DEV-2026-0001" });
  });

  it("attached twice to the same quote is refused, and the first is named; another quote takes it", async () => {
    await attach("a.pdf", aPdf());
    const again = await attach("b.pdf", aPdf(), "nature:autre");
    expect(again.reply.problems).toMatchObject([{ code: "input.reference-taken", params: { kind: "attachment", reference: "P-0001" } }]);
    expect(again.reply.lines?.[0]?.text.fr).toContain("déjà joint à DEV-2026-0001 : P-0001, second devis");
    await desk.type("gestionnaire", "/devis creer dispositif:AIF session:SE-2026-014 stagiaire:T-0001");
    const other = await desk.type("gestionnaire", "/devis joindre reference:DEV-2026-0002 fichier:a.pdf nature:autre", {
      fichier: { name: "a.pdf", bytes: aPdf() },
    });
    expect(other.outcome).toBe("done");
  });

  it.each([
    ["no file came", undefined, "input.missing"],
    ["it is no document", { name: "a.pdf", bytes: new Uint8Array([1, 2, 3]) }, "input.not-a-file"],
  ])("is refused when %s", async (_name, file, code) => {
    const line = "/devis joindre reference:DEV-2026-0001 fichier:a.pdf nature:autre";
    const answer = await desk.type("gestionnaire", line, file && { fichier: file });
    expect([answer.outcome, answer.reply.problems?.map((problem) => [problem.code, problem.path])]).toEqual([
      "invalid",
      [[code, ["fichier"]]],
    ]);
  });

  it("named by a social security number is refused, and the number goes nowhere", async () => {
    for (const [typed, name] of [
      ["1 85 05 78 006 084 91.pdf", "1 85 05 78 006 084 91.pdf"],
      ["a.pdf", "185057800608491.pdf"],
    ] as const) {
      const line = `/devis joindre reference:DEV-2026-0001 fichier:"${typed}" nature:autre`;
      const answer = await desk.type("gestionnaire", line, { fichier: { name, bytes: aPdf() } });
      expect(answer.reply.problems?.map(({ code }) => code)).toEqual(["id.nir-detected"]);
      expect(JSON.stringify(answer)).not.toMatch(/1850578|006 084/);
    }
  });

  it("needs the right to enter quotes; to read one is enough to see it", async () => {
    expect((await attach("a.pdf", aPdf(), "nature:autre", "assistant")).outcome).toBe("denied");
    await attach("a.pdf", aPdf());
    expect((await desk.type("assistant", "/devis retirer-piece piece:P-0001")).outcome).toBe("denied");
    expect((await desk.type("rgc", "/devis pieces piece:P-0001")).outcome).toBe("denied");
    expect((await desk.type("assistant", "/devis pieces piece:P-0001")).outcome).toBe("done");
  });

  it("leaves in the trail its number, its kind and the start of its digest, never its name", async () => {
    await attach("Durand-Camille.pdf", aPdf());
    await desk.type("assistant", "/devis pieces piece:P-0001");
    const details: unknown[] = [];
    await desk.database.read("test", "all", async ({ audit }) => {
      for await (const entry of audit.entries({ object: "DEV-2026-0001" })) details.push([entry.act, entry.details]);
    });
    expect(details.slice(1)).toEqual([
      ["devis.joindre", { attachment: "P-0001", kind: "second-quote", digest: expect.stringMatching(/^[0-9a-f]{12}$/) }],
      ["devis.pieces", { attachment: "P-0001", kind: "second-quote" }],
    ]);
    expect(JSON.stringify(details)).not.toContain("Durand");
  });

  it("that was waited for says what comes next", async () => {
    expect((await attach("a.pdf", aPdf())).reply.next).toEqual([]);
    await desk.type("rgc", "/organisme regler parametre:aif-second-devis valeur:oui");
    const second = await attach("b.pdf", aPdf("b"));
    expect(second.reply.next?.map(({ command }) => command)).toEqual(["/devis corriger reference:DEV-2026-0001 second-devis:…"]);
    await desk.type("gestionnaire", "/devis corriger reference:DEV-2026-0001 second-devis:D-77");
    expect((await attach("c.pdf", aPdf("c"))).reply.next).toEqual([]);
    await desk.type("gestionnaire", "/devis soumettre reference:DEV-2026-0001");
    const approval = await attach("ecran.png", aPng(), "nature:validation du candidat");
    expect(approval.reply.next?.map(({ text }) => text.fr)).toEqual([
      "enregistrer la validation du candidat (par qui a le droit « valider un devis »)",
    ]);
  });

  it("may come after the end of a quote, and that is said; so is a PDF under a password", async () => {
    await desk.type("gestionnaire", "/devis annuler reference:DEV-2026-0001 motif:Abandon");
    const late = await attach("lettre.pdf", aPdf("/Encrypt 4 0 R"), "nature:autre");
    expect(late.outcome).toBe("done");
    expect(late.reply.lines?.map(({ tone }) => tone)).toEqual(["good", "warning", "warning"]);
    expect(late.reply.lines?.[1]?.text.fr).toContain("sans mot de passe");
    expect(late.reply.lines?.[2]?.text.fr).toContain("annulé");
  });
});

describe("a document attached by mistake", () => {
  it("is no longer handed out, stays listed as removed, and may be attached again", async () => {
    await attach("a.pdf", aPdf());
    expect((await desk.type("gestionnaire", "/devis retirer-piece piece:P-0001")).outcome).toBe("done");
    for (const [person, line] of [
      ["assistant", "/devis pieces piece:P-0001"],
      ["gestionnaire", "/devis retirer-piece piece:P-0001"],
    ] as const) {
      const answer = await desk.type(person, line);
      expect(answer.reply.problems).toMatchObject([{ code: "input.unknown-reference", path: ["piece"], params: { kind: "attachment" } }]);
      expect(answer.files).toEqual([]);
    }
    expect((await attach("a.pdf", aPdf())).reply.data).toMatchObject({ attachment: "P-0002" });
    const list = await desk.type("assistant", "/devis pieces reference:DEV-2026-0001");
    expect(list.reply.table?.rows.map((row) => row[0]?.fr)).toEqual(["P-0002"]);
    expect(list.reply.lines?.map(({ text }) => text.fr)).toEqual(["P-0001 · second devis : retirée le 16/11/2026 par gestionnaire."]);
  });

  it("is told with the names of those who added and removed it", async () => {
    const clerk = { id: "gestionnaire", name: "Léa Martin" };
    await desk.database.deliver({ workspace: "test", id: "rename", at: desk.now(), actor: "rgc", path: "" }, async (unit) => {
      await unit.store("all").people.save(clerk);
      await unit.store("all").audit.append({ at: desk.now(), actor: "rgc", act: "test", object: "", outcome: "done", details: {} });
      return { outcome: "done" };
    });
    await attach("a.pdf", aPdf());
    await attach("b.pdf", aPdf("b"));
    await desk.type("gestionnaire", "/devis retirer-piece piece:P-0001");
    const { reply } = await desk.type("assistant", "/devis pieces reference:DEV-2026-0001");
    expect(reply.table?.rows[0]?.[4]?.fr).toBe("16/11/2026 · Léa Martin");
    expect(reply.lines?.[0]?.text.fr).toBe("P-0001 · second devis : retirée le 16/11/2026 par Léa Martin.");
  });

  it("is looked for under its own quote", async () => {
    await attach("a.pdf", aPdf());
    await desk.type("gestionnaire", "/devis creer dispositif:AIF session:SE-2026-014 stagiaire:T-0001");
    const elsewhere = await desk.type("assistant", "/devis pieces reference:DEV-2026-0002 piece:P-0001");
    expect(elsewhere.reply.problems?.map(({ code }) => code)).toEqual(["input.unknown-reference"]);
    const none = await desk.type("gestionnaire", "/devis pieces reference:DEV-2026-0002");
    expect(none.reply.lines?.[0]?.text.fr).toBe("Aucune pièce n'est jointe à ce devis.");
    expect(none.reply.next?.[0]?.command).toBe("/devis joindre reference:DEV-2026-0002 fichier:… nature:…");
    expect((await desk.type("assistant", "/devis pieces")).reply.problems?.map(({ code }) => code)).toEqual(["input.missing"]);
  });
});
