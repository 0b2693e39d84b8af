import { permissionsOf, say } from "@kairos/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LoadedCommand, rightsFor } from "../../packages/bot/src/command.js";
import { parseLine } from "../../packages/bot/src/fronts/shared/line/parse-line.js";
import type { Person } from "../../packages/bot/src/store/store.js";
import { openFoundedDesk, type TestDesk } from "./desk.js";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openFoundedDesk();
  await desk.type("gestionnaire", "/devis creer dispositif:AIF session:SE-2026-014 stagiaire:T-0001");
});
afterAll(() => desk.close());

const nasty: readonly string[] = [
  "",
  " ",
  "🙂",
  "é".repeat(10_000),
  "31/02/2026",
  "2026-13-45",
  "1.190",
  "$12",
  "-5",
  "1e309",
  "NaN",
  "9".repeat(30),
  "'; DROP TABLE quotes; --",
  "../../etc/passwd",
  '{"siret":1}',
  "[[[[[[",
  "\u0000\u0007",
  "\u202eabc",
  "\ud800",
  "__proto__",
  "constructor",
  "toString",
  "1 85 05 78 006 084 91",
  "%_%",
];

describe("bad input", () => {
  it("in any option of any command never throws, and what is refused leaves everything as it was", { timeout: 120_000 }, async () => {
    let deliveries = 0;
    let before = await everything();
    for (const command of desk.commands.values()) {
      const actor = await personWhoMay(command);
      // A command that needs nothing is called without anything once, not for each value.
      const requests = new Map(
        nasty.map((value) => {
          const asked = Object.values(command.options).filter((option) => option.required || value.length % 2 === 0);
          const options = Object.fromEntries(asked.map((option) => [option.words.fr[0], value]));
          return [JSON.stringify(options), options] as const;
        }),
      );
      const send = async (options: Readonly<Record<string, string>>) => {
        deliveries += 1;
        const deliveryId = `nasty-${deliveries}`;
        const answer = await desk.dispatch({ workspace: "test", deliveryId, actor, mayFound: true, path: command.path, options });
        expect(desk.failures, `${command.path} ${JSON.stringify(options).slice(0, 60)}`).toEqual([]);
        if (answer.outcome !== "done") expect(answer.reply.problems?.length, command.path).toBeGreaterThan(0);
        return answer.outcome;
      };
      const outcomes: string[] = [];
      for (const options of requests.values()) outcomes.push(await send(options));
      if (!outcomes.includes("done")) {
        expect(await everything(), command.path).toEqual(before);
        continue;
      }
      // Something was done, and changed what it may: each value once more, to tell it from what was refused.
      before = await everything();
      for (const options of requests.values()) {
        const outcome = await send(options);
        const after = await everything();
        if (outcome !== "done") expect(after, `${command.path} ${JSON.stringify(options).slice(0, 60)}`).toEqual(before);
        before = after;
      }
    }
  });

  it("in one option of an otherwise right command does not slip through either", { timeout: 60_000 }, async () => {
    let deliveries = 0;
    for (const command of desk.commands.values()) {
      const example = parseLine(command.example, desk.commands);
      if (!example.ok) throw new Error(command.example);
      const actor = await personWhoMay(command);
      for (const { words } of Object.values(command.options)) {
        for (const value of ["🙂", "é".repeat(10_000), "\u0000\u0007", "__proto__", "{}"]) {
          deliveries += 1;
          const options = { ...example.options, [words.fr[0]]: value };
          const answer = await desk.dispatch({
            workspace: "test",
            deliveryId: `one-${deliveries}`,
            actor,
            mayFound: true,
            path: command.path,
            options,
          });
          expect(desk.failures, `${command.path} ${words.fr[0]}:${value.slice(0, 20)}`).toEqual([]);
          expect(answer.outcome, `${command.path} ${words.fr[0]}:${value.slice(0, 20)}`).not.toBe("failed");
          if (value.length === 10_000) expect(answer.outcome, `${command.path} ${words.fr[0]}`).not.toBe("done");
        }
      }
    }
  });

  it("names an unknown command, person or option without a throw", async () => {
    for (const path of ["", "devis", "devis rien", "__proto__ toString", "x".repeat(10_000)]) {
      const answer = await desk.dispatch({
        workspace: "test",
        deliveryId: `path-${path.length}`,
        actor: { id: "rgc", name: "rgc" },
        mayFound: true,
        path,
        options: {},
      });
      expect(answer.outcome).toBe("invalid");
    }
    const options = { reference: "DEV-2026-0001", "n'existe-pas": "1", constructor: "2" };
    const unknown = await desk.dispatch({
      workspace: "test",
      deliveryId: "unknown-option",
      actor: { id: "assistant", name: "assistant" },
      mayFound: true,
      path: "devis voir",
      options,
    });
    expect(unknown.outcome).toBe("invalid");
    expect(unknown.reply.problems?.map(({ code }) => code)).toEqual(["input.unknown-field"]);
  });

  it("never lets a social security number in, nor shows it back", async () => {
    for (const line of [
      "/stagiaire ajouter prenom:Lucien nom:Morel identifiant:185057800608491",
      "/devis corriger reference:DEV-2026-0001 notes:NIR 1 85 05 78 006 084 91",
    ]) {
      const answer = await desk.type("gestionnaire", line);
      expect(answer.reply.problems?.map(({ code }) => code)).toEqual(["id.nir-detected"]);
      expect(JSON.stringify(answer)).not.toMatch(/1850578|006 084/);
    }
  });

  it("says who may help when a person is unknown", async () => {
    expect((await desk.type("inconnu", "/devis liste")).reply.problems?.map(({ code }) => code)).toEqual(["access.unknown-person"]);
  });
});

