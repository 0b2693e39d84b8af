import { type AccessReview, accountSchema, type OwnProfile } from "@kairos/core";
import { describe, expect, it } from "vitest";
import type { Opening } from "../contract.js";
import { aGrant, look, lyon, nantes, write } from "../fixtures.js";
import { fresh } from "./open.js";

const phone: OwnProfile = {
  id: "PR-0001",
  siret: lyon,
  name: "Téléphone",
  base: "assistant",
  permissions: ["session.read"],
  changedOn: "2026-11-16",
  changedBy: "u-rgc",
};
const review: AccessReview = { id: "R-0001", siret: lyon, openedOn: "2026-11-16", openedBy: "u-rgc", decisions: [] };

export function accessContract(open: Opening): void {
  const database = fresh(open);

  describe("access", () => {
    it("keeps own profiles and reviews of the establishments in scope, the latest word of each", async () => {
      const closed = {
        ...review,
        closed: { on: "2026-11-20", by: "u-rgc", nextOn: "2027-05-20", report: { kind: "report", name: "revue-R-0001" } as never },
      };
      await write(database(), async ({ ownProfiles, accessReviews }) => {
        await ownProfiles.save(phone);
        await ownProfiles.save({ ...phone, permissions: ["quote.read"] });
        await accessReviews.save(review);
        await accessReviews.save(closed);
      });
      await look(database(), async ({ ownProfiles, accessReviews }) => {
        expect(await ownProfiles.list()).toEqual([{ ...phone, permissions: ["quote.read"] }]);
        expect(await accessReviews.list()).toEqual([closed]);
        expect(await accessReviews.get("R-0001")).toEqual(closed);
        expect(await accessReviews.get("R-0002")).toBeUndefined();
      });
      const elsewhere = { scope: [nantes] };
      expect(
        await look(database(), ({ ownProfiles, accessReviews }) => Promise.all([ownProfiles.list(), accessReviews.list()]), elsewhere),
      ).toEqual([[], []]);
      for (const save of [
        ({ ownProfiles }: Parameters<Parameters<typeof write>[1]>[0]) => ownProfiles.save(phone),
        ({ accessReviews }: Parameters<Parameters<typeof write>[1]>[0]) => accessReviews.save(review),
      ])
        await expect(write(database(), save, elsewhere)).rejects.toThrow("out of scope");
    });

    it("keeps one account for each person of the workspace, and none of another's", async () => {
      const account = accountSchema.parse({ person: "u-clerk", twoFactorOn: "2026-11-16" });
      await write(database(), async ({ accounts }) => {
        await accounts.save(accountSchema.parse({ person: "u-clerk", shared: true }));
        await accounts.save(account);
      });
      expect(
        await look(database(), ({ accounts }) => Promise.all([accounts.get("u-clerk"), accounts.list(), accounts.get("u-rgc")])),
      ).toEqual([account, [account], undefined]);
      expect(await look(database(), ({ accounts }) => accounts.list(), { workspace: "forged" })).toEqual([]);
    });

    it("tells whether somebody holds a right that stands out of scope, and nothing more", async () => {
      const elsewhere = (scope: readonly (typeof lyon)[], on = "2026-11-16") =>
        look(database(), ({ grants }) => grants.standsElsewhere("u-clerk", on), { scope });
      await write(database(), async ({ grants }) => {
        await grants.save(aGrant());
        await grants.save(aGrant({ id: "H-0002", siret: nantes, until: "2026-12-31" }));
        await grants.save(aGrant({ id: "H-0003", siret: nantes, person: "u-other" }));
      });
      expect([await elsewhere([lyon]), await elsewhere([lyon, nantes]), await elsewhere([lyon], "2027-01-01")]).toEqual([
        true,
        false,
        false,
      ]);
      expect(await look(database(), ({ grants }) => grants.standsElsewhere("u-other", "2026-11-16"), { scope: [nantes] })).toBe(false);
    });
  });
}
