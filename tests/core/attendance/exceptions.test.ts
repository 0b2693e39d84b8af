import { type ExceptionFault, readExceptions, type Said, tellsHealth } from "@kairos/core";
import { describe, expect, it } from "vitest";

const people = [
  { id: "T-0001", firstName: "Camille", lastName: "Durand" },
  { id: "T-0004", firstName: "Élodie", lastName: "Dupont" },
  { id: "T-0007", firstName: "Paul", lastName: "Martin" },
  { id: "T-0009", firstName: "Martin", lastName: "De La Fontaine" },
  { id: "T-0010", firstName: "Claire", lastName: "Dupuis-Morel" },
  { id: "T-0011", firstName: "Luc", lastName: "Morel" },
];

const read = (text: string) => readExceptions(text, people);

describe("what an assistant types", () => {
  it.each<[string, string, Said]>([
    ["T-0004 absent", "T-0004", { status: "unexcused" }],
    ["t4 Absente", "T-0004", { status: "unexcused" }],
    ["T-0004: absence injustifiée", "T-0004", { status: "unexcused" }],
    ["Dupont absence non justifiée", "T-0004", { status: "unexcused" }],
    ["elodie dupont est absente", "T-0004", { status: "unexcused" }],
    ["Dupont E. absente", "T-0004", { status: "unexcused" }],
    ["Paul Martin absent", "T-0007", { status: "unexcused" }],
    ["De La Fontaine absent", "T-0009", { status: "unexcused" }],
    ["Dupuis-Morel absente", "T-0010", { status: "unexcused" }],
    ["T-0007 retard 20 min", "T-0007", { status: "late", lateMinutes: 20 }],
    ["T-0007 en retard de 20", "T-0007", { status: "late", lateMinutes: 20 }],
    ["T-0007 retard 1h30", "T-0007", { status: "late", lateMinutes: 90 }],
    ["T-0007 retard 1 h", "T-0007", { status: "late", lateMinutes: 60 }],
    ["T-0007 late 20 minutes", "T-0007", { status: "late", lateMinutes: 20 }],
    ["T-0007 retard", "T-0007", { status: "late" }],
    ["T-0007 retard 20 min parti 30 min", "T-0007", { status: "late", lateMinutes: 20, earlyMinutes: 30 }],
    ["T-0007 retard 20 min, parti 30 min", "T-0007", { status: "late", lateMinutes: 20, earlyMinutes: 30 }],
    ["Dupont partie 30 min avant la fin", "T-0004", { status: "left-early", earlyMinutes: 30 }],
    ["T-0009 excusé santé AT-12", "T-0009", { status: "excused", reason: "health", document: "AT-12" }],
    ["T-0009 absence justifiée, force majeure", "T-0009", { status: "excused", reason: "force-majeure" }],
    ["T-0009 excused health AT-12", "T-0009", { status: "excused", reason: "health", document: "AT-12" }],
    ["T-0009 absence annoncée et justifiée rdv", "T-0009", { status: "excused", reason: "appointment" }],
    ["T-0009 absence annoncée", "T-0009", { status: "announced" }],
    ["T-0009 annoncé entretien d'embauche", "T-0009", { status: "announced", reason: "job-interview" }],
    ["Durand à distance connexion + travail rendu", "T-0001", { status: "remote", evidence: ["connection", "submitted-work"] }],
    ["Durand à distance", "T-0001", { status: "remote" }],
    ["Durand interrompue", "T-0001", { status: "interrupted" }],
    ["Durand abandon reprise d'emploi", "T-0001", { status: "withdrawn", reason: "work" }],
    ["Durand withdrawn", "T-0001", { status: "withdrawn" }],
    ["Durand présente", "T-0001", { status: "present" }],
    ["T-0004 absente.", "T-0004", { status: "unexcused" }],
    ["T-0004 (absente) !", "T-0004", { status: "unexcused" }],
    ["T-0007 retard 20 minutes.", "T-0007", { status: "late", lateMinutes: 20 }],
  ])("%s", (text, traineeId, said) => {
    expect(read(text)).toEqual({ exceptions: [{ traineeId, piece: expect.any(String), said }], faults: [] });
  });

  it("stands on one line or on several, one after the other", () => {
    const { exceptions, faults } = read("T-0004 absent, T-0007 retard 20 min; T-0009 excusé santé AT-12\nDurand parti 30 min,,");
    expect(exceptions.map(({ traineeId, said }) => `${traineeId} ${said.status}`)).toEqual([
      "T-0004 unexcused",
      "T-0007 late",
      "T-0009 excused",
      "T-0001 left-early",
    ]);
    expect(faults).toEqual([]);
  });
});

