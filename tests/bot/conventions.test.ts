import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sayAnswer } from "../../packages/bot/src/fronts/shared/say-answer.js";
import { anIssuedInvoice } from "../examples/index.js";
import { type AgreementDesk, agreementLine, customerLine, openAgreementDesk, orderLine } from "./agreement-desk.js";
import { codes, said } from "./attended-desk.js";

let clerk: AgreementDesk;
const open = async (...lines: readonly string[]) => {
  clerk = await openAgreementDesk(...lines);
};
afterEach(async () => {
  expect(clerk.desk.failures).toEqual([]);
  await clerk.desk.close();
});

const stored = () => clerk.desk.database.read("test", "all", (store) => store.trainingAgreements.get("CONV-2026-0001"));
const customers = () => clerk.desk.database.read("test", "all", (store) => store.customers.list());

describe("a customer", () => {
  beforeEach(() => open());

  it("is recorded by its SIRET, then completed: what is not said stays", async () => {
    const first = await clerk.type("/convention payeur siret:130 005 481 00010 nom:France Travail service:FT-IDF-02");
    expect([first.outcome, codes(first), said(first)]).toEqual(["done", ["agreement.customer-incomplete"], "Payeur enregistré."]);
    const second = await clerk.type("/convention payeur siret:13000548100010 rue:1 place des Exemples code-postal:75020 ville:Paris");
    expect([second.outcome, codes(second), said(second)]).toEqual(["done", [], "Payeur corrigé."]);
    await clerk.done("/convention payeur siret:99900014400017-13000548100010 public:non adresse-electronique:130005481_SVC");
    expect(await customers()).toEqual([
      {
        siret: "99900014400017",
        customerSiret: "13000548100010",
        name: "France Travail",
        address: { street: "1 place des Exemples", postalCode: "75020", city: "Paris" },
        serviceCode: "FT-IDF-02",
        isPublic: false,
        electronicAddress: "130005481_SVC",
      },
    ]);
    await clerk.done("/convention payeur siret:13000548100010 service:aucun adresse-electronique:aucune");
    expect((await customers())[0]).not.toHaveProperty("serviceCode");
    expect((await customers())[0]).not.toHaveProperty("electronicAddress");
  });

  it("is refused when its record cannot be", async () => {
    for (const [options, code] of [
      ["siret:13000548100011 nom:France Travail", "id.siret-checksum"],
      ["siret:130005481 nom:France Travail", "id.siret-format"],
      ["siret:99900014400017 nom:Atelier des Rives", "agreement.own-siret"],
      ["siret:13000548100010 rue:1 place des Exemples", "input.missing"],
      ["siret:13000548100010 nom:France Travail adresse-electronique:à la poste", "input.malformed"],
      ["siret:13000548100010 nom:Camille 2 85 05 78 006 084 41", "id.nir-detected"],
    ] as const) {
      expect(codes(await clerk.type(`/convention payeur ${options}`)), options).toEqual([code]);
      expect(await customers()).toEqual([]);
    }
  });

  it("says what to change when nothing is, and is listed", async () => {
    expect(said(await clerk.type("/convention payeurs"))).toContain("Aucun payeur");
    await clerk.done(customerLine);
    expect(codes(await clerk.type("/convention payeur siret:13000548100010"))).toEqual(["input.nothing-given"]);
    const { reply } = await clerk.done("/convention payeurs");
    expect(reply.table?.rows.map((row) => row.map(({ fr }) => fr))).toEqual([
      ["13000548100010", "France Travail", "1 place des Exemples, 75020 Paris", "—", "oui"],
    ]);
  });

  it("is not for somebody who only reads", async () => {
    const { outcome } = await clerk.type(customerLine, "assistant");
    expect(outcome).toBe("denied");
  });
});

