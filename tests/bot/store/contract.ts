import { describe } from "vitest";
import type { Database } from "../../../packages/bot/src/store/store.js";
import { accessContract } from "./contract/access.js";
import { attachmentContract } from "./contract/attachments.js";
import { attendanceContract } from "./contract/attendance.js";
import { auditContract } from "./contract/audit.js";
import { deliveryContract } from "./contract/deliveries.js";
import { incidentContract } from "./contract/incidents.js";
import { invoicingContract } from "./contract/invoicing.js";
import { isolationContract } from "./contract/isolation.js";
import { noticeContract } from "./contract/notices.js";
import { personalContract } from "./contract/personal.js";
import { planningContract } from "./contract/planning.js";
import { repositoryContract } from "./contract/repositories.js";
import { suggestionContract } from "./contract/suggestions.js";

/** A database of its own for each test, and how to leave it. */
export type Opening = () => Promise<{ readonly database: Database; readonly remove: () => Promise<void> }>;

/** What every store must do, whatever it is made of. Each part opens a database of its own for each of its tests. */
export function storeContract(name: string, open: Opening): void {
  describe(`a store ${name}`, () => {
    describe("keeps", () => repositoryContract(open));
    describe("plans", () => planningContract(open));
    describe("attests", () => attendanceContract(open));
    describe("bills", () => invoicingContract(open));
    describe("reports", () => incidentContract(open));
    describe("isolates", () => isolationContract(open));
    describe("answers once", () => deliveryContract(open));
    describe("chains", () => auditContract(open));
    describe("tells", () => noticeContract(open));
    describe("attaches", () => attachmentContract(open));
    describe("grants", () => accessContract(open));
    describe("hands out and erases", () => personalContract(open));
    describe("suggests", () => suggestionContract(open));
  });
}
