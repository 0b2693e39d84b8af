import { deflateSync } from "node:zlib";

type Attached = readonly (readonly [name: string, bytes: Uint8Array])[];

/** A PDF of one page with files in it, written by hand so that it can be as strange as a test wants. */
export function aPdfWith(
  files: Attached,
  { trailer = "", names = "" }: { readonly trailer?: string; readonly names?: string } = {},
): Buffer {
  const first = 4;
  const specified = files.map(([name], index) => `(${name}) ${first + 2 * index} 0 R`).join(" ");
  const objects: Buffer[] = [
    text(`<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[${specified}]${names}>>>>>>`),
    text("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
    text("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"),
    ...files.flatMap(([name, bytes], index) => {
      const content = deflateSync(bytes);
      return [
        text(`<</Type/Filespec/F(${name})/UF(${name})/EF<</F ${first + 2 * index + 1} 0 R>>>>`),
        Buffer.concat([
          text(`<</Type/EmbeddedFile/Filter/FlateDecode/Length ${content.byteLength}>>stream\n`),
          content,
          text("\nendstream"),
        ]),
      ];
    }),
  ];
  return assembled(objects, trailer);
}

/** Objects from number 1 on, their table and the trailer. */
export function assembled(objects: readonly Uint8Array[], trailer = ""): Buffer {
  const parts: Buffer[] = [text("%PDF-1.7\n")];
  const places: number[] = [];
  let length = parts[0]?.byteLength ?? 0;
  const add = (part: Buffer) => {
    parts.push(part);
    length += part.byteLength;
  };
  for (const [index, object] of objects.entries()) {
    places.push(length);
    add(Buffer.concat([text(`${index + 1} 0 obj\n`), object, text("\nendobj\n")]));
  }
  const start = length;
  const rows = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  add(text(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\n`));
  add(text(`startxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}

export function text(latin: string): Buffer {
  return Buffer.from(latin, "latin1");
}
