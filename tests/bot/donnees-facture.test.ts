import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endErasures } from "../../packages/bot/src/erasure-due.js";
import { codes, said } from "./attended-desk.js";
import { type BillingDesk, openBillingDesk } from "./billing.js";
import { openFoundedDesk } from "./desk.js";
import { first, found, last, lines, traces } from "./naming.js";
import { aFile } from "./store/files.js";

const names = traces.slice(0, 2).map(String);

describe("erasing a trainee who is on an issued invoice", () => {
  let file = "";
  let bench: BillingDesk;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    ({ file, remove } = await aFile());
    bench = await openBillingDesk({ file });
    await bench.done(`/stagiaire corriger reference:T-0001 prenom:${first} nom:${last}`, "gestionnaire");
    await bench.done(
      `/rdv proposer nature:suivi le:30/12/2026 heure:10h candidat:T-0001 formateur:gestionnaire conseiller:"Nadège Sorel" lieu:"Chez ${first}"`,
      "coordinateur",
    );
    await bench.done("/facture emettre facture:PF-2026-0001");
    await bench.done(
      `/commande avenant commande:BC-2026-118 numero:1 motif:"Absence de ${first} ${last}" stagiaires:10 heures:"700 h"`,
      "comptable",
    );
    bench.desk.setClock("2027-02-01T09:00:00.000Z");
  }, 60_000);
  afterAll(async () => {
    await bench.desk.close();
    await remove();
  });

  const sealed = async () => JSON.stringify(await bench.look((store) => store.invoices.sealed("FAC-2026-0001")));
  const end = (now: string) => {
    bench.desk.setClock(now);
    return endErasures(bench.desk.database, bench.desk.now());
  };

  it("leaves the invoice whole until the day the law says, longer than attendance asks", async () => {
    const before = await sealed();
    expect(before).toContain(`${first} ${last.toLocaleUpperCase("fr")}`);
    const erased = await bench.done("/donnees effacer stagiaire:T-0001", "rgc");
    expect(said(erased)).toContain(
      "Restent jusqu'au 31/12/2036 : nom, identifiant, et les preuves d'assiduité (votre réglage), les factures émises (dix ans, code de commerce)",
    );
    expect(await sealed()).toBe(before);
    expect((await bench.type("/facture pdf facture:FAC-2026-0001")).files?.length).toBe(1);
    expect(codes(await bench.type("/donnees effacer stagiaire:T-0001", "rgc"))).toEqual(["privacy.already-erased"]);
  });

  it("takes the rest out at once: what an order says of them, where and with which adviser they met", async () => {
    const kept = await bench.look(async ({ purchaseOrders, appointments, trainees }) => ({
      order: JSON.stringify(await purchaseOrders.get("BC-2026-118")),
      met: JSON.stringify(await appointments.get("RDV-2026-0001")),
      trainee: await trainees.get("T-0001"),
    }));
    expect(kept.order).toContain("Absence de T-0001");
    expect(kept.met).not.toMatch(/Sorel|Chez|Zéphyrine/);
    expect(kept.met).toContain("T-0001");
    expect(kept.trainee).toMatchObject({ lastName: last });
    expect(await found(file)).toEqual(names);
  });

  it("tells the person all of it, when they ask meanwhile", async () => {
    const kept = await bench.look(({ personal }) => personal.of("T-0001"));
    expect(kept.invoices).toEqual([{ number: "FAC-2026-0001", issued_on: "2026-12-21" }]);
    expect(kept.erasures).toMatchObject([{ heldUntil: "2036-12-31", askedOn: "2027-02-01" }]);
  });

  it("is not ended by the day attendance is released, nor on the invoice's last day", async () => {
    expect(await end("2032-12-19T08:00:00.000Z")).toBe(0);
    expect(await end("2036-12-31T22:00:00.000Z")).toBe(0);
    expect(await found(file)).toEqual(names);
  });

  it("ends by itself the day after: the invoice stays, in number and amount, without a name, and the trail is valid", async () => {
    expect(await end("2037-01-01T08:00:00.000Z")).toBe(1);
    expect(await found(file)).toEqual([]);
    const invoice = await bench.look((store) => store.invoices.sealed("FAC-2026-0001"));
    expect(invoice?.document).toMatchObject({ number: "FAC-2026-0001", totals: { dueCents: 119_000 } });
    expect(JSON.stringify(invoice?.document.lines)).toContain('"name":"T-0001"');
    expect((await bench.type("/facture voir facture:FAC-2026-0001")).outcome).toBe("done");
    expect((await bench.type("/facture pdf facture:FAC-2026-0001")).files?.length).toBe(1);
    expect(await bench.desk.database.trails.verify("test")).toMatchObject({ problems: [] });
    expect(await end("2037-01-02T08:00:00.000Z")).toBe(0);
    expect(bench.desk.failures).toEqual([]);
  });
});

describe("others who are named beside an erased trainee", () => {
  it("leave with what is of use with the trainee alone; what is an employer's, or of a meeting with others, stays", async () => {
    const desk = await openFoundedDesk();
    await lines(
      desk,
      ["gestionnaire", `/stagiaire ajouter prenom:${first} nom:${last}`],
      ["gestionnaire", "/devis creer dispositif:POEI session:SE-2026-014 stagiaire:T-0002"],
      ["gestionnaire", '/devis poei reference:DEV-2026-0001 forme:"tutorat en entreprise" employeur:"Garage Sorel" experience-tuteur:24'],
      ["gestionnaire", `/devis corriger reference:DEV-2026-0001 notes:"Tutrice : Nadège Sorel, tante de ${first}"`],
      [
        "coordinateur",
        '/rdv proposer nature:suivi le:30/11/2026 heure:9h candidat:T-0002 formateur:gestionnaire conseiller:"Aline Prévost"',
      ],
      [
        "coordinateur",
        '/rdv proposer nature:information le:30/11/2026 heure:14h formateur:gestionnaire conseiller:"Aline Prévost" places:8',
      ],
      ["coordinateur", "/rdv inscrire reference:RDV-2026-0002 candidat:T-0001"],
      ["coordinateur", "/rdv inscrire reference:RDV-2026-0002 candidat:T-0002"],
      ["rgc", "/donnees effacer stagiaire:T-0002"],
    );
    const kept = await desk.database.read("test", "all", async ({ quotes, appointments }) => ({
      quote: await quotes.get("DEV-2026-0001"),
      alone: JSON.stringify(await appointments.get("RDV-2026-0001")),
      collective: JSON.stringify(await appointments.get("RDV-2026-0002")),
    }));
    expect(kept.quote?.poei?.employer).toBe("Garage Sorel");
    expect(JSON.stringify(kept.quote)).not.toContain("Tutrice");
    expect(kept.alone).not.toContain("Prévost");
    expect(kept.collective).toContain("Prévost");
    await desk.close();
  });
});
