import { createHash } from "node:crypto";
import type { Instant } from "@kairos/core";
import * as z from "zod/mini";
import { plainName } from "./received.js";

export interface Mail {
  /** One plain address; nobody when it is left out, or is none. */
  readonly to?: string;
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/**
 * A mail as a draft (`.eml`, RFC 5322): opened, it waits to be read over and sent. It says nothing of this machine, and nobody in
 * whose name it is written. The same mail at the same instant is the same bytes.
 */
export async function mailOf(mail: Mail, at: Instant): Promise<Uint8Array> {
  const { default: MailComposer } = await import("nodemailer/lib/mail-composer");
  const parts = mail.attachments.map(({ name, bytes }) => ({ filename: plainName(name) || "document", content: asBuffer(bytes) }));
  const [to, subject, text] = [addressIn(mail.to), oneLine(mail.subject), linesOf(mail.text)];
  const mark = markOf([at, to ?? "", subject, text], parts);
  return new MailComposer({
    ...(to !== undefined && { to: { name: "", address: to } }),
    subject,
    date: new Date(at),
    messageId: `<${mark}@kairos.invalid>`,
    headers: { "X-Unsent": "1" },
    text,
    // As it is, and readable in the file: a library that chose for itself would wrap lines, and stuff spaces before some.
    encoding: "quoted-printable",
    attachments: parts.map((part) => ({
      ...part,
      contentType: typeOf(part.filename),
      contentDisposition: "attachment",
      contentTransferEncoding: "base64",
    })),
    baseBoundary: mark,
    boundaryPrefix: "part",
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}

const types: Readonly<Record<string, string>> = {
  pdf: "application/pdf",
  png: "image/png",
  jpg: "image/jpeg",
  txt: "text/plain; charset=utf-8",
  csv: "text/csv; charset=utf-8",
};

function typeOf(name: string): string {
  const ending = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  return (Object.hasOwn(types, ending) ? types[ending] : undefined) ?? "application/octet-stream";
}

/** As settings take it; what is no address is left to whoever sends, rather than put into a header. */
function addressIn(typed: string | undefined): string | undefined {
  return addressSchema.safeParse(typed).data;
}

const addressSchema = z.email().check(z.maxLength(120));

/** Nothing that ends a line, for any reader, and nothing that is not seen. */
function oneLine(text: string): string {
  return text
    .replace(/[\s\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
    .trim();
}

/** Lines that end as mails ask; a body that is empty would be none. */
function linesOf(text: string): string {
  return text.replace(/\r\n?|\n/g, "\r\n").replace(/(?:\r\n)+$/, "") || "\r\n";
}

/** Of all that the mail says: what tells its parts apart cannot be written inside one. */
function markOf(words: readonly string[], parts: readonly { readonly filename: string; readonly content: Buffer }[]): string {
  const hash = createHash("sha256").update(JSON.stringify(words));
  for (const { filename, content } of parts) hash.update(JSON.stringify([filename, content.byteLength])).update(content);
  return hash.digest("hex").slice(0, 40);
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
