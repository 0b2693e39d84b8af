import { type Invoice, type InvoiceInput, say } from "@kairos/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Answer } from "../../packages/bot/src/dispatch.js";
import { pngDimensions } from "../../packages/bot/src/files/pictures.js";
import { remedyFor } from "../../packages/bot/src/remedies.js";
import { aCustomer, anAgreement, anIssuedInvoice, anOrder } from "../examples/invoice.js";
import type { Overrides } from "../examples/merge.js";
import { attend, write } from "./attended.js";
import { openFoundedDesk, type TestDesk } from "./desk.js";

let desk: TestDesk;
beforeEach(async () => {
  desk = await openFoundedDesk();
  await done("/acces accorder personne:comptable profil:chargé de facturation motif:Factures", "rgc");
  await write(desk, async (store) => {
    await store.customers.save(aCustomer());
    await store.trainingAgreements.save(anAgreement());
    await store.purchaseOrders.save(anOrder());
    await store.invoices.save(anIssuedInvoice());
  });
  desk.setClock("2027-01-15T08:00:00.000Z");
});
afterEach(async () => {
  expect(desk.failures).toEqual([]);
  await desk.close();
});

async function done(line: string, person = "comptable"): Promise<Answer> {
  const answer = await desk.type(person, line);
  if (answer.outcome !== "done") throw new Error(`${line}: ${JSON.stringify(answer.reply.problems)}`);
  return answer;
}

async function refused(line: string, person = "comptable"): Promise<readonly string[]> {
  const { outcome, reply } = await desk.type(person, line);
  expect(outcome, line).not.toBe("done");
  for (const problem of reply.problems ?? []) expect(say(problem).mend, line).toMatch(/\.$/);
  return codesOf(reply);
}

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const codesOf = ({ problems = [] }: Answer["reply"]) => problems.map(({ code }) => code);
const said = ({ reply }: Answer) => plain((reply.lines ?? []).map(({ text }) => text.fr).join("\n"));
const table = ({ reply }: Answer) => (reply.table?.rows ?? []).map((row) => plain(row.map(({ fr }) => fr).join(" | ")));
const kept = (reference = "PF-2026-0001") => desk.database.read("test", "all", (store) => store.invoices.get(reference));
const save = (...invoices: readonly Invoice[]) =>
  write(desk, async (store) => {
    for (const invoice of invoices) await store.invoices.save(invoice);
  });

const other = (rank: number, overrides: Overrides<InvoiceInput> = {}): Invoice => {
  const number = `FAC-2026-000${rank}`;
  const issue = {
    ...{ number, issuedOn: "2026-12-21", series: "FAC", year: 2026, rank, dueOn: "2027-01-20" },
    by: "karim",
    at: "2026-12-21T10:00:00.000Z",
  };
  return anIssuedInvoice({ reference: `PF-2026-000${rank}`, issue, ...overrides } as Overrides<InvoiceInput>);
};

describe("a payment", () => {
  it("is recorded in part, then the rest of it", async () => {
    const part = await done("/facture paiement facture:FAC-2026-0001 montant:500 date:12/01 reference:VIR-1");
    expect(said(part)).toBe(
      "Paiement de 500,00 € enregistré, reçu le 12/01/2027.\nReste à recevoir : total 1 190,00 € - déjà payé 500,00 € = 690,00 €.",
    );
    expect(part.reply.title?.fr).toBe("Facture FAC-2026-0001 · AFC · payée en partie");
    const whole = await done("/facture paiement facture:fac-2026-0001 montant:690,00 €");
    expect(said(whole)).toContain("La facture est payée en entier.");
    expect(await kept()).toMatchObject({
      status: "paid",
      payments: [
        { on: "2027-01-12", amountCents: 50_000, reference: "VIR-1", by: "comptable" },
        { on: "2027-01-15", amountCents: 69_000 },
      ],
    });
  });

  it.each([
    [
      "an amount that cannot be",
      [
        ["montant:1190,01", "payment.over"],
        ["montant:0", "payment.empty"],
        ["montant:-5", "input.out-of-range"],
        ["montant:500 USD", "input.not-an-amount"],
        ["montant:9999999999999999999999", "input.not-an-amount"],
        ["montant:1.190", "input.ambiguous-amount"],
      ],
    ],
    [
      "a day that cannot be",
      [
        ["montant:100 date:16/01/2027", "input.day-in-future"],
        ["montant:100 date:20/12/2026", "payment.before-issue"],
        ["montant:100 date:hier soir", "input.not-a-date"],
      ],
    ],
  ] as const)("of %s is refused, and nothing is written", async (_, cases) => {
    for (const [typed, code] of cases) expect(await refused(`/facture paiement facture:FAC-2026-0001 ${typed}`), typed).toEqual([code]);
    expect(await kept()).toEqual(anIssuedInvoice());
  });

  it("typed twice is asked about, and taken once it is said to be another", async () => {
    const line = "/facture paiement facture:FAC-2026-0001 montant:300 reference:VIR-1";
    await done(line);
    expect(await refused(line)).toEqual(["payment.duplicate"]);
    await done(`${line} distinct:oui`);
    expect((await kept())?.payments).toHaveLength(2);
  });

  it("is for who issues invoices only, and for an invoice that is known", async () => {
    expect(await refused("/facture paiement facture:FAC-2026-0001 montant:10", "gestionnaire")).toEqual(["access.missing-permission"]);
    expect(await refused("/facture paiement facture:FAC-2026-0009 montant:10")).toEqual(["input.unknown-reference"]);
  });

  it("tells what the delay costs, and asks for the rate where it is unknown", async () => {
    desk.setClock("2027-02-25T08:00:00.000Z");
    const { reply } = await done("/facture paiement facture:FAC-2026-0001 montant:500");
    expect(codesOf(reply)).toEqual(["payment.overdue"]);
    const [problem] = reply.problems ?? [];
    expect(problem && remedyFor(problem, "FAC-2026-0001")).toBe("/organisme regler parametre:taux-bce valeur:…");
    await done("/organisme regler parametre:taux-bce valeur:2,15 % depuis 01/07/2026", "rgc");
    const again = (await done("/facture paiement facture:FAC-2026-0001 montant:1")).reply.problems?.[0];
    expect(plain(again === undefined ? "" : say(again).why)).toContain("1 190,00 € × 10,15 % × 36 jours / 365 = 11,91 €");
  });

  it("keeps amounts and references in the trail, never a name", async () => {
    await done("/facture paiement facture:FAC-2026-0001 montant:500");
    const [entry] = await desk.database.read("test", "all", ({ audit }) => audit.search({ acts: ["facture.paiement"], limit: 1 }));
    expect(entry).toMatchObject({ object: "FAC-2026-0001", details: { on: "2027-01-15" } });
  });
});

