/** What is made of a value is made once: nobody changes it. */
export function once<Given extends object, Made>(make: (given: Given) => Made): (given: Given) => Made {
  const made = new Map<Given, Made>();
  return (given) => {
    if (!made.has(given)) made.set(given, make(given));
    return made.get(given) as Made;
  };
}
