import { fold } from "@kairos/core";
import { command, type LoadedCommand, rightsFor } from "../../command.js";
import { optional, text } from "../../options.js";
import { done, line, same } from "../../reply.js";

export default command({
  words: {
    fr: ["aide", "Montre ce que vous pouvez faire, avec un exemple pour chaque commande"],
    en: ["help", "Show what you can do, with an example of each command"],
  },
  needs: "none",
  visibility: "private",
  timing: "at-once",
  example: "/aide",
  options: {
    about: optional(
      text(
        {
          fr: ["sujet", "Une famille (devis, session…) ou une commande (devis soumettre)"],
          en: ["about", "A family (quote, session…) or a command (quote submit)"],
        },
        60,
      ),
    ),
  },
  run({ input, rights, commands, provider }) {
    const about = fold(input.about ?? "").replace(/^\/ ?/, "");
    const mayRun = ({ needs }: LoadedCommand) => {
      if (needs === "founding") return provider === undefined;
      return needs === "none" || needs === "trainee" || rightsFor(needs).some((right) => rights.has(right));
    };
    const allowed = [...commands.values()].filter(mayRun);
    const shown = allowed.filter((candidate) => namesOf(candidate).some((name) => name.startsWith(about)));
    const none = line("plain", "Aucune commande de ce nom ne vous est ouverte.", "No command of that name is open to you.");
    const newcomer = line(
      "plain",
      "Vous n'avez pas encore de droit ici : demandez au RGC de l'établissement de vous habiliter.",
      "You have no rights here yet: ask the establishment's account manager (RGC) to give you access.",
    );
    return Promise.resolve(
      done({
        title: { fr: "Ce que vous pouvez faire", en: "What you can do" },
        lines: [...(shown.length === 0 ? [none] : []), ...(provider !== undefined && rights.size === 0 ? [newcomer] : [])],
        ...(shown.length > 0 && { table: { columns, rows: shown.map(rowOf) } }),
        data: { commands: shown.map((candidate) => candidate.path) },
      }),
    );
  },
});

/** The families as an English reader's chat calls them; a test holds them to the fronts' own list. */
export const englishNouns: Readonly<Record<string, string>> = {
  acces: "access",
  adhesion: "membership",
  aide: "help",
  assiduite: "attendance",
  commande: "order",
  convention: "agreement",
  cours: "course",
  devis: "quote",
  donnees: "data",
  facture: "invoice",
  incident: "incident",
  journal: "trail",
  organisme: "provider",
  rdv: "appointment",
  stagiaire: "trainee",
};

/** `devis soumettre`, `quote submit`. */
function namesOf({ noun, verb, path, words }: LoadedCommand): readonly string[] {
  const english = englishNouns[noun] ?? noun;
  return [path, noun === verb ? english : `${english} ${words.en[0]}`];
}

const columns = [
  { fr: "Commande", en: "Command" },
  { fr: "Ce qu'elle fait", en: "What it does" },
  { fr: "Exemple", en: "Example" },
];

function rowOf({ path, words, example }: LoadedCommand) {
  return [same(`/${path}`), { fr: words.fr[1], en: words.en[1] }, same(example)];
}
