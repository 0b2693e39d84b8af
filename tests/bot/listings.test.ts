import { type Schedule, type Session, scheduleSchema } from "@kairos/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Answer } from "../../packages/bot/src/dispatch.js";
import { renderAnswer } from "../../packages/bot/src/fronts/console/render.js";
import type { Store } from "../../packages/bot/src/store/store.js";
import { aSession } from "../examples/index.js";
import { openFoundedDesk, type TestDesk } from "./desk.js";

let desk: TestDesk;
beforeEach(async () => {
  desk = await openFoundedDesk();
});
afterEach(async () => {
  expect(desk.failures).toEqual([]);
  await desk.close();
});

const codes = ({ reply }: Answer) => (reply.problems ?? []).map(({ code }) => code);
const proposed = ({ reply }: Answer) => (reply.next ?? []).map(({ command }) => command);
const shown = (answer: Answer) => renderAnswer(answer, { language: "fr", colours: false, width: 110 }).join("\n");
const say = (line: string, person = "coordinateur") => desk.type(person, line);
const step = (options: string) => say(`/session visibilite reference:SE-2026-014 ${options}`);

describe("where a listing stands", () => {
  it("is told kindly of a session that was listed before anybody followed it here", async () => {
    const answer = await step("");
    expect(shown(answer)).toMatchInlineSnapshot(`
      "  Référencement · SE-2026-014 · non suivie ici
        Cariste CACES R489 · 07/12/2026 → 18/12/2026 · 70 h · 1 190,00 €
        La session a un numéro Carif-Oref, mais les étapes de son référencement ne sont pas suivies ici.
        À vous d'agir. Notez les étapes déjà passées, chacune avec son jour : prête, transmise, vue dans Kairos.
        ⚠ La fiche de la formation manque.
          Pour corriger : /session corriger reference:SE-2026-014 cours:…
        Prochaine étape : noter que la fiche est prête → /session visibilite reference:SE-2026-014 etape:prête"
    `);
    expect(proposed(answer)).toEqual(["/session visibilite reference:SE-2026-014 etape:prête"]);
    expect((await desk.database.read("test", "all", (store) => store.sessions.get("SE-2026-014")))?.listing).toBeUndefined();
  });

  it("moves with each step, and each answer says what comes next", async () => {
    const lines: string[] = [];
    for (const options of [
      "etape:prête le:02/11/2026",
      "etape:transmise le:02/11/2026",
      "etape:vue dans Kairos le:09/11/2026",
      "etape:ouverte",
      "etape:complète",
    ]) {
      const answer = await step(options);
      expect([options, answer.outcome]).toEqual([options, "done"]);
      lines.push(
        `${answer.reply.title?.fr} → ${proposed(answer)
          .map((one) => one?.split("etape:")[1])
          .join(" | ")}`,
      );
    }
    expect(lines.join("\n")).toMatchInlineSnapshot(`
      "Référencement · SE-2026-014 · prête à référencer → transmise | à reprendre
      Référencement · SE-2026-014 · transmise à la base régionale → vue dans Kairos | à reprendre
      Référencement · SE-2026-014 · visible dans Kairos → ouverte | complète | suspendue
      Référencement · SE-2026-014 · ouverte aux inscriptions → complète | suspendue
      Référencement · SE-2026-014 · complète → ouverte"
    `);
  });

  it("shows the days when it is expected in Kairos", async () => {
    await step("etape:prête le:12/11/2026");
    const answer = await step("etape:transmise le:12/11/2026");
    expect(shown(answer)).toMatchInlineSnapshot(`
      "  Référencement · SE-2026-014 · transmise à la base régionale
        ✔ Enregistré : transmise, le 12/11/2026.
        Cariste CACES R489 · 07/12/2026 → 18/12/2026 · 70 h · 1 190,00 €
        La fiche est transmise à la base régionale. Dernière étape le 12/11/2026.
        Elle quitte la base régionale dans la nuit qui précède le 13/11/2026, puis s'affiche dans le réseau national
        le 17/11/2026.
        Elle est attendue dans Kairos entre le 18/11/2026 et le 22/11/2026.
        Attendez les jours ci-dessus. Quand la session s'affiche dans Kairos, notez-le avec son numéro Carif-Oref.
        ⚠ La fiche de la formation manque.
          Pour corriger : /session corriger reference:SE-2026-014 cours:…
        ⚠ La session, transmise le 12/11/2026, peut ne pas être visible dans Kairos avant le 22/11/2026.
          Pour corriger : attendez ce jour ; si elle s'affiche déjà dans Kairos, notez-le.
        Prochaine étape : noter qu'elle est visible dans Kairos →
        /session visibilite reference:SE-2026-014 etape:vue dans Kairos"
    `);
    expect(answer.reply.data).toMatchObject({ status: "sent", display: { expectedFrom: "2026-11-18", expectedBy: "2026-11-22" } });
  });

  it("is on the session's card too, for whoever may only read it, once it is followed", async () => {
    const fields = async () => {
      const { reply } = await say("/session voir reference:SE-2026-014", "assistant");
      return (reply.fields ?? []).filter(({ name }) => name.fr === "Référencement").map(({ value }) => value.fr);
    };
    expect(await fields()).toEqual([]);
    await step("etape:prête le:12/11/2026");
    expect(await fields()).toEqual(["prête à référencer"]);
    await step("etape:transmise le:12/11/2026");
    expect(await fields()).toEqual(["transmise à la base régionale, attendue dans Kairos entre le 18/11/2026 et le 22/11/2026"]);
  });

  it("says whom to ask once the last day has passed", async () => {
    await step("etape:prête le:02/11/2026");
    const answer = await step("etape:transmise le:02/11/2026");
    expect(answer.reply.data).toMatchObject({ ask: "agency" });
    expect(shown(answer)).toContain("écrivez à votre contact France Travail");
  });

  it("says what holds it back, and that the Carif-Oref is to be asked", async () => {
    await step("etape:prête le:12/11/2026");
    await keep(async (store) => {
      const session = await store.sessions.get("SE-2026-014");
      if (session !== undefined) await store.sessions.save({ ...session, initialTraining: true });
    });
    const answer = await step("etape:transmise le:12/11/2026");
    expect(codes(answer)).toContain("session.not-exported-initial-training");
    expect(shown(answer)).toMatch(/Ce qui la retient\s: formation initiale ou apprentissage\./);
    expect(shown(answer)).toContain("À voir avec le Carif-Oref.");
  });

  it("takes the number that the regional base gives, with the step or alone", async () => {
    await say("/session creer reference:SE-2026-020 intitule:Préparateur debut:04/01/2027 fin:15/01/2027 heures-centre:70 h lieu:Bordeaux");
    const other = (options: string) => say(`/session visibilite reference:se-2026-020 ${options}`);
    await other("etape:prête");
    const sent = await other("etape:transmise");
    expect(proposed(sent)).toEqual(["/session visibilite reference:SE-2026-020 etape:vue dans Kairos carif:…"]);
    expect(codes(await other("etape:vue dans Kairos"))).toEqual(["session.reference-missing"]);
    const seen = await other("etape:vue dans Kairos carif:75_SE00148799");
    expect([seen.outcome, seen.reply.data]).toMatchObject(["done", { status: "visible" }]);
    const again = await other("carif:75_SE00148800");
    expect(again.reply.lines?.[0]?.text.fr).toBe("Numéro Carif-Oref : 75_SE00148800.");
  });

  it.each([
    ["a step that does not follow", "etape:ouverte", ["session.listing-step-illegal"]],
    ["a day to come", "etape:prête le:17/11/2026", ["input.day-in-future"]],
    ["a day without a step", "le:12/11/2026", ["input.missing"]],
    ["a day that does not exist", "etape:prête le:31/02/2026", ["input.not-a-date"]],
    ["a start before the first day", "etape:démarrée", ["session.listing-step-illegal"]],
  ])("refuses %s, and changes nothing", async (_name, options, expected) => {
    const answer = await step(options);
    expect(answer.outcome).not.toBe("done");
    expect(codes(answer)).toEqual(expected);
    expect((await desk.database.read("test", "all", (store) => store.sessions.get("SE-2026-014")))?.listing).toBeUndefined();
  });

  it("refuses an unknown session, and whoever may only read", async () => {
    expect(codes(await say("/session visibilite reference:SE-2026-999"))).toEqual(["input.unknown-reference"]);
    expect(codes(await say("/session visibilite reference:SE-2026-014 etape:prête", "assistant"))).toEqual(["access.missing-permission"]);
  });

  it("is traced with the step, and without a name", async () => {
    await step("etape:prête");
    const [entry] = await desk.database.read("test", "all", (store) => store.audit.search({ objects: ["SE-2026-014"], limit: 1 }));
    expect(entry).toMatchObject({ act: "session.visibilite", actor: "coordinateur", outcome: "done", details: { step: "complete" } });
  });
});

