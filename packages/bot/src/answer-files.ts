import type { AnswerFile, DispatchPorts } from "./dispatch.js";
import { facturXOf } from "./dossiers/invoice-files.js";
import type { Delivery } from "./store/store.js";

/** The files of an answer: drawn, written by the command, or kept. Nothing is drawn of what is not done yet. */
export async function filesOf(
  { database, render }: DispatchPorts,
  { reply, head, at }: Delivery,
  workspace: string,
): Promise<AnswerFile[]> {
  const files: AnswerFile[] = [];
  if (reply.preview !== undefined) return files;
  for (const { fileName: name, document, confidential } of reply.documents ?? []) {
    const bytes = await render(document, { auditHead: head.hash, generatedAt: at, facturX: facturXOf(document) });
    files.push({ name, bytes, ...(confidential === true && { confidential }) });
  }
  for (const { fileName: name, text, confidential } of reply.texts ?? []) {
    files.push({ name, bytes: Buffer.from(text), ...(confidential === true && { confidential }) });
  }
  for (const { fileName: name, confidential, ...sheet } of reply.sheets ?? []) {
    const { workbookOf } = await import("./files/workbook.js");
    files.push({ name, bytes: await workbookOf(sheet), ...(confidential === true && { confidential }) });
  }
  for (const picture of reply.pictures ?? []) {
    const { drawn } = await import("./pictures/draw.js");
    const { fileName: name, alt, confidential } = picture;
    files.push({ name, alt, bytes: await drawn(picture), ...(confidential === true && { confidential }) });
  }
  for (const { fileName: name, digest, confidential } of reply.files ?? []) {
    const bytes = await database.read(workspace, "all", (store) => store.files.get(digest));
    if (bytes === undefined) throw new Error(`The file ${digest} is not in the store`);
    files.push({ name, bytes, ...(confidential === true && { confidential }) });
  }
  return files;
}
