import {
  type AuditEntry,
  formatDay,
  formatSlot,
  type Half,
  isIsoDate,
  type Label,
  type Language,
  type OwnProfile,
  type Permission,
  permissionLabels,
  profileLabel,
  type ReviewDecision,
  reviewDecisionLabels,
} from "@kairos/core";
import { both, same } from "../reply.js";
import { reasonsOf } from "./acts.js";

/** How people and the provider's own profiles are called. */
export interface Called {
  readonly names: ReadonlyMap<string, string>;
  readonly own: readonly OwnProfile[];
}

/** What the trail keeps beside an act, in words: « personne : Nadia · profil : valideur ». */
export function detailsOf({ details }: Pick<AuditEntry, "details">, called: Called): Label {
  const told = Object.entries(details).filter(([, value]) => value !== "");
  const said = told.map(([key, value]) => detailOf(key, String(value), called));
  return { fr: said.map(({ fr }) => fr).join(" · "), en: said.map(({ en }) => en).join(" · ") };
}

/** Rights and profiles by their ids, in words; anything else as it is. */
export function rightsInWords(ids: string | undefined, own: Called["own"]): Label {
  const labels = (ids ?? "").split(/[ ,]+/).flatMap((id) => (id === "" ? [] : rightLabel(id, own)));
  return { fr: labels.map(({ fr }) => fr).join(", "), en: labels.map(({ en }) => en).join(", ") };
}

function rightLabel(id: string, own: Called["own"]): Label {
  return Object.hasOwn(permissionLabels, id) ? permissionLabels[id as Permission] : profileLabel(id, own);
}

function detailOf(key: string, value: string, { names, own }: Called): Label {
  if (key === "decision" && Object.hasOwn(reviewDecisionLabels, value))
    return named(keys.decision, reviewDecisionLabels[value as ReviewDecision]);
  if (key === "errors" || key === "findings") return reasonsOf(value);
  const label = Object.hasOwn(keys, key) ? keys[key] : undefined;
  const shown =
    key === "person"
      ? same(names.get(value) ?? value)
      : aboutRights.has(key) && !isIsoDate(value)
        ? rightsInWords(value, own)
        : dayOr(value);
  const said = (language: Language) => `${(label ?? same(key))[language]}${language === "fr" ? " : " : ": "}${shown[language]}`;
  return { fr: said("fr"), en: said("en") };
}

function named(key: Label | undefined, value: Label): Label {
  return { fr: `${key?.fr} : ${value.fr}`, en: `${key?.en}: ${value.en}` };
}

function dayOr(value: string): Label {
  if (isIsoDate(value)) return { fr: formatDay(value), en: formatDay(value, "en") };
  const [, day, half] = /^(\d{4}-\d{2}-\d{2})\/(morning|afternoon|evening)$/.exec(value) ?? [];
  return day === undefined ? same(value) : both((language) => formatSlot({ day, half: half as Half }, language));
}

const aboutRights: ReadonlySet<string> = new Set(["profile", "base", "to", "before", "after", "permission"]);

/** How each detail is called; one that is not listed goes by its own name. */
const keys: Readonly<Record<string, Label>> = {
  action: { fr: "étape", en: "step" },
  amount: { fr: "montant", en: "amount" },
  after: { fr: "après", en: "after" },
  attachment: { fr: "pièce", en: "attachment" },
  blocked: { fr: "bloqués", en: "blocked" },
  base: { fr: "tiré de", en: "taken from" },
  before: { fr: "avant", en: "before" },
  change: { fr: "ce qui change", en: "what changes" },
  decision: { fr: "décision", en: "decision" },
  digest: { fr: "empreinte", en: "digest" },
  filled: { fr: "remplie", en: "filled in" },
  from: { fr: "depuis", en: "from" },
  grant: { fr: "habilitation", en: "access grant" },
  grants: { fr: "habilitations", en: "access grants" },
  halfDay: { fr: "demi-journée", en: "half-day" },
  hash: { fr: "empreinte", en: "fingerprint" },
  kind: { fr: "nature", en: "kind" },
  on: { fr: "le", en: "on" },
  lacking: { fr: "incomplets", en: "incomplete" },
  scheme: { fr: "dispositif", en: "scheme" },
  letter: { fr: "lettre", en: "letter" },
  nextOn: { fr: "prochaine revue", en: "next review" },
  permission: { fr: "droit", en: "right" },
  person: { fr: "personne", en: "person" },
  profile: { fr: "profil", en: "profile" },
  replacedBy: { fr: "remplacée par", en: "replaced by" },
  sound: { fr: "prêts", en: "ready" },
  step: { fr: "étape", en: "step" },
  verdict: { fr: "verdict", en: "verdict" },
  removed: { fr: "entrées effacées", en: "entries erased" },
  setting: { fr: "paramètre", en: "setting" },
  template: { fr: "modèle", en: "template" },
  to: { fr: "devient", en: "becomes" },
  trainee: { fr: "stagiaire", en: "trainee" },
  trainees: { fr: "stagiaires", en: "trainees" },
  upTo: { fr: "jusqu'à l'entrée n°", en: "up to entry no." },
  value: { fr: "valeur", en: "value" },
  version: { fr: "version", en: "version" },
  changed: { fr: "corrigées", en: "corrected" },
  contradicting: { fr: "contraires", en: "contradicting" },
  corrected: { fr: "corrigées", en: "corrected" },
  day: { fr: "jour", en: "day" },
  declaredOn: { fr: "déclaré le", en: "declared on" },
  blocking: { fr: "bloquants", en: "blocking" },
  entered: { fr: "entrées", en: "entered" },
  faulty: { fr: "fautives", en: "faulty" },
  format: { fr: "format", en: "format" },
  half: { fr: "demi-journée", en: "half-day" },
  halfDays: { fr: "demi-journées", en: "half-days" },
  kept: { fr: "laissées", en: "left as they are" },
  leftOut: { fr: "laissées de côté", en: "left out" },
  month: { fr: "mois", en: "month" },
  movement: { fr: "mouvement", en: "movement" },
  nature: { fr: "nature", en: "nature" },
  others: { fr: "autres", en: "others" },
  recorded: { fr: "notées", en: "recorded" },
  restored: { fr: "rétablies", en: "restored" },
  same: { fr: "identiques", en: "the same" },
  sheet: { fr: "feuille", en: "sheet" },
  signatures: { fr: "signatures", en: "signatures" },
  view: { fr: "feuille par", en: "sheet by" },
};