describe("a session recorded twice", () => {
  const again =
    "/session creer reference:SE-2026-015 intitule:cariste caces r489 debut:07/12/2026 fin:18/12/2026 heures-centre:70 h lieu:BORDEAUX";

  it("is refused, and nothing is kept", async () => {
    const answer = await say(again);
    expect([answer.outcome, codes(answer)]).toEqual(["refused", ["session.duplicate"]]);
    expect(await desk.database.read("test", "all", (store) => store.sessions.get("SE-2026-015"))).toBeUndefined();
  });

  it("is two groups when each has its room or its own number", async () => {
    expect((await say(`${again} salle:Salle 3`)).outcome).toBe("done");
    expect((await say(`${again.replace("015", "016")} carif:75_SE00148713`)).outcome).toBe("done");
    expect(codes(await say("/session corriger reference:SE-2026-015 salle:aucune"))).toContain("session.duplicate");
  });

  it("may still be corrected in the rest when both were there before", async () => {
    await keep(async (store) => {
      const first = await store.sessions.get("SE-2026-014");
      if (first !== undefined) await store.sessions.save({ ...first, reference: "SE-2026-015" });
    });
    expect((await say("/session corriger reference:SE-2026-015 prix:1200")).outcome).toBe("done");
    expect((await say("/session corriger reference:SE-2026-015 lieu:Pau")).outcome).toBe("done");
    expect(codes(await say("/session corriger reference:SE-2026-015 lieu:Bordeaux"))).toContain("session.duplicate");
  });
});

