import {
  checkQuote,
  fund,
  parse,
  quoteFromSession,
  quoteFromTemplate,
  quoteSchema,
  quoteTemplateSchema,
  quoteTotals,
  templateFrom,
} from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aLine, aPoeiQuote, aPoeiSession, aProvider, aQuote, aSession, aTrainee, today } from "../../examples/index.js";
import { dossiers } from "./dossiers.js";

const frame = { reference: "DEV-2026-0042", provider: aProvider(), session: aSession(), trainee: aTrainee(), enteredBy: "lea", today };
const nextMonth = aSession({ reference: "SE-2027-003", startsOn: "2027-02-01", endsOn: "2027-02-12" });
const remarks = (quote: ReturnType<typeof aQuote>, session = frame.session) =>
  checkQuote({ quote, today, provider: frame.provider, session, trainee: frame.trainee, otherQuotes: [] });

describe("a quote made from a template", () => {
  it("is complete at first entry", () => {
    const quote = quoteFromTemplate(templateFrom(aQuote(), "cariste"), { ...frame, session: nextMonth });
    expect(remarks(quote, nextMonth)).toEqual([]);
    expect(quote).toMatchObject({ startsOn: "2027-02-01", endsOn: "2027-02-12", totalCents: 1310_00, status: "draft", version: 1 });
    expect(quote.lines).toEqual(aQuote().lines);
  });

  it("is complete for any sound dossier of the corpus", () => {
    for (const [name, { quote, session, provider, trainee }] of dossiers) {
      if (session === undefined || provider === undefined || trainee === undefined) continue;
      const isSpecial = quote.hoursReason !== undefined || quote.startsOn !== session.startsOn || (quote.funding?.others.length ?? 0) > 0;
      if (isSpecial || quote.secondQuote !== undefined) continue;
      const again = quoteFromTemplate(templateFrom(quote, "modele"), { ...frame, session, provider, trainee });
      expect(checkQuote({ quote: again, today, provider, session, trainee, otherQuotes: [] }), name).toEqual([]);
    }
  });

  it("is valid for as long as the provider says", () => {
    const provider = aProvider({ settings: { quotes: { validityDays: 30 } } });
    expect(quoteFromTemplate(templateFrom(aQuote(), "cariste"), frame).validUntil).toBe("2027-01-15");
    expect(quoteFromTemplate(templateFrom(aQuote(), "cariste"), { ...frame, provider }).validUntil).toBe("2026-12-16");
  });

  it("does not carry the hiring day of another session", () => {
    const template = templateFrom(aPoeiQuote(), "boulangerie");
    expect(template.poei?.contract).toEqual({ kind: "open-ended" });
    const later = aPoeiSession({ startsOn: "2027-05-03", endsOn: "2027-07-23" });
    const dated = { ...template, poei: aPoeiQuote().poei };
    expect(remarks(quoteFromTemplate(dated, { ...frame, session: later }), later)).toEqual([]);
  });

  it("says when the session's hours are no longer the template's", () => {
    const longer = aSession({ hours: { centreMinutes: 77 * 60 } });
    expect(remarks(quoteFromTemplate(templateFrom(aQuote(), "cariste"), { ...frame, session: longer }), longer)).toMatchObject([
      { code: "quote.hours-imprecise", params: { fault: "lines", minutes: 4200, expectedMinutes: 4620 } },
    ]);
  });

  it("comes from a template that can be stored and read again", () => {
    for (const [name, { quote }] of dossiers) {
      const template = templateFrom(quote, "modele");
      expect(parse(quoteTemplateSchema, JSON.parse(JSON.stringify(template))), name).toEqual({ ok: true, value: template });
    }
  });
});

describe("a quote made from a session", () => {
  it("is complete when the catalogue has a price", () => {
    const quote = quoteFromSession({ ...frame, scheme: "aif" });
    expect(remarks(quote)).toEqual([]);
    expect(quote.lines).toEqual([aLine({ vatRate: 0 })]);
  });

  it("is priced as a whole when an hour does not come out even", () => {
    const session = aSession({ priceCents: 1000_01 });
    const quote = quoteFromSession({ ...frame, session, scheme: "aif" });
    expect(quote.lines).toMatchObject([{ unit: "flat", quantity: 1, unitPriceCents: 1000_01, amountCents: 1000_01 }]);
    expect(remarks(quote, session)).toEqual([]);
  });

  it("is taxed when the provider is", () => {
    const provider = aProvider({ vatRegime: "taxed" });
    expect(quoteFromSession({ ...frame, provider, scheme: "aif" })).toMatchObject({
      lines: [{ vatRegime: "taxed", vatRate: 2000 }],
      totalCents: 1428_00,
    });
  });

  it("waits for its costs when the catalogue has no price", () => {
    const session = aSession({ priceCents: undefined });
    expect(remarks(quoteFromSession({ ...frame, session, scheme: "aif" }), session).map(({ path }) => path)).toEqual([["lines"]]);
  });

  it("can be read again, even cut in the middle of an emoji", () => {
    const session = aSession({ title: `${"a".repeat(199)}🎓 et la suite` });
    const quote = quoteFromSession({ ...frame, session, scheme: "aif" });
    expect(parse(quoteSchema, JSON.parse(JSON.stringify(quote))).ok).toBe(true);
  });
});

describe("the plan of a quote", () => {
  it("asks France Travail for the pedagogical part and the trainee for the rest", () => {
    expect(fund(aQuote({ funding: undefined, totalCents: undefined }))).toEqual(aQuote());
  });

  it("asks France Travail for what the others leave", () => {
    expect(fund(aQuote(), [{ funder: "Agefiph", amountCents: 400_00 }]).funding).toMatchObject({
      franceTravailCents: 790_00,
      traineeCents: 120_00,
    });
  });

  it("never asks for more than there is to pay, nor for less than nothing", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 2000_00 }), { maxLength: 4 }), (amounts) => {
        const quote = fund(
          aQuote(),
          amounts.map((amountCents) => ({ funder: "Agefiph", amountCents })),
        );
        const others = amounts.reduce((sum, amount) => sum + amount, 0);
        const { franceTravailCents = -1, traineeCents = -1 } = quote.funding ?? {};
        expect(Math.min(franceTravailCents, traineeCents)).toBeGreaterThanOrEqual(0);
        expect(franceTravailCents).toBeLessThanOrEqual(quoteTotals(quote).pedagogicalCents);
        if (others <= 1310_00) expect(franceTravailCents + traineeCents + others).toBe(quote.totalCents);
        else expect(remarks(quote).map(({ code }) => code)).toContain("quote.funding-mismatch");
      }),
    );
  });
});
