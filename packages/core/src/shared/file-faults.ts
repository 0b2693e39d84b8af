/** Why a file is not taken. */
export type FileFault = "empty" | "too-heavy" | "too-large" | "unknown-type" | "not-what-it-says" | "workbook" | "unreachable";

/** What is wrong with it, after its name. */
export function fileFaultIn(fault: FileFault, accepts: readonly string[]): string {
  if (fault !== "unknown-type") return fileFaults[fault];
  return accepts.length === 1 ? `n'est pas un ${accepts[0]}` : `n'est ni ${accepts.map((kind) => `un ${kind}`).join(", ni ")}`;
}

/** `un PDF, un PNG ou un JPEG`. */
export function enumerated(items: readonly string[], last: string): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${last} ${items.at(-1)}`;
}

const fileFaults: Readonly<Record<Exclude<FileFault, "unknown-type">, string>> = {
  empty: "est vide",
  "too-heavy": "est trop lourd",
  "too-large": "a des dimensions démesurées",
  "not-what-it-says": "n'a pas le contenu que son nom annonce",
  workbook: "est un classeur, qui ne se lit pas tel quel",
  unreachable: "n'a pas pu être lu",
};
