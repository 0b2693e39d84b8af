import { describe, expect, it } from "vitest";
import { refused } from "../../../../packages/bot/src/reply.js";
import type { Opening } from "../contract.js";
import { act, anAttachment, digestOf, look, lyon, nantes, someBytes, write } from "../fixtures.js";
import { fresh } from "./open.js";

export function attachmentContract(open: Opening): void {
  const database = fresh(open);
  const keep = (bytes: Uint8Array, options: Parameters<typeof write>[2] = {}) =>
    write(database(), ({ files }) => files.put(bytes), options);
  const bytesOf = (digest: string, options: Parameters<typeof look>[2] = {}) => look(database(), ({ files }) => files.get(digest), options);

  describe("a file", () => {
    it("comes back equal under its digest, kept once however often it is put", async () => {
      const view = new Uint8Array([9, ...someBytes, 9]).subarray(1, -1);
      const digests: string[] = [];
      await write(database(), async ({ files }) => {
        for (const bytes of [someBytes, Buffer.from(someBytes), view]) digests.push(await files.put(bytes));
      });
      expect(new Set(digests)).toEqual(new Set([digestOf(someBytes)]));
      expect(await bytesOf(digestOf(someBytes))).toEqual(someBytes);
      expect(await bytesOf("0".repeat(64))).toBeUndefined();
    });

    it("may weigh as much as anybody may send", async () => {
      const heavy = new Uint8Array(8 * 1024 * 1024).fill(7);
      await keep(heavy);
      const kept = await bytesOf(digestOf(heavy));
      expect(kept !== undefined && Buffer.compare(kept, heavy)).toBe(0);
    });

    it("is never empty", async () => {
      await expect(keep(new Uint8Array())).rejects.toThrow(/check/i);
    });

    it("leaves with the attempt that put it", async () => {
      await act(database(), async ({ files }) => {
        await files.put(someBytes);
        return refused([]);
      });
      expect(await bytesOf(digestOf(someBytes))).toBeUndefined();
    });

    it("is not found from another workspace, even by its digest", async () => {
      await keep(someBytes);
      expect(await bytesOf(digestOf(someBytes), { workspace: "forged" })).toBeUndefined();
      await keep(someBytes, { workspace: "forged" });
      expect(await bytesOf(digestOf(someBytes), { workspace: "forged" })).toEqual(someBytes);
    });

    it("is found within a scope through an attachment of that scope only", async () => {
      await keep(someBytes);
      expect(await bytesOf(digestOf(someBytes), { scope: [lyon] })).toBeUndefined();
      await write(database(), ({ attachments }) => attachments.save(anAttachment()));
      expect(await bytesOf(digestOf(someBytes), { scope: [lyon] })).toEqual(someBytes);
      expect(await bytesOf(digestOf(someBytes), { scope: [nantes] })).toBeUndefined();
      expect(await bytesOf(digestOf(someBytes), { scope: [] })).toBeUndefined();
    });
  });

  describe("an attachment", () => {
    it("is listed with its thing, the last added first, the removed ones too", async () => {
      const removed = anAttachment({ id: "P-0002", kind: "programme", note: "page 3", removedOn: "2026-11-21", removedBy: "u-clerk" });
      const elsewhere = anAttachment({ id: "P-0003", object: "DEV-2026-0002" });
      await write(database(), async ({ attachments, files }) => {
        await files.put(someBytes);
        for (const attachment of [anAttachment(), anAttachment({ id: "P-0002", kind: "programme" }), elsewhere]) {
          await attachments.save(attachment);
        }
        await attachments.save(removed);
      });
      await look(database(), async ({ attachments }) => {
        expect(await attachments.of("DEV-2026-0001")).toEqual([removed, anAttachment()]);
        expect(await attachments.of("DEV-2026-0002")).toEqual([elsewhere]);
        expect(await attachments.of("DEV-NONE")).toEqual([]);
        expect(await attachments.get("P-0003")).toEqual(elsewhere);
      });
    });

    it("is not kept without its bytes, nor with those of another workspace", async () => {
      await keep(someBytes, { workspace: "elsewhere" });
      await expect(write(database(), ({ attachments }) => attachments.save(anAttachment()))).rejects.toThrow(/foreign key/i);
      expect(await look(database(), ({ attachments }) => attachments.of("DEV-2026-0001"))).toEqual([]);
    });

    it("is not kept when it could not be read back, and the error tells no name", async () => {
      const broken = { ...anAttachment(), fileName: "Léa Durand/../devis.pdf" };
      const writing = write(database(), ({ attachments }) => attachments.save(broken));
      await expect(writing).rejects.toThrow("attachments P-0001 does not parse: fileName invalid_format");
      await expect(writing).rejects.not.toThrow(/Durand/);
    });
  });
}
