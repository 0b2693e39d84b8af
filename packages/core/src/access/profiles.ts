import * as z from "zod/mini";
import { type Siret, siretSchema } from "../shared/identifiers.js";
import type { Label } from "../shared/language.js";
import { isoDateSchema, line, record, reference } from "../shared/schemas.js";
import { fold } from "../shared/text.js";
import { type Permission, permissions } from "./permissions.js";

export interface Profile {
  readonly label: Label;
  readonly permissions: readonly Permission[];
}

const reading: readonly Permission[] = [
  "provider.read",
  "session.read",
  "appointment.read",
  "agenda.read",
  "trainee.read",
  "quote.read",
  "incident.report",
  "link.check",
];

const profilesOf = <Id extends string>(table: Readonly<Record<Id, Profile>>): Readonly<Record<Id, Profile>> => table;

/** The profiles every provider starts with: each job gets what it needs, nothing more. */
export const profiles = profilesOf({
  rgc: {
    label: { fr: "RGC", en: "account manager (RGC)" },
    permissions: [
      "provider.read",
      "provider.manage",
      "access.read",
      "access.manage",
      "audit.read",
      "data.export",
      "data.erase",
      "agenda.read",
      "incident.report",
      "incident.follow",
      "link.check",
      "answer.publish",
    ],
  },
  coordinator: {
    label: { fr: "coordinateur pédagogique", en: "training coordinator" },
    permissions: [
      ...reading,
      "session.manage",
      "appointment.manage",
      "trainee.manage",
      "attendance.read",
      "attendance.record",
      "answer.publish",
    ],
  },
  assistant: {
    label: { fr: "assistant administratif", en: "administrative assistant" },
    permissions: [...reading, "appointment.manage", "attendance.read"],
  },
  "quote-clerk": {
    label: { fr: "gestionnaire de devis", en: "quote clerk" },
    permissions: [...reading, "trainee.manage", "quote.enter", "quote.submit"],
  },
  approver: {
    label: { fr: "valideur", en: "approver" },
    permissions: [...reading, "quote.approve", "quote.decide", "answer.publish"],
  },
  trainer: {
    label: { fr: "formateur", en: "trainer" },
    permissions: ["agenda.read", "attendance.record-own", "incident.report", "link.check"],
  },
  billing: {
    label: { fr: "chargé de facturation", en: "billing clerk" },
    permissions: [...reading, "attendance.read", "invoice.read", "invoice.prepare", "invoice.issue"],
  },
});

export type ProfileId = keyof typeof profiles;
export const profileIds = Object.keys(profiles) as readonly ProfileId[];

/** A profile the provider made for itself: some of the rights of one of ours, never more. */
export const ownProfileSchema = record({
  /** `PR-0001`. */
  id: reference(),
  siret: siretSchema,
  name: line(60).check(z.minLength(1)),
  base: z.enum(profileIds as [ProfileId, ...ProfileId[]]),
  permissions: z.array(z.enum(permissions as [Permission, ...Permission[]])).check(z.minLength(1)),
  changedOn: isoDateSchema,
  changedBy: line(80),
  /** What it gave before that day. */
  previous: z.optional(z.array(z.enum(permissions as [Permission, ...Permission[]]))),
});
export type OwnProfile = z.output<typeof ownProfileSchema>;

/** The rights a profile gives in an establishment: ours everywhere, an own one where it was made, any other none. */
export function permissionsOf(profile: string, siret: Siret, own: readonly OwnProfile[]): readonly Permission[] {
  if (isProfileId(profile)) return profiles[profile].permissions;
  const found = own.find(({ id, siret: where }) => id === profile && where === siret);
  return found?.permissions.filter((permission) => profiles[found.base].permissions.includes(permission)) ?? [];
}

/** How people call a profile. */
export function profileLabel(profile: string, own: readonly OwnProfile[]): Label {
  if (isProfileId(profile)) return profiles[profile].label;
  const name = own.find(({ id }) => id === profile)?.name ?? profile;
  return { fr: name, en: name };
}

/** The profile meant by an id, a name or a label in either language, as people and terminals write them. */
export function profileNamed(typed: string, own: readonly OwnProfile[]): string | undefined {
  const wanted = hyphened(typed);
  const ours = profileIds.find((id) => [id, profiles[id].label.fr, profiles[id].label.en].some((name) => hyphened(name) === wanted));
  return ours ?? own.find(({ id, name }) => [id, name].some((one) => hyphened(one) === wanted))?.id;
}

/** As a terminal completes it: « gestionnaire-de-devis ». */
function hyphened(name: string): string {
  return fold(name).replace(/[^\p{L}\p{N}]+/gu, "-");
}

/** The profile with the fewest rights that gives all these and only some of `within`; ours first when two are as narrow. */
export function narrowestProfile(
  asked: ReadonlySet<Permission>,
  siret: Siret,
  own: readonly OwnProfile[],
  within?: readonly Permission[],
): string | undefined {
  const candidates = [...profileIds, ...own.filter((one) => one.siret === siret).map(({ id }) => id)]
    .map((id) => ({ id, given: permissionsOf(id, siret, own) }))
    .filter(({ given }) => [...asked].every((permission) => given.includes(permission)))
    .filter(({ given }) => within === undefined || (given.length < within.length && given.every((one) => within.includes(one))));
  return candidates.sort((a, b) => a.given.length - b.given.length)[0]?.id;
}

export function isProfileId(profile: string): profile is ProfileId {
  return Object.hasOwn(profiles, profile);
}