describe("a payment taken back", () => {
  it("leaves the invoice where it stood, and the mistake stays known", async () => {
    await done("/facture paiement facture:FAC-2026-0001 montant:1190");
    const answer = await done("/facture annuler-paiement facture:FAC-2026-0001 motif:Virement d'un autre client");
    expect(said(answer)).toContain("Paiement du 15/01/2027 retiré : 1 190,00 €.");
    expect(await kept()).toMatchObject({
      status: "issued",
      payments: [],
      takenBack: [{ reason: "Virement d'un autre client", by: "comptable", payment: { amountCents: 119_000 } }],
    });
  });

  it("is the one that is named", async () => {
    for (const amount of [100, 200, 300]) await done(`/facture paiement facture:FAC-2026-0001 montant:${amount}`);
    await done("/facture annuler-paiement facture:FAC-2026-0001 motif:Erreur rang:2");
    expect((await kept())?.payments.map(({ amountCents }) => amountCents)).toEqual([10_000, 30_000]);
    expect(await refused("/facture annuler-paiement facture:FAC-2026-0001 motif:Erreur rang:3")).toEqual(["payment.unknown"]);
  });

  it("is none where nothing was paid", async () => {
    expect(await refused("/facture annuler-paiement facture:FAC-2026-0001 motif:Erreur")).toEqual(["payment.unknown"]);
  });
});

