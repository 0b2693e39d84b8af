import type { Commands } from "../../../packages/bot/src/command.js";
import type { Option } from "../../../packages/bot/src/option.js";
import type { Options, Parsed } from "./the-day.js";

/** Options in which people may write what they want, `rdv corriger salle`: what is read as it stands, and refers to nothing. */
export function freeTexts(commands: Commands): readonly string[] {
  return [...commands.values()].flatMap(({ path, options }) =>
    Object.values<Option>(options)
      .filter((option) => isFree(option))
      .map(({ words }) => `${path} ${words.fr[0]}`),
  );
}

function isFree(option: Option): boolean {
  if (option.kind !== "text" || option.suggests !== undefined) return false;
  const read = option.read("Wzqk", { today: "2026-11-16" });
  return read.ok && read.value === "Wzqk";
}

/** Words that stand nowhere else, each typed into one option of one command, to be looked for wherever nobody may read them. */
export class Canaries {
  readonly #places: string[] = [];

  /** A new one, for an option. */
  hatch(place: string): string {
    this.#places.push(place);
    return `Wzqk${this.#places.length - 1}z`;
  }

  get places(): ReadonlySet<string> {
    return new Set(this.#places);
  }

  /** The options whose words are in something, each once. */
  heardIn(something: unknown): readonly string[] {
    const text = typeof something === "string" ? something : JSON.stringify(something);
    return [...new Set([...text.matchAll(/wzqk(\d+)z/gi)].map(([, place]) => this.#places[Number(place)] ?? ""))].sort();
  }
}

/** The options of a line of the day, a canary added to every text that takes any words. */
export function withCanaries(canaries: Canaries, commands: Commands): (parsed: Parsed) => Options {
  return ({ path, options }) => {
    const known = Object.values(commands.get(path)?.options ?? {});
    return Object.fromEntries(
      Object.entries(options).map(([name, value]) => {
        const most = known.find((one) => one.words.fr[0] === name)?.most ?? 0;
        if (!anyWords.test(`${path} ${name}`) || value.length + 9 > most) return [name, value];
        return [name, `${value} ${canaries.hatch(`${path} ${name}`)}`];
      }),
    );
  };
}

/** Options that take any words, so that the day goes on; the others are tried apart. */
const anyWords =
  / (motif|intitule|lieu|ville|rue|raison|prenom|texte|solution|salle|pas|navigateur|libelle|employeur|contact|financeur|notes?)$|^stagiaire ajouter nom$/;
