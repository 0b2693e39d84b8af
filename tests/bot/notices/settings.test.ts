import type { Settings } from "@kairos/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openFoundedDesk, type TestDesk } from "../desk.js";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openFoundedDesk();
});
afterAll(() => desk.close());

const set = (setting: string, value: string) => desk.type("rgc", `/organisme regler parametre:${setting} valeur:${value}`);
const chat = (): Promise<Settings["chat"] | undefined> =>
  desk.database.read("test", "all", async ({ providers }) => (await providers.list())[0]?.settings.chat);

describe("how the desk speaks in a chat", () => {
  it.each([
    ["salon-equipe", "<#1098765432109876543>", { staffChannel: "1098765432109876543" }],
    ["salon-equipe", "123456789012345678", { staffChannel: "123456789012345678" }],
    ["salon-equipe", "Aucun", { staffChannel: undefined }],
    ["documents", "Dossier", { documents: "folder" }],
    ["documents", "chat", { documents: "chat" }],
    ["resume-heure", "7h45", { digestAt: "07:45" }],
    ["resume-heure", "18 h", { digestAt: "18:00" }],
    ["resume-heure", "aucun", { digestAt: "off" }],
    ["resume-heure", "08:30", { digestAt: "08:30" }],
  ])("%s is set to %s", async (setting, value, expected) => {
    expect((await set(setting, value)).outcome).toBe("done");
    expect({ staffChannel: undefined, ...(await chat()) }).toMatchObject(expected);
  });

  it.each([
    ["salon-equipe", "#général"],
    ["salon-equipe", "<#12>"],
    ["salon-equipe", "<@1098765432109876543>"],
    ["documents", "courriel"],
    ["resume-heure", "25:00"],
    ["resume-heure", "8:75"],
    ["resume-heure", "matin"],
  ])("%s refuses %s and keeps what it was", async (setting, value) => {
    const before = await chat();
    const { outcome, reply } = await set(setting, value);
    expect([outcome, reply.problems?.map(({ path }) => path)]).toEqual(["invalid", [["valeur"]]]);
    expect(await chat()).toEqual(before);
  });
});
