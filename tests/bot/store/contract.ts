import { describe } from "vitest";
import type { Database } from "../../../packages/bot/src/store/store.js";
import { accessContract } from "./contract/access.js";
import { attachmentContract } from "./contract/attachments.js";
import { auditContract } from "./contract/audit.js";
import { deliveryContract } from "./contract/deliveries.js";
import { isolationContract } from "./contract/isolation.js";
import { noticeContract } from "./contract/notices.js";
import { planningContract } from "./contract/planning.js";
import { repositoryContract } from "./contract/repositories.js";
import { suggestionContract } from "./contract/suggestions.js";

/** A database of its own for each test, and how to leave it. */
export type Opening = () => Promise<{ readonly database: Database; readonly remove: () => Promise<void> }>;

/** What every store must do, whatever it is made of. */
export function storeContract(name: string, open: Opening): void {
  describe(`a store ${name}`, () => {
    repositoryContract(open);
    planningContract(open);
    isolationContract(open);
    deliveryContract(open);
    auditContract(open);
    noticeContract(open);
    attachmentContract(open);
    accessContract(open);
    suggestionContract(open);
  });
}