describe("what is left to receive", () => {
  it("is nothing once everything is paid", async () => {
    await done("/facture paiement facture:FAC-2026-0001 montant:1190");
    const answer = await done("/facture retards");
    expect(said(answer)).toBe("Rien à recevoir : toutes les factures émises sont payées.");
    expect([answer.reply.table, answer.files.length]).toEqual([undefined, 0]);
  });

  it("tells the age, the interest and the indemnity of each invoice, with a letter and a picture", async () => {
    await done("/organisme regler parametre:taux-bce valeur:2,15 % depuis 01/07/2026", "rgc");
    await save(other(2, { status: "rejected" }), other(3, { issue: { ...other(3).issue, dueOn: "2027-03-31" } as never }));
    desk.setClock("2027-02-25T08:00:00.000Z");
    const answer = await done("/facture retards");
    expect(table(answer)).toEqual([
      "FAC-2026-0001 | France Travail | 20/01/2027 | 36 jours | 1 190,00 € | 11,91 € | 40,00 € | 1 241,91 €",
      "FAC-2026-0003 | France Travail | 31/03/2027 | — | 1 190,00 € | — | — | 1 190,00 €",
      "FAC-2026-0002 | France Travail | 20/01/2027 | rejetée | 1 190,00 € | — | — | 1 190,00 €",
    ]);
    expect(said(answer)).toContain("À recevoir : 3 570,00 € sur 3 factures, dont 1 190,00 € en retard (1 facture).");
    expect(said(answer)).toContain(
      "Pas encore échu : 1 190,00 € · 31 à 60 jours de retard : 1 190,00 € · Rejeté, à corriger : 1 190,00 €.",
    );
    expect(said(answer)).toContain("intérêts 1 190,00 € × 10,15 % × 36 jours / 365 = 11,91 € ; indemnité 40,00 €.");
    const [letter, picture] = answer.files.toSorted((a, b) => (a.name < b.name ? 1 : -1));
    expect(letter?.name).toBe("relance-13000548100010-2027-02-25.txt");
    expect(plain(Buffer.from(letter?.bytes ?? []).toString("utf8"))).toContain("Somme à régler à ce jour : 1 241,91 €");
    expect(picture?.name).toBe("balance-agee-2027-02-25.png");
    expect(pngDimensions(picture?.bytes ?? new Uint8Array())).toMatchObject({ width: expect.any(Number) });
  });

  it("says that interest is unknown while no rate is set, and how to set one", async () => {
    desk.setClock("2027-02-25T08:00:00.000Z");
    const answer = await done("/facture retards");
    expect(table(answer)).toEqual(["FAC-2026-0001 | France Travail | 20/01/2027 | 36 jours | 1 190,00 € | ? | 40,00 € | ?"]);
    expect(said(answer)).toContain("Intérêts inconnus");
    const commands = async (person: string) => (await done("/facture retards", person)).reply.next?.map(({ command }) => command);
    // Whoever may not set it is told who does.
    expect(said(answer)).toContain("Qui gère l'organisme l'entre par /organisme regler.");
    expect(await commands("comptable")).toEqual([undefined, "/facture paiement facture:FAC-2026-0001 montant:…"]);
  });

  it("takes issued credit notes off", async () => {
    const credits = { number: "FAC-2026-0001", issuedOn: "2026-12-21", reference: "PF-2026-0001", reason: "Erreur" };
    await save(other(2, { kind: "credit-note", credits, lines: [{ label: "Erreur", unitPriceCents: 19_000, amountCents: 19_000 }] }));
    expect(table(await done("/facture retards"))).toEqual([
      "FAC-2026-0001 | France Travail | 20/01/2027 | — | 1 000,00 € | — | — | 1 000,00 €",
    ]);
  });

  it("is that of one customer, by its SIRET or its name", async () => {
    expect(table(await done("/facture retards payeur:130 005 481 00010"))).toHaveLength(1);
    expect(table(await done("/facture retards payeur:france trav"))).toHaveLength(1);
    expect(await refused("/facture retards payeur:Personne")).toEqual(["input.unknown-reference"]);
  });

  it("is not for who may not read invoices", async () => {
    expect(await refused("/facture retards", "gestionnaire")).toEqual(["access.missing-permission"]);
    expect(await refused("/facture suivi", "gestionnaire")).toEqual(["access.missing-permission"]);
  });
});

describe("the follow-up of sessions", () => {
  it("tells what was ordered, delivered, billed and paid, with a picture", async () => {
    await done("/facture paiement facture:FAC-2026-0001 montant:500");
    const answer = await done("/facture suivi session:SE-2026-014");
    expect(table(answer)).toEqual(["BC-2026-118 · AFC | 1 190,00 € | 0,00 € | 1 190,00 € | 500,00 € | 0,00 € | 690,00 €"]);
    expect(said(answer)).toContain("Commandé 1 190,00 €, réalisé 0,00 €, facturé 1 190,00 €, payé 500,00 € (TTC).");
    expect(answer.files.map(({ name }) => name)).toEqual(["suivi-SE-2026-014.png"]);
  });

  it("has every session that something was ordered or billed for, the last to start first", async () => {
    await attend(desk, { session: { reference: "SE-2026-020", title: "Accueil", startsOn: "2026-12-14" } });
    await save(other(2, { sessionReference: "SE-2026-020", order: undefined as never }));
    const answer = await done("/facture suivi");
    expect(table(answer)).toEqual([
      "SE-2026-020 | 0,00 € | 0,00 € | 1 190,00 € | 0,00 € | 0,00 € | 1 190,00 €",
      "SE-2026-014 | 1 190,00 € | 0,00 € | 1 190,00 € | 0,00 € | 0,00 € | 1 190,00 €",
      "En tout | 1 190,00 € | 0,00 € | 2 380,00 € | 0,00 € | 0,00 € | 2 380,00 €",
    ]);
    expect(answer.files.map(({ name }) => name)).toEqual(["suivi-sessions.png"]);
  });

  it("says so where there is nothing, and refuses a session it does not know", async () => {
    await done("/session creer reference:SE-2026-021 intitule:Vide debut:07/12/2026 fin:18/12/2026 heures-centre:70 h", "coordinateur");
    expect(said(await done("/facture suivi session:SE-2026-021"))).toBe("Rien n'est encore commandé, convenu ni facturé.");
    expect(await refused("/facture suivi session:SE-2026-099")).toEqual(["input.unknown-reference"]);
  });
});
