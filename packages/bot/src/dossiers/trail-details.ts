import { type AuditEntry, formatDay, isIsoDate, type Label, type Language, profiles } from "@kairos/core";
import { same } from "../reply.js";
import { reasonsOf } from "./acts.js";

type Names = ReadonlyMap<string, string>;

/** What the trail keeps beside an act, in words: « personne : Nadia · profil : valideur ». */
export function detailsOf({ details }: Pick<AuditEntry, "details">, names: Names): Label {
  const said = Object.entries(details).map(([key, value]) => detailOf(key, String(value), names));
  return { fr: said.map(({ fr }) => fr).join(" · "), en: said.map(({ en }) => en).join(" · ") };
}

export function profileLabel(id: string): Label {
  return Object.hasOwn(profiles, id) ? profiles[id as keyof typeof profiles].label : same(id);
}

function detailOf(key: string, value: string, names: Names): Label {
  if (key === "errors" || key === "findings") return reasonsOf(value);
  const label = Object.hasOwn(keys, key) ? keys[key] : undefined;
  const shown = key === "person" ? same(names.get(value) ?? value) : key === "profile" || key === "to" ? profileLabel(value) : dayOr(value);
  const said = (language: Language) => `${(label ?? same(key))[language]}${language === "fr" ? " : " : ": "}${shown[language]}`;
  return { fr: said("fr"), en: said("en") };
}

function dayOr(value: string): Label {
  return isIsoDate(value) ? { fr: formatDay(value), en: formatDay(value, "en") } : same(value);
}

/** How each detail is called; one that is not listed goes by its own name. */
const keys: Readonly<Record<string, Label>> = {
  action: { fr: "étape", en: "step" },
  after: { fr: "après", en: "after" },
  attachment: { fr: "pièce", en: "attachment" },
  before: { fr: "avant", en: "before" },
  change: { fr: "ce qui change", en: "what changes" },
  decision: { fr: "décision", en: "decision" },
  digest: { fr: "empreinte", en: "digest" },
  from: { fr: "depuis", en: "from" },
  grant: { fr: "habilitation", en: "access grant" },
  grants: { fr: "habilitations", en: "access grants" },
  hash: { fr: "empreinte", en: "fingerprint" },
  kind: { fr: "nature", en: "kind" },
  person: { fr: "personne", en: "person" },
  profile: { fr: "profil", en: "profile" },
  removed: { fr: "entrées effacées", en: "entries erased" },
  setting: { fr: "paramètre", en: "setting" },
  template: { fr: "modèle", en: "template" },
  to: { fr: "devient", en: "becomes" },
  upTo: { fr: "jusqu'à l'entrée n°", en: "up to entry no." },
  value: { fr: "valeur", en: "value" },
  version: { fr: "version", en: "version" },
};
