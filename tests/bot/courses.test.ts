import { type Problem, say } from "@kairos/core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Answer } from "../../packages/bot/src/dispatch.js";
import { openFoundedDesk, type TestDesk } from "./desk.js";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openFoundedDesk();
});
afterAll(async () => {
  expect(desk.failures).toEqual([]);
  await desk.close();
});

let count = 0;
let reference = "";
beforeEach(() => {
  count += 1;
  reference = `FO-T${count}`;
});

const type = (line: string, person = "coordinateur") => desk.type(person, line);
const course = (given: string) => type(`/cours creer reference:${reference} intitule:"Vente en boulangerie" ${given}`);

describe("a course", () => {
  it("keeps all that its sessions will say", async () => {
    const { outcome, reply } = await course(
      'objectifs:"Vendre et conseiller" resultats:"Titre visé" programme:"Accueil\nEncaissement" certification:RNCP37549 certification-fin:31/08/2028 formacode:21538 formacode-version:V14 niveau-entree:1 publics:80056,80060 modalite:mixte heures-centre:35h heures-entreprise:14h heures-distance:21h total-annonce:70h prix:990 moyens-distance:toutes cpf:oui formation-initiale:non',
    );
    expect([outcome, codesOf(reply)]).toEqual(["done", []]);
    const kept = await desk.database.read("test", "all", (store) => store.courses.get(reference));
    expect(kept).toEqual({
      reference,
      siret: "99900014400017",
      title: "Vente en boulangerie",
      objectives: "Vendre et conseiller",
      expectedResults: "Titre visé",
      programme: "Accueil\nEncaissement",
      certification: "RNCP37549",
      certificationEndsOn: "2028-08-31",
      formacode: "21538",
      formacodeVersion: "V14",
      entryLevel: 1,
      audiences: ["80056", "80060"],
      modality: "mixed",
      hours: { centreMinutes: 2100, companyMinutes: 840, distanceMinutes: 1260 },
      announcedMinutes: 4200,
      priceCents: 99_000,
      category: "training",
      cpfEligible: true,
      initialTraining: false,
      distanceMeans: ["assistance", "activities", "evaluation"],
    });
    const card = await type(`/cours voir reference:${reference.toLowerCase()}`, "assistant");
    expect(card.reply.lines?.map(({ text }) => text.fr)).toContain("Programme : Accueil\nEncaissement");
  });

  it("is given the next reference of the desk, unless somebody typed it", async () => {
    await type("/cours creer reference:FO-0001 intitule:Premier heures-centre:7h");
    const { reply } = await type("/cours creer intitule:Second heures-centre:7h");
    expect(reply.data).toEqual({ reference: "FO-0002" });
  });

  it.each<[string, string]>([
    ["heures-centre:35h total-annonce:70h", "session.hours-sum"],
    ["heures-centre:trois", "input.not-a-duration"],
    ["certification:CACES", "id.rs-format"],
    ["formacode:31", "id.formacode-format"],
    ["publics:tous", "input.malformed"],
    ["moyens-distance:courage", "input.unknown-value"],
    ["niveau-entree:12", "input.out-of-range"],
    ["certification-fin:31/02/2027", "input.not-a-date"],
    ["formacode-version:quatorze", "input.too-long"],
  ])("« %s » is refused: %s, and nothing is kept", async (given, code) => {
    const { outcome, reply } = await course(given);
    expect([outcome === "done", codesOf(reply)]).toEqual([false, [code]]);
    for (const problem of reply.problems ?? []) expect(say(problem).mend).toMatch(/\.$/);
    expect(await desk.database.read("test", "all", (store) => store.courses.get(reference))).toBeUndefined();
  });

  it("is warned about, and kept: remote without means, a certification that ended, a Formacode without edition", async () => {
    const { outcome, reply } = await course("heures-distance:7h certification:RS6789 certification-fin:01/01/2026 formacode:21538");
    expect(outcome).toBe("done");
    expect(codesOf(reply)).toEqual(["session.distance-without-means", "id.certification-ended", "id.formacode-version-missing"]);
  });

  it("has the modality its hours tell, unless somebody says it", async () => {
    const modality = async () => (await desk.database.read("test", "all", (store) => store.courses.get(reference)))?.modality;
    await course("heures-centre:35h heures-distance:35h");
    expect(await modality()).toBe("mixed");
    await type(`/cours corriger reference:${reference} modalite:en présentiel`);
    await type(`/cours corriger reference:${reference} prix:1000`);
    expect(await modality()).toBe("on-site");
    await type(`/cours corriger reference:${reference} heures-centre:0h`);
    expect(await modality()).toBe("distance");
    await type(`/cours corriger reference:${reference} heures-entreprise:7h`);
    expect(await modality()).toBe("mixed");
  });

  it("is corrected in part; the rest stays", async () => {
    await course("heures-centre:35h prix:990");
    expect((await type(`/cours corriger reference:${reference} prix:1000`)).outcome).toBe("done");
    expect(await desk.database.read("test", "all", (store) => store.courses.get(reference))).toMatchObject({
      priceCents: 100_000,
      hours: { centreMinutes: 2100 },
    });
    expect(codesOf((await type(`/cours corriger reference:${reference}`)).reply)).toEqual(["input.nothing-given"]);
    expect(codesOf((await course("heures-centre:35h")).reply)).toEqual(["input.reference-taken"]);
  });

  it("takes the right to manage sessions; reading it takes the right to read them", async () => {
    expect((await type("/cours creer intitule:Vente", "assistant")).outcome).toBe("denied");
    expect((await type("/cours liste cherche:boulangerie", "gestionnaire")).outcome).toBe("done");
    expect(codesOf((await type("/cours voir reference:FO-999")).reply)).toEqual(["input.unknown-reference"]);
  });
});

