import { type AuditEntry, type Grant, type Label, type Permission, permissionLabels } from "@kairos/core";
import { same } from "../reply.js";
import { profileLabel } from "./trail-details.js";

/** The acts that change who may do what. */
export const rightActs = [
  "organisme.demarrer",
  "organisme.regler",
  ...["accorder", "retirer", "depart", "profil", "decider", "compte"].map((verb) => `acces.${verb}`),
];

/** One change of a right: whose, from what to what, why. */
export interface RightChange {
  readonly person: string | undefined;
  readonly from: Label;
  readonly to: Label;
  readonly reason: string | undefined;
}

/** What an entry of the trail changed, completed from the grants it names: the trail holds no reason. */
export function rightChangeOf({ act, object, details }: AuditEntry, grants: ReadonlyMap<string, Grant>): RightChange | undefined {
  const said = (key: string) => (details[key] === undefined ? undefined : String(details[key]));
  const named = [object, said("grant") ?? "", ...(said("grants") ?? "").split(/[ ,]+/)].flatMap((id) => grants.get(id) ?? []);
  const [grant] = named;
  const profile = said("profile") ?? grant?.profile;
  const held =
    named.length > 1 ? listed(named.map((one) => profileLabel(one.profile))) : profile === undefined ? none : profileLabel(profile);
  const about = { person: said("person") ?? grant?.person, reason: grant?.reason };
  if (act === "organisme.regler") return settingChange(said("setting"), said("value"));
  const [before, after] = [said("before"), said("after")];
  if (before !== undefined || after !== undefined) return { ...about, from: rightsOf(before), to: rightsOf(after) };
  const change = said("change");
  if (change !== undefined) return { ...about, from: none, to: same(change) };
  const becomes = said("to");
  if (becomes !== undefined && becomes !== "") return { ...about, from: held, to: rightsOf(becomes) };
  if (said("decision") === "keep") return { ...about, from: held, to: held };
  const isLoss = ["acces.retirer", "acces.depart"].includes(act) || said("decision") === "revoke";
  return isLoss ? { ...about, from: held, to: none } : { ...about, from: none, to: held };
}

const none: Label = same("—");

/** Of the settings, one only says who may do what. */
function settingChange(setting: string | undefined, value: string | undefined): RightChange | undefined {
  if (setting !== "separation-taches") return undefined;
  const to = { fr: `séparation des tâches : ${value}`, en: `separation of duties: ${value}` };
  return { person: undefined, from: none, to, reason: undefined };
}

/** Rights, or a profile, by their ids. */
function rightsOf(ids: string | undefined): Label {
  const each = (ids ?? "").split(/[ ,]+/).filter((id) => id !== "");
  return each.length === 0 ? none : listed(each.map(rightLabel));
}

function rightLabel(id: string): Label {
  return Object.hasOwn(permissionLabels, id) ? permissionLabels[id as Permission] : profileLabel(id);
}

function listed(labels: readonly Label[]): Label {
  return { fr: labels.map(({ fr }) => fr).join(", "), en: labels.map(({ en }) => en).join(", ") };
}