describe("what is there twice", () => {
  const twin = { reference: "SE-2026-015", listingReference: undefined, title: "Cariste CACES R489", place: "Bordeaux" };

  it("is nothing in a desk in order", async () => {
    expect(shown(await say("/session doublons"))).toMatchInlineSnapshot(`
      "  Doublons et chevauchements
        ✔ Aucun doublon, aucun chevauchement (1 session examinée)."
    `);
  });

  it("is told with both sessions and what to do, to whoever may read them", async () => {
    await keep(async (store) => {
      const first = await store.sessions.get("SE-2026-014");
      if (first === undefined) throw new Error("no session");
      const taught = { ...first, trainers: ["omar"], room: "Salle 2" };
      await store.sessions.save(taught);
      const others = [
        aSession({ ...twin, trainers: ["omar"] }),
        aSession({ reference: "SE-2026-016", title: "Autre", listingReference: "75_SE1", room: "salle 2" }),
        aSession({ ...twin, reference: "SE-2026-017" }),
      ];
      for (const session of [taught, ...others]) {
        await store.sessions.save(session);
        await store.schedules.save(mornings(session, ["2026-12-07", "2026-12-08"]), session);
      }
    });
    const answer = await say("/session doublons", "assistant");
    expect(shown(answer)).toMatchInlineSnapshot(`
      "  Doublons et chevauchements
        ⚠ 1 doublon et 2 chevauchements parmi 4 sessions.
        Doublon : gardez une seule session et annulez l'autre ; si ce sont deux groupes, indiquez la salle ou le
        numéro Carif-Oref de chacun.
        Formateur pris deux fois : déplacez une demi-journée ou changez de formateur.
        Salle prise deux fois : déplacez une demi-journée ou changez de salle.
        Session      Avec         Pourquoi
        SE-2026-015  SE-2026-017  Même intitulé, mêmes dates (07/12/2026 → 18/12/2026), même lieu
        SE-2026-014  SE-2026-015  Formateur « omar » : le 07/12/2026, de 09:00 à 12:30 (2 fois en tout)
        SE-2026-014  SE-2026-016  Salle « Salle 2 » : le 07/12/2026, de 09:00 à 12:30 (2 fois en tout)"
    `);
    expect(answer.files).toEqual([]);
  });

  it("comes as a file when there is much of it", async () => {
    await keep((store) =>
      store.sessions.saveMany(
        Array.from({ length: 60 }, (_, rank) =>
          aSession({ reference: `SE-${rank}`, listingReference: undefined, title: `Formation ${rank % 30}` }),
        ),
      ),
    );
    const answer = await say("/session doublons");
    expect(answer.reply.data).toMatchObject({ found: 30, sessions: 61, cut: false });
    expect(answer.reply.table?.rows).toHaveLength(20);
    const [file] = answer.reply.texts ?? [];
    expect(file?.fileName).toBe("doublons-2026-11-16.csv");
    expect(file?.text.trim().split("\r\n")).toHaveLength(31);
    expect(file?.text).toContain("Doublon;SE-0;SE-30;");
  });

  it("is looked for from a day on, and in one establishment when asked", async () => {
    await keep((store) =>
      store.sessions.saveMany([
        aSession({ ...twin, startsOn: "2026-10-05", endsOn: "2026-10-09" }),
        aSession({ ...twin, reference: "SE-2026-016", startsOn: "2026-10-05", endsOn: "2026-10-09" }),
      ]),
    );
    const found = async (options: string) =>
      ((await say(`/session doublons ${options}`)).reply.data as { found?: number } | undefined)?.found;
    expect(await found("")).toBe(0);
    expect(await found("depuis:01/10/2026")).toBe(1);
    expect(await found("depuis:01/10/2026 etablissement:99900014400017")).toBe(1);
    expect(codes(await say("/session doublons etablissement:Nulle part"))).toEqual(["input.unknown-reference"]);
  });
});

