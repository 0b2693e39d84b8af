import type { Instant } from "@kairos/core";
import type { Reply } from "../reply.js";
import type { Knex } from "./driver.js";
import type { Delivery, DeliveryRequest, KeptDelivery } from "./store.js";

/** What was answered to each request, so that a repeated one acts once. */
export interface Deliveries {
  /** Takes the delivery; false when it was taken before. A write, to be made first. */
  claim(): Promise<boolean>;
  /** Keeps the answer and the trail's head as it stands. */
  settle(reply: Reply): Promise<Delivery>;
  /** What was answered the first time. */
  recall(): Promise<Delivery>;
}

export function deliveriesIn(trx: Knex.Transaction, { workspace, id, at, actor, path }: DeliveryRequest): Deliveries {
  const row = () => trx("deliveries").where({ workspace, id });
  return {
    claim: async () => {
      const taken: readonly unknown[] = await trx("deliveries")
        .insert({ workspace, id, at, actor, path })
        .onConflict(["workspace", "id"])
        .ignore()
        .returning("id");
      return taken.length === 1;
    },
    settle: async (reply) => {
      const head = (column: string) => trx("audit_entries").where({ workspace }).orderBy("sequence", "desc").limit(1).select(column);
      const kept = { reply: JSON.stringify(reply), head_sequence: head("sequence"), head_hash: head("hash") };
      const [settled]: DeliveryRow[] = await row().update(kept).returning("*");
      return deliveryOf(settled, id, false);
    },
    recall: async () => deliveryOf(await row().first(), id, true),
  };
}

/** An answer given earlier; nothing when it was never given, or forgotten. */
export async function keptDelivery(trx: Knex.Transaction, workspace: string, id: string): Promise<KeptDelivery | undefined> {
  const row: DeliveryRow | undefined = await trx("deliveries").where({ workspace, id }).whereNotNull("reply").first();
  if (row === undefined) return undefined;
  const { reply, head, at } = deliveryOf(row, id, true);
  return { reply, at, actor: row.actor, path: row.path, trace: `#${head.sequence}` };
}

/** Forgets the answers older than an instant, workspace by workspace, so that the index is used. */
export async function forgetDeliveries(trx: Knex.Transaction, before: Instant): Promise<number> {
  return trx("deliveries").where("at", "<", before).whereIn("workspace", trx("deliveries").distinct("workspace")).delete();
}

interface DeliveryRow {
  readonly workspace: string;
  readonly id: string;
  readonly at: Instant;
  readonly actor: string;
  readonly path: string;
  readonly reply: string | null;
  readonly head_sequence: number | null;
  readonly head_hash: string | null;
}

/** Read from the stored text the first time too, so that a repeated answer is the same to the last field. */
function deliveryOf(row: DeliveryRow | undefined, id: string, repeated: boolean): Delivery {
  if (row === undefined || row.reply === null) throw new Error(`The delivery ${id} has no answer`);
  if (row.head_sequence === null || row.head_hash === null) throw new Error(`The delivery ${id} left no trace`);
  return { reply: JSON.parse(row.reply) as Reply, head: { sequence: row.head_sequence, hash: row.head_hash }, at: row.at, repeated };
}
