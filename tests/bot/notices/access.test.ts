import { profileIds } from "@kairos/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { accessChange } from "../../../packages/bot/src/notices/access-change.js";
import { lookInto } from "../../../packages/bot/src/notices/look.js";
import { planner } from "../../../packages/bot/src/notices/plan.js";
import { reviewDue } from "../../../packages/bot/src/notices/review-due.js";
import { sendDue } from "../../../packages/bot/src/notices/send.js";
import { openDatabase } from "../../../packages/bot/src/store/database.js";
import type { Database } from "../../../packages/bot/src/store/store.js";
import { sha256 } from "../desk.js";
import { aGrant, aProvider, change, clerk, colleague, fakeDiscord, guild, nantes, portsOn, sayInFrench } from "./office.js";

const rgc = "800000000000000001";
const now = "2026-11-05T10:00:00.000Z";
let database: Database;
beforeEach(async () => {
  database = await openDatabase({ file: ":memory:", digest: sha256 });
  await change(database, async ({ providers, grants }) => {
    await providers.save(aProvider());
    await grants.save(aGrant({ id: "H-0001", person: rgc, profile: "rgc", from: "2026-10-01" }));
    await grants.save(aGrant({ id: "H-0002", person: clerk, from: "2026-10-01" }));
  });
});
afterEach(() => database.close());

async function saidAt(at: string, kind = accessChange) {
  const look = await lookInto(portsOn(database), guild, at);
  return look === undefined ? [] : (await kind.find(look)).map(({ person, message }) => [person, sayInFrench(message)]);
}

describe("whoever's rights change", () => {
  it("hears nothing on a day like any other", async () => {
    expect(await saidAt(now)).toEqual([]);
  });

  it("hears what they may and may not do, in words", async () => {
    await change(database, ({ grants }) =>
      grants.save(aGrant({ id: "H-0003", person: colleague, profile: "trainer", from: "2026-11-05", grantedBy: rgc })),
    );
    expect(await saidAt(now)).toEqual([
      [
        colleague,
        [
          "Vos droits dans Kairos ont changé.",
          "Vous pouvez : consulter son propre agenda, saisir l'assiduité de ses propres sessions, signaler un incident, vérifier un lien du portail. Vous ne pouvez pas : consulter l'organisme, gérer l'organisme, consulter les habilitations, gérer les habilitations, consulter le journal, exporter les données d'une personne, effacer les données d'une personne, consulter les sessions, gérer les sessions, consulter les rendez-vous, gérer les rendez-vous, consulter les stagiaires, gérer les stagiaires, consulter les devis, saisir un devis, soumettre un devis, valider un devis, enregistrer une décision de France Travail, consulter l'assiduité, saisir l'assiduité, consulter les factures, préparer une facture, émettre une facture, suivre les incidents de tous, publier une réponse dans un salon.",
        ].join("\n"),
      ],
    ]);
  });

  it("hears that nothing is left, when a grant is withdrawn, ends by itself, or the person leaves", async () => {
    const nothingLeft = [[clerk, expect.stringContaining("Vous n'avez plus aucun droit")]];
    await change(database, ({ grants }) => grants.save(aGrant({ id: "H-0002", person: clerk, from: "2026-10-01", until: "2026-11-04" })));
    expect(await saidAt(now)).toEqual(nothingLeft);
    expect(await saidAt("2026-11-07T10:00:00.000Z")).toEqual(nothingLeft);
    expect(await saidAt("2026-11-08T10:00:00.000Z")).toEqual([]);
    await change(database, ({ grants }) =>
      grants.save(aGrant({ id: "H-0002", person: clerk, from: "2026-10-01", revokedOn: "2026-11-05" })),
    );
    expect(await saidAt(now)).toEqual(nothingLeft);
    await change(database, async ({ grants, accounts }) => {
      await grants.save(aGrant({ id: "H-0002", person: clerk, from: "2026-10-01", revokedOn: "2026-12-01" }));
      await accounts.save({ person: clerk, shared: false, leftOn: "2026-11-05" });
    });
    expect(await saidAt(now)).toEqual(nothingLeft);
  });

  it("is told once for each state of a day, also of rights that came and went", async () => {
    const discord = fakeDiscord();
    const ports = portsOn(database, discord);
    const tick = async (at: string) => {
      ports.setClock(at);
      await planner(ports)(at);
      await sendDue(ports, () => false);
    };
    await change(database, ({ grants }) => grants.save(aGrant({ id: "H-0003", person: colleague, from: "2026-11-05", grantedBy: rgc })));
    for (const at of [now, "2026-11-05T10:20:00.000Z"]) await tick(at);
    expect(discord.posted.map(({ to, text }) => [to, text.split("\n")[1]?.slice(0, 12)])).toEqual([[colleague, "Vous pouvez "]]);
    await change(database, ({ grants }) =>
      grants.save(aGrant({ id: "H-0003", person: colleague, from: "2026-11-05", revokedOn: "2026-11-05", grantedBy: rgc })),
    );
    for (const at of ["2026-11-05T11:00:00.000Z", "2026-11-05T11:20:00.000Z"]) await tick(at);
    expect(discord.posted.map(({ text }) => text.includes("plus aucun droit"))).toEqual([false, true]);
  });

  it("hears of a profile of the provider's own that changed, and of each establishment by its name", async () => {
    await change(database, async ({ providers, grants, ownProfiles }) => {
      await providers.save(aProvider({ siret: nantes, name: "Site de Nantes" }));
      await grants.save(aGrant({ id: "H-0004", person: clerk, siret: nantes, profile: "PR-0001", from: "2026-10-01" }));
      const own = { id: "PR-0001", siret: nantes, name: "Accueil", base: "assistant" as const, changedBy: rgc };
      await ownProfiles.save({ ...own, permissions: ["session.read"], previous: ["session.read", "quote.read"], changedOn: "2026-11-05" });
    });
    const [[person, text] = []] = await saidAt(now);
    expect([person, text?.split("\n").length]).toEqual([clerk, 3]);
    expect(text).toContain("Site de Nantes : vous pouvez : consulter les sessions.");
  });

  it("does not hear of the workspace they have just opened", async () => {
    await change(database, ({ grants }) =>
      grants.save(
        aGrant({ id: "H-0009", person: "800000000000000009", profile: "rgc", from: "2026-11-05", grantedBy: "800000000000000009" }),
      ),
    );
    expect(await saidAt(now)).toEqual([]);
  });

  it("holds within what a chat takes, whatever the profile", async () => {
    for (const profile of profileIds) {
      await change(database, ({ grants }) =>
        grants.save(aGrant({ id: "H-0003", person: colleague, profile, from: "2026-11-05", grantedBy: rgc })),
      );
      for (const [, text = ""] of await saidAt(now)) expect(text.length, profile).toBeLessThan(1900);
    }
  });
});

describe("a review that is due", () => {
  it("is recalled to whoever manages access, that day, then each week", async () => {
    expect(await saidAt("2027-03-31T10:00:00.000Z", reviewDue)).toEqual([]);
    const said = [[rgc, "La revue des habilitations était attendue le 01/04/2027. → /acces revue"]];
    expect(await saidAt("2027-04-01T10:00:00.000Z", reviewDue)).toEqual(said);
    const look = await lookInto(portsOn(database), guild, "2027-04-20T10:00:00.000Z");
    const found = look === undefined ? [] : await reviewDue.find(look);
    expect(found.map(({ key, dueAt }) => [key.split(":").slice(2), dueAt])).toEqual([[["2027-04-15", rgc], "2027-04-15T06:30:00.000Z"]]);
  });
});
