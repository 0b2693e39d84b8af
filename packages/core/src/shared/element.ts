/** One element of a document, whatever it was written in: names are local, texts are as written. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  /** Of the element itself, without its children's. */
  readonly text: string;
  /** Where it begins in the file, from 1; 0 for one that comes from no file. */
  readonly line: number;
}

/** An element to be written: a text, or children. */
export function element(
  name: string,
  content: string | readonly (Element | undefined)[],
  attributes: Readonly<Record<string, string | undefined>> = {},
): Element {
  const said = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
  const isText = typeof content === "string";
  return {
    name,
    attributes: new Map(said),
    children: isText ? [] : content.filter((child) => child !== undefined),
    text: isText ? content : "",
    line: 0,
  };
}

export function childOf(parent: Element | undefined, name: string): Element | undefined {
  return parent?.children.find((child) => child.name === name);
}

export function childrenOf(parent: Element | undefined, name: string): readonly Element[] {
  return parent?.children.filter((child) => child.name === name) ?? [];
}

/** The descendant at the end of a path of names, the first at each step. */
export function within(parent: Element | undefined, ...names: readonly string[]): Element | undefined {
  return names.reduce<Element | undefined>(childOf, parent);
}
