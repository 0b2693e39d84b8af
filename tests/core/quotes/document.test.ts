import { prepareQuoteDocument } from "@kairos/core";
import { describe, expect, it } from "vitest";
import { aLine, aPoeiQuote, aPoeiSession, aProvider, aQuote, aSession, aTrainee, today } from "../../examples/index.js";

const facts = { quote: aQuote(), provider: aProvider(), session: aSession(), trainee: aTrainee(), issuedOn: today };

describe("the printed quote", () => {
  it("holds everything the reader needs, already decided", () => {
    expect(prepareQuoteDocument(facts)).toMatchInlineSnapshot(`
      {
        "funding": [
          {
            "amountCents": 119000,
            "label": "France Travail (AIF)",
          },
          {
            "amountCents": 12000,
            "label": "Stagiaire",
          },
        ],
        "isDraft": true,
        "issuedOn": "2026-11-16",
        "kind": "quote",
        "lines": [
          {
            "amountCents": 119000,
            "kind": "pedagogical",
            "label": "Cariste CACES R489 catégories 1, 3 et 5",
            "quantity": 4200,
            "unit": "hour",
            "unitPriceCents": 1700,
            "vatRate": 0,
          },
          {
            "amountCents": 12000,
            "kind": "ancillary",
            "label": "Frais d'examen",
            "quantity": 1,
            "unit": "flat",
            "unitPriceCents": 12000,
            "vatRate": 0,
          },
        ],
        "notes": undefined,
        "poei": undefined,
        "provider": {
          "activityMention": "Déclaration d'activité enregistrée sous le numéro 75331234533 auprès du préfet de région de Nouvelle-Aquitaine. Cet enregistrement ne vaut pas agrément de l'État.",
          "address": {
            "city": "Bordeaux",
            "postalCode": "33300",
            "street": "12 rue des Chantiers",
          },
          "contact": {
            "email": "contact@atelier-des-rives.example",
            "name": "Nadia Sellier",
            "phone": "05 00 00 00 00",
          },
          "name": "Atelier des Rives Formation",
          "presentation": undefined,
          "qualiopiEndsOn": "2028-05-31",
          "siret": "99900014400017",
        },
        "reference": "DEV-2026-0001",
        "scheme": "AIF",
        "totals": {
          "ancillaryCents": 12000,
          "ancillaryNetCents": 12000,
          "hourlyCents": 1700,
          "minutes": 4200,
          "netCents": 131000,
          "pedagogicalCents": 119000,
          "pedagogicalNetCents": 119000,
          "totalCents": 131000,
          "vatCents": 0,
          "vatGroups": [
            {
              "netCents": 131000,
              "rate": 0,
              "regime": "exempt-training",
              "vatCents": 0,
            },
          ],
        },
        "trainee": {
          "franceTravailId": "10203040506",
          "name": "Camille DURAND",
        },
        "training": {
          "certification": undefined,
          "endsOn": "2026-12-18",
          "formacode": "31768 V14",
          "hours": {
            "centreMinutes": 4200,
            "companyMinutes": 0,
            "distanceMinutes": 0,
          },
          "listingReference": "75_SE00148712",
          "modality": "en présentiel",
          "place": "12 rue des Chantiers, 33300 Bordeaux",
          "sessionReference": "SE-2026-014",
          "startsOn": "2026-12-07",
          "title": "Cariste CACES R489 catégories 1, 3 et 5",
          "totalMinutes": 4200,
        },
        "validUntil": "2027-01-15",
        "vatMentions": [
          "Exonération de TVA – article 261-4-4° a du CGI",
        ],
        "version": 1,
      }
    `);
  });

  it("is the same for the same facts, and plain JSON", () => {
    const document = prepareQuoteDocument(facts);
    expect(prepareQuoteDocument(structuredClone(facts))).toEqual(document);
    expect(JSON.parse(JSON.stringify(document))).toEqual(JSON.parse(JSON.stringify(prepareQuoteDocument(facts))));
  });

  it("says each exemption it uses, once", () => {
    const lines = [aLine(), aLine(), aLine({ vatRegime: "small-business" }), aLine({ vatRegime: "taxed", vatRate: 2000 })];
    expect(prepareQuoteDocument({ ...facts, quote: aQuote({ lines }) }).vatMentions).toEqual([
      "Exonération de TVA – article 261-4-4° a du CGI",
      "TVA non applicable, art. 293 B du CGI",
    ]);
  });

  it("names who pays, and leaves out who pays nothing", () => {
    const funding = { franceTravailCents: 0, others: [{ funder: "Agefiph", amountCents: 1310_00 }], traineeCents: 0 };
    expect(prepareQuoteDocument({ ...facts, quote: aQuote({ funding }) }).funding).toEqual([
      { label: "France Travail (AIF)", amountCents: 0 },
      { label: "Agefiph", amountCents: 1310_00 },
    ]);
    expect(prepareQuoteDocument({ ...facts, quote: aQuote({ funding: undefined }) }).funding).toEqual([]);
  });

  it("tells the employer, the offer and the contract of a POEI", () => {
    const quote = aPoeiQuote({ poei: { contract: { kind: "fixed-term", months: 8 } } });
    expect(prepareQuoteDocument({ ...facts, quote, session: aPoeiSession() }).poei).toEqual([
      { label: "Forme", value: "organisme de formation externe" },
      { label: "Employeur", value: "Boulangerie des Quais" },
      { label: "Offre d'emploi", value: "189KLMN" },
      { label: "Contrat prévu", value: "CDD de 8 mois" },
    ]);
  });

  it("does without what is not known yet", () => {
    const bare = {
      quote: aQuote({ funding: undefined, title: undefined }),
      provider: aProvider({ activityRegion: undefined }),
      issuedOn: today,
    };
    const document = prepareQuoteDocument(bare);
    expect(document).toMatchObject({ isDraft: true, training: { title: "" } });
    expect(document.trainee).toBeUndefined();
    expect(document.provider.activityMention).toBeUndefined();
  });

  it("reads as a draft until it is submitted", () => {
    expect(prepareQuoteDocument(facts)).toMatchObject({ isDraft: true });
    const sent = aQuote({ status: "awaiting-candidate" });
    expect(prepareQuoteDocument({ ...facts, quote: sent })).toMatchObject({ isDraft: false });
  });
});
