import { attachmentKindLabels, attachmentSchema, fold } from "@kairos/core";
import { shelf } from "./aggregates.js";
import type { Knex } from "./driver.js";
import { latest } from "./queries.js";
import type { Scope, Store } from "./store.js";

export const attachmentKind = { table: "attachments", key: "id", schema: attachmentSchema };

/** The files attached to things, the removed ones too. Their bytes are kept first: the database refuses a digest it does not hold. */
export function attachmentsIn(trx: Knex.Transaction, workspace: string, scope: Scope): Store["attachments"] {
  const attachments = shelf(attachmentKind, trx, workspace, scope);
  return {
    get: (id) => attachments.get(id),
    of: (object) => attachments.read(latest(attachments.rows().where({ object }), undefined)),
    save: (attachment) => {
      const { id, siret, object, digest, kind, fileName } = attachment;
      const search = fold(`${id} ${object} ${attachmentKindLabels[kind].fr} ${fileName}`);
      return attachments.put(attachment, { id, siret, object, digest, search });
    },
  };
}