describe("on a desk in order, bad input", () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await openFoundedDesk();
    await desk.type("gestionnaire", "/devis creer dispositif:AIF session:SE-2026-014 stagiaire:T-0001");
  });
  afterAll(() => desk.close());

  it("in a setting is answered with what is expected, and a good value is said back", async () => {
    const set = async (setting: string, value: string) =>
      (await desk.type("rgc", `/organisme regler parametre:${setting} valeur:${value}`)).reply;
    for (const [setting, value, mend] of [
      ["devis-validite", "bientôt", "Écrivez un nombre de jours : 14."],
      ["aif-second-devis", "peut-être", "Écrivez oui ou non."],
      ["aif-plafond", "beaucoup", "Écrivez un montant : 3 000 €."],
      ["resume-heure", "25:00", "Écrivez une heure : 08:30, ou aucun."],
      ["salon-equipe", "<#12>", "Écrivez le salon, pris dans la liste que Discord ouvre quand on tape #, ou aucun."],
      ["documents", "courriel", "Écrivez chat ou dossier."],
    ] as const) {
      const [problem] = (await set(setting, value)).problems ?? [];
      expect(problem && say(problem).mend).toBe(mend);
      expect(problem && say(problem, "en").mend).toMatch(/^Write /);
    }
    expect((await set("devis-validite", "900")).problems?.map(({ code }) => code)).toEqual(["input.out-of-range"]);
    const said: unknown[] = [];
    for (const [setting, value] of [
      ["resume-heure", "8h30"],
      ["salon-equipe", "<#1098765432109876543>"],
      ["salon-equipe", "aucun"],
      ["documents", "folder"],
      ["devis-validite", "60 jours"],
      ["aif-plafond", "3000"],
    ] as const)
      said.push((await set(setting, value)).lines?.[0]?.text.fr.replace(/[\u00a0\u202f]/g, " "));
    expect(said).toEqual([
      "Résumé du jour : 08:30",
      "Salon de l'équipe : salon réglé",
      "Salon de l'équipe : aucun",
      "Documents : dossier",
      "Validité d'un devis : 60 jours",
      "Plafond régional de l'AIF : 3 000,00 €",
    ]);
  });

  it("that changes nothing is told so", async () => {
    for (const [person, line] of [
      ["gestionnaire", "/devis corriger reference:DEV-2026-0001"],
      ["gestionnaire", "/devis annoncer reference:DEV-2026-0001"],
      ["gestionnaire", "/stagiaire corriger reference:T-0001"],
      ["coordinateur", "/session corriger reference:SE-2026-014"],
      ["rgc", "/organisme completer"],
    ] as const)
      expect((await desk.type(person, line)).reply.problems?.map(({ code }) => code)).toEqual(["input.nothing-given"]);
  });
});

async function personWhoMay({ needs }: LoadedCommand): Promise<Person> {
  const people = await desk.database.read("test", "all", (store) => store.people.list());
  const grants = await desk.database.read("test", "all", (store) => store.grants.list());
  const able = people.find((person) =>
    grants.some(
      (grant) =>
        grant.person === person.id && permissionsOf(grant.profile, grant.siret, []).some((right) => rightsFor(needs).includes(right)),
    ),
  );
  return able ?? { id: "rgc", name: "rgc" };
}

/** All that people's work left, without the trail and the stored answers. */
function everything(): Promise<unknown> {
  return desk.database.read("test", "all", async ({ providers, people, grants, sessions, trainees, quotes, templates }) => ({
    providers: await providers.list(),
    people: await people.list(),
    grants: await grants.list(),
    sessions: await sessions.list(),
    trainees: await trainees.list(),
    quotes: await quotes.list(),
    templates: await templates.list(),
  }));
}
