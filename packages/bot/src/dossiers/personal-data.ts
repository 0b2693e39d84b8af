import {
  counted,
  type Hold,
  type IsoDate,
  type Label,
  type Problem,
  type Provider,
  privacyRefusals,
  type Retention,
  type RetentionSettings,
  raise,
  settingsSchema,
  type Trainee,
} from "@kairos/core";
import type { Store } from "../store/store.js";

/** What a provider sets of retention; before there is one, what any begins with. */
export function retentionSettingsOf(provider: Provider | undefined): RetentionSettings {
  const { privacy, trail, support } = provider?.settings ?? settingsSchema.parse({});
  return { attendanceYears: privacy.attendanceYears, trailMonths: trail.retentionMonths, screenshotDays: support.screenshotDays };
}

export function spanOf(count: number | undefined, unit: Retention["unit"]): Label {
  if (count === undefined) return { fr: "sans limite fixée", en: "no limit set" };
  const [fr, en] = unitWords[unit];
  return { fr: counted(count, fr[0], fr[1]), en: counted(count, en[0], en[1], "en") };
}

const unitWords: Readonly<Record<Retention["unit"], readonly [fr: readonly [string, string], en: readonly [string, string]]>> = {
  day: [
    ["jour", "jours"],
    ["day", "days"],
  ],
  month: [
    ["mois", "mois"],
    ["month", "months"],
  ],
  year: [
    ["an", "ans"],
    ["year", "years"],
  ],
};

export const decidedBy: Readonly<Record<Retention["decidedBy"], Label>> = {
  law: { fr: "la loi", en: "the law" },
  setting: { fr: "l'organisme, par un réglage", en: "the provider, by a setting" },
  desk: { fr: "Kairos", en: "Kairos" },
  nobody: { fr: "l'organisme", en: "the provider" },
};

export const heldKinds: Readonly<Record<Hold["kind"], Label>> = {
  invoices: { fr: "les factures émises (dix ans, code de commerce)", en: "issued invoices (ten years, commercial code)" },
  attendance: { fr: "les preuves d'assiduité (votre réglage)", en: "attendance evidence (your setting)" },
};

/** `C. D.`: enough to see that it is the right person, and nothing to keep. */
export function initialsOf({ firstName, lastName }: Trainee): string {
  return [firstName, lastName].map((name) => `${[...name][0]?.toLocaleUpperCase("fr") ?? ""}.`).join(" ");
}

/** A trainee whose session is not over, and who has not left it. */
export async function trainingStill(store: Store, trainee: Trainee, today: IsoDate): Promise<readonly Problem[]> {
  for (const { sessionReference, withdrawal, leavesOn } of await store.enrolments.ofTrainee(trainee.id)) {
    const session = await store.sessions.get(sessionReference);
    const until = leavesOn ?? session?.endsOn;
    if (withdrawal !== undefined || until === undefined || until < today) continue;
    return [raise(privacyRefusals, "privacy.in-training", ["stagiaire"], { reference: trainee.id, session: sessionReference, until })];
  }
  return [];
}
