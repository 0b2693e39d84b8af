import { ciiOf, type Element, element, type Problem, readCii } from "@kairos/core";
import type { Random } from "../../../trust/random.js";
import { electronic } from "../../electronic.js";
import { type Dossier, faultsIn } from "../../seeded.js";

type Path = readonly string[];

/** The file of a supplier, as the desk hands it to the reader: names without their prefixes. */
function received(dossier: Dossier): Element | undefined {
  const invoice = electronic(dossier);
  return invoice && withoutPrefixes(ciiOf(invoice));
}

function withoutPrefixes(one: Element): Element {
  return { ...one, name: one.name.replace(/^.*:/, ""), children: one.children.map(withoutPrefixes) };
}

/** The first element at the end of a path, made another or taken out. */
function changedAt(root: Element, [name, ...further]: Path, change: (found: Element) => Element | undefined): Element {
  const index = root.children.findIndex((child) => child.name === name);
  const child = root.children[index];
  if (child === undefined) throw new Error(`no ${name} in ${root.name}`);
  const changed = further.length === 0 ? change(child) : changedAt(child, further, change);
  return { ...root, children: root.children.flatMap((one, place) => (place === index ? (changed ?? []) : [one])) };
}

const inFile = faultsIn(received, (root): readonly Problem[] => {
  const read = readCii(root);
  return read.ok ? read.value.problems : read.problems;
});
const written = (paths: readonly Path[], change: (found: Element, random: Random) => Element | undefined) =>
  inFile((root, random) => changedAt(root, random.pick(paths), (found) => change(found, random)));

const transaction = "SupplyChainTradeTransaction";
const settlement = [transaction, "ApplicableHeaderTradeSettlement"];
const summation = [...settlement, "SpecifiedTradeSettlementHeaderMonetarySummation"];
const required: readonly Path[] = [
  ["ExchangedDocument", "ID"],
  ["ExchangedDocument", "TypeCode"],
  ["ExchangedDocument", "IssueDateTime"],
  [...settlement, "InvoiceCurrencyCode"],
  [transaction, "ApplicableHeaderTradeAgreement", "SellerTradeParty", "Name"],
  [transaction, "ApplicableHeaderTradeAgreement", "BuyerTradeParty"],
  [...summation, "TaxBasisTotalAmount"],
  [...summation, "GrandTotalAmount"],
  [...summation, "DuePayableAmount"],
];

/** What the file of somebody else says wrong. */
export const readingFaults = {
  "einvoice.not-an-invoice": inFile((root, random) => ({ ...root, name: random.pick(["html", "Order", "DebitNote", "xs:schema"]) })),
  "einvoice.other-syntax": inFile((root, random) => ({ ...root, name: random.pick(["Invoice", "CreditNote", "CrossIndustryDocument"]) })),
  "einvoice.summary-only": written([["ExchangedDocumentContext", "GuidelineSpecifiedDocumentContextParameter", "ID"]], ({ name }, random) =>
    element(name, `urn:factur-x.eu:1p0:${random.pick(["minimum", "basicwl", "MINIMUM"])}`),
  ),
  "einvoice.term-missing": written(required, ({ name }, random) => (random.chance(0.5) ? undefined : element(name, ""))),
  "einvoice.value-unreadable": inFile((root, random) =>
    random.chance(0.5)
      ? changedAt(root, [...summation, random.pick(["LineTotalAmount", "GrandTotalAmount", "DuePayableAmount"])], ({ name, text }) =>
          element(name, random.pick([text.replace(".", ","), `${text} €`, `${text}5`, `${text.slice(0, 1)} ${text.slice(1)}`])),
        )
      : changedAt(root, ["ExchangedDocument", "IssueDateTime", "DateTimeString"], ({ name }) =>
          element(name, random.pick(["21/12/2026", "20261321", "261221", "hier"])),
        ),
  ),
};
