import type { AnswerFile, DispatchPorts } from "./dispatch.js";
import { facturXOf } from "./dossiers/invoice-files.js";
import type { ReplyPackage } from "./reply.js";
import type { Delivery } from "./store/store.js";

/** The files of an answer: drawn, written by the command, or kept. Nothing is drawn of what is not done yet. */
export async function filesOf(ports: DispatchPorts, delivery: Delivery, workspace: string): Promise<AnswerFile[]> {
  const { reply } = delivery;
  const files: AnswerFile[] = [];
  if (reply.preview !== undefined) return files;
  const add = (bytes: Uint8Array, { fileName: name, confidential }: Pick<ReplyPackage, "fileName" | "confidential">) =>
    files.push({ name, bytes, ...(confidential === true && { confidential }) });
  const named = async (parts: ReplyPackage["parts"]) => {
    const all: { name: string; bytes: Uint8Array }[] = [];
    for (const part of parts) all.push({ name: part.fileName, bytes: await bytesOf(ports, delivery, workspace, part) });
    return all;
  };
  for (const document of reply.documents ?? []) add(await bytesOf(ports, delivery, workspace, document), document);
  for (const text of reply.texts ?? []) add(await bytesOf(ports, delivery, workspace, text), text);
  for (const sheet of reply.sheets ?? []) {
    const { workbookOf } = await import("./files/workbook.js");
    add(await workbookOf(sheet), sheet);
  }
  for (const picture of reply.pictures ?? []) {
    const { drawn } = await import("./pictures/draw.js");
    const { fileName: name, alt, confidential } = picture;
    files.push({ name, alt, bytes: await drawn(picture), ...(confidential === true && { confidential }) });
  }
  for (const file of reply.files ?? []) add(await bytesOf(ports, delivery, workspace, file), file);
  for (const pack of reply.packages ?? []) {
    const { zipOf } = await import("./files/zip.js");
    add(zipOf(await named(pack.parts)), pack);
  }
  for (const mail of reply.mails ?? []) {
    const { mailOf } = await import("./files/mail.js");
    const isConfidential = [mail, ...mail.attachments].some(({ confidential }) => confidential === true);
    const bytes = await mailOf({ ...mail, attachments: await named(mail.attachments) }, delivery.at);
    add(bytes, { fileName: mail.fileName, ...(isConfidential && { confidential: true }) });
  }
  return files;
}

/** What is drawn from a document, what was written as a text, or what the store keeps. */
async function bytesOf(
  { database, render }: DispatchPorts,
  { head, at }: Delivery,
  workspace: string,
  part: ReplyPackage["parts"][number],
): Promise<Uint8Array> {
  if ("document" in part) return render(part.document, { auditHead: head.hash, generatedAt: at, facturX: facturXOf(part.document) });
  if ("text" in part) return Buffer.from(part.text);
  const { digest } = part;
  const bytes = await database.read(workspace, "all", (store) => store.files.get(digest));
  if (bytes === undefined) throw new Error(`The file ${digest} is not in the store`);
  return bytes;
}
