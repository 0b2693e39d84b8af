import { accessRefusals, excerpt, inputRules, type Label, parse, providerSchema, raise } from "@kairos/core";
import { command } from "../../command.js";
import { holdersOf } from "../../dossiers/access.js";
import { changesBetween } from "../../dossiers/changes.js";
import { settable } from "../../dossiers/settable.js";
import { establishmentOption } from "../../establishment.js";
import { choice, text } from "../../options.js";
import { done, line, refused } from "../../reply.js";

type SettingId = keyof typeof settable;

/** What is offered says what is expected: « résumé du jour (une heure : 08:30, ou aucun) ». */
const offered = Object.fromEntries(
  Object.entries(settable).map(([id, { label, expects }]) => [
    id,
    { fr: `${label.fr} (${expects.fr})`, en: `${label.en} (${expects.en})` },
  ]),
) as Record<SettingId, Label>;

export default command({
  words: {
    fr: ["regler", "Règle un paramètre de l'organisme ou de sa région"],
    en: ["set", "Set a parameter of the provider or its region"],
  },
  needs: "provider.manage",
  visibility: "private",
  example: "/organisme regler parametre:aif-delai valeur:21",
  options: {
    setting: choice({ fr: ["parametre", "Le paramètre à régler"], en: ["setting", "The parameter to set"] }, offered),
    value: text(
      { fr: ["valeur", "Sa valeur : 15, 3 000 €, oui, 08:30, aucun"], en: ["value", "Its value: 15, 3000, yes, 08:30, none"] },
      3000,
    ),
    ...establishmentOption,
  },
  async run({ input, provider, store, today }) {
    const { setting: id, value } = input;
    const { label, expects, apply } = settable[id];
    const applied = provider && apply(provider.settings, value, today);
    const unexpected = raise(inputRules, "input.unknown-value", ["valeur"], { value: excerpt(value), allowed: expects });
    if (provider === undefined || applied === undefined) return refused([unexpected]);
    if ("problems" in applied) return refused(applied.problems.map((problem) => ({ ...problem, path: ["valeur"] })));
    const changed = parse(providerSchema, { ...provider, settings: applied.settings });
    if (!changed.ok) return refused(changed.problems.map((problem) => (isLimit(problem) ? { ...problem, path: ["valeur"] } : unexpected)));
    const waived = changed.value.settings.separationOfDuties === "waived" && provider.settings.separationOfDuties === "required";
    const people = waived ? await holdersOf(store, provider, today) : 0;
    if (people > 1) return refused([raise(accessRefusals, "access.waiver-not-alone", ["valeur"], { people })]);
    await store.providers.save(changed.value);
    const { shown } = applied;
    return done({
      title: { fr: "Paramètre réglé", en: "Parameter set" },
      lines: [line("good", `${sentence(label.fr)} : ${shown.fr}`, `${sentence(label.en)}: ${shown.en}`)],
      data: { setting: id, value },
      trace: { object: provider.siret, details: { setting: id, ...changesBetween(provider.settings, changed.value.settings) } },
    });
  },
});

/** A limit that was passed is told as such; any other fault is one of form. */
function isLimit({ code }: { readonly code: string }): boolean {
  return code === "input.out-of-range";
}

function sentence(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
