import { prepareQuoteDocument, quoteStatuses, sessionSchema, traineeSchema } from "@kairos/core";
import { describe, expect, it } from "vitest";
import type { Opening } from "../contract.js";
import { aGrant, aMembership, aProvider, aQuote, aSession, aTemplate, aTrainee, look, nantes, write } from "../fixtures.js";
import { fresh } from "./open.js";

export function repositoryContract(open: Opening): void {
  const database = fresh(open);

  describe("people", () => {
    it("are found by id, then by a name that one person only has", async () => {
      await write(database(), async ({ people }) => {
        await people.save({ id: "u-1", name: "Élodie  Nœl" });
        await people.save({ id: "u-2", name: "Zoé" });
        await people.save({ id: "u-3", name: "zoe" });
        await people.save({ id: "u-4", name: "u-1" });
      });
      await look(database(), async ({ people }) => {
        expect(await people.get("u-1")).toEqual({ id: "u-1", name: "Élodie  Nœl" });
        expect(await people.get("u-9")).toBeUndefined();
        expect((await people.find("elodie noel"))?.id).toBe("u-1");
        expect((await people.find("u-1"))?.name).toBe("Élodie  Nœl");
        expect(await people.find("ZOÉ")).toBeUndefined();
        expect((await people.list()).map(({ id }) => id)).toEqual(["u-1", "u-4", "u-3", "u-2"]);
      });
    });

    it("may change their name", async () => {
      await write(database(), ({ people }) => people.save({ id: "u-1", name: "Ana" }));
      await write(database(), ({ people }) => people.save({ id: "u-1", name: "Anna" }));
      expect(await look(database(), ({ people }) => people.list())).toEqual([{ id: "u-1", name: "Anna" }]);
      expect(await look(database(), ({ people }) => people.find("ana"))).toBeUndefined();
    });
  });

  it("lists providers in the order they were registered, whatever is changed later", async () => {
    const [first, second] = [aProvider(), aProvider({ siret: nantes, name: "AAA" })];
    await write(database(), ({ providers }) => providers.save(first));
    await write(database(), ({ providers }) => providers.save(second));
    await write(database(), ({ providers }) => providers.save({ ...first, name: "Zzz" }));
    await look(database(), async ({ providers }) => {
      expect(await providers.list()).toEqual([{ ...first, name: "Zzz" }, second]);
      expect(await providers.get(nantes)).toEqual(second);
    });
  });

  it("opens an establishment once, with its first grant, for whoever has no right there yet", async () => {
    const opened = aProvider({ siret: nantes, name: "Nantes" });
    const first = aGrant({ id: "H-0009", siret: nantes, profile: "rgc" });
    await write(database(), ({ providers }) => providers.save(aProvider()));
    const scope = { scope: [aProvider().siret] };
    const answers: boolean[] = [];
    const again = { ...opened, name: "Autre" };
    for (const provider of [opened, again]) {
      await write(database(), async ({ providers }) => void answers.push(await providers.open(provider, first)), scope);
    }
    expect(answers).toEqual([true, false]);
    await look(database(), async ({ providers, grants }) => {
      expect(await providers.list()).toEqual([aProvider(), opened]);
      expect(await grants.list()).toEqual([first]);
    });
  });

  it("keeps one membership for each establishment, in the order they were begun", async () => {
    const [first, second] = [aMembership({ siret: nantes }), aMembership()];
    const sent = aMembership({ siret: nantes, status: "sent", documents: { request: "2026-11-05" } });
    await write(database(), async ({ memberships }) => {
      for (const membership of [first, second, sent]) await memberships.save(membership);
    });
    await look(database(), async ({ memberships }) => {
      expect(await memberships.list()).toEqual([sent, second]);
      expect(await memberships.get(nantes)).toEqual(sent);
      expect(await memberships.get("99900014400017" as never)).toBeUndefined();
    });
  });

  it("gives the grants of a person, revoked ones too", async () => {
    const revoked = aGrant({ id: "H-0002", profile: "approver", revokedOn: "2026-05-01", revokedBy: "u-rgc" });
    const other = aGrant({ id: "H-0003", person: "u-other" });
    await write(database(), async ({ grants }) => {
      for (const grant of [aGrant(), aGrant({ id: "H-0002", profile: "approver" }), other]) await grants.save(grant);
      await grants.save(revoked);
    });
    await look(database(), async ({ grants }) => {
      expect(await grants.of("u-clerk")).toEqual([aGrant(), revoked]);
      expect(await grants.of("nobody")).toEqual([]);
      expect(await grants.list()).toEqual([aGrant(), revoked, other]);
      expect(await grants.get("H-0003")).toEqual(other);
    });
  });

  it("finds sessions by folded words, the latest to start first", async () => {
    const early = aSession({ reference: "SE-1", title: "Électricité générale", startsOn: "2026-09-01" });
    await write(database(), async ({ sessions }) => {
      for (const session of [aSession(), early]) await sessions.save(session);
    });
    await look(database(), async ({ sessions }) => {
      expect(await sessions.list()).toEqual([aSession(), early]);
      expect(await sessions.list({ search: "GENERALE elec" })).toEqual([early]);
      expect(await sessions.list({ search: "07/12" })).toEqual([aSession()]);
      expect(await sessions.list({ limit: 1 })).toEqual([aSession()]);
      expect(await sessions.get("SE-1")).toEqual(sessionSchema.parse(early));
    });
  });

  it("finds trainees, and takes what people type as text", async () => {
    const odd = aTrainee({ id: "T-0008", firstName: "100%", lastName: "O'Neil_!" });
    const foreign = { ...aTrainee({ id: "T-0009" }), franceTravailId: "REG-1" as never };
    await write(database(), async ({ trainees }) => {
      for (const trainee of [aTrainee(), odd, foreign]) await trainees.save(trainee);
    });
    await look(database(), async ({ trainees }) => {
      expect(await trainees.list({ search: "%" })).toEqual([odd]);
      expect(await trainees.list({ search: "_" })).toEqual([odd]);
      expect(await trainees.list({ search: "l_!" })).toEqual([odd]);
      expect(await trainees.list({ search: "'; drop table trainees" })).toEqual([]);
      expect((await trainees.list({ search: "durand camille" })).map(({ id }) => id)).toEqual(["T-0009", "T-0007"]);
      expect((await trainees.list({ ids: ["T-0009", "T-0007", "T-9999"] })).map(({ id }) => id)).toEqual(["T-0009", "T-0007"]);
      expect(await trainees.list({ ids: [] })).toEqual([]);
      expect(await trainees.get("T-0007")).toEqual(traineeSchema.parse(aTrainee()));
      expect((await trainees.get("T-0009"))?.franceTravailId).toBe("REG1");
    });
  });

  describe("quotes", () => {
    it("keep every status and what is not known", async () => {
      const bare = aQuote({
        reference: "DEV-0",
        title: undefined,
        startsOn: undefined,
        endsOn: undefined,
        traineeId: undefined,
        hours: {},
        lines: [],
      });
      const all = [bare, ...quoteStatuses.map((status, index) => aQuote({ reference: `DEV-${index + 1}`, status }))];
      await write(database(), async ({ quotes }) => {
        for (const quote of all) await quotes.save(quote);
      });
      await look(database(), async ({ quotes }) => {
        expect(await quotes.list()).toEqual(all.toReversed());
        for (const status of quoteStatuses.slice(1)) expect(await quotes.list({ status })).toHaveLength(1);
        expect(await quotes.get("DEV-0")).toEqual(bare);
        expect(await quotes.get("dev-0")).toBeUndefined();
      });
    });

    it("are filtered by trainee, session, words and number", async () => {
      const other = aQuote({ reference: "DEV-2026-0002", traineeId: "T-0008", sessionReference: "SE-2", title: "Soudure à l'arc" });
      await write(database(), async ({ quotes }) => {
        for (const quote of [aQuote(), other]) await quotes.save(quote);
      });
      await look(database(), async ({ quotes }) => {
        expect(await quotes.list({ traineeId: "T-0008" })).toEqual([other]);
        expect(await quotes.list({ sessionReference: "SE-2026-014" })).toEqual([aQuote()]);
        expect(await quotes.list({ search: "soudure a l’ARC" })).toEqual([other]);
        expect(await quotes.list({ search: "0001" })).toEqual([aQuote()]);
        expect(await quotes.list({ search: "brouillon" })).toEqual([]);
        expect(await quotes.list({ limit: 1, status: "draft" })).toEqual([other]);
      });
    });

    it("tell the others of the same trainee or session, not themselves", async () => {
      const sameTrainee = aQuote({ reference: "DEV-2", sessionReference: undefined });
      const sameSession = aQuote({ reference: "DEV-3", traineeId: "T-0009", status: "cancelled" });
      const stranger = aQuote({ reference: "DEV-4", traineeId: "T-1", sessionReference: "SE-9" });
      const alone = aQuote({ reference: "DEV-5", traineeId: undefined, sessionReference: undefined });
      await write(database(), async ({ quotes }) => {
        for (const quote of [aQuote(), sameTrainee, sameSession, stranger, alone]) await quotes.save(quote);
      });
      await look(database(), async ({ quotes }) => {
        const related = await quotes.related(aQuote());
        expect(related.map(({ reference }) => reference)).toEqual(["DEV-3", "DEV-2"]);
        const days = { startsOn: "2026-12-07", endsOn: "2026-12-18" };
        expect(related[0]).toEqual({
          reference: "DEV-3",
          scheme: "aif",
          status: "cancelled",
          traineeId: "T-0009",
          sessionReference: "SE-2026-014",
          ...days,
        });
        expect(related[1]).not.toHaveProperty("sessionReference");
        expect(await quotes.related(alone)).toEqual([]);
      });
    });

    it("are no longer found by what was taken out of them", async () => {
      const bare = aQuote({ traineeId: undefined, sessionReference: undefined, hours: {} });
      for (const quote of [aQuote(), bare]) await write(database(), ({ quotes }) => quotes.save(quote));
      await look(database(), async ({ quotes }) => {
        expect(await quotes.list({ traineeId: "T-0007" })).toEqual([]);
        expect(await quotes.list({ sessionReference: "SE-2026-014" })).toEqual([]);
        expect(await quotes.related(aQuote({ reference: "DEV-2" }))).toEqual([]);
        expect(await quotes.hourlyCostsOf("Cariste CACES R489", "DEV-2")).toEqual([]);
        expect(await quotes.list()).toEqual([bare]);
      });
    });

    it("give the hourly costs of the same title, latest first, at most 50", async () => {
      const costing = (index: number, unitPriceCents: number, title = "CARISTE  caces r489") =>
        aQuote({
          reference: `DEV-${index}`,
          title,
          lines: [
            { kind: "pedagogical", label: "Formation", unit: "hour", quantity: 4200, unitPriceCents, amountCents: unitPriceCents * 70 },
          ],
        });
      await write(database(), async ({ quotes }) => {
        await quotes.save(aQuote());
        await quotes.save(costing(99, 9900, "Soudure"));
        await quotes.save({ ...costing(98, 9900), hours: { centreMinutes: 0, companyMinutes: 0, distanceMinutes: 0 } });
        for (let index = 0; index < 55; index++) await quotes.save(costing(index, 1000 + index));
      });
      await look(database(), async ({ quotes }) => {
        const costs = await quotes.hourlyCostsOf("Cariste CACES R489", "DEV-54");
        expect(costs).toHaveLength(50);
        expect(costs.slice(0, 2)).toEqual([1053, 1052]);
        expect(await quotes.hourlyCostsOf("Soudure", "DEV-99")).toEqual([]);
      });
    });

    it("keep a sealed version's document as it was, and let what became of it follow", async () => {
      const quote = aQuote();
      const document = prepareQuoteDocument({
        quote,
        provider: aProvider(),
        session: aSession(),
        trainee: aTrainee(),
        issuedOn: "2026-11-20",
      });
      await write(database(), async ({ quotes }) => {
        await quotes.save(quote);
        await quotes.seal({ version: 1, quote, document }, quote.reference);
        await quotes.save({ ...quote, version: 2, status: "awaiting-candidate", title: "Autre" });
        await quotes.seal({ version: 2, quote: { ...quote, version: 2 }, document }, quote.reference);
      });
      const versions = await look(database(), ({ quotes }) => quotes.versions(quote.reference));
      expect(versions.map(({ version }) => version)).toEqual([1, 2]);
      expect(versions[0]?.quote).toEqual(quote);
      expect(versions[0]?.document).toEqual(JSON.parse(JSON.stringify(document)));
      const accepted = { ...quote, status: "accepted" as const };
      await write(database(), ({ quotes }) =>
        quotes.seal({ version: 1, quote: accepted, document: { ...document, reference: "other" } }, quote.reference),
      );
      const [first] = await look(database(), ({ quotes }) => quotes.versions(quote.reference));
      expect(first?.quote.status).toBe("accepted");
      expect(first?.document.reference).toBe(document.reference);
      const unknown = write(database(), ({ quotes }) => quotes.seal({ version: 1, quote, document }, "DEV-NONE"));
      await expect(unknown).rejects.toThrow();
    });

    it("are not written when they could not be read back, and the error tells no value", async () => {
      const broken = { ...aQuote(), notes: "Camille Durand\u0000", totalCents: -5 };
      const writing = write(database(), ({ quotes }) => quotes.save(broken));
      await expect(writing).rejects.toThrow("quotes DEV-2026-0001 does not parse: totalCents too_small, notes custom");
      await expect(writing).rejects.not.toThrow(/Camille/);
    });
  });

  it("replaces a template of the same name", async () => {
    const zinc = aTemplate({ name: "zinc" });
    const changed = aTemplate({ title: "Cariste R485" });
    await write(database(), async ({ templates }) => {
      for (const template of [zinc, aTemplate(), changed]) await templates.save(template);
    });
    await look(database(), async ({ templates }) => {
      expect(await templates.list()).toEqual([changed, zinc]);
      expect(await templates.get("cariste")).toEqual(changed);
      expect(await templates.get("none")).toBeUndefined();
    });
  });

  it("numbers each series from 1, per workspace", async () => {
    const taken: number[] = [];
    await write(database(), async ({ counters }) => {
      for (const series of ["DEV-2026", "DEV-2026", "T", "DEV-2026"]) taken.push(await counters.next(series));
    });
    await write(database(), async ({ counters }) => void taken.push(await counters.next("DEV-2026")), { workspace: "elsewhere" });
    expect(taken).toEqual([1, 2, 1, 3, 1]);
  });
}
