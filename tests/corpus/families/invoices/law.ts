import { invoiceTotals, type Provider, siretSchema } from "@kairos/core";
import { pau } from "../../../examples/provider.js";
import type { Random } from "../../../trust/random.js";
import { inAfc, inDraft, inIssued, inLine, inQuoted, someOf } from "./planting.js";

const otherSeller = siretSchema.parse("73282932000074");
const inProvider = (change: (provider: Provider, random: Random) => Partial<Provider>) =>
  inAfc((situation, random) => ({ ...situation, provider: { ...situation.provider, ...change(situation.provider, random) } }));
const parts = ["street", "postalCode", "city"] as const;

/** What the law asks of an invoice, and what its channel asks before it takes it. */
export const lawFaults = {
  "invoice.seller-siren": inAfc(({ agreement, order, ...situation }, random) => {
    if (agreement === undefined || order === undefined) return undefined;
    const isAgreement = random.chance(0.5);
    return {
      ...situation,
      agreement: isAgreement ? { ...agreement, siret: otherSeller } : agreement,
      order: isAgreement ? order : { ...order, siret: otherSeller },
    };
  }),
  "invoice.seller-address": inProvider(({ address }, random) => ({
    address: address === undefined || random.chance(0.2) ? undefined : { ...address, [random.pick(parts)]: "" },
  })),
  "invoice.customer-siren": inDraft(({ siret }, random) => ({ customerSiret: random.chance(0.5) ? siret : pau })),
  "invoice.customer-address": inAfc(({ customer, ...situation }, random) => {
    if (customer?.address === undefined) return undefined;
    const address = random.chance(0.2) ? undefined : { ...customer.address, [random.pick(parts)]: "" };
    return { ...situation, customer: { ...customer, address } };
  }),
  "invoice.exemption-reference": inAfc((situation, random) => {
    const { provider, invoice } = situation;
    const untaxed = invoice.lines.map((line) => ({ ...line, vatRegime: "taxed" as const, vatRate: 0 }));
    return invoice.lines.some(({ vatRegime }) => vatRegime === "exempt-training") && random.chance(0.5)
      ? { ...situation, provider: { ...provider, vatAttestationOn: undefined } }
      : { ...situation, invoice: { ...invoice, lines: untaxed } };
  }),
  "invoice.vat-mixed": inLine((_line, random) => ({ vatRegime: "exempt-training", vatRate: random.pick([550, 1000, 2000]) })),
  "invoice.nda-mention": inProvider((_provider, random) =>
    random.chance(0.5) ? { activityNumber: undefined } : { activityRegion: undefined },
  ),
  "invoice.rounding": inLine(({ amountCents }, random) => ({
    amountCents: random.chance(0.5) ? amountCents + 1 + random.int(20) : amountCents - 1 - random.int(20),
  })),
  "invoice.total-out-of-range": inDraft((invoice, random) => ({
    penalty: { amountCents: invoiceTotals(invoice).linesCents + 1 + random.int(100_00), reason: "Retard" },
  })),
  "chorus.recipient-siret": inAfc((situation) => ({ ...situation, customer: undefined })),
  "chorus.customer-not-public": inAfc(({ customer, ...situation }) =>
    customer === undefined ? undefined : { ...situation, customer: { ...customer, isPublic: false } },
  ),
  "chorus.service-code": inAfc(({ customer, ...situation }) =>
    customer === undefined ? undefined : { ...situation, customer: { ...customer, serviceCode: undefined } },
  ),
  "chorus.engagement": inQuoted((situation) => ({ ...situation, invoice: { ...situation.invoice, engagement: undefined } })),
  "chorus.attachment-missing": inIssued((situation, random) => {
    const { proof } = situation;
    const onPaper = someOf(random, proof.signIns);
    const signIns = proof.signIns.map((one) => (onPaper.has(one) ? { ...one, method: "sheet" as const, proof: undefined } : one));
    const months = proof.months.map((one) => ({ ...one, status: "reopened" as const }));
    return { ...situation, proof: random.chance(0.5) ? { ...proof, signIns } : { ...proof, months } };
  }),
  "channel.bank-missing": inProvider(() => ({ bank: undefined })),
};
