import { command, type LoadedCommand } from "../../command.js";
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
        { fr: ["sujet", "Une famille (devis, session…) ou une commande"], en: ["about", "A family (devis, session…) or a command"] },
        60,
      ),
    ),
  },
  run({ input, rights, commands, provider }) {
    const about = input.about?.trim().replace(/^\//, "").toLowerCase() ?? "";
    const mayRun = ({ needs }: LoadedCommand) => needs === "none" || (needs === "founding" ? provider === undefined : rights.has(needs));
    const allowed = [...commands.values()].filter(mayRun);
    const shown = allowed.filter((candidate) => candidate.path.startsWith(about));
    const none = line("plain", "Aucune commande de ce nom ne vous est ouverte.", "No command of that name is open to you.");
    const newcomer = line(
      "plain",
      "Vous n'avez pas encore de droit ici : demandez au RGC de l'établissement de vous habiliter.",
      "You hold no right here yet: ask the account manager of the establishment.",
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

const columns = [
  { fr: "Commande", en: "Command" },
  { fr: "Ce qu'elle fait", en: "What it does" },
  { fr: "Exemple", en: "Example" },
];

function rowOf({ path, words, example }: LoadedCommand) {
  return [same(`/${path}`), { fr: words.fr[1], en: words.en[1] }, same(example)];
}