describe("the list of sessions", () => {
  beforeEach(async () => {
    await keep(async (store) => {
      await store.sessions.save(
        aSession({ reference: "SE-2026-030", title: "Anglais", startsOn: "2026-11-02", endsOn: "2026-11-20", trainers: ["omar"] }),
      );
    });
    await step("etape:prête");
  });

  it("shows where each listing stands", async () => {
    expect(shown(await say("/session liste", "assistant"))).toMatchInlineSnapshot(`
      "  Sessions
        Référence    Session                                                           Référencement
        SE-2026-014  Cariste CACES R489 · 07/12/2026 → 18/12/2026 · 70 h · 1 190,00 €  prête à référencer
        SE-2026-030  Anglais · 02/11/2026 → 20/11/2026 · 70 h · 1 190,00 €             non suivie ici"
    `);
  });

  it.each([
    ["statut:prête à référencer", ["SE-2026-014"]],
    ["statut:brouillon", ["SE-2026-030"]],
    ["statut:annulée", []],
    ["formateur:omar", ["SE-2026-030"]],
    ["formateur:lea", []],
    ["jusqua:30/11/2026", ["SE-2026-030"]],
    ["depuis:01/12/2026", ["SE-2026-014"]],
    ["depuis:01/12/2026 statut:brouillon", []],
  ])("keeps only %s", async (options, expected) => {
    expect((await say(`/session liste ${options}`)).reply.data).toEqual({ sessions: expected });
  });
});

/** Written as an import would, past the commands. */
async function keep(work: (store: Store) => Promise<unknown>): Promise<void> {
  written += 1;
  const request = { workspace: "test", id: `import-${written}`, at: desk.now(), actor: "rgc", path: "session importer" };
  await desk.database.deliver(request, async (unit) => {
    await work(unit.store("all"));
    return { outcome: "done" };
  });
}

let written = 0;

function mornings(session: Session, days: readonly string[]): Schedule {
  const halfDays = days.map((day) => ({ day, half: "morning" as const, from: "09:00", until: "12:30" }));
  const { reference: sessionReference, siret } = session;
  return scheduleSchema.parse({ sessionReference, siret, timeZone: "Europe/Paris", halfDays, version: 1 });
}
