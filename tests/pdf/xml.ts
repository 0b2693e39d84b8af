/** The first fault of a piece of XML, as far as tags, entities and characters go. */
export function faultIn(xml: string): string | undefined {
  const open: string[] = [];
  for (const [piece, closing, name, selfClosing] of xml.matchAll(/<\?[^>]*\?>|<(\/?)([\w:]+)(?:\s+[\w:]+="[^"<]*")*\s*(\/?)>|[^<]+|</g)) {
    if (piece === "<") return "a tag is not closed";
    if (name === undefined) {
      if (!piece.startsWith("<?") && /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/i.test(piece)) return `bare & in ${piece}`;
    } else if (closing === "/") {
      if (open.pop() !== name) return `</${name}> closes something else`;
    } else if (selfClosing !== "/") open.push(name);
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml)) return "a character XML refuses";
  return open.length === 0 ? undefined : `<${open.at(-1)}> stays open`;
}
