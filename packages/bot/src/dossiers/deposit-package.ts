import {
  type Checklist,
  calledInvoice,
  type EnclosureKind,
  type InvoiceSituation,
  packageNames,
  prepareChecklist,
  prepareChecklistReport,
} from "@kairos/core";
import type { ReplyDocument, ReplyFile, ReplyPackage } from "../reply.js";
import type { CertificatesAsked } from "./certificates.js";
import { type Enclosed, enclosedWith, type PackagingDesk } from "./enclosures.js";
import { invoiceFile } from "./invoice-files.js";
import { invoiceDocument } from "./invoices.js";

/** What is deposited with an issued invoice, in one archive, and what its channel asks beside. */
export interface DepositPackage {
  readonly archive: ReplyPackage;
  readonly checklist: Checklist;
}

/** Gathers the invoice, what proves it and the checklist; files are drawn and packed after the commit. */
export async function depositPackage(
  desk: PackagingDesk,
  situation: InvoiceSituation,
  asked: Pick<CertificatesAsked, "signatory" | "place">,
): Promise<DepositPackage> {
  const document = await invoiceDocument(desk.store, situation);
  const own = [invoiceFile(document)];
  const enclosed = Object.entries(await enclosedWith(desk, situation, asked)) as [EnclosureKind, Enclosed][];
  const parts: readonly (ReplyDocument | ReplyFile)[] = [...own, ...enclosed.flatMap(([, one]) => one.parts)];
  const [list = "", ...names] = packageNames([checklistName, ...parts.map(({ fileName }) => fileName)]);
  const named = new Map(parts.map((part, index) => [part, names[index] ?? part.fileName]));
  const filesOf = (some: readonly (ReplyDocument | ReplyFile)[]) => some.flatMap((part) => named.get(part) ?? []);
  const checklist = prepareChecklist(situation, document, {
    invoice: filesOf(own),
    enclosures: Object.fromEntries(enclosed.map(([kind, one]) => [kind, { files: filesOf(one.parts), lacking: one.lacking }])),
  });
  const report = { fileName: list, document: prepareChecklistReport(checklist, document, desk.today) };
  const renamed = [...named].map(([part, fileName]) => ({ ...part, fileName }));
  const fileName = `depot-${calledInvoice(situation.invoice)}.zip`;
  // A bank account, and who came when: no chat holds them.
  return { checklist, archive: { fileName, parts: [report, ...renamed], confidential: true } };
}

const checklistName = "liste-de-controle.pdf";
