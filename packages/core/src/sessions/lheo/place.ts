import type { Element } from "../../shared/element.js";
import type { Path } from "../../shared/problem.js";

/** An element and how it is reached, so that its path is only written where something is wrong. */
export interface Place {
  readonly element: Element;
  /** `formation[3]`, or the bare name where there is one only. */
  readonly step: string;
  readonly parent?: Place;
}

/** `["lheo", "offres", "formation[3]"]`: with `/` before each, what finds the element in the file. */
export function pathOf(place: Place, ...more: readonly string[]): Path {
  const steps: string[] = [];
  for (let at: Place | undefined = place; at !== undefined; at = at.parent) steps.push(at.step);
  return ["lheo", "offres", ...steps.reverse(), ...more];
}

/** The n-th formation of a file, from 1. */
export function formationPlace(element: Element, rank: number): Place {
  return { element, step: `formation[${rank}]` };
}

/** The children of one name, each in its place. */
export function placesOf(parent: Place, name: string): readonly Place[] {
  return parent.element.children
    .filter((child) => child.name === name)
    .map((element, index) => ({ element, step: `${name}[${index + 1}]`, parent }));
}
