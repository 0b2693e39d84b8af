import { type AuditEntry, checkpointAct, fold, type Label, type Language } from "@kairos/core";
import type { Commands } from "../command.js";
import { englishNouns } from "../commands/aide/aide.js";
import { same } from "../reply.js";
import { titlesOf } from "./problem-titles.js";

/** « devis soumettre (aperçu) »: what was run, as the reader calls it. An act of another version stays as it is. */
export function actOf(act: string, commands: Commands): Label {
  if (act === checkpointAct) return closing;
  const [noun = "", verb = "", stage = ""] = act.split(".");
  const command = commands.get(`${noun} ${verb}`) ?? commands.get(noun);
  if (command === undefined) return same(act.replaceAll(".", " "));
  const how = stages[command.noun === command.verb ? verb : stage];
  const said = (language: Language) => namesOf(command.path, commands)[language] + (how === undefined ? "" : ` (${how[language]})`);
  return { fr: said("fr"), en: said("en") };
}

/** The acts whose words begin as typed, in either language, each at every stage. */
export function actsMeant(typed: string, commands: Commands): readonly string[] {
  const wanted = fold(typed).replace(/^\/ ?/, "");
  const meant = [...commands.keys()].filter((path) => Object.values(namesOf(path, commands)).some((name) => isMeant(name, wanted)));
  const acts = meant.flatMap((path) => ["", ...Object.keys(stages)].map((stage) => path.replace(" ", ".") + (stage && `.${stage}`)));
  return Object.values(closing).some((name) => isMeant(name, wanted)) ? [...acts, checkpointAct] : acts;
}

/** The codes that the trail keeps, in words; one that this version does not know stays as it is. */
export function reasonsOf(codes: string): Label {
  return titlesOf(codes.split(" "));
}

export const outcomeLabels: Readonly<Record<AuditEntry["outcome"], Label>> = {
  done: { fr: "fait", en: "done" },
  refused: { fr: "refusé", en: "refused" },
  failed: { fr: "échoué", en: "failed" },
};

/** What the desk does by itself. */
const closing: Label = { fr: "fin de conservation", en: "end of retention" };

const stages: Readonly<Record<string, Label>> = {
  apercu: { fr: "aperçu", en: "preview" },
  abandon: { fr: "abandonné", en: "dropped" },
  publier: { fr: "publié", en: "published" },
};

function namesOf(path: string, commands: Commands): Label {
  const { noun = "", verb = "", words } = commands.get(path) ?? {};
  const english = englishNouns[noun] ?? noun;
  return { fr: path, en: noun === verb ? english : `${english} ${words?.en[0] ?? verb}` };
}

/** Whole words: « devis » is a family, « devis voir » one act, « voir » what every family has. */
function isMeant(name: string, wanted: string): boolean {
  return ` ${fold(name)} `.startsWith(` ${wanted} `) || fold(name).endsWith(` ${wanted}`);
}
