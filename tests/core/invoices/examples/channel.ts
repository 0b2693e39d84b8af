import { checkChannel, followInvoice, type InvoiceSituation, type Problem } from "@kairos/core";
import { aSignIn } from "../../../examples/attendance.js";
import { aCustomer, anInvoice, anInvoiceSituation, anIssuedInvoice, forkliftSchedule } from "../../../examples/invoice.js";
import { aProvider } from "../../../examples/provider.js";

const bank = { iban: "FR7630006000011234567890189" };
const situation = (overrides: Partial<InvoiceSituation>) => checkChannel(anInvoiceSituation(overrides));
const settings = (invoices: object) => aProvider({ bank, settings: { invoices } });

/** Signed on paper, and the paper is nowhere. */
const onLostPaper = forkliftSchedule.halfDays.map((halfDay) => aSignIn("T-0007", halfDay, { method: "sheet" }));

const followed = (...args: Parameters<typeof followInvoice>): readonly Problem[] => {
  const result = followInvoice(...args);
  return result.ok ? [] : result.problems;
};

/** One broken example of each code, which gives that code and nothing else. */
export const channelExamples = {
  "chorus.recipient-siret": () => situation({ customer: undefined }),
  "chorus.customer-not-public": () => situation({ customer: aCustomer({ isPublic: false }) }),
  "chorus.service-code": () => situation({ provider: settings({ serviceCodeRequired: true }) }),
  "chorus.engagement": () => situation({ invoice: anInvoice({ scheme: "aif", order: undefined }), order: undefined }),
  "chorus.attachment-missing": () =>
    situation({ invoice: anIssuedInvoice(), proof: { ...anInvoiceSituation().proof, signIns: onLostPaper } }),
  "channel.bank-missing": () => situation({ provider: aProvider() }),
  "channel.event-too-early": () =>
    followed(anIssuedInvoice(), "deposit", { on: "2026-12-20", by: "karim", at: "2026-12-22T09:00:00.000Z", today: "2026-12-22" }),
};
