import { personNamed } from "../../dossiers/people.js";
import type { Person } from "../../store/store.js";

/** Who speaks at this machine. A name without a letter is nobody's, and nobody holds a right. */
export function personOrNobody(name: string): Person {
  return personNamed(name) ?? { id: "personne", name: "personne" };
}