describe("two people in one breath", () => {
  it("are two exceptions, where an « et » stands between them", () => {
    const { exceptions, faults } = read("T-0004 excusée et T-0007 absent");
    expect(exceptions.map(({ traineeId, said }) => [traineeId, said])).toEqual([
      ["T-0004", { status: "excused" }],
      ["T-0007", { status: "unexcused" }],
    ]);
    expect(faults).toEqual([]);
  });

  it.each(["T-0004 excusée T-0007 excusé", "T-0004 absente puis T-0007 retard 20 min"])("are asked to be told apart: %s", (text) => {
    expect(read(text)).toEqual({ exceptions: [], faults: [{ piece: text, fault: "two-people" }] });
  });

  it("who share what happened are not guessed", () => {
    expect(read("T-0004 et T-0007 absents").faults).toEqual([{ piece: "T-0004", fault: "no-status" }]);
  });
});

describe("what cannot be read", () => {
  it.each<[string, ExceptionFault, string?]>([
    ["absent", "nobody-named"],
    ["T-0099 absent", "unknown-person", "T-0099"],
    ["Dupond absent", "unknown-person", "Dupond"],
    ["Martin absent", "several-people", "Martin"],
    ["Morel absent", "several-people", "Morel"],
    ["T-0004", "no-status"],
    ["T-0004 20 min", "no-status"],
    ["T-0004 absent retard 20 min", "two-statuses"],
    ["T-0004 présent, absent", "two-statuses"],
    ["T-0004 absent bof", "unknown-word", "bof"],
    ["T-0004 à distance pigeon", "unknown-word", "pigeon"],
    ["T-0007 retard 25:99", "unreadable-minutes", "25:99"],
    ["T-0007 retard -5", "unreadable-minutes", "-5"],
    ["T-0007 retard 0 min", "unreadable-minutes", "0 min"],
    ["T-0007 retard beaucoup", "unreadable-minutes", "beaucoup"],
    ["T-0007 absent 20 min", "misplaced-minutes", "20 min"],
  ])("%s", (text, fault, word) => {
    const { exceptions, faults } = read(text);
    expect(exceptions).toEqual([]);
    expect(faults).toEqual([{ piece: text.replace(", ", " "), fault, ...(word !== undefined && { word }) }]);
  });

  it("does not keep the rest from being read, and nobody is named twice", () => {
    const { exceptions, faults } = read("T-0004 absent, xyz absent, Dupont retard 5 min");
    expect(exceptions.map(({ traineeId }) => traineeId)).toEqual(["T-0004"]);
    expect(faults.map(({ fault }) => fault)).toEqual(["unknown-person", "named-twice"]);
  });

  it("is never thrown at", () => {
    for (const text of ["", " , ;", "🙂", ":", "T-", "\u0000", "é".repeat(5000), "1 2 3 4", "absent ".repeat(500)]) {
      expect(() => read(text)).not.toThrow();
    }
  });
});

describe("health in clear", () => {
  it.each([
    "arrêt maladie",
    "grippe",
    "GRIPPÉ",
    "hospitalisation",
    "à l'hôpital",
    "Covid-19",
    "opérée du genou",
    "flu",
    "sick leave",
    "malade",
  ])("is seen in « %s »", (text) => expect(tellsHealth(text)).toBe(true));

  it.each([
    "santé AT-12",
    "AT-12",
    "certificat 2026-14",
    "convocation préfecture",
    "retard de train",
    "injures",
    "rendez-vous",
    "influence",
  ])("is not seen in « %s »", (text) => expect(tellsHealth(text)).toBe(false));
});
