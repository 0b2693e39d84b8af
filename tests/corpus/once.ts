/** What is derived from a dossier or what is judged of it, worked out the first time only: every fault asks for it. */
export function once<Of extends object, Derived>(derive: (of: Of) => Derived): (of: Of) => Derived {
  const derived = new WeakMap<Of, { readonly value: Derived }>();
  return (of) => {
    const known = derived.get(of) ?? { value: derive(of) };
    derived.set(of, known);
    return known.value;
  };
}
