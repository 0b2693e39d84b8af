import { dayOf, type Instant } from "@kairos/core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parseLine } from "../../../packages/bot/src/fronts/shared/line/parse-line.js";
import { kinds } from "../../../packages/bot/src/notices/kinds.js";
import { lookInto } from "../../../packages/bot/src/notices/look.js";
import { waiting } from "../../../packages/bot/src/notices/staff-call.js";
import { guild } from "../fronts/loopback.js";
import { Canaries, freeTexts, withCanaries } from "./canaries.js";
import { type Name, openScene, type Scene } from "./scene.js";
import { day, type Parsed, spendDay, typed } from "./the-day.js";

/** Options that name a thing to which the trail and notices refer: the team puts no person's name there (docs/privacy.md). */
const names: ReadonlySet<string> = new Set([
  "commande avenant numero",
  "commande creer reference",
  "cours creer reference",
  "devis modele nom",
  "session creer reference",
]);

/** What a channel reads when somebody who may publishes an answer, and why it must; notes, reasons of people and accounts never. */
const published: Readonly<Record<string, readonly string[]>> = {
  "a quote says whom it is for, what it costs, who pays, and what was announced": [
    "devis annoncer intitule",
    "devis annoncer lieu",
    "devis financer financeur",
    "devis frais libelle",
    "stagiaire corriger nom",
  ],
  "a course and a session say what is taught, and where": [
    "cours corriger intitule",
    "cours corriger objectifs",
    "cours corriger programme",
    "cours corriger resultats",
    "cours creer reference",
    "session corriger carif",
    "session corriger intitule",
    "session corriger salle",
    "session creer intitule",
    "session creer reference",
  ],
  "an agreement and an order say what was bought, by which service of the customer, and what changed it": [
    "commande avenant motif",
    "commande avenant numero",
    "commande creer reference",
    "convention creer lot",
    "convention creer marche",
    "convention payeur service",
  ],
  "a provider says whom to call": ["organisme completer contact"],
};

const corrects = / (corriger|completer|annoncer|poei|financer)$/;

const canaries = new Canaries();
const publishedTexts: string[] = [];
const publishedPaths = new Set<string>();
let scene: Scene;
let used: ReadonlySet<string>;
beforeAll(async () => {
  scene = await openScene({ founded: false });
  const { commands } = scene.desk;
  // What corrects is tried while there is something to correct; what creates, when the day is over, since it takes numbers.
  const afterwards = (name: Name, parsed: Parsed) => (corrects.test(parsed.path) ? tryEachText(name, parsed) : Promise.resolve());
  used = await spendDay(scene, "en-GB", withCanaries(canaries, commands), afterwards);
  const lines = day.map(([name, line]) => ({ name, parsed: parseLine(line, commands) }));
  for (const { name, parsed } of lines) if (parsed.ok) await tryEachText(name, parsed);
  for (const { parsed } of lines) if (parsed.ok) await publish(parsed);
}, 240_000);
afterAll(() => scene.close());

/** A canary in each free text of a command that has not had one yet, with the options that its line of the day gives. */
async function tryEachText(name: Name, { path, options }: Parsed): Promise<void> {
  const person = scene.as(name, { locale: "en-GB", administrator: name === "rgc" });
  for (const place of freeTexts(scene.desk.commands)) {
    const option = place.slice(path.length + 1);
    if (place !== `${path} ${option}` || option.includes(" ") || canaries.places.has(place)) continue;
    const exchange = await person.slash(path, typed({ ...options, [option]: canaries.hatch(place) }, scene));
    const { data } = exchange.acknowledged.body as { data?: { flags?: number } };
    expect(data?.flags, place).toBe(64);
    const shown = await exchange.shown();
    const confirm = shown.buttons.find(({ label }) => label === "Confirm");
    if (confirm !== undefined) await (await person.press(confirm.custom_id)).shown();
  }
}

/** Whoever may publishes an answer of the day, once for each command. */
async function publish({ path, options }: Parsed): Promise<void> {
  if (publishedPaths.has(path) || scene.desk.commands.get(path)?.publishable !== true) return;
  for (const name of ["valideur", "coordinateur", "rgc"] as const) {
    const person = scene.as(name, { locale: "fr", administrator: name === "rgc" });
    const shown = await (await person.slash(path, typed(options, scene))).shown();
    if (!shown.buttons.some(({ label }) => label === "Publier dans ce salon")) continue;
    const { interaction } = await person.click(shown, "Publier dans ce salon");
    const posted = await scene.discord.next("POST", new RegExp(`/webhooks/.*/${interaction.token}$`));
    expect(posted.body.flags ?? 0, path).toBe(0);
    publishedPaths.add(path);
    publishedTexts.push(JSON.stringify(posted.body));
    return;
  }
}

it("a canary is typed into every free text of every command", () => {
  expect([...scene.desk.commands.keys()].filter((path) => !used.has(path))).toEqual([]);
  expect(freeTexts(scene.desk.commands).filter((place) => !canaries.places.has(place))).toEqual([]);
  expect(canaries.places.size).toBeGreaterThan(100);
});

it("none is in what the process writes", () => {
  expect(canaries.heardIn(scene.written.join("\n"))).toEqual([]);
  expect(scene.desk.failures).toEqual([]);
});

it("none is in the trail, but in what names a thing", async () => {
  const trail = await scene.desk.database.read(guild, "all", ({ audit }) => audit.search({ limit: 10_000 }));
  expect(trail.length).toBeGreaterThan(200);
  expect(canaries.heardIn(trail).filter((place) => !names.has(place))).toEqual([]);
});

it("none is in what the bot writes to people and to the staff channel by itself", async () => {
  const said: string[] = [JSON.stringify(waiting("/aide"))];
  for (let month = 0; month < 14; month += 1) {
    const at: Instant = new Date(Date.UTC(2026, 10 + month, 17 + month, 8, 0)).toISOString();
    const look = await lookInto({ database: scene.desk.database, dayOf }, guild, at);
    if (look === undefined) throw new Error("nobody to tell");
    for (const { find } of kinds.values()) said.push(...(await find(look)).map((news) => JSON.stringify(news)));
  }
  expect(said.length).toBeGreaterThan(20);
  expect(canaries.heardIn(said).filter((place) => !names.has(place))).toEqual([]);
});

it("what a channel reads holds no more than its purpose asks", () => {
  const publishable = [...scene.desk.commands.values()].filter((command) => command.publishable === true).map(({ path }) => path);
  expect([...publishedPaths].sort()).toEqual(publishable.sort());
  expect(canaries.heardIn(publishedTexts)).toEqual(Object.values(published).flat().sort());
});