describe("a session of a course", () => {
  const session = async (name: string, given: string) => {
    const answer = await type(`/session creer reference:${name} debut:04/01/2027 fin:15/01/2027 ${given}`);
    return { ...answer, kept: await desk.database.read("test", "all", (store) => store.sessions.get(name)) };
  };

  it("has the modality its own hours tell, unless somebody says it", async () => {
    await course("heures-centre:35h");
    const modalityOf = async (name: string, given: string) => (await session(name, given)).kept?.modality;
    expect(await modalityOf("SE-1", "intitule:Commerce en ligne heures-centre:35h heures-distance:35h")).toBe("mixed");
    expect(await modalityOf("SE-2", "intitule:Accueil heures-distance:35h")).toBe("distance");
    expect(await modalityOf("SE-3", `cours:${reference} intitule:Vitrine heures-entreprise:7h heures-distance:35h`)).toBe("mixed");
    expect(await modalityOf("SE-4", "intitule:Caisse heures-distance:35h modalite:en présentiel")).toBe("on-site");
    expect(await modalityOf("SE-5", `cours:${reference} intitule:Inventaire`)).toBe("on-site");
    await type("/session corriger reference:SE-5 heures-distance:7h");
    expect((await desk.database.read("test", "all", (store) => store.sessions.get("SE-5")))?.modality).toBe("mixed");
  });

  it("takes from it what is not said", async () => {
    await course(
      "heures-centre:35h heures-entreprise:35h total-annonce:70h prix:990 certification:RNCP37549 formacode:21538 formacode-version:V14",
    );
    const { kept, reply } = await session("SE-C1", `cours:${reference} prix:1000 places:10 salle:"Quai 2" entrees:"à dates fixes"`);
    expect(kept).toMatchObject({
      course: reference,
      title: "Vente en boulangerie",
      hours: { centreMinutes: 2100, companyMinutes: 2100, distanceMinutes: 0 },
      announcedMinutes: 4200,
      priceCents: 100_000,
      certification: "RNCP37549",
      capacity: 10,
      room: "Quai 2",
      intake: "fixed-dates",
    });
    expect(codesOf(reply)).toEqual([]);
  });

  it("without a course, needs a title", async () => {
    expect(codesOf((await session("SE-C2", "heures-centre:7h")).reply)).toEqual(["input.missing"]);
    expect(codesOf((await session("SE-C2", "cours:FO-999")).reply)).toEqual(["input.unknown-reference"]);
  });

  it("recorded before its course, is completed by it and keeps what it said", async () => {
    await course("heures-centre:70h prix:990 formacode:21538 formacode-version:V14");
    await session("SE-C3", "intitule:Vente");
    expect((await type(`/session corriger reference:SE-C3 cours:${reference}`)).outcome).toBe("done");
    expect(await desk.database.read("test", "all", (store) => store.sessions.get("SE-C3"))).toMatchObject({
      title: "Vente",
      course: reference,
      priceCents: 99_000,
      formacode: "21538",
      hours: { centreMinutes: 4200 },
    });
  });

  it("hours that cannot fit its dates are told before any schedule", async () => {
    const { reply } = await session("SE-C4", "intitule:Vente en ligne heures-centre:100h");
    expect(codesOf(reply)).toEqual(["session.hours-vs-dates"]);
  });
});

function codesOf({ problems = [] }: Pick<Answer["reply"], "problems"> | { problems?: readonly Problem[] }): readonly string[] {
  return (problems ?? []).map(({ code }) => code);
}
