import fc from "fast-check";
import PostalMime from "postal-mime";
import { describe, expect, it } from "vitest";
import { type Mail, mailOf } from "../../../packages/bot/src/files/mail.js";

const at = "2026-11-16T08:00:00.000Z";
const bytesOf = (text: string) => Buffer.from(text);
const aMail = (change: Partial<Mail> = {}): Mail => ({
  to: "assistance@exemple.test",
  subject: "[INC-2026-0001] Connexion refusée · SIRET 99900014400018",
  text: "Dossier d'incident INC-2026-0001, pour l'assistance technique\n\nQUI\nSIRET : 99900014400018\n. seul\n  deux blancs  \nÉté à Noël.",
  attachments: [
    { name: "incident-INC-2026-0001.pdf", bytes: bytesOf("%PDF-1.7\n\0\xff\r\n%%EOF") },
    { name: "Écran n°1 d'été.png", bytes: Buffer.from([0x89, 0x50, 0x0d, 0x0a, 0x1a, 0x0a, 0]) },
    { name: "INC-2026-0001.txt", bytes: bytesOf("é\r\nà la ligne\nfin") },
  ],
  ...change,
});
const read = async (mail: Mail) => PostalMime.parse(await mailOf(mail, at));
const headersOf = async (mail: Mail) => {
  const source = Buffer.from(await mailOf(mail, at)).toString("latin1");
  return source.slice(0, source.indexOf("\r\n\r\n"));
};

describe("a mail to send", () => {
  it("opened by a mail program gives back every field, and every file byte for byte", async () => {
    const mail = aMail();
    const read = await PostalMime.parse(await mailOf(mail, at));
    expect([read.subject, read.to, read.from, read.date]).toEqual([
      mail.subject,
      [{ name: "", address: "assistance@exemple.test" }],
      undefined,
      "2026-11-16T08:00:00.000Z",
    ]);
    expect(read.text?.replace(/\n$/, "")).toBe(mail.text);
    expect(read.attachments.map(({ filename, mimeType, disposition }) => [filename, mimeType, disposition])).toEqual([
      ["incident-INC-2026-0001.pdf", "application/pdf", "attachment"],
      ["Écran n°1 d'été.png", "image/png", "attachment"],
      ["INC-2026-0001.txt", "text/plain", "attachment"],
    ]);
    expect(read.attachments.map(({ content }) => Buffer.from(content as ArrayBuffer))).toEqual(mail.attachments.map(({ bytes }) => bytes));
  });

  it("opens as a draft, and says nothing of the machine nor of who writes", async () => {
    const names = [...(await headersOf(aMail())).matchAll(/^([A-Za-z-]+):/gm)].map(([, name]) => name);
    expect(names).toEqual(["X-Unsent", "To", "Subject", "Message-ID", "Date", "MIME-Version", "Content-Type"]);
    expect(await headersOf(aMail())).toMatch(/^X-Unsent: 1\r\n[\s\S]*\r\nMessage-ID: <[0-9a-f]{40}@kairos\.invalid>\r\n/);
  });

  it("is the same bytes for the same mail, and other bytes for another", async () => {
    const [one, again] = [await mailOf(aMail(), at), await mailOf(aMail(), at)];
    expect(Buffer.compare(one, again)).toBe(0);
    const [first] = aMail().attachments;
    const others = [
      aMail({ text: "autre" }),
      aMail({ to: "rgc@exemple.test" }),
      aMail({ attachments: first === undefined ? [] : [first] }),
    ];
    const marks = await Promise.all([aMail(), ...others].map(async (mail) => /Message-ID: (\S+)/.exec(await headersOf(mail))?.[1]));
    expect(new Set(marks).size).toBe(4);
  });

  it("leaves the recipient to whoever sends when none is known, or when it is no address", async () => {
    const { to: _to, ...nobody } = aMail();
    expect(await headersOf(nobody)).not.toMatch(/^To:/m);
    for (const to of ["", "l'assistance", "a@exemple.test, b@exemple.test", "a@exemple.test\r\nBcc: b@exemple.test", "A <a@exemple.test>"])
      expect(await headersOf(aMail({ to })), to).not.toMatch(/^(?:To|Bcc):/m);
  });

  it("with nothing attached, or nothing said, is still a mail", async () => {
    expect(await read(aMail({ attachments: [] }))).toMatchObject({ subject: aMail().subject, attachments: [] });
    expect(await read(aMail({ text: "" }))).toMatchObject({ attachments: [{}, {}, {}] });
    expect((await headersOf(aMail({ subject: "" }))).includes("Subject")).toBe(false);
  });

  it("takes names of files as they read, without the folders", async () => {
    const attachments = ["../../x.png", "C:\\Users\\Léa\\y.png", "sans\u202egnp.exe", "", "a\r\nb.txt"].map((name) => ({
      name,
      bytes: bytesOf("x"),
    }));
    expect((await read(aMail({ attachments }))).attachments.map(({ filename }) => filename)).toEqual([
      "x.png",
      "y.png",
      "sansgnp.exe",
      "document",
      "ab.txt",
    ]);
  });

  const breaks = ["\r\n", "\n", "\r", "\0", "\u2028", "\u2029", "\u0085", "\v", "\f", "\r\n\t", "\r\n\r\n"];
  const hostile = fc
    .array(
      fc.oneof(
        fc.constantFrom(...breaks, "Bcc: pirate@exemple.test", "From: a@b.test", "=?UTF-8?Q?=0D=0ABcc:?=", '";', "--part-"),
        fc.string({ unit: "binary" }),
      ),
      {
        maxLength: 8,
      },
    )
    .map((parts) => parts.join(""));

  it("holds the headers it should and no other, whatever its words, its address and its names are", async () => {
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, hostile, fc.uint8Array({ maxLength: 200 }), async (to, subject, text, name, bytes) => {
        const mail = aMail({ to: `a@exemple.test${to}`, subject, text, attachments: [{ name: `${name}.png`, bytes }] });
        const source = Buffer.from(await mailOf(mail, at)).toString("latin1");
        expect(source.replaceAll("\r\n", "")).not.toMatch(/[\r\n\0]/);
        expect(Math.max(...source.split("\r\n").map((one) => one.length))).toBeLessThanOrEqual(100);
        const { headers, attachments, bcc, from } = await PostalMime.parse(source);
        const names = headers.map(({ key }) => key);
        expect(names.filter((key) => !known.includes(key))).toEqual([]);
        expect(new Set(names).size).toBe(names.length);
        expect([bcc, from]).toEqual([undefined, undefined]);
        expect(attachments.map(({ content }) => new Uint8Array(content as ArrayBuffer))).toEqual([new Uint8Array(bytes)]);
      }),
      { numRuns: 150 },
    );
  });

  it("keeps its text whatever it is, but for the ends of its lines", async () => {
    const words = fc.array(fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("\n", "\r\n", ".", "From ", "--", "=", " ", "\t")), {
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(words, async (parts) => {
        const text = parts.join("");
        const told = (await read(aMail({ text }))).text ?? "";
        expect(told.replace(/\n+$/, "")).toBe(text.replace(/\r\n?/g, "\n").replace(/\n+$/, ""));
      }),
      { numRuns: 100 },
    );
  });
});

const known = ["x-unsent", "to", "subject", "message-id", "date", "mime-version", "content-type"];
