import { type Element, element } from "../../../shared/element.js";
import { type CiiContent, type CiiText, type CiiType, ciiTypes, prefixes } from "./schema.js";

type Untyped = Readonly<Record<string, unknown>>;

/** An element of a type: its children in the order of the schema, whatever the order they are said in; what is not said is not written. */
export function ciiElement<Type extends CiiType>(
  name: string,
  type: Type,
  content: CiiContent<Type>,
  attributes: Readonly<Record<string, string>> = {},
): Element {
  const prefix = prefixes[type] ?? "ram";
  const types: Readonly<Record<string, CiiType | "Text">> = ciiTypes[type];
  const children = Object.entries(types).flatMap(([child, childType]) =>
    several((content as Untyped)[child]).map((one) => childElement(`${prefix}:${child}`, childType, one)),
  );
  return element(name, children, attributes);
}

function childElement(name: string, type: CiiType | "Text", content: unknown): Element {
  if (type !== "Text") return ciiElement(name, type, content as CiiContent<CiiType>);
  if (typeof content === "string") return element(name, content);
  const { text, attributes } = content as CiiText;
  return element(name, text, attributes);
}

function several(content: unknown): readonly unknown[] {
  if (content === undefined) return [];
  return Array.isArray(content) ? content : [content];
}
