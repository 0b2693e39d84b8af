import { addDays, checkDuty, type DutySituation, type IsoDate } from "@kairos/core";
import { afcInvoice } from "../../invoiced.js";
import { type Dossier, faultsIn } from "../../seeded.js";

/** The same work sold with VAT to a company, before small companies have to issue electronic invoices. */
function soldToACompany(dossier: Dossier): DutySituation | undefined {
  const situation = afcInvoice(dossier);
  if (situation?.customer === undefined) return undefined;
  const { invoice, provider, customer, today } = situation;
  const lines = invoice.lines.map((line) => ({ ...line, vatRegime: "taxed" as const, vatRate: 2000 }));
  return { invoice: { lines }, provider: { settings: provider.settings }, customer: { ...customer, isPublic: false }, today };
}

const inDuty = faultsIn(soldToACompany, checkDuty);

function settled(situation: DutySituation, invoices: Partial<DutySituation["provider"]["settings"]["invoices"]>): DutySituation {
  const { settings } = situation.provider;
  return { ...situation, provider: { settings: { ...settings, invoices: { ...settings.invoices, ...invoices } } } };
}

/** By which door an invoice should have gone. */
export const dutyFaults = {
  "einvoice.through-chorus": inDuty((situation) => ({ ...situation, customer: { isPublic: true } })),
  "einvoice.out-of-scope-exempt": inDuty((situation) => ({
    ...situation,
    invoice: { lines: situation.invoice.lines.map((line) => ({ ...line, vatRegime: "exempt-training", vatRate: 0 })) },
  })),
  "einvoice.issue-due": inDuty((situation, random) =>
    random.chance(0.5)
      ? settled(situation, { companySize: "large" })
      : { ...situation, today: addDays("2027-09-01", random.int(400)) as IsoDate },
  ),
  "einvoice.reception-not-ready": inDuty((situation, random) =>
    settled(situation, { receivesFrom: random.chance(0.5) ? undefined : addDays(situation.today, 1 + random.int(400)) }),
  ),
};
