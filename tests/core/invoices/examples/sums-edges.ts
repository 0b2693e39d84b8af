import type { Problem } from "@kairos/core";
import { checkSums } from "../../../../packages/core/src/invoices/einvoice/rules/sums.js";
import type { SumsSituation } from "../../../../packages/core/src/invoices/einvoice/sums.js";
import { anElectronicInvoice, trainingExemption } from "../../../examples/electronic-invoice.js";

type Terms = SumsSituation["terms"];
const sound: Terms = anElectronicInvoice();
const line = { ...sound.lines[0], netCents: 119_001 };
const group = { category: "S", rate: 2_000, taxableCents: 119_000, taxCents: 23_801 } as const;
const read = (changes: Partial<Terms>, situation: Partial<SumsSituation> = {}): readonly Problem[] =>
  checkSums({ terms: { ...sound, ...changes }, hasLines: true, ...situation });
const without = <Item extends object>(item: Item, name: keyof Item) => ({ ...item, [name]: undefined });
const ofLine = (changed: Terms["lines"][number]) => read({ lines: [changed] });
const ofGroup = (changed: Terms["vat"][number]) => read({ vat: [changed] });

/** What somebody else's invoice may lack: what is not there is not summed. */
export const sumsEdges: Readonly<Record<string, () => readonly Problem[]>> = {
  "of others, a line a cent wrong": () => ofLine(line),
  "of others, a line a cent wrong, that has no number": () => ofLine(without(line, "id")),
  "of others, a line a cent wrong, adjusted": () => ofLine({ ...line, isAdjusted: true }),
  "of others, a line without a quantity": () => ofLine(without(line, "quantityTenThousandths")),
  "of others, a line without a price": () => ofLine(without(line, "unitPriceMicros")),
  "of others, a line without an amount": () => ofLine(without(line, "netCents")),
  "of others, a tax a cent wrong": () => ofGroup(group),
  "of others, a tax without a rate": () => ofGroup(without(group, "rate")),
  "of others, a tax without a category": () => ofGroup(without(group, "category")),
  "of others, a tax without a base": () => ofGroup(without(group, "taxableCents")),
  "of others, a tax without an amount": () => ofGroup(without(group, "taxCents")),
  "of others, an exemption without a rate, a cent wrong": () =>
    ofGroup({ category: "E", taxableCents: 119_001, taxCents: 0, exemption: trainingExemption }),
  "of others, a summary": () => read({ lines: [], vat: [group] }, { hasLines: false }),
};
