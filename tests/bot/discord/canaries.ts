import type { parseLine } from "../../../packages/bot/src/fronts/shared/line/parse-line.js";
import type { Scene } from "./scene.js";

/** The same options, a word that stands nowhere else added to every text that takes any: it must be in no entry of the trail, in no log. */
export function withCanaries({ path, options }: Typed, { desk }: Scene, places: string[]): Readonly<Record<string, string>> {
  const known = Object.values(desk.commands.get(path)?.options ?? {});
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => {
      const option = known.find((one) => one.words.fr[0] === name);
      const sung = `${value} Wzqk${places.length}z`;
      if (!words.test(name) || sung.length > (option?.most ?? 0)) return [name, value];
      places.push(`${path} ${name}`);
      return [name, sung];
    }),
  );
}

type Typed = Extract<ReturnType<typeof parseLine>, { readonly ok: true }>;

/** Options that take any words, and call nothing. */
const words =
  /^(motif|intitule|lieu|ville|rue|raison|prenom|texte|solution|salle|pas|navigateur|libelle|employeur|contact|financeur|notes?)$/;
