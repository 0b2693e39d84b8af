import { dayOf } from "@kairos/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DiscordClient, discordClient } from "../../../packages/bot/src/fronts/discord/client.js";
import { handleInteraction } from "../../../packages/bot/src/fronts/discord/handle.js";
import { openDesk, type TestDesk } from "../desk.js";
import { story, typed } from "./founded.js";
import { guild, interactionOf, type Loopback, startLoopback } from "./loopback.js";

/** The people of the story, under ids as Discord gives them. */
const ids: Readonly<Record<string, string>> = {
  rgc: "800000000000000001",
  coordinateur: "800000000000000002",
  gestionnaire: "800000000000000003",
  assistant: "800000000000000004",
};
const clerk = ids.gestionnaire ?? "";

let discord: Loopback;
let desk: TestDesk;
let client: DiscordClient;
const logged: string[] = [];

beforeAll(async () => {
  discord = await startLoopback();
  desk = await openDesk({ workspace: guild });
  for (const [person, line] of story)
    await typed(
      desk,
      ids[person] ?? "",
      line.replace(/personne:(\w+)/, (_, name: string) => `personne:${ids[name]}`),
    );
  const { commands, database, dispatch } = desk;
  const log = { info: () => undefined, error: (_error: unknown, _fields: unknown, message: string) => void logged.push(message) };
  const ports = { commands, database, dispatch, log, dayOf, clock: () => "2026-11-16T09:00:00.000Z" };
  client = discordClient({ commands, api: discord.api, guilds: [], log, handle: (interaction) => handleInteraction(interaction, ports) });
  await client.start("abc.def.ghi");
});
afterAll(async () => {
  await client.stop();
  await desk.close();
  await discord.close();
});

const callback = ({ id, token }: { readonly id: string; readonly token: string }) => new RegExp(`^/interactions/${id}/${token}/callback$`);
const shown = ({ token }: { readonly token: string }) => new RegExp(`/${token}/messages/@original$`);

async function ask(asked: Parameters<typeof interactionOf>[0]) {
  const interaction = interactionOf(asked);
  discord.deliver(interaction);
  const first = await discord.next("POST", callback(interaction));
  return { interaction, first, edited: asked.focused === undefined ? await discord.next("PATCH", shown(interaction)) : undefined };
}

describe("a real discord.js client", () => {
  it("asks for the Guilds intent only and registers every command", async () => {
    expect(discord.identified()).toMatchObject({ intents: 1 });
    const { path, body } = await discord.next("PUT", /commands$/);
    expect(path).toBe("/applications/900000000000000001/commands");
    expect(Object.values(body).map((one) => (one as { name: string }).name)).toContain("devis");
  });

  it("defers at once, privately, then shows the answer in the asker's language", async () => {
    const { first, edited } = await ask({ user: clerk, path: "devis verifier", options: { reference: "DEV-2026-0001" } });
    expect(first.body).toMatchObject({ type: 5, data: { flags: 64 } });
    expect(edited?.body).toMatchObject({ embeds: [{ title: "Devis DEV-2026-0001 · AIF · brouillon" }], allowed_mentions: { parse: [] } });
    expect(JSON.stringify(edited?.body)).toContain("/devis frais reference:DEV-2026-0001 ligne:2 nature:annexe");
    const english = await ask({ user: clerk, path: "devis verifier", options: { reference: "DEV-2026-0001" }, locale: "en-US" });
    expect(english.edited?.body).toMatchObject({ embeds: [{ title: "Quote DEV-2026-0001 · AIF · draft" }] });
  });

  it("attaches documents under plain names, and reads numbers and yes or no", async () => {
    const { edited } = await ask({ user: clerk, path: "devis pdf", options: { reference: "DEV-2026-0001" } });
    expect(edited?.files).toEqual([expect.stringMatching(/^devis-DEV-2026-0001-v1[a-z-]*\.pdf$/)]);
    const split = await ask({ user: clerk, path: "devis frais", options: { reference: "DEV-2026-0002", ligne: 1, prix: "1200" } });
    expect(JSON.stringify(split.edited?.body)).toMatch(/1\s200,00/);
    const copied = await ask({ user: clerk, path: "devis corriger", options: { reference: "DEV-2026-0002", "reprendre-session": true } });
    expect(JSON.stringify(copied.edited?.body)).not.toContain("input.");
  });

  it("says the missing right, and answers a bare command", async () => {
    const { edited } = await ask({ user: ids.assistant ?? "", path: "devis soumettre", options: { reference: "DEV-2026-0001" } });
    expect(JSON.stringify(edited?.body)).toContain("⛔ Refusé");
    expect(JSON.stringify((await ask({ user: clerk, path: "aide", options: { sujet: "devis" } })).edited?.body)).toContain("/devis liste");
  });

  it("completes references for those who may use them", async () => {
    const typing = { path: "devis verifier", options: { reference: "ETE" }, focused: "reference" };
    const { first } = await ask({ ...typing, user: clerk });
    expect(first.body).toEqual({
      type: 8,
      data: { choices: [{ name: expect.stringContaining("Éveil à l'été"), value: "DEV-2026-0002" }] },
    });
    expect((await ask({ ...typing, user: "800000000000000009" })).first.body).toEqual({ type: 8, data: { choices: [] } });
  });

  it("acts once when the same interaction comes twice", async () => {
    const interaction = interactionOf({
      user: clerk,
      path: "stagiaire ajouter",
      options: { prenom: "Lucien", nom: "Morel", identifiant: "41234567890" },
    });
    discord.deliver(interaction);
    discord.deliver(interaction);
    const first = await discord.next("PATCH", shown(interaction), 1);
    const second = await discord.next("PATCH", shown(interaction), 2);
    expect(second.body).toEqual(first.body);
    expect(await desk.database.read(guild, "all", (store) => store.trainees.list())).toHaveLength(2);
  });

  it("does nothing when Discord no longer waits for the answer", async () => {
    const interaction = interactionOf({
      user: clerk,
      path: "stagiaire ajouter",
      options: { prenom: "Zoé", nom: "Petit", identifiant: "51234567890" },
    });
    discord.refuse(callback(interaction), 404, 10062);
    discord.deliver(interaction);
    await discord.next("POST", callback(interaction));
    await ask({ user: clerk, path: "devis liste" });
    expect(await desk.database.read(guild, "all", (store) => store.trainees.list())).toHaveLength(2);
    expect(logged).toContain("interaction failed");
  });

  it("says that it is done when the answer itself is refused", async () => {
    const interaction = interactionOf({ user: clerk, path: "devis liste" });
    discord.refuse(shown(interaction), 400, 50035);
    discord.deliver(interaction);
    expect((await discord.next("PATCH", shown(interaction), 2)).body).toMatchObject({
      content: expect.stringMatching(/^C'est fait \(#\d+\), mais/),
    });
  });

  it("stays in the server", async () => {
    const interaction = interactionOf({ user: clerk, path: "devis liste", direct: true });
    discord.deliver(interaction);
    expect((await discord.next("POST", callback(interaction))).body).toMatchObject({
      type: 4,
      data: { flags: 64, content: expect.stringContaining("serveur") },
    });
  });
});
