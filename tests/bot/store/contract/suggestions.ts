import { describe, expect, it } from "vitest";
import type { ReferenceKind } from "../../../../packages/bot/src/option.js";
import type { Scope } from "../../../../packages/bot/src/store/store.js";
import type { Opening } from "../contract.js";
import {
  aCourse,
  aGrant,
  anAppointment,
  anAttachment,
  anImport,
  aQuote,
  aSession,
  aTemplate,
  aTrainee,
  lyon,
  nantes,
  someBytes,
  workspace,
  write,
} from "../fixtures.js";
import { fresh } from "./open.js";

export function suggestionContract(open: Opening): void {
  const database = fresh(open);
  const suggest = (kind: ReferenceKind, typed: string, scope: Scope = "all", from = workspace) =>
    database().suggest({ workspace: from, scope, kind, typed });
  const english = async (kind: ReferenceKind, typed: string) =>
    (await database().suggest({ workspace, scope: "all", kind, typed, language: "en" })).map(({ label }) => label);
  const values = async (...query: Parameters<typeof suggest>) => (await suggest(...query)).map(({ value }) => value);

  describe("suggestions", () => {
    it("show words beside each reference, and are found by the words of either language", async () => {
      await write(database(), async (store) => {
        await store.quotes.save(aQuote());
        await store.sessions.save(aSession());
        await store.trainees.save(aTrainee());
        await store.templates.save(aTemplate());
        await store.people.save({ id: "u-clerk", name: "Inès Petit" });
        await store.people.save({ id: "Karim", name: "Karim" });
        await store.grants.save(aGrant());
        await store.files.put(someBytes);
        await store.attachments.save(anAttachment());
        await store.courses.save(aCourse());
        await store.appointments.save(anAppointment());
        await store.imports.save(anImport());
      });
      expect(await suggest("course", "caces")).toEqual([{ value: "CACES-R489", label: "CACES-R489 · Cariste CACES R489" }]);
      const met = "RDV-2026-0001 · entretien d'orientation · 07/12/2026 à 14:30 · proposé";
      for (const word of ["RDV-2026", "orientation", "propose"])
        expect((await suggest("appointment", word)).map(({ label }) => label)).toEqual([met]);
      expect(await english("appointment", "interview")).toEqual(["RDV-2026-0001 · orientation interview · 2026-12-07 14:30 · proposed"]);
      expect((await suggest("import", "sessions csv")).map(({ label }) => label)).toEqual(["IMP-0001 · sessions.csv · à valider"]);
      expect(await suggest("quote", "0001")).toEqual([{ value: "DEV-2026-0001", label: "DEV-2026-0001 · Cariste CACES R489 · brouillon" }]);
      expect(await suggest("session", "2026")).toEqual([{ value: "SE-2026-014", label: "SE-2026-014 · Cariste CACES R489 · 07/12/2026" }]);
      expect(await suggest("trainee", "dur cam")).toEqual([{ value: "T-0007", label: "T-0007 · Camille DURAND" }]);
      expect(await suggest("template", "caces")).toEqual([{ value: "cariste", label: "cariste · Cariste CACES R489" }]);
      expect(await suggest("person", "INES")).toEqual([{ value: "u-clerk", label: "Inès Petit · u-clerk" }]);
      expect(await suggest("person", "kar")).toEqual([{ value: "Karim", label: "Karim" }]);
      expect((await suggest("grant", "petit devis")).map(({ label }) => label)).toEqual(["H-0001 · Inès Petit · gestionnaire de devis"]);
      expect((await suggest("attachment", "dev-2026-0001 comparatif")).map(({ label }) => label)).toEqual([
        "P-0001 · DEV-2026-0001 · second devis · devis-comparatif.pdf",
      ]);
      for (const word of ["brouillon", "draft"])
        expect(await english("quote", word)).toEqual(["DEV-2026-0001 · Cariste CACES R489 · draft"]);
      expect(await english("quote", "awaiting")).toEqual([]);
      for (const day of ["07/12/2026", "2026-12-07"])
        expect(await english("session", day)).toEqual(["SE-2026-014 · Cariste CACES R489 · 2026-12-07"]);
      for (const words of ["petit devis", "clerk ines"])
        expect(await english("grant", words)).toEqual(["H-0001 · Inès Petit · quote clerk"]);
      expect(await english("grant", "approver")).toEqual([]);
      for (const words of ["second devis", "second quote"])
        expect(await english("attachment", words)).toEqual(["P-0001 · DEV-2026-0001 · second quote · devis-comparatif.pdf"]);
    });

    it("leave out what no longer stands", async () => {
      await write(database(), async ({ grants, files, attachments }) => {
        await grants.save(aGrant());
        await grants.save(aGrant({ id: "H-0002", revokedOn: "2026-05-01", revokedBy: "u-rgc" }));
        await files.put(someBytes);
        await attachments.save(anAttachment());
        await attachments.save(anAttachment({ id: "P-0002", removedOn: "2026-11-21" }));
      });
      for (const typed of ["", "h-000", "devis"]) expect(await values("grant", typed), typed).toEqual(["H-0001"]);
      expect(await values("grant", "H-0002")).toEqual([]);
      for (const typed of ["", "p-000", "comparatif"]) expect(await values("attachment", typed), typed).toEqual(["P-0001"]);
    });

    it("put first the references that begin with what is typed, at most 25, each once", async () => {
      await write(database(), async ({ quotes }) => {
        await quotes.save(aQuote({ reference: "A-1", title: "Suite de B-2" }));
        for (let index = 10; index < 22; index++) await quotes.save(aQuote({ reference: `B-${index}`, title: "Étude" }));
        for (let index = 10; index < 40; index++) await quotes.save(aQuote({ reference: `C-${index}`, title: "Étude b-1" }));
      });
      expect((await values("quote", "b-2")).slice(0, 3)).toEqual(["B-21", "B-20", "A-1"]);
      const all = await values("quote", "B-1");
      expect([all.length, new Set(all).size, all[0], all[10]]).toEqual([25, 25, "B-19", "C-39"]);
      expect(await values("quote", "")).toHaveLength(25);
      expect(await values("quote", "étude c-3 brouillon")).toHaveLength(10);
      expect(await values("quote", "zzz")).toEqual([]);
      expect(await values("quote", "%")).toEqual([]);
    });

    it("are all of them for a blank, and none for a text without a word", async () => {
      await write(database(), ({ quotes }) => quotes.save(aQuote()));
      for (const blank of ["", "  ", "\u00a0\t"]) expect(await values("quote", blank), JSON.stringify(blank)).toEqual(["DEV-2026-0001"]);
      for (const odd of ["🙂", "\u0000", "\u0000\u0007 ", "\u0301", "\u200b", "\u202e", "\ud800", "a🙂", "\u0000🙂"]) {
        expect(await values("quote", odd), JSON.stringify(odd)).toEqual([]);
      }
      expect(await values("quote", "DEV\u0000")).toEqual(["DEV-2026-0001"]);
    });

    it("stay in the workspace and the scope", async () => {
      await write(database(), async ({ trainees, people }) => {
        await trainees.save(aTrainee());
        await trainees.save(aTrainee({ id: "T-0008", siret: nantes }));
        await people.save({ id: "u-1", name: "Zoé" });
      });
      expect(await values("trainee", "t-", [nantes])).toEqual(["T-0008"]);
      expect(await values("trainee", "durand", [nantes, lyon])).toEqual(["T-0008", "T-0007"]);
      expect(await values("trainee", "t-", [])).toEqual([]);
      expect(await values("person", "zoe", [])).toEqual([]);
      expect(await values("trainee", "t-", "all", "forged")).toEqual([]);
      expect(await values("person", "zoe", "all", "forged")).toEqual([]);
    });

    it("find a person by the start of their id too", async () => {
      await write(database(), ({ people }) => people.save({ id: "123456789012345678", name: "Zoé" }));
      expect(await values("person", "1234")).toEqual(["123456789012345678"]);
    });
  });
}
