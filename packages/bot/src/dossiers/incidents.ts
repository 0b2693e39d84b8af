import {
  addressOf,
  type Contact,
  contactLabels,
  formatInstant,
  type Incident,
  type IncidentSituation,
  type Label,
  type MaskingContext,
  nameWordsIn,
  type Permission,
  type Provider,
  type Result,
  success,
} from "@kairos/core";
import type { CommandContext, Needs } from "../command.js";
import { reference } from "../options.js";
import { unknown } from "./unknown.js";

/** To report is to follow one's own incidents; whoever follows everybody's reads and moves them all. */
export const mayReport = ["incident.report", "incident.follow"] as const satisfies Needs & readonly Permission[];

/** Which incident, declared by every command about one. */
export const incidentOption = reference("incident", {
  fr: ["incident", "Numéro de l'incident"],
  en: ["incident", "Incident number"],
});

type Desk = Pick<CommandContext<unknown>, "store" | "actor" | "may" | "now" | "input">;

/** An incident the person may see: one that they reported, or anybody's for who follows them all. */
export async function findIncident({ store, actor, may }: Pick<Desk, "store" | "actor" | "may">, typed: string): Promise<Result<Incident>> {
  const incident = await store.incidents.get(typed.trim().toUpperCase());
  const isTheirs = incident !== undefined && (incident.reporter === actor.id || may("incident.follow", incident.siret));
  return isTheirs ? success(incident) : unknown("incident", "incident", typed);
}

/** An incident with all that its file is judged with. */
export async function loadIncident(desk: Desk, typed: string): Promise<Result<IncidentSituation>> {
  const found = await findIncident(desk, typed);
  return found.ok ? success(await incidentSituation(desk, found.value)) : found;
}

/** An incident beside what is said of it now: people are hidden whom one or the other may name. */
export async function incidentSituation(
  { store, now, input }: Pick<Desk, "store" | "now" | "input">,
  incident: Incident,
): Promise<IncidentSituation> {
  const { siret, message = "", steps = "", browser = "" } = incident;
  const provider = await store.providers.get(siret);
  if (provider === undefined) throw new Error(`${incident.reference} has no establishment`);
  const words = nameWordsIn([message, steps, browser, ...textsIn(input)]);
  const people = await store.trainees.namedBy([...words], siret);
  return { incident, provider, now, masking: { people, spared: sparedIn(provider, incident.portalUser) } };
}

/** Every text of what was typed, names of files included. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null && !ArrayBuffer.isView(value) ? Object.values(value).flatMap(textsIn) : [];
}

/** What is an establishment's own to tell, and its person's. */
function sparedIn({ siret, siren, contact, activityNumber }: Provider, portalUser: string | undefined): MaskingContext["spared"] {
  return [siret, siren, activityNumber, contact.email, contact.phone, portalUser].filter((value) => value !== undefined);
}

/** The same people to hide, while the incident has become another. */
export function withIncident({ masking, ...situation }: IncidentSituation, incident: Incident): IncidentSituation {
  return { ...situation, incident, masking: { ...masking, spared: sparedIn(situation.provider, incident.portalUser) } };
}

/** When it happened, as it may be typed again. */
export function exactMoment({ occurredAt, timeZone }: Incident): string | undefined {
  return occurredAt && formatInstant(occurredAt, timeZone);
}

/** Who can help, and where they are written to when that is known. */
export function recipientOf(contact: Contact, provider: Provider): { readonly label: Label; readonly address: string | undefined } {
  return { label: contactLabels[contact], address: addressOf(contact, provider.settings) };
}
