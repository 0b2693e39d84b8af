import { describe, expect, it } from "vitest";
import type { Opening } from "../contract.js";
import { aClaim, aGrant, anAttendance, anEvent, aProvider, aQuote, aSession, aSignIn, aTrainee, look, now, write } from "../fixtures.js";
import { fresh } from "./open.js";

const clerk = aGrant({ person: "u-lea" });

export function personalContract(open: Opening): void {
  const database = fresh(open);

  describe("what is kept of a person", () => {
    it("of a trainee: their half-days with what proves them, their quotes; of a member: their acts, counted by kind", async () => {
      await write(database(), async (store) => {
        await store.providers.save(aProvider());
        await store.sessions.save(aSession());
        await store.trainees.save(aTrainee());
        await store.quotes.save(aQuote());
        await store.grants.save(clerk);
        await store.attendance.saveMany([anAttendance()], { by: "lea", at: now });
        await store.signIns.addMany([aSignIn()]);
        await store.claims.addMany([aClaim()]);
        for (const act of ["devis.creer", "devis.creer", "devis.voir"]) await store.audit.append(anEvent({ actor: clerk.person, act }));
      });
      const kept = await look(database(), ({ personal }) => personal.of(aTrainee().id));
      expect(Object.keys(kept).sort()).toEqual(["attendance", "attendance_claims", "quotes", "sign_ins"]);
      expect(kept.attendance).toMatchObject([{ status: anAttendance().status, half: anAttendance().half }]);
      const member = await look(database(), ({ personal }) => personal.ofMember(clerk.person));
      expect(member.grants).toEqual([clerk]);
      expect(member.acts).toMatchObject([
        { act: "devis.creer", outcome: "done", count: 2 },
        { act: "devis.voir", outcome: "done", count: 1 },
      ]);
    });

    it("leaves with its names: in texts whatever their accents, not from those about others", async () => {
      const trainee = aTrainee({ firstName: "Éléonore", lastName: "Vasseur" });
      await write(database(), async (store) => {
        await store.providers.save(aProvider());
        await store.sessions.save(aSession());
        await store.trainees.save(trainee);
        await store.quotes.save(aQuote({ notes: "Rappeler ELEONORE lundi" }));
        await store.grants.save(aGrant({ reason: "Suit vasseur eleonore, et Éléonore Martin" }));
      });
      const { firstName, lastName, id } = trainee;
      await write(database(), ({ personal }) =>
        personal.remove({ firstName, lastName, ids: [], reference: id }, { trainee: id, isHeld: false }),
      );
      const [quote, grants] = await look(database(), async (store) => [
        await store.quotes.get(aQuote().reference),
        await store.grants.list(),
      ]);
      expect(quote?.notes).toBeUndefined();
      expect(grants.map(({ reason }) => reason)).toEqual([`Suit ${id}, et Éléonore Martin`]);
      expect(await database().purge()).toBe(true);
    });
  });
}
