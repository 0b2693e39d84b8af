/** Numbers in the order of their keys, which are below `size`; those that share a key stay as they came. */
export function orderedBy(numbers: Int32Array, keyOf: (number: number) => number, size: number): Int32Array {
  const next = new Int32Array(size + 1);
  for (const number of numbers) next[keyOf(number) + 1] = (next[keyOf(number) + 1] as number) + 1;
  for (let key = 0; key < size; key++) next[key + 1] = (next[key + 1] as number) + (next[key] as number);
  const ordered = new Int32Array(numbers.length);
  for (const number of numbers) {
    const key = keyOf(number);
    ordered[next[key] as number] = number;
    next[key] = (next[key] as number) + 1;
  }
  return ordered;
}

/** The place of each text among them all in order; texts are told apart by their units, in every language alike. */
export function ranksOf(texts: readonly string[]): { readonly ranks: Int32Array; readonly ordered: readonly string[] } {
  const isOrdered = texts.every((text, place) => place === 0 || (texts[place - 1] as string) < text);
  const places = Array.from(texts.keys());
  if (!isOrdered) places.sort((a, b) => ((texts[a] as string) < (texts[b] as string) ? -1 : 1));
  const ordered = isOrdered ? texts : places.map((place) => texts[place] as string);
  const ranks = new Int32Array(texts.length);
  for (let rank = 0; rank < places.length; rank++) {
    if (rank > 0 && ordered[rank] === ordered[rank - 1]) throw new Error("A reference is written twice in a dictionary");
    ranks[places[rank] as number] = rank;
  }
  return { ranks, ordered };
}
