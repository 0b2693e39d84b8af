import { mkdir, mkdtemp, readFile, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mostFileBytes } from "../../../packages/bot/src/files/received.js";
import { completeLine } from "../../../packages/bot/src/fronts/console/complete.js";
import { perform } from "../../../packages/bot/src/fronts/console/desk.js";
import { personOrNobody } from "../../../packages/bot/src/fronts/console/person.js";
import { renderAnswer } from "../../../packages/bot/src/fronts/console/render.js";
import { openConsoleDesk } from "../fronts/founded.js";
import { aPdf, aPng } from "./samples.js";

let desk: Awaited<ReturnType<typeof openConsoleDesk>>;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kairos-attached-"));
  desk = await openConsoleDesk(join(folder, "documents"));
  await mkdir(join(folder, "pièces"));
  await writeFile(join(folder, "pièces", "second devis.pdf"), aPdf());
  await writeFile(join(folder, "pièces", "page.html"), "<html>");
  await writeFile(join(folder, "pièces", "écran.png"), aPng());
  await symlink(join(folder, "pièces", "écran.png"), join(folder, "lien.png"));
  await writeFile(join(folder, "lourd.pdf"), "%PDF-");
  await truncate(join(folder, "lourd.pdf"), mostFileBytes + 1);
});
afterAll(async () => {
  await desk.close();
  await rm(folder, { recursive: true });
});
const clerk = personOrNobody("gestionnaire");
const attach = (path: string, quote = "DEV-2026-0001") =>
  perform(desk, clerk, `/devis joindre reference:${quote} fichier:${path} nature:autre`);

describe("a file of this machine", () => {
  it("is attached by its path, and written again where documents go", async () => {
    const { answer } = await attach(join(folder, "pièces", "second devis.pdf"));
    expect(answer.outcome).toBe("done");
    const { written } = await perform(desk, clerk, "/devis pieces piece:P-0001");
    expect(written).toEqual([join(folder, "documents", "second-devis.pdf")]);
    expect(new Uint8Array(await readFile(written[0] ?? ""))).toEqual(new Uint8Array(aPdf()));
    expect(JSON.stringify(answer)).not.toContain(folder);
  });

  it("may be named from where one stands, between quotes, or by a link", async () => {
    expect((await attach(`"${relative(process.cwd(), join(folder, "lien.png"))}"`)).answer.outcome).toBe("done");
  });

  it.each([
    ["absent.pdf", "unreachable", "« absent.pdf » n'a pas pu être lu"],
    ["pièces", "unreachable", "« pièces » n'a pas pu être lu"],
    ["lourd.pdf", "too-heavy", "« lourd.pdf » est trop lourd (8 Mo au plus)"],
    ["absent\u0000.pdf", "unreachable", "« absent.pdf » n'a pas pu être lu"],
  ])("that cannot be had is told like any other problem: %s", async (name, fault, sentence) => {
    const { answer, path } = await attach(join(folder, name));
    expect([path, answer.outcome]).toEqual(["devis joindre", "invalid"]);
    expect(answer.reply.problems).toMatchObject([{ code: "input.not-a-file", path: ["fichier"], params: { fault } }]);
    const shown = renderAnswer(answer, { language: "fr", colours: false, width: 200 })
      .join("\n")
      .replace(/\u00a0/g, " ");
    expect(shown).toContain(sentence);
  });

  it("is none of the home folder's sign, a device or nothing", async () => {
    for (const path of ["~/devis.pdf", "/dev/null", "/dev/zero"]) expect((await attach(path)).answer.outcome).toBe("invalid");
    const empty = await attach('""');
    expect(empty.answer.reply.problems?.map(({ code }) => code)).toEqual(["input.missing"]);
  });

  it("is completed by the Tab key: folders, then what may be attached", async () => {
    const complete = async (typed: string) => (await completeLine(`/devis joindre fichier:${typed}`, desk, clerk))[0];
    expect(await complete(join(folder, "p"))).toEqual([join(folder, "pièces/")]);
    expect(await complete(join(folder, "pièces/"))).toEqual([
      join(folder, "pièces", "second devis.pdf "),
      join(folder, "pièces", "écran.png "),
    ]);
    expect(await complete(join(folder, "pièces", "second de"))).toEqual([join(folder, "pièces", "second devis.pdf ")]);
    expect(await complete(join(folder, "nulle part/"))).toEqual([]);
    expect(await complete("\u0000")).toEqual([]);
  });
});
