import type { Element } from "./element.js";

/** The document in one text, two blanks a level, the declaration first. */
export function writeXml(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, "")}\n`;
}

/** A text without the characters that no XML document may hold. */
export function withoutUnwritable(text: string): string {
  return text.replace(unwritable, "");
}

const unwritable = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

function written({ name, attributes, children, text }: Element, indent: string): string {
  const said = [...attributes].map(
    ([key, value]) =>
      ` ${key}="${escaped(value)
        .replace(/"/g, "&quot;")
        .replace(/[\n\t]/g, (one) => `&#${one.charCodeAt(0)};`)}"`,
  );
  const start = `${indent}<${name}${said.join("")}`;
  if (children.length > 0) return `${start}>\n${children.map((child) => written(child, `${indent}  `)).join("\n")}\n${indent}</${name}>`;
  return text === "" ? `${start}/>` : `${start}>${escaped(text)}</${name}>`;
}

/** A carriage return would be read as a line feed. */
function escaped(text: string): string {
  return withoutUnwritable(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\r/g, "&#13;");
}
