import type { AuditEntry, Grant, Label, OwnProfile } from "@kairos/core";
import { same } from "../reply.js";
import { rightsInWords } from "./trail-details.js";

/** The acts that change who may do what. */
export const rightActs = [
  "organisme.demarrer",
  "organisme.etablissement",
  "organisme.regler",
  ...["accorder", "retirer", "depart", "profil", "decider"].map((verb) => `acces.${verb}`),
];

/** One change of a right: whose, from what to what, why. */
export interface RightChange {
  readonly person: string | undefined;
  readonly from: Label;
  readonly to: Label;
  readonly reason: string | undefined;
}

/** What an entry of the trail changed, completed from the grants it names: the trail holds no reason. */
export function rightChangeOf(
  { act, object, details }: AuditEntry,
  grants: ReadonlyMap<string, Grant>,
  own: readonly OwnProfile[],
): RightChange | undefined {
  const inWords = (ids: string | undefined) => (ids === undefined || ids === "" ? none : rightsInWords(ids, own));
  const said = (key: string) => (details[key] === undefined ? undefined : String(details[key]));
  const named = [object, said("grant") ?? "", ...(said("grants") ?? "").split(/[ ,]+/)].flatMap((id) => grants.get(id) ?? []);
  const [grant] = named;
  const held = inWords(named.length > 1 ? named.map((one) => one.profile).join(" ") : (said("profile") ?? grant?.profile));
  const isLoss = ["acces.retirer", "acces.depart"].includes(act) || said("decision") === "revoke";
  const about = { person: said("person") ?? grant?.person, reason: isLoss ? grant?.revokedReason : grant?.reason };
  if (act === "organisme.regler") return settingChange(said("setting"), said("before"), said("after"));
  const [before, after] = [said("before"), said("after")];
  if (before !== undefined || after !== undefined) return { ...about, from: inWords(before), to: inWords(after) };
  const change = said("change");
  if (change !== undefined) return { ...about, from: none, to: same(change) };
  const becomes = said("to");
  if (becomes !== undefined && becomes !== "") return { ...about, from: held, to: inWords(becomes) };
  if (said("decision") === "keep") return undefined;
  return isLoss ? { ...about, from: held, to: none } : { ...about, from: none, to: held };
}

const none: Label = same("—");

/** Of the settings, one only says who may do what. */
function settingChange(setting: string | undefined, before: string | undefined, after: string | undefined): RightChange | undefined {
  if (setting !== "separation-taches" || after === undefined) return undefined;
  return { person: undefined, from: duties(before), to: duties(after), reason: undefined };
}

function duties(state: string | undefined): Label {
  return state === "waived"
    ? { fr: "séparation des tâches levée", en: "separation of duties waived" }
    : { fr: "séparation des tâches exigée", en: "separation of duties required" };
}
