import { checkDuty, type DutySituation, type Problem } from "@kairos/core";
import { aCustomer, anInvoice, anInvoiceLine } from "../../../examples/invoice.js";
import { aProvider } from "../../../examples/provider.js";

const exempt = anInvoiceLine();
const taxed = anInvoiceLine({ vatRegime: "taxed", vatRate: 2000 });
const company = aCustomer({ isPublic: false });
const receives = { receivesFrom: "2026-09-01" };
const provider = (invoices: object = receives) => aProvider({ settings: { invoices } });
const due = (changes: Partial<DutySituation>, lines = [taxed]): readonly Problem[] =>
  checkDuty({ invoice: anInvoice({ lines }), provider: provider(), customer: company, today: "2026-12-21", ...changes });
const large = { provider: provider({ ...receives, companySize: "large" }) };
const small = { provider: provider({ ...receives, companySize: "small" }) };

/** Which duty of electronic invoicing holds, at the edge of each. */
export const dutyEdges: Readonly<Record<string, () => readonly Problem[]>> = {
  "taxed, to a public body": () => due({ customer: aCustomer() }),
  "taxed, to a public body, of a large provider": () => due({ ...large, customer: aCustomer() }),
  "exempt, to a company": () => due({}, [exempt]),
  "exempt and taxed, to a company": () => due(large, [exempt, taxed]),
  "of a small business, to a company": () => due(large, [anInvoiceLine({ vatRegime: "small-business" })]),
  "exempt, to a company, of a large provider": () => due(large, [exempt]),
  "taxed, of a large provider, the day before": () => due({ ...large, today: "2026-08-31" }),
  "taxed, of a large provider, on the day": () => due({ ...large, today: "2026-09-01" }),
  "taxed, of a small provider, the day before": () => due({ ...small, today: "2027-08-31" }),
  "taxed, of a small provider, on the day": () => due({ ...small, today: "2027-09-01" }),
  "taxed, to nobody known": () => due({ customer: undefined }),
  "no platform, the day before": () => due({ provider: provider({}), today: "2026-08-31" }),
  "no platform, on the day": () => due({ provider: provider({}), today: "2026-09-01" }),
  "a platform from today on": () => due({ provider: provider({ receivesFrom: "2026-12-21" }) }),
  "a platform from tomorrow on": () => due({ provider: provider({ receivesFrom: "2026-12-22" }) }),
};
