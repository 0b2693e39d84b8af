import { providerSchema, say } from "@kairos/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { invoiceSettings } from "../../packages/bot/src/dossiers/settable-invoices.js";
import { openFoundedDesk, type TestDesk } from "./desk.js";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openFoundedDesk();
});
afterAll(() => desk.close());

const set = (setting: string, value: string) => desk.type("rgc", `/organisme regler parametre:${setting} valeur:${value}`);

async function settings() {
  const [provider] = await desk.database.read("test", "all", (store) => store.providers.list());
  if (provider === undefined) throw new Error("no provider");
  return provider.settings.invoices;
}

const accepted: readonly (readonly [string, string, string, object])[] = [
  ["facture-serie", "f2026", "Série des factures : F2026-2026-0001", { series: "F2026" }],
  ["avoir-serie", "AVO", "Série des avoirs : AVO-2026-0001", { creditNoteSeries: "AVO" }],
  ["canal-afc", "autre", "Canal des factures AFC : autre canal", { channels: { afc: "other", aif: "chorus", poei: "chorus" } }],
  ["canal-aif", "autre canal", "Canal des factures AIF : autre canal", { channels: { afc: "other", aif: "other", poei: "chorus" } }],
  ["canal-poei", "other", "Canal des factures POEI : autre canal", { channels: { afc: "other", aif: "other", poei: "other" } }],
  ["canal-afc", "Chorus Pro", "Canal des factures AFC : Chorus Pro", { channels: { afc: "chorus", aif: "other", poei: "other" } }],
  ["paiement-delai", "45 jours", "Délai de paiement : 45 jours", { paymentDays: 45 }],
  ["paiement-delai", "0", "Délai de paiement : 0 jour", { paymentDays: 0 }],
  ["service-obligatoire", "oui", "Code service exigé : oui", { serviceCodeRequired: true }],
  ["engagement-obligatoire", "non", "Numéro d'engagement exigé : non", { engagementRequired: false }],
  [
    "escompte-mention",
    "Escompte : 1 % à 8 jours.",
    "Mention d'escompte : Escompte : 1 % à 8 jours.",
    { discountMention: "Escompte : 1 % à 8 jours." },
  ],
  ["taille-entreprise", "ETI", "Taille de l'entreprise : grande", { companySize: "large" }],
  ["taille-entreprise", "PME", "Taille de l'entreprise : petite", { companySize: "small" }],
  ["reception-electronique", "01/09/2026", "Réception des factures électroniques : depuis le 01/09/2026", { receivesFrom: "2026-09-01" }],
];

describe("what invoices depend on", () => {
  it.each(accepted)("%s: « %s »", async (setting, typed, shown, kept) => {
    const { outcome, reply } = await set(setting, typed);
    expect([outcome, reply.lines?.[0]?.text.fr.replaceAll("\u00a0", " ")]).toEqual(["done", shown]);
    expect(await settings()).toMatchObject(kept);
  });

  it("each of them can be set", () => {
    const kept = Object.keys(providerSchema.shape.settings.parse({}).invoices).concat("paymentDays", "receivesFrom");
    // The bank's rates are a list with a setting of its own.
    const all = kept.filter((name) => name !== "bankRates");
    const setHere = new Set(accepted.flatMap(([, , , kept]) => Object.keys(kept)));
    expect([...setHere].sort()).toEqual(all.sort());
    expect([...new Set(accepted.map(([setting]) => setting))].sort()).toEqual(Object.keys(invoiceSettings).sort());
  });

  it("goes back to the public term, and to no day of receipt", async () => {
    await set("paiement-delai", "aucun");
    await set("reception-electronique", "aucun");
    expect(await settings()).not.toHaveProperty("paymentDays");
    expect(await settings()).not.toHaveProperty("receivesFrom");
  });

  it.each([
    ["facture-serie", "FACTURE", "input.unknown-value"],
    ["facture-serie", "FA-1", "input.unknown-value"],
    ["avoir-serie", "É", "input.unknown-value"],
    ["canal-afc", "courrier", "input.unknown-value"],
    ["paiement-delai", "121", "input.out-of-range"],
    ["paiement-delai", "-1", "input.unknown-value"],
    ["service-obligatoire", "peut-être", "input.unknown-value"],
    ["escompte-mention", "aucune", "input.unknown-value"],
    ["escompte-mention", "x".repeat(201), "input.unknown-value"],
    ["escompte-mention", "Rien\u0007", "input.unreadable-text"],
    ["taille-entreprise", "moyenne", "input.unknown-value"],
    ["reception-electronique", "31/02/2027", "input.unknown-value"],
  ])("%s: « %s » is refused, and nothing changes", async (setting, typed, code) => {
    const before = await settings();
    const { outcome, reply } = await set(setting, typed);
    expect([outcome, reply.problems?.map((problem) => problem.code)]).toEqual(["invalid", [code]]);
    for (const problem of reply.problems ?? []) expect(say(problem).mend).toMatch(/\.$/);
    expect(await settings()).toEqual(before);
  });
});
