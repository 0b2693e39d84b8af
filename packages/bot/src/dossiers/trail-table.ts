import { type AuditEntry, formatInstant, type Label, type Provider } from "@kairos/core";
import type { Commands } from "../command.js";
import { type ReplyTable, same } from "../reply.js";
import { zoneOf } from "../zone.js";
import { actOf, outcomeLabels } from "./acts.js";
import { type Called, detailsOf } from "./trail-details.js";

/** What the entries of a trail are shown with. */
export interface Readers extends Called {
  readonly commands: Commands;
  readonly provider: Provider | undefined;
}

export const trailColumns: ReplyTable["columns"] = [
  { fr: "N°", en: "No." },
  { fr: "Quand", en: "When" },
  { fr: "Qui", en: "Who" },
  { fr: "Acte", en: "Act" },
  { fr: "Objet", en: "Object" },
  { fr: "Issue", en: "Outcome" },
  { fr: "Détails", en: "Details" },
];

export function trailRow(entry: AuditEntry, { names, own, commands, provider }: Readers): readonly Label[] {
  return [
    same(`${entry.sequence}`),
    whenOf(entry, provider),
    whoOf(entry.actor, names),
    actOf(entry.act, commands),
    same(entry.object),
    outcomeLabels[entry.outcome],
    detailsOf(entry, { names, own }),
  ];
}

/** In the provider's zone, as the reader's clock shows it. */
export function whenOf({ at }: Pick<AuditEntry, "at">, provider: Provider | undefined): Label {
  const zone = zoneOf(provider);
  return { fr: formatInstant(at, zone), en: formatInstant(at, zone, "en") };
}

export function whoOf(actor: string, names: Readers["names"]): Label {
  return same(names.get(actor) ?? (actor === "kairos" ? "Kairos" : actor));
}