describe("an agreement", () => {
  beforeEach(() => open(customerLine));

  it("is recorded with its terms, each told in a sentence", async () => {
    const terms = "tolerance:absences justifiées plafond-absences:10 % part-entreprise:25 acompte:12,5 penalites:5 %";
    const answer = await clerk.done(`${agreementLine} signee-le:15/10/2026 ${terms}`);
    expect(said(answer).replaceAll("\u202f", " ").split("\n")).toEqual([
      "Convention enregistrée.",
      "Cariste CACES R489 · 01/11/2026 → 31/10/2027 · 17,00 € par heure-stagiaire",
      "Sans TVA (exonération formation).",
      "Absences justifiées : elles se facturent, jusqu'à 10 % des heures prévues de chaque stagiaire.",
      "En entreprise : 25 % de la formation au plus, selon le marché.",
      "Acompte : 12,5 % de la commande, avant la formation.",
      "Pénalités : 5 % d'une facture au plus.",
      "Pas encore de commande.",
    ]);
    expect(await stored()).toMatchObject({
      signedOn: "2026-10-15",
      unitPriceCents: 1700,
      basis: "trainee-hour",
      vatRegime: "exempt-training",
      vatRate: 0,
      terms: { toleratedAbsences: "excused", toleranceRate: 1000, companyShareMost: 2500, depositRate: 1250, penaltyRateMost: 500 },
    });
    expect(answer.reply.trace).toEqual({ object: "CONV-2026-0001", details: {} });
  });

  it("takes the prudent defaults, and the VAT of its provider", async () => {
    await clerk.done("/organisme completer tva:assujetti", "rgc");
    expect(codes(await clerk.type(agreementLine))).toEqual(["agreement.vat-contradiction"]);
    await clerk.done(`${agreementLine} taux-tva:20`);
    expect(await stored()).toMatchObject({
      vatRegime: "taxed",
      vatRate: 2000,
      terms: { toleratedAbsences: "none", toleranceRate: 10_000, depositRate: 0, penaltyRateMost: 0 },
    });
    await clerk.done("/convention corriger convention:CONV-2026-0001 tva:exonération formation");
    expect(await stored()).toMatchObject({ vatRegime: "exempt-training", vatRate: 0 });
  });

  it("finds its customer by name too, and says how to record one that is not known", async () => {
    const answer = await clerk.type(agreementLine.replace("13000548100010", "France travail"));
    expect(answer.outcome).toBe("done");
    const unknown = await clerk.type(agreementLine.replace("13000548100010", "Région Bretagne"));
    expect(codes(unknown)).toEqual(["input.unknown-reference"]);
    expect(unknown.reply.next?.[0]?.command).toBe("/convention payeur siret:… nom:… rue:… code-postal:… ville:…");
  });

  it("is refused when anything in it cannot be, and takes no reference", async () => {
    for (const [line, code] of [
      [agreementLine.replace("fin:31/10/2027", "fin:31/10/2026"), "agreement.dates-order"],
      [agreementLine.replace("prix:17 €", "prix:0"), "agreement.price-zero"],
      [agreementLine.replace("prix:17 €", "prix:17 $"), "input.not-an-amount"],
      [agreementLine.replace("prix:17 €", "prix:99 999 999,00 €"), "input.out-of-range"],
      [agreementLine.replace("prix:17 €", "prix:-1"), "input.out-of-range"],
      [`${agreementLine} taux-tva:20`, "agreement.vat-contradiction"],
      [`${agreementLine} acompte:trente`, "input.unknown-value"],
      [`${agreementLine} acompte:100,01 %`, "input.out-of-range"],
      [`${agreementLine} signee-le:17/11/2026`, "input.day-in-future"],
      [agreementLine.replace("intitule:Cariste CACES R489", "intitule:Cariste\u0007"), "input.unreadable-text"],
    ] as const) {
      expect(codes(await clerk.type(line)), line).toEqual([code]);
    }
    await clerk.done(agreementLine);
    expect(await stored()).toBeDefined();
  });

  it("is signed once; the day is corrected, not signed again", async () => {
    await clerk.done(agreementLine);
    expect(codes(await clerk.type("/convention signer convention:CONV-2026-0001 le:17/11/2026"))).toEqual(["input.day-in-future"]);
    expect(said(await clerk.done("/convention signer convention:conv-2026-0001 le:16/10/2026"))).toContain(
      "Signature notée, au 16/10/2026.",
    );
    expect(said(await clerk.done("/convention signer convention:CONV-2026-0001 le:16/10/2026"))).toContain("Rien n'a changé");
    const again = await clerk.type("/convention signer convention:CONV-2026-0001 le:15/10/2026");
    expect(codes(again)).toEqual(["agreement.already-signed"]);
    const mends = sayAnswer(again, "fr").flatMap((block) => (block.kind === "finding" ? [block.mend?.command] : []));
    expect(mends).toEqual(["/convention corriger convention:CONV-2026-0001 signee-le:…"]);
    await clerk.done("/convention corriger convention:CONV-2026-0001 signee-le:15/10/2026 lot:aucun");
    expect(await stored()).toMatchObject({ signedOn: "2026-10-15" });
    expect(await stored()).not.toHaveProperty("lot");
  });

  it("changes only what is said, and never what its orders stand on", async () => {
    await clerk.done(`${agreementLine} signee-le:15/10/2026`);
    await clerk.done(orderLine);
    expect(codes(await clerk.type("/convention corriger convention:CONV-2026-0001"))).toEqual(["input.nothing-given"]);
    expect(codes(await clerk.type("/convention corriger convention:CONV-2026-0001 fin:17/12/2026"))).toEqual(["order.outside-agreement"]);
    const before = await stored();
    await clerk.done("/convention corriger convention:CONV-2026-0001 prix:18 acompte:30 %");
    expect(await stored()).toEqual({ ...before, unitPriceCents: 1800, terms: { ...before?.terms, depositRate: 3000 } });
  });

  it("keeps its price, market and customer once it is invoiced; its other terms may change", async () => {
    await clerk.done(`${agreementLine} signee-le:15/10/2026`);
    await clerk.done(orderLine);
    await clerk.bill(anIssuedInvoice());
    const answer = await clerk.type("/convention corriger convention:CONV-2026-0001 prix:18 marche:AUTRE acompte:30 %");
    expect(answer.reply.problems).toMatchObject([
      { code: "agreement.billed-already", params: { terms: ["market", "price"], invoices: ["FAC-2026-0001"] } },
    ]);
    expect(await stored()).toMatchObject({ unitPriceCents: 1700, terms: { depositRate: 0 } });
    await clerk.done("/convention corriger convention:CONV-2026-0001 prix:17 fin:31/12/2027 acompte:30 %");
    const shown = await clerk.done("/convention voir convention:CONV-2026-0001");
    expect(said(shown).replaceAll("\u202f", " ")).toContain("1 commande en cours : 11 900,00 € HT commandés, 1 190,00 € HT facturés.");
    expect(shown.reply.table?.rows[0]?.map(({ fr }) => fr.replace(/\s/g, " "))).toEqual([
      "BC-2026-118",
      "SE-2026-014",
      "10",
      "700 h",
      "11 900,00 €",
      "1 190,00 €",
      "en cours",
    ]);
  });

  it("is found in the list, and suggested as it is typed", async () => {
    await clerk.done(agreementLine);
    const { reply } = await clerk.done("/convention liste cherche:0417");
    expect(reply.table?.rows.map(([first]) => first?.fr)).toEqual(["CONV-2026-0001"]);
    expect(said(await clerk.done("/convention liste cherche:plombier"))).toBe("Aucune convention ne correspond.");
    const suggest = (kind: "agreement" | "customer", typed: string) =>
      clerk.desk.database.suggest({ workspace: "test", scope: "all", kind, typed });
    expect(await suggest("agreement", "cariste")).toEqual([
      { value: "CONV-2026-0001", label: "CONV-2026-0001 · Cariste CACES R489 · 2026-AFC-0417 · 3" },
    ]);
    const [customer] = await suggest("customer", "13000");
    expect(customer?.label).toBe("France Travail · 13000548100010");
    expect((await clerk.type(agreementLine.replace("13000548100010", customer?.value ?? ""))).outcome).toBe("done");
  });
});
